"""Whom and what the links of drafts stand for, once names are matched."""

from collections.abc import Mapping
from dataclasses import dataclass

from vcse_desktop.actions.imports.known import Known, link_kind
from vcse_desktop.exchange.meaning.preview import Draft, PersonMatch, Said
from vcse_desktop.records.normal import fold_name


@dataclass(frozen=True, slots=True)
class Resolved:
    """Names of one kind's drafts and what they stand for; ``heads`` says who stands for whom in the vault."""

    kind: str
    known: Known
    keys: Mapping[Said, str]
    people: Mapping[str, PersonMatch]
    heads: Mapping[int, int]

    def head(self, person: int | None) -> int | None:
        """Return who stands for somebody of the vault."""
        return None if person is None else self.heads.get(person, person)

    def person(self, draft: Draft, code: str) -> int | None:
        """Return the one person of the vault that a draft names; None when they are new, or several."""
        said = draft.people.get(code, ())
        if len(said) != 1:
            return None
        return self.people[self.keys[said[0]]].person or None

    def record(self, draft: Draft, code: str) -> int | None:
        """Return the one record of the vault, no person, that a draft names."""
        names = draft.names.get(code, ())
        if len(names) != 1:
            return None
        return self.known.ids.get((link_kind(self.kind, code), fold_name(names[0])))
