"""A few letters find people and activities by any part of their names, newest used first."""

from datetime import timedelta

from vcse_desktop.actions import recording, suggesting
from vcse_desktop.actions.suggesting import MOST, Name, Names
from vcse_desktop.actions.unlocking import Vault

NOW = recording.today()
PARTS = "an be car do el fi go ha in jo ka lu me no op pe ra si to ur va wy zo ŵyn é".split()


def found(names: Names, words: str) -> list[str]:
    """Return the names that are offered for these words."""
    return [name.text for name in names.suggest(words)]


def ago(days: int) -> str:
    """Return the day so many days ago."""
    return (NOW - timedelta(days=days)).isoformat()


def add(vault: Vault, table: str, /, **values: object) -> int:
    """Add one record and return its id."""
    (made,) = recording.add(vault, table, values).ids
    return made


def test_any_part_is_found_accents_and_capitals_aside() -> None:
    names = Names([Name(1, "Ŵyn Prys-Jones"), Name(2, "Joan", also="Siobhán"), Name(3, "Łucja Neil")])
    assert found(names, "wyn") == ["Ŵyn Prys-Jones"]
    assert found(names, "JONES w") == ["Ŵyn Prys-Jones"]
    assert found(names, "siobhan") == ["Joan"]
    assert found(names, "lucja") == ["Łucja Neil"]
    assert found(names, "") == found(names, "  ") == []


def test_the_beginning_of_a_word_comes_before_its_inside() -> None:
    names = Names([Name(1, "Marjorie"), Name(2, "Bo Jordan"), Name(3, "Jo")])
    assert found(names, "jo") == ["Jo", "Bo Jordan", "Marjorie"]


def test_one_slip_is_forgiven_in_each_word_and_two_are_not() -> None:
    names = Names([Name(1, "Bethan Williams"), Name(2, "Kofi")])
    for slip in ("betahn", "bethn", "betthan", "ethan", "xbethan", "wiliams", "bethan wiliams", "wlli"):
        assert "Bethan Williams" in found(names, slip), slip
    assert found(names, "btehna") == []
    assert found(names, "kfo") == []


def test_at_most_eight_are_offered() -> None:
    assert len(found(Names([Name(n, f"Joan {n}") for n in range(20)]), "joan")) == MOST


def test_those_who_came_or_helped_last_stand_first_and_namesakes_are_told_apart(vault: Vault) -> None:
    kitchen, walk = (add(vault, "activity", title=title) for title in ("Kitchen", "Walk"))
    old, new, never = (add(vault, "person", known_as="Joan Ellis") for _ in range(3))
    session = add(vault, "session", activity=walk, date=ago(2), came=[new])
    add(vault, "time_given", session=session, person=new, hours=60)
    add(vault, "time_given", activity=kitchen, person=old, hours=60, date=ago(9))
    offered = suggesting.people(vault).suggest("joan")
    assert [(name.id, name.hint) for name in offered] == [(new, "Walk"), (old, "Kitchen"), (never, "")]
    assert [name.text for name in suggesting.activities(vault).names] == ["Walk", "Kitchen"]


def test_joined_people_are_one_and_found_by_either_name(vault: Vault) -> None:
    jon, john = (add(vault, "person", known_as=name) for name in ("Jon", "Jonathan"))
    recording.change(vault, "person", john, {"merged_into": jon})
    names = suggesting.people(vault)
    assert [(name.id, name.text) for name in names.suggest("jonathan")] == [(jon, "Jon")]
    assert len(names.names) == 1


def test_nothing_of_health_or_care_is_in_a_hint(vault: Vault) -> None:
    joan = add(vault, "person", known_as="Joan", note="diabetic", why_words="my faith", carer="yes")
    add(vault, "access", person=joan, need="large_print")
    add(vault, "support", person=joan, date=ago(1), caring_words="her mother")
    assert suggesting.people(vault).suggest("joan") == [Name(joan, "Joan")]


def test_an_activity_that_has_ended_is_not_offered_and_organisations_are(vault: Vault) -> None:
    add(vault, "activity", title="Old club", ended=ago(1))
    assert suggesting.activities(vault).suggest("club") == []
    assert [name.text for name in suggesting.organisations(vault).suggest("carers")] == ["Our Carers"]


def test_a_name_is_found_by_its_id_and_by_being_called_just_so() -> None:
    names = Names([Name(1, "Ŵyn"), Name(2, "Wyn Ellis")])
    assert names.get(2) == Name(2, "Wyn Ellis")
    assert names.get(3) is None
    assert names.called("wyn") == [Name(1, "Ŵyn")]
    assert names.called("") == []


def test_whoever_is_called_just_that_comes_before_longer_names_that_were_used_later() -> None:
    names = Names([Name(1, "Anna"), Name(2, "Annabel"), Name(3, "Ann"), Name(4, "Ann Tor")])
    assert [name.id for name in names.suggest("ánn")] == [3, 1, 2, 4]
    assert [name.id for name in names.suggest("ann tor")] == [4]
    many = Names([*(Name(place, f"Anna {place}") for place in range(20)), Name(99, "Ann")])
    assert many.suggest("ann")[0].id == 99
