"""What stands before the first section and after the last: who speaks, how it was made, how to check it."""

from collections.abc import Iterator
from datetime import date

from vcse_desktop.disclosure.words import reader_line
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import (
    Block,
    Facts,
    Heading,
    Items,
    NewPage,
    Notice,
    Para,
    Picture,
    Run,
    Text,
    Words,
)
from vcse_desktop.reports.exact import AnyInput
from vcse_desktop.reports.included import NOTHING, kept_back, undated
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import day, whole
from vcse_desktop.reports.tables import has_material, note_sentence, table_blocks


def title(material: ReportInput | Letter) -> str:
    """Return what the report is called."""
    if isinstance(material, Letter):
        return material.title
    return tr("Our summary: {period}", period=span(material))


def span(material: AnyInput) -> str:
    """Return the period in words."""
    period = material.period
    first = day(period.start, material.language, year=period.start.year != period.end.year)
    return tr("{first} to {last}", first=first, last=day(period.end, material.language))


def front_blocks(material: ReportInput) -> Iterator[Block]:
    """Yield the first page: who speaks, for whom, and what the pack is."""
    language = material.language
    if material.logo:
        logo = material.logo
        yield Picture(logo.content, logo.description, logo.width, logo.height)
    yield Para((Words(material.organisation),), "organisation")
    yield Heading(1, title(material), id="top")
    yield Facts(
        _pairs(
            (tr("Pack"), material.pack),
            (tr("Number in the series"), whole(material.sequence, language)),
            (tr("Signatures this pack needs"), whole(material.signatures, language)),
            (tr("Issued"), day(material.issued.date(), language)),
            (tr("Period"), span(material)),
            (tr("For"), "; ".join(material.audience)),
            (tr("Area"), material.area),
            (tr("Organisation number"), material.number),
        )
    )
    yield Notice(reader_line(material.policy))
    yield NewPage()


def asked_blocks(material: ReportInput) -> Iterator[Block]:
    """Yield "What we ask you": each question under its number; nothing when nothing is asked."""
    if not material.asks:
        return
    yield Heading(2, tr("What we ask you"), id="section-what_we_ask_you")
    yield Para(
        (
            Words(
                tr(
                    "Answer with the program that checked this pack, or in a letter by these numbers. You "
                    "may leave any of them unanswered."
                )
            ),
        )
    )
    yield Facts(_pairs(*(_question(*ask, material.language) for ask in material.asks)))


def _question(ask: str, text: str, by: date | None, language: str) -> tuple[str, str]:
    name = tr("Question {number}", number=ask)
    return (tr("{question}, by {day}", question=name, day=day(by, language)) if by else name), text


def made_blocks(material: ReportInput) -> Iterator[Block]:
    """Yield "How this was made": counting, hiding, use, and the digits to compare."""
    yield Heading(2, tr("How this was made"), id="section-how_this_was_made")
    yield Heading(3, tr("How we counted"))
    yield from counting(material)
    yield Heading(3, tr("What is hidden and why"))
    yield Para((Words(reader_line(material.policy)),))
    yield Para((Words(_hiding(material)),))
    yield Heading(3, tr("How this information may be used"))
    yield Facts(
        _pairs(
            (tr("Why we share it"), material.purpose or tr("not recorded")),
            (tr("The reason in law"), material.lawful_basis or tr("not recorded")),
            (tr("How long it may be kept"), material.retention or tr("not recorded")),
            (
                tr("Passing it on"),
                tr("You may pass it on.") if material.may_publish else tr("Please do not pass it on."),
            ),
        )
    )
    yield Heading(3, tr("How to check that this came from us"))
    yield from _checking(material)
    yield from _files(material)
    yield Para(_closing(material), "closing")


def _pairs(*pairs: tuple[str, str]) -> tuple[tuple[str, Text], ...]:
    return tuple((name, Text((Words(text),))) for name, text in pairs if text)


def counting(material: AnyInput) -> Iterator[Block]:
    """Yield the counting rules that touched the figures, and what has no day and so stands in no period."""
    tables = material.tables.values()
    notes = sorted(
        (note.rule, note_sentence(note, material.language)) for t in tables for note in t.notes if note.rule
    )
    sentences = dict.fromkeys(sentence for _, sentence in notes)
    if sentences:
        yield Items(tuple((Words(sentence),) for sentence in sentences))
    else:
        yield Para((Words(tr(NOTHING)),), "nothing")
    yield from kept_back("", material)
    for table in filter(has_material, undated(material)):
        yield from table_blocks(table, material.language)


def _hiding(material: ReportInput) -> str:
    return tr(
        "A number is hidden when it stands for fewer than {threshold} people. Sometimes another number is "
        "hidden too, so that nobody can find the first one by subtraction.",
        threshold=whole(material.policy.threshold, material.language),
    )


def _checking(material: ReportInput) -> Iterator[Block]:
    if not material.digits:
        yield Para((Words(tr("not recorded")),))
        return
    yield Para(
        (
            Words(
                tr(
                    "Your program shows six groups of five digits when it checks this pack. Ask us for "
                    "ours by telephone, on a number that you already have, and compare them."
                )
            ),
        )
    )
    yield Facts(((tr("Our digits"), Text((Words(" ".join(material.digits)),))),), "digits")


def _files(material: ReportInput) -> Iterator[Block]:
    """Yield the hash of each table: who has the report alone can hold a table to it later."""
    if not material.hashes:
        return
    yield Heading(3, tr("The tables that belong to this report"))
    yield Para(
        (
            Words(
                tr(
                    "The signature of this report covers these lines. A table that comes later is ours when "
                    "its SHA-256 is the same."
                )
            ),
        )
    )
    yield Items(tuple((Words(f"{name}: {found}"),) for name, found in material.hashes))


def _closing(material: ReportInput) -> tuple[Run, ...]:
    ask: tuple[Run, ...] = (Words(tr("Ask us for this in another format.")),)
    return (*ask, Words(" "), Words(material.contact)) if material.contact else ask
