"""Words: looked up when shown, never with broken places."""

import gettext
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop import i18n
from vcse_desktop.i18n import N_, in_english, in_language, ngettext, pgettext, same_places, set_language, tr

HELLO = "Hello, {name}."


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """A folder with one language, ``xx``, in which some translations are broken."""
    catalogue = Catalog(locale="cy")
    catalogue.add(HELLO, "{name}, helo.")
    catalogue.add("Bye, {name}.", "Hwyl, {enw}.")
    catalogue.add("Leaf", "Deilen", context="tree")
    catalogue.add(("{n} day", "{n} days"), ("un dydd", "{n} dydd", "{n} ddiwrnod", "{n} d", "{n} e", "{n} f"))
    catalogue.add(("{n} cup", "{n} cups"), tuple("{m} cwpan" for _ in range(6)))
    catalogue.add(("{n} leaf", "{n} leaves"), ("", "", "", "", "", ""))
    target = tmp_path / "xx" / "LC_MESSAGES"
    target.mkdir(parents=True)
    made = io.BytesIO()
    write_mo(made, catalogue)
    (target / "vcse.mo").write_bytes(made.getvalue())
    return tmp_path


@pytest.fixture(autouse=True)
def _english_again() -> None:
    i18n._catalogue = gettext.NullTranslations()


def test_words_follow_the_language_at_once(catalogues: Path) -> None:
    assert tr(HELLO, name="Ann") == "Hello, Ann."
    assert set_language("xx", catalogues)
    assert tr(HELLO, name="Ann") == "Ann, helo."
    assert set_language("en", catalogues)
    assert tr(HELLO, name="Ann") == "Hello, Ann."


def test_what_leaves_is_in_the_language_that_was_asked_for_or_in_english(catalogues: Path) -> None:
    with in_language("xx", catalogues):
        assert tr(HELLO, name="Ann") == "Ann, helo."
        with in_language("fr", catalogues):
            assert tr(HELLO, name="Ann") == "Hello, Ann."
        assert tr(HELLO, name="Ann") == "Ann, helo."
    assert tr(HELLO, name="Ann") == "Hello, Ann."


def test_what_leaves_is_in_english_on_its_own_thread_alone(catalogues: Path) -> None:
    set_language("xx", catalogues)
    with in_english(), ThreadPoolExecutor(1) as other:
        assert tr(HELLO, name="Ann") == "Hello, Ann."
        assert pgettext("tree", "Leaf") == "Leaf"
        assert ngettext("{n} day", "{n} days", 2) == "2 days"
        assert other.submit(tr, HELLO, name="Ann").result() == "Ann, helo."
    assert tr(HELLO, name="Ann") == "Ann, helo."


def test_a_language_without_a_catalogue_is_english(catalogues: Path) -> None:
    assert not set_language("zz", catalogues)
    assert tr(HELLO, name="Ann") == "Hello, Ann."


@pytest.mark.parametrize("cut", [0, 3, 21, 90, 300])
def test_a_broken_catalogue_is_english(catalogues: Path, cut: int) -> None:
    file = catalogues / "xx" / "LC_MESSAGES" / "vcse.mo"
    file.write_bytes(file.read_bytes()[:cut])
    assert not set_language("xx", catalogues)
    assert tr(HELLO, name="Ann") == "Hello, Ann."


def test_a_translation_with_other_places_is_not_used(catalogues: Path) -> None:
    set_language("xx", catalogues)
    assert tr("Bye, {name}.", name="Ann") == "Bye, Ann."
    assert ngettext("{n} cup", "{n} cups", 2) == "2 cups"
    assert ngettext("{n} cup", "{n} cups", 1) == "1 cup"


def test_numbers_take_the_form_of_the_language(catalogues: Path) -> None:
    assert (ngettext("{n} day", "{n} days", 1), ngettext("{n} day", "{n} days", 3)) == ("1 day", "3 days")
    set_language("xx", catalogues)
    assert ngettext("{n} day", "{n} days", 0) == "un dydd"  # a plural form may leave the number out


def test_what_has_no_translation_takes_the_form_of_english(catalogues: Path) -> None:
    set_language("xx", catalogues)
    said = [ngettext("{n} leaf", "{n} leaves", n) for n in (0, 1, 2, 5)]
    assert said == ["0 leaves", "1 leaf", "2 leaves", "5 leaves"]


def test_an_item_of_a_list_is_looked_up_in_its_list(catalogues: Path) -> None:
    set_language("xx", catalogues)
    assert (pgettext("tree", "Leaf"), pgettext("book", "Leaf")) == ("Deilen", "Leaf")


def test_nothing_is_shown_for_nothing(catalogues: Path) -> None:
    set_language("xx", catalogues)
    assert (tr(""), pgettext("tree", "")) == ("", "")  # gettext would answer with the catalogue's header
    assert N_("as it is") == "as it is"


@pytest.mark.parametrize(
    "broken",
    [
        "Hi.",
        "{0}",
        "{name.__class__}",
        "{name:>9999999}",
        "{name!r}",
        "{nam}",
        "{name} {x}",
        "{name",
        "}{name}",
    ],
)
def test_broken_places_are_found(broken: str) -> None:
    assert not same_places(broken, HELLO)


@given(st.text())
def test_user_text_in_a_place_is_never_read_as_a_place(typed: str) -> None:
    assert tr(HELLO, name=typed) == f"Hello, {typed}."
