"""Writes the test vectors: ``python -m tests.vectors.make``; a test makes them again and compares."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.attacks.corpus.signatures import scalars
from tests.vectors.cases import Vector, vectors
from tests.vectors.documents import CHARITY, keys
from vcse_desktop.packs import p256
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.keys import spki
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Verdict

FOLDER = Path(__file__).parent
DAY = "2027-04-01"
MESSAGE = b"what is signed\n"


def found(data: bytes, before: Sequence[Sequence[str]], files: Mapping[str, bytes]) -> Result:
    """Return what is found after these things were done: the digits of a file compared, a file checked."""
    register = Register()
    for act, file in before:
        result = check(io.BytesIO(files[file]), register)
        if act == "compare":
            register = trust(register, read_chain(result.claims["identity"]), DAY)
            result = check(io.BytesIO(files[file]), register)
        register = result.register
    return check(io.BytesIO(data), register)


def _told(one: Vector, files: Mapping[str, bytes]) -> dict[str, Any]:
    alone = found(one.data, (), files)
    return {
        "file": f"files/{one.file}",
        "about": one.about,
        "before": [list(act) for act in one.before],
        "verdict": one.verdict,
        "code": int(Verdict[one.verdict]),
        "verdict_of_a_stranger": alone.verdict.name,
        "digest": alone.digest,
        "signers": list(alone.keys),
    }


def _signatures() -> list[dict[str, object]]:
    """Return ways to write a signature over the message, and whether each is one."""
    good = p256.sign(CHARITY.key, MESSAGE)
    told = []
    for about, one in (("good", good), *scalars(good)):
        try:
            p256.verify(p256.point(CHARITY.key), one, MESSAGE)
            valid = True
        except Broken:
            valid = False
        told.append({"about": about, "signature": one.hex(), "valid": valid})
    return told


def written() -> dict[str, bytes]:
    """Return every file of the vectors by its name below this folder."""
    all_of_them = vectors()
    files = {one.file: one.data for one in all_of_them}
    index = [_told(one, files) for one in all_of_them]
    point = p256.point(CHARITY.key)
    ecdsa = {"spki": spki(point).hex(), "message": MESSAGE.hex(), "signatures": _signatures()}
    texts = {"index.json": index, "keys.json": keys(), "ecdsa.json": ecdsa}
    made = {
        name: (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode() for name, said in texts.items()
    }
    return {f"files/{name}": data for name, data in files.items()} | made


def main() -> None:
    """Write them."""
    (FOLDER / "files").mkdir(exist_ok=True)
    for name, data in written().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
