"""The outer file: its bytes follow from its contents, and any zip program opens it."""

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.example import STEADY
from vcse_desktop.packs import container
from vcse_desktop.packs.container import LOCAL_HEAD
from vcse_desktop.packs.forward import at_most
from vcse_desktop.packs.layout import KINDS, Root, is_path, root_of
from vcse_desktop.packs.opening import Source, opened
from vcse_desktop.packs.verdicts import Stop, Verdict

PATHS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,9}(\.[a-z0-9]{1,3})?", fullmatch=True)
FILES = st.dictionaries(PATHS, st.binary(max_size=200), max_size=6)


class Trickle(io.RawIOBase):
    """A stream that hands out at most three bytes at a time, as a slow pipe may."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._left = data

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        part, self._left = self._left[: min(3, size)], self._left[min(3, size) :]
        return part


def packed(files: dict[str, bytes]) -> bytes:
    """Return a file in our layout with these entries after the first."""
    entries = [("tagmanifest-sha256.txt", b"list"), *sorted(files.items())]
    return container.write((f"pack-a/{name}", data) for name, data in entries)


def begun(stream: IO[bytes], into: Path) -> Source:
    """Return the files of a stream, of which what tells it is a ZIP was read before."""
    return opened(stream, at_most(stream, LOCAL_HEAD.size), into)


@STEADY
@given(FILES)
def test_what_was_written_is_read_back_also_from_a_slow_pipe(files: dict[str, bytes]) -> None:
    source = begun(Trickle(packed(files)), Path())  # type: ignore[arg-type]
    for name, data in (("tagmanifest-sha256.txt", b"list"), *sorted(files.items())):
        assert source.has(name)
        assert b"".join(source.read(name, 200)) == data
    assert source.close() == ()


@STEADY
@given(FILES)
def test_the_usual_library_reads_the_same(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(files))) as archive:
        assert archive.testzip() is None
        assert {info.filename: archive.read(info) for info in archive.infolist()} == {
            "pack-a/tagmanifest-sha256.txt": b"list",
            **{f"pack-a/{name}": data for name, data in files.items()},
        }
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


@STEADY
@given(FILES, st.data())
def test_no_byte_can_change_unseen(files: dict[str, bytes], data: st.DataObject) -> None:
    whole = packed(files)
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    with TemporaryDirectory() as folder, pytest.raises(Stop):
        source = begun(io.BytesIO(changed), Path(folder))
        for name in ("tagmanifest-sha256.txt", *sorted(files)):
            b"".join(source.read(name, 200))
        source.close()
        if str(source.root) != "pack-a" or source.again:
            raise Stop(Verdict.ALTERED, "seen by the claims")


@pytest.mark.parametrize("name", ["pack-a", "notice-20261121-7f3a9kq2", "reply-" + "x" * 32, "request-0"])
def test_names_of_roots(name: str) -> None:
    root = root_of(name)
    assert root
    assert str(root) == name


@pytest.mark.parametrize(
    "name",
    ["pack", "pack-", "pack-A", "pack-a_b", "pack-a-", "pack--a", "a", "reply-" + "x" * 33, "pack-a\n"],
)
def test_names_that_are_no_roots(name: str) -> None:
    assert root_of(name) is None


@pytest.mark.parametrize(
    "path",
    ["a", "data/tables/carers.v1.csv", "a" * 40, "signature-1.p7s", "a.b.c", "console", "com", "lpt10"],
)
def test_paths(path: str) -> None:
    assert is_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        ".a",
        "-a",
        "_a",
        "A",
        "a b",
        "é",
        "a\\b",
        "a:b",
        "a\n",
        "a/b/c/d",
        "a" * 41,
        "a.b.c.d",
        "a.",
        "con",
        "con.txt",
        "data/nul",
        "com1.a.b",
        "lpt9",
        "aux",
        "prn.c",
        "a/" * 2 + "b" * 80,
        "a." + "b" * 9,
    ],
)
def test_paths_that_some_system_cannot_keep(path: str) -> None:
    assert not is_path(path)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("data/report.pdf", True),
        ("data/report.html", True),
        ("data/report.txt", True),
        ("data/report-cy.pdf", True),
        ("data/report-easy.html", True),
        ("data/report-large-en.txt", True),
        ("data/quotes.csv", True),
        ("data/datapackage.json", True),
        ("data/tables/carers.v1.csv", True),
        ("data/tables/carers.v12.csv", True),
        ("data/tables/carers.v0.csv", False),
        ("data/tables/carers.v01.csv", False),
        ("data/tables/carers.csv", False),
        ("data/tables/car-ers.v1.csv", False),
        ("data/report-x.pdf", False),
        ("data/report-.pdf", False),
        ("data/report.xlsx", False),
        ("data/check.exe", False),
        ("data/report.pdf.exe", False),
        ("data/notice.txt", False),
        ("report.pdf", False),
        ("data/tables/quotes.csv", False),
    ],
)
def test_what_a_pack_may_hold(path: str, allowed: bool) -> None:
    assert KINDS["pack"].allows(path) is allowed


def test_roots_say_their_kind() -> None:
    assert Root(KINDS["pack"], "a").kind.tags == [
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "pack.json",
        "readme.txt",
    ]
