"""ZIPs that were made again, whole or with something changed, and ZIPs that were never ours."""

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.attacks.slices import SEED, some
from tests.attacks.victim import BAD, REGISTER, Entries, entries, verdict
from tests.packs.example import payload
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.verdicts import Verdict


def zipped(made: Entries, method: int, extra: bytes, level: int = 6) -> bytes:
    """Return a ZIP as another program makes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in made:
            info = zipfile.ZipInfo(name, (2026, 11, 22, 9, 0, 2))
            info.compress_type, info.extra, info.external_attr = method, extra, 0o644 << 16
            archive.writestr(info, data, compresslevel=level)
    return out.getvalue()


def again() -> Iterator[bytes]:
    """Yield the pack made again in many ways, nothing inside changed."""
    rng = random.Random(SEED)  # noqa: S311 - an attack is no secret
    for extra in (b"", b"\x55\x54\x05\x00\x03abcd", b"\xfe\xca\0\0"):
        for level in (1, 6, 9):
            order = entries()
            yield zipped(order, zipfile.ZIP_DEFLATED, extra, level)
            rng.shuffle(order)
            if extra or order[0] != entries()[0]:
                yield zipped(order, zipfile.ZIP_STORED, extra)
            yield zipped(order, zipfile.ZIP_DEFLATED, extra, level)


def test_packs_made_again_are_genuine() -> None:
    for data in again():
        assert verdict(data) is Verdict.REPACKED


def test_one_byte_changed_in_a_pack_made_again_changes_nothing_inside_or_is_seen(tmp_path: Path) -> None:
    data = zipped(entries(), zipfile.ZIP_DEFLATED, b"")
    contents = {name.removeprefix("data/"): content for name, content in payload().items()}
    for place in some(range(len(data)), 300):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        result = check(io.BytesIO(changed), REGISTER, tmp_path / str(place))
        assert result.verdict in BAD | {Verdict.REPACKED}, place
        if result.kept:
            kept = {f.relative_to(result.kept).as_posix(): f for f in result.kept.rglob("*") if f.is_file()}
            assert {name: file.read_bytes() for name, file in kept.items()} == contents


def test_contents_changed_before_the_pack_was_made_again() -> None:
    for number, (name, content) in enumerate(entries()):
        for place in some(range(len(content)), 6):
            made = entries()
            made[number] = (name, content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            assert verdict(zipped(made, zipfile.ZIP_DEFLATED, b"")) is Verdict.ALTERED


def test_zips_that_are_none_of_ours() -> None:
    rng = random.Random(SEED)  # noqa: S311 - an attack is no secret
    names = [
        "a.txt",
        "../../etc/passwd",
        "/abs",
        "C:\\x",
        "a/" * 60 + "b",
        "pack-a/x",
        "é",
        "\u202etxt.exe",
    ]
    for _ in range(60):
        made = [
            (rng.choice(names) + str(n), rng.randbytes(rng.randrange(300))) for n in range(rng.randrange(6))
        ]
        method = rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
        assert verdict(zipped(made, method, b"")) is Verdict.NOT_A_PACK


def test_noise_behind_a_local_header() -> None:
    rng = random.Random(SEED)  # noqa: S311 - an attack is no secret
    for size in range(0, 2000, 13):
        assert verdict(b"PK\x03\x04" + rng.randbytes(size)) in BAD
        head = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\x21\0" + rng.randbytes(12) + b"\x05\0\0\0"
        assert verdict(head + rng.randbytes(size) + b"PK\x05\x06" + rng.randbytes(16) + bytes(2)) in BAD
