"""The published test vectors come out again, and each is what the index says."""

import json
from typing import Any

import pytest

from tests.vectors.make import FOLDER, found, written
from vcse_desktop.packs import p256
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key
from vcse_desktop.packs.verdicts import Verdict

INDEX: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text("utf-8"))
FILES = {file.name: file.read_bytes() for file in sorted((FOLDER / "files").iterdir())}


def test_they_come_out_again_byte_for_byte() -> None:
    made = written()
    there = [
        file for file in FOLDER.rglob("*") if file.suffix in {".zip", ".json"} or file.parent.name == "files"
    ]
    assert {file.relative_to(FOLDER).as_posix() for file in there} == set(made)
    assert [name for name, data in made.items() if (FOLDER / name).read_bytes() != data] == []
    assert sum(map(len, made.values())) < 1_000_000


@pytest.mark.parametrize("number", range(len(INDEX)))
def test_each_is_what_the_index_says(number: int) -> None:
    said = INDEX[number]
    data = (FOLDER / said["file"]).read_bytes()
    known = found(data, said["before"], FILES)
    assert (known.verdict.name, int(known.verdict)) == (said["verdict"], said["code"])
    alone = found(data, (), FILES)
    assert (alone.verdict.name, alone.digest, list(alone.keys)) == (
        said["verdict_of_a_stranger"],
        said["digest"],
        said["signers"],
    )


def test_every_verdict_has_one() -> None:
    assert {one["verdict"] for one in INDEX} == set(Verdict.__members__)


def test_the_keys_are_those_of_the_scalars_and_symbols() -> None:
    told = json.loads((FOLDER / "keys.json").read_text("utf-8"))
    for one in told["signers"].values():
        assert key_id(p256.point(p256.key_of(int(one["scalar"], 16)))) == one["key"]
    assert key_id(p256.point(recovery_key(told["recovery"]["symbols"]))) == told["recovery"]["key"]


def test_of_all_ways_to_write_a_signature_one_is_valid() -> None:
    told = json.loads((FOLDER / "ecdsa.json").read_text("utf-8"))
    point, message = bytes.fromhex(told["spki"])[-65:], bytes.fromhex(told["message"])
    assert [one["about"] for one in told["signatures"] if one["valid"]] == ["good"]
    p256.verify(point, bytes.fromhex(told["signatures"][0]["signature"]), message)
    for one in told["signatures"][1:]:
        with pytest.raises(Broken):
            p256.verify(point, bytes.fromhex(one["signature"]), message)
