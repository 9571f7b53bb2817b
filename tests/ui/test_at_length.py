"""A long sentence is pointed out under its box while it is typed, and what it says is kept all the same."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.forms.field_row import FieldRow
from ui.forms.written import Lines
from ui.screens.settings.own_words import OwnWords
from ui.screens.settings.paper_words import PaperWords
from ui.screens.voices.copy import Copied, Copy
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.settings import Value

LONG = "We asked and asked " * 8 + "again."


def hints(widget: QWidget) -> list[str]:
    """Return what is said of long sentences."""
    shown = [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]
    return [words for words in shown if "is long" in words or "are long" in words]


def test_a_long_sentence_is_pointed_out_until_it_is_two_and_nothing_is_refused(qtbot: QtBot) -> None:
    kept: list[dict[str, Value]] = []
    for owner in (OwnWords(kept.append, lambda *_: None), PaperWords(kept.append)):
        qtbot.addWidget(owner)
        box = [one for one in owner.boxes.values() if isinstance(one, Lines)][-1]
        box.put("Short. And short.")
        assert hints(owner) == []
        box.put(LONG)
        assert hints(owner) == ["1 sentence is long: it has 33 words. Two short ones are easier to read."]
        owner.save()
        assert LONG in kept[-1].values(), "it is kept as it is"
        box.put(LONG.replace("asked We", "asked. We"))
        assert hints(owner) == []


def test_it_stands_under_our_own_words_and_never_under_what_was_said(qtbot: QtBot) -> None:
    for kind, code, counted in (
        ("response", "changed", True),
        ("response", "answer", True),
        ("insight", "summary", True),
        ("insight", "words", False),
        ("person", "note", False),
    ):
        field = next(one for one in TABLES[kind].fields if one.code == code)
        row = FieldRow(field, Lines())
        qtbot.addWidget(row)
        row.editor.put(LONG)
        assert bool(hints(row)) == counted, code
        assert row.editor.value() == LONG
    for code, counted in (("share_words", False), ("share_translation", True)):
        copy = Copy(code, "A text")
        qtbot.addWidget(copy)
        copy.put(LONG, Copied(LONG))
        assert bool(hints(copy)) == counted, code
