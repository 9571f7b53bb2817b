"""Open files in the vault: added, in place of an older one, taken out; wards by name, postcodes forgotten."""

from pathlib import Path

import pytest

from tests.actions.spread import opened, shown, suggested
from tests.open_files import AREAS, DISTRICT, ETHNIC, OTHER_WARD, POSTCODES, SEX_OF_SMALL, SMALL, WARD, write
from tests.vaults import as_somebody_else
from vcse_desktop.actions import listing
from vcse_desktop.actions.entering import New, enter
from vcse_desktop.actions.imports.making import carry_out
from vcse_desktop.actions.lives_here import Here
from vcse_desktop.actions.open_adding import Told, add_open_file, choose_area, forget_open_file
from vcse_desktop.actions.open_kept import AREAS as AREAS_SETTING
from vcse_desktop.actions.open_kept import all_kept, deprivation, living
from vcse_desktop.actions.recording import NotSound, add, undo
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused

ONS = Told(source="ONS")


def home(vault: Vault, postcode: str) -> dict[str, object]:
    """Return the place that somebody's postcode became."""
    made = enter(vault, "person", None, {"known_as": "Ann", "home_area": New("place", postcode)})
    person = vault.row("person", made.ids[0])
    assert person is not None
    place = vault.row("place", int(str(person["home_area"])))
    assert place is not None
    return dict(place)


def called(vault: Vault) -> set[tuple[object, object]]:
    return {(row["name"], row["year"]) for row in vault.rows("place")}


def test_wards_can_be_picked_by_name_and_the_year_and_the_source_stay(vault: Vault, tmp_path: Path) -> None:
    added = add_open_file(vault, write(tmp_path / "a.csv", AREAS), Told(source="MHCLG and ONS"))
    assert called(vault) == {("Anytown", 2024), ("Bridge", 2024), ("Heath", 2024)}
    bridge = next(row for row in vault.rows("place") if row["code"] == WARD)
    anytown = next(row for row in vault.rows("place") if row["code"] == DISTRICT)
    assert (bridge["kind"], bridge["parent"], bridge["source"]) == ("ward", anytown["id"], "MHCLG and ONS")
    names = listing.opened(vault, "person", None, "en").names["place"]
    assert [(one.text, one.hint) for one in names.suggest("bri")] == [("Bridge", "ward, boundaries of 2024")]
    assert all_kept(vault) == [added.kept]
    assert (added.kept.year, added.kept.index, added.kept.many) == (2021, 2025, 3)
    undo(vault)
    assert not all_kept(vault) and not vault.rows("place") and deprivation(vault) is None


def test_a_newer_file_takes_the_place_of_an_older_one_and_places_in_use_stay(
    vault: Vault, tmp_path: Path
) -> None:
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), ONS)
    heath = next(row for row in vault.rows("place") if row["code"] == OTHER_WARD)
    add(vault, "activity", {"title": "Walk", "place": heath["id"]})
    newer = (tuple(name.replace("24", "26") for name in map(str, AREAS[0])), *AREAS[1:3])
    add_open_file(vault, write(tmp_path / "b.csv", newer), ONS)
    assert called(vault) == {("Anytown", 2024), ("Heath", 2024), ("Anytown", 2026), ("Bridge", 2026)}
    (kept,) = all_kept(vault)
    assert (kept.many, kept.wards) == (2, 2026)
    forget_open_file(vault, AREAS_SETTING)
    assert called(vault) == {("Anytown", 2024), ("Heath", 2024)}
    assert not all_kept(vault)
    undo(vault)
    assert all_kept(vault) == [kept]


def test_a_postcode_becomes_its_area_and_is_kept_nowhere(vault: Vault, tmp_path: Path) -> None:
    assert home(vault, "m15 4ab")["code"] == "E08000009"  # no file yet: its local authority
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), ONS)
    assert add_open_file(vault, write(tmp_path / "p.csv", POSTCODES), ONS).unknown == 0
    place = home(vault, "m15 4ab")
    assert (place["code"], place["name"], place["kind"]) == (SMALL[0], "Anytown 001A", "lsoa")
    assert home(vault, "M15 4AE")["kind"] == "district"  # not in the group's file
    said = repr([vault.rows(kind) for kind in ("person", "place")]).upper()
    assert "4AB" not in said and "4AE" not in said
    with pytest.raises(NotSound) as told:
        home(vault, "M99 9ZZ")
    assert [one.field for one in told.value.problems] == ["home_area"]
    with pytest.raises(NotSound):
        add(vault, "place", {"code": "x", "name": "M15 4AB", "kind": "own"})


def test_postcodes_of_other_years_areas_are_not_mixed_with_ours(vault: Vault, tmp_path: Path) -> None:
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), ONS)
    old = (("postcode", "lsoa11cd"), *((row[0], row[1]) for row in POSTCODES[1:]))
    add_open_file(vault, write(tmp_path / "p.csv", old), ONS)
    assert home(vault, "M15 4AB")["kind"] == "district"
    missing = (POSTCODES[0], ("M15 4AB", "E01999999", DISTRICT, "Anytown"))
    assert add_open_file(vault, write(tmp_path / "q.csv", missing), ONS).unknown == 1
    assert home(vault, "M15 4AB")["kind"] == "district"


def test_of_a_file_of_the_whole_country_only_our_districts_are_kept(vault: Vault, tmp_path: Path) -> None:
    many = [
        (f"E01{n:06}", 5, n, f"Elsewhere {n}", "W", "E05000001", "Elsewhere", "E08000001")
        for n in range(2500)
    ]
    file = write(tmp_path / "all.csv", (*AREAS, *many))
    for districts in ("", "Nowhere"):
        with pytest.raises(Refused):
            add_open_file(vault, file, Told(districts=districts))
    assert not all_kept(vault) and not vault.rows("place")
    assert add_open_file(vault, file, Told(districts=" anytown ,")).kept.many == 3


def test_what_cannot_be_used_changes_nothing(vault: Vault, tmp_path: Path) -> None:
    before = add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), ONS).kept
    units = len(vault.units(100))
    (tmp_path / "empty.csv").write_bytes(b"")
    write(tmp_path / "other.csv", (("name", "hours"), ("Ann", 2)))
    write(tmp_path / "sex.csv", SEX_OF_SMALL)
    for name, told in (("empty.csv", ONS), ("other.csv", ONS), ("sex.csv", ONS), ("e.csv", Told("20x1"))):
        with pytest.raises(Refused):
            add_open_file(vault, tmp_path / name, told)
    assert all_kept(vault) == [before]
    assert len(vault.units(100)) == units


def test_only_a_keeper_adds_and_takes_out_and_others_see_it(vault: Vault, tmp_path: Path) -> None:
    kept = add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), Told()).kept
    assert kept.source == "From the file e.csv"
    with as_somebody_else(vault, MEMBER) as theirs:
        assert [one.names for one in living(theirs)] == [{DISTRICT: "Anytown"}]
        with pytest.raises(Refused):
            add_open_file(theirs, tmp_path / "e.csv", ONS)
        with pytest.raises(Refused):
            forget_open_file(theirs, kept.setting)


def test_small_areas_are_added_up_for_a_ward_only_where_all_are_there(vault: Vault, tmp_path: Path) -> None:
    add_open_file(vault, write(tmp_path / "s.csv", SEX_OF_SMALL), Told("2021", "Census 2021"))
    assert Here(vault).offered() == []  # nobody knows yet where the small areas lie
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), ONS)
    here = Here(vault)
    assert here.offered() == [(WARD, "Bridge (ward, 2024)")]  # the district has one area more
    lives = here.lives(WARD)["sex"]
    assert (lives.counts, lives.added_up, lives.year) == ({"female": 1020, "male": 980}, True, 2021)
    assert here.deprived(DISTRICT) is not None and here.deprived(DISTRICT)[:2] == (1, 3)  # type: ignore[index]
    assert here.chosen == WARD
    choose_area(vault, "E05000000")
    assert Here(vault).chosen == WARD  # there are no figures of the other


def test_what_cannot_be_read_any_more_is_not_known_and_stops_nothing(vault: Vault, tmp_path: Path) -> None:
    add_open_file(vault, write(tmp_path / "a.csv", AREAS), ONS)
    for body in ("0xzz", "0x00", None, 7):
        with vault.unit("edit") as unit:
            value = vault.setting(AREAS_SETTING)
            assert isinstance(value, dict)
            unit.set(AREAS_SETTING, {**value, "body": body})
        assert deprivation(vault) is None or not deprivation(vault).deciles  # type: ignore[union-attr]
    with vault.unit("edit") as unit:
        unit.set(AREAS_SETTING, {"year": "many"})
    assert all_kept(vault) == [] and deprivation(vault) is None


def test_postcodes_of_a_spreadsheet_become_areas_too(vault: Vault, tmp_path: Path) -> None:
    for name, rows in (("a.csv", AREAS), ("p.csv", POSTCODES)):
        add_open_file(vault, write(tmp_path / name, rows), ONS)
    rows_ = [["Ann", "m15 4ab"], ["Bo", "SW1A 1AA"], ["Cy", "M99 9ZZ"], ["Di", "Old Hall estate"]]
    file = opened(["Name", "Where they live"], rows_)
    carry_out(vault, shown(vault, suggested(vault, file, "person")))
    places = {row["id"]: row for row in vault.rows("place")}
    homes = {row["known_as"]: places[row["home_area"]] for row in vault.rows("person")}
    assert [homes[name]["kind"] for name in ("Ann", "Bo", "Cy", "Di")] == ["lsoa", "district", "own", "own"]
    assert [homes[name]["name"] for name in ("Ann", "Cy", "Di")] == ["Anytown 001A", "M99", "Old Hall estate"]
    assert not any(end in repr(places).upper() for end in ("4AB", "1AA", "9ZZ"))


def test_older_figures_never_take_the_place_of_newer_ones_unseen(vault: Vault, tmp_path: Path) -> None:
    kept = add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), ONS).kept
    old = write(
        tmp_path / "o.csv",
        [[str(cell).replace("2021-03-21", "2011-03-27") for cell in row] for row in ETHNIC],
    )
    with pytest.raises(Refused) as told:
        add_open_file(vault, old, ONS)
    assert told.value.title == "You have newer figures"
    assert all_kept(vault) == [kept]
    forget_open_file(vault, kept.setting)
    assert add_open_file(vault, old, ONS).kept.year == 2011


def test_local_authorities_of_england_and_wales_have_their_names_without_any_file(vault: Vault) -> None:
    assert home(vault, "M15 4AB")["name"] == "Trafford"
    assert home(vault, "CF10 1EP")["name"] == "Cardiff"


def test_a_local_authority_has_its_name_as_soon_as_a_file_says_it(vault: Vault, tmp_path: Path) -> None:
    assert home(vault, "ZE1 0AA")["name"] == "Local authority S12000027"
    real = [[str(cell).replace(DISTRICT, "S12000027") for cell in row] for row in AREAS]
    add_open_file(vault, write(tmp_path / "a.csv", real), ONS)
    assert {row["name"] for row in vault.rows("place", kind="district")} == {"Anytown"}
    elsewhere = [[str(cell).replace(DISTRICT, "E09000033") for cell in row] for row in ETHNIC]
    add_open_file(vault, write(tmp_path / "e.csv", elsewhere), ONS)
    assert home(vault, "SW1A 1AA")["name"] == "Anytown"
