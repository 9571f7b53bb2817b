"""What the group wrote itself stands in a report; what people said, and who may not be named, does not."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

import pytest

from tests.journeys.test_what_leaves import LEAVING, fill
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.for_us import exact_report
from vcse_desktop.actions.gathering import Choices, material
from vcse_desktop.actions.offering import offer, templates
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse
from vcse_desktop.actions.written import CHANGE, PRINTED
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.reports.blocks import strings
from vcse_desktop.reports.own import own_html
from vcse_desktop.store.passphrase import FLOOR

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
WORDS = ("insight-words", "insight-share_translation", "insight-quote_name")


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with a marker in every field of words."""
    made, code = new_vault(tmp_path_factory.mktemp("written") / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    rehearse(made, code)
    with made:
        fill(made)
        yield made


def markers(text: str) -> set[str]:
    found = re.findall(r"zq([a-z]+)zq([a-z]+)zq", text.casefold())
    return {f"{kind}-{field}".replace("qq", "_") for kind, field in found}


def test_every_field_that_is_printed_is_on_the_list_of_those_that_may_leave() -> None:
    for kind, codes in PRINTED.items():
        leaving = {one.code for one in KINDS[kind].fields if one.leaves}
        assert set(codes.split()) <= leaving
    assert set(CHANGE.split()) <= {one.code for one in KINDS["response"].fields if one.leaves}


def test_our_own_report_holds_nobodys_words(vault: Vault) -> None:
    made = exact_report(vault, FIRST, LAST, "en")
    said = " ".join(text for block in made.blocks for text in strings(block))
    page = own_html(made.blocks, made.told).content.decode()
    assert markers(said) == markers(page) == LEAVING - set(WORDS)


def test_who_is_not_to_be_named_is_not(vault: Vault) -> None:
    council = next(int(str(row["id"])) for row in vault.rows("organisation") if not row["is_us"])
    with vault.unit("edit") as unit:
        for row in vault.rows("organisation"):
            unit.save("organisation", int(str(row["id"])), {"may_be_named": None})
    written = material(vault, Choices(FIRST, LAST, "Somebody")).words.written
    assert written
    assert "organisation" not in "".join(markers(str(written)))
    with vault.unit("edit") as unit:
        unit.save("organisation", council, {"type": "council"})
    named = material(vault, Choices(FIRST, LAST, "Somebody")).words.named
    assert named == ("Our group", "zqorganisationzqnamezq")


def test_what_may_not_be_published_stays_out_of_packs_and_in_our_own_report(vault: Vault) -> None:
    with vault.unit("edit") as unit:
        for row in vault.rows("engagement"):
            unit.save("engagement", int(str(row["id"])), {"may_publish": False})
    sections = {one.section for one in material(vault, Choices(FIRST, LAST, "Somebody")).words.written}
    assert "how_we_asked" not in sections
    assert "how_we_asked" in {one.section for one in exact_report(vault, FIRST, LAST, "en").told.written}


def test_a_template_asks_for_its_sections_alone_and_its_questions_can_be_declined(vault: Vault) -> None:
    council = Choices(FIRST, LAST, "Our council", template="carers_quarter", unanswered=frozenset({"breaks"}))
    made_of = material(vault, council)
    tables = {table.kind.id for table in made_of.tables}
    assert "carers_quarter" in tables and "carers_breaks" not in tables and "time" not in tables
    assert {one.section for one in made_of.words.written} <= set(made_of.template.sections)
    asked = offer(vault, council).questions
    assert [code for code, _ in asked] == ["quarter", "assessments", "breaks"]
    assert [code for code, *_ in templates()] == ["", "icb", "carers_quarter", "trustees"]
    assert {field.name for field in fields(council)} >= {"template", "unanswered"}
