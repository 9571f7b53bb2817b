"""How the records are described to others: as Frictionless Table Schema, and as the dictionary page."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import KINDS, PARTS, PLACE
from vcse_desktop.records.fields import Field, Kind, Lists, RecordKind
from vcse_desktop.records.vocabularies import OWN_LISTS, heads, lists

TYPES = {
    Kind.TEXT: "string",
    Kind.NOTE: "string",
    Kind.DATE: "date",
    Kind.NUMBER: "number",  # pounds
    Kind.COUNT: "integer",
    Kind.HOURS: "integer",  # minutes
    Kind.CHOICE: "string",
    Kind.CHOICES: "array",  # of codes
    Kind.YES_NO_UNKNOWN: "boolean",
    Kind.LINK: "integer",
    Kind.LINKS: "array",  # of ids
    Kind.PLACE: "integer",
}
"""The Table Schema type of each kind of field."""

INTRODUCTION = """\
# Dictionary: every record, part and field

Made from the declarations in `vcse_desktop/records` by `python -m vcse_desktop.exchange.schema`; do not
edit it by hand. Codes are permanent: a field is switched off and an item retired, never renamed or deleted.

- **kind**: text (one line, 200 characters), note (many lines, 20,000), date (a day), number (pounds and
  pence), count (whole, 0 or more), hours (whole minutes), choice, choices, yes_no_unknown, link, links,
  place.
- **list or target**: the code list that is chosen from; "own:" is kept by the group itself; → is the kind
  that a link points to.
- **form**: quick (on the quick form), more (behind "More"), auto (the program fills it), off (hidden until
  it is switched on).
- **class**: none, contact, personal, special. None does not mean public: numbers of people and of their
  hours always pass through disclosure.
- **leaves**: yes for text that a pack may carry, each under the conditions of its own.

A field that is blank means "not recorded": never 0, no, or "prefer not to say".
"""
HEADINGS = ("code", "label", "kind", "list or target", "required", "form", "class", "leaves", "help")


def table_schema(kind: RecordKind, given: Lists) -> dict[str, Any]:
    """Return the Table Schema of the fields that may leave, with their words in the person's language."""
    return {
        "fields": [_described(field, given) for field in kind.fields if field.leaves],
        "missingValues": [""],
    }


def dictionary() -> str:
    """Return the page docs/dictionary.md in Markdown, always in English."""
    parts = [*PARTS.values(), PLACE]
    pages = [
        INTRODUCTION,
        "## Records\n",
        *(_section(kind) + _also_needed(kind) for kind in KINDS.values()),
        "## Parts: small rows that belong to one record\n",
        *(_section(part) for part in parts),
        "## Code lists\n",
        _lists(),
    ]
    return "\n".join(pages)


def _described(field: Field, given: Lists) -> dict[str, Any]:
    made: dict[str, Any] = {"name": field.code, "type": TYPES[field.kind], "title": tr(field.label)}
    if field.help:
        made["description"] = tr(field.help)
    rules: dict[str, Any] = {"required": True} if field.required else {}
    if field.kind is Kind.CHOICE:
        rules["enum"] = [item.code for item in given[field.vocab]]
    return made | ({"constraints": rules} if rules else {})


def _section(kind: RecordKind) -> str:
    owners = f"Belongs to: {', '.join(kind.of)}.\n\n" if kind.of else ""
    return f"### {kind.code}: {kind.label}\n\n{owners}{_table(HEADINGS, map(_row, kind.fields))}"


def _also_needed(kind: RecordKind) -> str:
    """Say what a record without any value would be asked for, beyond its required fields."""
    return "".join(f"\n{problem.message}\n" for check in kind.checks for problem in check({}))


def _row(field: Field) -> tuple[str, ...]:
    return (
        f"`{field.code}`",
        field.label,
        field.kind.value,
        f"→ {field.to}" if field.to else field.vocab,
        "yes" if field.required else "",
        field.form.value,
        field.privacy.value,
        "yes" if field.leaves else "",
        field.help,
    )


def _lists() -> str:
    ours = (
        (f"`{head.code}`", head.title, str(len(lists()[head.code])), str(head.version), head.use)
        for head in heads().values()
    )
    theirs = ((f"`{code}`", title, "0", "", "form") for code, title in OWN_LISTS.items())
    return _table(("code", "title", "items", "version", "use"), (*ours, *theirs))


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines: Iterator[Iterable[str]] = iter((headings, ["---" for _ in headings], *rows))
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    page = Path(__file__).parents[2] / "docs" / "dictionary.md"
    page.write_text(dictionary(), encoding="utf-8", newline="\n")
