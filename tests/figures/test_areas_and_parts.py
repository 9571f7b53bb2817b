"""Laws of where people live (rule 20) and of our part beside others (22), and who was asked (24)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.books import books
from tests.figures.making import QUARTER, Book
from tests.figures.naive import Naive
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.figures.view import Areas
from vcse_desktop.records.vocabularies import lists

CODES = ("E01000001", "E01000002", "E01000003", "E01000004")
DECILES = st.dictionaries(st.sampled_from(CODES), st.integers(1, 10))
PARTS = st.sampled_from(
    [None, [], ["led"], ["co_led"], ["took_part"], ["led", "hosted"], ["funded", "co_led"]]
)


@settings(max_examples=60, deadline=None)
@given(books(), DECILES, st.data())
def test_everybody_of_the_period_lives_in_one_place_or_it_is_not_known(
    book: Book, deciles: dict[str, int], data: st.DataObject
) -> None:
    places = [book.add("place", code=code) for code in CODES]
    homes = st.sampled_from([None, *places])
    for row in book.kept["person"]:
        row["home_area"] = data.draw(homes)
    areas = Areas("IMD 2025", "2021", deciles)
    (table,) = figure_tables(book.records(), QUARTER, lists=lists(), only=["people_core20"], areas=areas)
    found = {row[0]: table.value("people_by_area", row) for row in table.rows()}
    assert sum(found.values()) == book.value("people", "people"), "nobody twice, nobody left out"
    naive, codes = Naive(book, QUARTER), dict(zip(places, CODES, strict=True))
    living: dict[int, list[str]] = {}
    for row in sorted(book.kept["person"], key=lambda row: int(str(row["id"]))):
        area = codes.get(int(str(row["home_area"] or 0)), "")
        living.setdefault(naive.one(int(str(row["id"]))), []).append(area)
    members = {one.member for one in table.counted}
    known = {who: [deciles[area] for area in living[who] if area in deciles] for who in members}
    assert found.get("core20", 0) == sum(bool(of) and of[0] <= 2 for of in known.values())
    assert found.get("not_known", 0) == sum(not of for of in known.values())
    (said,) = {note.sentence for note in table.notes if note.rule == 20} or {""}
    assert bool(said), "the index and its year are printed"
    assert book.table("people_core20").counted == (), "without an index nobody is anywhere"


@settings(max_examples=60, deadline=None)
@given(books(), st.data())
def test_each_session_with_others_counts_once_and_reach_is_never_added(
    book: Book, data: st.DataObject
) -> None:
    us, *them = (book.add("organisation", is_us=n == 0) for n in range(3))
    for _ in range(2):
        book.session(5, activity=book.add("activity", title="Shared"), helpers_n=None, carers_n=None)
    before = {name: table.cells() for name, table in book.tables().items() if "by_part" not in name}
    for row in book.kept["activity"]:
        for organisation in (us, *them):
            if (roles := data.draw(PARTS)) is not None:
                book.add("role", activity=row["id"], organisation=organisation, roles=roles)
    table = book.table("sessions_by_part")
    shared = {row["activity"] for row in book.kept["role"]}
    held = [row for row in Naive(book, QUARTER).held() if row["activity"] in shared]
    found = {row[0]: table.value("held_in_part", row) for row in table.rows()}
    assert found.pop("total") == sum(found.values()) == len(held)
    for row in held:
        (part,) = (codes[0] for one in table.counted if one.member == row["id"] for codes in one.codes)
        assert part == _part(book, row["activity"], us)
    after = {name: made.cells() for name, made in book.tables().items() if "by_part" not in name}
    assert after == before, "who else was there adds nobody"


def _part(book: Book, activity: object, us: int) -> str:
    """Return our part in an activity: led where nobody is known to have led it, and we have no other part."""
    ours, others = set[str](), set[str]()
    for role in (one for one in book.kept["role"] if one["activity"] == activity):
        codes = role["roles"]
        assert isinstance(codes, list)
        (ours if role["organisation"] == us else others).update(codes)
    if "co_led" in ours:
        return "co_led"
    if "led" in ours:
        return "co_led" if others & {"led", "co_led"} else "led"
    return "took_part" if ours or others & {"led", "co_led"} else "led"


def test_rule_24_says_how_many_sessions_are_left_out_since_nobody_noted_who_came() -> None:
    book = Book()
    book.session(20, listened_asked=12, listened_yes=9)
    book.session(None, listened_asked=4, listened_yes=4)
    assert book.value("engagement_listened", "listened_asked") == 12
    assert book.rules("engagement_listened")[24] == [
        "Those asked where nobody noted how many came are left out. Sessions: 1"
    ]
