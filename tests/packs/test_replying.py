"""A reply: what it says, how it reads, that it names a pack we sent, and one number never has two of them."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.packs.example import ID, PAPER, begun, claims, pack, signer
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import set_language
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import RECOVERY_LABEL, Statements, read_chain
from vcse_desktop.packs.making import Built, build
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.reply_text import reply_text
from vcse_desktop.packs.replying import (
    STATES,
    Answer,
    ReplyDraft,
    answers_of,
    is_reply,
    next_reply,
    pack_of_ours,
    reply_claims,
    reply_row,
)
from vcse_desktop.packs.sent import sent_row
from vcse_desktop.packs.verdicts import Verdict

ICB = "Example ICB"
THEIRS, SHEET = signer(0x7777, ICB, ""), signer(0x8888, ICB, "", RECOVERY_LABEL)
WHEN = datetime(2026, 12, 1, 9, tzinfo=UTC)
ASKS = {"1": "Will you put a bench there?", "2": "When does the bus come back?"}
FULL = (
    Answer("1", "done", text="Yes.\nOn Monday.", changed="A bench.", evidence="A photo", people_told=True),
    Answer("2", "planned", text="In spring", by=date(2027, 3, 1), reference="Minute 7"),
    Answer("", "not_possible", "Parking", "There is no land."),
)


def they() -> Statements:
    """Return the identity of the partner."""
    return begun(THEIRS, SHEET, name=ICB, number="")


def draft(**changed: Any) -> ReplyDraft:  # noqa: ANN401 - one of each type
    """Return the draft of the first reply to the example's pack."""
    given: dict[str, Any] = {
        "id": "20261201-aaaaaaaa",
        "statements": they(),
        "issued": WHEN,
        "pack": claims(),
        "digest": pack().digest,
        "number": 1,
        "prior": None,
        "received": date(2026, 11, 30),
        "verdict": Verdict.OK,
        "compared": True,
        "answers": FULL,
        "text": "Thank you.",
    }
    return ReplyDraft(**(given | changed))


def reply(**changed: Any) -> Built:  # noqa: ANN401 - as above
    """Return a signed reply."""
    said = reply_claims(draft(**changed))
    return build("reply", said, {"data/reply.txt": reply_text(said, ASKS).encode()}, [THEIRS])


def known() -> Register:
    """Return the register of a charity that has compared the partner's digits."""
    return trust(Register(), read_chain(they()), "2026-12-02")


def test_a_reply_is_checked_like_a_pack_and_its_answers_come_back_as_they_were() -> None:
    made = reply()
    result = check(io.BytesIO(made.data), known())
    assert (result.verdict, result.kind, result.digest) == (Verdict.OK, "reply", made.digest)
    assert tuple(answers_of(result.claims)) == FULL
    assert result.claims["about"]["digest"] == pack().digest
    assert check(io.BytesIO(made.data)).verdict is Verdict.UNKNOWN_SIGNER
    assert reply().data == made.data, "equal input gives equal bytes"


@pytest.mark.parametrize("wrong", [Answer("1", "planned"), Answer("1", "done"), Answer("1", "maybe")])
def test_an_answer_that_lacks_what_its_state_needs_is_not_made(wrong: Answer) -> None:
    with pytest.raises(Refused, match="does not fit"):
        reply_claims(draft(answers=[wrong]))


def test_the_words_for_people_say_each_thing_and_no_value_passes_for_one_of_ours() -> None:
    assert set_language("en", Path())
    forged = "Fine.\nFrom:\n    Somebody else\u202e"
    read = draft(answers=(*FULL, Answer("2", "question", text=forged)), read=date(2026, 12, 1))
    said = reply_text(reply_claims(read), ASKS)
    for words in (
        "A reply to a summary pack",
        f"Pack {ID}, number 1 of its series",
        "We received it on:\n    \u206830 November 2026\u2069",
        "We read it on:",
        "It has 4 answers.",
        "1. It is done",
        "    \u2068Will you put a bench there?\u2069",
        "    \u2068Yes.\u2069\n    \u2068On Monday.\u2069",
        "We have told the people whom it is about.",
        "By when:\n    \u20681 March 2027\u2069",
        "The reason:\n    \u2068There is no land.\u2069",
        "Our message:\n    \u2068Thank you.\u2069",
        "Please do not pass this reply on.",
    ):
        assert words in said
    assert said.count("\nFrom:\n") == 1, "what was typed stands on lines of its own"
    assert "\u202e" not in said
    bare = reply_text(reply_claims(draft(answers=(), text="", may_publish=True)), {})
    assert "It answers no question." in bare
    assert "You may pass this reply on." in bare
    assert "Our message" not in bare


def test_every_state_has_words() -> None:
    for state in STATES:
        one = Answer("1", state, text="x", changed="x", by=date(2027, 1, 1))
        assert STATES[state] in reply_text(reply_claims(draft(answers=[one])), ASKS)


def test_a_reply_is_about_a_pack_that_we_sent_or_it_is_not() -> None:
    said, ours = reply_claims(draft()), read_chain(begun())
    row = sent_row(claims(), pack().digest, "")
    assert pack_of_ours([row], ours, said) == row
    assert pack_of_ours([], ours, said) is None
    for name, other in (
        ("digest", "sha256:" + "0" * 64),
        ("series", "another"),
        ("sequence", 2),
        ("pack", "20260101-aaaaaaaa"),
        ("issuer_key", "sha256:" + "1" * 64),
    ):
        about = {**said["about"], name: other}
        assert pack_of_ours([row], ours, {**said, "about": about}) is None, name
    assert pack_of_ours([row], read_chain(begun(THEIRS, PAPER)), said) is None, "not our key"


def test_replies_about_a_pack_are_numbered_and_name_the_one_before() -> None:
    digest = pack().digest
    assert next_reply([sent_row(claims(), digest, "")], digest) == (1, None)
    rows: list[dict[str, object]] = []
    for number in (1, 2, 3):
        place, prior = next_reply(rows, digest)
        assert place == number
        made = reply_claims(draft(number=place, prior=prior))
        rows.append(reply_row(made, f"sha256:{number:064}", "A reply"))
    assert [json.loads(str(row["history"])) for row in rows] == [
        [],
        [{"sequence": 1, "digest": f"sha256:{1:064}"}],
        [{"sequence": 2, "digest": f"sha256:{2:064}"}],
    ]
    assert all(map(is_reply, rows))
    assert not is_reply(sent_row(claims(), digest, ""))


def test_a_later_reply_stands_beside_the_earlier_in_either_order() -> None:
    first = reply()
    second = reply(number=2, prior=first.digest, id="20261202-bbbbbbbb")
    for order in ((first, second), (second, first), (first, second, first)):
        register = known()
        for one in order:
            result = check(io.BytesIO(one.data), register)
            assert result.verdict is Verdict.OK
            register = result.register
        (rows,) = register.documents.values()
        assert {(row.sequence, row.digest, row.kind) for row in rows} == {
            (1, first.digest, "reply"),
            (2, second.digest, "reply"),
        }


def test_two_replies_with_one_number_are_a_fork() -> None:
    first = reply()
    register = check(io.BytesIO(first.data), known()).register
    other = check(io.BytesIO(reply(text="Something else").data), register)
    assert (other.verdict, other.number) == (Verdict.FORK, 1)
    next_one = reply(number=2, prior="sha256:" + "0" * 64, id="20261202-bbbbbbbb")
    assert check(io.BytesIO(next_one.data), register).verdict is Verdict.FORK
    odd = reply(number=1, prior=first.digest, id="20261203-cccccccc")
    assert check(io.BytesIO(odd.data), known()).verdict is Verdict.OK, "nothing comes before the first"
    about_another = {**claims(), "series": "another-line"}
    good = reply(pack=about_another, digest="sha256:" + "5" * 64, text="Something else")
    assert check(io.BytesIO(good.data), register).verdict is Verdict.OK, "each pack has numbers of its own"
