"""What the files inside a signed pack may do: nothing but be read."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.packs.example import checked, container_of, payload, report
from vcse_desktop.packs import cells, page, pdf
from vcse_desktop.packs.result import sentence
from vcse_desktop.packs.verdicts import UNSAFE, Verdict


def made(change: Callable[[Pdf], object], **how: object) -> bytes:
    """Return the small report with a change."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(report())) as file:
        change(file)
        file.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def action(file: Pdf, **said: Object) -> None:
    """Let a link on the first page do something."""
    done = Dictionary()
    for key, value in said.items():
        done[f"/{key}"] = value
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=done)
    file.pages[0].Annots = Array([link])


ACTS: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "JavaScript": (lambda f: action(f, S=Name.JavaScript, JS=String("app.alert(1)")), "script"),
    "JavaScript in a stream": (lambda f: action(f, S=Name.URI, JS=f.make_stream(b"app.alert(1)")), "script"),
    "JavaScript by name": (
        lambda f: setattr(f.Root, "Names", Dictionary(JavaScript=Dictionary(Names=Array([])))),
        "script",
    ),
    "Launch": (lambda f: action(f, S=Name.Launch, F=String("calc.exe")), "launch"),
    "SubmitForm": (lambda f: action(f, S=Name.SubmitForm, F=String("http://x")), "form"),
    "ImportData": (lambda f: action(f, S=Name.ImportData), "form"),
    "XFA": (lambda f: setattr(f.Root, "AcroForm", Dictionary(Fields=Array([]), XFA=String("x"))), "form"),
    "RichMedia": (
        lambda f: setattr(f.pages[0], "Annots", Array([Dictionary(Subtype=Name.RichMedia)])),
        "media",
    ),
    "a file": (lambda f: f.attachments.__setitem__("a.exe", b"MZ"), "file"),
    "OpenAction": (lambda f: setattr(f.Root, "OpenAction", Dictionary(S=Name.URI)), "action"),
    "AA of a page": (lambda f: setattr(f.pages[0], "AA", Dictionary(O=Dictionary(S=Name.URI))), "action"),
    "deep inside": (
        lambda f: setattr(f.Root, "X", Array([Array([Dictionary(Y=Array([Name.Launch]))])])),
        "launch",
    ),
    "in the head of a stream": (lambda f: setattr(f.Root, "X", Stream(f, b"", AA=Dictionary())), "action"),
}


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", ACTS)
def test_a_pdf_that_acts_is_unsafe(name: str, packed: bool, tmp_path: Path) -> None:
    change, what = ACTS[name]
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    file = tmp_path / "a.pdf"
    file.write_bytes(made(change, object_stream_mode=mode, preserve_pdfa=False))
    found = pdf.look_into(file)[0]
    assert found == what


def test_the_verdict_names_what_was_found() -> None:
    for name in ("data/report.pdf", "data/report-cy.pdf"):
        result = checked(container_of(files=payload() | {name: made(ACTS["Launch"][0])}))
        assert (result.verdict, result.what) == (Verdict.UNSAFE, "launch")
        assert "a PDF that starts another program" in sentence(result)


def test_a_link_to_a_web_page_is_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(
        made(lambda f: action(f, S=Name.URI, URI=String("https://example.org/Launch /JavaScript")))
    )
    assert pdf.look_into(file) == ("", None)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"MZ" * 99, report()[:200]])
def test_what_is_no_pdf_is_unsafe(data: bytes) -> None:
    result = checked(container_of(files=payload() | {"data/report.pdf": data}))
    assert (result.verdict, result.what) == (Verdict.UNSAFE, "pdf")


def test_a_pdf_behind_a_password_is_unsafe() -> None:
    data = made(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert checked(container_of(files=payload() | {"data/report.pdf": data})).what == "pdf"


HEAD = page.head("en-GB", "ltr").encode()


@pytest.mark.parametrize("language", ["en", "cy", "ar", "pa-Arab-PK"])
def test_a_page_that_only_shows(language: str) -> None:
    text = page.head(language, "rtl") + "<title>a</title></head><body><p>1 &lt; script</body>"
    assert page.is_harmless([text.encode()])
    assert not page.is_harmless([text.encode()[1:]])


BANNED = ["<script", "<iframe", "<object", "<embed", "<base", "<link", "<form", "http-equiv"]


@pytest.mark.parametrize("word", [*BANNED, *map(str.upper, BANNED), "<ScRiPt"])
def test_words_that_a_page_may_not_hold_wherever_a_seam_falls(word: str) -> None:
    data = HEAD + b"." * 100 + word.encode() + b"." * 100
    for seam in range(len(HEAD), len(data)):
        assert not page.is_harmless([data[:seam], data[seam : seam + 9], data[seam + 9 :]])


@pytest.mark.parametrize(
    "head",
    [
        b"",
        HEAD[:-1],
        HEAD.replace(b"\n", b"\r\n"),
        HEAD.replace(b'dir="ltr"', b'dir="auto"'),
        HEAD.replace(b'lang="en-GB"', b'lang=""'),
        HEAD.replace(b'lang="en-GB"', b'lang="en" onload="x"'),
        HEAD.replace(b"default-src 'none'", b"default-src *"),
        b"\xef\xbb\xbf" + HEAD,
        b"\n" + HEAD,
        HEAD.decode().encode("utf-16"),
    ],
)
def test_a_page_begins_with_the_five_lines(head: bytes) -> None:
    assert not page.is_harmless([head + b"<body>"])
    result = checked(container_of(files=payload() | {"data/report.html": head}))
    assert (result.verdict, result.what) == (Verdict.UNSAFE, "page")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", ""),
        (b"a,b\r\n1,2\r\n", ""),
        (b"a,b\r\n2026-07-01,x@y\r\n", ""),
        (b'a,"say ""=1"" now"\r\n', ""),
        (b'a,"say, =1"\r\n', ""),
        (b"=1\r\n", "formula"),
        (b"a,=1\r\n", "formula"),
        (b"a\r\n+1\r\n", "formula"),
        (b"a\r\n-1\r\n", "formula"),
        (b"a\n@x\n", "formula"),
        (b"a\r=1\r", "formula"),
        (b"a,\tx\r\n", "formula"),
        (b'a,"=1"\r\n', "formula"),
        (b"\xef\xbb\xbfa\r\n", "formula"),
        (b"a," + b"x" * 65_534 + b",=1\r\n", "formula"),
        (b"a," + b"x" * 65_533 + b",=1\r\n", "formula"),
        (b"\xff\xfe=\x001\x00", "table"),
        (b"a\xe9\r\n", "table"),
        (b'"=' + b"x" * 200_000, "table"),
    ],
)
def test_cells_that_a_spreadsheet_would_run(data: bytes, found: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    assert cells.what_is_unsafe(file) == found


@pytest.mark.parametrize("name", ["data/quotes.csv", "data/tables/carers.v1.csv"])
def test_a_formula_in_any_table_is_unsafe(name: str) -> None:
    files = payload() | {name: b'a,"=HYPERLINK(""http://x"")"\r\n'}
    result = checked(container_of(files=files))
    assert (result.verdict, result.what) == (Verdict.UNSAFE, "formula")


def test_everything_that_is_unsafe_has_words() -> None:
    assert set(pdf.MEANINGS.values()) | {"pdf", "page", "formula", "table", "name"} == set(UNSAFE)
