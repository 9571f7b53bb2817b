"""The code lists in resources/vocab, and the group's own wording, additions and hidden items over them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import IO, Any
from unicodedata import normalize

from vcse_desktop.i18n import N_, pgettext
from vcse_desktop.paths import data_dir
from vcse_desktop.records.fields import Item, Lists

OWN_LISTS = {
    "own:community": N_("Communities"),
    "own:role": N_("Roles"),
    "own:tag": N_("Our own tags"),
}
"""The titles of the lists that a group keeps itself; they are empty until it adds something."""

_ADDED = "x_"  # what the code of an item that a group added begins with


@dataclass(frozen=True, slots=True)
class Head:
    """What is true of a whole list."""

    code: str
    title: str
    version: int
    extend: bool  # the group may add to it, not only reword and hide
    use: str  # form, guidance, settings or reference
    multi: bool


@dataclass(frozen=True, slots=True)
class OwnItem:
    """What a group did to one item of a list: worded it anew ("" keeps ours), hid it, or added it."""

    vocab: str
    code: str
    label: str = ""
    help: str = ""
    hidden: bool = False


def read(folder: Traversable) -> Lists:
    """Return the items of every list in the folder by its code, and the group's own lists, still empty."""
    made = {one["vocab"]: tuple(map(_item, one["items"])) for one in _files(folder)}
    return MappingProxyType(made | dict.fromkeys(OWN_LISTS, ()))


@cache
def lists() -> Lists:
    """Return the lists that this program brings, as they are."""
    return read(data_dir("resources").joinpath("vocab"))


@cache
def heads() -> Mapping[str, Head]:
    """Return what is true of each list that this program brings."""
    made = (
        Head(one["vocab"], one["title"], one["version"], one["edit"] == "extend", one["use"], one["multi"])
        for one in _files(data_dir("resources").joinpath("vocab"))
    )
    return MappingProxyType({head.code: head for head in made})


def with_own(given: Lists, own: Iterable[OwnItem]) -> Lists:
    """Return the lists as this group has them: ours in their order, then what it added.

    A list or an item that we do not know was brought by a newer version of the program; it is passed over.
    """
    made = {vocab: {item.code: item for item in items} for vocab, items in given.items()}
    for one in own:
        items = made.get(one.vocab, {})
        if one.code in items or one.code.startswith(_ADDED):
            old = items.get(one.code, Item(one.code, one.code))
            items[one.code] = replace(
                old, label=one.label or old.label, help=one.help or old.help, hidden=one.hidden
            )
    return MappingProxyType({vocab: tuple(items.values()) for vocab, items in made.items()})


def own_code(text: str) -> str:
    """Return the permanent code for an item that a group adds: the same words give the same code anywhere."""
    words = normalize("NFC", text.strip().casefold())
    return _ADDED + blake2b(words.encode(), digest_size=6).hexdigest()


def offered(items: Iterable[Item], on: date, kept: Collection[str] = ()) -> tuple[Item, ...]:
    """Return what a form offers for a record of this day; what the record already holds stays in it."""
    day = on.isoformat()
    return tuple(item for item in items if item.code in kept or _is_offered(item, day))


def label(given: Lists, vocab: str, code: str) -> str:
    """Return the words for a code in the person's language; an unknown code stands for itself."""
    found = (item.label for item in given.get(vocab, ()) if item.code == code)
    return next((pgettext(vocab, text) for text in found), code)


def babel_words(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Hand Babel each title, heading, label and help of a list, with the list's code as context."""
    made = json.loads(file.read())
    for part in [{"title": made["title"]}, *made["items"]]:
        for key in ("title", "group", "label", "help"):
            if part.get(key):
                yield 1, "pgettext", (made["vocab"], part[key]), []


def _files(folder: Traversable) -> Iterator[dict[str, Any]]:
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
    for name in names:
        yield json.loads(folder.joinpath(name).read_text("utf-8"))


def _item(made: dict[str, Any]) -> Item:
    attrs = made.get("attrs", {})
    return Item(
        made["code"],
        made["label"],
        made.get("help", ""),
        made["retired"] or _day_after(attrs.get("ended", "")),
        attrs.get("started", ""),
        group=made.get("group", ""),
        attrs=attrs,
    )


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""


def _is_offered(item: Item, day: str) -> bool:
    current = item.started <= day and not (item.retired and item.retired <= day)
    return current and not item.hidden and not item.attrs.get("derived")
