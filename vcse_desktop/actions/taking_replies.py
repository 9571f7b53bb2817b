"""A signed reply to a pack of ours: what it says, and how its answers come under "You said, we did"."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vcse_desktop.actions.asks import LONGEST, kept_asks
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.checking import Checked, check_pack
from vcse_desktop.actions.grouping import kept_settings
from vcse_desktop.actions.recording import must_be_sound, today
from vcse_desktop.actions.sharing import partner
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.reply_text import facts
from vcse_desktop.packs.replying import Answer, answers_of, pack_of_ours
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Unit, Vault

TAKEN = "reply."
"""How the names of settings begin that say what is known of a reply that was taken in; its digest follows."""
STATUS = {"question": "waiting_for_us"}
"""What a state of an answer is called in a response, where that is another word."""
TEXTS = ("answer", "reason_no", "changed", "evidence", "decision_ref")
NOT_A_REPLY = (
    N_("This is not a reply that can be taken in"),
    N_(
        "Only a whole reply of a signer whose digits you have compared can be taken in. {what} "
        "Nothing was changed."
    ),
)
NOT_SENT = (
    N_("This is about a pack we did not send"),
    N_(
        "This vault has no pack like the one that the reply answers, so nothing was changed. If the pack was "
        "made on another computer, or before a backup came back, check the file of that pack first."
    ),
)
NAMES = {
    "asked": N_("We asked"),
    "topic": N_("About"),
    "text": N_("Their answer"),
    "reason": N_("Why not"),
    "changed": N_("What changed"),
    "evidence": N_("How they know"),
    "by": N_("By when"),
    "reference": N_("Decision or minute"),
}
"""What each thing is called that an answer says, by the codes of ``reply_text.facts``."""
TOLD = N_("They have told the people whom it is about.")
A_REPLY = N_("Choose the file of a reply.")
WORDS = 60
"""Letters of an answer that stand for what it is about, where it names neither a question nor a topic."""
IN_GENERAL = N_("In general")


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in words: where it has got to, and what it says besides, a name and its words each."""

    state: str
    facts: tuple[tuple[str, str], ...]
    people_told: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply that was checked, for looking at: about which pack, what it answers, and its message.

    ``taken`` says that its answers are under "You said, we did" already; ``ours`` that we sent that pack.
    """

    answers: tuple[Told, ...]
    text: str
    ours: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class TakenReply:
    """What was taken in. ``changed.unit`` is None when there was nothing to do; ``ids`` are the responses."""

    name: str
    answers: int
    later: int
    changed: Changed

    def sentence(self) -> str:
        """Return what was done."""
        if self.changed.unit is None:
            return tr(N_("This reply was taken in before. Nothing was changed."))
        said = ngettext(
            "{n} answer is under “You said, we did” now.",
            "{n} answers are under “You said, we did” now.",
            self.answers,
        )
        if not self.later:
            return said
        kept = ngettext(
            "{n} answer was left as it is: a later reply has answered that already.",
            "{n} answers were left as they are: a later reply has answered those already.",
            self.later,
        )
        return f"{said} {kept}"


def is_reply(checked: Checked) -> bool:
    """Say whether this is a whole reply of a known signer."""
    return checked.is_good and checked.result.kind == "reply"


def reading(vault: Vault, checked: Checked, language: str) -> Reading:
    """Return a reply that was found good as it is looked at, days as this language writes them."""
    claims = checked.result.claims
    row = _pack_of(vault, claims)
    asks = {ask.id: ask.text for ask in kept_asks(vault, claims["about"]["digest"])}
    lists = group_lists(vault)
    answers = (
        Told(
            label(lists, "you_said_status", STATUS.get(one.state, one.state)),
            tuple((tr(NAMES[code]), words) for code, words in facts(one, asks, language)),
            tr(TOLD) if one.people_told else "",
        )
        for one in answers_of(claims)
    )
    taken = vault.setting(f"{TAKEN}{checked.result.digest}") is not None
    return Reading(tuple(answers), str(claims["text"]), row is not None, taken)


def take_reply(vault: Vault, file: Path) -> TakenReply:
    """Check a reply once more, and write each answer into the response that it is about, as one step.

    Their message is kept beside it. A later answer takes the place of an earlier one, whichever comes in
    first; the same reply twice does nothing. That people were told stays the group's own act. Refused unless
    it is a reply of a known signer about a pack of ours; NotAllowed to a helper.
    """
    members_only(vault)
    checked = check_pack(file, vault)
    if not is_reply(checked):
        said = checked.first_sentence if checked.result.kind == "reply" else tr(A_REPLY)
        raise Refused(*NOT_A_REPLY, what=said)
    claims, digest, name = checked.result.claims, checked.result.digest, checked.result.name
    if _pack_of(vault, claims) is None:
        raise Refused(*NOT_SENT)
    if vault.setting(f"{TAKEN}{digest}") is not None:
        return TakenReply(name, 0, 0, Changed(frozenset(), None))
    filling = _Filling(vault, claims, digest)
    with vault.unit("reply") as unit:
        made = [filling.fill(unit, one) for one in answers_of(claims)]
        unit.set(f"{TAKEN}{digest}", _kept(claims))
    ids = tuple(dict.fromkeys(one for one in made if one))
    kinds = frozenset({"response", "sent", "setting"})
    return TakenReply(name, sum(map(bool, made)), made.count(0), Changed(kinds, unit.id, ids))


class _Filling:
    """Finds the response of each answer, and says what of it is written there."""

    def __init__(self, vault: Vault, claims: Mapping[str, Any], digest: str) -> None:
        self._vault, self._claims, self._digest = vault, claims, digest
        self._about = str(claims["about"]["digest"])
        self._asks = {ask.id: ask for ask in kept_asks(vault, self._about)}
        self._by = read_chain(claims["identity"])[0].digest
        self._known = {one.digest: one for one in replies(vault)}
        self._to = partner(vault, str(claims["issuer"]["name"])).organisation
        self._lists = group_lists(vault)
        self._made: dict[str, int] = {}

    def fill(self, unit: Unit, one: Answer) -> int:
        """Write one answer inside a unit of work; returns the response, 0 when a later reply had answered."""
        ask = self._asks.get(one.ask)
        what = ask.text if ask else one.topic or (one.text or tr(IN_GENERAL))[:WORDS]
        row = self._row(ask.response if ask else 0, what)
        if row and self._is_later(self._known.get(str(row["from_reply"]))):
            return 0
        values = self._values(one, row)
        if row:
            unit.save("response", int(str(row["id"])), values)
            return int(str(row["id"]))
        made = self._made.get(what)
        new = {"what": what[:LONGEST], "to_org": self._to, "asked_on": str(self._claims["issued"])[:10]}
        self._made[what] = unit.save("response", made, values if made else {**new, **values})
        return self._made[what]

    def _row(self, response: int, what: str) -> Mapping[str, object] | None:
        """Return the response that was asked about, or that another reply of theirs made of the same words.

        What somebody else has answered stays as it is.
        """
        found = self._vault.row("response", response) if response else None
        if found is not None:
            other = self._known.get(str(found["from_reply"]))
            return found if other is None or other.by == self._by else None
        same = [one.digest for one in self._known.values() if (one.by, one.about) == (self._by, self._about)]
        mine = self._vault.pick("response", Among("from_reply", same))
        return next((row for row in mine if row["what"] == what), None)

    def _is_later(self, other: "Replied | None") -> bool:
        """Say whether another reply came after this one: by their numbers where both are about one pack."""
        if other is None:
            return False
        if other.about == self._about:
            return other.number > int(self._claims["number"])
        return other.signed_at > str(self._claims["issued"])

    def _values(self, one: Answer, row: Mapping[str, object] | None) -> Mapping[str, object]:
        """Return the fields that an answer fills; what an earlier reply had filled goes with it."""
        said: dict[str, object] = {
            "reason_no" if one.state == "not_possible" else "answer": one.text,
            "changed": one.changed,
            "evidence": one.evidence,
            "decision_ref": one.reference,
        }
        before = dict.fromkeys(TEXTS) if row and row["from_reply"] else {}
        values = before | {name: words for name, words in said.items() if words}
        if one.by and one.state == "planned":
            values["due_on"] = one.by.isoformat()
        values |= {"status": STATUS.get(one.state, one.state), "from_reply": self._digest}
        kept = {name: value for name, value in (row or {"what": "-"}).items() if name != "id"}
        sound = must_be_sound("response", {**kept, **values}, self._lists, row)
        return {name: sound[name] for name in values}


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply that was taken in: about which pack, who signed it and when (UTC), its number among theirs.

    ``by`` is their first statement; ``received`` and ``read`` are the days on which they say that our pack
    came and was read, ``taken`` the day on which the reply was taken in; ``text`` is their message beside the
    answers.
    """

    digest: str
    about: str
    by: str
    name: str
    number: int
    signed_at: str
    received: date
    read: date | None
    answers: int
    taken: date
    text: str = ""

    @property
    def issued(self) -> date:
        """The day on which it was signed."""
        return date.fromisoformat(self.signed_at[:10])


def replies(vault: Vault) -> list[Replied]:
    """Return every reply that was taken in, those about one pack by their numbers."""
    kept = kept_settings(vault, TAKEN)
    found = [_replied(name.removeprefix(TAKEN), value) for name, value in kept.items()]
    return sorted(found, key=lambda one: (one.about, one.number))


def _replied(digest: str, kept: Any) -> Replied:  # noqa: ANN401 - a setting
    plain = {name: kept[name] for name in ("about", "by", "name", "number", "signed_at", "answers")}
    received, taken = (date.fromisoformat(kept[name]) for name in ("received", "taken"))
    read = date.fromisoformat(kept["read"]) if kept["read"] else None
    text = str(kept.get("text", ""))  # what was taken in before messages were kept has none
    return Replied(digest=digest, received=received, read=read, taken=taken, text=text, **plain)


def _kept(claims: Mapping[str, Any]) -> dict[str, object]:
    return {
        "about": claims["about"]["digest"],
        "by": read_chain(claims["identity"])[0].digest,
        "name": claims["issuer"]["name"],
        "number": claims["number"],
        "signed_at": claims["issued"],
        "received": claims["received"],
        "read": claims["read"],
        "answers": len(claims["answers"]),
        "text": claims["text"],
        "taken": today().isoformat(),
    }


def _pack_of(vault: Vault, claims: Mapping[str, Any]) -> Mapping[str, object] | None:
    said = vault.identity
    return pack_of_ours(vault.rows("sent"), read_chain(json.loads(said)) if said else (), claims)
