"""A PDF is read by its own tables and strictly, so that no reader can see in it what the checker does not."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.attacks.corpus.papers import CATALOGUE, certified, classic, drawn, packed, stream
from vcse_desktop.packs import pdf, pdf_names, pdf_objects, pdf_streams, pdf_tables, pdf_values

ACTS = b"<</S/JavaScript/JS(app.alert(1))>>"
IN_FOUR = {20: (4, 0)}
PLAIN = b"<</Type/ObjStm/N 1/First 5/Length 6>>stream\n20 0 1\nendstream"
PACKED = packed({20: b"1"})
USUAL = drawn({})
Look = Callable[[bytes], tuple[str, bool]]


@pytest.fixture
def found(tmp_path: Path) -> Look:
    """What is found in a PDF, and whether it is certified."""

    def look(data: bytes) -> tuple[str, bool]:
        file = tmp_path / "a.pdf"
        file.write_bytes(data)
        what, signed = pdf.look_into(file)
        return what, signed is not None

    return look


def four(data: bytes) -> bytes:
    """Return a PDF in which object 20 is packed in this stream."""
    return drawn({4: data}, IN_FOUR)


def said(old: bytes, new: bytes, data: bytes = USUAL) -> bytes:
    """Return a PDF in which something else is said in as many bytes."""
    assert old in data
    return data.replace(old, new.ljust(len(old)), 1)


def moved(number: int, to: bytes, data: bytes) -> bytes:
    """Return a PDF whose table says that this object stands where these bytes are first."""
    row = b"%010d 00000 n"
    old, new = data.rindex(b"\n%d 0 obj" % number), data.index(to)
    return said(row % (old + 1), row % new, data)


def wide(place: int) -> bytes:
    """Return a PDF whose table has places of eight bytes, and one that is this."""
    data = b"%PDF-1.5\n"
    row = b"\1" + place.to_bytes(8, "big")
    table = stream(b"/Type/XRef/Size 21/W[1 8 0]/Index[20 1]/Root 20 0 R", row)
    return data + b"21 0 obj\n%b\nendobj\nstartxref\n9\n%%%%EOF\n" % table


GOOD = {
    "usual": USUAL,
    "a table in digits": classic({20: b"1"}),
    "all kinds of values": drawn(
        {20: b"[true false null -1 +.5 1.25 (a\\)(b)) <0A f> /A#20B % a remark\n << /K 3 0 R >> ]"}
    ),
    "packed words that only look so": four(packed({20: b"(the AA/AA group /JavaScript, w/e#3)"})),
    "names that begin so": four(packed({20: b"<</BaseFont/AAAAAA+Sans/JSX 1>>"})),
    "words that only look so": drawn({20: b"(the AA/AA group /JavaScript)"}),
    "unpacked": four(PLAIN),
    "a packer in a list": four(PACKED.replace(b"/FlateDecode", b"[/FlateDecode]")),
    "a length elsewhere": drawn({4: PLAIN.replace(b"6>>", b"21 0 R>>"), 21: b"6"}, IN_FOUR),
    "a packed catalogue": drawn({4: packed({20: CATALOGUE}), 1: b"null"}, IN_FOUR, more=b"/Root 20 0 R"),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_usual_pdf_is_whole(name: str, found: Look) -> None:
    assert found(certified(GOOD[name])) == ("", True)


HIDDEN = {
    "by itself": drawn({20: ACTS}),
    "with a table in digits": classic({20: ACTS}),
    "packed": four(packed({20: ACTS})),
    "written in another way": drawn({20: b"<</S/J#61vaScript>>"}),
    "written in another way, packed": four(packed({20: b"<</S/#4aS>>"})),
    "after a remark": drawn({20: b"<<%\n/S%(\n/JS>>"}),
    "behind an object": drawn({20: b"1 " + ACTS}),
    "that no table tells of": drawn({20: b"1\nendobj\n21 0 obj\n" + ACTS}),
    "before the first object": said(b"%PDF-1.5", b"%PDF-/JS"),
    "at the end": classic({}, more=b"/X" + ACTS),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_acts_is_found_wherever_a_reader_might_see_it(name: str, found: Look) -> None:
    assert found(certified(HIDDEN[name]))[0] == "script"


STRANGE = {
    "no head": said(b"%PDF", b"%pdf"),
    "no end": said(b"%%EOF", b"%EOF"),
    "its table is elsewhere": said(b"startxref\n", b"startxref%"),
    "an older table past its end": drawn({}, more=b"/Prev 99999999"),
    "an older table at no place": drawn({}, more=b"/Prev/X"),
    "an older table that is an object": drawn({}, more=b"/Prev 9"),
    "an older table that is itself": classic({}, more=b"/Prev %d" % classic({}).index(b"xref\n0 1")),
    "a table of another type": said(b"/Type/XRef", b"/Type/XReg"),
    "a password": drawn({}, more=b"/Encrypt 20 0 R"),
    "two tables in one": classic({}, more=b"/XRefStm 9"),
    "no trailer": said(b"trailer", b"Trailer", classic({})),
    "a trailer that is none": said(b"trailer\n<<", b"trailer\n[ ", classic({})),
    "a trailer that is a number": said(b"trailer\n<<", b"trailer\n1 ", classic({})),
    "a row that is none": said(b" 65535 f \n", b" 65535 x \n", classic({})),
    "an object elsewhere": said(b"\n2 0 obj", b"\n4 0 obj"),
    "another generation": said(b"\n2 0 obj", b"\n2 1 obj"),
    "wide columns": said(b"/W[1 4 3]", b"/W[1 9 0]"),
    "narrow columns": said(b"/W[1 4 3]", b"/W[1 0 3]"),
    "kinds that are wide": said(b"/W[1 4 3]", b"/W[2 4 3]"),
    "fewer columns": said(b"/W[1 4 3]", b"/W[1 4]"),
    "other columns": said(b"/W[1 4 3]", b"/W[1 4 2]"),
    "no columns": said(b"/W[1 4 3]", b"/W(1 4 3)"),
    "columns that are no numbers": said(b"/W[1 4 3]", b"/W[1 4/3]"),
    "half a run": said(b"/Index[0 4", b"/Index[ 4"),
    "another kind of object": drawn({}, rows=b"\3" + bytes(7), index=b"0 4 6 3 9 1"),
    "rows written in another way": said(b"/Type/XRef", b"/DecodeParms 1/Type/XRef"[:10]),
    "a key twice": drawn({20: b"<</A 1/A 2>>"}),
    "a key that is no name": drawn({20: b"<<(A) 1>>"}),
    "a strange word": drawn({20: b"[nil]"}),
    "a strange number": drawn({20: b"1e5"}),
    "a strange piece": drawn({20: b"{1}"}),
    "a bracket that closes": drawn({20: b"]"}),
    "no end of a string": drawn({20: b"(" * 9}),
    "nothing": drawn({20: b""}),
    "deep": drawn({20: b"[" * 61 + b"]" * 61}),
    "no stream of objects": drawn({}, IN_FOUR),
    "a stream of objects that is none": four(b"1"),
    "a stream of objects that says nothing": four(stream(b"", b"20 0 1")),
    "a stream that is longer": four(PLAIN.replace(b"/Length 6", b"/Length 9")),
    "a stream that has no length": four(PLAIN.replace(b"/Length 6", b"")),
    "a stream whose length is packed": four(PLAIN.replace(b"6>>", b"20 0 R>>")),
    "a stream whose length is free": four(PLAIN.replace(b"6>>", b"0 65535 R>>")),
    "an object in a stream": moved(
        21, b"21 0 obj ", classic({20: b"<</Length 17>>stream\n21 0 obj 1 endobj\nendstream", 21: b"1"})
    ),
    "an object far away": wide((1 << 64) - 1),
    "an object behind the end": wide(1 << 40),
    "an object in another": moved(21, b"21 0 obj ", classic({20: b"(21 0 obj 1 endobj)", 21: b"1"})),
    "packed in another way": four(PACKED.replace(b"/FlateDecode", b"/LZWDecode")),
    "packed with more to it": four(PACKED.replace(b"/N", b"/DecodeParms<<>>/N")),
    "packed somewhere else": four(PACKED.replace(b"/N", b"/F(x)/N")),
    "not packed at all": four(PLAIN.replace(b"/N", b"/Filter/FlateDecode/N")),
    "not packed to the end": four(
        b"<</Type/ObjStm/Filter/FlateDecode/Length %d/N 1/First 5>>stream\n%b\nendstream"
        % (len(PACKED) - 90, PACKED[PACKED.index(b"stream\n") + 7 :][: len(PACKED) - 90])
    ),
    "packed with something between": four(packed({20: b"1 (/AA)"})),
    "packed with half an object": four(packed({20: b"(/AA"})),
    "packed with other pairs": four(packed({20: b"(/AA)"}, first=b"20 x ")),
    "packed with fewer pairs": four(packed({20: b"(/AA)"}, first=b"20 ")),
    "packed with pairs that go back": four(packed({20: b"(/AA)"}, first=b"20 0 21 0 ", count=2)),
    "packed without a number": four(packed({20: b"(/AA)"}).replace(b"/N 1", b"/N/1")),
    "packed with long pairs": four(packed({20: b"(/AA)"}, first=b"20 0" + b" " * 99)),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_not_as_it_should_be_is_not_guessed_at(name: str, found: Look) -> None:
    data = STRANGE[name]
    assert found(certified(data) if b"/ByteRange" in data else data) == ("pdf", False)


UNSIGNED = {
    "a catalogue that is free": drawn({}, more=b"/Root 0 0 R"),
    "a catalogue of another generation": drawn({4: packed({20: CATALOGUE})}, IN_FOUR, more=b"/Root 20 1 R"),
    "a catalogue packed as another": drawn({4: packed({21: CATALOGUE})}, {20: (4, 0)}, more=b"/Root 20 0 R"),
    "a catalogue that nobody tells of": drawn({}, more=b"/Root 99 0 R"),
    "a catalogue that is a list": drawn({20: b"[]"}, more=b"/Root 20 0 R"),
    "fields that are none": said(b"/Fields[6 0 R]", b"/Fields 6 0 R"),
    "numbers in words": said(b"/P 1>>", b"/P/1>>"),
    "a time that is a number": said(b"/M(D:20261121200000Z)", b"/M 20261121200000"),
}


@pytest.mark.parametrize("name", UNSIGNED)
def test_whose_signature_cannot_be_found_is_not_signed(name: str, found: Look) -> None:
    assert found(certified(UNSIGNED[name])) == ("", False)


def test_an_empty_file_is_no_pdf(found: Look) -> None:
    assert found(b"") == ("pdf", False)


@pytest.mark.parametrize(
    ("where", "limit", "data"),
    [
        (pdf_objects, "MOST_UNPACKED", four(PACKED)),
        (pdf_names, "MOST_TEXT", four(PACKED)),
        (pdf_streams, "MOST_UNPACKED", four(PACKED)),
        (pdf_tables, "MOST_OBJECTS", USUAL),
        (pdf_tables, "MOST_OBJECTS", classic({})),
        (pdf_values, "MOST_PIECES", USUAL),
    ],
)
def test_there_is_an_end_to_what_is_read(
    where: ModuleType, limit: str, data: bytes, found: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(certified(data)) == ("", True)
    monkeypatch.setattr(where, limit, 4)
    assert found(certified(data)) == ("pdf", False)
