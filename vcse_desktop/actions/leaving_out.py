"""Which sections of a pack are left out since nobody knows any more who was counted before, in words."""

from datetime import date

from vcse_desktop.actions.gathering import Material
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.ten import SECTIONS

LEFT_OUT = N_(
    "Left out: {sections}. Nobody knows here any more who was counted in the pack for {audience} of {day}, "
    "so nobody could say what other numbers of those days would tell beside it. Numbers of other days can "
    "leave, and so can a table that would say just the same again."
)
ONE_MORE = N_("{one}, {other}")


def left_words(made_of: Material, language: str = SOURCE_LANGUAGE) -> str:
    """Return which sections are left out and why; "" when none is."""
    titles = [tr(section.title) for section in SECTIONS if section.code in made_of.left_out]
    if not titles:
        return ""
    said = titles[0]
    for title in titles[1:]:
        said = tr(ONE_MORE, one=said, other=title)
    last = max(made_of.past.forgotten.packs, key=lambda pack: pack.day)
    when = day(date.fromisoformat(last.day), language)
    return tr(LEFT_OUT, sections=said, audience=last.audience, day=when)
