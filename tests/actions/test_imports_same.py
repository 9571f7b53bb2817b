"""What is written down as a table and brought in is the same again, and one undo restores every figure."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.spread import agreed, opened, suggested
from tests.vaults import make_vault
from vcse_desktop.actions.imports import making, opening, previewing, proposing
from vcse_desktop.actions.recording import add, undo
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

NAMES = st.sampled_from(["Ann", "Bo Ek", "Siân Owen", "O'Neil", "Zoë Price-Jones"])
WORDS = st.text(alphabet="abé =+@-,;\"'<>1", max_size=12).map(str.strip)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "person": NAMES,
            "date": st.dates(date(2019, 1, 1), date(2026, 1, 1)).map(date.isoformat),
            "hours": st.integers(0, 16 * 60),
            "activity": st.sampled_from(["Drop-in", "Walking group", "=Lunch"]),
            "note": WORDS.map(lambda words: words or None),
        }
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: (row["person"], row["date"]),
)


def clock(minutes: object) -> str:
    """Return a length of time as somebody writes it."""
    hours, rest = divmod(int(str(minutes)), 60)
    return f"{hours}:{rest:02}"


def named(vault: Vault) -> list[Mapping[str, object]]:
    """Return the hours in a vault, with the names of what they point to in place of ids."""
    people = {row["id"]: row["known_as"] for row in vault.rows("person")}
    titles = {row["id"]: row["title"] for row in vault.rows("activity")}
    return [
        {
            "person": people[row["person"]],
            "date": row["date"],
            "hours": row["hours"],
            "activity": titles[row["activity"]],
            "note": row["note"],
        }
        for row in vault.rows("time_given")
    ]


@settings(max_examples=15)
@given(rows=ROWS)
def test_rows_written_as_a_table_and_brought_in_are_the_same_records(
    tmp_path_factory: object, rows: list[Mapping[str, object]]
) -> None:
    folder = Path(str(tmp_path_factory.mktemp("same")))  # type: ignore[attr-defined]
    vault, _ = make_vault(folder / "vault")
    with vault:
        written = [
            [row["person"], row["date"], clock(row["hours"]), row["activity"], row["note"]] for row in rows
        ]
        plan = suggested(vault, opened(["Name", "Date", "Hours", "Activity", "Notes"], written))
        shown = previewing.preview(vault, plan)
        for question in shown.questions:
            plan = plan.answer(question.key, "keep")  # such as a dash that somebody really wrote
        making.carry_out(vault, previewing.preview(vault, plan))
        assert named(vault) == rows


def state(vault: Vault) -> object:
    """Return every figure, all that figures are made of, and the settings."""
    records = gather(vault)
    tables = figure_tables(records, Period(date(2026, 1, 1), date(2026, 12, 31)), lists=lists())
    return tables, records, vault.rows("setting"), vault.rows("own_item")


def test_one_undo_restores_every_figure(vault: Vault) -> None:
    (walk,) = add(vault, "activity", {"title": "Walk"}).ids
    (ann,) = add(vault, "person", {"known_as": "Ann"}).ids
    add(vault, "session", {"activity": walk, "date": "2026-04-03", "came": [ann], "people_n": 5})
    add(vault, "time_given", {"person": ann, "date": "2026-04-03", "hours": 90, "activity": walk})
    before = state(vault)
    files = (
        opened(["Name", "3 Apr 2026", "10 Apr 2026"], [["Bo", "x", "x"], ["Ann", "x", ""]], name="Walk.xlsx"),
        opened(
            ["Name", "Date", "Hours", "Activity"],
            [["Ann", "4/4/2026", 2, "Walk"], ["Cy", "13/4/2026", 1, "Swim"]],
        ),
        opened(["Name", "Phone", "Role"], [["Ann", "0161 496 0000", "vol"], ["Di", "", "carer"]]),
    )
    for file in files:
        ready = agreed(vault, suggested(vault, file))
        assert ready.ready, ready.questions
        changed = making.carry_out(vault, ready)
        assert changed.unit is not None
        assert state(vault) != before
        assert undo(vault) == []
        assert state(vault) == before


def test_a_file_is_opened_looked_at_and_brought_in(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "register April 2026.csv"
    text = "Lunch club\n\nName;1;2;3;4;5\n" + "Smith, J;1,5;;2;;\nBo;;1:30;;;90 mins\nTotal;1,5;1,5;2;;1,5\n"
    file.write_bytes(text.encode("cp1252"))
    found = opening.open_file(vault, file)
    assert found.header == 3
    plan = proposing.suggest(vault, found)
    ready = agreed(vault, plan)
    assert ready.made == {"time_given": 4, "person": 2}, (ready.questions, ready.problems)
    making.carry_out(vault, ready)
    assert sorted((row["date"], row["hours"]) for row in vault.rows("time_given")) == [
        ("2026-04-01", 90),
        ("2026-04-02", 90),
        ("2026-04-03", 120),
        ("2026-04-05", 90),
    ]
    assert opening.look_at(found, 0, None).header is None
