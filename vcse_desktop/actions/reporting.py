"""What the report of a pack is told, and the files that it becomes."""

from collections.abc import Mapping
from hashlib import sha256

from vcse_desktop.actions.gathering import Material
from vcse_desktop.actions.own_pages import INTRODUCTION, logo, section_notes
from vcse_desktop.actions.sharing import source, tag, theme
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.quoted import printed_tables
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.packs.keys import digits
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports.blocks import Block
from vcse_desktop.reports.easy import EasyPage, easy_html
from vcse_desktop.reports.editions import LARGE
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import Quoted, ReportInput
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.reports.text import text

PDF, HTML, TEXT = "data/report.pdf", "data/report.html", "data/report.txt"
EASY = "data/report-easy.html"
LARGE_PDF = "data/report-large.pdf"


def report_input(made_of: Material, plan: Plan, ident: str, tables: Mapping[str, bytes]) -> ReportInput:
    """Return all that the report may know: the plan's numbers, words that may leave, who speaks to whom.

    ``tables`` are the files that the pack holds beside it.
    """
    settings, basis = made_of.settings, str(made_of.settings["pack_lawful_basis"])
    return ReportInput(
        organisation=made_of.identity.name,
        number=made_of.identity.number,
        area="",
        period=made_of.period,
        audience=(made_of.partner.name,),
        pack=ident,
        sequence=made_of.sequence,
        signatures=1,
        issued=made_of.issued,
        policy=plan.policy,
        purpose=str(settings["pack_purpose"]),
        lawful_basis=label(made_of.lists, "lawful_basis", basis) if basis else "",
        retention=str(settings["pack_retention"]),
        may_publish=made_of.choices.may_publish,
        hashes=tuple((name.rpartition("/")[2], sha256(tables[name]).hexdigest()) for name in sorted(tables)),
        language=made_of.choices.language,
        digits=tuple(digits(made_of.identity.key).split()),
        tables={table.kind.id: table for table in printed_tables(plan)},
        quotes=tuple(_quoted(made_of, quote) for quote in made_of.quotes),
        declined=made_of.choices.declined,
        asks=tuple((ask.id, ask.text, ask.by) for ask in made_of.asks),
        left_out=tuple(t.kind for t in made_of.full if t.kind.id in made_of.choices.left_out),
        written=made_of.words.written,
        introduction=str(settings[INTRODUCTION]),
        section_notes=section_notes(settings),
        unasked=made_of.template.unasked,
        unanswered=made_of.template.declined(made_of.choices.unanswered),
        logo=logo(settings),
        lives_here=made_of.words.lives_here,
    )


def _quoted(made_of: Material, quote: Quote) -> Quoted:
    lists, lang = made_of.lists, tag(quote).language
    who, about = source(quote, lists), theme(quote, lists)
    return Quoted(quote.text, who, about, quote.translation, lang, _kind(made_of, quote))


def _kind(made_of: Material, quote: Quote) -> str:
    """Return what kind of thing a quote is, "" where nobody said."""
    kind = made_of.words.kinds.get(quote.insight, "")
    return label(made_of.lists, "insight_kind", kind) if kind else ""


def blocks_and_files(
    told: ReportInput, easy: EasyPage | None = None, *, large: bool
) -> tuple[tuple[Block, ...], dict[str, bytes]]:
    """Return what the report is made of, and its files by their names in the pack, ``large`` print too."""
    blocks = report_blocks(told)
    files = {PDF: pdf(blocks, told), HTML: html(blocks, told), TEXT: text(blocks)}
    files |= {LARGE_PDF: pdf(blocks, told, LARGE)} if large else {}
    return blocks, files | ({EASY: easy_html(easy)} if easy else {})
