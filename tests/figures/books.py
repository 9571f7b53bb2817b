"""Any book of records that a group could have written, blanks, joins and broken links among them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.figures.making import Book

GONE = 999_999
"""The id of a record that was erased."""
_DAYS = st.none() | st.integers(-40, 130).map(lambda n: (date(2026, 1, 1) + timedelta(n)).isoformat())
_COUNTS = st.none() | st.integers(0, 25)
_CERTAINTIES = st.sampled_from([None, "counted", "estimated", "remembered"])
_INVOLVED = st.sampled_from([None, "yes", "partly", "no", "not_applicable"])
_MOMENTS = st.sampled_from(["assessment", "planning", "review"])


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a small book."""
    book = Book()
    people: list[int] = []
    for _ in range(draw(st.integers(0, 6))):
        carer = draw(st.sampled_from([None, "yes", "no", "not_said", "would_not_use_word"]))
        people.append(book.add("person", carer=carer, identified_on=draw(_DAYS)))
    for one in people:
        book.put(one, merged_into=draw(st.sampled_from([None, None, None, *people, GONE])))
    activities = [book.add("activity", title=f"A{n}") for n in range(draw(st.integers(0, 3)))]
    person, activity = _one_of(people), _one_of(activities)
    names = st.none() | st.lists(st.sampled_from([*people, GONE]), max_size=4, unique=True)
    for _ in range(draw(st.integers(0, 6))):
        _session(draw, book, activity, names)
    session = _one_of([row["id"] for row in book.kept["session"]])
    for _ in range(draw(st.integers(0, 8))):
        _time(draw, book, person, session, activity)
    for _ in range(draw(st.integers(0, 6))):
        _support(draw, book, person, session)
    for _ in range(draw(st.integers(0, 5))):
        _insight(draw, book, session)
    insights = st.lists(_one_of([row["id"] for row in book.kept["insight"]]), max_size=3, unique=True)
    for _ in range(draw(st.integers(0, 4))):
        status = st.sampled_from([None, "heard", "planned", "done", "not_possible"])
        answers = [one for one in draw(insights) if one]
        book.add("response", insights=answers, status=draw(status), asked_on=draw(_DAYS), told_on=draw(_DAYS))
    return book


def _one_of(ids: list[int] | list[object]) -> st.SearchStrategy[object]:
    return st.sampled_from([None, GONE, *ids])


def _session(
    draw: st.DrawFn, book: Book, activity: st.SearchStrategy[object], names: st.SearchStrategy[object]
) -> None:
    book.add(
        "session",
        activity=draw(activity),
        date=draw(_DAYS),
        people_n=draw(_COUNTS),
        helpers_n=draw(_COUNTS),
        carers_n=draw(_COUNTS),
        status=draw(st.sampled_from([None, "ran", "ran", "cancelled", "planned"])),
        certainty=draw(_CERTAINTIES),
        came=draw(names),
    )


def _time(
    draw: st.DrawFn,
    book: Book,
    person: st.SearchStrategy[object],
    session: st.SearchStrategy[object],
    activity: st.SearchStrategy[object],
) -> None:
    book.add(
        "time_given",
        person=draw(person),
        session=draw(session),
        activity=draw(activity),
        date=draw(_DAYS),
        until=draw(_DAYS),
        hours=draw(st.none() | st.integers(0, 3000)),
        helpers_n=draw(_COUNTS),
        certainty=draw(_CERTAINTIES),
        kind=draw(st.sampled_from([None, "formal", "informal", "x_ours"])),
    )


def _support(
    draw: st.DrawFn, book: Book, person: st.SearchStrategy[object], session: st.SearchStrategy[object]
) -> None:
    book.add(
        "support",
        person=draw(person),
        session=draw(session),
        date=draw(_DAYS),
        who_for=draw(st.sampled_from([None, "carer", "carer", "person_supported", "both"])),
        newly_identified=draw(st.sampled_from([None, False, True])),
        involved=draw(_INVOLVED),
        involved_in=draw(st.none() | st.lists(_MOMENTS, unique=True)),
        hours_band=draw(st.sampled_from([None, "hours_50_plus"])),
    )


def _insight(draw: st.DrawFn, book: Book, session: st.SearchStrategy[object]) -> None:
    book.add(
        "insight",
        **{
            "session": draw(session),
            "heard_on": draw(_DAYS),
            "kind": draw(st.sampled_from([None, "working", "question"])),
            "themes": draw(st.none() | st.lists(st.sampled_from(["food", "parking", "safety"]), unique=True)),
            "feeling": draw(st.sampled_from([None, "good", "not_said"])),
            "from_role": draw(st.sampled_from([None, "carer", "volunteer"])),
        },
    )
