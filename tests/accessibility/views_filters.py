"""A filter over a list: the form that asks, what is asked, the form that names it, and nobody left."""

from collections.abc import Iterator
from typing import cast

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.filters.asking import Asking
from ui.screens.filters.keeping import Keeping
from ui.screens.people.screen import People
from ui.screens.records.part import RecordsPart
from ui.screens.shell import Shell
from vcse_desktop.actions.filtering import SEEN, Filter, Part


def filters(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the bar over the list of people in each of its states; afterwards nothing is asked."""
    shell.go("people")
    settle()
    page = shell.page()
    assert isinstance(page, People)
    part = cast(RecordsPart, page.tabs.show_part("people"))
    settle()
    if not part.list.model.found():
        return
    bar = part.bar
    bar.begin()
    settle()
    form = bar.panel.form
    assert isinstance(form, Asking)
    form.give()
    settle()
    yield "filter-nothing", window
    for question in ("roles", "carer", "home_area", "left_on", "do_not_contact"):
        form.what.put(question)
        settle()
        yield f"filter-{question}", window
    form.leaving.emit()
    bar.ask(Filter((Part("roles", ("volunteer", "carer"), blank=True), Part(SEEN, span="quarter")), True))
    settle()
    yield "filtered", window
    bar.panel.name()
    naming = bar.panel.form
    assert isinstance(naming, Keeping)
    naming.keep()
    settle()
    yield "filter-named", window
    naming.leaving.emit()
    bar.ask(Filter((Part("left_on", first="1999-01-01", last="1999-02-01"),)))
    settle()
    yield "filtered-none", window
    bar.ask(Filter(), "")
    settle()
