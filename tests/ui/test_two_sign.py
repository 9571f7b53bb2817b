"""Two people sign in the window: a key of one's own, an appointment, the second signature after reading."""

import zipfile
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import quarter
from tests.vaults import PASSPHRASE
from ui.language import plain
from ui.screens.check_pack.card import CheckCard
from ui.screens.desk import desk_for
from ui.screens.settings.appointing import Appointing
from ui.screens.settings.own_key import OwnKey
from ui.screens.settings.screen import Settings
from vcse_desktop.actions import approving
from vcse_desktop.actions.checking import check_pack
from vcse_desktop.actions.cosigning import cosign
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.passphrase import FLOOR

OWN = "the chair has these words"


@pytest.fixture
def vault(group: Vault) -> Vault:
    """The open vault of a small group."""
    return group


def said(page: QWidget) -> str:
    """Return every text that is seen."""
    return plain(" ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()))


def is_said(page: QWidget, words: str) -> bool:
    """Say whether these words are seen."""
    return words in said(page)


def test_the_chair_makes_a_key_and_is_appointed(vault: Vault, qtbot: QtBot, tmp_path: Path) -> None:
    code = new_sheet(vault)
    keep_sheet(vault, code, code)
    settings = Settings(desk_for(vault))
    qtbot.addWidget(settings)
    settings.show()
    part = settings.signing
    qtbot.waitUntil(part.card.isVisible)
    part.own.click()
    mine = part.form
    assert isinstance(mine, OwnKey)
    mine.asking = lambda *_: tmp_path / "chair.pem"
    mine.role.setText("Chair of trustees")
    mine.new.first.box.setText(OWN)
    mine.new.second.box.setText(OWN)
    mine.save()
    qtbot.waitUntil(lambda: "The key of Chair of trustees is made" in said(part))
    part.two.click()
    form = part.form
    assert isinstance(form, Appointing)
    form.put(tmp_path / "nothing.pem")
    assert form.notice.isVisible()
    form.put(tmp_path / "chair.pem")
    form.sheet.box.setText(code)
    form.passphrase.box.setText(PASSPHRASE)
    form.save()
    assert "Compare the digits of each card first" in said(form)
    form.people[0][1].setChecked(True)
    form.save()
    qtbot.waitUntil(lambda: "2 signatures are needed for everything" in said(part))
    assert approving.appointed(vault)[1] == 2


def test_the_chair_reads_and_signs_or_hands_the_signature_back(
    vault: Vault, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = new_sheet(vault)
    keep_sheet(vault, code, code)
    chair = approving.make_own_key(vault, "Chair of trustees", OWN, FLOOR)
    approving.save_own_card(chair, tmp_path / "chair.pem")
    approving.appoint(vault, PASSPHRASE, code, [(chair, chair.digits)], 2)
    file = make_pack(vault, quarter(), tmp_path / "1.zip").file
    card = CheckCard(check_pack(file, vault), vault)
    qtbot.addWidget(card)
    card.show()
    sign = card.cosign
    assert sign is not None
    assert card.begin() is sign.read
    assert "You are asked to sign it." in said(card)
    sign.read.click()
    qtbot.waitUntil(lambda: "[c] means hidden" in said(card))
    opened: list[QUrl | str] = []
    monkeypatch.setattr(sign.report, "opening", opened.append)
    for place in (tmp_path / "report", tmp_path / "report.html"):
        monkeypatch.setattr(sign.report, "asking", lambda *_, place=place: place)
        sign.report.go.click()
        saved = place if place.suffix else place.with_suffix(".pdf")
        qtbot.waitUntil(partial(is_said, card, f"Saved as {saved.name}, and opened."))
        with zipfile.ZipFile(file) as archive:
            (inside,) = (one for one in archive.namelist() if one.endswith(f"/{saved.name}"))
            assert saved.read_bytes() == archive.read(inside), "to the byte what is signed"
    assert opened == [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("report.pdf", "report.html")]
    sign.report.go.click()
    qtbot.waitUntil(lambda: "was left as it is" in said(card))
    sign.asking = lambda *_: tmp_path / "done"
    sign.save()
    assert sign.passphrase.problem() == "Type your passphrase."
    sign.passphrase.box.setText(PASSPHRASE)
    sign.save()
    qtbot.waitUntil(lambda: "owner chose" in sign.passphrase.problem())
    sign.passphrase.box.setText(OWN)
    sign.save()
    qtbot.waitUntil(lambda: "Signed, and finished: done.zip." in said(card))
    assert check_pack(tmp_path / "done.zip").result.verdict is Verdict.UNKNOWN_SIGNER
    back = tmp_path / "back.p7s"
    cosign(vault, file, card.checked.mine[0].key, OWN, back)
    assert card.put_in is not None
    card.put_in.choosing = lambda _: back
    card.put_in.asking = lambda *_: tmp_path / "whole"
    card.put_in.go.click()
    qtbot.waitUntil(lambda: "Signed, and finished: whole.zip." in said(card))
    card.put_in.choosing = lambda _: tmp_path / "chair.pem"
    card.put_in.asking = lambda *_: tmp_path / "other.zip"
    card.put_in.go.click()
    qtbot.waitUntil(lambda: "Ask for it again." in said(card.put_in or card))
