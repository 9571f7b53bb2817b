"""The questions that a table raises while it is read, each once, with the cells that it is about."""

from dataclasses import dataclass, field
from datetime import date

from vcse_desktop.exchange.meaning.clocks import Length
from vcse_desktop.exchange.meaning.days import Order
from vcse_desktop.exchange.meaning.plan import Plan
from vcse_desktop.exchange.meaning.preview import Offer, Question
from vcse_desktop.exchange.meaning.written import ONE, SEVERAL
from vcse_desktop.i18n import N_

ORDER, MONTH, HOURS, COMMA, MARK, BLANK, SHARED = (
    "order:",
    "month",
    "hours:",
    "several:",
    "marks:",
    "blank:",
    "each",
)
KEEP, EMPTY, CAME, AWAY, EACH, TOGETHER = "keep", "blank", "came", "away", "each", "together"
SHOWN = 5
"""How many cells a question names."""


@dataclass(slots=True)
class Asked:
    """Questions by their keys, as they come up."""

    plan: Plan
    found: dict[str, Question] = field(default_factory=dict)
    cells: dict[str, list[str]] = field(default_factory=dict)

    def ask(self, question: Question, cell: str) -> str:
        """Note a question about a cell and return its answer, "" for none yet."""
        noted = self.cells.setdefault(question.key, [])
        if len(noted) < SHOWN and cell:
            noted.append(cell)
        self.found.setdefault(question.key, question)
        return self.plan.answers.get(question.key, "")

    def all(self) -> tuple[Question, ...]:
        """Return the questions with their cells and answers, those about the whole table first."""
        made = [
            Question(
                one.key,
                one.sentence,
                one.offers,
                one.values,
                one.suggested,
                self.plan.answers.get(key, "") or one.answer,
                one.free,
                tuple(self.cells.get(key, ())),
            )
            for key, one in self.found.items()
        ]
        return tuple(sorted(made, key=lambda one: (":" in one.key, one.key.partition(":")[0])))


def order_of(at: int, heading: str, example: str, readings: tuple[str, str]) -> Question:
    """Return the question which of day and month stands first in a column; ``readings`` are both days."""
    offers = tuple(
        Offer(order.value, N_("It is {day}"), (("day", date.fromisoformat(day)),))
        for order, day in zip(Order, readings, strict=True)
    )
    sentence = N_("Dates in the column “{heading}” can be read two ways. What is {example}?")
    return Question(
        f"{ORDER}{at}", sentence, offers, (("heading", heading), ("example", example)), Order.DAY.value
    )


def month(suggested: str, months: tuple[str, ...]) -> Question:
    """Return the question which month the columns belong to."""
    offers = tuple(Offer(one, "{month}", (("month", date.fromisoformat(f"{one}-01")),)) for one in months)
    return Question(
        MONTH, N_("Which month are the days in the headings of?"), offers, (), suggested, free=True
    )


def hours(words: str, read: Length) -> Question:
    """Return the question how long something took that could be read in several ways."""
    offers = tuple(
        Offer(str(m), N_("{hours} h {minutes} min"), _clock(m)) for m in (read.minutes, *read.others)
    )
    sentence = N_("How long is “{words}”?")
    return Question(HOURS + words, sentence, offers, (("words", words),), str(read.minutes))


def comma(at: int, heading: str, example: str, suggested: str) -> Question:
    """Return the question whether a comma in a column stands between people, or after a surname."""
    offers = (
        Offer(ONE, N_("One person, surname first")),
        Offer(SEVERAL, N_("Several people")),
    )
    sentence = N_("In the column “{heading}”, is “{example}” one person or several?")
    return Question(f"{COMMA}{at}", sentence, offers, (("heading", heading), ("example", example)), suggested)


def mark(words: str) -> Question:
    """Return the question what a mark in a register says."""
    offers = (Offer(CAME, N_("They came")), Offer(AWAY, N_("They did not come")))
    return Question(MARK + words, N_("What does “{mark}” say in the register?"), offers, (("mark", words),))


def blank(words: str) -> Question:
    """Return the question whether a word such as NA stands for nothing."""
    offers = (Offer(EMPTY, N_("Nothing: leave it empty")), Offer(KEEP, N_("It is what it says")))
    sentence = N_("Does “{words}” stand for nothing?")
    return Question(BLANK + words, sentence, offers, (("words", words),), EMPTY)


def shared() -> Question:
    """Return the question whose the hours are where a row names several people."""
    offers = (
        Offer(EACH, N_("Each of them gave these hours")),
        Offer(TOGETHER, N_("Together they gave these hours")),
    )
    return Question(SHARED, N_("Some rows name several people and one length of time. Whose is it?"), offers)


def _clock(minutes: int) -> tuple[tuple[str, object], ...]:
    return ("hours", minutes // 60), ("minutes", minutes % 60)
