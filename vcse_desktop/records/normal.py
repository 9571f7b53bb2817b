"""The one form in which each value is kept, however it was typed or pasted."""

import re
import unicodedata

from vcse_desktop.records.fields import Kind, RecordKind, Values

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def normal(kind: RecordKind, values: Values) -> dict[str, object]:
    """Return the values as they are kept: blanks as None, text as NFC without tabs, lists sorted.

    Nothing is judged here: what cannot be kept at all comes back as it was. An unknown field is a KeyError.
    """
    kinds = {field.code: field.kind for field in kind.fields}
    return {code: _normal(kinds[code], value) for code, value in values.items()}


def fold_name(name: str) -> str:
    """Return a name without what people write differently by chance: capitals, spaces, composed accents."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def _normal(kind: Kind, value: object) -> object:
    if isinstance(value, str):
        text = _LINE_END.sub("\n", unicodedata.normalize("NFC", value)).replace("\t", " ")
        return (text if kind is Kind.NOTE and text.strip() else text.strip()) or None
    if isinstance(value, list):
        return _sorted(value) or None
    return value


def _sorted(values: list[object]) -> list[object]:
    alike = {type(value) for value in values} in ({str}, {int})
    return sorted(set(values)) if alike else values  # type: ignore[type-var]
