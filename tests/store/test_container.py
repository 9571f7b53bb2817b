"""A container says what it is to anybody, and to nobody anything else; whatever is changed in it is found."""

import os
import string
import struct
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.errors import VcseError
from vcse_desktop.store.container import (
    BACKUP,
    BLOCK,
    HANDOVER,
    LARGEST,
    header,
    read_head,
    take_out,
    unsealed,
    wrap,
)
from vcse_desktop.store.encoding import canonical, to_bytes, to_text
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.unfit import DamagedBackup, NewerBackup, NotABackup, Stopped

KEY = bytes(range(32))
INNER = {"rows": {"person": [3, 2]}, "secret": "Xanthippe"}
BODY = bytes(range(256)) * 40


def fields(body: bytes, **more: object) -> dict[str, object]:
    return {
        "app": "1.0",
        "body_bytes": len(body),
        "body_sha256": sha256(body).hexdigest(),
        "epoch": 1,
        "made_at": "2026-11-21T18:30:05Z",
        "migrations": ["m001_first"],
        "previous": [],
        "slots": [],
        "vault": "0123456789ABC",
        **more,
    }


def made(folder: Path, body: bytes = BODY) -> Path:
    """Return a container with this body."""
    file = folder / "a.vcse-backup"
    file.write_bytes(body)
    wrap(file, header(BACKUP, fields(body), INNER, KEY), Gauge(0))
    return file


def whole(file: Path, target: Path | None = None, key: bytes = KEY) -> object:
    """Check everything there is to check, as a restore does; return what was sealed."""
    head = read_head(file)
    inner = unsealed(head, key)
    take_out(file, head, target, Gauge(0))
    return inner


@given(body=st.binary(min_size=1, max_size=9000) | st.sampled_from([os.urandom(1 << 20), bytes(2_500_001)]))
def test_what_goes_in_comes_out(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    folder = tmp_path_factory.mktemp("c")
    file = made(folder, body)
    assert whole(file, folder / "out") == INNER
    assert (folder / "out").read_bytes() == body
    assert (file.stat().st_size - len(body)) % BLOCK == 0


@given(raw=st.binary(max_size=40), place=st.integers(0), letter=st.sampled_from(string.printable + "é"))
def test_bytes_are_written_in_one_way_only(raw: bytes, place: int, letter: str) -> None:
    text = to_text(raw)
    assert to_bytes(text) == raw
    other = text[: place % (len(text) + 1)] + letter + text[place % (len(text) + 1) + 1 :]
    with suppress(ValueError):
        assert other == text or to_bytes(other) != raw


@pytest.mark.parametrize("text", ["AB", "+A", "AA==", "A", "AAA B", "AAé"])
def test_text_that_is_no_such_writing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_bytes(text)


def test_a_byte_changed_anywhere_in_the_header_is_found(tmp_path: Path) -> None:
    file = made(tmp_path)
    content = file.read_bytes()
    size = read_head(file).size
    length = struct.unpack_from("<I", content, 12)[0]
    for place in (*range(16 + length), 16 + length, 16 + length + 1, size - 1):
        for bit in (1, 0x80):
            changed = bytearray(content)
            changed[place] ^= bit
            file.write_bytes(changed)
            with pytest.raises(VcseError):
                whole(file)


@pytest.mark.parametrize("place", [0, 1, 5000, len(BODY) - 1])
def test_a_byte_changed_in_the_body_is_found_without_any_key(tmp_path: Path, place: int) -> None:
    file = made(tmp_path)
    changed = bytearray(file.read_bytes())
    changed[read_head(file).size + place] ^= 1
    file.write_bytes(changed)
    with pytest.raises(DamagedBackup):
        take_out(file, read_head(file), None, Gauge(0))


@pytest.mark.parametrize("cut", [1, 100, len(BODY), len(BODY) + 1, len(BODY) + 4090])
def test_a_file_that_is_cut_or_grown_is_found(tmp_path: Path, cut: int) -> None:
    file = made(tmp_path)
    content = file.read_bytes()
    for other in (content[:-cut], content + bytes(cut)):
        file.write_bytes(other)
        with pytest.raises((DamagedBackup, NotABackup)):
            read_head(file)


def test_another_key_reads_nothing_and_the_names_in_it_are_sealed(tmp_path: Path) -> None:
    file = made(tmp_path)
    with pytest.raises(DamagedBackup):
        whole(file, key=bytes(32))
    assert b"Xanthippe" not in file.read_bytes()


def test_a_field_that_is_exchanged_with_its_hash_is_found(tmp_path: Path) -> None:
    """Somebody without the key puts another body in and mends the hash: the seal binds the hash."""
    file = made(tmp_path)
    head, other = read_head(file), BODY[::-1]
    doctored = {**head.fields, "body_sha256": sha256(other).hexdigest()}
    written = canonical(doctored)
    start = struct.pack("<8sII", b"VCSEBK01", head.size, len(written))
    file.write_bytes((start + written).ljust(head.size, b"\0") + other)
    again = read_head(file)
    take_out(file, again, None, Gauge(0))
    with pytest.raises(DamagedBackup):
        unsealed(again, KEY)


@pytest.mark.parametrize(
    "content",
    [b"", b"VCSEBK", b"PK\x03\x04" + bytes(100), b"SQLite format 3\0" + bytes(5000)],
)
def test_something_else_is_no_backup(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    for path in (file, tmp_path / "missing", tmp_path):
        with pytest.raises(NotABackup):
            read_head(path)


def test_a_file_of_a_newer_program_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    file = made(tmp_path)
    file.write_bytes(b"VCSEBK02" + file.read_bytes()[8:])
    with pytest.raises(NewerBackup):
        read_head(file)


def test_a_hand_over_has_its_own_magic_and_fields_and_is_no_backup(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(BODY)
    wrap(file, header(HANDOVER, fields(BODY, salt="x", to=""), INNER, KEY), Gauge(0))
    assert unsealed(read_head(file, HANDOVER), KEY) == INNER
    with pytest.raises(NotABackup):
        read_head(file)
    with pytest.raises(ValueError, match="exactly its fields"):
        header(BACKUP, fields(BODY, salt="x", to=""), INNER, KEY)


def test_a_header_never_outgrows_its_room() -> None:
    with pytest.raises(ValueError, match="room"):
        header(BACKUP, fields(BODY, slots=[{"label": "x" * LARGEST}]), INNER, KEY)


def test_it_stops_when_it_is_told_to(tmp_path: Path) -> None:
    file = made(tmp_path)
    with pytest.raises(Stopped):
        take_out(file, read_head(file), None, Gauge(0, cancelled=lambda: True))
