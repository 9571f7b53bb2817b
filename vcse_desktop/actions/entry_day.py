"""On which day a record was entered, as its id tells."""

from datetime import UTC, date, datetime

from vcse_desktop.store.ident import EPOCH_MS, RANDOM_BITS


def entered_on(record: int) -> date:
    """Return the day on which a record was entered, at this place, as its id tells."""
    seconds = ((record >> RANDOM_BITS) + EPOCH_MS) / 1000
    return datetime.fromtimestamp(seconds, UTC).astimezone().date()
