"""Who lives in an area, by Census figures that the group added: which areas there are, and their answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vcse_desktop.actions.open_kept import AREA, Kept, Living, areas, living
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.exchange.areas.area import Area
from vcse_desktop.figures.dimensions import TALLIED, plain_code
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports.material import LivesHere
from vcse_desktop.store.vault import Vault

LEVELS = ("district", "ward", "msoa", "region", "country")
SMALL = "lsoa"
NOT_ANSWERED, OTHER = "not_answered", "x_"
NO_ANSWER = N_("No answer given")
FEW_DEPRIVED = 2
CARE = "unpaid_care_hours"
ALSO = {CARE: N_("Hours of unpaid care"), "general_health": N_("General health")}
"""What the Census asks and nobody is counted by at a session."""
OFFERED = {
    "district": N_("{name} (district, {year})"),
    "ward": N_("{name} (ward, {year})"),
    "msoa": N_("{name} (middle area, {year})"),
    "region": N_("{name} (region, {year})"),
    "country": N_("{name} (country, {year})"),
}


@dataclass(frozen=True, slots=True)
class Lives:
    """How many people in an area gave each answer; ``added_up`` says that they are of its small areas.

    ``about`` says in the publisher's words who was asked what.
    """

    vocab: str
    area: str
    year: int
    source: str
    counts: Mapping[str, int]
    about: str = ""
    added_up: bool = False

    @property
    def whole(self) -> int:
        """All of them, those who gave no answer among them."""
        return sum(self.counts.values())


class Here:
    """What is known of areas, read once: the figures of the Census, and where small areas lie."""

    def __init__(self, vault: Vault) -> None:
        self._tables = living(vault)
        self._kept, self._areas = areas(vault)
        self._chosen = vault.setting(AREA)

    def offered(self) -> list[tuple[str, str]]:
        """Return the code and the words of each area that there are figures of, districts first."""
        found: dict[str, tuple[int, str, int]] = {}
        for table in self._tables:
            if table.kept.level in LEVELS:
                for code, name in table.names.items():
                    found.setdefault(code, (LEVELS.index(table.kept.level), name, table.kept.year))
        for code, (level, name) in self._within().items():
            year = self._kept.wards or self._kept.year if self._kept else 0
            if any(self._added_up(table, code) for table in self._tables if table.kept.level == SMALL):
                found.setdefault(code, (LEVELS.index(level), name, year))
        order = sorted(found.items(), key=lambda one: (one[1][0], one[1][1].casefold(), one[0]))
        return [(code, tr(OFFERED[LEVELS[at]], name=name, year=year)) for code, (at, name, year) in order]

    @property
    def chosen(self) -> str:
        """The area that the group chose, if there are still figures of it; else the only one there is."""
        codes = [code for code, _ in self.offered()]
        if isinstance(self._chosen, str) and self._chosen in codes:
            return self._chosen
        return codes[0] if len(codes) == 1 else ""

    def lives(self, code: str) -> dict[str, Lives]:
        """Return for each list the newest figures of an area, those of its own before added-up ones."""
        made: dict[str, Lives] = {}
        for table in self._tables:
            if code in table.counts and table.kept.level != SMALL:
                made.setdefault(
                    table.kept.vocab, _lives(table, table.names.get(code, code), table.counts[code])
                )
        for table in self._tables:
            counts = self._added_up(table, code) if table.kept.level == SMALL else None
            if counts:
                _, name = self._within()[code]
                made.setdefault(table.kept.vocab, _lives(table, name, counts, added_up=True))
        return made

    def deprived(self, code: str) -> tuple[int, int, Kept] | None:
        """Return how many small areas of an area are among the most deprived fifth, of how many, and by which
        file; None where nobody knows."""
        mine = [area for area in self._areas.values() if code in (area.ward, area.district)]
        known = [area for area in mine if area.decile is not None]
        if self._kept is None or not self._kept.index or not known:
            return None
        few = sum(area.decile is not None and area.decile <= FEW_DEPRIVED for area in known)
        return few, len(known), self._kept

    def _within(self) -> dict[str, tuple[str, str]]:
        """Return the wards and districts that small areas lie in: the kind of each, and its name."""
        return dict(_named(self._areas.values()))

    def _added_up(self, table: Living, code: str) -> dict[str, int] | None:
        """Return the answers of the small areas of an area together; None unless all are there, and alike."""
        mine = [one for one, area in self._areas.items() if code in (area.ward, area.district)]
        alike = self._kept is not None and self._kept.year == table.kept.year
        if not mine or not alike or not all(one in table.counts for one in mine):
            return None
        made: dict[str, int] = {}
        for one in mine:
            for answer, n in table.counts[one].items():
                made[answer] = made.get(answer, 0) + n
        return made


def _named(found: Iterable[Area]) -> Iterator[tuple[str, tuple[str, str]]]:
    for area in found:
        if area.ward and area.ward_name:
            yield area.ward, ("ward", area.ward_name)
        if area.district and area.district_name:
            yield area.district, ("district", area.district_name)


def _lives(table: Living, name: str, counts: Mapping[str, int], *, added_up: bool = False) -> Lives:
    kept = table.kept
    return Lives(kept.vocab, name, kept.year, kept.source, counts, table.about, added_up)


def answers(lists: Lists, vocab: str, counts: Iterable[str]) -> list[tuple[str, str]]:
    """Return code and words of each answer that is counted, in the order of the list, then the others."""
    codes = {*counts}
    listed = [item.code for item in lists.get(vocab, ()) if item.code in codes]
    others = sorted(codes - {*listed, NOT_ANSWERED})
    made = [(code, label(lists, vocab, code)) for code in listed]
    made += [(code, code.removeprefix(OTHER)) for code in others]
    return [*made, *([(NOT_ANSWERED, tr(NO_ANSWER))] if NOT_ANSWERED in codes else [])]


def for_report(vault: Vault, lists: Lists) -> tuple[LivesHere, ...]:
    """Return, for the chosen area, what a report may print beside each list, and how many care."""
    here = Here(vault)
    found = here.lives(here.chosen) if here.chosen else {}
    wanted = {**TALLIED, CARE: ALSO[CARE]}
    return tuple(printed(found[vocab], title, lists) for vocab, title in wanted.items() if vocab in found)


def printed(lives: Lives, title: str, lists: Lists) -> LivesHere:
    """Return figures as they are printed: answers in the order of the list."""
    named = answers(lists, lives.vocab, lives.counts)
    rows = tuple((words, lives.counts[code]) for code, words in named)
    of = plain_code(lives.vocab)
    return LivesHere(of, tr(title), lives.area, lives.year, lives.source, rows, lives.about, lives.added_up)


def for_pack(vault: Vault, lists: Lists, language: str) -> tuple[LivesHere, ...]:
    """Return the same in the language of a pack."""
    with speaking(language):
        return for_report(vault, lists)
