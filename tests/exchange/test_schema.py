"""How the records are described to others."""

from pathlib import Path

import frictionless
import pytest

from vcse_desktop.exchange.schema import TYPES, dictionary, table_schema
from vcse_desktop.records.catalogue import KINDS, TABLES
from vcse_desktop.records.fields import Kind, RecordKind
from vcse_desktop.records.vocabularies import heads, lists

REMAKE = "run `python -m vcse_desktop.exchange.schema` in the folder of the checkout and commit the page"
leaving = [kind for kind in TABLES.values() if any(field.leaves for field in kind.fields)]


def test_the_dictionary_page_is_the_declarations(root: Path) -> None:
    assert (root / "docs" / "dictionary.md").read_text("utf-8") == dictionary(), REMAKE


def test_the_dictionary_names_every_field_list_and_rule() -> None:
    page = dictionary()
    for table in TABLES.values():
        section = page.split(f"\n### {table.code}: ")[1].split("\n#")[0]
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert [row.split("`")[1] for row in rows] == [field.code for field in table.fields]
        assert {row.count(" | ") for row in rows} == {8}
    assert all(f"\n| `{vocab}` | " in page for vocab in heads())
    assert "Belongs to: session, engagement." in page
    assert "Write what is offered, or what is wished for." in page


def test_every_kind_of_field_has_a_type() -> None:
    assert set(TYPES) == set(Kind)


@pytest.mark.parametrize("kind", leaving, ids=lambda kind: kind.code)
def test_the_schema_is_one_that_others_read(kind: RecordKind) -> None:
    made = table_schema(kind, lists())
    assert frictionless.Schema.from_descriptor(made).to_descriptor() == made


def test_the_schema_describes_what_may_leave_and_nothing_else() -> None:
    fields = table_schema(KINDS["activity"], lists())["fields"]
    assert [field["name"] for field in fields] == ["title", "kind", "purpose"]
    title, kind, purpose = fields
    assert title == {
        "name": "title",
        "type": "string",
        "title": "What it is called",
        "description": "Do not use a person's name",
        "constraints": {"required": True},
    }
    assert kind["constraints"]["enum"] == [item.code for item in lists()["activity_kind"]]
    assert purpose == {"name": "purpose", "type": "array", "title": "What it is for"}
    assert table_schema(KINDS["person"], lists())["fields"] == []
