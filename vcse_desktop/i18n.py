"""Words: marked where they are written, looked up in the person's language when they are shown."""

import gettext
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources.abc import Traversable
from string import Formatter

DOMAIN = "vcse"
SOURCE_LANGUAGE = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_source: ContextVar[gettext.NullTranslations | None] = ContextVar("source", default=None)


def N_(text: str) -> str:
    """Mark a text for translators; ``tr`` looks it up when it is shown."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Return the text in the person's language with its {places} filled."""
    if not text:  # gettext answers "" with the header of the catalogue
        return ""
    return _sound(_words().gettext(text), text).format(**values)


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the form that the language has for this number; ``{n}`` is filled with it."""
    source = one if n == 1 else many
    found = _words().ngettext(one, many, n)
    if found in {one, many}:  # not translated: compiled catalogues hold the source under the language's rule
        found = source
    return _sound(found, source, many, plural=True).format(**{"n": n, **values})


def pgettext(context: str, text: str) -> str:
    """Return a text that means different things in different places, such as an item of a list."""
    return _sound(_words().pgettext(context, text), text) if text else ""


def set_language(code: str, folder: Traversable) -> bool:
    """Show words in this language from now on; False (and English) without a sound catalogue."""
    global _catalogue  # noqa: PLW0603 - one language for the whole program, changed live
    found = catalogue(code, folder)
    _catalogue = found or gettext.NullTranslations()
    return found is not None


@contextmanager
def in_language(code: str, folder: Traversable) -> Iterator[None]:
    """Speak a language within, on this thread alone: what leaves is in one, whatever the window's.

    English where there is no sound catalogue.
    """
    before = _source.set(catalogue(code, folder) or gettext.NullTranslations())
    try:
        yield
    finally:
        _source.reset(before)


@contextmanager
def in_english() -> Iterator[None]:
    """Speak English within, on this thread alone."""
    before = _source.set(gettext.NullTranslations())
    try:
        yield
    finally:
        _source.reset(before)


def catalogue(code: str, folder: Traversable) -> gettext.NullTranslations | None:
    """Return the words of a language; None without a sound catalogue."""
    if code == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    try:
        with folder.joinpath(code, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except (OSError, ValueError, LookupError, struct.error):  # cut, or with a header that nobody can read
        return None


@cache  # of each text of the catalogue, however often it is shown
def same_places(translation: str, source: str, *, plural: bool = False) -> bool:
    """Say whether a translation has exactly the {places} of its source; a plural form may leave out {n}."""
    try:
        wanted, found = _places(source), _places(translation)
    except ValueError:
        return False
    return found == wanted or (plural and found == wanted - {("n", "", None)})


def _places(text: str) -> set[tuple[str, str, str | None]]:
    return {(name, spec or "", conv) for _, name, spec, conv in Formatter().parse(text) if name is not None}


def _words() -> gettext.NullTranslations:
    return _source.get() or _catalogue


def _sound(translation: str, source: str, *also: str, plural: bool = False) -> str:
    """Return the translation, or the English source when its places are broken."""
    same = translation == source
    fits = same or any(same_places(translation, text, plural=plural) for text in (source, *also))
    return translation if fits else source
