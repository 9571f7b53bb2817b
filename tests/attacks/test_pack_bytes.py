"""Whoever carries a pack may change, cut, add or move bytes: never is it called good again."""

import random
from collections.abc import Iterator

import pytest

from tests.attacks.slices import SEED, some
from tests.attacks.victim import BAD, ROOT, entries, verdict, whole
from vcse_desktop.packs import container
from vcse_desktop.packs.verdicts import Verdict


def flipped(data: bytes, place: int, by: int) -> bytes:
    """Return the data with one byte changed."""
    return data[:place] + bytes([data[place] ^ by]) + data[place + 1 :]


def areas() -> dict[str, range]:
    """Return where each part of the pack begins and ends."""
    data, at, found = whole(), 0, {}
    for name, content in entries():
        found[f"header of {name}"] = range(at, at + 30 + len(name))
        found[name] = range(at + 30 + len(name), at := at + 30 + len(name) + len(content))
    return {**found, "directory": range(at, len(data))}


def test_the_pack_is_good_before_anybody_touches_it() -> None:
    assert verdict(whole()) is Verdict.OK


def test_a_flipped_byte_in_any_part() -> None:
    for name, area in areas().items():
        flips = [(place, by) for place in area for by in (0x01, 0x20, 0x80)]
        for place, by in some(flips, 25):
            found = verdict(flipped(whole(), place, by))
            assert found in BAD, (name, place, by)


def test_the_first_header_and_the_end_byte_by_byte() -> None:
    last = len(whole()) - 22
    for place in (*range(30 + len(entries()[0][0])), *range(last, len(whole()))):
        for by in (0x01, 0x08, 0x80):
            assert verdict(flipped(whole(), place, by)) in BAD, (place, by)


def test_a_cut_at_any_place() -> None:
    for end in some(range(len(whole())), 300):
        assert verdict(whole()[:end]) is (Verdict.NOT_A_PACK if end < 30 else Verdict.DAMAGED), end


def inserted(rng: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield the pack with bytes more, fewer, exchanged or repeated."""
    data = whole()
    for place in some(range(1, len(data)), 100):
        yield f"insert {place}", data[:place] + rng.randbytes(1) + data[place:]
        yield f"delete {place}", data[:place] + data[place + 1 :]
        length = rng.randrange(2, 400)
        yield f"repeat {place}", data[:place] + data[max(0, place - length) : place] + data[place:]
        yield f"delete many {place}", data[:place] + data[place + length :]
        if data[place - 1] != data[place]:
            yield (
                f"swap {place}",
                data[: place - 1] + data[place : place + 1] + data[place - 1 : place] + data[place + 1 :],
            )


def test_bytes_more_fewer_or_in_another_order() -> None:
    for name, data in inserted(random.Random(SEED)):  # noqa: S311 - an attack is no secret
        if data != whole():
            assert verdict(data) in BAD, name


@pytest.mark.parametrize("size", [1, 4, 22, 30, 46, 65_557])
def test_something_before_or_after(size: int) -> None:
    other = container.write([("a.txt", b"hello")])
    for more in (bytes(size), b"\n" * size, whole()[:size], whole()[-size:], other, b"PK\5\6" + bytes(18)):
        assert verdict(whole() + more) is Verdict.ALTERED
        assert verdict(more + whole()) in BAD
    assert verdict(whole() + whole()) is Verdict.ALTERED


def lies() -> Iterator[tuple[str, bytes]]:
    """Yield the pack with one field of one header or line of the directory saying something else."""
    data = whole()
    fields = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)]
    lines = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2)]
    lines += [(32, 2), (34, 2), (36, 2), (38, 4), (42, 4)]
    at = 0
    for sign, places in (
        (b"PK\3\4", fields),
        (b"PK\1\2", lines),
        (b"PK\5\6", [(n, 2) for n in range(4, 22, 2)]),
    ):
        at = data.index(sign)
        while at >= 0:
            for start, width in places:
                old = int.from_bytes(data[at + start : at + start + width], "little")
                for new in {0, 1, old + 1, max(old - 1, 0), old * 2, 256**width - 1} - {old}:
                    said = (new % 256**width).to_bytes(width, "little")
                    yield (
                        f"{sign!r} at {at}, {start}: {new}",
                        data[: at + start] + said + data[at + start + width :],
                    )
            at = data.find(sign, at + 1)


def test_headers_and_the_directory_may_not_lie() -> None:
    for name, data in some(list(lies()), 250):
        if data != whole():
            assert verdict(data) in BAD, name


def test_contents_changed_with_their_checksums_set_right() -> None:
    for number, (name, content) in enumerate(entries()):
        for place in some(range(len(content)), 12):
            for changed in (
                flipped(content, place, 1),
                content[:place],
                content[:place] + b" " + content[place:],
            ):
                made = entries()
                made[number] = (name, changed)
                assert verdict(container.write(made)) is Verdict.ALTERED, (name, place)


def test_entries_left_out_doubled_moved_renamed_or_added() -> None:
    known = entries()
    strange = [
        f"{ROOT}/data/check.exe",
        f"{ROOT}/../../x",
        "/etc/x",
        "x",
        f"{ROOT}/",
        f"{ROOT}\\x",
        "C:/x",
        "",
    ]
    strange += [name.upper() for name, _ in known] + [f"{name}/x" for name, _ in known[-1:]]
    mutants: list[tuple[str, list[tuple[str, bytes]]]] = []
    for n, (name, content) in enumerate(known):
        rest = [*known[:n], *known[n + 1 :]]
        mutants.append((f"without {name}", rest))
        mutants += [(f"{name} twice", [*known[:m], known[n], *known[m:]]) for m in range(1, len(known) + 1)]
        if n:
            mutants += [
                (f"{name} to {m}", [*rest[:m], known[n], *rest[m:]]) for m in range(1, len(known)) if m != n
            ]
        mutants += [
            (f"{name} is {other}", [*known[:n], (other, content), *known[n + 1 :]]) for other in strange
        ]
        mutants += [(f"{other} at {n}", [*known[:n], (other, b"MZ"), *known[n:]]) for other in strange]
    for name, made in some(mutants, 400):
        second_gone = name == f"without {ROOT}/signature-2.p7s"
        if made != known:
            assert verdict(container.write(made)) in ({Verdict.UNFINISHED} if second_gone else BAD), name
