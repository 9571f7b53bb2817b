"""What goes with a record that is erased, and what stays and points to a nameless stub."""

from collections.abc import Iterator
from functools import cache

ERASE, KEEP = True, False

ON_ERASE = {
    ("support", "person"): ERASE,
    ("person", "merged_into"): ERASE,
    ("time_given", "person"): KEEP,
    ("session_came", "person"): KEEP,
    ("insight", "person"): KEEP,
    ("connection", "offer_person"): KEEP,
    ("connection", "wish_person"): KEEP,
    ("own_value", "record"): ERASE,
    ("tally", "session"): ERASE,
    ("tally", "engagement"): ERASE,
    ("barrier", "session"): ERASE,
    ("barrier", "engagement"): ERASE,
    ("consent", "person"): ERASE,
    ("consent", "insight"): ERASE,
    ("access", "person"): ERASE,
    ("check", "person"): ERASE,
    ("equality", "person"): ERASE,
    ("role", "activity"): ERASE,
    ("role", "engagement"): ERASE,
    ("audience", "engagement"): ERASE,
    ("stakeholder", "engagement"): ERASE,
    ("action", "review"): ERASE,
    ("attachment", "session"): ERASE,
    ("attachment", "insight"): ERASE,
    ("attachment", "activity"): ERASE,
    ("organisation_succeeds", "organisation"): ERASE,
    ("activity_funder", "activity"): ERASE,
    ("session_came", "session"): ERASE,
    ("session_engagements", "session"): ERASE,
    ("engagement_joint_with", "engagement"): ERASE,
    ("response_insights", "response"): ERASE,
    ("review_shared_with", "review"): ERASE,
}
"""For each link, by table and column: whether the row that has it goes with what it points to.

A link that is not named here is kept. Tables of pairs are fields of the record in their first column.
"""

_ERASED = "SELECT id FROM erased"
_PERSONS = (
    "WITH RECURSIVE gone(id) AS (SELECT id FROM erased UNION "
    "SELECT person.id FROM person JOIN gone ON person.merged_into=gone.id) SELECT id FROM gone"
)


def leading_to(table: str) -> Iterator[tuple[str, str]]:
    """Yield the links, by table and column, of rows that go with a record of this table."""
    for (name, column), goes in ON_ERASE.items():
        target = "person" if column == "merged_into" else column
        if goes and (target in {table, "record"}):
            yield name, column


def kept_links(table: str) -> Iterator[tuple[str, str]]:
    """Yield the links of rows that stay, without a name, when a record of this table is erased."""
    for (name, column), goes in ON_ERASE.items():
        if not goes and table == "person":
            yield name, column


@cache
def erase_links(table: str) -> frozenset[str]:
    """Return the columns of this table whose row goes with what they point to."""
    return frozenset(column for (name, column), goes in ON_ERASE.items() if goes and name == table)


def gone(column: str) -> str:
    """Return SQL for the ids that a row with this link goes with: all that is erased.

    Whoever came from another laptop as the same person as somebody who is erased counts as erased here.
    """
    return _PERSONS if column in {"person", "merged_into"} else _ERASED


@cache
def not_late(table: str) -> str:
    """Return SQL, "" or beginning with AND, that leaves out rows which came after what they go with went."""
    return "".join(
        f' AND ("{column}" IS NULL OR "{column}" NOT IN ({gone(column)}))'
        for column in sorted(erase_links(table))
    )
