"""Who lives here, in every form of a report: for the lists that were used alone, with its year and source."""

from dataclasses import replace

from tests.reports.gate.faults import faults
from tests.reports.reading import tree
from tests.reports.sample import EMPTY, PERIOD, shown
from vcse_desktop.disclosure.plan import ProtectedRow, ProtectedTable
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import LivesHere
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.reports.text import text

USED = ProtectedTable(
    TABLES["reach_lists"], PERIOD, (ProtectedRow(("ethnic_group",), ("Ethnic group",), (shown(40),)),)
)
IRISH = LivesHere(
    "ethnic_group",
    "Ethnic group",
    "Anytown",
    2021,
    "ONS",
    (("Irish", 2512), ("Arab", 1503)),
    "Asked of all",
    True,
)
FAITH = LivesHere("religion", "Religion", "Anytown", 2021, "ONS", (("Sikh", 977),))


def test_it_stands_in_every_form_beside_the_lists_that_were_used() -> None:
    told = replace(EMPTY, tables={USED.kind.id: USED}, lives_here=(IRISH, FAITH))
    blocks = report_blocks(told)
    page, plain, pages = html(blocks, told), text(blocks).decode(), pdf(blocks, told)
    (table,) = [one for one in tree(page).all("table") if one.attributes["id"].startswith("lives-here")]
    assert [[cell.text for cell in row.all("th", "td")] for row in table.all("tbody")[0].all("tr")] == [
        ["Irish", "2,512"],
        ["Arab", "1,503"],
    ]
    for said in (
        "Who lives in Anytown, 2021: Ethnic group",
        "Source: ONS.",
        "The publisher says of it: Asked of all",
        "Small areas added up.",
    ):
        assert said in page.decode() and said in plain
    assert "977" not in plain
    assert not faults(pages, blocks, told)


def test_a_section_that_is_left_out_has_none() -> None:
    told = replace(
        EMPTY, tables={USED.kind.id: USED}, lives_here=(IRISH,), declined=frozenset({"who_we_reached"})
    )
    assert "2,512" not in text(report_blocks(told)).decode()
