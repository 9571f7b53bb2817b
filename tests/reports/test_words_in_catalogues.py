"""What a report says in any of its languages: no score, no rank, no price on people or on what they give."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.pseudo import TEMPLATE, catalogues, read
from tests.reports.test_report import BANNED
from tests.test_words import shown, sources

PRICE = r"(hour|time|volunteer|caring).{0,60}£|£.{0,60}(hour|time|volunteer|caring)"
"""Money given and received is counted in pounds; what people give of themselves never is."""
NEVER = {
    "en": re.compile(BANNED.pattern.replace("|£|", f"|{PRICE}|"), re.I),
    "cy": re.compile(
        r"sgôr|sgorio|\bsafle\b|\barbed|anodd (eu|ei) c?[hg]?yrraedd|\bcoch\b|\boren\b|\bgwyrdd\b|anhysbys",
        re.I,
    ),
    "ar": re.compile(r"نقاط|درجات|الترتيب العام|توفير المال|يصعب الوصول|أحمر|أصفر|أخضر|مجهول"),
}
MADE_IN = ("reports", "figures", "disclosure")


def told(root: Path) -> set[str]:
    """Every text in quotation marks in the code that says what stands in a report."""
    files = [file for part in MADE_IN for file in (root / "vcse_desktop" / part).glob("*.py")]
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def said(root: Path) -> Iterator[tuple[str, str]]:
    """Each of them that is shown, by the language that it is in."""
    wanted = told(root)
    yield from (("en", one) for message in read(TEMPLATE) for one in sources(message) if one in wanted - {""})
    for file in catalogues():
        for message in read(file):
            if message.id and wanted & set(sources(message)):
                yield from ((file.parts[-3], one) for one in shown(message))


def test_no_language_scores_ranks_or_puts_a_price_on_people(root: Path) -> None:
    found = list(said(root))
    assert {language for language, _ in found} == NEVER.keys()
    assert min(sum(one == language for one, _ in found) for language in NEVER) > 10
    assert [one for language, one in found if NEVER[language].search(one)] == []


def test_what_is_looked_for_would_be_found() -> None:
    assert NEVER["en"].search("Hours given are worth £300.") and not NEVER["en"].search("Money given (£)")
    assert NEVER["cy"].search("Pobl sy'n anodd eu cyrraedd") and NEVER["cy"].search("Arbedwyd £300")
    assert NEVER["ar"].search("مجموعات يصعب الوصول إليها")
