"""Every text that a person sees is in the catalogue, and every catalogue keeps its places and its tone."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from tests.pseudo import TEMPLATE, catalogues, marked_texts, pseudo, read
from ui.language import NAMES
from vcse_desktop.i18n import same_places

NEVER = {
    "en": r"invalid|error occurred|are you sure|\bscor(e|es|ed|ing)\b|\brank|hard to reach|worth of hours",
    "cy": r"annilys|digwyddodd gwall|ydych chi.n siŵr|\bsgôr|\bsgorio",
    "ar": r"غير صالح|حدث خطأ|هل أنتم? متأكد|نقاط التقييم|الترتيب العام",
}
"""What no text says, in any of these languages: blame, false alarms, and comparing people."""
ALLOWED = {"Shown with reach, never ranked", "It never scores or ranks people, groups or principles."}
"""Texts that say what is never done."""


def keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """Return every text with its context; of a plural, the singular."""
    ids = [(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in catalogue]
    return {(context, text) for context, text in ids if text}


def shown(message: Message) -> list[str]:
    """Return what a message says in its language, in each of its forms; empty while it is not translated."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return [form for form in forms if form]


def sources(message: Message) -> list[str]:
    """Return what a message says in English, in each of its forms."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield language, English source and text of everything that is shown in any language."""
    for message in marked_texts():
        yield from (("en", source, source) for source in sources(message))
    for file in catalogues():
        for message in read(file):
            yield from ((file.parts[-3], sources(message)[0], text) for text in shown(message) if message.id)


def test_the_template_holds_every_marked_text_and_no_other() -> None:
    made, kept = keys(marked_texts()), keys(read(TEMPLATE))
    assert not made - kept, "python3 dev.py words writes the template anew"
    assert not kept - made, "python3 dev.py words writes the template anew"


def test_a_catalogue_translates_nothing_that_is_not_said() -> None:
    known = keys(marked_texts())
    for file in catalogues():
        assert not keys(read(file)) - known, f"{file.parts[-3]} has texts that are no longer in the sources"


def test_translations_keep_the_places_of_their_source() -> None:
    for file in catalogues():
        for message in read(file):
            plural = len(sources(message)) > 1
            for text in shown(message):
                fits = [same_places(text, source, plural=plural) for source in sources(message)]
                assert any(fits), message.id


def test_a_catalogue_has_every_form_that_numbers_take_in_its_language() -> None:
    for file in catalogues():
        catalogue, forms = read(file), get_plural(file.parts[-3])
        assert (catalogue.num_plurals, catalogue.plural_expr) == (forms.num_plurals, forms.plural_expr)
        for message in catalogue:
            if shown(message) and len(sources(message)) > 1:
                assert len(shown(message)) == forms.num_plurals, message.id


def test_each_catalogue_is_of_a_language_that_is_offered_and_says_who_reviewed_it() -> None:
    assert {file.parts[-3] for file in catalogues()} >= {"cy", "ar"}
    for file in catalogues():
        assert file.parts[-3] in NAMES
        assert "reviewed" in read(file).header_comment


@pytest.mark.parametrize("language", NEVER)
def test_no_text_blames_alarms_or_compares_people(language: str) -> None:
    never = re.compile(NEVER[language], re.IGNORECASE)
    said = [text for code, source, text in texts() if code == language and source not in ALLOWED]
    assert said
    assert not [text for text in said if never.search(text)]


def test_the_pseudo_language_is_longer_and_keeps_places() -> None:
    text = "{n} of {total} are here."
    assert len(pseudo(text)) > 1.4 * len(text)
    assert same_places(pseudo(text), text)
    assert pseudo(text)[0] + pseudo(text)[-1] == "⟦⟧"
