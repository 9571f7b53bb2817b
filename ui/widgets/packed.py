"""How what stands in forms is written as text, to be read again by a program of the same version."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import import_module
from typing import Any

OURS = ("ui.", "vcse_desktop.", "PySide6.QtWidgets")
"""Where the classes come from that a text may name."""
PLAIN = (str, int, float, bool, type(None))


def packed(value: object) -> str:
    """Return a text for plain values, many of them, days, our data classes, and classes of widgets.

    TypeError for anything else.
    """
    return json.dumps(_down(value), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Any:  # noqa: ANN401 - whatever was packed
    """Return the value again; ValueError when the text is none of ours, or of another version."""
    try:
        return _up(json.loads(text))
    except (TypeError, KeyError, AttributeError, ImportError, RecursionError) as error:
        raise ValueError("this was not packed by this version") from error


def _down(value: object) -> object:
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return {type(value).__name__: [_down(one) for one in value]}
    if isinstance(value, Mapping):
        return {"dict": [[_down(key), _down(one)] for key, one in value.items()]}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, type):
        return {"type": _named(value)}
    if is_dataclass(value):
        return {
            "class": _named(type(value)),
            "of": {f.name: _down(getattr(value, f.name)) for f in fields(value)},
        }
    raise TypeError(f"a form may not keep a {type(value).__name__}")


def _up(found: object) -> Any:  # noqa: ANN401 - as above
    if not isinstance(found, dict):
        return found
    if "class" in found:
        made = _class(found["class"])
        if not is_dataclass(made):
            raise ValueError("no data class")
        return made(**{name: _up(one) for name, one in found["of"].items()})
    ((kind, inside),) = found.items()
    return _READERS[kind](inside)


def _many(make: Callable[[list[Any]], object]) -> Callable[[Any], object]:
    return lambda inside: make([_up(one) for one in inside])


def _named(one: type) -> str:
    return f"{one.__module__}:{one.__qualname__}"


def _class(name: str) -> type:
    module, _, path = name.partition(":")
    if not module.startswith(OURS) or "." in path:
        raise ValueError("a class of somebody else")
    found = getattr(import_module(module), path)
    if not isinstance(found, type):
        raise ValueError("no class")
    return found


_READERS: dict[str, Callable[[Any], object]] = {
    "list": _many(list),
    "tuple": _many(tuple),
    "set": _many(set),
    "frozenset": _many(frozenset),
    "dict": lambda inside: {_up(key): _up(one) for key, one in inside},
    "date": date.fromisoformat,
    "type": _class,
}
