"""How a vault looks after years of use, at any size: a few activities and people have most of it."""

import random
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import accumulate, chain, cycle
from pathlib import Path

from vcse_desktop.store import migrations
from vcse_desktop.store.ident import EPOCH_MS, RANDOM_BITS
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault, create_vault

PASSPHRASE = "four words make it"  # noqa: S105 - of vaults that hold nobody
YEARS, BY_HAND_DAYS, IMPORTED_AT_ONCE = 8, 700, 4000
"""How far back the records go, since when they are written by hand, records of one import before that."""
SYLLABLES = "ba be bri ca cho da del dun el fa fen gar gle ham har in ja ka kin la lo ma mer na nor o pa pen \
ra ri sa sha so ta ten tor u va wen wy ya zan".split()
CALLED = "club lunch walk visits".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PRINCIPLES = (
    "p1_person_centred",
    "p2_partnership",
    "p3_equality",
    "p4_carers",
    "p5_vcse_housing",
    "p6_volunteering",
)
"""Each twelfth thing said, answer and time of support is tagged with one of them."""
Row = tuple[str, int, dict[str, object]]


@dataclass
class Draws:
    """Draws that come out the same for the same seed."""

    seed: int
    draw: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.draw = random.Random(f"vault {self.seed}")  # noqa: S311 - nobody shall be surprised

    def below(self, end: int) -> int:
        """Return a whole number from 0 on."""
        return int(self.draw.random() * end)

    def one(self, things: Sequence[str]) -> str:
        """Return one of them."""
        return things[self.below(len(things))]

    def chance(self, share: float) -> bool:
        """Say yes in this share of all draws."""
        return self.draw.random() < share

    def skewed(self, weights: Sequence[float]) -> int:
        """Return a place in running totals: the more weight, the more often."""
        return min(bisect(weights, self.draw.random() * weights[-1]), len(weights) - 1)


def skew(many: int, power: float = 1.0) -> list[float]:
    """Return running totals of weights that fall off as those of words and of helpers' hours do."""
    return list(accumulate(1 / (place + 3) ** power for place in range(many)))


class Words:
    """A vocabulary: the words of the program's own texts, then names and places nobody else has."""

    def __init__(self, draws: Draws, many: int) -> None:
        self._draws = draws
        texts = Path(__file__).parents[1] / "translations" / "vcse.pot"
        plain = re.findall(
            r"[a-z]{3,}", " ".join(re.findall(r'^msgid "(.+)"$', texts.read_text("utf-8"), re.M)).lower()
        )
        known = dict.fromkeys(plain)
        while len(known) < many:
            known["".join(draws.one(SYLLABLES) for _ in range(2 + draws.below(3)))] = None
        self.all = list(known)[:many]
        self._weights = skew(len(self.all))

    def sentence(self, least: int, most: int) -> str:
        """Return so many words, the frequent ones often."""
        words = [self.all[self._draws.skewed(self._weights)] for _ in range(least + self._draws.below(most))]
        return " ".join(words).capitalize() + "."

    def name(self) -> str:
        """Return a first name and a surname."""
        parts = [
            "".join(self._draws.one(SYLLABLES) for _ in range(2 + self._draws.below(2))) for _ in range(2)
        ]
        return " ".join(parts).title()


class Group:
    """One group and what it wrote down; rows come in the order in which they were entered."""

    def __init__(self, records: int, seed: int, today: date) -> None:
        self.records, self.today = records, today
        self.draws = Draws(seed)
        self.words = Words(self.draws, min(30_000, 2000 + records // 30))
        self._last = 0
        self.first = today - timedelta(days=365 * YEARS)
        self.by_hand = max(today - timedelta(days=BY_HAND_DAYS), date(2024, 1, 10))
        self.people: list[int] = []
        self._tags = cycle([*chain.from_iterable((*[None] * 11, [code]) for code in PRINCIPLES)])
        self.open_words: list[tuple[int, date]] = []
        self.activities = [self.id(self.first) for _ in range(max(4, records // 5000))]
        self.organisations = [self.id(self.first) for _ in range(max(3, records // 4000))]
        self._activity = skew(len(self.activities), 1.1)
        self._regulars = skew(max(8, records // 400), 0.9)

    def id(self, day: date) -> int:
        """Return the id of a record entered on a day; what is older came in on the day of the import."""
        entered = datetime.combine(max(day, self.by_hand), datetime.min.time(), UTC) + timedelta(hours=10)
        self._last = max(self._last + 1, int(entered.timestamp() * 1000) - EPOCH_MS << RANDOM_BITS)
        return self._last

    def beginning(self) -> Iterator[Row]:
        """Yield what a group begins with: its activities, the organisations that it knows."""
        for place, activity in enumerate(self.activities):
            ended = self.today - timedelta(days=60 * place % 900 + 30) if place % 4 == 3 else None
            yield (
                "activity",
                activity,
                {
                    "title": f"{self.words.name().split()[0]} {self.draws.one(CALLED)}",
                    "kind": self.draws.one(["drop_in", "volunteering", "carers_group", "social_action"]),
                    "usual_day": self.draws.one(DAYS) if place % 2 else None,
                    "usual_hours": 60 + 30 * self.draws.below(5),
                    "time_kind": "formal",
                    "ended": ended.isoformat() if ended else None,
                },
            )
        for organisation in self.organisations:
            yield "organisation", organisation, {"name": f"{self.words.name()} Trust", "type": "charity"}

    def units(self) -> Iterator[list[Row]]:
        """Yield what was saved in one step each, day by day, until there are about as many records."""
        days = (self.today - self.first).days + 1
        people = min(round(1.6 * self.records**0.69), self.records // 4)
        rest = self.records - people - len(self.activities) - len(self.organisations)
        made = 0
        for number in range(days):
            day, share = self.first + timedelta(days=number), (number + 1) / days
            while len(self.people) < people * share:
                yield [self._person(day)]
            while made < rest * share:
                unit = self._step(day)
                made += len(unit)
                yield unit

    def _person(self, day: date) -> Row:
        made, chance = self.id(day), self.draws.chance
        carer = chance(0.3)
        values: dict[str, object] = {
            "known_as": self.words.name(),
            "roles": ["carer" if carer else "volunteer" if chance(0.4) else "participant"],
            "carer": "yes" if carer else None,
            "identified_on": day.isoformat() if carer else None,
            "phone": f"01632 {self.draws.below(10**6):06}",
            "note": self.words.sentence(2, 9) if chance(0.3) else None,
            "merged_into": self.people[-1] if chance(0.01) and self.people else None,
        }
        self.people.append(made)
        return "person", made, values

    def _who(self) -> int | None:
        """Return one of the regulars, or one of those who came to know us lately."""
        if not self.people:
            return None
        if self.draws.chance(0.35):
            return self.people[min(self.draws.skewed(self._regulars), len(self.people) - 1)]
        near = max(30, len(self.people) // 12)
        return self.people[max(len(self.people) - 1 - self.draws.below(near), 0)]

    def _step(self, day: date) -> list[Row]:
        """Return what one step of a day wrote; most often it is a register."""
        drawn = self.draws.draw.random()
        if drawn < 0.2:
            return self._register(day)
        if drawn < 0.62:
            return [self._time(day, None)]
        if drawn < 0.8:
            return [self._support(day)]
        if drawn < 0.95:
            return self._heard(day)
        return [self._answer(day)] if self.open_words else [self._time(day, None)]

    def _register(self, day: date) -> list[Row]:
        draws, session = self.draws, self.id(day)
        came = sorted({who for _ in range(draws.below(8)) if (who := self._who())})
        values: dict[str, object] = {
            "activity": self.activities[draws.skewed(self._activity)],
            "date": day.isoformat(),
            "people_n": len(came) + draws.below(12),
            "helpers_n": 2 + draws.below(4),
            "carers_n": draws.below(4) if draws.chance(0.4) else None,
            "certainty": "counted",
            "status": "cancelled" if draws.chance(0.03) else "ran",
            "came": came or None,
            "note": self.words.sentence(4, 16) if draws.chance(0.25) else None,
        }
        rows: list[Row] = [("session", session, values)]
        rows += [self._time(day, session) for _ in range(1 + draws.below(5))]
        if draws.chance(0.3):
            tally = {"session": session, "vocab": "age_band", "code": "age_35_49", "n": draws.below(6)}
            rows.append(("tally", self.id(day), tally))
        return rows

    def _time(self, day: date, session: int | None) -> Row:
        draws = self.draws
        long = session is None and draws.chance(0.01)
        values: dict[str, object] = {
            "session": session,
            "activity": None if session else self.activities[draws.skewed(self._activity)],
            "person": self._who(),
            "hours": 30 + 15 * draws.below(12),
            "date": day.isoformat(),
            "until": (day + timedelta(days=draws.below(28))).isoformat() if long else None,
            "certainty": "counted",
            "kind": "formal",
            "note": self.words.sentence(3, 10) if draws.chance(0.05) else None,
        }
        return "time_given", self.id(day), values

    def _support(self, day: date) -> Row:
        draws = self.draws
        step = draws.chance(0.05)
        values: dict[str, object] = {
            "date": day.isoformat(),
            "person": self._who() if draws.chance(0.7) else None,
            "who_for": "carer",
            "what": [draws.one(["information", "break", "peer", "listening"])],
            "involved": "yes" if draws.chance(0.5) else None,
            "principles": next(self._tags),
            "matters_words": self.words.sentence(4, 14) if draws.chance(0.4) else None,
            "next_step": self.words.sentence(2, 5) if step else None,
            "next_on": (day + timedelta(days=14)).isoformat() if step else None,
            "closed_on": (day + timedelta(days=20)).isoformat() if step and draws.chance(0.98) else None,
        }
        return "support", self.id(day), values

    def _heard(self, day: date) -> list[Row]:
        draws, insight = self.draws, self.id(day)
        said = self.words.sentence(6, 24)
        quoted = draws.chance(0.25)
        values: dict[str, object] = {
            "words": said,
            "kind": draws.one(["working", "not_working", "would_help", "question"]),
            "themes": [draws.one(["access_to_services", "information_and_communication"])],
            "principles": next(self._tags),
            "may_quote": "unnamed" if quoted else "no" if draws.chance(0.5) else None,
            "heard_on": day.isoformat(),
            "person": self._who() if draws.chance(0.3) else None,
        }
        rows: list[Row] = [("insight", insight, values)]
        if quoted:
            ends = (day + timedelta(days=1095)).isoformat() if draws.chance(0.2) else None
            consent = {"insight": insight, "use": "quote_words", "given_on": day.isoformat(), "ends_on": ends}
            rows.append(("consent", self.id(day), consent))
        if draws.chance(0.85):
            self.open_words.append((insight, day))
        return rows

    def _answer(self, day: date) -> Row:
        draws, many = self.draws, 1 + self.draws.below(5)
        taken, self.open_words = self.open_words[:many], self.open_words[many:]
        done = draws.chance(0.85)
        told = day + timedelta(days=7) if done and draws.chance(0.95) else None
        values: dict[str, object] = {
            "what": self.words.sentence(3, 8),
            "insights": [insight for insight, _ in taken],
            "to_org": self.organisations[draws.below(len(self.organisations))],
            "status": "done" if done else "considering",
            "principles": next(self._tags),
            "asked_on": day.isoformat(),
            "due_on": None if done else (day + timedelta(days=90)).isoformat(),
            "told_on": told.isoformat() if told else None,
        }
        return "response", self.id(day), values


def generate(vault: Vault, records: int, seed: int = 1, today: date | None = None) -> None:
    """Write about so many records into an open vault: the older ones by imports, the newer by hand."""
    group = Group(records, seed, today or datetime.now(UTC).astimezone().date())
    _hurry(vault, "OFF")
    waiting = list(group.beginning())
    for unit in group.units():
        imported = unit[0][1] >> RANDOM_BITS < _ms(group.by_hand + timedelta(days=1))
        if waiting and (not imported or len(waiting) >= IMPORTED_AT_ONCE):
            _keep(vault, "import", waiting)
            waiting = []
        if imported:
            waiting += unit
        else:
            _keep(vault, "add", unit)
    _keep(vault, "import", waiting)
    _hurry(vault, "FULL")


def _ms(day: date) -> int:
    return int(datetime.combine(day, datetime.min.time(), UTC).timestamp() * 1000) - EPOCH_MS


def _keep(vault: Vault, why: str, rows: Sequence[Row]) -> None:
    with vault.unit(why) as unit:
        for table, record, values in rows:
            unit.save(table, record, {code: value for code, value in values.items() if value is not None})


def _hurry(vault: Vault, synchronous: str) -> None:
    """Let the disk write when it likes: a vault that was not finished is made again."""
    vault._inside.writer.run(lambda con: con.execute(f"PRAGMA synchronous={synchronous}").fetchall())


def cached(records: int, folder: Path, seed: int = 1) -> Path:
    """Return the folder of a locked vault of this size and of today, made where there is none yet."""
    today = datetime.now(UTC).astimezone().date()
    made_by = sha256(b"".join(Path(one).read_bytes() for one in (migrations.__file__, __file__))).hexdigest()
    place = folder / f"{records}-{seed}-{today:%Y%m%d}-{made_by[:8]}"
    if not (place / "made").exists():
        vault, _ = create_vault(place / "vault", PASSPHRASE, "A.", kdf=FLOOR)
        with vault:
            generate(vault, records, seed, today)
        (place / "made").touch()
    return place / "vault"
