"""Answering a partner's pack: what it asks, what is answered, and the signed reply that is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.checking import Checked, check_pack
from vcse_desktop.actions.gathering import identity_of, must_be_free, signer
from vcse_desktop.actions.pack_words import Pointing, Typed, must_not_point, pointing_in
from vcse_desktop.actions.reading_over import STRICTEST
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.reply_answers import LONGEST, NotAnswered, is_empty, problems
from vcse_desktop.actions.signing import NotYours, confirm, must_be_keeper
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs import cms
from vcse_desktop.packs.drafting import new_id
from vcse_desktop.packs.making import Built, Frozen, freeze, place_of, sealed, write_pack
from vcse_desktop.packs.memory import load
from vcse_desktop.packs.reply_text import reply_text
from vcse_desktop.packs.replying import (
    Answer,
    ReplyDraft,
    is_reply,
    next_reply,
    reply_claims,
    reply_row,
)
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

__all__ = ["Answer", "NotYours", "Pointing", "Reply", "ToAnswer"]

NOT_TO_ANSWER = (
    N_("This cannot be answered"),
    N_(
        "Only a whole pack of a signer whose digits you have compared, which still stands, can be answered. "
        "Nothing was made. Check the file first."
    ),
)
TITLE = N_("Reply to “{title}”")
ANSWER_TO, ABOUT_TOPIC, MESSAGE = (
    N_("Your answer to a question"),
    N_("Your answer about a topic"),
    N_("Your message"),
)
STILL_OPEN = (
    N_("Words of this reply may point at somebody"),
    N_(
        "{place}: look at “{words}” in “{text}”. Nothing was made, and what you wrote is still there. Change "
        "these words, or say why they may stay, then sign again."
    ),
)
TEXT = "data/reply.txt"


@dataclass(frozen=True, slots=True)
class Question:
    """What a pack asks: its id there, its words and by when an answer is hoped for."""

    id: str
    text: str
    by: date | None = None


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A pack that can be answered; ``number`` is that of the next reply, ``before`` the day of the last one.

    ``received`` is the day on which it was checked here first.
    """

    checked: Checked
    questions: tuple[Question, ...]
    received: date
    number: int
    prior: str | None
    before: date | None

    @property
    def claims(self) -> Mapping[str, Any]:
        """What the pack says of itself."""
        return self.checked.result.claims

    @property
    def digest(self) -> str:
        """The digest of the pack, which it is known by."""
        return self.checked.result.digest

    @property
    def title(self) -> str:
        """What the pack is called."""
        return str(self.claims["title"])

    @property
    def sender(self) -> str:
        """Who signed it."""
        return self.checked.result.name


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person has decided about a reply. An answer without a state and without words is left out."""

    answers: tuple[Answer, ...] = ()
    text: str = ""
    may_publish: bool = False
    read: date | None = None


@dataclass(frozen=True, slots=True)
class DraftReply:
    """A reply whose every byte is fixed but for the signature; ``text`` is how it reads."""

    to: ToAnswer
    claims: Mapping[str, Any]
    frozen: Frozen

    @property
    def text(self) -> str:
        """The words for people, as they leave."""
        return dict(self.frozen.files)[TEXT].decode("utf-8")

    def files(self) -> list[tuple[str, int]]:
        """Return every file but the signature and what it signs: its name and its size in bytes."""
        return [(name, len(data)) for name, data in self.frozen.files]


@dataclass(frozen=True, slots=True)
class MadeReply:
    """A reply that was written: its id, its number among those to the pack, and its file."""

    reply: str
    number: int
    answers: int
    digest: str
    file: Path
    changed: Changed


def can_be_answered(checked: Checked) -> bool:
    """Say whether this is a whole pack of a known partner, which still stands."""
    return checked.is_good and not checked.ours and checked.result.kind == "pack"


def to_answer(vault: Vault, file: Path) -> ToAnswer:
    """Check a pack once more, and return what it asks; Refused when it cannot be answered."""
    checked = check_pack(file, vault)
    result = checked.result
    if not can_be_answered(checked):
        raise Refused(*NOT_TO_ANSWER)
    seen = [
        one.seen_on
        for rows in load(vault).documents.values()
        for one in rows
        if one.digest == result.digest and one.seen_on
    ]
    rows = vault.rows("sent")
    number, prior = next_reply(rows, result.digest)
    mine = [str(row["issued"])[:10] for row in rows if is_reply(row) and row["series"] == result.digest]
    asks = [
        Question(ask["id"], ask["text"], ask["by"] and date.fromisoformat(ask["by"]))
        for ask in result.claims["asks"]
    ]
    return ToAnswer(
        checked=checked,
        questions=tuple(asks),
        received=date.fromisoformat(min(seen, default=today().isoformat())),
        number=number,
        prior=prior,
        before=date.fromisoformat(max(mine)) if mine else None,
    )


def draft_reply(vault: Vault, to: ToAnswer, reply: Reply, language: str = "en") -> DraftReply:
    """Return a reply that only needs to be signed, in this language; nothing is written anywhere.

    NotAnswered when an answer lacks what its state needs; Refused when nothing may be signed here, and to
    anybody but a keeper.
    """
    must_be_keeper(vault)
    found = problems(reply.answers)
    if found:
        raise NotAnswered(found)
    result, when = to.checked.result, datetime.now(UTC).replace(microsecond=0)
    draft = ReplyDraft(
        id=new_id(when),
        statements=identity_of(vault),
        issued=when,
        language=language,
        pack=to.claims,
        digest=to.digest,
        number=to.number,
        prior=to.prior,
        received=to.received,
        read=reply.read,
        verdict=Verdict(result.verdict),
        compared=True,
        answers=[one for one in reply.answers if not is_empty(one)],
        text=reply.text.strip(),
        may_publish=reply.may_publish,
    )
    claims = reply_claims(draft)
    words = reply_text(claims, {one.id: one.text for one in to.questions})
    return DraftReply(to, claims, freeze("reply", claims, {TEXT: words.encode("utf-8")}))


def pointing_at(vault: Vault, draft: DraftReply) -> list[Pointing]:
    """Return what in the words of a reply may point at somebody, but for what may stay in just that text."""
    bodies = (str(draft.claims["issuer"]["name"]), str(draft.claims["to"]["name"]))
    return pointing_in(vault, _typed(draft), STRICTEST, harmless=bodies)


def sign_reply(vault: Vault, draft: DraftReply, file: Path, passphrase: str) -> MadeReply:
    """Sign a reply, check it as its reader would, register it, and name the file.

    NotYours when the passphrase is another; Refused when words may point at somebody, or there is a file of
    that name; WorldError when it cannot be written. Then nothing is made and nothing is registered.
    """
    confirm(vault, passphrase)
    return write_reply(vault, draft, file)


def write_reply(vault: Vault, draft: DraftReply, file: Path) -> MadeReply:
    """Do the same where the passphrase was just typed."""
    must_be_keeper(vault)
    file = place_of(file, draft.claims)
    must_be_free(file)
    must_not_point(pointing_at(vault, draft), STILL_OPEN)
    ours, frozen, claims = signer(vault), draft.frozen, draft.claims
    built = sealed(frozen, [cms.sign(ours.key, ours.certificate, frozen.first, frozen.issued)])
    write_pack(file, built, partial(_register, vault, draft, built))
    return MadeReply(
        reply=str(claims["reply"]),
        number=int(claims["number"]),
        answers=len(claims["answers"]),
        digest=built.digest,
        file=file,
        changed=Changed(frozenset({"sent"}), None),
    )


def _register(vault: Vault, draft: DraftReply, built: Built) -> None:
    """Remember what was sent, once, however often it is written."""
    if not vault.rows("sent", digest=built.digest):
        title = tr(TITLE, title=draft.to.title)
        with vault.unit("pack") as unit:
            unit.save("sent", None, reply_row(draft.claims, built.digest, title))


def _typed(draft: DraftReply) -> list[Typed]:
    """Return the words of a reply that somebody typed, with what they are."""
    found = [Typed(MESSAGE, str(draft.claims["text"]))]
    for one in draft.claims["answers"]:
        place = ANSWER_TO if one["ask"] else ABOUT_TOPIC
        found += [Typed(place, str(one[name])) for name in LONGEST if one[name]]
    return [one for one in found if one.text.strip()]
