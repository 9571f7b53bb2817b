"""Checking a signed file, and remembering whose digits a person compared."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vcse_desktop.actions.recording import today
from vcse_desktop.actions.taking_back import is_forgotten, is_ours
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import read_chain
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
UNREADABLE = "UNREADABLE"
"""What stands in the place of a verdict when a file cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what checking it found; ``fault`` instead when it cannot be read.

    Days are written as ``language`` does. ``ours`` says that this group signed it, ``forgotten`` that this
    vault does not remember it.
    """

    file: Path
    result: Result
    fault: WorldError | None = None
    language: str = "en"
    ours: bool = False
    forgotten: bool = False

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
        return tr(NEXT[self.result.verdict])

    @property
    def remarks(self) -> list[str]:
        """What is said beside the verdict, sentence by sentence."""
        said = [] if self.fault else remarks(self.result)
        if self.result.ignored:
            said.append(tr(IGNORED, names=", ".join(self.result.ignored)))
        return said

    @property
    def is_new_signer(self) -> bool:
        """Whether the file is whole and only its signer's digits were never compared."""
        return not self.fault and not self.ours and self.result.verdict is Verdict.UNKNOWN_SIGNER

    @property
    def is_good(self) -> bool:
        """Whether it can be used."""
        return not self.fault and (self.result.is_trusted or self.ours)

    @property
    def can_be_read(self) -> bool:
        """Whether it can be read here: a report by itself is read by whatever opens a PDF."""
        return self.is_good and not self.result.is_report

    def facts(self) -> list[tuple[str, str]]:
        """Return what a whole file says of itself: a name and its words each; none for any other."""
        claims = self.result.claims
        if not self.result.issued:
            return []
        period = claims.get("period")
        days = (
            [day(date.fromisoformat(period[one]), self.language) for one in ("from", "to")] if period else []
        )
        found = [
            (tr(N_("Signed by") if self.is_good else N_("It says it is from")), self.result.name),
            (tr(N_("Title")), str(claims.get("title", ""))),
            (tr(N_("For")), "; ".join(party["name"] for party in claims.get("audience", []))),
            (tr(N_("Days")), tr(N_("{first} to {last}"), first=days[0], last=days[1]) if days else ""),
            (tr(N_("Signed on")), day(date.fromisoformat(self.result.issued[:10]), self.language)),
            (tr(N_("Pack number")), self.result.pack),
            (tr(N_("Why they share it")), str(claims.get("purpose", ""))),
            (tr(N_("How long you may keep it")), str(claims.get("retention", ""))),
            (tr(N_("Passing it on")), tr(PUBLISH[claims["may_publish"]]) if "may_publish" in claims else ""),
        ]
        return [(name, words) for name, words in found if words]

    def sentences(self) -> list[str]:
        """Return the verdict in words, and what is said beside it."""
        if self.fault:
            return [self.first_sentence]
        said = [self.first_sentence, *remarks(self.result)]
        if self.ours:
            said.append(self.next_step)
        if self.is_new_signer:
            said.append(tr(SAYS, name=self.result.name, digits=self.digits))
        if self.result.ignored:
            said.append(tr(IGNORED, names=", ".join(self.result.ignored)))
        return said

    def plain(self) -> Mapping[str, object]:
        """Return what another program needs to know; what is not known is ""."""
        result = self.result
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
        }


def check_pack(
    file: Path, vault: Vault | None = None, language: str = "en", *, keep: Path | None = None
) -> Checked:
    """Check a file, or an unpacked folder; with a vault, beside what it remembers, and it remembers more.

    ``keep`` is a new folder for what is in a whole one, as ``packs.checking.check`` has it.

    A file that cannot be read is told in ``fault``. Without a vault nobody is known.
    """
    before = Register() if vault is None else load(vault)
    if _is_device(file):
        return Checked(file, Result(Verdict.NOT_A_PACK), language=language)
    try:
        result = check(file, before, keep)
    except WorldError as fault:
        return Checked(file, Result(Verdict.NOT_A_PACK), fault, language)
    if vault is not None:
        save(vault, before, result.register)
    ours = vault is not None and is_ours(vault, result)
    forgotten = vault is not None and is_forgotten(vault, result)
    return Checked(file, result, language=language, ours=ours, forgotten=forgotten)


def _is_device(file: Path) -> bool:
    """Say whether this is neither a file nor a folder: to read it might never end."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


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
    save(vault, before, trust(before, chain, today().isoformat()))
