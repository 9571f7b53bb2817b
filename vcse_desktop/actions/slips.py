"""Where in a recovery code, as it was typed from paper, the slip is."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store import keysfile
from vcse_desktop.store.holders import fitting_paper
from vcse_desktop.store.recovery import ALPHABET, GROUP, LENGTH, read_code

GROUPS = LENGTH // GROUP
_ONE_GROUP = (
    N_("There is a slip in the code"),
    N_("Group {group} is not as it stands on the sheet. Compare its four letters and numbers again."),
)


def symbols(typed: str) -> str:
    """Return what was typed as a code is read: capitals, no blanks or hyphens, O as 0, I and L as 1."""
    return "".join(typed.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))


def groups(typed: str) -> list[str]:
    """Return the seven groups of four, as far as they were typed; what is too much stands in the last."""
    read = symbols(typed)
    made = [read[start : start + GROUP] for start in range(0, LENGTH, GROUP)]
    return [*made[:-1], read[LENGTH - GROUP :]]


def strange(group: str) -> bool:
    """Say whether a symbol that no code has is in this group."""
    return any(symbol not in ALPHABET for symbol in group)


def must_be_whole(typed: str, folder: Path, sheet: str = "") -> None:
    """Refuse a code with a slip in it, and name the group that it is in where that can be told.

    ``sheet`` is the code itself while it is still known. Later each likely slip is tried on the vault in the
    folder; the code that opens it is not used, for the paper has to be read rightly.
    """
    try:
        read_code(typed)
    except Refused:
        group = _group(typed, folder, sheet)
        if group:
            raise Refused(*_ONE_GROUP, group=group) from None
        raise


def _group(typed: str, folder: Path, sheet: str) -> int:
    """Return the number of the group with the slip, 0 when nobody can say."""
    read = symbols(typed)
    apart = [len(group) for group in typed.replace("-", " ").split()]
    found = groups(typed)
    wrong = [number for number, group in enumerate(found, 1) if strange(group)]
    if not wrong and len(read) != LENGTH and len(apart) == GROUPS:  # typed in groups: one is short or long
        wrong = [number for number, size in enumerate(apart, 1) if size != GROUP]
    if not wrong and sheet and len(read) == LENGTH:
        wrong = [
            n for n, (one, other) in enumerate(zip(found, groups(sheet), strict=True), 1) if one != other
        ]
    if not wrong and len(read) == LENGTH:
        wrong = [place // GROUP + 1 for place, near in _near(read) if _opens(folder, near)]
    return wrong[0] if wrong else 0


def _near(read: str) -> Iterator[tuple[int, str]]:
    """Yield each sound code that differs by one symbol or by two neighbours, and where it differs."""
    for place in range(LENGTH):
        before, after = read[:place], read[place + 1 :]
        others = [before + symbol + after for symbol in ALPHABET if symbol != read[place]]
        others += [before + after[:1] + read[place] + after[1:]] if after else []
        for other in others:
            with suppress(Refused):
                read_code(other)
                yield place, other


def _opens(folder: Path, code: str) -> bool:
    """Say whether a code opens the vault in a folder."""
    for keys in keysfile.read(folder):
        with suppress(Refused):
            fitting_paper(keys.slots, code)
            return True
    return False
