"""Step 2 of a pack: which sections and whose words go in, under which rule, and how much that hides."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.language import isolated
from ui.screens.contents.sheet import consent_words
from ui.screens.make_pack.detail import Detail
from ui.screens.make_pack.easy_tick import EasyTick
from ui.screens.make_pack.following import Following
from ui.screens.make_pack.preview import in_which
from ui.screens.settings.hiding import RULES
from ui.widgets.buttons import button
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import Thing, card, column, flow
from ui.widgets.words import heading, text, under_words
from vcse_desktop.actions.alternatives import WITHOUT, Coarser
from vcse_desktop.actions.offering import Agreed, Ask, Offer, Part
from vcse_desktop.actions.sending import Choices
from vcse_desktop.actions.weighing import Weighed
from vcse_desktop.i18n import N_, ngettext, tr

HIDES = N_("{hidden} of {numbers} numbers will be hidden.")
HIDES_NONE = N_("None of the {numbers} numbers needs to be hidden.")
NOT_KNOWN = N_("You have changed what goes in. How much is hidden is worked out when you go on.")
NO_NUMBERS = N_("There are no numbers left in this pack.")
NO_WORDS = N_("Nothing that may leave for this partner. Words go only where somebody agreed to it.")
BESIDE = N_(
    "Under each stands how many numbers it has. What you leave out is named in the pack: “We chose not to "
    "answer this.”"
)
ASKED = N_(
    "These wait for an answer of this partner under “You said, we did”. The pack asks them, and a signed "
    "reply fills them in."
)
DECLINE = N_(
    "You may leave any of these unanswered. The pack then says of each: “We chose not to answer this.”"
)
UNLESS = N_("Unless you tick this, the pack asks its readers not to pass it on.")
LARGE = N_("The report goes along in large print, too")
LARGER = N_(
    "For people who need larger letters. Take the tick away where a partner can only take a small file."
)
OURS = N_("Our own rule")
STRICTER = N_("Stricter, for this partner alone")


class Choose(QWidget):
    """``changed`` tells each change; ``weighing`` is the wish to know how much is hidden.

    ``comparing`` is the wish to know how much less detail would hide. ``publishing`` tells that it changed
    whether the partner may pass the pack on, or what goes along, which hides nothing.
    """

    changed = Signal()
    weighing = Signal()
    comparing = Signal()
    publishing = Signal()

    def __init__(self, offer: Offer, choices: Choices) -> None:
        super().__init__()
        self._choices, self._offer = choices, offer
        self.parts = {part.code: _part(part, choices) for part in offer.parts}
        self._counts = {part.code: text("", "small") for part in offer.parts}
        self.details = {part.code: Detail() for part in offer.parts}
        self.quotes = {quote.insight: _tick(quote, choices) for quote in offer.quotes}
        self.asks = {ask.response: _question(ask, choices) for ask in offer.asks}
        self.questions = {code: _answered(code, words, choices) for code, words in offer.questions}
        self.rule = _which_rule(offer, choices)
        self._ours = offer.rules[0]
        self.easy = EasyTick(offer.easy, ticked=choices.easy)
        self.easy.box.toggled.connect(lambda _: self.publishing.emit())
        self.publish = _box(tr(N_("They may pass it on")), tr(UNLESS), choices.may_publish)
        self.large = _box(tr(LARGE), tr(LARGER), choices.large_print)
        self.following = Following(choices.next_expected)
        self.hides = text("")
        self._ask = button(tr(N_("What will this hide?")), self.weighing.emit)
        self.compare = button(tr(N_("How much would less detail hide?")), self.comparing.emit)
        self.compare.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        asked = [self._asked()] if self.asks else []
        theirs = [_asked_for(self.questions.values())] if self.questions else []
        asked = [*theirs, self._said(offer), *asked]
        for part in (self._sections(), *asked, self.easy, self._rules(), self._use()):
            whole.addWidget(part)
        _tell(self)

    def _sections(self) -> QWidget:
        ticks = [
            column(box, under_words(self._counts[code]), self.details[code], gap=4)
            for code, box in self.parts.items()
        ]
        self._count(None)
        left = [text(self._offer.left_out)] if self._offer.left_out else []
        title, beside = heading(tr(N_("Sections")), 2), text(tr(BESIDE), "small")
        return card(title, beside, *in_which(self._choices.language), *left, *ticks, gap=12)

    def _said(self, offer: Offer) -> QWidget:
        title = heading(tr(N_("What people said")), 2)
        if not offer.quotes:
            return card(title, text(tr(NO_WORDS)))
        things: list[Thing] = [title]
        for quote in offer.quotes:
            things += [_words(quote), self.quotes[quote.insight], 8]
        return card(*things, gap=6)

    def _asked(self) -> QWidget:
        title = heading(tr(N_("What you ask them")), 2)
        things: list[Thing] = [title, text(tr(ASKED), "small")]
        for ask in self._offer.asks:
            things += [text(isolated(ask.text)), self.asks[ask.response], 8]
        return card(*things, gap=6)

    def _rules(self) -> QWidget:
        return card(
            heading(tr(N_("What this will hide")), 2),
            self.hides,
            self.rule,
            flow(self._ask, self.compare),
            gap=10,
        )

    def _use(self) -> QWidget:
        title = heading(tr(N_("How it may be used, and read")), 2)
        unless, larger = (under_words(text(tr(words), "small")) for words in (UNLESS, LARGER))
        return card(title, self.publish, unless, 8, self.large, larger, 8, self.following, gap=6)

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return next(iter(self.parts.values()), self.rule)

    def choices(self) -> Choices:
        """Return what was chosen."""
        rule = self.rule.code() or ""
        made = replace(
            self._choices,
            declined=frozenset(code for code, box in self.parts.items() if not box.isChecked()),
            held_back=frozenset(insight for insight, box in self.quotes.items() if not box.isChecked()),
            policy="" if rule == self._ours else rule,
            unasked=frozenset(response for response, box in self.asks.items() if not box.isChecked()),
            may_publish=self.publish.isChecked(),
            easy=self.easy.is_wanted(),
            large_print=self.large.isChecked(),
            next_expected=self.following.day(),
            unanswered=frozenset(code for code, box in self.questions.items() if not box.isChecked()),
        )
        for detail in self.details.values():
            made = detail.put(made)
        return made

    def show_weighed(self, weighed: Weighed, offers: Sequence[Coarser]) -> None:
        """Say how much is hidden, of each section and in all, and offer less detail where something is."""
        hidden, numbers = weighed.hidden, weighed.numbers
        self._choices = self.choices()
        for code, detail in self.details.items():
            detail.show_offers([one for one in offers if one.section == code], self._choices)
        self.compare.setVisible(any(one.hidden is None and one.step != WITHOUT for one in offers))
        self._count(weighed)
        words = HIDES if hidden else HIDES_NONE
        self.hides.setText(tr(words, hidden=hidden, numbers=numbers) if numbers else tr(NO_NUMBERS))
        self._ask.hide()

    def go_to_detail(self) -> None:
        """Go to the first table that is offered in other detail."""
        offered = (table for detail in self.details.values() for table in detail.tables.values())
        next(offered, self.rule).setFocus()

    def _count(self, weighed: Weighed | None) -> None:
        """Say how many numbers each section has, and how many of them are hidden where that is known."""
        for part in self._offer.parts:
            numbers = part.numbers
            if weighed and part.code not in weighed.made_of.choices.declined:
                numbers = weighed.numbers_of(part.code)
            said = _counted(numbers, weighed.hidden_of(part.code) if weighed else 0)
            self._counts[part.code].setText(said)
            name = tr(N_("{title}: {numbers}"), title=part.title, numbers=said)
            self.parts[part.code].setAccessibleName(name)

    def mark_changed(self) -> None:
        """Say that how much is hidden is not known any more, and tell that something was changed."""
        self._count(None)
        self.hides.setText(tr(NOT_KNOWN))
        self._ask.show()
        self.compare.hide()
        for detail in self.details.values():
            detail.grow_stale()
        self.changed.emit()


def _rules(offer: Offer) -> list[tuple[str, str, str]]:
    """Return each rule for hiding, its title and what it means; the first is the group's own."""
    meanings = [tr(OURS), *[tr(STRICTER)] * len(offer.rules)]
    return [(code, tr(RULES[code][0]), meaning) for code, meaning in zip(offer.rules, meanings, strict=False)]


def _box(label: str, meaning: str, ticked: bool) -> QCheckBox:
    made = QCheckBox(label)
    made.setAccessibleDescription(meaning)
    made.setChecked(ticked)
    return made


def _part(part: Part, choices: Choices) -> QCheckBox:
    made = QCheckBox(isolated(part.title))
    made.setChecked(part.code not in choices.declined)
    return made


def _counted(numbers: int, hidden: int) -> str:
    if not hidden:
        return ngettext("{n} number", "{n} numbers", numbers)
    return ngettext("{n} number, {hidden} hidden", "{n} numbers, {hidden} hidden", numbers, hidden=hidden)


def _tick(quote: Agreed, choices: Choices) -> QCheckBox:
    made = QCheckBox(tr(N_("Put this in the pack")))
    made.setAccessibleName(tr(N_("Put this in the pack: {words}"), words=quote.text))
    made.setAccessibleDescription(consent_words(quote))
    made.setChecked(quote.insight not in choices.held_back)
    return made


def _question(ask: Ask, choices: Choices) -> QCheckBox:
    made = QCheckBox(tr(N_("Ask this in the pack")))
    made.setAccessibleName(tr(N_("Ask this in the pack: {question}"), question=ask.text))
    made.setChecked(ask.response not in choices.unasked)
    return made


def _tell(page: Choose) -> None:
    """Let a page tell each change."""
    ticks = (page.parts, page.questions, page.quotes, page.asks)
    for box in (box for some in ticks for box in some.values()):
        box.toggled.connect(lambda _: page.mark_changed())
    page.rule.chosen.connect(page.mark_changed)
    for detail in page.details.values():
        detail.chosen.connect(page.mark_changed)
    for box in (page.publish, page.large):
        box.toggled.connect(lambda _: page.publishing.emit())
    page.following.changed.connect(page.publishing.emit)


def _which_rule(offer: Offer, choices: Choices) -> OneWithMeaning:
    return OneWithMeaning(
        tr(N_("Which numbers are hidden")),
        [
            (code, tr(RULES[code][0]), tr(STRICTER if place else OURS))
            for place, code in enumerate(offer.rules)
        ],
        choices.policy or offer.rules[0],
    )


def _asked_for(boxes: Iterable[QCheckBox]) -> QWidget:
    title, beside = heading(tr(N_("What they ask for")), 2), text(tr(DECLINE), "small")
    return card(title, beside, *boxes, gap=12)


def _answered(code: str, words: str, choices: Choices) -> QCheckBox:
    made = QCheckBox(isolated(words))
    made.setChecked(code not in choices.unanswered)
    return made


def _words(quote: Agreed) -> QWidget:
    from_whom = [text(quote.source, "sub")] if quote.source else []
    translation = (
        [text(tr(N_("Translation: {words}"), words=isolated(quote.translation)))] if quote.translation else []
    )
    made = QWidget()
    made.setLayout(
        column(
            text(tr(N_("“{words}”"), words=isolated(quote.text)), "quote"),
            *from_whom,
            *translation,
            text(consent_words(quote), "small"),
            gap=2,
        )
    )
    return made
