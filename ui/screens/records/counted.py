"""How many records of a kind there are, in the kind's own word: 81 people, 3 pieces of asking."""

from vcse_desktop.i18n import ngettext


def counted(kind: str, n: int) -> str:
    """Return the number of records of a kind in words; of any other kind they are records."""
    by_kind = {
        "person": ngettext("{n} person", "{n} people", n),
        "organisation": ngettext("{n} organisation", "{n} organisations", n),
        "connection": ngettext("{n} connection", "{n} connections", n),
        "activity": ngettext("{n} activity", "{n} activities", n),
        "support": ngettext("{n} contact", "{n} contacts", n),
        "engagement": ngettext("{n} piece of asking", "{n} pieces of asking", n),
        "session": ngettext("{n} session", "{n} sessions", n),
        "time_given": ngettext("{n} entry of hours", "{n} entries of hours", n),
        "review": ngettext("{n} review", "{n} reviews", n),
    }
    return by_kind.get(kind) or ngettext("{n} record", "{n} records", n)
