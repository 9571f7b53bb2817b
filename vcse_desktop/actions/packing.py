"""Making a signed summary pack: hidden, audited, written, signed, checked, registered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from vcse_desktop.actions.gathering import Material, asked_for, material
from vcse_desktop.actions.sharing import source, tag
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.ledger import Leaving
from vcse_desktop.disclosure.plan import Plan, Status
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.drafting import PackDraft, new_id, pack_claims
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.making import Built, build, write_pack
from vcse_desktop.packs.sent import sent_row
from vcse_desktop.packs.summary import NotAudited, Words, pack_payload
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import Quoted, ReportInput
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks, section_states
from vcse_desktop.store.vault import Vault

TITLE = N_("{organisation}: {start} to {end}")
LONGEST_TITLE = 200
Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was written: its id and digest, how many numbers are hidden, the signer's digits."""

    pack: str
    digest: str
    hidden: int
    digits: str
    quotes: int


def make_pack(  # noqa: PLR0913 - what a person decides, and how they are kept informed
    vault: Vault, first: date, last: date, audience: str, file: Path, *, progress: Progress | None = None
) -> Made:
    """Write a signed pack about these days (both inside) for this audience.

    Refused when the recovery code was never typed back, when something is missing, or when the numbers
    cannot be made safe beside what was shared before; WorldError when the file cannot be written. Then no
    file is made and nothing is registered. A pack is registered before its file has its name: who stops the
    program between the two loses a number of the series, and no pack is ever outside the register.
    """
    made_of = material(vault, asked_for(first, last, audience, file), audience)
    plan, report = protected(made_of, progress)
    ident = new_id(made_of.issued)
    claims, built = put_together(made_of, plan, report, ident)
    write_pack(file, built, partial(register, vault, made_of, plan, report, claims, built))
    hidden = sum(c.status is Status.HIDDEN for t in plan.tables for row in t.rows for c in row.cells)
    return Made(ident, built.digest, hidden, digits(made_of.identity.key), len(made_of.quotes))


def protected(made_of: Material, progress: Progress | None = None) -> tuple[Plan, AuditReport]:
    """Hide what must be hidden, and have it audited.

    NotYet when earlier packs told other numbers of the same days, NotAudited when it was not found safe.
    """
    plan = protect(made_of.tables, made_of.policy, progress=progress)
    ledger.may_release(plan, made_of.tables, made_of.releases)
    report = audit(plan, made_of.tables)
    if not report.ok:
        raise NotAudited
    return plan, report


def put_together(
    made_of: Material, plan: Plan, report: AuditReport, ident: str
) -> tuple[Mapping[str, Any], Built]:
    """Make the report and the tables of the plan, and sign them; returns the claims and the file."""
    told = _report(made_of, plan, ident)
    blocks = report_blocks(told)
    start, end = (day(when, told.language) for when in (made_of.period.start, made_of.period.end))
    title = tr(TITLE, organisation=told.organisation, start=start, end=end)[:LONGEST_TITLE]
    words = Words(
        title,
        {"data/report.pdf": pdf(blocks, told), "data/report.html": html(blocks, told)},
        [tag(quote) for quote in made_of.quotes],
        {quote.theme: _theme(quote, made_of.lists) for quote in made_of.quotes},
    )
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
        sections=section_states(told),
        purpose=told.purpose,
        lawful_basis=str(made_of.settings["pack_lawful_basis"]) or None,
        retention=told.retention,
    )
    claims = pack_claims(draft)
    issuer = made_of.identity.number or made_of.identity.key
    payload = pack_payload(plan, report, words, issuer, ident)
    return claims, build("pack", claims, payload, [made_of.signer])


def register(  # noqa: PLR0913, PLR0917 - what is remembered of a pack
    vault: Vault, made_of: Material, plan: Plan, report: AuditReport, claims: Mapping[str, Any], built: Built
) -> None:
    """Remember what was sent and what it told, in one unit of work."""
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
        ledger.append(
            unit,
            leaving,
            plan,
            made_of.tables,
            report,
            releases=releases,
            gathered=ledger.head(made_of.releases),
            ledger_key=vault.ledger_key,
        )


def _report(made_of: Material, plan: Plan, ident: str) -> ReportInput:
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
        digits=tuple(digits(made_of.identity.key).split()),
        tables={table.kind.id: table for table in plan.tables},
        quotes=tuple(
            Quoted(
                quote.text,
                source(quote, made_of.lists),
                _theme(quote, made_of.lists),
                quote.translation,
                tag(quote).language,
            )
            for quote in made_of.quotes
        ),
    )


def _theme(quote: Quote, lists: Lists) -> str:
    return label(lists, "insight_theme", quote.theme) if quote.theme else ""
