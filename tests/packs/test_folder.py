"""Packs whose outer file was made again on the way, or unpacked: the contents decide."""

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.packs.example import ID, checked, claims, files_of, known, pack, payload
from vcse_desktop.packs import container, unzip
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.container import Entry
from vcse_desktop.packs.layout import ENTRY_LIMIT, MIB
from vcse_desktop.packs.result import Result, sentence
from vcse_desktop.packs.verdicts import Stop, Verdict

ROOT = f"pack-{ID}"
Entries = list[tuple[str, bytes]]


def zipped(
    entries: Entries, method: int = zipfile.ZIP_DEFLATED, extra: bytes = b"", comment: bytes = b""
) -> bytes:
    """Return a ZIP as another program makes it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.comment = comment
        for name, data in entries:
            info = zipfile.ZipInfo(name, (2026, 11, 22, 9, 0, 0))
            info.compress_type, info.extra = method, extra
            archive.writestr(info, data)
    return made.getvalue()


class OneWay(io.RawIOBase):
    """A stream that can only be written, so that sizes follow the contents."""

    def __init__(self) -> None:
        super().__init__()
        self.made = bytearray()

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take the bytes."""
        self.made += data
        return len(data)


def streamed(entries: Entries) -> bytes:
    """Return a ZIP in which sizes and checksums stand behind the contents."""
    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return bytes(out.made)


def large_fields(entries: Entries) -> bytes:
    """Return a ZIP whose local headers leave the sizes to an extra field."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(data)
    return made.getvalue()


def flagged(entries: Entries) -> bytes:
    """Return a ZIP in our order, not compressed, that says how its names are written."""
    data = zipped(entries, zipfile.ZIP_STORED)
    return altered(altered(data, 7, b"\x08"), data.index(b"PK\1\2") + 9, b"\x08")


def litter(entries: Entries) -> Entries:
    """Return the entries with what systems leave behind, and folders."""
    left = (
        "__MACOSX/._pack",
        f"{ROOT}/.DS_Store",
        f"{ROOT}/data/Thumbs.db",
        f"{ROOT}/data/tables/desktop.ini",
    )
    return [(f"{ROOT}/", b""), (f"{ROOT}/data/", b""), *entries, *((name, b"x") for name in left)]


AGAIN: dict[str, Callable[[Entries], bytes]] = {
    "compressed": zipped,
    "extra fields": lambda e: zipped(e, zipfile.ZIP_STORED, b"\x55\x54\x05\x00\x03\0\0\0\0"),
    "flags": flagged,
    "another order": lambda e: zipped(e[::-1], zipfile.ZIP_STORED),
    "sizes behind": streamed,
    "large fields": large_fields,
    "comment": lambda e: zipped(e, comment=b"scanned PK\5\6 " + b"." * 30),
    "litter": lambda e: zipped(litter(e)),
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_pack_zipped_again_is_genuine(name: str) -> None:
    result = checked(AGAIN[name](files_of()), known())
    assert (result.verdict, result.why) == (Verdict.REPACKED, "register")
    assert sentence(result) == (
        "The contents are genuine and signed by Example Carers Trust. The outer file was made again on the "
        "way, often by a mail filter."
    )
    assert checked(AGAIN[name](files_of())).verdict is Verdict.UNKNOWN_SIGNER
    assert bool(result.ignored) == (name == "litter")


def test_compressed_contents_of_every_size_come_out() -> None:
    page = payload()["data/report.html"]
    for size in (0, 1, 65_535, 65_536, 300_000):
        files = payload() | {"data/report-easy.html": page + b" " * size}
        assert checked(zipped(files_of(files=files)), known()).verdict is Verdict.REPACKED


SPOILT: dict[str, tuple[Callable[[Entries], Entries], Verdict]] = {
    "a payload file changed": (lambda e: [*e[:-1], (e[-1][0], e[-1][1] + b" ")], Verdict.ALTERED),
    "a tag file changed": (lambda e: [*e[:2], (e[2][0], e[2][1] + b" "), *e[3:]], Verdict.ALTERED),
    "the list changed": (lambda e: [(e[0][0], e[0][1] + b" "), *e[1:]], Verdict.ALTERED),
    "a file missing": (lambda e: e[:-1], Verdict.ALTERED),
    "no signature": (lambda e: [e[0], *e[2:]], Verdict.ALTERED),
    "one file more": (lambda e: [*e, (f"{ROOT}/data/evil.exe", b"MZ")], Verdict.ALTERED),
    "one file beside": (lambda e: [*e, ("evil.exe", b"MZ")], Verdict.ALTERED),
    "one file above": (lambda e: [*e, (f"{ROOT}/../evil.exe", b"MZ")], Verdict.ALTERED),
    "an absolute name": (lambda e: [*e, ("/tmp/evil.exe", b"MZ")], Verdict.ALTERED),  # noqa: S108
    "a name of Windows": (lambda e: [*e, (f"{ROOT}\\evil.exe", b"MZ")], Verdict.ALTERED),
    "other capitals": (lambda e: [*e, (e[-1][0].upper(), e[-1][1])], Verdict.ALTERED),
    "a second pack": (lambda e: [*e, ("pack-other/tagmanifest-sha256.txt", b"")], Verdict.ALTERED),
    "a second signature out of order": (
        lambda e: [*e, (f"{ROOT}/signature-3.p7s", e[1][1])],
        Verdict.ALTERED,
    ),
    "a folder with contents": (lambda e: [*e, (f"{ROOT}/x/", b"MZ")], Verdict.ALTERED),
    "another root": (lambda e: [(n.replace(ROOT, "pack-a"), d) for n, d in e], Verdict.ALTERED),
    "no root": (lambda e: [(n.partition("/")[2], d) for n, d in e], Verdict.NOT_A_PACK),
    "a root around": (lambda e: [("x/" + n, d) for n, d in e], Verdict.NOT_A_PACK),
    "nothing of ours": (lambda e: [("letter.docx", b"")], Verdict.NOT_A_PACK),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_pack_zipped_again_with_something_else_is_not(name: str) -> None:
    change, found = SPOILT[name]
    result = checked(zipped(change(files_of())), known())
    assert result.verdict is found


def test_the_same_name_twice() -> None:
    entries = files_of()
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([*entries, entries[-1]])
    assert checked(data, known()).verdict is Verdict.ALTERED


def test_verdicts_of_the_contents_stay() -> None:
    signed_more = files_of(files=payload() | {"data/x.exe": b"MZ"})
    assert checked(zipped(signed_more), known()).verdict is Verdict.UNSAFE
    newer = files_of(claims(format=2, min_reader=2))
    assert checked(zipped(newer), known()).verdict is Verdict.NEWER_FORMAT


def altered(data: bytes, at: int, new: bytes) -> bytes:
    """Return the data with some bytes exchanged."""
    return data[:at] + new + data[at + len(new) :]


def test_a_zip_that_cannot_be_taken_apart_is_damaged() -> None:
    data = zipped(files_of())
    central, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    name = data.index(ROOT.encode(), 4)
    second, its_line = data.index(b"PK\3\4", 4), data.index(b"PK\1\2", central + 4)
    wrong = {
        "cut off": data[:-1],
        "cut off early": data[:200],
        "more at the end": data + b"x",
        "no room for the end": data[: end + 10],
        "another disk": altered(data, end + 4, b"\1"),
        "directory beyond the end": altered(data, end + 16, b"\xff\xff\xff\x7f"),
        "fewer entries than lines": altered(data, end + 8, b"\x09\0\x09\0"),
        "too many entries": altered(data, end + 8, b"\xff\0\xff\0"),
        "no directory": altered(data, central, b"PK\3\4"),
        "encrypted": altered(altered(data, central + 8, b"\1"), 6, b"\1"),
        "another method": altered(altered(data, its_line + 10, b"\x63"), second + 8, b"\x63"),
        "two methods": altered(data, central + 10, b"\0"),
        "two names": altered(data, data.index(b"readme.txt"), b"README.txt"),
        "two sizes": altered(data, central + 24, b"\1"),
        "two checksums": altered(data, 14, b"\0\0"),
        "contents that cannot be unpacked": altered(data, name + 60, b"\xff" * 40),
        "entry beyond the end": altered(data, central + 42, (len(data) - 9).to_bytes(4, "little")),
        "entry elsewhere": altered(data, central + 42, b"\1"),
    }
    for what, changed in wrong.items():
        assert checked(changed, known()).verdict is Verdict.DAMAGED, what


def test_nothing_may_stand_behind_the_end_of_compressed_contents() -> None:
    *others, (name, content) = reversed(files_of())  # in our own order it would be read as ours
    pump = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = pump.compress(content) + pump.flush()
    told = zlib.crc32(content).to_bytes(4, "little"), len(content).to_bytes(4, "little")
    found = []
    for more in (b"", b"behind the end"):
        data = zipped([*others, (name, packed + more)], zipfile.ZIP_STORED)
        for head, method, crc, size in ((b"PK\3\4", 8, 14, 22), (b"PK\1\2", 10, 16, 24)):
            at = data.rindex(head)
            for place, new in ((method, b"\x08\0"), (crc, told[0]), (size, told[1])):
                data = altered(data, at + place, new)
        found.append(checked(data, known()))
    assert [one.verdict for one in found] == [Verdict.REPACKED, Verdict.DAMAGED]
    assert found[1].why == "zip-contents"


def test_entries_may_not_overlap() -> None:
    inner = Entry(f"{ROOT}/bagit.txt", zlib.crc32(b"x"), 1, 0)
    hidden = inner.local() + b"x"
    outer = Entry(f"{ROOT}/readme.txt", zlib.crc32(hidden), len(hidden), 0)
    first = Entry(f"{ROOT}/tagmanifest-sha256.txt", 0, 0, len(outer.local() + hidden))
    inner = replace(inner, offset=len(outer.local()))
    data = outer.local() + hidden + first.local()
    result = checked(data + container.directory([outer, inner, first], len(data)))
    assert (result.verdict, result.why) == (Verdict.DAMAGED, "zip-overlap")


def bomb(size: int, told: int) -> bytes:
    """Return a pack zipped again whose report is so large, and says that it is so large."""
    entries = files_of(files=payload() | {"data/report.html": bytes(size)})
    data = zipped(entries)
    at = data.index(b"data/report.html", data.index(b"PK\1\2")) - 46 - len(ROOT) - 1
    local = data.index(b"data/report.html") - 30 - len(ROOT) - 1
    return altered(altered(data, at + 24, told.to_bytes(4, "little")), local + 22, told.to_bytes(4, "little"))


def test_bombs_do_not_go_off() -> None:
    assert checked(bomb(ENTRY_LIMIT + 1, ENTRY_LIMIT + 1)).verdict is Verdict.TOO_BIG
    assert checked(bomb(ENTRY_LIMIT + 1, 100)).verdict is Verdict.DAMAGED
    both = {f"data/tables/t{n}.v1.csv": bytes(ENTRY_LIMIT) for n in range(2)}
    assert checked(zipped(files_of(files=payload() | both))).verdict is Verdict.TOO_BIG
    many = {f"data/tables/t{n}.v1.csv": b"a" for n in range(60)}
    assert checked(zipped(files_of(files=payload() | many))).verdict is Verdict.TOO_BIG


def test_no_more_is_unpacked_than_was_told(tmp_path: Path) -> None:
    file = io.BytesIO(zipped([("a", bytes(4 << 20))]))
    (member,) = unzip.members(file)
    small = replace(member, size=100)
    file = io.BytesIO(altered(file.getvalue(), 22, (100).to_bytes(4, "little")))
    with pytest.raises(Stop):
        unzip.unpack(file, [(small, tmp_path / "a")])
    assert (tmp_path / "a").stat().st_size <= 100


def test_what_is_too_large_is_not_copied() -> None:
    data = zipped([("big.bin", os.urandom(1 << 20))] * 1) + bytes(64 << 20)
    assert checked(data).verdict is Verdict.TOO_BIG


def unpacked(folder: Path, entries: Entries | None = None) -> Path:
    """Write the files of a pack below a folder and return the folder of the pack."""
    for name, data in entries or files_of():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder / ROOT


def test_an_unpacked_pack_is_genuine(tmp_path: Path) -> None:
    place = unpacked(tmp_path / "in")
    assert check(place, known()).verdict is Verdict.REPACKED
    assert check(tmp_path / "in", known()).verdict is Verdict.REPACKED
    result = check(place, known(), tmp_path / "kept")
    assert result.kept
    assert (tmp_path / "kept" / "report.pdf").read_bytes() == payload()["data/report.pdf"]


def test_an_unpacked_pack_where_the_command_line_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(unpacked(tmp_path))
    assert check(Path(), known()).verdict is Verdict.REPACKED


def test_litter_in_a_folder_is_listed_and_ignored(tmp_path: Path) -> None:
    place = unpacked(tmp_path)
    for name in (".DS_Store", "data/._report.pdf", "data/Thumbs.db", "desktop.ini", "__MACOSX/a/b"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"x")
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    (place / "empty").mkdir()
    result = check(tmp_path, known())
    assert result.verdict is Verdict.REPACKED
    assert set(result.ignored) == {
        ".DS_Store",
        "data/._report.pdf",
        "data/Thumbs.db",
        "desktop.ini",
        "__MACOSX",
    }


def spoilt(place: Path) -> Result:
    """Return what is thought of the folder."""
    return check(place, known())


def test_one_file_more_or_less_in_a_folder(tmp_path: Path) -> None:
    place = unpacked(tmp_path)
    (place / "data/tables/evil.exe").write_bytes(b"MZ")
    assert (spoilt(place).verdict, spoilt(place).why) == (Verdict.ALTERED, "file-extra")
    (place / "data/tables/evil.exe").unlink()
    deep = place / "a/b/c/d/e"
    deep.mkdir(parents=True)
    assert spoilt(place).verdict is Verdict.ALTERED
    for folder in (deep, *deep.parents[:4]):
        folder.rmdir()
    assert spoilt(place).verdict is Verdict.REPACKED
    (place / "data/report.html").unlink()
    assert (spoilt(place).verdict, spoilt(place).why) == (Verdict.ALTERED, "file-missing")


def test_a_changed_file_in_a_folder(tmp_path: Path) -> None:
    place = unpacked(tmp_path)
    for name in ("pack.json", "data/report.html", "signature-1.p7s", "tagmanifest-sha256.txt"):
        before = (place / name).read_bytes()
        (place / name).write_bytes(before + b" ")
        assert spoilt(place).verdict is Verdict.ALTERED
        (place / name).write_bytes(before)
    (place / "readme.txt").write_bytes(bytes(65_537))
    assert spoilt(place).verdict is Verdict.TOO_BIG


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    place = unpacked(tmp_path, [one for one in files_of() if "/data/" not in one[0]])
    (place / "data").write_bytes(b"x")
    assert spoilt(place).verdict is Verdict.ALTERED


def test_a_folder_over_64_mib(tmp_path: Path) -> None:
    both = {f"data/tables/t{n}.v1.csv": bytes(ENTRY_LIMIT) for n in range(2)}
    assert spoilt(unpacked(tmp_path, files_of(files=payload() | both))).verdict is Verdict.TOO_BIG


def test_a_link_is_no_file(tmp_path: Path) -> None:
    place = unpacked(tmp_path / "in")
    report = place / "data/report.html"
    report.rename(tmp_path / "elsewhere.html")
    report.symlink_to(tmp_path / "elsewhere.html")
    assert spoilt(place).verdict is Verdict.ALTERED
    assert not (tmp_path / "kept").exists()


def test_a_folder_behind_a_link_is_none(tmp_path: Path) -> None:
    place = unpacked(tmp_path / "in")
    (place / "data").rename(tmp_path / "elsewhere")
    (place / "data").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert spoilt(place).verdict is Verdict.ALTERED


def test_folders_that_are_no_packs(tmp_path: Path) -> None:
    assert check(tmp_path).verdict is Verdict.NOT_A_PACK
    (tmp_path / ROOT).mkdir()
    assert check(tmp_path).verdict is Verdict.NOT_A_PACK
    unpacked(tmp_path).rename(tmp_path / "renamed")
    assert check(tmp_path / "renamed").verdict is Verdict.NOT_A_PACK
    (tmp_path / "renamed").rename(tmp_path / "pack-renamed")
    assert check(tmp_path / "pack-renamed").verdict is Verdict.ALTERED
    unpacked(tmp_path)
    assert check(tmp_path).verdict is Verdict.NOT_A_PACK  # two


def test_our_layout_is_never_tried_again() -> None:
    data = pack().data
    for place in range(4, 26):
        found = checked(altered(data, place, bytes([data[place] ^ 2])), known()).verdict
        assert found in {Verdict.ALTERED, Verdict.DAMAGED}, place
    entries = files_of()
    assert container.write(entries)[6:10] == bytes(4)
    assert checked(container.write([entries[0], *entries[:0:-1]]), known()).verdict is Verdict.ALTERED


def test_a_directory_that_is_too_long_is_not_read() -> None:
    length = 8 * MIB + 1
    end = container.END_HEAD.pack(container.END, 0, 0, 0, 0, length, 0, 0)
    with pytest.raises(Stop) as stopped:
        unzip.members(io.BytesIO(bytes(length) + end))
    assert stopped.value.verdict is Verdict.TOO_BIG
