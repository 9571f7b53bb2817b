"""Checking a signed file, and remembering whose digits a person compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.actions.recording import today
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.memory import load, save
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.result import Result, remarks, sentence
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

__all__ = ["Checked", "Result", "Verdict", "check_pack", "compare", "they_match"]

CANNOT_READ = 3
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


UNREADABLE = "UNREADABLE"
"""What stands in the place of a verdict when a file cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what checking it found; ``fault`` instead when it cannot be read."""

    file: Path
    result: Result
    fault: WorldError | None = None

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

    def sentences(self) -> list[str]:
        """Return the verdict in words, and what is said beside it."""
        if self.fault:
            return [tr(self.fault.sentence, **self.fault.values)]
        said = [sentence(self.result), *remarks(self.result)]
        if self.result.verdict is Verdict.UNKNOWN_SIGNER:
            said.append(tr(SAYS, name=self.result.name, digits=self.digits))
        if self.result.ignored:
            said.append(tr(IGNORED, names=", ".join(self.result.ignored)))
        return said

    def plain(self) -> Mapping[str, str]:
        """Return what another program needs to know."""
        return {
            "file": str(self.file),
            "verdict": self.verdict,
            "signer": self.result.name,
            "pack": self.result.pack,
        }


def check_pack(file: Path, vault: Vault | None = None) -> Checked:
    """Check a file, or an unpacked folder; with a vault, beside what it remembers, and it remembers more.

    A file that cannot be read is told in ``fault``. Without a vault nobody is known.
    """
    before = Register() if vault is None else load(vault)
    try:
        result = check(file, before)
    except WorldError as fault:
        return Checked(file, Result(Verdict.NOT_A_PACK), fault)
    if vault is not None:
        save(vault, before, result.register)
    return Checked(file, result)


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
