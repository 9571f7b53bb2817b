"""Whether what was shared before can be true: a past that contradicts itself protects nobody."""

from vcse_desktop.disclosure.earlier import Past


def contradicts(past: Past) -> bool:
    """Say whether a number that was told is not the one of those who stood in it.

    Otherwise what is true is one of the worlds that a reader must reckon with. Where there is no world at
    all, every group counts as given away, and nothing would be hidden any more.
    """
    for table in past.tables:
        true = table.cells()
        for where, (low, high) in table.windows.items():
            if not low <= true[where] <= (true[where] if high is None else high):
                return True
    return False
