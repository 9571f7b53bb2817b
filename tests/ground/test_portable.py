"""With portable.txt beside the program, all that it keeps stays with it."""

import sys
import tempfile
from pathlib import Path

import pytest

from vcse_desktop import log
from vcse_desktop.actions.folders import suggested
from vcse_desktop.actions.starting import begin
from vcse_desktop.paths import HOME_VARIABLE, profile_dir
from vcse_desktop.settings import write_computer


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program on a stick."""
    folder = tmp_path / "stick" / "vcse-desktop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "vcse-desktop"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "account"))
    return folder


def test_a_portable_program_keeps_settings_log_vaults_and_temporary_files_with_it(
    program: Path, tmp_path: Path
) -> None:
    (program / "portable.txt").touch()
    begin()
    log.event("tried")
    log.stop()
    write_computer(profile_dir(), {"language": "cy"})
    with tempfile.NamedTemporaryFile() as temporary:
        kept = [Path(temporary.name), suggested([tmp_path / "account"], "Carers"), profile_dir() / "log.txt"]
        assert all(program / "data" in file.parents for file in kept)
    assert (program / "data" / "settings.json").is_file()
    assert not (tmp_path / "account").exists()


def test_without_that_file_nothing_is_kept_beside_the_program(program: Path, tmp_path: Path) -> None:
    assert program not in profile_dir().parents
    assert suggested([tmp_path / "account"], "Carers").parent.parent == tmp_path / "account"
    assert not list(program.iterdir())
