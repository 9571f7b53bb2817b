"""A group's own words and picture in every report, and what a partner asks for, without a window."""

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from tests.groups import make_group
from ui.screens.attached.reencoding import small_png
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.period import OTHER, Period
from ui.screens.settings.own_words import MOST, OwnWords
from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.actions.offering import Offer
from vcse_desktop.actions.own_pages import INTRODUCTION, NOTES, PICTURE, SHOWS, keep_logo, logo, section_notes
from vcse_desktop.actions.sending import Choices
from vcse_desktop.errors import Refused
from vcse_desktop.settings import SETTINGS, Value

BLANK: dict[str, Value] = dict.fromkeys((INTRODUCTION, *NOTES.values(), PICTURE, SHOWS), "")


def drawn(width: int = 900, height: int = 300) -> bytes:
    """A PNG with words in it and something after its end, as a camera or a stranger could have written it."""
    image, kept = QImage(width, height, QImage.Format.Format_RGB32), QByteArray()
    image.fill(0x336699)
    image.setText("Author", "zqpersonzq")
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(kept.data()) + b"zqpersonzq"


def test_words_and_picture_are_kept_as_they_were_typed(qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[dict[str, Value]] = []
    pictures: list[tuple[bytes, str]] = []
    own = OwnWords(kept.append, lambda *one: pictures.append(one))
    qtbot.addWidget(own)
    own.show_values(BLANK)
    own.boxes[INTRODUCTION].put("We are carers.\nAnd friends.")
    own.save()
    assert kept == [
        {name: "We are carers.\nAnd friends." if name == INTRODUCTION else "" for name in own.boxes}
    ]
    own.boxes[NOTES["carers"]].put("x" * (MOST + 1))
    own.save()
    assert len(kept) == 1, "what is too long is not kept"
    file = tmp_path / "logo.png"
    file.write_bytes(drawn())
    own.ask = lambda owner: file
    own.choose.click()
    assert pictures == [], "a picture needs words"
    own.shows.setText("Two hands")
    own.choose.click()
    ((content, shows),) = pictures
    assert shows == "Two hands"
    assert b"zqpersonzq" in file.read_bytes() and b"zqpersonzq" not in content
    assert struct.unpack(">II", content[16:24]) == (480, 160)


def test_only_a_picture_that_we_wrote_stands_in_a_report(tmp_path: Path) -> None:
    good = small_png(drawn(300, 100))
    comment = b"tEXtAuthor\0zqpersonzq"
    part = struct.pack(">I", len(comment) - 4) + comment + struct.pack(">I", zlib.crc32(comment))
    named = good[:33] + part + good[33:]
    with make_group(tmp_path / "vault") as vault:
        for bad in (good + b"zq", named, b"GIF89a", drawn(300, 100)):
            with pytest.raises(Refused):
                keep_logo(vault, bad, "Two hands")
        with pytest.raises(Refused, match="what the picture shows"):
            keep_logo(vault, good, " ")
        keep_logo(vault, good, "Two hands")
        settings = {name: group_setting(vault, name) for name in SETTINGS}
        found = logo(settings)
        assert found is not None
        assert (found.content, found.description, found.width, found.height) == (good, "Two hands", 300, 100)
        keep_logo(vault, b"", "")
        assert logo({name: group_setting(vault, name) for name in SETTINGS}) is None
    assert logo(settings | {PICTURE: "not base64!"}) is None
    assert section_notes(settings | {NOTES["carers"]: " A note. "}) == {"carers": "A note."}


def test_what_a_partner_asks_for_is_chosen_and_any_question_can_be_declined(qtbot: QtBot) -> None:
    period = Period()
    qtbot.addWidget(period)
    period.put(Choices(date(2024, 1, 1), date(2024, 3, 31), "Our council", template="icb"))
    assert period.chips.code() == OTHER
    chosen = period.choices()
    assert chosen is not None and chosen.template == "icb"
    asked = (("groups", "How many?"), ("duties", "Which?"))
    page = Choose(Offer((), (), ("nhs_1_7_r5",), questions=asked), chosen)
    qtbot.addWidget(page)
    page.questions["groups"].setChecked(False)
    assert page.choices().unanswered == {"groups"}
    assert page.choices().template == "icb"
