"""What a field, a kind of record and a list are. Data only: nothing here acts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

Values = Mapping[str, object]
"""The values of one record by the code of the field; None is "not recorded"."""


class Kind(Enum):
    """How a value is kept: in brackets, the type that ``Values`` carries."""

    TEXT = "text"  # one line, at most 200 characters [str]
    NOTE = "note"  # many lines, at most 20,000 characters [str]
    DATE = "date"  # a day, 2026-11-20 [str]
    NUMBER = "number"  # pounds and pence, kept as pence [int]
    COUNT = "count"  # whole, 0 or more [int]
    HOURS = "hours"  # kept as whole minutes [int]
    CHOICE = "choice"  # a code of the list [str]
    CHOICES = "choices"  # codes of the list, sorted [list[str]]
    YES_NO_UNKNOWN = "yes_no_unknown"  # [bool]
    LINK = "link"  # the id of a record [int]
    LINKS = "links"  # ids of records, sorted [list[int]]
    PLACE = "place"  # the id of a row of the place list [int]


class Form(Enum):
    """How near at hand a field is."""

    QUICK = "quick"
    MORE = "more"
    AUTO = "auto"  # the program fills it
    OFF = "off"  # hidden until switched on, or retired: never deleted


class Privacy(Enum):
    """The class of a value; it decides what may leave and how long it is kept."""

    NONE = "none"
    CONTACT = "contact"
    PERSONAL = "personal"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. The defaults are the safe ones: a field that nobody thought about stays at home."""

    code: str  # permanent, as released
    label: str
    kind: Kind
    vocab: str = ""  # the list that CHOICE and CHOICES choose from; "own:role" is kept by the group itself
    to: str = ""  # the kind of record that LINK and LINKS point to
    required: bool = False
    form: Form = Form.MORE
    privacy: Privacy = Privacy.PERSONAL
    help: str = ""
    leaves: bool = False  # on the allow-list of what a pack may carry as text


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a value. ``message`` is marked text; ``values`` fill its places."""

    field: str  # "" when it is about the whole record
    message: str
    values: tuple[tuple[str, object], ...] = ()
    asked: bool = False  # unlikely, so asked about, then kept if the person says so
    history: bool = False  # refused from now on, but it may stand in what happened before it was kept here


Check = Callable[[Values], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record, or one kind of part when ``of`` names the kinds whose records own it."""

    code: str
    label: str
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One choice of a list."""

    code: str  # permanent, as released
    label: str
    help: str = ""
    retired: str = ""  # the day from which it is no longer offered
    started: str = ""  # the day from which it is offered
    hidden: bool = False  # the group has no use for it; a record that holds it keeps it
    group: str = ""  # the heading it stands under
    attrs: Mapping[str, object] = field(default_factory=dict, hash=False)  # facts of that list alone


Lists = Mapping[str, tuple[Item, ...]]
