"""The table of features speaks of all seventy, and every test and figure that it names is there."""

import ast
from functools import cache
from pathlib import Path

from tests.features import FEATURES, SERIES, lines

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@cache
def functions_of(file: Path) -> frozenset[str]:
    """Return the names of the test functions of a file."""
    return frozenset(
        one.name for one in ast.parse(file.read_text("utf-8")).body if isinstance(one, ast.FunctionDef)
    )


def test_every_feature_has_its_line() -> None:
    assert list(FEATURES) == [f"{letter}{n}" for letter, many in SERIES.items() for n in range(1, many + 1)]
    assert len(lines()) == len(FEATURES) + 1 == 71


def test_every_test_that_is_named_is_there() -> None:
    nodes = [(code, file, name) for code, one in FEATURES.items() for file, name in one.nodes()]
    assert [node for node in nodes if not node[1].is_file() or node[2] not in functions_of(node[1])] == []


def test_every_figure_that_is_named_is_printed_by_a_bench() -> None:
    benches = {name for one in FEATURES.values() for name in one.bench}
    assert benches <= {file.stem for file in BENCHMARKS.glob("*.py")}


def test_what_nothing_shows_says_why() -> None:
    assert [code for code, one in FEATURES.items() if not (one.tests or one.open)] == []
