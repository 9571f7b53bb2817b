"""Everything about one person as a file for them: a page to read, and the same as JSON and tables."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.about_person import About, Kept, about
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.packs.cells import is_formula
from vcse_desktop.reports.blocks import Block, Facts, Heading, Items, Notice, Para, Text, Words
from vcse_desktop.reports.html import html
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.report import completed
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

TITLE = N_("What we hold about {name}")
SAYS = N_(
    "This is everything that {group} holds about you in this program, as of {day}: what is in use, what was "
    "removed from our lists and is still kept, and what was written before and changed since."
)
OTHERS = N_(
    "Names of other people are left out or shown as “another person”. Numbers about a whole session are "
    "left out, as they are not about you."
)
FILES = N_(
    "The same is in everything.json and, as tables, in the folder tables. Attached files are beside it."
)
RIGHTS = N_("You may ask us to correct or to erase any of this.")
BEFORE = N_("{label} (until {day}): {words}")
REMOVED = N_("{kind}, removed from our lists")
START = ("\r", "\n")
TYPES = {b"\x89PNG": ".png", b"\xff\xd8": ".jpg", b"%PDF": ".pdf"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the file, how many records it has, and how many texts elsewhere name the person."""

    file: Path
    records: int
    elsewhere: int


def export(
    vault: Vault,
    person: int,
    file: Path,
    language: str,
    progress: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write everything about a person into a ZIP file, which is not encrypted.

    Refused when there is nobody; DiskFull or CannotWrite when the file cannot be written.
    """
    found = about(vault, person, language, progress)
    now = datetime.now(UTC)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in _files(found, group_name(vault), now, language):
            packed.writestr(zipfile.ZipInfo(name, now.timetuple()[:6]), content)
    write_whole(file, made.getvalue())
    return Exported(file, len(found.records), found.elsewhere)


def _files(found: About, group: str, now: datetime, language: str) -> Iterator[tuple[str, bytes]]:
    letter = Letter(group, tr(TITLE, name=found.name), "", now, language)
    yield "everything.html", html(blocks(found, letter), letter)
    yield "everything.json", _json(found, group, now)
    tables = defaultdict[str, list[Kept]](list)
    for one in found.records:
        tables[one.kind].append(one)
    for kind, records in sorted(tables.items()):
        yield f"tables/{kind}.csv", _csv(records)
    for code, content in sorted(found.attachments.items()):
        ending = next((ending for start, ending in TYPES.items() if content.startswith(start)), ".bin")
        yield f"attachments/{code}{ending}", content


def blocks(found: About, letter: Letter) -> tuple[Block, ...]:
    """Return what stands on the page."""
    said = tr(
        SAYS, group=letter.organisation or tr(N_("the group")), day=day(letter.issued.date(), letter.language)
    )
    made: list[Block] = [
        *([Para((Words(letter.organisation),), "organisation")] if letter.organisation else []),
        Heading(1, letter.title),
        Para((Words(said),)),
        Para((Words(tr(OTHERS)),)),
        Para((Words(tr(FILES)),)),
        Notice(tr(RIGHTS)),
    ]
    last = ""
    for one in found.records:
        if one.kind != last:
            made.append(Heading(2, one.kind_label))
        last = one.kind
        made += _record(one, letter.language)
    return tuple(completed(made, letter.language))


def _record(one: Kept, language: str) -> Iterator[Block]:
    name = tr(REMOVED, kind=one.kind_label) if one.removed else one.kind_label
    yield Heading(3, f"{name} {one.code}")
    yield Facts(tuple((said.label, Text((Words(said.words),))) for said in one.fields))
    if one.before:
        lines = (
            tr(BEFORE, label=label, day=day(datetime.fromisoformat(when).date(), language), words=words)
            for when, label, words in one.before
        )
        yield Items(tuple((Words(line),) for line in lines))


def _json(found: About, group: str, now: datetime) -> bytes:
    told = {
        "made_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "held_by": group,
        "about": found.name,
        "records": [
            {
                "kind": one.kind,
                "code": one.code,
                "removed": one.removed,
                "fields": {
                    said.code: {"label": said.label, "words": said.words, "value": said.value}
                    for said in one.fields
                },
                "before": [
                    {"changed_on": when, "label": label, "words": words} for when, label, words in one.before
                ],
            }
            for one in found.records
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def _csv(records: Sequence[Kept]) -> bytes:
    """Return a table of records of one kind; no cell is taken for a formula, whatever somebody typed."""
    labels = dict.fromkeys(said.label for one in records for said in one.fields)
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([tr(N_("Code")), tr(N_("Removed")), *map(_cell, labels)])
    for one in records:
        words = {said.label: said.words for said in one.fields}
        removed = tr(N_("Yes")) if one.removed else tr(N_("No"))
        writer.writerow([one.code, removed, *(_cell(words.get(label, "")) for label in labels)])
    return made.getvalue().encode("utf-8-sig")


def _cell(words: str) -> str:
    return f"'{words}" if is_formula(words.lstrip()) or words.startswith(START) else words


def sentence(done: Exported) -> str:
    """Return what to say when it is written."""
    return ngettext(
        "{n} record was written to the file.", "{n} records were written to the file.", done.records
    )
