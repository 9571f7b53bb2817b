"""One way to write JSON: what comes back is what went in, and every other way is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.example import STEADY
from vcse_desktop.packs import canonical
from vcse_desktop.packs.fault import Broken

KEYS = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=32)
TEXTS = st.text(max_size=20).map(canonical.clean)
LEAVES = st.none() | st.booleans() | st.integers(0, 2**53 - 1) | TEXTS
VALUES = LEAVES | st.lists(LEAVES) | st.dictionaries(KEYS, LEAVES)


@STEADY
@given(st.dictionaries(KEYS, VALUES))
def test_what_is_written_is_read_again(value: dict[str, object]) -> None:
    assert canonical.load(canonical.dump(value)) == value


@STEADY
@given(st.text())
def test_what_a_person_typed_is_made_sound_once_and_for_all(text: str) -> None:
    made = canonical.clean(text)
    assert canonical.is_sound(made)
    assert canonical.clean(made) == made


def test_making_sound_keeps_words_and_lines() -> None:
    assert canonical.clean("a\tb\r\nc\rd\u200ee\ud800f e\u0301") == "a b\nc\ndef é"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"3",
        b"[]",
        b'{"a":1,}',
        b'{"a":-0}',
        b'{"a":-1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":01}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a": 1}',
        b'{"a":1}\n',
        b'\xef\xbb\xbf{"a":1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a":{"b":1,"b":2}}',
        b'{"A":1}',
        b'{"":1}',
        b'{"a1":1}',
        b'{"' + b"a" * 33 + b'":1}',
        b'{"a":"\\u0061"}',
        b'{"a":"\\/"}',
        b'{"a":"\\ud83d\\ude00"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\xff"}',
        b'{"a":"\\t"}',
        b'{"a":"\\r"}',
        b'{"a":"\\u0000"}',
        b'{"a":"\x7f"}',
        '{"a":"\x85"}'.encode(),
        '{"a":"e\u0301"}'.encode(),
        '{"a":"\u200e"}'.encode(),
        '{"a":"\u202e"}'.encode(),
        '{"a":"\u2028"}'.encode(),
        '{"a":"\u2066"}'.encode(),
        '{"a":"\ufeff"}'.encode(),
        b'{"a":[[[[[[[[0]]]]]]]]}',
        b"[" * 100_000,
        b'{"a":' * 5_000 + b"0" + b"}" * 5_000,
    ],
)
def test_any_other_way_is_refused(data: bytes) -> None:
    with pytest.raises(Broken):
        canonical.load(data)


def test_eight_levels_and_line_feeds_are_allowed() -> None:
    data = b'{"a":[[[[[[[0]]]]]]],"b":"x\\ny \\"\\\\"}'
    assert canonical.load(data)["b"] == 'x\ny "\\'
