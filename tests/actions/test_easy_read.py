"""The Easy Read page: people write it, the program counts; it leaves only when it is whole and wanted."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.actions.test_packing import inside
from tests.groups import kept_group, make_group, quarter
from tests.reports.reading import tree
from tests.reports.test_html import checked
from tests.vaults import PASSPHRASE
from ui.screens.attached.reencoding import made_anew
from vcse_desktop.actions import previewing
from vcse_desktop.actions.coming_back import bring_everything_in
from vcse_desktop.actions.easy_read import EasyRead, Line, keep_page, kept_page, missing
from vcse_desktop.actions.leaving import leave_with_everything
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.pack_words import pointing
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.errors import Refused
from vcse_desktop.store.passphrase import FLOOR

FIRST, SECOND = "We asked carers what helps.", "A bus that comes every hour."


def drawing(colour: str, side: int = 80) -> bytes:
    """A picture as somebody chooses it, with a note of the camera in it."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    image.setText("Comment", "taken by Joan at home")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


RED, BLUE = made_anew(drawing("red")), made_anew(drawing("blue"))
PAGE = EasyRead(
    "What we did this spring",
    "Our carers' forum",
    "",
    (Line(FIRST, "People round a table", None, RED), Line(SECOND, "A bus", None, BLUE)),
)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """The open vault of a group."""
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "profile"))
    with make_group(tmp_path / "vault") as made:
        yield made


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """The same for tests that leave nothing in it."""
    yield from kept_group(tmp_path_factory)


def now(vault: Vault) -> EasyRead:
    page = kept_page(vault)
    assert page is not None
    return page


def test_a_page_is_kept_changed_and_each_step_is_undone(vault: Vault) -> None:
    assert kept_page(vault) is None
    keep_page(vault, PAGE)
    first = now(vault)
    assert [(line.text, line.shows) for line in first.lines] == [
        (FIRST, "People round a table"),
        (SECOND, "A bus"),
    ]
    assert [vault.picture(line.picture or 0) for line in first.lines] == [RED, BLUE]
    assert missing(first) == []
    changed = keep_page(vault, replace(first, lines=(replace(first.lines[1], shows="A red bus", text="  "),)))
    (line,) = now(vault).lines
    assert (line.text, line.shows) == ("", "A red bus")
    assert missing(now(vault)) == ["Sentence 1 has no words."]
    assert changed.unit is not None
    vault.undo(changed.unit)
    assert now(vault) == first
    assert vault.picture(first.lines[0].picture or 0) == RED
    gone = keep_page(vault, EasyRead())
    assert kept_page(vault) is None
    assert vault.rows("attachment") == []
    assert gone.unit is not None
    vault.undo(gone.unit)
    assert now(vault) == first


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([Line("one " * 16)], "sentence is short"),
        ([Line("x" * 10_000)], "sentence is short"),
        ([Line("One.")] * 13, "at most"),
        ([Line("One.", jpeg=drawing("red"))], "more than it shows"),
        ([Line("One.", jpeg=RED + b"<script>")], "more than it shows"),
    ],
)
def test_what_is_too_long_or_carries_more_than_it_shows_is_not_kept(
    lines: list[Line], said: str, group: Vault
) -> None:
    with pytest.raises(Refused) as refused:
        keep_page(group, replace(PAGE, lines=tuple(lines)))
    assert said in f"{refused.value.title} {refused.value.sentence}"
    assert kept_page(group) is None
    assert group.rows("attachment") == []


def test_fifteen_words_and_twelve_sentences_are_kept(group: Vault) -> None:
    keep_page(group, replace(PAGE, lines=(Line("one " * 15),) * 12))
    assert len(now(group).lines) == 12
    keep_page(group, EasyRead())


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (EasyRead(), "It has no title."),
        (replace(PAGE, title=""), "It has no title."),
        (replace(PAGE, written_by=" "), "It does not say who wrote it."),
        (replace(PAGE, lines=(Line(FIRST),)), "Sentence 1 has no picture."),
        (replace(PAGE, lines=(Line("", "A bus", None, RED),)), "Sentence 1 has no words."),
        (replace(PAGE, lines=(Line(FIRST, "", None, RED),)), "Of sentence 1, nobody has said"),
    ],
)
def test_a_page_that_is_not_finished_is_kept_and_goes_into_no_pack(
    page: EasyRead, said: str, group: Vault
) -> None:
    keep_page(group, page)
    with pytest.raises(Refused, match="not finished") as refused:
        draft_pack(group, replace(quarter(), easy=True))
    assert str(refused.value.values["missing"]).startswith(said)
    keep_page(group, EasyRead())


def test_it_leaves_when_it_is_wanted_in_the_words_that_were_typed(vault: Vault, tmp_path: Path) -> None:
    keep_page(vault, PAGE)
    assert offer(vault, quarter()).easy == now(vault)
    assert "data/report-easy.html" not in dict(draft_pack(vault, quarter()).frozen.files)
    draft = draft_pack(vault, replace(quarter(), easy=True))
    chapter = previewing.chapters(draft)[-1]
    shown = [previewing.words(b.runs) for b in chapter.blocks if isinstance(b, previewing.Para)]
    assert shown == [
        *(FIRST, "Picture: People round a table", SECOND, "Picture: A bus"),
        *("Written by Our carers' forum.", "Nobody has tested this page yet."),
        "Ask us for this in another format.",
    ]
    files = inside(sign_pack(vault, draft, tmp_path / "pack.zip", PASSPHRASE).file)
    page = tree(checked(files["data/report-easy.html"]))
    assert [p.text for p in page.all("main")[0].all("p")] == [FIRST, SECOND]
    pictures = [one.attributes for one in page.all("img")]
    assert [one["alt"] for one in pictures] == ["People round a table", "A bus"]
    for one, jpeg in zip(pictures, (RED, BLUE), strict=True):
        assert base64.b64decode(one["src"].removeprefix("data:image/jpeg;base64,")) == jpeg
    assert b"Joan" not in files["data/report-easy.html"]
    assert page.all("h1")[0].text == PAGE.title


def test_words_of_it_that_may_point_at_somebody_are_asked_about_before_it_leaves(vault: Vault) -> None:
    keep_page(vault, replace(PAGE, lines=(replace(PAGE.lines[0], text="Mrs Joan Smith helped us."),)))
    draft = draft_pack(vault, replace(quarter(), easy=True))
    found = [(one.place, one.text) for one in pointing(vault, draft.made_of)]
    assert ("The Easy Read page", "Mrs Joan Smith helped us.") in found


def test_a_picture_that_was_erased_is_missed(vault: Vault) -> None:
    keep_page(vault, PAGE)
    with vault.unit("edit") as unit:
        unit.remove("attachment", now(vault).lines[0].picture or 0)
    assert missing(now(vault)) == ["Sentence 1 has no picture."]


def test_it_goes_along_when_the_group_leaves_with_everything_and_comes_back(
    vault: Vault, tmp_path: Path
) -> None:
    keep_page(vault, PAGE)
    assert vault.verify() == []
    leave_with_everything(vault, tmp_path / "out", "en")
    other, _ = new_vault(tmp_path / "other", "Carers of the Vale", PASSPHRASE, kdf=FLOOR)
    with other:
        bring_everything_in(other, tmp_path / "out")
        assert now(other) == now(vault)
        assert missing(now(other)) == []
        assert [other.picture(line.picture or 0) for line in now(other).lines] == [RED, BLUE]
