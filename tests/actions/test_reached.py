"""Who came beside who lives here: true figures for ourselves, not asked and not said apart, no ranks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.groups import make_group, quarter
from tests.open_files import AREAS, DISTRICT, ETHNIC, POSTCODES, write
from vcse_desktop.actions.entering import New, enter
from vcse_desktop.actions.for_us import exact_report
from vcse_desktop.actions.open_adding import Told, add_open_file, choose_area
from vcse_desktop.actions.open_places import place_of_postcode
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.reached import Reached, reached, said_unused
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.reports.blocks import Chart, NotRecorded, Shown, Table, Text
from vcse_desktop.reports.own import own_html

DAYS = date(2026, 7, 1), date(2026, 9, 30)


def session(vault: Vault, came: int, **counted: Mapping[str, int]) -> int:
    """Record a session at which people were counted by these lists."""
    activity = add(vault, "activity", {"title": "Drop-in"}).ids[0]
    made = add(vault, "session", {"activity": activity, "date": "2026-08-03", "people_n": came}).ids[0]
    with vault.unit("add") as unit:
        for vocab, groups in counted.items():
            for code, n in groups.items():
                unit.save(
                    "tally", None, {"session": made, "vocab": vocab.replace("__", ":"), "code": code, "n": n}
                )
    return made


def table(found: Reached, vocab: str) -> Table:
    """Return the table of a list."""
    (one,) = [each for each in found.lists if each.vocab == vocab]
    made = one.blocks[-1]
    assert isinstance(made, Table)
    return made


def numbers(made: Table) -> dict[str, list[object]]:
    """Return the cells of each row after its words: numbers, None for what nobody wrote down, or words."""
    rows: dict[str, list[object]] = {}
    for row in made.rows:
        name, *cells = row.cells
        assert isinstance(name, Text)
        rows[name.runs[0].text] = [
            cell.number if isinstance(cell, Shown) else None if isinstance(cell, NotRecorded) else "words"
            for cell in cells
        ]
    return rows


def test_not_asked_and_not_said_stand_apart_and_nobody_lives_here_yet(vault: Vault) -> None:
    session(vault, 20, ethnic_group={"asian_indian": 5, "not_said": 2})
    session(vault, 30)
    found = reached(vault, DAYS, "", "en")
    assert found.came == 50
    made = table(found, "ethnic_group")
    assert made.columns == ("Group", "Came")
    assert numbers(made) == {
        "Indian": [5],
        "Prefer not to say": [2],
        "Not asked: nobody counted by this": [30],
    }
    assert found.homes == () and found.deprived == ""
    assert "Religion" in said_unused(found.unused) and "Ethnic group" not in said_unused(found.unused)
    assert said_unused(()) == ""


def test_those_who_live_here_stand_beside_in_the_order_of_the_list(vault: Vault, tmp_path: Path) -> None:
    session(vault, 20, ethnic_group={"asian_pakistani": 5, "white_irish": 2, "not_said": 1})
    add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), Told(source="Census 2021, ONS"))
    found = reached(vault, DAYS, DISTRICT, "en")
    made = table(found, "ethnic_group")
    assert made.columns[2:] == (
        "Live in Anytown",
        "Of every 100 who came",
        "Of every 100 who live in Anytown",
    )
    assert numbers(made) == {
        "English, Welsh, Scottish, Northern Irish or British": [None, 80000, None, 85],
        "Irish": [2, 2500, 10, 3],
        "Indian": [None, 4000, None, 4],
        "Pakistani": [5, 6000, 25, 6],
        "Arab": [None, 1500, None, 2],
        "Prefer not to say": [1, "words", 5, "words"],
        "Not asked: nobody counted by this": [0, "words", "words", "words"],
    }
    assert "Who lives in Anytown: 94,000 people in 2021. Source: Census 2021, ONS." in made.notes
    assert "The publisher says of it: Ethnic group" in made.notes
    (one,) = found.lists
    chart = one.blocks[0]
    assert isinstance(chart, Chart) and chart.table == made.id
    assert chart.labels == ("Irish", "Pakistani")


def test_of_a_few_nobody_says_how_many_of_every_hundred_they_are(vault: Vault, tmp_path: Path) -> None:
    session(vault, 19, ethnic_group={"asian_pakistani": 5, "white_irish": 2})
    add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), Told(source="ONS"))
    (one,) = reached(vault, DAYS, DISTRICT, "en").lists
    (made,) = one.blocks
    assert isinstance(made, Table)
    assert made.columns == ("Group", "Came", "Live in Anytown")
    assert "Too few came to say how many of every 100 they are." in made.notes


def test_core20_is_known_where_a_file_says_it_with_its_year(vault: Vault, tmp_path: Path) -> None:
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), Told(source="MHCLG"))
    add_open_file(vault, write(tmp_path / "p.csv", POSTCODES), Told(source="ONS"))
    people = [
        enter(vault, "person", None, {"known_as": name, "home_area": home}).ids[0]
        for name, home in (("Ann", New("place", "M15 4AB")), ("Bo", New("place", "M15 4AD")), ("Cy", None))
    ]
    activity = add(vault, "activity", {"title": "Drop-in"}).ids[0]
    add(vault, "session", {"activity": activity, "date": "2026-08-03", "came": people})
    found = reached(vault, DAYS, DISTRICT, "en")
    made = found.homes[-1]
    assert isinstance(made, Table)
    assert numbers(made) == {
        "Among the most deprived fifth of areas": [1],
        "Another area": [1],
        "Area not known": [1],
    }
    assert any("IMD 2025, by 2021 areas" in note for note in made.notes)
    assert found.deprived.startswith("1 of 3 small areas in ") and "Source: MHCLG." in found.deprived
    ours = exact_report(vault, *DAYS, "en")
    assert ours.told.tables["people_core20"].rows


def test_where_people_came_from_never_shows_a_whole_postcode(vault: Vault) -> None:
    with vault.unit("add") as unit:  # as a laptop with an older program may have it
        unit.save("place", None, {"code": "old", "name": "flats at M15 4AB", "kind": "own"})
    session(vault, 25, own__place={"old": 4})
    assert "flats at M15" in numbers(table(reached(vault, DAYS, "", "en"), "own:place"))
    page = own_html((ours := exact_report(vault, *DAYS, "en")).blocks, ours.told).content.decode()
    assert "flats at M15" in page and "4AB" not in page


def test_the_report_has_who_lives_here_beside_the_lists_that_were_used(vault: Vault, tmp_path: Path) -> None:
    religion = ((*ETHNIC[0][:5], "religion", *ETHNIC[0][6:]), (*ETHNIC[1][:5], "Sikh", *ETHNIC[1][6:]))
    add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), Told(source="Census 2021, ONS"))
    add_open_file(vault, write(tmp_path / "r.csv", religion), Told(source="Census 2021, ONS"))
    session(vault, 20, ethnic_group={"asian_pakistani": 5})
    choose_area(vault, DISTRICT)
    ours = exact_report(vault, *DAYS, "en")
    mine = [block for block in ours.blocks if isinstance(block, Table) and block.id.startswith("lives-here-")]
    assert [one.caption for one in mine] == ["Who lives in Anytown, 2021: Ethnic group"]
    assert numbers(mine[0])["Pakistani"] == [6000]
    assert mine[0].notes == (
        "Published figures of 2021, in which nothing is hidden. Source: Census 2021, ONS.",
        "The publisher says of it: Ethnic group",
    )


def test_a_pack_has_published_figures_in_its_report_and_core20_hidden_as_all_else(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault") as vault:
        for name, rows in (("a", AREAS), ("e", ETHNIC), ("p", POSTCODES)):
            add_open_file(vault, write(tmp_path / f"{name}.csv", rows), Told(source="Census 2021, ONS"))
        homes = ["M15 4AB"] * 14 + ["M15 4AD"] * 13
        with vault.unit("add") as unit:
            places = {one: place_of_postcode(vault, unit, one) for one in dict.fromkeys(homes)}
            came = [
                unit.save("person", None, {"known_as": f"P{n}", "home_area": places[one]})
                for n, one in enumerate(homes)
            ]
            first = vault.rows("session")[0]["id"]
            unit.save("session", int(str(first)), {"came": came})
            unit.save(
                "tally", None, {"session": first, "vocab": "ethnic_group", "code": "asian_indian", "n": 14}
            )
        choose_area(vault, DISTRICT)
        drafted = draft_pack(vault, quarter())
    files = {name: data.decode() for name, data in drafted.frozen.files if name.endswith((".csv", ".html"))}
    page = next(text for name, text in files.items() if name.endswith("report.html"))
    assert "Who lives in Anytown, 2021: Ethnic group" in page and "80,000" in page
    assert "Published figures of 2021, in which nothing is hidden. Source: Census 2021, ONS." in page
    assert "IMD 2025, by 2021 areas, over those whose area is known." in page
    table = next(text for name, text in files.items() if "people_core20" in name)
    assert [line.split(",")[-2:] for line in table.splitlines()[1:]] == [["15", "rounded"]] * 2
    assert not any(end in text for text in files.values() for end in ("4AB", "4AD"))


def test_how_many_care_for_somebody_stands_with_the_carers(vault: Vault, tmp_path: Path) -> None:
    answers = ("Provides no unpaid care", 60000), ("Provides 50 or more hours unpaid care a week", 2400)
    heading = (*ETHNIC[0][:5], "unpaid_care", *ETHNIC[0][6:])
    care = (heading, *((*ETHNIC[1][:5], words, *ETHNIC[1][6:8], n) for words, n in answers))
    add_open_file(vault, write(tmp_path / "c.csv", care), Told(source="Census 2021, ONS"))
    (made,) = reached(vault, DAYS, DISTRICT, "en").also
    assert made.caption == "Who lives in Anytown, 2021: Hours of unpaid care"
    assert numbers(made) == {"No unpaid care": [60000], "50 or more hours": [2400]}
    carer = add(vault, "person", {"known_as": "Cal"}).ids[0]
    add(vault, "support", {"person": carer, "date": "2026-08-03", "who_for": "carer"})
    blocks = exact_report(vault, *DAYS, "en").blocks
    ids = [block.id for block in blocks]
    assert (
        ids.index("section-carers")
        < ids.index("lives-here-unpaid_care_hours")
        < ids.index("section-volunteering")
    )
