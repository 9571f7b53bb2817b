"""Frictionless Data Packages: their tables are read, and nothing outside them."""

import json
from pathlib import Path

import pytest
from frictionless import Package, Resource

from tests.exchange.spreadsheets import saved, xlsx, zipped
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.reading import read_book

TABLE = ("Name", "Hours")
DESCRIPTOR = {
    "name": "ours",
    "resources": [
        {"name": "hours", "path": "data/hours.csv", "encoding": "cp1252", "dialect": {"delimiter": ";"}},
        {"name": "parts", "path": ["data/one.csv", "data/two.csv"]},
        {"name": "people", "title": "All people", "path": "people.xlsx"},
        {"name": "within", "data": [{"a": 1, "b": "x"}, {"a": None, "b": True}]},
        {"name": "photo", "path": "photo.jpg"},
    ],
}
FILES = {
    "data/hours.csv": "Name;Hours\nSiân;1,5\n".encode("cp1252"),
    "data/one.csv": b"Name,Hours\nBo,1\n",
    "data/two.csv": b"Al,2\n",
    "people.xlsx": xlsx({"Sheet1": [["Name"], ["Bo"]]}),
    "photo.jpg": b"\xff\xd8\xff",
    "datapackage.json": json.dumps(DESCRIPTOR).encode(),
}
EXPECTED = {
    "hours": (TABLE, ("Siân", "1,5")),
    "parts": (TABLE, ("Bo", "1"), ("Al", "2")),
    "All people": (("Name",), ("Bo",)),
    "within": (("a", "b"), (1, "x"), (None, True)),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package in a folder."""
    (tmp_path / "ours" / "data").mkdir(parents=True)
    for name, content in FILES.items():
        (tmp_path / "ours" / name).write_bytes(content)
    return tmp_path / "ours"


def described(folder: Path, resource: object) -> Path:
    """Save a package with this resource and return its descriptor."""
    return saved(folder, json.dumps({"resources": [resource]}).encode(), "datapackage.json")


def test_a_package_is_a_book_with_a_sheet_for_each_table(folder: Path) -> None:
    around = {f"ours-main/{name}": content for name, content in FILES.items()}
    for file in (
        folder,
        folder / "datapackage.json",
        saved(folder.parent, zipped(FILES), "a.zip"),
        saved(folder.parent, zipped(around), "b.zip"),
    ):
        assert {grid.name: grid.rows for grid in read_book(file).grids} == EXPECTED


def test_what_others_write_as_a_package_is_read(tmp_path: Path) -> None:
    saved(tmp_path, b"Name,Hours\nBo,1\n", "hours.csv")
    package = Package(
        resources=[Resource(name="hours", path="hours.csv", format="csv")], basepath=str(tmp_path)
    )
    saved(tmp_path, package.to_json().encode(), "datapackage.json")
    (grid,) = read_book(tmp_path).grids
    assert (grid.name, grid.rows) == ("hours", (TABLE, ("Bo", "1")))


@pytest.mark.parametrize(
    "path",
    [
        "../secret.csv",
        "/etc/passwd.csv",
        "http://example.org/a.csv",
        "C:\\a.csv",
        "data\\..\\..\\a.csv",
        "~/a.csv",
    ],
)
def test_nothing_outside_its_folder_is_read_and_nothing_is_fetched(folder: Path, path: str) -> None:
    saved(folder.parent, b"a,b\n1,2\n", "secret.csv")
    with pytest.raises(Refused, match="somewhere else"):
        read_book(described(folder, {"name": "a", "path": path}))


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    secret = saved(folder.parent, b"a,b\n1,2\n", "secret.csv")
    try:
        (folder / "linked.csv").symlink_to(secret)
    except OSError:
        pytest.skip("this computer makes no links")
    with pytest.raises(Refused, match="somewhere else"):
        read_book(described(folder, {"name": "a", "path": "linked.csv"}))


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"{", "cannot be read"),
        (b'{"resources": 3}', "cannot be read"),
        (b'{"resources": ["a"]}', "cannot be read"),
        (b'{"resources": [{"path": 3}]}', "cannot be read"),
        (b'{"resources": []}', "no table"),
        (b'{"resources": [{"path": "gone.csv"}]}', "missing"),
        (b'{"resources": [{"path": "data"}], "a": ' + b"[" * 100_000, "cannot be read"),
        (b'{"resources": [{"data": [[" "]]}]}', "no table"),
    ],
    ids=lambda given: str(given)[:40],
)
def test_a_package_that_is_none_is_refused(folder: Path, content: bytes, title: str) -> None:
    with pytest.raises(Refused, match=title) as refused:
        read_book(saved(folder, content, "datapackage.json"))
    assert (
        "nothing was imported" in refused.value.sentence.format(**refused.value.values) or title == "no table"
    )


def test_a_package_inside_a_package_is_none(tmp_path: Path) -> None:
    inner = zipped({"datapackage.json": b'{"resources": []}'})
    outer = zipped({"datapackage.json": b'{"resources": [{"path": "a.csv"}]}', "a.csv": inner})
    with pytest.raises(Refused, match="not a spreadsheet"):
        read_book(saved(tmp_path, outer, "a.zip"))
