"""Where a vault may be made and opened, what its folder is called, and where a recovery sheet may go."""

from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE
from vcse_desktop.actions import drives, folders
from vcse_desktop.actions.folders import (
    for_new_vault,
    must_not_be_shared,
    safe_name,
    save_sheet,
    suggested,
    warning,
)
from vcse_desktop.actions.last_opened import example_folder, remember, remembered
from vcse_desktop.actions.unlocking import new_vault, unlock, unlock_with_code
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.store.passphrase import FLOOR

INSTEAD = Path("/somewhere/that/works")


def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let this be what the system says is mounted, beside a disk at the root."""
    file = tmp_path / "mounts"
    file.write_text("\n".join(["/dev/sda1 / ext4 rw 0 0", *lines, "short"]), encoding="utf-8")
    monkeypatch.setattr(drives, "MOUNTS", file)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Anytown Carers", "Anytown Carers"),
        ('A/B\\C: "D" <E>|?*', "A B C D E"),
        ("  Gofalwyr  Tref Ŵ. ", "Gofalwyr Tref Ŵ"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        ("...", folders.PROGRAM),
        ("", folders.PROGRAM),
        ("x" * 500, "x" * 60),
    ],
)
def test_a_name_becomes_a_folder_that_every_system_takes(name: str, folder: str) -> None:
    assert safe_name(name) == folder


def test_the_folder_filled_in_is_new_and_in_a_place_that_suits(tmp_path: Path) -> None:
    synced, good = tmp_path / "OneDrive - Anytown", tmp_path / "home"
    first = suggested([synced, good], "Our group")
    assert first == good / "VCSE Desktop" / "Our group"
    first.mkdir(parents=True)
    assert suggested([synced, good], "Our group") == first, "an empty folder can be used"
    (first / "letter.txt").write_text("ours", encoding="utf-8")
    assert suggested([synced, good], "Our group") == first.with_name("Our group 2")
    assert suggested([synced], "Our group").is_relative_to(example_folder().parent), "our own, in the end"


@pytest.mark.parametrize(
    "place",
    ["OneDrive", "OneDrive - Anytown Carers", "Dropbox (Home)", "Google Drive", "Nextcloud", "Box Sync"],
)
def test_making_in_a_synced_folder_is_refused_and_opening_there_warns(tmp_path: Path, place: str) -> None:
    folder = tmp_path / place / "deep" / "vault"
    with pytest.raises(Refused) as refused:
        for_new_vault(str(folder), INSTEAD)
    assert refused.value.values["folder"] == INSTEAD
    with pytest.raises(Refused):
        new_vault(folder, "Our group", PASSPHRASE, kdf=FLOOR)
    assert not folder.exists()
    assert warning(folder)


def test_a_synced_folder_is_known_by_what_the_service_leaves_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not warning(tmp_path / "a")
    (tmp_path / ".stfolder").mkdir()
    assert warning(tmp_path / "a")
    (tmp_path / ".stfolder").rmdir()
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert warning(tmp_path / "a")


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_network_share_is_refused_for_making_and_for_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    share = tmp_path / "the share"
    made, code = new_vault(share / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    made.lock()
    mounted(tmp_path, monkeypatch, f"server:/x {str(share).replace(' ', chr(92) + '040')} {kind} rw 0 0")
    with pytest.raises(Refused) as refused:
        for_new_vault(str(share / "other"), INSTEAD)
    assert refused.value.values["folder"] == INSTEAD
    for opens in (
        lambda: unlock(share / "vault", PASSPHRASE),
        lambda: unlock_with_code(share / "vault", code),
        lambda: must_not_be_shared(share / "vault"),
    ):
        with pytest.raises(Refused, match="network"):
            opens()
    assert for_new_vault(str(tmp_path / "new"), INSTEAD) == tmp_path / "new"


def test_the_names_that_windows_gives_to_shares_are_refused() -> None:
    for typed in (r"\\server\share\vault", "//server/share/vault"):
        with pytest.raises(Refused, match="network"):
            must_not_be_shared(Path(typed))


@pytest.mark.parametrize("typed", ["", "vault", "./vault"])
def test_a_place_that_is_not_complete_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="not complete"):
        for_new_vault(typed, INSTEAD)


def test_a_folder_in_use_and_a_novel_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ours", encoding="utf-8")
    with pytest.raises(Refused, match="in use"):
        for_new_vault(str(tmp_path), INSTEAD)
    with pytest.raises(WorldError, match="too long"):
        for_new_vault(str(tmp_path / ("x" * 5000)), INSTEAD)


def test_a_sheet_goes_to_a_stick_and_never_to_the_disk_of_the_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, stick = tmp_path / "vault", tmp_path / "stick"
    vault.mkdir()
    stick.mkdir()
    blocks = tmp_path / "blocks"
    (blocks / "sdb1").mkdir(parents=True)
    (blocks / "removable").write_text("1\n", encoding="ascii")
    monkeypatch.setattr(drives, "BLOCKS", blocks)
    mounted(tmp_path, monkeypatch, f"/dev/sdb1 {stick} vfat rw 0 0")
    with pytest.raises(Refused):
        save_sheet(stick / "sheet.pdf", b"x", vault)  # the stick is only said to be another disk
    monkeypatch.setattr(
        folders, "same_disk", lambda one, other: one.is_relative_to(stick) == other.is_relative_to(stick)
    )
    save_sheet(stick / "sheet.pdf", b"x", vault)
    assert (stick / "sheet.pdf").read_bytes() == b"x"
    with pytest.raises(Refused):
        save_sheet(tmp_path / "sheet.pdf", b"x", vault)
    (blocks / "removable").write_text("0\n", encoding="ascii")
    with pytest.raises(Refused):
        save_sheet(stick / "other.pdf", b"x", vault)
    (blocks / "removable").write_text("1\n", encoding="ascii")
    with pytest.raises(WorldError):
        save_sheet(stick / "no" / "such" / "sheet.pdf", b"x", vault)
    assert [file.name for file in stick.iterdir()] == ["sheet.pdf"]


def test_two_folders_of_one_disk_are_known_as_that(tmp_path: Path) -> None:
    assert drives.same_disk(tmp_path / "a" / "b", tmp_path)
    proc = Path("/proc")
    if proc.is_dir():
        assert not drives.same_disk(tmp_path, proc)


def test_the_vault_opened_last_is_remembered_and_the_example_never_replaces_it(tmp_path: Path) -> None:
    assert remembered() is None
    example_folder().mkdir()
    remember(example_folder())
    assert remembered() == example_folder()
    remember(tmp_path)
    remember(example_folder())
    assert remembered() == tmp_path
    remember(tmp_path / "gone")
    assert remembered() is None
