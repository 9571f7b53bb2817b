"""The checking page: what it says of files, and the hashes by which its own script and style are allowed.

Run as a program, it writes these hashes into the page, and the page's own hash into the pages of docs.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.corpus.case import Case
from tests.browser import Page
from tests.packs.example import checked
from vcse_desktop.packs.pdf import MEANINGS
from vcse_desktop.packs.result import Result

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "resources" / "checker" / "checker.html"
DOCS = (ROOT / "docs" / "checking-a-pack.md", ROOT / "docs" / "pack-format.md")
_ASK = """(async files => {
  const found = [];
  for (const file of files) {
    const one = await check(Uint8Array.from(atob(file), sign => sign.charCodeAt(0)));
    found.push([one.verdict, one.why, one.kind, one.keys, one.digest, one.name]);
  }
  return found;
})(%s)"""
_TOGETHER = 4 << 20


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader says of a file. ``why`` is for us to read, and each reader has its own."""

    verdict: str
    why: str
    kind: str
    keys: tuple[str, ...]
    digest: str
    name: str

    def same(self, other: "Told") -> bool:
        """Say whether two readers agree."""
        mine, theirs = ((one.verdict, one.kind, one.keys, one.digest, one.name) for one in (self, other))
        return mine == theirs


def asked(page: Page, files: Sequence[bytes]) -> Iterator[Told]:
    """Yield what the page says of each of these files."""
    batch: list[str] = []
    for number, data in enumerate(files, 1):
        batch.append(base64.b64encode(data).decode("ascii"))
        if number == len(files) or sum(map(len, batch)) > _TOGETHER:
            for verdict, why, kind, keys, digest, name in page.run(_ASK % json.dumps(batch)):
                yield Told(verdict, why, kind, tuple(keys), digest, name)
            batch = []


def of_program(data: bytes) -> tuple[Told, Result]:
    """Return what the program says that knows nobody."""
    found = checked(data)
    told = Told(found.verdict.name, found.why, found.kind, found.keys, found.digest, found.name)
    return told, found


def is_about_a_pdf(found: Result) -> bool:
    """Say whether the program has found what only a look into a PDF shows."""
    return found.what in {"pdf", *MEANINGS.values()} or found.why.startswith("report-")


def differences(page: Page, cases: Sequence[Case]) -> list[str]:
    """Return where page and program disagree, and where the page has stumbled."""
    files = [case.make() for case in cases]
    found = []
    for case, data, told in zip(cases, files, asked(page, files), strict=True):
        program, result = of_program(data)
        stumbled = told.why.startswith("fault")
        if stumbled or not (program.same(told) or is_about_a_pdf(result)):
            found.append(f"{case.name}: program {program}, page {told}")
    return found


def inner(element: str) -> str:
    """Return the script or the style in the page."""
    found = re.findall(f"<{element}>(.*?)</{element}>", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def allowed(element: str) -> str:
    """Return the hash by which a policy lets this element act."""
    return f"sha256-{base64.b64encode(hashlib.sha256(inner(element).encode()).digest()).decode('ascii')}"


def page_hash() -> str:
    """Return the SHA-256 of the page."""
    return hashlib.sha256(PAGE.read_bytes()).hexdigest()


def main() -> None:
    """Write every hash where it belongs."""
    said = PAGE.read_text("utf-8")
    for element in ("script", "style"):
        said = re.sub(f"{element}-src '[^']*'", f"{element}-src '{allowed(element)}'", said, count=1)
    PAGE.write_text(said, "utf-8", newline="\n")
    for doc in DOCS:
        if doc.exists():
            text = doc.read_text("utf-8")
            text = re.sub(r"(SHA-256 of the page: `)[0-9a-f]*`", rf"\g<1>{page_hash()}`", text)
            doc.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
