"""The calendar file, read back line by line: whatever a title says, it is one entry with these words."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.exchange.calendar import Entry, calendar, uid

NOW = datetime(2026, 11, 30, 9, 5, 7, tzinfo=UTC)
DAY = date(2027, 1, 31)


def read(content: bytes) -> list[tuple[str, str]]:
    """Return names and raw values, with lines that were folded joined again."""
    assert content.endswith(b"\r\n")
    raw = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in raw)
    for line in raw:
        line.decode("utf-8")  # no letter is cut in two
    lines = content[:-2].replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


def plain(value: str) -> str:
    """Return a value as the words that it stands for."""
    marked, words = False, ""
    for sign in value:
        if marked:
            words, marked = words + ("\n" if sign in "nN" else sign), False
        elif sign == "\\":
            marked = True
        else:
            assert sign not in ",;"
            words += sign
    assert not marked
    return words


def test_one_day_says_what_when_and_where_and_nothing_else() -> None:
    assert read(calendar([Entry(7, DAY, "Drop-in; tea, talk", "The hall")], NOW)) == [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//VCSE Desktop//Planned sessions//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("BEGIN", "VEVENT"),
        ("UID", uid(7)),
        ("DTSTAMP", "20261130T090507Z"),
        ("DTSTART;VALUE=DATE", "20270131"),
        ("DTEND;VALUE=DATE", "20270201"),
        ("SUMMARY", "Drop-in\\; tea\\, talk"),
        ("LOCATION", "The hall"),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ]


ANY = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t")


@given(st.text(ANY) | st.text(ANY, min_size=60, max_size=200))
def test_any_title_comes_back_as_it_was(title: str) -> None:
    (found,) = [value for name, value in read(calendar([Entry(1, DAY, title)], NOW)) if name == "SUMMARY"]
    assert plain(found) == title


@given(st.text(max_size=40), st.text(max_size=40), st.dates())
def test_nothing_typed_adds_a_line_or_ends_the_entry(title: str, place: str, day: date) -> None:
    names = [name for name, _ in read(calendar([Entry(1, day, title, place)], NOW))]
    expected = 15 - (not place) - (day == date.max)
    assert (len(names), names.count("BEGIN"), names.count("END")) == (expected, 2, 2)


@given(st.integers(1, (1 << 63) - 1))
def test_the_name_of_an_entry_is_the_same_for_its_record_and_does_not_say_it(record: int) -> None:
    assert uid(record) == uid(record) != uid(record - 1)
    assert str(record) not in uid(record) or record < 1000
