"""The days of the columns of a register or a month: what a heading leaves out is asked once."""

from dataclasses import dataclass
from datetime import date

from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.asked import Asked
from vcse_desktop.exchange.meaning.days import NO_SUCH_DAY
from vcse_desktop.exchange.meaning.plan import Plan
from vcse_desktop.exchange.meaning.shapes import month_of

MONTHS_BACK = 13
"""How many months are offered, this one among them."""


@dataclass(slots=True)
class Dated:
    """Knows the month, or the year, of the headings of one plan."""

    plan: Plan
    asked: Asked
    today: date

    def day(self, said: str, where: str) -> tuple[str, str]:
        """Return the day of a column as 2026-04-03, and what is wrong with it, "" for nothing.

        ``said`` is what its heading says: 2026-04-03, 04-03 or 3.
        """
        whole = said
        if said.count("-") < 2:  # noqa: PLR2004 - a year is missing, and perhaps a month
            month = self._month(where)
            whole = f"{month[:4]}-{said}" if "-" in said else f"{month}-{int(said):02}"
        try:
            return date.fromisoformat(whole).isoformat(), ""
        except ValueError:
            return whole, NO_SUCH_DAY

    def _month(self, where: str) -> str:
        if sure := month_of(self.plan.table, self.plan.title):
            return self.plan.answers.get(asked.MONTH) or sure
        months = _back(self.today)
        answer = self.asked.ask(asked.month("", months), where)
        return answer if _is_month(answer) else months[1]


def _back(today: date) -> tuple[str, ...]:
    """Return this month and those before it."""
    first = today.year * 12 + today.month - 1
    return tuple(f"{(first - back) // 12:04}-{(first - back) % 12 + 1:02}" for back in range(MONTHS_BACK))


def _is_month(answer: str) -> bool:
    try:
        date.fromisoformat(f"{answer}-01")
    except ValueError:
        return False
    return True
