"""The papers that are filled in by hand: what each asks, in which order, and what stays from sheet to sheet.

The page that is printed and the form that is typed in are both made from this, so their order is one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.insight import INSIGHT
from vcse_desktop.records.parts import CONSENT
from vcse_desktop.records.session import SESSION
from vcse_desktop.records.support import SUPPORT

SIGNIN, TALLY, CONTACT, SAID, AGREED = "signin", "tally", "contact", "said", "agreed"
NAME, HELPED, CAME_AT, WENT_AT, HOURS, INITIALS = "name", "helped", "came_at", "went_at", "hours", "initials"
"""The columns of a sign-in sheet; initials stay on the paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. ``asks`` has its fields in printed order; ``same`` are those that stay for the next sheet.

    ``columns`` are those of a table with a row for each person; ``counts`` says that lists to count by
    follow, ``signed`` that somebody signs. ``files`` is what its file is called, ``helpers`` that a helper
    may use it. ``of_asking`` says that a piece of asking may have its own wording of why on it.
    """

    code: str
    title: str
    files: str
    asks: RecordKind
    same: tuple[str, ...]
    columns: tuple[Field, ...] = ()
    counts: bool = False
    signed: bool = False
    helpers: bool = False
    of_asking: bool = False

    @property
    def setting(self) -> str:
        """The setting that holds the group's own wording of why this is asked."""
        return f"paper_{self.code}"


def numbered(paper: Paper) -> Iterator[tuple[int, Field]]:
    """Yield each field of a paper with its number, the columns of the table after the others."""
    yield from enumerate((*paper.asks.fields, *paper.columns), 1)


def after(paper: Paper) -> int:
    """Return the number of what comes after the fields: of the first list to count by."""
    return len(paper.asks.fields) + len(paper.columns) + 1


def with_number(number: int, words: str) -> str:
    """Return the words of a label as they stand on paper and beside the box."""
    return tr(N_("{number}. {label}"), number=number, label=words)


def _asks(kind: RecordKind, codes: tuple[str, ...], words: Mapping[str, str] | None = None) -> RecordKind:
    """Return these fields of a kind in this order, but for those that are switched off.

    What a field says for a screen is not said; ``words`` are what a paper says of some instead.
    """
    said = words or {}
    known = {field.code: field for field in kind.fields if field.form is not Form.OFF}
    fields = [known[code] for code in codes if code in known]
    return replace(
        kind,
        fields=tuple(replace(one, form=Form.QUICK, help=said.get(one.code, "")) for one in fields),
        checks=(),
    )


_MEETING = ("activity", "date", "place")
_COUNTS = ("people_n", "helpers_n", "carers_n", "new_n")
_COUNTED = {
    "helpers_n": N_("Everyone who helped, named or not"),
    "carers_n": N_("Leave empty if nobody asked"),
}
_CONTACT = (
    "date",
    "who_for",
    "person",
    "what",
    "newly_identified",
    "involved",
    "matters_words",
    "next_step",
    "next_on",
)
_SAID = ("heard_on", "place", "from_role", "words", "kind", "may_quote", "quote_name")
_AGREEMENT = RecordKind(
    "agreement",
    N_("Consent"),
    (
        Field("person", N_("Name"), Kind.LINK, to="person", required=True, form=Form.QUICK),
        Field(
            "uses",
            N_("I agree that you may"),
            Kind.CHOICES,
            vocab="consent_use",
            required=True,
            form=Form.QUICK,
            help=N_("Tick what you agree to. Leave empty what you do not."),
        ),
        *_asks(CONSENT, ("scope", "to_org", "given_by", "given_on", "ends_on", "asked_by")).fields,
    ),
)
_COLUMNS = (
    Field(NAME, N_("Name"), Kind.LINK, to="person", form=Form.QUICK),
    Field(HELPED, N_("Helped"), Kind.YES_NO_UNKNOWN, form=Form.QUICK, privacy=Privacy.NONE),
    Field(CAME_AT, N_("In"), Kind.TEXT, form=Form.QUICK, privacy=Privacy.NONE),
    Field(WENT_AT, N_("Out"), Kind.TEXT, form=Form.QUICK, privacy=Privacy.NONE),
    Field(HOURS, N_("Hours"), Kind.HOURS, form=Form.QUICK, privacy=Privacy.NONE),
    Field(INITIALS, N_("Initials"), Kind.TEXT, form=Form.QUICK),
)
PAPERS = {
    paper.code: paper
    for paper in (
        Paper(
            SIGNIN,
            N_("Sign-in sheet"),
            "sign-in-sheet",
            _asks(SESSION, _MEETING),
            _MEETING,
            columns=_COLUMNS,
            helpers=True,
            of_asking=True,
        ),
        Paper(
            TALLY,
            N_("Session tally"),
            "session-tally",
            _asks(SESSION, (*_MEETING, *_COUNTS), _COUNTED),
            _MEETING,
            counts=True,
            helpers=True,
        ),
        Paper(CONTACT, N_("Contact form"), "contact-form", _asks(SUPPORT, _CONTACT), ("date", "who_for")),
        Paper(
            SAID,
            N_("What people said"),
            "what-people-said",
            _asks(INSIGHT, _SAID, {"may_quote": N_("Nothing is chosen for you")}),
            ("heard_on", "place"),
            of_asking=True,
        ),
        Paper(
            AGREED,
            N_("Consent form"),
            "consent-form",
            _AGREEMENT,
            ("given_on", "asked_by"),
            signed=True,
        ),
    )
}
"""The five papers by their codes, in the order in which they are offered."""
