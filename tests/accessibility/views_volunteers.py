"""Offers and wishes, and looking after volunteers: each state while it stands in the window."""

from collections.abc import Iterator
from datetime import timedelta

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.connections.part import ConnectionsPart
from ui.screens.looking_after.part import LookingAfter
from ui.screens.people.screen import People
from ui.screens.shell import Shell
from vcse_desktop.actions import bringing_together, recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault


def _people(shell: Shell) -> People:
    shell.go("people")
    settle()
    page = shell.page()
    assert isinstance(page, People)
    return page


def _day(after: int) -> str:
    return (today() + timedelta(days=after)).isoformat()


def _filled(vault: Vault) -> list[int]:
    """Note what these screens show; return the units to be taken back."""
    units, ids = [], [int(str(row["id"])) for row in vault.rows("person")]

    def add(table: str, **values: object) -> int:
        made = recording.add(vault, table, values)
        units.append(made.unit or 0)
        return made.ids[0]

    for n, ends in enumerate((-9, 20, 400)):
        add("check", person=ids[n], kind="training", ends_on=_day(ends), done_on=_day(-300))
    for n in (0, 1):
        add("time_given", person=ids[n], hours=60, date=_day(-n), expenses="offered")
    words = str(vault.rows("person")[2]["known_as"])
    for n in (0, 1, 2):
        offer = add("connection", offer=words, offer_person=ids[n], state="offered")
        wish = add("connection", wish=words, wish_person=ids[(n + 1) % 4], state="offered")
        if n:
            done = [bringing_together.join(vault, offer, wish)]
            done += [bringing_together.agree(vault, offer, side) for side in ("offer", "wish")[: 2 * n - 2]]
            units += [one.unit or 0 for one in done]
    return units


def _connections(window: MainWindow, shell: Shell) -> Iterator[View]:
    vault = shell.desk.vault
    units = _filled(vault) if len(vault.rows("person")) >= 4 else []
    part = _people(shell).tabs.show_part("connections")
    assert isinstance(part, ConnectionsPart)
    part.back()  # from a record that another walk has opened
    part.look()
    settle()
    yield "connections-board", window
    side = part.board.sides["wish"]
    side.begin()
    settle()
    part.save()
    settle()
    yield "connections-note-asked", window
    assert side.form is not None
    side.form.close_form()
    for bring in part.board.sides["offer"].buttons()[:1]:
        bring.click()
        settle()
        yield "connections-choose", window
        part.back()
        settle()
    for number in range(len(part.board.pairs.buttons())):
        part.board.pairs.buttons()[number].click()
        settle()
        yield f"connections-pair-{number + 1}", window
        part.back()
        settle()
    for unit in reversed(units):
        recording.undo(vault, unit)


def _how_it_goes(window: MainWindow, shell: Shell) -> Iterator[View]:
    vault = shell.desk.vault
    people = [row["id"] for row in vault.rows("person")]
    if not people:
        return
    agreed = {"offer_agreed": _day(-2), "wish_agreed": _day(-2), "made_on": _day(-1), "state": "introduced"}
    named = {"offer_person": people[0], "wish_person": people[1], "offer": "1", "wish": "2"}
    made = recording.add(vault, "connection", {**named, **agreed})
    page = _people(shell)
    page.open(("going", made.ids[0]))
    settle()
    yield "connections-going", window
    part = page.tabs.part()
    assert isinstance(part, ConnectionsPart)
    part.back()
    recording.undo(vault, made.unit)


def _volunteers(window: MainWindow, shell: Shell) -> Iterator[View]:
    vault = shell.desk.vault
    units = _filled(vault) if len(vault.rows("person")) >= 4 else []
    part = _people(shell).tabs.show_part("volunteers")
    assert isinstance(part, LookingAfter)
    part.look()
    settle()
    yield "volunteers", window
    part.new()
    settle()
    part.save()
    settle()
    yield "volunteers-check-asked", window
    assert part.checks.form is not None
    part.checks.form.close_form()
    settle()
    for again in part.checks.groups[0].buttons()[:1]:
        again.click()
        settle()
        yield "volunteers-again", window
        part.checks.form.close_form()
    part.thanks.begin()
    settle()
    yield "volunteers-given", window
    assert part.thanks.form is not None
    part.thanks.form.close_form()
    settle()
    for unit in reversed(units):
        recording.undo(vault, unit)


VOLUNTEERS = (_connections, _how_it_goes, _volunteers)
"""Walks behind the door; what they note is taken back."""
