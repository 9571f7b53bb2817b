"""What goes wrong is told without repeating what a person typed."""

import json
from enum import Enum
from pathlib import Path

import pytest

from vcse_desktop import log, settings
from vcse_desktop.errors import Refused, VcseError, WorldError
from vcse_desktop.paths import data_dir, profile_dir

MARKER = "Mrs Marker Smith"


class Lane(Enum):
    """Something a log may name."""

    LOOK = MARKER


def test_an_error_carries_words_and_keeps_values_out_of_its_text() -> None:
    error = Refused("No such record", "“{name}” is gone.", name=MARKER)
    assert isinstance(error, VcseError)
    assert not isinstance(error, WorldError)
    assert (error.title, error.sentence, error.values) == (
        "No such record",
        "“{name}” is gone.",
        {"name": MARKER},
    )
    assert MARKER not in str(error)


def test_the_log_takes_facts_and_no_text(tmp_path: Path) -> None:
    log.start(tmp_path)
    log.event("saved", n=3, whole=True, lane=Lane.LOOK)
    with pytest.raises(TypeError) as refused:
        log.event("saved", who=MARKER)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        log.event("saved", rows=[1])  # type: ignore[arg-type]
    log.stop()
    written = (tmp_path / "log.txt").read_text("utf-8")
    assert "saved n=3 whole=True lane=LOOK" in written
    assert MARKER not in written + str(refused.value)


def test_a_bug_is_noted_by_its_steps_alone(tmp_path: Path) -> None:
    log.start(tmp_path)
    try:
        int(MARKER)
    except ValueError as error:
        lines = log.bug(error)
    log.stop()
    written = (tmp_path / "log.txt").read_text("utf-8")
    assert lines[0] == "ValueError"
    assert "test_a_bug_is_noted_by_its_steps_alone" in lines[1]
    assert "ValueError" in written
    assert "Marker" not in written + "".join(lines)
    assert str(tmp_path) not in written


def test_a_log_that_cannot_be_written_is_done_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log.txt").mkdir()
    log.start(tmp_path)
    log.event("saved", n=3)
    try:
        int(MARKER)
    except ValueError as error:
        assert log.bug(error)[0] == "ValueError"
    log.stop()
    assert capsys.readouterr() == ("", "")


def test_a_setting_that_cannot_be_is_the_default() -> None:
    floor = settings.SETTINGS["disclosure_floor"]
    assert settings.sound(floor, "under_10") == "under_10"
    assert settings.sound(floor, "show_everything") == floor.default
    assert settings.sound(settings.SETTINGS["is_example"], 1) is False


def test_the_computer_keeps_names_it_does_not_know(tmp_path: Path) -> None:
    assert settings.read_computer(tmp_path) == {}
    (tmp_path / "settings.json").write_text(json.dumps({"from_the_future": 1}), "utf-8")
    settings.write_computer(tmp_path, {"language": "cy"})
    assert settings.read_computer(tmp_path) == {"from_the_future": 1, "language": "cy"}
    (tmp_path / "settings.json").write_text("{ not json", "utf-8")
    assert settings.read_computer(tmp_path) == {}
    for content in ("[]", "[" * 200_000):
        (tmp_path / "settings.json").write_text(content, "utf-8")
        assert settings.read_computer(tmp_path) == {}


def test_the_profile_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "stick"))
    assert profile_dir() == tmp_path / "stick"
    assert profile_dir().is_dir()


def test_our_own_files_are_found() -> None:
    assert data_dir("resources").joinpath("vocab", "certainty.json").is_file()
