"""All that a report may know: who speaks to whom, protected tables, and words with consent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from vcse_desktop.disclosure.plan import ProtectedTable
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.figures.table import Period, TableKind


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that may leave: consented for this audience and checked for names.

    ``source`` says who speaks as far as consent allows ("a carer"); ``translation`` was typed by a person.
    """

    text: str
    source: str
    theme: str = ""  # the label of the theme, in the group's own words
    translation: str = ""
    lang: str = ""  # of the text; "" is the language of the report
    kind: str = ""  # the label of what kind of thing it is


@dataclass(frozen=True, slots=True)
class Written:
    """One record that the group wrote itself: the section it stands in, its heading, and names with words.

    ``change`` is what changed, where that counts as a change. ``typed`` are all texts in it as somebody of
    the group typed them, ``labels`` the group's own words of lists. No words of a person are in it.
    """

    section: str
    title: str
    pairs: tuple[tuple[str, str], ...] = ()
    change: str = ""
    typed: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LivesHere:
    """How many people in an area gave each answer: published figures, so nothing in them is hidden.

    ``of`` is the code of the list that people who came are counted by, ``title`` what it is called,
    ``about`` says in the publisher's words who was asked what;
    ``added_up`` says that the numbers are those of small areas together.
    """

    of: str
    title: str
    area: str
    year: int
    source: str
    rows: tuple[tuple[str, int], ...]
    about: str = ""
    added_up: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """The group's picture as we wrote it anew, and what it shows."""

    content: bytes
    description: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What one report is made of. Every text is as it was typed; nothing here is markup.

    ``tables`` are by id of the table. ``issued`` is in UTC. ``digits`` are the six groups of five of the
    signer's key. ``language`` is that of the sentences, for which ``i18n.set_language`` was called before.
    ``declined`` holds the codes of the sections that the group chose to leave out, ``left_out`` the tables.
    ``asks`` are questions to the reader: the id of each, its words, and by when an answer is hoped for.
    ``hashes`` are the names of the tables' files, each with its SHA-256 in hex digits.
    ``section_notes`` are words of the group by the code of a section. ``unasked`` are sections that nobody
    asked for, ``unanswered`` questions that the group declined: the section of each, and its words.
    ``lives_here`` are published figures of who lives in the area, beside those who came.
    """

    organisation: str
    number: str
    area: str
    period: Period
    audience: tuple[str, ...]
    pack: str
    sequence: int
    signatures: int
    issued: datetime
    policy: Policy
    purpose: str = ""
    lawful_basis: str = ""  # its label, not its code
    retention: str = ""
    may_publish: bool = False
    contact: str = ""
    language: str = "en"
    digits: tuple[str, ...] = ()
    tables: Mapping[str, ProtectedTable] = field(default_factory=dict)
    quotes: tuple[Quoted, ...] = ()
    declined: frozenset[str] = frozenset()
    left_out: tuple[TableKind, ...] = ()
    asks: tuple[tuple[str, str, date | None], ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    written: tuple[Written, ...] = ()
    introduction: str = ""
    section_notes: Mapping[str, str] = field(default_factory=dict)
    unasked: frozenset[str] = frozenset()
    unanswered: tuple[tuple[str, str], ...] = ()
    logo: Logo | None = None
    lives_here: tuple[LivesHere, ...] = ()
