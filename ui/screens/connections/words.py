"""What is said of offers, wishes, and of those who were brought together."""

from ui.language import isolated
from ui.widgets import dates
from vcse_desktop.actions.matching import One, Pair, Side
from vcse_desktop.i18n import N_, tr

TITLES = {"offer": N_("Offered"), "wish": N_("Wished for")}
NONE = {
    "offer": N_("Nothing is offered just now that waits for somebody."),
    "wish": N_("Nobody wishes for anything just now that waits for somebody."),
}
NOTES = {"offer": N_("Note an offer"), "wish": N_("Note a wish")}
NOTED = {"offer": N_("An offer is noted."), "wish": N_("A wish is noted.")}
TOGETHER = N_("Bring together with…")
WHOEVER = {"offer": N_("whoever offers it"), "wish": N_("whoever wishes for it")}
OFFERS, WISHES = N_("{name} offers: {what}"), N_("{name} wishes for: {what}")
BOTH = N_("{one} and {other}")


def one_words(one: One) -> str:
    """Return the line of an offer or a wish under its heading."""
    if one.who and one.what:
        return tr(N_("{name}: {what}"), name=isolated(one.who), what=isolated(one.what))
    return isolated(one.who or one.what)


def since_words(one: One) -> str:
    """Return since when it is open, and when whoever it is of can help."""
    day = dates.in_words(one.since)
    if one.when:
        return tr(N_("Noted on {day}. Can help: {when}"), day=day, when=isolated(one.when))
    return tr(N_("Noted on {day}."), day=day)


def whole_words(one: One) -> str:
    """Return an offer or a wish in a sentence of its own."""
    name = isolated(one.who) if one.who else tr(N_("Somebody"))
    return tr(OFFERS if one.side == "offer" else WISHES, name=name, what=isolated(one.what))


def called(side: Side) -> str:
    """Return who is meant in a sentence."""
    return isolated(side.who) if side.who else tr(WHOEVER[side.code])


def pair_words(pair: Pair) -> str:
    """Return whom or what was brought together."""
    known = [side.who or side.what for side in (pair.offer, pair.wish)]
    sides = [isolated(words) for words in known if words]  # what a group offers may have nobody beside it
    if len(sides) > 1:
        return tr(BOTH, one=sides[0], other=sides[1])
    return sides[0] if sides else tr(N_("Somebody"))


def state_words(pair: Pair) -> str:
    """Return where it has got to, in a sentence."""
    if pair.under_way:
        return _under_way(pair)
    missing = pair.missing
    if not missing:
        return tr(N_("All have agreed. They can be introduced."))
    if len(missing) == 1:
        return tr(N_("{name} has not agreed yet."), name=called(missing[0]))
    return tr(N_("Neither has agreed yet."))


def missing_words(pair: Pair) -> str:
    """Return what has to come before they are introduced; "" for nothing."""
    missing = pair.missing
    if not missing:
        return ""
    if len(missing) == 1:
        ask = N_("Before they are introduced, {name} has to agree. Ask, then note it here.")
        return tr(ask, name=called(missing[0]))
    return tr(N_("Before they are introduced, both have to agree. Ask each of them, then note it here."))


def agreed_words(side: Side) -> str:
    """Return whether somebody has agreed, and when."""
    if side.agreed is None:
        return tr(N_("{name} has not agreed yet."), name=called(side))
    return tr(N_("{name} agreed on {day}."), name=called(side), day=dates.in_words(side.agreed))


def _under_way(pair: Pair) -> str:
    made = dates.in_words(pair.made) if pair.made else ""
    asked = dates.in_words(pair.checked) if pair.checked else ""
    if made and asked:
        return tr(N_("Introduced on {day}. Last asked on {asked}."), day=made, asked=asked)
    if asked:
        return tr(N_("Introduced. Last asked on {asked}."), asked=asked)
    return tr(N_("Introduced on {day}."), day=made) if made else tr(N_("Introduced."))
