"""Support given: a walk-in on one screen of six things to fill, all optional but the day."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.forms.arranged import arranged
from ui.forms.field_row import FieldRow
from ui.forms.linking import Link
from ui.forms.record_form import RecordForm
from ui.screens.desk import Desk
from ui.screens.people.needs import Needs
from ui.screens.people.whose import WHO, Whose
from ui.screens.records.form import Making, RecordPage
from ui.screens.records.part import RecordsPart
from ui.widgets.buttons import button
from ui.widgets.type_ahead import only_looking
from vcse_desktop.actions.entering import begun
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values

EMPTY = N_("Nothing here yet. A walk-in needs a day and nothing else; nobody has to be named.")
NEAR = ("person", "who_hint", "date", "what", "newly_identified", "involved", "matters_words")
KIND = arranged(KINDS["support"], NEAR)
NAMED = N_("{title}: it is noted who it was. Undo parts them again.")


class SupportPart(RecordsPart):
    """The list of support given. A new one is for a carer until somebody says otherwise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "support",
            empty=tr(EMPTY),
            add=tr(N_("Note support for a carer")),
            making=support_page(desk),
        )

    def new(self, values: Values | None = None) -> None:
        """Begin support for a carer, today."""
        super().new({**begun("support"), "who_for": "carer", **(values or {})})


def support_page(desk: Desk) -> Making:
    """Return what makes the page: the access needs of whoever is chosen stand under their name."""

    def make(record: int | None, found: Opened, values: Values) -> RecordPage:
        made = _page(record, found, values)
        who, needs = made.form.rows["person"].editor, Needs(desk)
        if isinstance(who, Link):
            who.under(needs)
            look = partial(_look, needs, who)
            who.changed.connect(look)
            look()
        return made

    return make


def _look(needs: Needs, who: Link) -> None:
    """Show the needs of whoever is chosen, without settling what is only typed so far."""
    with only_looking():
        needs.about(who.value())


def _page(record: int | None, found: Opened, values: Values) -> RecordPage:
    """Return the page: the hint waits until it is wanted."""
    held = {**values, **(found.values or {})}
    if record is not None and held.get("person") is None:
        return _unnamed(record, found, held)
    form = RecordForm(KIND, found.lists, found.names, held)
    hint, who = form.rows["who_hint"], form.rows["person"].editor
    if isinstance(who, Link) and held.get("who_hint") is None:
        hint.hide()
        who.under(_hint_button(hint))
    return RecordPage(record, found, form)


def _unnamed(record: int, found: Opened, held: Values) -> RecordPage:
    """Return the page of support without a name: who is taken there by hand is saved at once."""
    whose = Whose(found.names["person"])
    fields = tuple(replace(f, label=WHO, help="") if f.code == "person" else f for f in KIND.fields)
    form = RecordForm(replace(KIND, fields=fields), found.lists, found.names, held, {"person": whose})
    made = RecordPage(record, found, form)

    def named() -> None:
        if made.to_save().keys() == {"person"}:
            made.said = NAMED
            made.saving.emit()

    whose.named.connect(named)
    return made


def _hint_button(hint: FieldRow) -> QWidget:
    """Return the button that brings up the hint for a person without a record."""

    def show() -> None:
        hint.show()
        hint.editor.control.setFocus()
        made.hide()

    made = button(tr(N_("No name? Write a hint for us")), show, "quiet")
    return made
