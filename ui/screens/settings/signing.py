"""The key that signs packs: its digits and card, who still has to hear of a change, and changing it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tasks
from ui.changes import changes
from ui.language import isolated
from ui.screens.contents.digits import Digits
from ui.screens.screen import Screen
from ui.screens.settings.appointing import Appointing
from ui.screens.settings.key_change import DECISIONS, KeyChange
from ui.screens.settings.own_key import OwnKey
from ui.screens.settings.telling import Telling
from ui.tasks import Lane
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import boxed, column, emptied, flow, rule
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from vcse_desktop.actions import notices, signer_card
from vcse_desktop.actions.approving import Approver
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.notices import Noticed
from vcse_desktop.actions.signer_card import OurKey
from vcse_desktop.actions.succession import Renewed
from vcse_desktop.actions.unsaved_notices import Line
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext, tr

AS_WHOM = N_("Packs are signed as {name}, with this key since {day}. Its digits:")
STATED = N_("{day}: {said} The digits since then: {digits}")
CARD = N_(
    "Give your partners the card, on paper or with the first pack: with it they see that a pack is really "
    "from you. The certificate is the same as a file, for programs."
)
FILES = {
    signer_card.CARD: (N_("Where to save the card"), N_("Pages to print (*.pdf)")),
    signer_card.CERTIFICATE: (N_("Where to save the certificate"), N_("Certificates (*.pem)")),
}
SAVED = N_("{name} is saved.")
MADE = N_(
    "The key of {label} is made, and its card is saved. Read its digits to whoever appoints you: {digits}"
)
TOGETHER = N_("{need} signatures are needed for everything. Beside the group may sign: {labels}.")
CHANGED = N_("Done. Packs are signed as {name} from now on. The new card has the digits above.")
TOLD = N_("Signed and saved. Send each file to its partner: {files}")
FOR = N_("{name} for {partner}")
WHAT = N_("What has happened?")


class Signing(QWidget):
    """The key as it is, then one thing at a time to do about it. ``form`` is what is being done now."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.form: KeyChange | Telling | OwnKey | Appointing | None = None
        self._key, self._place = QVBoxLayout(), QVBoxLayout()
        self._none = text("")
        self.card = button(tr(N_("Save the card…")), partial(self._save, signer_card.CARD), picture="file")
        save_pem = partial(self._save, signer_card.CERTIFICATE)
        self.pem = button(tr(N_("Save the certificate…")), save_pem, picture="file")
        self.tell = button(tr(N_("Sign notices for them…")), lambda: self._stand(Telling(screen)))
        self._untold = Notice("warn")
        self._untold.add(flow(self.tell))
        self.begin = button(tr(N_("Something about the key has changed…")), self._ask)
        self.two = button(tr(N_("Who signs together with us…")), lambda: self._stand(Appointing(screen)))
        self.own = button(tr(N_("Make a key of your own…")), lambda: self._stand(OwnKey(screen)))
        self._verbs = flow(self.begin, self.two, self.own)
        self._together = text("", "sub")
        offer = [(code, tr(title), tr(meaning)) for code, (title, meaning, *_) in DECISIONS.items()]
        self.choice = OneWithMeaning(tr(WHAT), offer)
        self.choice.chosen.connect(self._chosen)
        self.leave = button(tr(N_("Nothing has")), self._put_off)
        self._asked = boxed(column(heading(tr(WHAT), 3), self.choice, flow(self.leave), gap=12))
        self._asked.hide()
        self.notice = Notice("ok")
        shown = (self._key, text(tr(CARD)), flow(self.card, self.pem), self._untold)
        doing = (self._together, self._verbs, self._asked, self._place)
        self._own = boxed(column(*shown, rule(), *doing, gap=16))
        self._own.hide()
        self.setLayout(column(self._none, self._own, self.notice, gap=16))
        self.setFocusProxy(self.card)

    def look(self) -> None:
        """Ask for the key, and for whom it was changed without their knowing."""
        vault = self._screen.vault

        def known() -> tuple[OurKey | None, Sequence[Line], str]:
            try:
                return signer_card.our_key(vault), notices.to_tell(vault), ""
            except Refused as refused:
                return None, (), tr(refused.sentence)

        self._screen.ask(known, lambda found: self._show(*found))

    def save(self) -> None:
        """Do what the form that is open is about (Ctrl+Enter)."""
        if self.form is not None:
            self.form.save()

    def _show(self, ours: OurKey | None, untold: Sequence[Line], why: str) -> None:
        emptied(self._key)
        self._none.setText(why)
        self._none.setVisible(bool(why))
        self._own.setVisible(ours is not None)
        if ours is None:
            return
        since = dates.in_words(date.fromisoformat(ours.since))
        for thing in (text(tr(AS_WHOM, name=isolated(ours.name), day=since)), Digits(ours.digits)):
            self._key.addWidget(thing)
        for one in ours.past if len(ours.past) > 1 else ():
            day = dates.in_words(date.fromisoformat(one.day))
            self._key.addWidget(text(tr(STATED, day=day, said=isolated(one.said), digits=one.digits), "sub"))
        number = len(untold)
        said = ngettext(
            "{n} partner has not heard of the last change of your key. With a notice they follow it, and "
            "what you sent before goes on counting.",
            "{n} partners have not heard of the last change of your key. With a notice they follow it, and "
            "what you sent before goes on counting.",
            number,
        )
        labels = ", ".join(isolated(label) for label in ours.approvers)
        self._together.setText(tr(TOGETHER, need=ours.need, labels=labels) if labels else "")
        self._together.setVisible(bool(labels))
        self._untold.show_as("warn", said if number and not isinstance(self.form, Telling) else "")
        if isinstance(self.form, KeyChange):
            self.form.called(ours.name, ours.number)

    def _save(self, ending: str) -> None:
        title, kind = FILES[ending]
        file = self.asking(self, tr(title), f"{signer_card.NAME}{ending}", tr(kind))
        if file is None:
            return
        place = file if file.suffix.lower() == ending else Path(f"{file}{ending}")
        vault = self._screen.vault
        said = tr(SAVED, name=isolated(place.name))
        tasks.run(
            self,
            lambda: signer_card.save_card(vault, place),
            lambda _: self.notice.say(said, "ok"),
            lambda error: self._screen.failed_in(self.notice, error),
            Lane.LONG,
        )

    def _ask(self) -> None:
        self.notice.clear()
        self.choice.choose(None)
        self._asked.show()
        self._verbs.hide()
        self.choice.setFocus()

    def _chosen(self) -> None:
        code = self.choice.code()
        if code:
            self._asked.hide()
            self._stand(KeyChange(self._screen, code))
            self.look()

    def _stand(self, form: KeyChange | Telling | OwnKey | Appointing) -> None:
        emptied(self._place)
        self._asked.hide()
        self.form = form
        form.left.connect(self._put_off)
        if isinstance(form, Telling):
            form.done.connect(self._told)
            self._untold.clear()
        else:
            form.done.connect(self._made if isinstance(form, OwnKey) else self._done)
        self.notice.clear()
        self._place.addWidget(form)
        self._verbs.hide()
        form.show()
        form.setFocus()

    def _put_off(self) -> None:
        """Close what is open: nothing was changed."""
        if self.form is not None:
            self.form.wipe()
        self.form = None
        emptied(self._place)
        self._asked.hide()
        self._verbs.show()
        self.begin.setFocus()
        self.look()

    def _done(self, done: Renewed) -> None:
        self._put_off()
        self.notice.say(tr(CHANGED, name=isolated(done.name)), "ok")
        changes.changed.emit(done.changed)

    def _made(self, one: Approver) -> None:
        self._put_off()
        self.notice.say(tr(MADE, label=isolated(one.label), digits=isolated(one.digits)), "ok")

    def _told(self, made: list[Noticed]) -> None:
        self._put_off()
        files = "; ".join(
            tr(FOR, name=isolated(one.file.name), partner=isolated(", ".join(one.audience))) for one in made
        )
        self.notice.say(tr(TOLD, files=files), "ok")
        changes.changed.emit(Changed(frozenset({"sent"}), None))
