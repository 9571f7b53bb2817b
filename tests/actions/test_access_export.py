"""What one person is handed: all that is held about them, readable, harmless, and nobody else's name."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions.access_export import export
from vcse_desktop.actions.reading_over import check_value
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind

EVIL = '=HYPERLINK("http://x.example","pay")<script>alert(1)</script>'


def opened(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_field_of_every_record_of_theirs_is_in_it(vault: Vault, tmp_path: Path) -> None:
    """Fill each text with a marker of its own and look for all of them."""
    marks: list[str] = []

    def filled(table: str, **links: object) -> dict[str, object]:
        made: dict[str, object] = dict(links)
        for field in TABLES[table].fields:
            if field.kind in (Kind.TEXT, Kind.NOTE) and field.code not in {"vocab", "code"}:
                made[field.code] = f"mark{len(marks)}x"
                marks.append(f"mark{len(marks)}x")
        return made

    with vault.unit("add") as unit:
        ann = unit.save("person", None, filled("person"))
        also = unit.save("person", None, filled("person", merged_into=ann))
        session = unit.save("session", None, {"date": "2026-01-02", "came": [also], "people_n": 77})
        unit.save("support", None, filled("support", person=also, session=session, hours_band="hours_20_34"))
        unit.save("insight", None, filled("insight", person=ann))
        unit.save("time_given", None, filled("time_given", person=ann, hours=90))
        unit.save("connection", None, filled("connection", wish_person=ann))
        for part in ("consent", "access", "check"):
            unit.save(part, None, filled(part, person=ann))
        unit.save("equality", None, filled("equality", person=ann, vocab="sex", code="female"))
        field = unit.save("own_field", None, {"label": "Shoe size"})
        unit.save("own_value", None, {"record": ann, "field": field, "value": "marksevenx"})
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"strengths": "changed since"})
    with vault.unit("remove") as unit:
        unit.remove("support", vault.rows("support")[0]["id"])  # type: ignore[arg-type]
    done = export(vault, ann, tmp_path / "ann.zip", "en")
    files = opened(tmp_path / "ann.zip")
    assert done.records == 12
    page, data = files["everything.html"].decode(), files["everything.json"].decode()
    for mark in (*marks, "marksevenx", "changed since", "2 January 2026"):
        assert mark in page, mark
    for mark in (*marks, "marksevenx"):
        assert mark in data, mark
    assert "77" not in data.split('"session"')[1].split('"kind"')[0]
    assert "Female" in page and "removed from our lists" in page
    kinds = "person session support insight time_given connection consent access check equality own_value"
    tables = {name for name in files if name.startswith("tables/")}
    assert tables == {f"tables/{name}.csv" for name in kinds.split()}
    support = cells(files["tables/support.csv"])
    assert support[1][1] == "Yes"


def test_who_read_their_words_over_is_said_in_words(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann Planter"})
        said = unit.save("insight", None, {"person": ann, "words": "Ann is kind"})
        for kept in ({"Ann": "agreed"}, {}):
            read = check_value("share_words", "Ann is kind", kept)
            unit.save("own_value", None, {"record": said, "value": read})
    export(vault, ann, tmp_path / "ann.zip", "en")
    page = opened(tmp_path / "ann.zip")["everything.html"].decode()
    assert "They agreed to it" in page and "Nothing that was found had to be kept" in page
    assert "hash" not in page and "Our own question" not in page


def test_nothing_in_it_runs(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": EVIL, "strengths": f"{EVIL}\n+1\t@x", "note": "\r=1+1"})
    export(vault, ann, tmp_path / "x.zip", "en")
    files = opened(tmp_path / "x.zip")
    page = files["everything.html"].decode()
    assert "<script" not in page and "&lt;script&gt;" in page and "default-src 'none'" in page
    for row in cells(files["tables/person.csv"]):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    told: Any = json.loads(files["everything.json"])
    assert told["about"] == EVIL
    assert all(not name.startswith(("/", "..")) and "=" not in name for name in files)


def test_other_people_are_another_person(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann Planter", "note": "Came with Bo Digger and Rose."})
        bo = unit.save("person", None, {"known_as": "Bo Digger", "phone": "secretphone"})
        unit.save("person", None, {"known_as": "Rose Planter"})
        unit.save("connection", None, {"offer_person": bo, "wish_person": ann, "offer": "lifts from Bo"})
        unit.save("session", None, {"date": "2026-01-02", "came": [ann, bo], "note": "Bo's idea"})
        unit.save("support", None, {"person": bo, "who_hint": "not hers"})
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"note": "Came with Digger and somebody who rose early; Ann Planter paid."})
    export(vault, ann, tmp_path / "x.zip", "en")
    everything = b"".join(opened(tmp_path / "x.zip").values()).decode()
    for word in ("Digger", "Bo ", "Bo'", "Rose", "secretphone", "not hers"):
        assert word not in everything, word
    assert "Came with [another person] and somebody who rose early; Ann Planter paid." in everything
    assert "<dt>Who offers</dt><dd><bdi>another person</bdi>" in everything
    assert "<dt>Who wishes</dt><dd><bdi>Ann Planter</bdi>" in everything


def test_texts_of_others_that_name_them_are_counted_for_the_keeper(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann Planter"})
        unit.save("activity", None, {"title": "Dig", "note": "Ask Ann Planter"})
    done = export(vault, ann, tmp_path / "x.zip", "en")
    assert (done.records, done.elsewhere) == (1, 1)
    assert b"Ask Ann" not in b"".join(opened(tmp_path / "x.zip").values())


def test_what_was_attached_is_beside_it(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        said = unit.save("insight", None, {"words": "x", "person": ann})
        unit.attach({"insight": said, "caption": "the bench"}, b"\x89PNG picture")
    export(vault, ann, tmp_path / "x.zip", "en")
    found = {name: content for name, content in opened(tmp_path / "x.zip").items() if "attach" in name}
    assert {content for name, content in found.items() if name.endswith(".png")} == {b"\x89PNG picture"}


def test_nobody_and_no_keeper(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="This person is not there"):
        export(vault, 12345, tmp_path / "x.zip", "en")
    assert not (tmp_path / "x.zip").exists()


def test_a_member_is_refused(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    with made.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    with as_somebody_else(made, "member") as vault, pytest.raises(Refused, match="A keeper can do this"):
        export(vault, ann, tmp_path / "x.zip", "en")
    assert not (tmp_path / "x.zip").exists()
