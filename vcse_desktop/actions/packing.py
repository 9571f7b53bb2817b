"""Making a signed summary pack: drafted with every byte fixed, then signed, checked and registered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from vcse_desktop.actions.agreeing import Agreed, agreed
from vcse_desktop.actions.asks import keep_asks
from vcse_desktop.actions.gathering import (
    Choices,
    Material,
    identity_of,
    material,
    must_be_free,
    policy_for,
    signer,
)
from vcse_desktop.actions.leaving_out import left_words
from vcse_desktop.actions.pack_words import let_stay, must_point_at_nobody, pointing
from vcse_desktop.actions.reporting import PDF, blocks_and_files, report_input
from vcse_desktop.actions.safe import safe
from vcse_desktop.actions.sharing import allowed_quotes, tag, theme
from vcse_desktop.actions.signing import must_be_keeper
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.actions.taking_away import Taking, takings
from vcse_desktop.actions.told_before import must_be_as_told
from vcse_desktop.actions.weighing import Cancelled, Progress, Stopped, Weighed, hidden_in
from vcse_desktop.actions.why_hidden import Words, exposed
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.atoms import universes
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.ledger import Leaving
from vcse_desktop.disclosure.plan import CellKey, Plan
from vcse_desktop.disclosure.published import other_numbers, wrongly_told
from vcse_desktop.disclosure.quotes import Audience, Quote
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.packs import cms
from vcse_desktop.packs.drafting import PackDraft, new_id, pack_claims
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.making import Built, Frozen, certified, freeze, place_of, sealed, write_pack
from vcse_desktop.packs.sent import sent_row
from vcse_desktop.packs.summary import NotAudited, pack_payload, tables_of
from vcse_desktop.packs.summary import Words as Payload
from vcse_desktop.reports.blocks import Block
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.report import section_states
from vcse_desktop.store.vault import Vault

TITLE = N_("{organisation}: {start} to {end}")
LONGEST_TITLE = 200
TABLES = "data/tables/"
LAST_STEPS = 2  # the audit, and the pages
OTHER_KEY = (
    N_("The key of your group was changed meanwhile"),
    N_("Since you looked through this pack, it would be signed otherwise. Nothing was made. Make it again."),
)
NO_LONGER_AGREED = (
    N_("Words in this pack may not leave any more"),
    N_(
        "Since you looked through it, a quote in this pack was changed, or its consent ended. "
        "Nothing was made. Go back and look through the pack again."
    ),
)


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack, by its name inside and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack whose every byte is fixed but for the signature. It holds true figures and never leaves.

    ``blocks`` are what the report is made of, ``frozen`` the files, the PDF among them. ``takings`` say what
    each number that is hidden to protect would give away.
    """

    made_of: Material
    plan: Plan
    report: AuditReport
    told: ReportInput
    blocks: tuple[Block, ...]
    quotes: tuple[Agreed, ...]
    claims: Mapping[str, Any]
    frozen: Frozen
    takings: Mapping[CellKey, Taking]

    @property
    def title(self) -> str:
        """What the pack is called."""
        return str(self.claims["title"])

    @property
    def partner(self) -> str:
        """For whom it is."""
        return self.made_of.partner.name

    @property
    def digits(self) -> str:
        """The six groups of five of our key."""
        return digits(self.made_of.identity.key)

    def files(self) -> list[PackFile]:
        """Return every file of the pack but the signature and what it signs, in the order of the pack.

        Each is as large as it will be, signed.
        """
        payload = certified(self.frozen.payload, None, self.frozen.issued)
        with speaking(self.told.language):
            frozen = freeze("pack", self.claims, payload)
        return [PackFile(name, len(data)) for name, data in frozen.files]

    def words(self, language: str) -> Words:
        """Return what says why numbers are hidden, in this language."""
        return Words(self.made_of.tables, self.plan.earlier, language)

    @property
    def pdf(self) -> bytes:
        """The report as it will be in the pack, but for the signature at its end."""
        return dict(self.frozen.files)[PDF]


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was written: its id and digest, how many numbers are hidden, the signer's digits.

    ``left_out`` says which sections could not go in, and why; "" when all could.
    ``exposed`` says what earlier packs have given away already; without numbers.
    """

    pack: str
    digest: str
    hidden: int
    digits: str
    quotes: int
    file: Path
    left_out: str = ""
    exposed: tuple[str, ...] = ()


def make_pack(
    vault: Vault,
    choices: Choices,
    file: Path,
    *,
    kept: Collection[str] = (),
    progress: Progress | None = None,
) -> Made:
    """Write a signed pack as it was chosen; the passphrase was just typed.

    ``kept`` are words found in what the group typed that point at nobody. Refused when the recovery code was
    never typed back, when something is missing, when other words may point at somebody, or when the numbers
    cannot be made safe beside what was shared before; WorldError when the file cannot be written. Then no
    file is made and nothing is registered.
    """
    _ = choices.period
    must_be_free(file)
    draft = draft_pack(vault, choices, progress)
    for one in pointing(vault, draft.made_of):
        if one.spot.words in kept:
            let_stay(vault, one.text, one.spot.words, "nobody")
    return write_signed(vault, draft, file)


def draft_pack(
    vault: Vault,
    choices: Choices,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    ready: Weighed | None = None,
) -> Draft:
    """Return a pack that only needs to be signed; nothing is written anywhere.

    What was weighed before is taken as it is when it is of the very same numbers under the same rule.
    Stopped when ``cancelled`` says so; Refused as ``make_pack``: NotSafe says what could be made instead.
    """
    must_be_as_told(vault)
    made_of = material(vault, choices)
    steps = 0

    def told(done: int, of: int) -> None:
        nonlocal steps
        steps = of
        if progress:
            progress(done, of + LAST_STEPS)

    fits = ready and ready.tables == made_of.told and ready.plan.policy == made_of.policy
    plan, report = safe(made_of, ready.plan if ready and fits else None, told, cancelled)
    told(steps + 1, steps)
    quotes = tuple(agreed(vault, made_of))
    with speaking(made_of.choices.language):
        draft = _frozen(made_of, plan, report, quotes)
    told(steps + LAST_STEPS, steps)
    if cancelled and cancelled():
        raise Stopped
    return draft


def write_signed(vault: Vault, draft: Draft, file: Path, cancelled: Cancelled | None = None) -> Made:
    """Sign the draft as it stands, check the file as a partner would, register the pack, and name the file.

    Refused when something of it may not leave any more, Stopped when ``cancelled`` says so before it is
    registered. Where somebody else has to sign, too, the file is named as unfinished. A pack is registered
    before its file has its name, so no pack is ever outside the register;
    when the disk then says no, the same draft can be written again.
    """
    must_be_keeper(vault)
    file = place_of(file, draft.claims)
    must_be_free(file)
    _must_still_stand(vault, draft)
    _must_be_of_one_piece(draft)
    ours, issued = signer(vault), draft.frozen.issued
    with speaking(draft.told.language):
        frozen = freeze("pack", draft.claims, certified(draft.frozen.payload, ours, issued))
    built = sealed(frozen, [cms.sign(ours.key, ours.certificate, frozen.first, issued)])
    write_pack(file, built, partial(_register, vault, draft, built, cancelled))
    return Made(
        pack=str(draft.claims["pack"]),
        digest=built.digest,
        hidden=hidden_in(draft.plan),
        digits=draft.digits,
        quotes=len(draft.made_of.quotes),
        file=file,
        left_out=left_words(draft.made_of),
        exposed=tuple(exposed(draft.words(SOURCE_LANGUAGE), draft.report)),
    )


def _frozen(made_of: Material, plan: Plan, report: AuditReport, quotes: tuple[Agreed, ...]) -> Draft:
    """Make the report and the tables of the plan."""
    ident = new_id(made_of.issued)
    told = report_input(made_of, plan, ident, tables_of(plan, report, _issuer(made_of), ident))
    blocks, files = blocks_and_files(told, made_of.easy, large=made_of.choices.large_print)
    start, end = (day(when, told.language) for when in (made_of.period.start, made_of.period.end))
    title = tr(TITLE, organisation=told.organisation, start=start, end=end)[:LONGEST_TITLE]
    themes = {quote.theme: theme(quote, made_of.lists) for quote in made_of.quotes}
    draft = PackDraft(
        id=ident,
        title=title,
        period=made_of.period,
        policy=plan.policy,
        audience=[(made_of.partner.name, "")],
        statements=made_of.statements,
        issued=made_of.issued,
        sequence=made_of.sequence,
        history=made_of.history,
        language=told.language,
        sections=section_states(told),
        purpose=told.purpose,
        lawful_basis=str(made_of.settings["pack_lawful_basis"]) or None,
        retention=told.retention,
        asks=[ask.claim() for ask in made_of.asks],
        may_publish=told.may_publish,
        next_expected=made_of.choices.next_expected,
    )
    claims = pack_claims(draft)
    words = Payload(title, files, [tag(quote) for quote in made_of.quotes], themes)
    payload = pack_payload(plan, report, words, _issuer(made_of), ident)
    frozen, away = freeze("pack", claims, payload), takings(made_of.tables, made_of.past, plan)
    return Draft(made_of, plan, report, told, blocks, quotes, claims, frozen, away)


def _must_still_stand(vault: Vault, draft: Draft) -> None:
    """Refuse a draft whose quotes, words or rule for hiding would not be allowed, or not any more."""
    must_be_as_told(vault)
    made_of = draft.made_of
    if identity_of(vault) != made_of.statements:
        raise Refused(*OTHER_KEY)
    policy_for(vault, replace(made_of.choices, policy=draft.plan.policy.code))
    must_point_at_nobody(vault, made_of)
    audience = Audience(made_of.partner.organisation, datetime.now(UTC).date().isoformat())
    now = allowed_quotes(vault, gather(vault), made_of.period, audience, made_of.policy)
    if not set(map(_words, made_of.quotes)) <= set(map(_words, now)):
        raise Refused(*NO_LONGER_AGREED)


def _must_be_of_one_piece(draft: Draft) -> None:
    """Refuse tables in the pack that are not those of the audited plan, and a plan of other true numbers."""
    made_of, plan = draft.made_of, draft.plan
    told = tables_of(plan, draft.report, _issuer(made_of), str(draft.claims["pack"]))
    files = {name: data for name, data in draft.frozen.files if name in told or name.startswith(TABLES)}
    true = universes(made_of.told, plan.policy.zero_protected)
    if files != told or other_numbers(plan, made_of.told) or wrongly_told(plan, made_of.told, true):
        raise NotAudited


def _issuer(made_of: Material) -> str:
    return str(made_of.identity.number or made_of.identity.key)


def _words(quote: Quote) -> tuple[object, ...]:
    return quote.insight, quote.text, quote.translation, quote.name


def _register(vault: Vault, draft: Draft, built: Built, cancelled: Cancelled | None) -> None:
    """Remember what was sent and what it told, in one unit of work; once, however often it is written."""
    if cancelled and cancelled():
        raise Stopped
    if vault.rows("sent", digest=built.digest):
        return
    made_of, plan, claims = draft.made_of, draft.plan, draft.claims
    leaving = Leaving(
        pack=claims["pack"],
        digest=built.digest,
        audience=made_of.partner.name,
        made_at=claims["issued"],
        device=vault.device,
    )
    releases = ledger.read(vault)
    with vault.unit("pack") as unit:
        unit.save("sent", None, sent_row(claims, built.digest, plan.digest))
        keep_asks(unit, built.digest, made_of.asks)
        ledger.append(
            unit,
            leaving,
            plan,
            made_of.told,
            draft.report,
            releases=releases,
            gathered=made_of.past.head,
            ledger_key=vault.ledger_key,
        )
