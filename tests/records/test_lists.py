"""The code lists as they lie in resources/vocab: their form, their counts, and what they never say."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "resources" / "vocab"
LISTS: list[dict[str, Any]] = [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
KEYS = [
    "vocab",
    "title",
    "version",
    "as_of",
    "status",
    "source",
    "edit",
    "use",
    "multi",
    "special_category",
    "level",
    "note",
    "items",
]
CODE = re.compile(r"[a-z][a-z0-9_]*")

every_list = pytest.mark.parametrize("one", LISTS, ids=lambda one: one["vocab"])


def _sort(one: dict[str, Any]) -> str:
    return "icb" if one["vocab"] == "icb" else "own" if one["status"] == "own-proposal" else "published"


def test_none_was_lost_on_the_way() -> None:
    assert Counter(_sort(one) for one in LISTS) == {"published": 40, "own": 40, "icb": 1}
    items = Counter[str]()
    for one in LISTS:
        items[_sort(one)] += len(one["items"])
    assert items == {"published": 354, "own": 266, "icb": 48}


def test_versions_above_one_are_the_four_that_were_changed() -> None:
    changed = {one["vocab"]: one["version"] for one in LISTS if one["version"] != 1}
    assert changed == dict.fromkeys(
        ("insight_capture", "session_status", "you_said_status", "retention_default"), 2
    )


@every_list
def test_a_list_has_its_keys_in_order_and_its_values_in_range(one: dict[str, Any]) -> None:
    assert list(one) == KEYS
    assert (FOLDER / f"{one['vocab']}.json").is_file()
    assert one["edit"] in ("fixed", "extend")
    assert one["use"] in ("form", "guidance", "settings", "reference")
    assert one["level"] in (None, "person", "group")
    assert type(one["multi"]) is bool


@every_list
def test_codes_are_sound_and_nothing_stands_twice(one: dict[str, Any]) -> None:
    codes = [item["code"] for item in one["items"]]
    shown = [(item.get("group"), item["label"]) for item in one["items"]]
    assert all(CODE.fullmatch(code) for code in [one["vocab"], *codes])
    assert len(set(codes)) == len(codes)
    assert len(set(shown)) == len(shown)
    assert not any(code.startswith("x_") for code in codes), "x_ is for what a group adds"


@every_list
def test_nobody_is_called_hard_to_reach(one: dict[str, Any]) -> None:
    assert "hard to reach" not in json.dumps(one, ensure_ascii=False).replace("-", " ").casefold()


def test_every_rung_that_a_technique_names_exists() -> None:
    rungs = {item["code"]: item["attrs"]["rung"] for item in _items("ladder_of_engagement")}
    assert sorted(rungs.values()) == [1, 2, 3, 4, 5]
    assert {item["attrs"]["rung"] for item in _items("engagement_technique")} <= rungs.keys()


def _items(vocab: str) -> list[dict[str, Any]]:
    return next(list(one["items"]) for one in LISTS if one["vocab"] == vocab)


def test_the_index_says_what_the_lists_say() -> None:
    head, *lines = (line.split("\t") for line in (FOLDER / "INDEX.tsv").read_text("utf-8").splitlines())
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert rows == [
        {
            "vocab": one["vocab"],
            "items": str(len(one["items"])),
            "status": one["status"],
            "edit": one["edit"],
            "use": one["use"],
            "multi": "yes" if one["multi"] else "no",
            "special_category": ",".join(one["special_category"] or ["-"]),
            "level": one["level"] or "-",
        }
        for one in LISTS
    ]
