"""The papers: what is switched off is on none of them, and what stays from sheet to sheet is on it."""

from vcse_desktop.records.fields import Field, Form, Kind, RecordKind
from vcse_desktop.records.printed import PAPERS, _asks, after, numbered, with_number
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.settings import SETTINGS


def test_there_are_five_papers_and_each_is_numbered_from_one_without_a_gap() -> None:
    assert list(PAPERS) == ["signin", "tally", "contact", "said", "agreed"]
    for paper in PAPERS.values():
        numbers = [number for number, _ in numbered(paper)]
        assert numbers == list(range(1, after(paper)))
        assert set(paper.same) <= {field.code for field in paper.asks.fields}


def test_every_list_of_a_paper_exists_and_a_field_that_is_switched_off_is_on_none() -> None:
    for paper in PAPERS.values():
        for _, field in numbered(paper):
            assert field.form is Form.QUICK
            assert not field.vocab or field.vocab in lists()
    fields = (Field("one", "One", Kind.TEXT), Field("two", "Two", Kind.TEXT, form=Form.OFF))
    assert [one.code for one in _asks(RecordKind("any", "Any", fields), ("two", "one")).fields] == ["one"]


def test_the_wording_of_each_paper_is_a_setting_that_there_is() -> None:
    assert {paper.setting for paper in PAPERS.values()} <= set(SETTINGS)


def test_a_label_says_its_number_first() -> None:
    assert with_number(3, "Where") == "3. Where"
