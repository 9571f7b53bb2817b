"""What is told of earlier documents in the next one of a series."""

import json

from tests.packs.example import claims
from vcse_desktop.packs.sent import forgotten_before, next_place, sent_row


def test_what_a_later_document_names_and_nobody_kept_is_known_to_be_missing() -> None:
    first = sent_row(claims(), "a" * 64, "")
    number, history = next_place([first], str(first["series"]))
    second = first | {"sequence": number, "digest": "b" * 64, "history": json.dumps(history)}
    assert number == 2
    assert forgotten_before([first, second]) == []
    assert forgotten_before([second]) == [(first["series"], 1)]
    assert forgotten_before([]) == []
