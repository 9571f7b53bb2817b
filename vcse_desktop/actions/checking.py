"""Checking a signed file, and remembering whose digits a person compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.actions.recording import today
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.memory import load, save
from vcse_desktop.packs.register import trust
from vcse_desktop.packs.result import Result, remarks, sentence
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

__all__ = ["Checked", "Result", "Verdict", "check_pack", "they_match"]

NOT_WHOLE = (
    N_("There is nobody to remember"),
    N_("Only the signer of a whole pack can be remembered. Nothing was changed. Check the file again."),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what checking it found."""

    file: Path
    result: Result

    @property
    def code(self) -> int:
        """The verdict as the exit status of the command line."""
        return int(self.result.verdict)

    @property
    def digits(self) -> str:
        """The six groups of five to compare with the signer's card; "" when nobody signed it rightly."""
        return digits(self.result.keys[0]) if self.result.keys else ""

    def line(self) -> str:
        """Return the file, the verdict and its sentence on one line."""
        said = [sentence(self.result), *remarks(self.result)]
        if self.result.verdict is Verdict.UNKNOWN_SIGNER:
            said.append(
                tr(N_("It says {name}. The digits: {digits}"), name=self.result.name, digits=self.digits)
            )
        return tr(
            N_("{file}: {verdict}. {sentence}"),
            file=self.file.name,
            verdict=self.result.verdict.name,
            sentence=" ".join(said),
        )

    def plain(self) -> Mapping[str, str]:
        """Return what another program needs to know."""
        return {
            "file": str(self.file),
            "verdict": self.result.verdict.name,
            "signer": self.result.name,
            "pack": self.result.pack,
        }


def check_pack(file: Path, vault: Vault | None = None) -> Checked:
    """Check a file, or an unpacked folder; with a vault, beside what it remembers, and it remembers more.

    WorldError when the file cannot be read. Without a vault nobody is known.
    """
    if vault is None:
        return Checked(file, check(file))
    before = load(vault)
    result = check(file, before)
    save(vault, before, result.register)
    return Checked(file, result)


def they_match(vault: Vault, checked: Checked) -> None:
    """Remember that a person has compared the signer's digits and found them the same."""
    if not checked.result.claims:
        raise Refused(*NOT_WHOLE)
    chain = read_chain(checked.result.claims["identity"])
    before = load(vault)
    save(vault, before, trust(before, chain, today().isoformat()))
