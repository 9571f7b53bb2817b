"""The same journey with real events and real comments, which are not in git and are looked for beside it."""

import csv
import gzip
import io
import os
import random
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from tests import outside
from tests.commands import MAKE, Run
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions import unlocking
from vcse_desktop.actions.lives_here import Here
from vcse_desktop.actions.open_adding import Told, add_open_file
from vcse_desktop.cli import main
from vcse_desktop.exchange.areas.reading import Areas, read_open_file
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.verdicts import Verdict

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("VCSE_REAL_DATA", ROOT.parent / "shared" / "data"))
EVENTS, COMMENTS = REAL / "engagement_events_dundee" / "events.csv", REAL / "comments" / "comments.csv"
MOST, SLICE = 500, 300
LONG = "VCSE_LONG" in os.environ
REFUSED = {Verdict.NOT_A_PACK, Verdict.DAMAGED, Verdict.ALTERED, Verdict.TOO_BIG, Verdict.NEWER_FORMAT}

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not REAL.is_dir(), reason="the real data is not beside the project, so this did not run"
    ),
]


def dated_comments(folder: Path) -> Path:
    """Save the first 500 comments of the second set, which has days, in a file of their own."""
    with COMMENTS.open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(source)
        chosen = list(islice((row for row in rows if row["source"] == "fft-phase2"), MOST))
        names = list(rows.fieldnames or ())
    made = folder / "comments.csv"
    with made.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, names)
        writer.writeheader()
        writer.writerows(chosen)
    return made


def refused(pack: Path) -> int:
    """Flip one byte at a time: all that is not payload, and 2,000 places of the payload. Returns how many.

    A slice of it each time; all of it with --long.
    """
    data = pack.read_bytes()
    with zipfile.ZipFile(pack) as archive:
        payload = [info for info in archive.infolist() if "/data/" in info.filename]
    starts = [info.header_offset + 30 + len(info.filename) for info in payload]
    inside = {
        place
        for start, info in zip(starts, payload, strict=True)
        for place in range(start, start + info.file_size)
    }
    outside_it = [place for place in range(len(data)) if place not in inside]
    dice = random.Random(20260101)  # noqa: S311 - which places are tried is no secret
    places = outside_it + dice.sample(sorted(inside), 2_000)
    tried = places if LONG else dice.sample(places, SLICE)
    for place in tried:
        flipped = data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]
        assert check(io.BytesIO(flipped)).verdict in REFUSED, place
    return len(tried)


def test_real_events_and_comments_become_packs_that_others_can_check(tmp_path: Path, run: Run) -> None:
    vault, code = tmp_path / "vault", tmp_path / "code.txt"
    code.write_text(run("new", vault, "--organisation", "Data for Good").out, "utf-8")
    run("rehearse", vault, "--code-file", code)
    events = ["--map", "date=date", "--map", "activity=title", "--map", "people_n=attendance"]
    assert "35 rows" in run("import", vault, EVENTS, "--kind", "session", *events).out
    comments = dated_comments(tmp_path)
    said = run(
        "import", vault, comments, "--kind", "insight", "--map", "words=text", "--map", "heard_on=date"
    )
    assert said.status == 0, said.out
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        assert (len(unlocked.rows("session")), len(unlocked.rows("insight"))) == (35, MOST)
        days = sorted(str(row["heard_on"]) for row in unlocked.rows("insight") if row["heard_on"])
    month = days[len(days) // 2][:7]

    for first, last, name in (
        ("2024-01-01", "2024-03-31", "events"),
        (f"{month}-01", f"{month}-28", "comments"),
    ):
        pack = tmp_path / f"{name}.zip"
        made = run(*MAKE, vault, "--from", first, "--to", last, "--for", "Our ICB", "--out", pack)
        assert made.status == 0, made.err
        assert main(["pack", "check", str(pack)]) == 20
        bag = outside.unpack(pack, tmp_path / name)
        for tool in (outside.openssl, outside.sha256sum, outside.bagit, outside.frictionless):
            assert tool(bag), f"{tool.__name__} refuses the {name}"
        assert refused(pack) >= (2_000 if LONG else SLICE)
    (table,) = (tmp_path / "events").glob("pack-*/data/tables/sessions_by_month.v1.csv")
    sessions = table.read_text("utf-8")
    assert ",attendances,75,rounded" in sessions  # 27 + 15 + 33 in the first quarter of 2024
    for _ in range(2):
        run("undo", vault)
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        assert unlocked.rows("session") == unlocked.rows("insight") == []


def test_real_areas_postcodes_and_census_tables_stand_beside_those_who_came(tmp_path: Path) -> None:
    areas = tmp_path / "areas.csv"
    areas.write_bytes(gzip.decompress((REAL / "geography" / "england_lsoa21_joined.csv.gz").read_bytes()))
    census = sorted((REAL / "census2021_trafford").glob("*.csv"))
    postcodes = REAL / "postcodes" / "trafford_postcodes.csv"
    known = read_open_file(areas)
    assert isinstance(known, Areas)
    most = sum((area.decile or 0) in (1, 2) for area in known.areas.values())
    assert (len(known.areas), most) == (33_755, 6_751)  # a fifth
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        add_open_file(vault, areas, Told(source="MHCLG and ONS", districts="Trafford"))
        added = add_open_file(vault, postcodes, Told(source="ONS"))
        assert (added.kept.many, added.unknown) == (11_264, 0)
        tables = [add_open_file(vault, file, Told(source="Census 2021, ONS")).kept for file in census]
        assert len({one.setting for one in tables}) == len(census) == 13
        assert {one.year for one in tables} == {2021}
        here = Here(vault)
        lives = here.lives("E08000009")
        assert len(lives) == 8 and all(one.area == "Trafford" for one in lives.values())
        assert not [code for one in lives.values() for code in one.counts if code.startswith("x_")]
        wards = [words for _, words in here.offered() if "(ward" in words]
        assert "Altrincham (ward, 2021)" in wards and "Altrincham (ward, 2024)" in wards
        assert sum(len(row) for row in repr(vault.rows("setting"))) < 500_000
