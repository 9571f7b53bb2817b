"""Records that an import would make, in words, and what the words of a list may mean."""

from collections.abc import Iterable
from datetime import date

from vcse_desktop.actions.imports.known import link_kind
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.exchange.meaning.plan import Plan
from vcse_desktop.exchange.meaning.preview import Draft, Page, Preview
from vcse_desktop.exchange.meaning.targets import NAMED_BY, parts
from vcse_desktop.i18n import pgettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field
from vcse_desktop.records.vocabularies import offered, with_own
from vcse_desktop.reports import numbers
from vcse_desktop.store.vault import Vault

BETWEEN = "; "


def page(vault: Vault, shown: Preview, language: str, first: int = 0, most: int = 50) -> Page:
    """Return some of the records as they will be, in words."""
    says = Sayings(vault, language)
    says.lists = with_own(says.lists, shown.added)
    some = shown.drafts[first : first + most]
    used = {code for draft in some for code in (*draft.values, *draft.names, *draft.people)}
    fields = [field for field in TABLES[shown.plan.kind].fields if field.code in used]
    lines = tuple((draft.spot[0], tuple(_said(says, field, draft) for field in fields)) for draft in some)
    return Page(tuple(tr(field.label) for field in fields), lines, len(shown.drafts))


def in_words(sentence: str, values: Iterable[tuple[str, object]], language: str) -> str:
    """Return a question, or an answer to it, in words: days and months as the language writes them."""
    said = {name: _shown(name, value, language) for name, value in values}
    return tr(sentence, **said)


def _shown(name: str, value: object, language: str) -> object:
    if isinstance(value, date):
        return numbers.month_in_words(value, language) if name == "month" else numbers.day(value, language)
    return tr(value) if name == "label" and isinstance(value, str) else value


def choices(vault: Vault, plan: Plan, target: str) -> list[tuple[str, str]]:
    """Return what words for this target may mean: codes, or ids of records, with their labels as shown."""
    field = parts(plan.kind, plan.shape)[target].field
    if field.vocab:
        items = offered(group_lists(vault)[field.vocab], today())
        return [(item.code, pgettext(field.vocab, item.label)) for item in items]
    of = link_kind(plan.kind, field.code)
    rows = vault.values(of, fields=(NAMED_BY[of],)) if of else []
    return sorted(((str(record), str(name)) for record, name in rows), key=lambda one: one[1].casefold())


def _said(says: Sayings, field: Field, draft: Draft) -> str:
    if field.code in draft.people:
        return BETWEEN.join(one.name for one in draft.people[field.code])
    if field.code in draft.names:
        return BETWEEN.join(draft.names[field.code])
    value = draft.values.get(field.code)
    return "" if value is None else says.said(field, value)
