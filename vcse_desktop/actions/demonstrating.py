"""The whole way once, without anybody at the keyboard: example, pack, partner, verdict."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from vcse_desktop.actions.checking import Checked, check_pack, they_match
from vcse_desktop.actions.checking_many import MANY, check_packs
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.example_days import WRITTEN_UNTIL
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.unlocking import new_vault
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.result import sentence
from vcse_desktop.store.vault import Vault

PARTNER = N_("Our council")
FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)


@dataclass(frozen=True, slots=True)
class Shown:
    """The pack that was made, and what a partner's vault says of it once the digits were compared."""

    pack: Path
    checked: Checked

    def said(self) -> Mapping[str, str]:
        """Return the verdict and its sentence."""
        result = self.checked.result
        return {"verdict": result.verdict.name, "sentence": sentence(result)}


def demonstrate(folder: Path | None = None) -> Shown:
    """Make the example organisation and its pack for a quarter, and check it as a partner would.

    Both vaults live in a temporary folder and are gone afterwards; the pack stays, in this folder or a new
    one. The digits are compared by the program itself here, which no person should ever leave to it.
    """
    place = (folder or Path(mkdtemp(prefix="vcse-example-"))).resolve()
    place.mkdir(parents=True, exist_ok=True)
    pack = place / "example-pack.zip"
    pack.unlink(missing_ok=True)
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        inside = Path(temporary)
        with make_example(inside / "example", secrets.token_urlsafe(), until=WRITTEN_UNTIL) as vault:
            made = make_pack(vault, Choices(FIRST, LAST, tr(PARTNER)), pack)
        partner, _ = new_vault(inside / "partner", tr(PARTNER), secrets.token_urlsafe())
        with partner:
            met = check_pack(pack, partner)
            if met.digits == made.digits:
                they_match(partner, met)
            return Shown(pack, _worst(_in_every_way(pack, partner, inside / "read")))


def _in_every_way(pack: Path, partner: Vault, place: Path) -> Iterator[Checked]:
    """Check the pack, its report by itself, and the pack so often that other processes help."""
    yield check_pack(pack, partner, keep=place)
    yield check_pack(place / "report.pdf", partner)
    yield from check_packs([pack] * MANY, partner)


def _worst(found: Iterable[Checked]) -> Checked:
    """Return the first that is not good, or the first."""
    checked = list(found)
    return next((one for one in checked if one.code), checked[0])
