"""What a pack is made of, read from the vault after what was shared before; or why none can be made."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from vcse_desktop.actions.asks import Ask, asks_of
from vcse_desktop.actions.detailed import Detail
from vcse_desktop.actions.easy_read import page_for
from vcse_desktop.actions.lives_here import for_pack
from vcse_desktop.actions.open_kept import deprivation
from vcse_desktop.actions.sharing import Partner, allowed_quotes, partner
from vcse_desktop.actions.speaking import must_be_spoken
from vcse_desktop.actions.what_goes_in import NO_WORDS, OwnWords, full_tables, in_detail, own_words
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.actions.written import About
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.beside import may_go
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.policy import POLICIES, Policy, not_looser
from vcse_desktop.disclosure.quoted import quoted_tables
from vcse_desktop.disclosure.quotes import Audience, Quote
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.persons import joined
from vcse_desktop.figures.table import FigureTable, Period
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE
from vcse_desktop.packs import certificate
from vcse_desktop.packs.claims import SUPERSEDED
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import series_id
from vcse_desktop.packs.identity import Link, has_closed, read_chain
from vcse_desktop.packs.making import is_there
from vcse_desktop.packs.p256 import restored
from vcse_desktop.packs.sent import changed_by, next_place
from vcse_desktop.records.fields import Lists
from vcse_desktop.reports.easy import EasyPage
from vcse_desktop.reports.templates import Template, template_of
from vcse_desktop.reports.ten import TOLD, section_of
from vcse_desktop.settings import SETTINGS, Value, sound
from vcse_desktop.store.vault import SigningKey, Vault

NOT_REHEARSED = (
    N_("Type the recovery code back first"),
    N_(
        "A pack is signed in your group's name, so its recovery code on paper must be known to be right. "
        "Nothing was made. Type it back with: vcse-desktop rehearse, then make the pack again."
    ),
)
TOO_LOOSE = (
    N_("A partner may be given more protection, never less"),
    N_("This rule hides less than your group has decided. Nothing was made. Choose another rule for hiding."),
)
RESTS = (
    N_("The right to sign rests"),
    N_(
        "These records came back from a backup or from another computer, so nothing is signed yet, and "
        "nothing was made. "
        "A keeper confirms the right to sign with the recovery sheet: in Settings, under “Backups”."
    ),
)
NO_KEY = (
    N_("This vault cannot sign"),
    N_("It holds no signing key on this computer. Nothing was made. Use the computer that it was made on."),
)
HAS_CLOSED = (
    N_("Your group has said that it closed"),
    N_("Partners were told that no more packs are signed. Nothing was made."),
)
OTHER_SERIES = (
    N_("This pack cannot take the place of that one"),
    N_(
        "Only a pack for the same partner can replace it, and only one that was not taken back or replaced "
        "already. Nothing was made. Choose the partner that it was for."
    ),
)
THERE_IS_ONE = (
    N_("There is a file of that name"),
    N_("“{name}” is there already and was left as it is. Nothing was made. Choose another name."),
)
CLOCK = (
    N_("The clock of this computer is wrong"),
    N_(
        "It is set to a day before your key was made, so partners would refuse this. Nothing was made. "
        "Set it right, then try again."
    ),
)
STATEMENTS = "signing_statements"
"""The setting that says how many statements about the key there are: other computers hear of a change so."""
CHANGED_ELSEWHERE = (
    N_("The key of your group was changed on another computer"),
    N_(
        "What is signed here would still have the key before, and partners would refuse it. Nothing was "
        "made. Sign on the computer where the key was changed."
    ),
)
WRONG_PERIOD = (
    N_("The last day is before the first"),
    N_("Nothing was made. Write the days as 2024-01-01, the first one before the last."),
)
MOST_YEARS, LAST_YEAR = 20, 2049  # format 1 writes no year after it
LONG_PERIOD = (
    N_("This period is too long"),
    N_("A pack is about at most 20 years, none of them after 2049. Nothing was made. Choose other days."),
)
NOT_TO_COME = (
    N_("The next pack is expected on a day that is still to come"),
    N_("By this day your partner misses it. Nothing was made. Choose a later day, or none."),
)
NO_PARTNER = (N_("A pack is for somebody"), N_("Nothing was made. Name the partner that it is for."))


def days_of(first: date, last: date) -> Period:
    """Return the days from the first to the last, both inside; Refused when nothing can be about them."""
    if first > last:
        raise Refused(*WRONG_PERIOD)
    if last.year - first.year > MOST_YEARS or last.year > LAST_YEAR:
        raise Refused(*LONG_PERIOD)
    return Period(first, last)


class NotRehearsed(Refused):
    """The recovery code was never typed back, so nothing is signed yet."""

    def __init__(self) -> None:
        super().__init__(*NOT_REHEARSED)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decides about a pack: the days (both inside) and for whom it is.

    ``declined`` are codes of sections, ``held_back`` ids of insights, ``unasked`` ids of responses and
    ``left_out`` ids of tables that are left out; ``policy`` is the code of the rule for hiding, "" for the
    group's own. ``detail`` has the tables that are given in less detail, each with its step. ``replaces`` is
    the id of the pack that this one takes the place of, "" for none, and ``reason`` says why, to the partner.
    ``may_publish`` says that the partner may pass the pack on, ``easy`` that the Easy Read page goes in,
    ``large_print`` that the report goes along in large print, in the ``language`` that all of it is in, and
    ``next_expected`` when the next one may come.
    ``template`` is the code of what was asked for, and ``unanswered`` are codes of its questions that the
    group declines.
    """

    first: date
    last: date
    audience: str
    declined: frozenset[str] = frozenset()
    held_back: frozenset[int] = frozenset()
    policy: str = ""
    detail: Detail = frozenset()
    left_out: frozenset[str] = frozenset()
    replaces: str = ""
    reason: str = ""
    unasked: frozenset[int] = frozenset()
    may_publish: bool = False
    easy: bool = False
    large_print: bool = True
    language: str = SOURCE_LANGUAGE
    next_expected: date | None = None
    template: str = ""
    unanswered: frozenset[str] = frozenset()

    @property
    def period(self) -> Period:
        """The days; Refused when no pack can be about them, for nobody, or before one on a past day."""
        period = days_of(self.first, self.last)
        if not self.audience.strip():
            raise Refused(*NO_PARTNER)
        following = self.next_expected
        if following and not (datetime.now(UTC).date() < following and following.year <= LAST_YEAR):
            raise Refused(*NOT_TO_COME)
        return period

    @property
    def about(self) -> About:
        """The days and the language; Refused as ``period`` is, and where there are no words of it."""
        return About(self.period, must_be_spoken(self.language))


@dataclass(frozen=True, slots=True)
class Material:
    """All that a pack is made of but the key that signs it. Holds true figures and never leaves.

    ``tables`` are those that go in, ``full`` all that could, in all their detail. ``left_out`` are codes of
    sections that cannot stand beside what was told before: they count as declined. ``words`` are those of
    the group itself.
    """

    choices: Choices
    partner: Partner
    period: Period
    issued: datetime
    policy: Policy
    statements: list[dict[str, Any]]
    identity: Link
    tables: list[FigureTable]
    full: list[FigureTable]
    quotes: list[Quote]
    settings: Mapping[str, Value]
    lists: Lists
    sequence: int
    history: list[dict[str, Any]]
    past: Past
    left_out: frozenset[str] = frozenset()
    asks: tuple[Ask, ...] = ()
    easy: EasyPage | None = None
    words: OwnWords = NO_WORDS

    @property
    def template(self) -> Template:
        """What was asked for."""
        return template_of(self.choices.template)

    @property
    def told(self) -> list[FigureTable]:
        """All that the pack tells of people: its tables, and what its quotes tell."""
        return [*self.tables, *quoted_tables(self.full, self.quotes)]


def material(vault: Vault, choices: Choices) -> Material:
    """Read everything that a pack needs; Refused when it cannot be made.

    What was shared before is read first: what is shared meanwhile is noticed later, and then none is made.
    """
    period, releases, statements = choices.period, ledger.read(vault), identity_of(vault)
    settings = {name: sound(setting, vault.setting(name)) for name, setting in SETTINGS.items()}
    identity, template = read_chain(statements)[-1], template_of(choices.template)
    whom, issued = partner(vault, choices.audience), datetime.now(UTC).replace(microsecond=0)
    whose = Audience(whom.organisation, issued.date().isoformat())
    words, records, policy = group_lists(vault), gather(vault), policy_for(vault, choices)
    sequence, history = _place(vault, choices, series_id(whom.name))
    out, asked = choices.declined | template.unasked, template.tables(choices.unanswered)
    full = _without(full_tables(records, choices.about, words, asked, deprivation(vault)), out)
    tables = in_detail(full, choices.detail, choices.left_out, choices.language)
    past = remembered(vault, releases, full, vault.ledger_key, joined(records.person))
    left = frozenset(section_of(t.kind.id) for t in tables if not may_go(t, policy, past.forgotten))
    choices, out = replace(choices, declined=choices.declined | left), out | left
    found = [] if TOLD in out else allowed_quotes(vault, records, period, whose, policy)
    return Material(
        choices=choices,
        partner=whom,
        period=period,
        issued=issued,
        policy=policy,
        statements=statements,
        identity=identity,
        tables=_without(tables, left),
        full=_without(full, left),
        quotes=[quote for quote in found if quote.insight not in choices.held_back],
        settings=settings,
        lists=words,
        sequence=sequence,
        history=history,
        past=past,
        left_out=left,
        asks=tuple(asks_of(vault, whom, choices.unasked)),
        easy=page_for(vault, identity.name, choices.language) if choices.easy else None,
        words=own_words(records, words, choices.about, out, for_pack(vault, words, choices.language)),
    )


def _place(vault: Vault, choices: Choices, series: str) -> tuple[int, list[dict[str, Any]]]:
    """Return the number in the series, and how all before stand; Refused when it cannot replace that one."""
    rows = vault.rows("sent")
    sequence, history = next_place(rows, series)
    if not choices.replaces:
        return sequence, history
    gone = next((row for row in rows if row["pack"] == choices.replaces and row["series"] == series), None)
    changed = changed_by(history, gone, sequence, SUPERSEDED, choices.reason) if gone else None
    if changed is None:
        raise Refused(*OTHER_SERIES)
    return sequence, changed


def _without(tables: Sequence[FigureTable], sections: Collection[str]) -> list[FigureTable]:
    return [table for table in tables if section_of(table.kind.id) not in sections]


def policy_for(vault: Vault, choices: Choices) -> Policy:
    """Return the rule for hiding that was chosen; Refused when it is looser than the group's of now."""
    floor = POLICIES[str(sound(SETTINGS["disclosure_floor"], vault.setting("disclosure_floor")))]
    policy = POLICIES[choices.policy] if choices.policy else floor
    if not not_looser(policy, floor):
        raise Refused(*TOO_LOOSE)
    return policy


def must_be_free(file: Path) -> None:
    """Refuse a name that something has already; WorldError when the disk takes no such name."""
    if is_there(file):
        raise Refused(*THERE_IS_ONE, name=file.name)


def signer(vault: Vault) -> Signer:
    """Return who signs; Refused when nothing may be signed here."""
    key = _signing_key(vault)
    if certificate.read(key.certificate).begin > datetime.now(UTC):
        raise Refused(*CLOCK)
    return Signer(restored(key.private), key.certificate)


def identity_of(vault: Vault) -> list[dict[str, Any]]:
    """Return who the group is, as it stands in what it signs; Refused when nothing may be signed here."""
    said = statements_of(vault)
    if has_closed(read_chain(said)):
        raise Refused(*HAS_CLOSED)
    return said


def statements_of(vault: Vault) -> list[dict[str, Any]]:
    """Return the same also of a group that has closed, which signs notices still."""
    said: list[dict[str, Any]] = json.loads(_signing_key(vault).identity)
    return said


def _signing_key(vault: Vault) -> SigningKey:
    """Return the right to sign; NotRehearsed until the recovery code was typed back, but for the example."""
    if not vault.rehearsed and not sound(SETTINGS["is_example"], vault.setting("is_example")):
        raise NotRehearsed
    key = vault.signing_key()
    if vault.signing_rests:
        raise Refused(*RESTS)
    if key is None:
        raise Refused(*NO_KEY)
    known = vault.setting(STATEMENTS)
    if isinstance(known, int) and known > len(json.loads(key.identity)):
        raise Refused(*CHANGED_ELSEWHERE)
    return key
