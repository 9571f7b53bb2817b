"""Whether two words are one slip apart: a letter more, less, another, or two that changed places."""

from collections.abc import Iterator


def one_slip(one: str, other: str) -> bool:
    """Say whether exactly one slip turns one word into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    mine, theirs = one[at:], other[at:]
    if len(mine) != len(theirs):
        return mine[1:] == theirs or mine == theirs[1:]
    return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])


def shorter(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters: words one slip apart share one."""
    yield word
    for place in range(len(word)):
        if not place or word[place] != word[place - 1]:
            yield word[:place] + word[place + 1 :]
