"""What each of the ten sections says of what the group wrote itself, and in which order."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.reading import pages, tree
from tests.reports.sample import EMPTY, FULL, QUOTES, protected, shown
from tests.reports.test_report import NOTHING, TEN, said, sections
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.reports.blocks import Facts, Heading, Items, Picture, Quote, Table
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import Logo, ReportInput, Written
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks, section_states
from vcse_desktop.reports.templates import MOST_TABLES, TEMPLATES

ANSWER = Written(
    "what_changed",
    "A bench on the river path",
    (("What people said", "Something that would help: 2"), ("Days from hearing to telling", "41")),
    "A bench at the bend.",
)
REFUSED = Written(
    "what_changed", "Fares for neighbours", (("Why not", "We did not, because the fund forbids it."),)
)
COST = Written("capacity_and_cost", "The walking group", (("Money (£)", "£1,850.00"),))
TOLD = replace(FULL, written=(ANSWER, REFUSED, COST))


def test_you_said_we_did_has_days_and_we_did_not_because() -> None:
    changed = sections(TOLD)["What changed (You said, we did)"]
    headings = [block.text for block in changed if isinstance(block, Heading)]
    assert headings[:2] == ["A bench on the river path", "Fares for neighbours"]
    assert "Days from hearing to telling" in said(changed)
    assert "We did not, because the fund forbids it." in said(changed)
    assert isinstance(changed[1], Facts), "what changed comes before the numbers"


def test_the_summary_is_one_page_without_cost() -> None:
    long = Written("what_changed", "Much", (), "word " * 400)
    full = replace(TOLD, written=(ANSWER, long, *TOLD.written), introduction="We are forty carers. " * 5)
    summary = sections(full)["Summary"]
    (changes,) = (block for block in summary if isinstance(block, Items))
    assert len(changes.items) == 3
    assert len([block for block in summary if isinstance(block, Quote)]) == 3
    assert "£" not in said(summary)
    assert len(said(summary).split()) < 250
    text = pages(pdf(report_blocks(full), full))
    first = next(n for n, page in enumerate(text) if n and page.count("Summary") and "forty carers" in page)
    assert any("What changed (You said, we did)" in page for page in text[first : first + 2])


def test_cost_is_last_but_for_the_principles_and_how_it_was_made() -> None:
    under = ""
    money = []
    for block in report_blocks(TOLD):
        if isinstance(block, Heading) and block.level == 2:
            under = block.text
        if "£" in said([block]):
            money.append(under)
    assert set(money) == {"Capacity and cost"}
    found = sections(TOLD)
    assert list(found)[list(found).index("Capacity and cost") + 1 :] == [
        "Six principles",
        "How this was made",
    ]
    tables = [block.id for block in found["Capacity and cost"] if isinstance(block, Table)]
    assert tables[-1] == "table-capacity_cost"


def test_a_theme_with_quotes_of_one_kind_alone_says_so() -> None:
    ones = [replace(quote, kind="Something that is not working", theme="Waiting") for quote in QUOTES]
    told = replace(EMPTY, quotes=tuple(ones))
    assert "All of these are of one kind: Something that is not working." in said(
        sections(told)["What people told us"]
    )
    for other in (replace(ones[0], kind="A strength"), replace(ones[0], kind="")):
        mixed = replace(EMPTY, quotes=(other, *ones[1:]))
        assert "of one kind" not in said(sections(mixed)["What people told us"])
    assert "of one kind" not in said(sections(replace(EMPTY, quotes=tuple(ones[:1])))["What people told us"])


def test_the_principles_say_where_to_look_and_what_is_missing_and_compare_nothing() -> None:
    kind = TABLES["principle_records"]
    labels = (("p4_carers", "Carers"), ("p3_equality", "Equality"))
    table = protected(kind, iter([*map(shown, (2, 0, 0, 1, 0)), *map(shown, [0] * 5)]), labels)
    told = replace(EMPTY, tables={"principle_records": table, "carers": FULL.tables["carers"]})
    principles = sections(told)["Six principles"]
    words = said(principles)
    assert "Activities: 2" in words and "Read: Carers" in words
    assert "What we have nothing on: Pieces of asking; Answers; Support asked for or given" in words
    assert "What we have nothing on: Who we reached; How we asked" in words
    assert not [block for block in principles if isinstance(block, Table)]
    assert (
        said(sections(replace(EMPTY, tables={"principle_records": table}))["Six principles"]).count(NOTHING)
        == 1
    )


def test_what_is_declined_or_was_not_asked_for_says_so() -> None:
    told = replace(
        TOLD,
        declined=frozenset({"carers"}),
        unasked=frozenset({"capacity_and_cost"}),
        unanswered=(("who_we_reached", "How many came?"), ("carers", "How many breaks?")),
        section_notes={"carers": "Hidden note", "who_we_reached": "Two weeks\n\nwere snowed in."},
    )
    found = sections(told)
    assert list(found) == [*TEN, "How this was made"]
    assert said(found["Carers"]).strip().endswith("We chose not to answer this. nothing")
    assert "Hidden note" not in said(found["Carers"])
    assert "This is not part of what was asked for." in said(found["Capacity and cost"])
    assert "How many came? We chose not to answer this." in said(found["Who we reached"])
    assert "were snowed in." in said(found["Who we reached"][1:2])
    states = dict(section_states(told))
    assert states["carers"] == states["capacity_and_cost"] == "declined"


def test_a_note_stands_also_where_nothing_was_recorded() -> None:
    told = replace(EMPTY, section_notes={"how_we_asked": "We asked nobody this quarter."})
    assert said(sections(told)["How we asked"]).split("lead")[0].endswith("We asked nobody this quarter. ")
    assert NOTHING in said(sections(told)["How we asked"])


@pytest.fixture
def logo(root: Path) -> Logo:
    return Logo((root / "resources/examples/flip_chart.png").read_bytes(), 'A flip chart, "<b>', 640, 480)


def test_a_picture_stands_in_page_and_file_with_its_words(logo: Logo) -> None:
    told: ReportInput = replace(EMPTY, logo=logo)
    blocks = report_blocks(told)
    assert isinstance(blocks[0], Picture)
    (image,) = tree(html(blocks, told)).all("img")
    assert image.attributes["alt"] == 'A flip chart, "<b>'
    assert image.attributes["src"].startswith("data:image/png;base64,iVBOR")
    assert b"/Subtype /Image" in pdf(blocks, told) or b"/Image" in pdf(blocks, told)


def test_each_template_asks_for_the_summary_first_and_its_questions_can_all_be_declined() -> None:
    for template in TEMPLATES.values():
        assert template.asks("summary") and template.asks("six_principles")
        asked = template.tables()
        assert len(asked) <= MOST_TABLES, "format 1 has room for so many files"
        assert {"insight_by_theme", "insight_by_role"} <= asked, "quotes are judged by them"
        for question in template.questions:
            less = template.tables({question.code})
            assert less < asked
            assert all(table.startswith(question.tables) for table in asked - less)
            assert template.asks(question.section)
            assert template.declined({question.code}) == ((question.section, question.words),)
    council = TEMPLATES["carers_quarter"]
    assert "carers_quarter" in council.tables() and "carers_quarter" not in TEMPLATES[""].tables()
    assert "capacity_and_cost" in council.unasked and not TEMPLATES["icb"].unasked


def test_a_council_reads_its_quarter_among_the_carers_and_each_of_its_four_numbers() -> None:
    council = TEMPLATES["carers_quarter"]
    told = replace(FULL, tables={name: FULL.tables[name] for name in council.tables() if name in FULL.tables})
    carers = sections(told)["Carers"]
    (quarter,) = [one for one in carers if isinstance(one, Table) and one.id == "table-carers_quarter"]
    words = said([quarter])
    for what in ("Asked for", "Taken on", "Carried over", "Closed"):
        assert what.casefold() in words.casefold()
    told = replace(told, tables={name: one for name, one in told.tables.items() if name != "carers_quarter"})
    assert not [one for one in sections(told)["Carers"] if getattr(one, "id", "") == "table-carers_quarter"]
