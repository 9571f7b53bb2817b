"""What is done with an offer and a wish: noted, joined, agreed to, introduced, and parted again."""

from collections.abc import Mapping

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.matching import UNDER_WAY, is_open, person_of
from vcse_desktop.actions.recording import NotSound, change, living, must_be_sound, today
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import text
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.connection import unasked
from vcse_desktop.records.fields import Kind, Problem, Values
from vcse_desktop.records.validation import NOTE
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

NOT_OPEN = (
    N_("One of the two is no longer open"),
    N_("Somebody has brought it together with another one, or closed it. Nothing was changed."),
)
SAME = (
    N_("Both are of the same person"),
    N_("An offer and a wish of one person cannot be brought together. Nothing was changed."),
)
NOTES_TOO_LONG = (
    N_("Their notes are too long to stand in one record"),
    N_("Nothing was changed. Shorten the notes of the offer or of the wish, then try again."),
)
NOT_AGREED = (
    N_("Nobody is introduced before they have agreed"),
    N_("Ask whoever has not agreed yet and note the day, then introduce them. Nothing was changed."),
)
INTRODUCED = (
    N_("They were introduced already"),
    N_("Nothing was changed. Note instead how it went and that it has ended."),
)
WORDS = {"offer": N_("Write what is offered."), "wish": N_("Write what is wished for.")}
ENDS = ("ended", "declined")


def note(vault: Vault, side: str, values: Values) -> Changed:
    """Keep an offer or a wish ("offer" or "wish"): who, who may be new, and what."""
    if not str(values.get(side) or "").strip():
        raise NotSound([Problem(side, WORDS[side])])
    return enter(vault, "connection", None, {**values, "state": "offered"})


def join(vault: Vault, offer: int, wish: int) -> Changed:
    """Bring an offer and a wish together in the record of the offer; undo brings back both as they were.

    Refused when one of them is gone or no longer open, or when both are of one person.
    """
    members_only(vault)
    one, other = (living(vault, "connection", record) for record in (offer, wish))
    if not is_open(one, "offer") or not is_open(other, "wish"):
        raise Refused(*NOT_OPEN)
    if person_of(vault, one, "offer") and person_of(vault, one, "offer") == person_of(vault, other, "wish"):
        raise Refused(*SAME)
    added = _added(one, other)
    sound = must_be_sound("connection", {**one, **added}, group_lists(vault))
    answers = vault.pick("own_value", Among("record", [wish]))
    with vault.unit("join") as unit:
        unit.save("connection", offer, {code: sound[code] for code in added})
        for row in answers:  # answers to questions of the group's own go with the words they are about
            unit.save("own_value", int(str(row["id"])), {"record": offer})
        unit.remove("connection", wish)
    return Changed(frozenset({"connection"}), unit.id, (offer, wish))


def part(vault: Vault, record: int) -> Changed:
    """Let an offer and a wish that came to nothing stand open again, each in a record of its own.

    What they agreed to was about each other, so it falls away. Refused once they were introduced.
    """
    members_only(vault)
    row = living(vault, "connection", record)
    if row["made_on"] or row["state"] in UNDER_WAY:
        raise Refused(*INTRODUCED)
    lists, stands = group_lists(vault), {"kind": row["kind"], "state": "offered"}
    wish = {code: row[code] for code in ("wish", "wish_person")} | stands
    blank = {**dict.fromkeys(("wish", "wish_person", "offer_agreed", "wish_agreed")), "state": "offered"}
    must_be_sound("connection", {**row, **blank}, lists)
    with vault.unit("edit") as unit:
        unit.save("connection", record, blank)
        made = unit.save("connection", None, must_be_sound("connection", wish, lists))
    return Changed(frozenset({"connection"}), unit.id, (record, made))


def agree(vault: Vault, record: int, side: str) -> Changed:
    """Note that whoever offers ("offer") or wishes ("wish") agreed today to meet the other."""
    return change(vault, "connection", record, {f"{side}_agreed": today().isoformat()})


def introduce(vault: Vault, record: int) -> Changed:
    """Note that both were introduced today; Refused while one of them has not agreed."""
    row = living(vault, "connection", record)
    values = {"kind": row["kind"] or "introduction", "state": "introduced", "made_on": today().isoformat()}
    if unasked({**row, **values}):
        raise Refused(*NOT_AGREED)
    return change(vault, "connection", record, values)


def went(vault: Vault, record: int, values: Values) -> Changed:
    """Note how it goes; what has ended, ended today unless another day is given."""
    ended = values.get("state") in ENDS and not values.get("ended_on")
    return change(
        vault, "connection", record, {**values, **({"ended_on": today().isoformat()} if ended else {})}
    )


def _added(one: Values, other: Values) -> Mapping[str, object]:
    """Return what the record of the offer takes over from that of the wish: nothing of either is lost."""
    added: dict[str, object] = {"state": "offered"}
    for field in KINDS["connection"].fields:
        mine, theirs = one[field.code], other[field.code]
        if field.kind is Kind.CHOICES and mine and theirs:
            added[field.code] = sorted({*_list(mine), *_list(theirs)}, key=str)
        elif mine is None and theirs is not None:
            added.setdefault(field.code, theirs)
    doubled = [one["note"], other["note"], *([other["going"]] if one["going"] else [])]
    words = [str(words) for words in doubled if words]
    if words:
        added["note"] = "\n\n".join(dict.fromkeys(words))
    if len(text(added, "note")) > NOTE:
        raise Refused(*NOTES_TOO_LONG)
    return {**added, "kind": one["kind"] or other["kind"] or "introduction"}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
