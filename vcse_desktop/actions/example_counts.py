"""How many of those who came to a session of the example organisation belong to which group."""

from collections import Counter
from collections.abc import Iterator

from vcse_desktop.actions.example_book import ExampleRecord, book
from vcse_desktop.actions.example_weeks import Meeting, meetings


def tallies() -> Iterator[ExampleRecord]:
    """Return the head counts: in some months of the year, at the first few sessions of an activity."""
    counts = book("counts")
    taken: Counter[tuple[str, str]] = Counter()
    for meeting in meetings():
        head, values = (meeting.activity, meeting.day[:7]), meeting.records[0].values
        if int(meeting.day[5:7]) in counts["months"] and meeting.ran and values.get("people_n"):
            taken[head] += 1
            if taken[head] <= counts["sessions"].get(meeting.activity, 0):
                yield from _of(meeting, int(str(values["people_n"])))


def _of(meeting: Meeting, people: int) -> Iterator[ExampleRecord]:
    for vocab in book("counts")["lists"][meeting.activity]:
        for code, n in _shared(people, book("counts")["shares"][vocab]).items():
            key = f"tally:{meeting.key}:{vocab}:{code}"
            yield ExampleRecord("tally", key, {"session": meeting.key, "vocab": vocab, "code": code, "n": n})


def _shared(people: int, shares: dict[str, float]) -> dict[str, int]:
    """Share people out so that the parts never come to more than all of them; nobody is left out as a 0."""
    reached, before, parts = 0.0, 0, {}
    for code, share in shares.items():
        reached += share
        now = int(people * reached + 0.5)
        parts[code], before = now - before, now
    return {code: n for code, n in parts.items() if n}
