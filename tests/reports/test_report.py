"""What stands in a report, in which order, and what stands there when nothing was recorded."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.sample import EMPTY, FULL, HIDDEN, NONE, QUOTES, THINGS, protected, shown
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import NOT_ASKED, Dimension, Measure, Note, TableKind, Unit
from vcse_desktop.reports.blocks import Block, Chart, Facts, Heading, Para, Quote, Table, Words, strings
from vcse_desktop.reports.index import RECORDS
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.report import report_blocks, section_states
from vcse_desktop.reports.ten import SECTIONS

TEN = [
    "Summary",
    "What changed (You said, we did)",
    "What people told us",
    "Carers",
    "Volunteering and social action",
    "Who we reached",
    "How we asked",
    "What we learned",
    "Capacity and cost",
    "Six principles",
]
NOTHING = "We have nothing on this for this period."


def sections(material: ReportInput) -> dict[str, list[Block]]:
    """The blocks under each heading of level 2."""
    found: dict[str, list[Block]] = {}
    under: list[Block] = []
    for block in report_blocks(material):
        if isinstance(block, Heading) and block.level == 2:
            under = found.setdefault(block.text, [])
        else:
            under.append(block)
    return found


def said(blocks: list[Block]) -> str:
    return " ".join(text for block in blocks for text in strings(block))


@pytest.mark.parametrize("material", [EMPTY, FULL])
def test_ten_sections_in_their_order_then_how_it_was_made(material: ReportInput) -> None:
    assert list(sections(material)) == [*TEN, "How this was made"]


def test_an_empty_organisation_says_honestly_that_there_is_nothing() -> None:
    found = sections(EMPTY)
    for title in TEN:
        (line,) = found[title]
        assert isinstance(line, Para)
        assert line.runs == (Words(NOTHING),)
    assert {state for _, state in section_states(EMPTY)} == {"nothing_recorded"}


def test_true_noughts_alone_are_nothing_but_a_hidden_number_is_something() -> None:
    kind = TABLES["people"]
    nought = replace(EMPTY, tables={"people": protected(kind, iter([NONE] * 9), ())})
    assert dict(section_states(nought))["who_we_reached"] == "nothing_recorded"
    hidden = replace(EMPTY, tables={"people": protected(kind, iter([HIDDEN, NONE, NONE, NONE]), ())})
    assert dict(section_states(hidden))["who_we_reached"] == "included"
    assert "[c]: hidden to protect people" in said(sections(hidden)["Who we reached"])


def test_the_claims_agree_with_what_is_printed() -> None:
    for material in (EMPTY, FULL, replace(EMPTY, quotes=QUOTES)):
        printed = [NOTHING not in said(sections(material)[title]) for title in TEN]
        assert [state == "included" for _, state in section_states(material)] == printed
        assert [code for code, _ in section_states(material)] == [section.code for section in SECTIONS]


def test_every_table_of_the_registry_is_shown_once_in_its_section() -> None:
    found = sections(FULL)
    where = {
        b.id.removeprefix("table-"): title for title in found for b in found[title] if isinstance(b, Table)
    }
    assert sorted([*where, RECORDS]) == sorted(TABLES), "the six principles stand in no table"
    assert where["answers"] == "What changed (You said, we did)"
    assert where["insight_by_theme"] == "What people told us"
    assert where["carers_by_month"] == where["drawing_on_care"] == "Carers"
    assert where["time_by_activity"] == where["sessions_by_month"] == "Volunteering and social action"
    assert where["people"] == where["reach_groups"] == "Who we reached"
    assert where["people_by_carer"] == "Carers"
    assert where["engagement_rungs"] == "How we asked"
    assert where["capacity_cost"] == "Capacity and cost"
    assert where["undated"] == "How this was made"


def test_a_table_that_no_section_knows_is_not_lost() -> None:
    kind = TableKind("novelty_by_place", 1, "Novelty", (Measure("n", "People", Unit.PERSON),))
    material = replace(EMPTY, tables={"novelty_by_place": protected(kind, iter([shown(10)]), ())})
    assert "Novelty" in said(sections(material)["Who we reached"])


def test_the_summary_has_at_most_five_figures_and_three_quotes_and_no_cost() -> None:
    summary = sections(FULL)["Summary"]
    (figures,) = (block for block in summary if isinstance(block, Facts))
    assert 0 < len(figures.pairs) <= 5
    assert len([block for block in summary if isinstance(block, Quote)]) == 3


def test_quotes_stand_under_their_theme_with_their_own_language() -> None:
    told = sections(FULL)["What people told us"]
    themes = [block.text for block in told if isinstance(block, Heading)]
    assert themes == ["Being listened to", "Transport", "Waiting"]
    quotes = [block for block in told if isinstance(block, Quote)]
    assert [quote.text for quote in quotes][:2] == [QUOTES[0].text, QUOTES[3].text]
    assert {quote.text: quote.lang for quote in quotes}["Nid oes bws; dŵr, tŷ."] == "cy"
    untrue = replace(EMPTY, quotes=(replace(QUOTES[0], lang='cy" onclick="'),))
    assert {block.lang for block in report_blocks(untrue)} == {"en"}


def test_the_three_figures_of_carers_are_never_added() -> None:
    carers = sections(FULL)["Carers"]
    assert "never add them" in said(carers[:1])
    table = next(block for block in carers if block.id == "table-carers")
    assert isinstance(table, Table)
    assert [row.total for row in table.rows] == [False] * 6


def test_rows_have_the_exact_words_for_what_is_not_known() -> None:
    dimension = Dimension("carer", "Looks after someone", blank=NOT_ASKED)
    kind = TableKind("people_by_carer", 1, "People", (Measure("n", "People", Unit.PERSON),), (dimension,))
    labels = (("yes", "Yes"), ("not_said", "whatever the list says"))
    material = replace(EMPTY, tables={kind.id: protected(kind, iter(map(shown, (10, 15, 20, 45))), labels)})
    (table,) = (block for block in report_blocks(material) if isinstance(block, Table))
    assert [said_in for row in table.rows for said_in in strings(row.cells[0])] == [
        "Yes",
        "prefer not to say",
        "not asked",
        "Total",
    ]
    assert [row.total for row in table.rows] == [False, False, False, True]


def test_a_chart_stands_before_its_table_and_has_its_number() -> None:
    blocks = report_blocks(FULL)
    charts = [(n, block) for n, block in enumerate(blocks) if isinstance(block, Chart)]
    assert charts
    for n, chart in charts:
        table = blocks[n + 1]
        assert isinstance(table, Table)
        assert (chart.table, chart.number) == (table.id, table.number)
        assert len(chart.series) <= 3
        assert "Total" not in chart.labels
        assert any("Total" in strings(row) for row in table.rows) == any(row.total for row in table.rows)


def test_no_chart_of_what_is_mostly_hidden_or_nought() -> None:
    kind = TABLES["insight_by_theme"]
    few = protected(kind, iter([shown(10), HIDDEN, HIDDEN, NONE]), THINGS)
    more = protected(kind, iter([shown(10), shown(20), HIDDEN, NONE]), THINGS)
    mostly = protected(kind, iter([shown(10), shown(20), *[HIDDEN] * 6]), THINGS * 2 + THINGS[:1])
    for table, charts in ((few, 0), (mostly, 0), (more, 1)):
        blocks = report_blocks(replace(EMPTY, tables={"t": table}))
        assert sum(isinstance(block, Chart) for block in blocks) == charts


def test_how_it_was_made_says_each_counting_rule_once_and_why_numbers_are_hidden() -> None:
    one, two = Note(1, "Attendances are not people."), Note(6, "Blank: {n}", (("n", 1200),))
    tables = {name: replace(FULL.tables[name], notes=(two, one)) for name in ("people", "time")}
    made = said(sections(replace(FULL, tables=tables))["How this was made"])
    assert made.count("Attendances are not people.") == 1
    assert made.index("Attendances are not people.") < made.index("Blank: 1,200")
    assert "fewer than 8 people" in made
    assert "rounded to the nearest 5" in made
    for words in (FULL.purpose, FULL.lawful_basis, FULL.retention, " ".join(FULL.digits), FULL.contact):
        assert words in made


def test_what_nobody_filled_in_is_not_recorded() -> None:
    made = said(sections(EMPTY)["How this was made"])
    assert made.count("not recorded") == 4
    unrounded = replace(EMPTY, policy=POLICIES["under_5"])
    assert "rounded" not in said(sections(unrounded)["How this was made"])


def test_a_period_over_the_new_year_says_both_years() -> None:
    period = replace(EMPTY.period, start=EMPTY.period.start.replace(year=2025))
    assert "1 July 2025 to 30 September 2026" in said(list(report_blocks(replace(EMPTY, period=period))))


def test_every_block_has_an_id_of_its_own_a_language_and_a_direction() -> None:
    blocks = report_blocks(FULL)
    assert len({block.id for block in blocks}) == len(blocks)
    assert all(block.lang and block.dir == "ltr" for block in blocks)


BANNED = re.compile(
    r"score|\brank|saved|hard to reach|\bred\b|amber|\bgreen\b|demand reduced|£|fewer than 5"
    r"|(?<!validity )unknown",
    re.I,
)


def test_no_sentence_of_a_report_scores_ranks_or_puts_a_price_on_people(root: Path) -> None:
    """Every text between quotation marks in the code of reports, and the style and shape of the page.

    “Validity unknown” are Acrobat's words for a signature.
    """
    texts = [file.read_text("utf-8") for file in sorted((root / "resources/report").iterdir())]
    for module in sorted((root / "vcse_desktop/reports").glob("*.py")):
        nodes = ast.walk(ast.parse(module.read_text("utf-8")))
        texts += [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert len(texts) > 100
    assert [text for text in texts if BANNED.search(text)] == []
    for title, blocks in sections(FULL).items():
        words = said(blocks)  # money stands beside what asking cost, and beside money that moved
        assert not BANNED.search(words.replace("£", "") if title == "Capacity and cost" else words)
