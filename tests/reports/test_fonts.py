"""The letters of reports: made once, the same on every computer, under a name of their own."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from vcse_desktop import paths
from vcse_desktop.errors import WorldError
from vcse_desktop.reports import fonts


def test_the_files_are_made_again_only_when_the_package_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "WEIGHTS", {700: "Bold"})  # one of the two, to save seconds
    (tmp_path / "made-from").write_text("fontpkg-ibm-plex-sans 0.1 1\n", "utf-8")
    assert fonts.make(tmp_path) is True
    assert fonts.make(tmp_path) is False
    for weight, file in fonts.font_files().items():
        made = tmp_path / file.name
        assert made.read_bytes() == file.read_bytes(), "made in another process: the same bytes"
        font = TTFont(made)
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == weight
        shown = {font["name"].getDebugName(number) or "" for number in (1, 3, 4, 6, 16)}
        assert not any("plex" in name.lower() for name in shown), "the licence keeps that name for itself"
        assert {ord(c) for c in "Łódź ŵ ŷ ½ € “” [c] Ω ж"} <= set(font.getBestCmap())
    assert "SIL Open Font License" in (tmp_path / "LICENSE.txt").read_text("utf-8")


def test_a_program_without_its_letters_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "data_dir", lambda _: tmp_path)
    with pytest.raises(WorldError):
        fonts.font_files()


def test_the_package_of_letters_must_be_there_and_as_we_know_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "SOURCE", "another.ttf")
    with pytest.raises(WorldError):
        fonts.make(tmp_path)
    monkeypatch.setattr(fonts, "PACKAGE", "no-such-package-of-letters")
    with pytest.raises(WorldError):
        fonts.make(tmp_path)
    assert not (tmp_path / "made-from").exists()
    assert paths.data_dir("resources").joinpath("fonts").is_dir()
