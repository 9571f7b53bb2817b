"""docs/checking-a-pack.md can be followed word for word, and each step sees what it says it sees."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packs.example import pack
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.keys import key_id as _key_id
from vcse_desktop.packs.p256 import key_of, point

PAGE = (Path(__file__).parents[2] / "docs" / "checking-a-pack.md").read_text("utf-8")
STEPS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
Change = Callable[[Path], object]


def followed(folder: Path, change: Change = lambda _: None) -> tuple[int, str]:
    """Return how many steps passed, and all they printed; the pack is changed once it is unpacked."""
    (folder / "pack.zip").write_bytes(pack().data)
    place, said = folder, ""
    for number, step in enumerate(STEPS):
        done = subprocess.run(
            ["sh", "-e"], input=step, cwd=place, capture_output=True, text=True, check=False
        )
        said += done.stdout + done.stderr
        if done.returncode:
            return number, said
        if not number:
            (place,) = folder.glob("pack-*")
            change(place)
    return len(STEPS), said


def longer(name: str) -> Change:
    """Return a change that adds a byte to a file."""
    return lambda place: (place / name).write_bytes((place / name).read_bytes() + b"\n")


def changed(name: str, part: float = 1) -> Change:
    """Return a change of the last byte of a file, or of one after this part of it."""

    def change(place: Path) -> None:
        data = bytearray((place / name).read_bytes())
        data[int((len(data) - 1) * part)] ^= 1
        (place / name).write_bytes(data)

    return change


def test_a_good_pack_passes_every_step_and_shows_the_digits(tmp_path: Path) -> None:
    passed, said = followed(tmp_path)
    assert passed == len(STEPS) == 6, said
    assert digits(_key_id(point(key_of(0x1111)))) in said
    assert "CMS Verification successful" in said
    assert "CAdES Verification successful" in said
    assert "no other file" in said


@pytest.mark.parametrize(
    ("change", "passed"),
    [
        (longer("tagmanifest-sha256.txt"), 1),
        (longer("pack.json"), 3),
        (longer("data/report.pdf"), 3),
        (changed("signature-1.p7s"), 1),
        (changed("signature-1.p7s", 0.5), 2),  # in the certificate
        (changed("tagmanifest-sha256.txt"), 1),
        (changed("manifest-sha256.txt"), 3),
        (changed("readme.txt"), 3),
        (changed("data/report.html"), 3),
        (changed("data/tables/carers.v1.csv"), 3),
        (lambda place: (place / "data" / "more.txt").write_bytes(b"x"), 4),
        (lambda place: (place / "data" / "quotes.csv").symlink_to("report.pdf"), 4),
    ],
    ids=[
        *(
            "list",
            "claims",
            "payload",
            "signature",
            "certificate",
            "byte of the list",
            "list of the payload",
            "read me",
        ),
        *("page", "table", "another file", "a link"),
    ],
)
def test_each_step_sees_what_it_is_for(tmp_path: Path, change: Change, passed: int) -> None:
    assert followed(tmp_path, change)[0] == passed


def test_a_renamed_folder_is_seen_by_the_last_step(tmp_path: Path) -> None:
    followed(tmp_path)
    (place,) = tmp_path.glob("pack-*")
    other = place.rename(place.with_name(place.name[:-1] + "x"))
    assert subprocess.run(["sh", "-e"], input=STEPS[-1], cwd=other, text=True, check=False).returncode == 1
