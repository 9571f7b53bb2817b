"""Names on record, and words that differ from what was said in brackets alone."""

from vcse_desktop.actions import recording
from vcse_desktop.actions.naming import known_names, only_marked
from vcse_desktop.actions.unlocking import Vault


def test_every_name_of_the_people_on_record_is_known(vault: Vault) -> None:
    recording.add(vault, "person", {"known_as": "Mair Ellis", "other_names": "Mary; Mari"})
    assert known_names(vault) == {"mair", "ellis", "mary", "mari"}


def test_a_copy_fits_however_its_letters_and_lines_are_made_of() -> None:
    assert only_marked("Sia\u0302n came\r\nby bus", "Siân came\nby bus")
    assert not only_marked("Siân came", "Siân came.")
