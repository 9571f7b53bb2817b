"""What earlier packs leave open of a small group: an end that they close is guarded as far as they do."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from vcse_desktop.disclosure.ends import Narrow
from vcse_desktop.disclosure.system import Guard

_STEPS = 8  # from end to end; people are counted one by one
Closed = Callable[[Sequence[tuple[Guard, bool]], bool], Sequence[bool]]
"""Says of ends of guards (True: the high one) whether the past closes them: alone, or (True) beside a new
pack in which all is hidden that can be; that somebody is there is told even so."""


def left_open(guards: Sequence[Guard], closed: Closed) -> tuple[list[Guard], list[int], set[int]]:
    """Return the guards with such ends as the past leaves them, and the places of those that it narrows.

    The last are those of which it leaves nothing: all readers know that number.
    """
    left, narrowed, none = list(guards), dict[int, None](), set[int]()
    ends: list[Narrow] = [(n, high) for n in range(len(left)) for high in (True, False)]
    while ends:
        shut = closed([(left[n], high) for n, high in ends], bool(narrowed))
        ends = [end for end, is_shut in zip(ends, shut, strict=True) if is_shut]
        narrowed |= dict.fromkeys(n for n, _ in ends)
        for n, high in ends:
            step = max(1, (guards[n].high - guards[n].low) // _STEPS)
            one = left[n]
            left[n] = replace(one, high=one.high - step) if high else replace(one, low=one.low + step)
        ends = [(n, high) for n, high in ends if left[n].low <= left[n].high]
    for n in narrowed:
        if left[n].low >= left[n].high:  # nobody knows more than one end of it: it may be more, too
            left[n] = replace(left[n], high=left[n].low + 1)
            none |= {n} if any(closed([(left[n], True), (left[n], False)], True)) else set()
    return left, list(narrowed), none


def is_group(guard: Guard, rows: Sequence[int]) -> bool:
    """Say whether what is left of a number without the others is people: those are in it, and not twice."""
    taken = 0
    for inner in guard.less:
        if rows[inner] & (taken | ~rows[guard.number]):
            return False
        taken |= rows[inner]
    return True
