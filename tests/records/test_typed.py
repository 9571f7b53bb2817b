"""What people type, understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.records.fields import Field, Item, Kind
from vcse_desktop.records.typed import NotUnderstood, minutes, understand

LISTS = {"how": (Item("walk", "On foot"), Item("bus", "By bus"))}


def read(kind: Kind, text: str) -> object:
    """Understand a text for a field of this kind."""
    return understand(Field("f", "F", kind, vocab="how"), text, LISTS)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_blank_stays_blank(kind: Kind, blank: str) -> None:
    assert read(kind, blank) is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.TEXT, " two   words ", "two words"),
        (Kind.TEXT, "Siân", "Siân"),
        (Kind.NOTE, "one\r\ntwo\rthree", "one\ntwo\nthree"),
        (Kind.DATE, "2026-04-03", "2026-04-03"),
        (Kind.DATE, "2026-04-03 18:00:00", "2026-04-03"),
        (Kind.DATE, "2026-04-03T18:00", "2026-04-03"),
        (Kind.DATE, "03/04/2026", "2026-04-03"),
        (Kind.DATE, "3.4.26", "2026-04-03"),
        (Kind.DATE, "3/4/0026", "0026-04-03"),
        (Kind.DATE, "3-4-2026 18:00", "2026-04-03"),
        (Kind.DATE, "3 April 2026", "2026-04-03"),
        (Kind.DATE, "Fri 3rd apr 2026", "2026-04-03"),
        (Kind.NUMBER, "£1,250.50", 125050),
        (Kind.NUMBER, "12", 1200),
        (Kind.NUMBER, "1,234,567.8", 123456780),
        (Kind.NUMBER, "£ .50", 50),
        (Kind.NUMBER, "12.500", 1250),
        (Kind.COUNT, "1,200", 1200),
        (Kind.COUNT, "12.0", 12),
        (Kind.COUNT, "٣", 3),
        (Kind.HOURS, "1h30", 90),
        (Kind.HOURS, "1 hr 30 mins", 90),
        (Kind.HOURS, "1.5h", 90),
        (Kind.HOURS, "90m", 90),
        (Kind.HOURS, "90 minutes", 90),
        (Kind.HOURS, "1.5", 90),
        (Kind.HOURS, "1,5", 90),
        (Kind.HOURS, "1,25h", 75),
        (Kind.HOURS, "1½", 90),
        (Kind.HOURS, "¼", 15),
        (Kind.HOURS, "1:30", 90),
        (Kind.HOURS, "1:30:00", 90),
        (Kind.HOURS, "2", 120),
        (Kind.YES_NO_UNKNOWN, "Yes", True),
        (Kind.YES_NO_UNKNOWN, "n", False),
        (Kind.CHOICE, "on FOOT", "walk"),
        (Kind.CHOICE, "bus", "bus"),
        (Kind.CHOICES, "By bus; walk;", ["bus", "walk"]),
        (Kind.LINK, " Walking  group", "Walking group"),
        (Kind.LINKS, "Ann; Bo", ["Ann", "Bo"]),
        (Kind.PLACE, "The Green", "The Green"),
    ],
)
def test_usual_ways_of_writing_are_understood(kind: Kind, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.DATE, "yesterday"),
        (Kind.DATE, "31/02/2026"),
        (Kind.DATE, "2026"),
        (Kind.DATE, "4/13/2026"),
        (Kind.DATE, "3 Foo 2026"),
        (Kind.NUMBER, "lots"),
        (Kind.NUMBER, "-1"),
        (Kind.NUMBER, "1.005"),
        (Kind.NUMBER, "Infinity"),
        (Kind.NUMBER, "12,50"),
        (Kind.NUMBER, "1,2345"),
        (Kind.NUMBER, "1234,567"),
        (Kind.NUMBER, "£"),
        (Kind.NUMBER, "."),
        (Kind.NUMBER, "1E+999999"),
        (Kind.NUMBER, "9" * 5000),
        (Kind.COUNT, "1,5"),
        (Kind.COUNT, "1,50"),
        (Kind.COUNT, "9" * 5000),
        (Kind.HOURS, "1,500"),
        (Kind.HOURS, "1,5,5"),
        (Kind.HOURS, "9" * 5000 + "m"),
        (Kind.HOURS, "9" * 5000 + ":30"),
        (Kind.HOURS, "9" * 5000 + "h"),
        (Kind.COUNT, "-1"),
        (Kind.COUNT, "2.5"),
        (Kind.HOURS, "a while"),
        (Kind.HOURS, "half 2 til 4"),
        (Kind.HOURS, "1:75"),
        (Kind.YES_NO_UNKNOWN, "maybe"),
        (Kind.CHOICE, "by boat"),
        (Kind.CHOICES, "By bus; by boat"),
    ],
)
def test_what_cannot_be_meant_is_asked_about(kind: Kind, text: str) -> None:
    with pytest.raises(NotUnderstood) as found:
        read(kind, text)
    assert found.value.message.endswith(".")


@given(st.integers(0, 10_000))
def test_time_in_hours_and_minutes_is_exact(total: int) -> None:
    assert minutes(f"{total}m") == minutes(f"{total // 60}:{total % 60:02}") == total
    assert minutes(f"{total // 60}h{total % 60}") == total


@given(st.sampled_from(list(Kind)), st.text())
def test_any_text_is_understood_or_refused(kind: Kind, text: str) -> None:
    try:
        read(kind, text)
    except NotUnderstood:
        pass
