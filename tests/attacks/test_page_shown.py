"""What somebody sees and can do on the checking page, and what it cannot do."""

import base64
import hashlib
import json
import re
from pathlib import Path
from time import monotonic

import pytest

from tests.attacks.checking_page import DOCS, PAGE, allowed, page_hash
from tests.attacks.corpus import again, outer
from tests.attacks.victim import PACK, VICTIMS
from tests.browser import Page
from tests.commands import plainly
from tests.packs.example import begun, claims, files_of, signer
from ui.theme.tokens import DARK, HIGH, LIGHT
from vcse_desktop.actions.checking import NEXT
from vcse_desktop.packs import container
from vcse_desktop.packs.verdicts import SENTENCES, UNSAFE, Verdict

TEXT = PAGE.read_text("utf-8")
DIGITS = "24624 57568 14747 42323 91790 23902"


def chosen(page: Page, file: Path) -> str:
    """Open the page anew, choose a file as a person does, and return what is said of it."""
    page.open(PAGE)
    document = page.ask("DOM.getDocument")["root"]["nodeId"]
    node = page.ask("DOM.querySelector", nodeId=document, selector="#file")["nodeId"]
    page.ask("DOM.setFileInputFiles", nodeId=node, files=[str(file)])
    return answered(page)


def answered(page: Page) -> str:
    """Return the answer once it is there."""
    page.run(
        "new Promise(done => { const look = () => document.querySelector('#answer .card') ? done() : "
        "setTimeout(look, 10); look(); })"
    )
    return str(page.run("document.getElementById('answer').innerText"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The pack as a file."""
    file = tmp_path / "their-pack.zip"
    file.write_bytes(PACK.whole())
    return file


def test_a_whole_pack_shows_who_it_says_it_is_from_and_the_digits_to_compare(
    checker: Page, pack: Path
) -> None:
    said = chosen(checker, pack)
    assert "Whole: their-pack.zip" in said
    assert SENTENCES[Verdict.UNKNOWN_SIGNER] in said
    assert (
        " ".join(checker.run("[...document.querySelectorAll('.digits span')].map(one => one.innerText)"))
        == DIGITS
    )
    for words in ("Name, as claimed", "Example Carers Trust", "Chair of trustees", "UNKNOWN_SIGNER, code 20"):
        assert words in said
    assert "This page has not looked inside the PDF." in said
    assert not re.search(r"\bOK\b", said)


def test_a_changed_pack_shows_no_digits(checker: Page, pack: Path) -> None:
    pack.write_bytes(outer.flipped(PACK.whole(), 10))
    said = chosen(checker, pack)
    assert SENTENCES[Verdict.ALTERED] in said
    assert checker.run("document.querySelectorAll('.digits, dl, ul').length") == 0


def test_a_pack_that_was_zipped_again_says_so(checker: Page, pack: Path) -> None:
    pack.write_bytes(again.zipped(PACK.entries(), 8))
    said = chosen(checker, pack)
    assert "UNKNOWN_SIGNER, code 20" in said
    assert "made again on the way" in said


@pytest.mark.parametrize("kind", ["notice", "reply"])
def test_notices_and_replies_are_shown_too(checker: Page, pack: Path, kind: str) -> None:
    pack.write_bytes(VICTIMS[kind].whole())
    said = chosen(checker, pack)
    assert DIGITS[:5] in said
    assert "inside the PDF" not in said
    assert {"notice": "A sum was wrong.", "reply": "number 1 of icb-quarterly"}[kind] in said


def test_names_of_others_are_text_alone_and_turn_nothing_round(checker: Page, pack: Path) -> None:
    name = "<img src=x onerror=alert(1)> جمعية مقدمي الرعاية"
    own, paper = signer(0x1111, name), signer(0x6666, name)
    statements = begun(own, paper, name=name)
    said = claims(statements, title="<b>x</b>")
    pack.write_bytes(container.write(files_of(said, signers=[own])))
    assert name in chosen(checker, pack)
    assert checker.run("document.querySelectorAll('#answer img, #answer b').length") == 0
    isolated = checker.run(
        "[...document.querySelectorAll('#answer dd')].every(one => one.firstChild.tagName === 'BDI')"
    )
    assert isolated
    assert checker.run("getComputedStyle(document.querySelector('.digits')).direction") == "ltr"


def test_large_and_strange_files_get_an_answer_at_once(checker: Page, tmp_path: Path) -> None:
    file = tmp_path / "film.zip"
    for head, verdict in ((b"", "NOT_A_PACK"), (again.zipped([("a.txt", b"x")], 8), "TOO_BIG")):
        with file.open("wb") as out:
            out.write(head)
            out.truncate(5 << 30)
        began = monotonic()
        assert f"{verdict}, code" in chosen(checker, file)
        assert monotonic() - began < 10
    file.unlink()
    file.write_bytes(b"")
    assert "NOT_A_PACK" in chosen(checker, file)


def test_a_file_can_be_dropped(checker: Page) -> None:
    checker.open(PAGE)
    data = base64.b64encode(PACK.whole()).decode()
    checker.run(
        "(() => { const dataTransfer = new DataTransfer();"
        f"const data = Uint8Array.from(atob('{data}'), one => one.charCodeAt(0));"
        "dataTransfer.items.add(new File([data], 'dropped.zip'));"
        "const drop = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});"
        "document.body.dispatchEvent(drop); })()"
    )
    assert "Whole: dropped.zip" in answered(checker)


def test_it_refuses_where_the_browser_cannot_check_signatures(checker: Page) -> None:
    without = "Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined})"
    script = checker.ask("Page.addScriptToEvaluateOnNewDocument", source=without)["identifier"]
    try:
        checker.open(PAGE)
        assert checker.run("document.getElementById('file').disabled")
        assert "cannot check signatures" in answered(checker)
    finally:
        checker.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


def test_a_usual_pack_takes_less_than_half_a_second(checker: Page) -> None:
    checker.open(PAGE)
    files = {**PACK.files, "data/report.txt": bytes(1_260_000)}
    data = base64.b64encode(container.write(PACK.signed(None, files=files))).decode()
    checker.run(f"globalThis.large = Uint8Array.from(atob('{data}'), one => one.charCodeAt(0)); 0")
    timed = "(async () => { const began = performance.now(); const found = await check(large);" + (
        "return [found.verdict, performance.now() - began] })()"
    )
    verdict, took = min((checker.run(timed) for _ in range(3)), key=lambda one: one[1])
    assert verdict == "UNKNOWN_SIGNER"
    assert took < 500


def test_it_is_used_with_the_keyboard_and_read_aloud(checker: Page, pack: Path) -> None:
    chosen(checker, pack)
    for kind in ("rawKeyDown", "keyUp"):
        checker.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert checker.run("document.activeElement.id") == "file"
    nodes = checker.ask("Accessibility.getFullAXTree")["nodes"]
    named = {(one["role"]["value"], one.get("name", {}).get("value", "")) for one in nodes if "role" in one}
    assert ("status", "Verdict") in named
    assert any(role == "button" and "Choose the file that you were sent" in name for role, name in named), (
        named
    )
    assert {"Check a summary pack", "Whole: their-pack.zip"} <= {
        name for role, name in named if role == "heading"
    }
    assert checker.run("document.getElementById('answer').getAttribute('aria-live')") == "polite"


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_is_cut_off_in_a_narrow_window_or_at_200_percent(
    checker: Page, pack: Path, width: int
) -> None:
    size = {"width": width, "height": 700, "deviceScaleFactor": 2, "mobile": False}
    checker.ask("Emulation.setDeviceMetricsOverride", **size)
    try:
        chosen(checker, pack)
        assert checker.run("document.documentElement.scrollWidth") <= width
        height = checker.run("document.querySelector('input').getBoundingClientRect().height")
        assert height >= 44
    finally:
        checker.ask("Emulation.clearDeviceMetricsOverride")


def test_its_colours_are_those_of_the_program() -> None:
    blocks = re.findall(r":root \{(.*?)\}", TEXT, re.DOTALL)
    for block, tokens in zip(blocks, (LIGHT, DARK, HIGH), strict=True):
        used = dict(re.findall(r"--(\w+): (#[0-9A-F]{6})", block))
        assert used == {name: tokens[name] for name in used}
        assert len(used) == 16


def test_it_says_what_the_program_says(checker: Page) -> None:
    said = {
        name: json.loads(checker.run(f"JSON.stringify({name})"))
        for name in ("SENTENCES", "CODES", "UNSAFE", "NEXT")
    }
    for name, sentence in said["SENTENCES"].items():
        assert sentence == SENTENCES[Verdict[name]]
        assert said["CODES"][name] == Verdict[name]
    assert all(UNSAFE[code] == words for code, words in said["UNSAFE"].items())
    own = {"NOT_A_PACK", "NEWER_FORMAT"}  # it takes no folders, and is no program
    assert {name: words for name, words in said["NEXT"].items() if name not in own} == {
        name: NEXT[Verdict[name]] for name in said["NEXT"] if name not in own
    }


def test_it_can_do_nothing_but_check() -> None:
    assert f"script-src '{allowed('script')}'" in TEXT
    assert f"style-src '{allowed('style')}'" in TEXT
    assert "default-src 'none'" in TEXT
    for never in (
        "src=",
        "href",
        "http:",
        "https:",
        "fetch(",
        "XMLHttp",
        "WebSocket",
        "import(",
        "eval",
        "innerHTML",
    ):
        assert never not in TEXT, never
    assert "\r" not in TEXT
    assert TEXT.count("\n") < 900


def test_its_hash_is_published() -> None:
    told = [re.findall("SHA-256 of the page: `(.*?)`", doc.read_text("utf-8")) for doc in DOCS]
    assert [hash_ for found in told for hash_ in found] == [page_hash()]


def test_no_part_of_it_was_refused_or_asked_for(checker: Page, pack: Path) -> None:
    checker.ask("Network.enable")
    checker.events.clear()
    chosen(checker, pack)
    asked = [
        one["params"]["request"]["url"]
        for one in checker.events
        if one["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [PAGE.resolve().as_uri()]
    assert not [
        one for one in checker.events if one["method"] in {"Log.entryAdded", "Runtime.exceptionThrown"}
    ]


def test_the_command_saves_it_and_says_its_hash(tmp_path: Path) -> None:
    said = plainly("pack", "checker", tmp_path / "page.html")
    assert said.status == 0
    assert (tmp_path / "page.html").read_bytes() == PAGE.read_bytes()
    assert hashlib.sha256(PAGE.read_bytes()).hexdigest() in said.out
    assert plainly("pack", "checker", tmp_path / "none" / "page.html").status == 3
