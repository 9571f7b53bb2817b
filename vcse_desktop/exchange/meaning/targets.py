"""What the columns of a table can fill: the fields of a kind, and the parts of some of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vcse_desktop.exchange.meaning.plan import Shape
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import KINDS, PLACE, TABLES
from vcse_desktop.records.fields import Field, Form, Kind

CAN_BE_CHANGED = ("identified_on",)
"""Fields that the program fills, but a person may fill too."""
NAMED_BY = {
    "activity": "title",
    "person": "known_as",
    "organisation": "name",
    "engagement": "question",
    "place": "name",
}
"""The kinds whose records a spreadsheet can name, and the field that holds the name."""
PLACE_FIELDS = ("name",)
FIRST, LAST, PHONE, EMAIL, FROM, TO, MINUTES = "first", "last", "phone", "email", "from", "to", "minutes"
SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "time_given": (Shape.ROWS, Shape.HOURS, Shape.TICKS),
    "session": (Shape.ROWS, Shape.ATTENDANCE, Shape.TICKS),
}
"""The kinds whose tables may be laid out otherwise than a row a record."""
PARTS_OF_HOURS = {
    FROM: N_("From what time"),
    TO: N_("Until what time"),
    MINUTES: N_("Minutes"),
}
PARTS_OF_PERSON = {
    FIRST: N_("First name"),
    LAST: N_("Surname"),
    PHONE: N_("Phone"),
    EMAIL: N_("E-mail"),
}
OF_NAME = (FIRST, LAST)


@dataclass(frozen=True, slots=True)
class Part:
    """A target: the field it fills, and which part of it; "" for all of it. ``label`` is marked text."""

    field: Field
    part: str
    label: str

    @property
    def code(self) -> str:
        """The code of the target: "hours", or "hours.from"."""
        return f"{self.field.code}.{self.part}" if self.part else self.field.code


@cache
def parts(kind: str, shape: Shape = Shape.ROWS) -> Mapping[str, Part]:
    """Return the targets of a kind by their codes, in the order of its form."""
    made: dict[str, Part] = {}
    for field in TABLES[kind].fields:
        if not open_to_people(kind, field) or not nameable(field):
            continue
        if shape is Shape.HOURS and field.code in ("hours", "date"):
            continue
        if shape is Shape.TICKS and field.code == "date":
            continue
        made[field.code] = Part(field, "", field.label)
        for part, label in _inner(kind, field).items():
            made[f"{field.code}.{part}"] = Part(field, part, label)
    return made


def open_to_people(kind: str, field: Field) -> bool:
    """Say whether somebody may fill this field, or the program alone."""
    if kind == PLACE.code:
        return field.code in PLACE_FIELDS
    return field.form is not Form.AUTO or field.code in CAN_BE_CHANGED


def points_to(field: Field) -> str:
    """Return the kind of record that a field names; "" for none."""
    return "place" if field.kind is Kind.PLACE else field.to


def nameable(field: Field) -> bool:
    """Say whether a spreadsheet can fill the field: a record that has no name cannot be named."""
    return not points_to(field) or points_to(field) in NAMED_BY


def needed(kind: str, shape: Shape) -> tuple[str, ...]:
    """Return the codes of the fields without which nothing can be made from a table."""
    codes = [field.code for field in TABLES[kind].fields if field.required and open_to_people(kind, field)]
    if shape in (Shape.HOURS, Shape.TICKS):
        codes = [code for code in codes if code != "date"]
    if shape is Shape.HOURS:
        codes = [code for code in codes if code != "hours"]
    return (*codes, who(kind, shape)) if shape is not Shape.ROWS else tuple(codes)


def who(kind: str, shape: Shape) -> str:
    """Return the field that the name in each row of a register or a month fills."""
    return "came" if kind == "session" and shape is not Shape.ROWS else "person"


def importable() -> tuple[str, ...]:
    """Return the kinds that a table can hold, in the order of the menu, and the places."""
    return (*KINDS, PLACE.code)


def _inner(kind: str, field: Field) -> Mapping[str, str]:
    if field.kind is Kind.HOURS and (kind, field.code) == ("time_given", "hours"):
        return PARTS_OF_HOURS
    if (kind, field.code) == ("person", "known_as"):
        return {part: PARTS_OF_PERSON[part] for part in OF_NAME}
    if points_to(field) == "person" and (field.kind is Kind.LINK or field.code == "came"):
        return PARTS_OF_PERSON
    return {}
