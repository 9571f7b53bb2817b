"""Checking a signed file, and remembering whose digits a person compared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vcse_desktop.actions.approving import Approver
from vcse_desktop.actions.cosigning import is_known, may_sign
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.signers import my_label
from vcse_desktop.actions.taking_back import is_forgotten, is_ours
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.claims import WITHDRAWN
from vcse_desktop.packs.identity import has_closed, read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.memory import load, save
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.result import Result, remarks, sentence
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.reports.numbers import day
from vcse_desktop.store.vault import Vault

__all__ = ["Checked", "Result", "Verdict", "check_pack", "compare", "they_match"]

CANNOT_READ = 3
NEXT = {
    Verdict.OK: N_("You can read it and use it."),
    Verdict.REPACKED: N_("You can read it and use it. Keep this file as it is; nothing in it was changed."),
    Verdict.NOT_A_PACK: N_(
        "Choose the file that your partner sent, whose name ends in .zip, or the folder that was unpacked "
        "from it."
    ),
    Verdict.DAMAGED: N_("It may help to send it another way: on a memory stick, or by a link."),
    Verdict.ALTERED: N_("Keep the file, and ask them for a new one."),
    Verdict.TOO_BIG: N_("Ask the sender what this file is. A pack is smaller than 64 megabytes."),
    Verdict.NEWER_FORMAT: N_("Put the newest version of this program on this computer, then check again."),
    Verdict.UNFINISHED: N_("Tell the sender, and wait for the finished one."),
    Verdict.IMPOSTOR: N_("Do not open it and do not reply to it until you have spoken to them."),
    Verdict.UNSAFE: N_("Do not open what is inside by other means. Ask for a new pack."),
    Verdict.UNKNOWN_SIGNER: N_(
        "Read the digits to the sender on a number that you already have, or lay their card beside them."
    ),
    Verdict.REVOKED: N_("Ask them for the same summary, signed with the key that they use now."),
    Verdict.WITHDRAWN: N_("Do not use it any more. Ask whether another one takes its place."),
    Verdict.SUPERSEDED: N_("Use the newer one. If you do not have it, ask for it."),
    Verdict.FORK: N_("Use neither of the two until they have told you."),
}
"""What to do now, after each verdict."""
LOOK = N_("Look at what they answer.")
"""After a good verdict on a reply."""
TRY_AGAIN = N_("If it is on a memory stick, put the stick in once more, then choose the file again.")
NO_MEMORY = N_(
    "Signers whose digits you compared before are known only once the program is opened with a passphrase."
)
SAYS = N_("It says {name}. The digits: {digits}")
IGNORED = N_("Left aside, as it is only litter of the computer it was on: {names}.")
OTHER_DIGITS = (
    N_("The digits are not the same"),
    N_(
        "The pack has {digits}. Nobody was remembered. Do not use the pack before you have spoken to the "
        "sender on a number that you already have."
    ),
)
NOT_WHOLE = (
    N_("There is nobody to remember"),
    N_("Only the signer of a whole pack can be remembered. Nothing was changed. Check the file again."),
)


OURS = N_("This pack is yours. Unchanged since it was signed, dated {date}.")
OUR_REPORT = N_("This report is yours. Unchanged since it was signed, dated {date}.")
REMEMBERED = N_("It is in your register. There is nothing to do.")
NOTHING_TO_DO = N_("There is nothing to do.")
FORGOTTEN = N_(
    "But this vault does not remember sending it: perhaps it came back from a backup, or the pack was made "
    "on another computer. Take it into the register, so that later packs are checked against it. Other "
    "numbers about people of its days then no longer leave, and as what was sent stays sent, nothing takes "
    "it out again."
)


PUBLISH = {True: N_("You may pass it on."), False: N_("They ask you not to pass it on.")}
HALF, HISTORY, NAMESAKE = "half", "history", "namesake"
DOUBTS = {
    HALF: N_(
        "You know {name}, but their key or its rules were changed, and only one of the two keys before "
        "stands behind that. Whoever took one of them could have done so. Compare the digits once more."
    ),
    HISTORY: N_(
        "It begins with the key that you compared, but tells another history of it than what you saw before. "
        "One of the two is not theirs. Only they can say which: if it is this one, forget the signer under "
        "“Signers”, then compare these digits."
    ),
    NAMESAKE: N_(
        "If they tell you that they really have a new key, and read you its digits, forget the earlier one "
        "under “Signers”; then compare."
    ),
}
"""What is said beside a verdict about a signer whose name or key is known."""
REASON_GIVEN = N_("The reason they gave: {reason}")
NOW_CLOSED = N_("{name} says here that it has closed: it signs no more packs.")
TAKEN_BACK = N_("It takes back number {n}: {reason}")
REPLACED = N_("It takes the place of number {n}: {reason}")
REPLACED_PLAINLY = N_("It takes the place of number {n}.")


YOU_SIGN = N_("You are asked to sign it. Read it first: your signature stands for all of it.")
WAITS = N_(
    "It waits for another signature, so it does not go out yet. Give it to whoever signs next, or put in the "
    "signature that came back."
)
COMPARE_AND_SIGN = N_("You are asked to sign it. Compare the digits of the group with somebody of it first.")


UNREADABLE = "UNREADABLE"
"""What stands in the place of a verdict when a file cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what checking it found; ``fault`` instead when it cannot be read.

    Days are written as ``language`` does. ``ours`` says that this group signed it, ``forgotten`` that this
    vault does not remember it. ``doubt`` is a code of ``DOUBTS``, "" for none.
    ``mine`` are keys kept here that are asked to sign it; ``unheard`` says that whose file it is then was
    never compared, and ``waits`` that it is of somebody known and needs another signature.
    """

    file: Path
    result: Result
    fault: WorldError | None = None
    language: str = "en"
    ours: bool = False
    forgotten: bool = False
    doubt: str = ""
    mine: tuple[Approver, ...] = ()
    unheard: bool = False
    waits: bool = False

    @property
    def code(self) -> int:
        """The verdict as the exit status of the command line; 3 when the file cannot be read."""
        return CANNOT_READ if self.fault else int(self.result.verdict)

    @property
    def verdict(self) -> str:
        """The verdict's name."""
        return UNREADABLE if self.fault else self.result.verdict.name

    @property
    def digits(self) -> str:
        """The six groups of five to compare with the signer's card; "" when nobody signed it rightly."""
        return digits(self.result.keys[0]) if self.result.keys else ""

    @property
    def first_sentence(self) -> str:
        """The verdict in words."""
        if self.fault:
            return tr(self.fault.sentence, **self.fault.values)
        if self.ours:
            issued = date.fromisoformat(self.result.issued[:10])
            return tr(OUR_REPORT if self.result.is_report else OURS, date=day(issued, self.language))
        return sentence(self.result, self.language)

    @property
    def next_step(self) -> str:
        """What to do now, in a sentence."""
        if self.fault:
            return tr(TRY_AGAIN)
        if self.ours:
            return tr(FORGOTTEN if self.forgotten else NOTHING_TO_DO if self.result.is_report else REMEMBERED)
        if self.is_good and self.result.kind == "reply":
            return tr(LOOK)
        if self.waits and not self.mine:
            return tr(WAITS)
        if self.mine:
            return tr(COMPARE_AND_SIGN if self.unheard else YOU_SIGN)
        return tr(NEXT[self.result.verdict])

    @property
    def remarks(self) -> list[str]:
        """What is said beside the verdict, sentence by sentence."""
        result = self.result
        said = [] if self.fault else remarks(result)
        if self.doubt:
            said.append(tr(DOUBTS[self.doubt], name=result.name))
        if result.verdict is Verdict.SUPERSEDED and result.reason and not self.ours:
            said.append(tr(REASON_GIVEN, reason=result.reason))
        said += self._changes()
        if result.ignored:
            said.append(tr(IGNORED, names=", ".join(result.ignored)))
        return said

    def _changes(self) -> list[str]:
        """Return what a document that can be believed says of those before it, and of its signer."""
        claims = self.result.claims
        if not self.is_good or not claims:
            return []
        own = claims.get("sequence")
        changed = [one for one in claims.get("history", ()) if one["by"] == own]
        said = [tr(NOW_CLOSED, name=self.result.name)] if has_closed(read_chain(claims["identity"])) else []
        for one in changed:
            plain = REPLACED if one["reason"] else REPLACED_PLAINLY
            words = TAKEN_BACK if one["state"] == WITHDRAWN else plain
            said.append(tr(words, n=one["sequence"], reason=one["reason"] or ""))
        return said

    @property
    def is_new_signer(self) -> bool:
        """Whether the file is whole and only its signer's digits were never compared."""
        unknown = self.result.verdict is Verdict.UNKNOWN_SIGNER
        return not self.fault and not self.ours and (unknown or self.unheard)

    @property
    def is_good(self) -> bool:
        """Whether it can be used."""
        return not self.fault and (self.result.is_trusted or self.ours)

    def facts(self) -> list[tuple[str, str]]:
        """Return what a whole file says of itself: a name and its words each; none for any other."""
        claims = self.result.claims
        if not self.result.issued:
            return []
        period = claims.get("period")
        days = (
            [day(date.fromisoformat(period[one]), self.language) for one in ("from", "to")] if period else []
        )
        reply = self.result.kind == "reply"
        whom = [claims["to"]] if reply else claims.get("audience", [])
        found = [
            (tr(N_("Signed by") if self.is_good else N_("It says it is from")), self.result.name),
            (tr(N_("Title")), str(claims.get("title", ""))),
            (tr(N_("For")), "; ".join(party["name"] for party in whom)),
            (tr(N_("Days")), tr(N_("{first} to {last}"), first=days[0], last=days[1]) if days else ""),
            (tr(N_("Signed on")), day(date.fromisoformat(self.result.issued[:10]), self.language)),
            (tr(N_("Pack number")), "" if reply else self.result.pack),
            (tr(N_("It answers pack")), str(claims["about"]["pack"]) if reply else ""),
            (tr(N_("Number in the series")), str(claims.get("sequence", ""))),
            (tr(N_("Why they share it")), str(claims.get("purpose", ""))),
            (tr(N_("How long you may keep it")), str(claims.get("retention", ""))),
            (tr(N_("The next one is expected on")), _in_words(claims.get("next_expected"), self.language)),
            (tr(N_("Passing it on")), tr(PUBLISH[claims["may_publish"]]) if "may_publish" in claims else ""),
            (tr(N_("What it says")), str(claims.get("text", "")) if self.is_good and not reply else ""),
        ]
        return [(name, words) for name, words in found if words]

    def sentences(self) -> list[str]:
        """Return the verdict in words, and what is said beside it."""
        if self.fault:
            return [self.first_sentence]
        said = [self.first_sentence, *self.remarks]
        if self.ours:
            said.append(self.next_step)
        if self.is_new_signer:
            said.append(tr(SAYS, name=self.result.name, digits=self.digits))
        return said

    def plain(self) -> Mapping[str, object]:
        """Return what another program needs to know; what is not known is "".

        ``reason`` and ``changed_by`` say why and by what number it no longer stands.
        """
        result = self.result
        gone = result.verdict in (Verdict.WITHDRAWN, Verdict.SUPERSEDED)
        return {
            "file": str(self.file),
            "verdict": self.verdict,
            "code": self.code,
            "why": result.why,
            "signer": result.name,
            "digits": self.digits,
            "kind": result.kind,
            "pack": result.pack,
            "digest": result.digest,
            "issued": result.issued,
            "says": " ".join(self.sentences()),
            "next": self.next_step,
            **({"reason": result.reason, "changed_by": str(result.number)} if gone else {}),
        }


def _in_words(said: str | None, language: str) -> str:
    return day(date.fromisoformat(said), language) if said else ""


def check_pack(
    file: Path, vault: Vault | None = None, language: str = "en", *, keep: Path | None = None
) -> Checked:
    """Check a file, or an unpacked folder; with a vault, beside what it remembers, and it remembers more.

    ``keep`` is a new folder for what is in a whole one, as ``packs.checking.check`` has it.

    A file that cannot be read is told in ``fault``. Without a vault nobody is known.
    """
    before = Register() if vault is None else load(vault)
    checked = beside(examined(file, before, keep), before, vault, language)
    if vault is not None:
        save(vault, before, checked.result.register)
    return checked


def examined(file: Path, register: Register | None = None, keep: Path | None = None) -> Checked:
    """Check a file beside a register; nothing of any vault is looked at or written."""
    try:
        return Checked(file, check(file, register, keep))
    except WorldError as fault:
        return Checked(file, Result(Verdict.NOT_A_PACK), fault)


def beside(checked: Checked, before: Register, vault: Vault | None, language: str) -> Checked:
    """Return a file that was examined, with what a vault knows of it besides; ``before`` is what it knew."""
    result = checked.result
    ours = vault is not None and is_ours(vault, result)
    forgotten = vault is not None and is_forgotten(vault, result)
    doubt = "" if ours else _doubt(before, result)
    mine = () if vault is None else tuple(may_sign(vault, result))
    half = vault is not None and result.verdict is Verdict.UNFINISHED and bool(result.claims)
    waits = vault is not None and half and is_known(vault, result)
    made = replace(checked, language=language, ours=ours, forgotten=forgotten, doubt=doubt)
    return replace(made, mine=mine, unheard=bool(mine) and not waits, waits=waits)


def _doubt(before: Register, result: Result) -> str:
    """Return a code of ``DOUBTS`` for what is known of a signer already; "" for nothing to say."""
    if not result.claims or result.verdict not in (Verdict.UNKNOWN_SIGNER, Verdict.IMPOSTOR):
        return ""
    known = read_chain(result.claims["identity"])[0].digest in before.signers
    if result.verdict is Verdict.IMPOSTOR:
        return HISTORY if known else NAMESAKE
    return HALF if known else ""


def compare(vault: Vault, file: Path, heard: str) -> Checked:
    """Compare the digits that somebody read from the signer's card or heard by phone with those of a pack.

    When they match, the signer is known from now on. Refused when they do not, or there is no signer to know.
    """
    checked = check_pack(file, vault)
    if not checked.result.claims:
        raise Refused(*NOT_WHOLE)
    if [sign for sign in heard if sign.isdigit()] != [sign for sign in checked.digits if sign.isdigit()]:
        raise Refused(*OTHER_DIGITS, digits=checked.digits)
    they_match(vault, checked)
    return check_pack(file, vault)


def they_match(vault: Vault, checked: Checked) -> None:
    """Remember that a person has compared the signer's digits and found them the same."""
    if not checked.result.claims:
        raise Refused(*NOT_WHOLE)
    chain = read_chain(checked.result.claims["identity"])
    before = load(vault)
    save(vault, before, trust(before, chain, today().isoformat(), my_label(vault)))
