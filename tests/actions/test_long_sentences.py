"""Long sentences of what goes out are counted as they are typed; what others said is left as it was said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vcse_desktop.actions.long_sentences import MOST, hint, is_ours_to_word, long_ones
from vcse_desktop.records.catalogue import TABLES

ENDS = st.sampled_from([". ", "! ", "?\n", "… ", ".” ", "\n", "؟ "])
SENTENCES = st.lists(st.tuples(st.integers(1, 60), ENDS), max_size=6)


@settings(max_examples=100)
@given(SENTENCES)
def test_a_sentence_is_long_when_it_has_more_words_than_most_people_read_at_once(
    sentences: list[tuple[int, str]],
) -> None:
    text = "".join(" ".join(["word"] * words) + end for words, end in sentences)
    assert long_ones(text) == [words for words, _ in sentences if words > MOST]
    assert bool(hint(text)) == any(words > MOST for words, _ in sentences)


def test_the_hint_says_how_many_and_how_long_and_nothing_of_what_is_short() -> None:
    assert hint("") == hint("We met at 3.30 p.m. on the 2nd.") == ""
    long = " ".join(["tea"] * 31) + "."
    assert hint(f"Short. {long}").startswith("1 sentence is long: it has 31 words.")
    assert hint(f"{long} {long[:-1]} and cake.").startswith("2 sentences are long: the longest has 33 words.")


def test_our_own_texts_that_go_out_are_counted_and_nobody_is_asked_to_shorten_what_was_said() -> None:
    ours = {
        f"{kind}.{field.code}"
        for kind, one in TABLES.items()
        for field in one.fields
        if is_ours_to_word(field)
    }
    assert ours >= {"response.answer", "response.changed", "response.reason_no", "insight.summary"}
    assert ours >= {"insight.share_translation", "engagement.use_wording", "review.worked"}
    assert not ours & {"insight.words", "insight.share_words", "review.their_words", "person.note"}
