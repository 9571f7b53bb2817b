"""What people of the example organisation agreed to, in which words."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import normalize

from vcse_desktop.actions.example_book import ExampleRecord, book, with_parts


def people() -> Iterator[ExampleRecord]:
    """Return the people, each followed by their parts and by what they agreed to when they came."""
    for own, values in book("people")["person"].items():
        key = f"person:{own}"
        yield from with_parts(
            "person", key, {code: value for code, value in values.items() if code != "agreed"}
        )
        agreed = values.get("agreed", {"uses": ()})
        for use in agreed["uses"]:
            yield _consent(
                "person",
                key,
                use,
                book("consents")[use],
                {"scope": "only_us", "given_on": agreed["on"], "how": agreed["how"]},
            )


def quoting(insight: str, words: str, given: Mapping[str, Any]) -> ExampleRecord:
    """Return the consent to share exactly these words; ``given`` has scope, given_on, how, asked_by ..."""
    digest = hashlib.sha256(normalize("NFC", words).encode()).hexdigest()
    wording = book("consents")["quote_words"][given["scope"]]
    return _consent("insight", insight, "quote_words", wording, {"text_hash": digest, **given})


def telling(insight: str, given: Mapping[str, Any]) -> ExampleRecord:
    """Return the consent to tell an insight as a story."""
    return _consent("insight", insight, "tell_story", book("consents")["tell_story"], given)


def _consent(owner: str, key: str, use: str, wording: str, given: Mapping[str, Any]) -> ExampleRecord:
    values = {owner: key, "use": use, "wording": wording, "given_by": "self", **given}
    return ExampleRecord("consent", f"consent:{key}:{use}", values)
