"""Whatever somebody takes for a pack: one plain verdict, soon, and nothing is left behind."""

import errno
import io
import os
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packs.example import ID, files_of, known, pack, payload, report
from vcse_desktop.errors import WorldError
from vcse_desktop.packs import container
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.result import sentence
from vcse_desktop.packs.verdicts import Verdict

HUGE = 5 << 30
SOON = 10
"""Seconds: a huge file is not read to its end."""
PHOTO = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 40


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the program a place for temporary files, and see that it is empty afterwards."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    assert list(place.iterdir()) == []


def zipped(*names: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of photos by these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name in names:
            archive.writestr(name, PHOTO)
    return made.getvalue()


FILES = {
    "nothing": b"",
    "a photo": PHOTO,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(99),
    "a film": b"\0\0\0\x18ftypmp42" + bytes(99),
    "a program": b"MZ" + bytes(99),
    "a text": "Dear all, الملف\r\n".encode() * 9,
    "a web page": b"<!doctype html>\n<script>alert(1)</script>",
    "a table": b"name,number\r\nAnn,1\r\n",
    "an e-mail": b"From: a@example.org\r\nSubject: pack.zip\r\n\r\nUEsDBA==",
    "another archive": b"7z\xbc\xaf\x27\x1c" + bytes(99),
    "a packed file": b"\x1f\x8b\x08\0" + bytes(99),
    "an empty ZIP": b"PK\5\6" + bytes(18),
    "a ZIP of photos": zipped("1.jpg", "2.jpg"),
    "a ZIP of photos, stored": zipped("1.jpg", method=zipfile.ZIP_STORED),
    "a document": zipped("[Content_Types].xml", "word/document.xml"),
    "a ZIP of a ZIP": zipped(f"pack-{ID}.zip"),
    "a ZIP with names from elsewhere": zipped("../../x", "C:\\x", "ال صور/1.jpg"),
}


@pytest.mark.parametrize("name", FILES)
def test_every_sort_of_file_is_no_pack(name: str, tmp_path: Path) -> None:
    file = tmp_path / "O'Brien's ملف الرعاية 🌻.zip"
    file.write_bytes(FILES[name])
    result = check(file)
    assert result.verdict is Verdict.NOT_A_PACK
    assert sentence(result) == "This is not a summary pack."
    assert check(io.BytesIO(FILES[name])).verdict is Verdict.NOT_A_PACK


def test_a_pdf_that_nobody_signed_is_not_to_be_used(tmp_path: Path) -> None:
    file = tmp_path / "minutes of the trustees' meeting.pdf"
    file.write_bytes(report())
    assert check(file).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("begins", "found"),
    [
        (b"", Verdict.NOT_A_PACK),
        (b"%PDF-1.7\n", Verdict.TOO_BIG),
        (pack().data[: pack().data.index(b"bag-info.txt") - 30], Verdict.DAMAGED),
        (zipped(f"pack-{ID}/tagmanifest-sha256.txt")[:200], Verdict.TOO_BIG),
        (zipped("1.jpg")[:200], Verdict.TOO_BIG),
    ],
)
def test_a_file_of_5_gb_is_not_read_to_its_end(begins: bytes, found: Verdict, tmp_path: Path) -> None:
    file = tmp_path / "huge.zip"
    with file.open("wb") as out:
        out.write(begins)
        out.truncate(HUGE)
    start = time.monotonic()
    assert check(file).verdict is found
    assert time.monotonic() - start < SOON


class Stick(io.BytesIO):
    """A file on a stick that is pulled out after so many bytes."""

    def __init__(self, data: bytes, left: int) -> None:
        super().__init__(data)
        self._left = left

    def read(self, size: int | None = -1) -> bytes:
        """Return the next bytes while the stick is in."""
        if self.tell() >= self._left:
            raise OSError(errno.EIO, "no such device")
        return super().read(size)


@pytest.mark.parametrize("data", [pack().data, zipped(*map(str, range(99))), payload()["data/report.pdf"]])
def test_a_stick_that_is_pulled_out_half_way(data: bytes, tmp_path: Path) -> None:
    for left in (0, 1, 30, len(data) // 2, len(data)):
        with pytest.raises(WorldError) as fault:
            check(Stick(data, left), known(), tmp_path / "kept")
        assert fault.value.title == "The file cannot be read"
        assert not (tmp_path / "kept").exists()


def test_a_folder_that_goes_with_its_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in files_of():
        file = tmp_path / "stick" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    place = tmp_path / "stick" / f"pack-{ID}"
    assert check(place, known()).verdict is Verdict.REPACKED
    real = Path.open

    def pulled(file: Path, *how: str) -> object:
        if file.name == "pack.json":
            place.rename(tmp_path / "elsewhere")
        return real(file, *how)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", pulled)
        with pytest.raises(WorldError):
            check(place, known())
    with pytest.raises(WorldError):
        check(place, known())


def test_a_folder_or_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / f"pack-{ID}"
    place.mkdir()
    (tmp_path / "a.zip").write_bytes(pack().data)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", refused)
        with pytest.raises(WorldError):
            check(place)
        patch.setattr(Path, "open", refused)
        with pytest.raises(WorldError):
            check(tmp_path / "a.zip")


def test_a_device_is_not_read_at_all() -> None:
    assert check(Path(os.devnull)).why == "device"


def test_a_folder_that_can_be_read_alone_is_checked_and_not_written_to(tmp_path: Path) -> None:
    for name, data in files_of():
        file = tmp_path / "read-only" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    place = tmp_path / "read-only" / f"pack-{ID}"
    before = {file: file.stat().st_mtime_ns for file in place.rglob("*")}
    place.chmod(0o555)
    assert check(place, known()).verdict is Verdict.REPACKED
    place.chmod(0o755)
    assert {file: file.stat().st_mtime_ns for file in place.rglob("*")} == before


def test_a_folder_of_photos(tmp_path: Path) -> None:
    place = tmp_path / "صور"
    place.mkdir()
    assert check(place).verdict is Verdict.NOT_A_PACK
    (place / "1.jpg").write_bytes(PHOTO)
    assert check(place).verdict is Verdict.NOT_A_PACK


def test_a_name_in_any_letters_changes_nothing(tmp_path: Path) -> None:
    for name in ("O'Brien's.zip", "ملف.zip", "a b\tc.zip", ".zip", "%2e%2e.zip", "x" * 250 + ".zip"):
        file = tmp_path / name
        file.write_bytes(container.write(files_of()))
        assert check(file, known()).verdict is Verdict.OK
