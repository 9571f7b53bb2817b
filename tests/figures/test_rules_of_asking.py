"""The counting rules about asking, telling, cases and capacity, each with the example of the design."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.making import QUARTER, Book
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.figures.view import Areas
from vcse_desktop.records.vocabularies import lists

SPRING = Period(date(2026, 3, 1), date(2026, 4, 30))
DAYS = st.integers(-120, 140).map(lambda n: date.fromordinal(date(2026, 1, 1).toordinal() + n).isoformat())


@pytest.fixture
def book() -> Book:
    return Book()


def tally(book: Book, session: int, code: str, n: int | None, vocab: str = "inclusion_groups") -> None:
    book.add("tally", session=session, vocab=vocab, code=code, n=n)


def test_rule_10_tallies_overlap_and_a_share_is_of_those_where_the_list_was_used(book: Book) -> None:
    first = book.session(20)
    book.session(30)
    tally(book, first, "homeless", 3)
    tally(book, first, "migrants", 18)
    table = book.table("reach_groups")
    assert table.rows() == [("inclusion_groups__homeless",), ("inclusion_groups__migrants",)]
    assert table.codes[0][0].label == "Groups who are often left out: People experiencing homelessness"
    assert [table.value("tallied", row) for row in table.rows()] == [3, 18]
    assert [table.value("not_in_group", row) for row in table.rows()] == [17, 2]
    assert book.value("reach_lists", "counted_by", "inclusion_groups") == 20
    assert book.value("sessions_by_month", "attendances") - 20 == 30
    assert "nobody adds them up" in book.rules("reach_groups")[10][0]


def test_rule_10_a_group_that_nobody_counted_at_one_session_is_among_the_others_there(book: Book) -> None:
    tally(book, book.session(20), "homeless", 3)
    tally(book, book.session(10), "migrants", 4)
    tally(book, book.session(9, status="cancelled"), "migrants", 9)
    tally(book, book.session(7), "homeless", None)
    table = book.table("reach_groups")
    assert [table.value("not_in_group", row) for row in table.rows()] == [27, 26]
    assert book.value("reach_lists", "counted_by", "inclusion_groups") == 30


def test_rule_10_a_place_has_its_name_and_a_code_that_any_file_takes(book: Book) -> None:
    book.add("place", code="Mill & Weir, =1", name="Mill Lane", kind="own")
    tally(book, book.session(20), "Mill & Weir, =1", 5, "own:place")
    ((code,),) = book.table("reach_groups").codes
    assert code.label == "Where people came from: Mill Lane"
    assert code.code.startswith("own_place__x_") and code.code.isidentifier()


def test_rule_11_the_clock_runs_for_each_insight_until_people_are_told(book: Book) -> None:
    told, _ = book.insight(heard_on="2026-03-01"), book.insight(heard_on="2026-03-01")
    book.add("response", insights=[told], status="done", told_on="2026-03-31")
    table = book.table("answers_clock", SPRING)
    found = {row[0]: [table.value(m.code, row) for m in table.kind.measures] for row in table.rows()}
    assert found == {"told": [1, 30, 30], "open": [1, 60, 60]}
    assert "What is still open is counted as open." in book.rules("answers_clock", SPRING)[11][0]


def test_rule_11_what_was_told_before_or_is_told_later_or_has_no_day(book: Book) -> None:
    early, late, undated, odd = (
        book.insight(heard_on=day) for day in ("2025-11-01", "2026-03-20", None, "2026-02-02")
    )
    for insight, told in ((early, "2025-12-01"), (late, "2026-04-05"), (undated, "2026-02-01")):
        book.add("response", insights=[insight], told_on=told)
    book.add("response", insights=[odd], told_on="2026-02-01")
    table = book.table("answers_clock")
    assert table.rows() == [("open",)]
    assert [table.value(m.code, ("open",)) for m in table.kind.measures] == [1, 11, 11]


def test_rule_12_impact_is_done_with_what_changed_and_how_we_know(book: Book) -> None:
    for number, more in enumerate(
        (
            {"changed": "A bench", "evidence": "We sat on it"},
            {"changed": "A bench"},
            {"status": "considering"},
        )
    ):
        book.add("response", **{"status": "done", "told_on": f"2026-02-0{number + 1}", **more})
    assert book.value("answers_impact", "answers_changed") == 1
    assert book.value("answers_impact", "answers_told") == 3
    assert "how we know it" in book.rules("answers_impact")[12][0]


def test_rule_12_not_possible_with_its_reason_and_what_is_open(book: Book) -> None:
    book.add("response", status="not_possible", reason_no="The lease forbids it", asked_on="2026-02-01")
    book.add("response", status="not_possible", asked_on="2026-02-01", told_on="2026-02-09")
    book.add("response", status="heard", asked_on="2025-02-01")
    assert book.value("answers_impact", "answers_refused") == 1
    assert book.value("answers_impact", "answers_open") == 2


def test_rule_20_core20_is_over_those_whose_area_is_known(book: Book) -> None:
    places = {code: book.add("place", code=code, name=code, kind="lsoa") for code in ("E1", "E2", "E9")}
    homes = [places["E1"]] * 2 + [places["E2"]] * 4 + [places["E9"]] + [None] * 3
    for home in homes:
        book.session(came=[book.add("person", home_area=home)])
    book.put(places["E1"], code="E01")
    areas = Areas("IMD 2025", "2021", {"E01": 2, "E2": 3})
    made = figure_tables(book.records(), QUARTER, lists=lists(), only=["people_core20"], areas=areas)[0]
    assert {row[0]: made.value("people_by_area", row) for row in made.rows()} == {
        "core20": 2,
        "other": 4,
        "not_known": 4,
    }
    (said,) = [note.sentence.format(**dict(note.values)) for note in made.notes if note.rule == 20]
    assert said == "IMD 2025, by 2021 areas, over those whose area is known."
    assert book.table("people_core20").rows() == []


def test_rule_22_what_was_done_with_others_counts_once(book: Book) -> None:
    us, them = book.add("organisation", name="Us", is_us=True), book.add("organisation", name="Them")
    ours, theirs, alone = (book.add("activity", title=title) for title in "ABC")
    book.add("role", activity=ours, organisation=us, roles=["led", "hosted"])
    book.add("role", activity=ours, organisation=them, roles=["took_part"])
    book.add("role", activity=theirs, organisation=them, roles=["led"])
    for activity in (ours, ours, theirs, alone):
        book.session(5, activity=activity)
    table = book.table("sessions_by_part")
    assert {row[0]: table.value("held_in_part", row) for row in table.rows()} == {
        "led": 2,
        "co_led": 0,
        "took_part": 1,
        "total": 3,
    }
    assert "Reach is never added up." in book.rules("sessions_by_part")[22][0]
    book.add("role", activity=ours, organisation=them, roles=["led"])
    assert book.value("sessions_by_part", "held_in_part", "co_led") == 2


def test_rule_23_a_council_quarter(book: Book) -> None:
    book.support(
        date="2026-03-20", received_on="2026-03-20", closed_on="2026-04-05", accepted_on="2026-04-01"
    )
    book.support(date="2026-01-20", received_on="2026-01-20", closed_on="2026-03-31")
    book.support(date="2026-01-20", received_on="2026-01-20", who_for="person_supported")
    june = Period(date(2026, 4, 1), date(2026, 6, 30))
    table = book.table("carers_quarter", june)
    assert {m.code: table.value(m.code) for m in table.kind.measures} == {
        "carried_over": 1,
        "received": 0,
        "accepted": 1,
        "closed": 1,
    }
    assert "Carried over is" in book.rules("carers_quarter", june)[23][0]


def test_rule_23_at_the_edges_of_a_quarter(book: Book) -> None:
    """The first and the last day lie inside; what ends on the first is carried over and closed in it."""
    for received, closed in (
        ("2026-03-31", "2026-04-01"),  # carried over, closed on the first day
        ("2026-04-01", "2026-06-30"),  # received and closed on the edges
        ("2026-06-30", None),  # received on the last day
        ("2026-07-01", None),  # the day after
        ("2026-01-05", "2026-03-31"),  # over before
        ("2026-01-05", "2026-07-01"),  # carried over, closed after
        (None, "2026-05-05"),  # nobody noted when it was asked for
    ):
        book.support(date="2026-01-05", received_on=received, closed_on=closed, accepted_on=closed)
    june = Period(date(2026, 4, 1), date(2026, 6, 30))
    cells = {m: book.value("carers_quarter", m, period=june) for m in ("carried_over", "received", "closed")}
    assert cells == {"carried_over": 2, "received": 2, "closed": 3}
    assert book.value("carers_quarter", "accepted", period=june) == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.none() | DAYS, st.none() | st.integers(0, 200), st.booleans()), max_size=12))
def test_rule_23_is_what_one_counts_by_hand_and_nothing_is_lost_between_quarters(
    cases: list[tuple[str | None, int | None, bool]],
) -> None:
    book = Book()
    days: list[tuple[str, str]] = []
    for received, after, for_carer in cases:
        begun = date.fromisoformat(received or "2026-02-03")
        closed = None if after is None else (begun + timedelta(after)).isoformat()
        who = "carer" if for_carer else "person_supported"
        book.support(received_on=received, closed_on=closed, who_for=who)
        if for_carer:
            days.append((received or "9999", closed or "9999"))
    quarters = [(date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30))]
    left: int | None = None
    for first, last in quarters:
        table = book.table("carers_quarter", Period(first, last))
        carried, asked, ended = (table.value(m) for m in ("carried_over", "received", "closed"))
        start, end = first.isoformat(), last.isoformat()
        assert carried == sum(came < start <= gone for came, gone in days)
        assert asked == sum(start <= came <= end for came, _ in days)
        assert ended == sum(start <= gone <= end for _, gone in days)
        unknown = sum(start <= gone <= end for came, gone in days if came == "9999")
        assert left in (None, carried), "what was left open is what is carried over"
        left = carried + asked - (ended - unknown)


def test_rule_24_felt_listened_to_is_of_those_asked(book: Book) -> None:
    book.session(20, listened_asked=12, listened_yes=9)
    book.session(20)
    book.session(None, listened_asked=4, listened_yes=4)
    table = book.table("engagement_listened")
    assert [table.value(m.code) for m in table.kind.measures] == [12, 9, 1]
    assert book.rules("engagement_listened")[24] == [
        "Felt listened to is a number of those who were asked. Sessions at which nobody was asked: 1",
        "Those asked where nobody noted how many came are left out. Sessions: 1",
    ]


def test_rule_24_says_nothing_where_nobody_was_asked(book: Book) -> None:
    book.session(20)
    assert set(book.table("engagement_listened").cells().values()) == {0}
    assert book.rules("engagement_listened") == {}


def test_rule_26_how_people_want_to_be_involved(book: Book) -> None:
    ann = book.add("person", involve_how=["come_along", "decide"], involve_asked_on="2025-05-01")
    book.add("person", involve_how=["news"], involve_asked_on="2024-03-01")
    book.add("person", involve_how=["news"])
    book.add("person", involve_how=["lead"], involve_asked_on="2026-05-01")
    book.add("person", involve_how=["lead"], involve_asked_on="2024-01-01", merged_into=ann)
    table = book.table("engagement_wishes")
    assert ("total",) not in table.rows()
    found = {row[0]: [table.value(m.code, row) for m in table.kind.measures] for row in table.rows()}
    assert {code: n for code, n in found.items() if any(n)} == {
        "news": [0, 2],
        "come_along": [1, 0],
        "decide": [1, 0],
    }
    assert 26 in book.rules("engagement_wishes")


def test_a_leap_day_has_a_year_before(book: Book) -> None:
    book.add("person", involve_how=["news"], involve_asked_on="2023-03-01")
    leap = Period(date(2024, 2, 1), date(2024, 2, 29))
    assert book.value("engagement_wishes", "wishes_now", "news", period=leap) == 1


def test_pieces_of_asking_with_all_that_belongs_to_them(book: Book) -> None:
    asking = book.add(
        "engagement",
        question="What would help?",
        opens="2026-01-15",
        closes="2026-03-01",
        change_on="2026-07-14",
        rung_planned="involving",
        rung_actual="consulting",
        duty=["care2014_10"],
        cost_money=77_049,
        principles=["p2_partnership"],
    )
    book.add("engagement", question="Later", opens="2026-05-01")
    book.add("engagement", question="No days")
    book.add(
        "engagement",
        question="The wrong way",
        closes="2026-01-01",
        opens="2026-01-01",
        change_on="2025-12-01",
    )
    for row in (
        {"audience": {"technique": "outreach", "reached": 14}},
        {"audience": {"technique": "outreach", "reached": None}},
        {"stakeholder": {"group": "public", "n": 43}},
        {"barrier": {"barrier": "time", "fix": "In the evening", "result": "worked"}},
    ):
        for part, values in row.items():
            book.add(part, engagement=asking, **values)
    book.add("barrier", session=book.session(3), barrier=None)
    book.session(5, engagements=[asking], missing=["x_young", "x_new"])
    book.session(5, engagements=[asking], missing=["x_young"])
    book.session(5, missing=["x_young"])
    assert book.value("engagement_missing", "missing_at", "x_young") == 2
    assert book.value("engagement_missing", "missing_at", "x_new") == 1
    assert book.value("engagement_rungs", "rung_planned", "involving") == 1
    assert book.value("engagement_rungs", "rung_reached", "consulting") == 1
    assert book.value("engagement_rungs", "rung_reached") == 2
    lead = book.table("engagement_lead")
    assert [lead.value(m.code) for m in lead.kind.measures] == [1, 180, 180]
    assert book.value("engagement_duties", "under_duty", "care2014_10") == 1
    assert book.value("engagement_who", "took_part", "public") == 43
    assert book.value("engagement_methods", "used_method", "outreach") == 2
    assert book.value("engagement_methods", "reached", "outreach") == 14
    assert (
        book.value("engagement_barriers", "fixes_worked") == book.value("engagement_barriers", "fixes") == 1
    )
    assert book.value("engagement_barriers", "barriers") == 2
    assert book.value("capacity_cost", "asking_cost", "asking_01") == 770
    assert book.value("capacity_cost", "asking_reached", "asking_01") == 14
    assert book.value("principle_records", "principle_askings", "p2_partnership") == 1


def test_looking_back_and_capacity(book: Book) -> None:
    review = book.add("review", reviewed_on="2026-02-01", reviewed_by=["trustees", "volunteers"])
    book.add("review", period_to="2026-03-31")
    book.add("review", reviewed_on="2025-02-01")
    book.add("action", review=review, what="A host", done_on="2026-02-09")
    book.add("action", review=review, what="A map")
    assert book.value("review_by", "reviews", "trustees") == 1
    assert book.value("review_by", "reviews", "not_recorded") == 1
    assert [book.value("review_actions", m) for m in ("reviews", "actions", "actions_done")] == [2, 2, 1]
    book.add(
        "capacity_support",
        direction="given_to_us",
        what=["money", "training"],
        given_on="2026-01-09",
        amount=90_000,
    )
    book.add("capacity_support", direction="asked_by_us", what=["expenses"], asked_on="2026-01-09")
    book.add("capacity_support", direction="given_by_us", asked_on="2026-01-09", amount=100)
    assert book.value("capacity_by_kind", "given_to_us", "money") == 1
    assert book.value("capacity_by_kind", "given_by_us", "not_recorded") == 1
    assert [book.value("capacity_money", m) for m in ("money_to_us", "money_by_us")] == [900, 1]
    assert book.value("time_support", "support_asked", "expenses") == 1
    assert book.value("time_support", "support_given", "training") == 1


def test_breaks_what_matters_why_and_answers_that_are_no_services(book: Book) -> None:
    cal = book.add("person", why_tags=["enjoy"])
    book.support(cal, what=["break"], break_hours=90, assessment="told", matters_tags=["sleep"])
    book.support(cal, assessment="had", what=["listening"])
    book.support(break_hours=60, who_for="person_supported")
    assert [book.value("carers_breaks", m) for m in ("breaks", "break_hours")] == [1, 90]
    assert book.value("carers_support", "support_times") == 3
    assert book.value("carers_assessment", "supported_people", "told") == 1
    assert book.value("carers_assessment", "supported_people", "had") == 1
    assert book.table("carers_matters").rows() == [("sleep",)]
    book.time(1, cal)
    book.time(1, book.add("person"))
    assert (
        book.value("time_why", "volunteers", "enjoy")
        == book.value("time_why", "volunteers", "not_asked")
        == 1
    )
    book.insight(kind="would_help", needs_service="community_can")
    book.insight(kind="working", needs_service="community_can")
    assert book.value("insight_needs_service", "would_help", "community_can") == 1


@st.composite
def written(draw: st.DrawFn) -> Book:
    """A small book of what these rules are about."""
    book = Book()
    insights = [book.insight(heard_on=draw(st.none() | DAYS)) for _ in range(draw(st.integers(0, 4)))]
    for _ in range(draw(st.integers(0, 3))):
        on = draw(st.lists(st.sampled_from(insights), unique=True)) if insights else []
        told, status = draw(st.none() | DAYS), draw(st.sampled_from([None, "done", "not_possible"]))
        book.add(
            "response", insights=on, told_on=told, status=status, changed=draw(st.sampled_from([None, "x"]))
        )
    for _ in range(draw(st.integers(0, 4))):
        session = book.session(draw(st.none() | st.integers(0, 30)), date=draw(DAYS))
        for code in draw(st.lists(st.sampled_from(["homeless", "grt", "justice"]), unique=True)):
            tally(book, session, code, draw(st.none() | st.integers(0, 40)))
        book.put(
            session, listened_asked=draw(st.none() | st.integers(0, 9)), listened_yes=draw(st.integers(0, 9))
        )
        book.support(date=draw(DAYS), received_on=draw(st.none() | DAYS), closed_on=draw(st.none() | DAYS))
        wish = draw(st.lists(st.sampled_from(["news", "lead"]), unique=True))
        book.add("person", involve_how=wish, involve_asked_on=draw(st.none() | DAYS))
    return book


@settings(max_examples=40, deadline=None)
@given(written())
def test_what_holds_of_every_book(book: Book) -> None:
    """Nobody is told twice, everything heard has one state; shares are parts; cases are carried on whole."""
    tables = book.tables()
    clock, impact = tables["answers_clock"], tables["answers_impact"]
    insights = [one for one in clock.counted if one.measure == "clock_insights"]
    told, still = ({one.member for one in insights if one.codes == {(of,)}} for of in ("told", "open"))
    assert not told & still
    heard = {
        row["id"] for row in book.kept["insight"] if row["heard_on"] and str(row["heard_on"]) <= "2026-03-31"
    }
    assert told | still <= heard
    assert all(clock.value("clock_median", row) <= clock.value("clock_longest", row) for row in clock.rows())
    assert impact.value("answers_changed") == 0, "nobody wrote how they know"
    groups = tables["reach_groups"]
    came = tables["sessions_by_month"].value("attendances", ("total",))
    for row in tables["reach_lists"].rows():
        assert tables["reach_lists"].value("counted_by", row) <= came
    most = sum(tables["reach_lists"].value("counted_by", row) for row in tables["reach_lists"].rows())
    assert all(groups.value("not_in_group", row) <= most for row in groups.rows())
    asked, yes, _ = (
        tables["engagement_listened"].value(m.code) for m in tables["engagement_listened"].kind.measures
    )
    assert yes <= asked <= came
    after = book.table("carers_quarter", Period(date(2026, 4, 1), date(2026, 6, 30)))
    now = tables["carers_quarter"]
    gone = {one.member for one in now.counted if one.measure == "closed"}
    known = {one.member for one in now.counted if one.measure in ("carried_over", "received")}
    carried = {one.member for one in after.counted if one.measure == "carried_over"}
    early = {
        row["id"]
        for row in book.kept["support"]
        if str(row["closed_on"] or "9") < str(row["received_on"] or "")
    }
    assert carried - early == known - gone - early
    wishes = tables["engagement_wishes"]
    both = [
        {one.member for one in wishes.counted if one.measure == code}
        for code in ("wishes_now", "wishes_before")
    ]
    assert not both[0] & both[1]
