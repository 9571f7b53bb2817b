"""Whether everything that was ever told is still remembered as it was, and who was in it."""

import json
from datetime import date

from vcse_desktop.disclosure import ledger
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.reports.numbers import day
from vcse_desktop.store.vault import Vault

CHANGED = N_(
    "What is remembered of the pack for {audience} of {day} is not what was written when it was made."
)
MISSING = N_("It is not remembered any more what the pack for {audience} of {day} told.")
NOT_AS_TOLD = (
    N_("What earlier packs told was changed"),
    N_(
        "{what} New numbers are checked against what was told before, so nothing is signed, and nothing was "
        "made. A keeper can bring the newest good backup back: in Settings, under “Backups”."
    ),
)


def wrong_in(vault: Vault, language: str = SOURCE_LANGUAGE) -> list[str]:
    """Return a sentence for each pack that is not remembered as it was told; none when all are."""
    releases = ledger.read(vault)
    changed, known = set(ledger.changed(vault)), {release.digest for release in releases}
    said = [
        tr(CHANGED, audience=release.audience, day=_day(release.made_at, language))
        for release in releases
        if release.id in changed
    ]
    for row in vault.rows("sent"):
        if row["policy"] and row["digest"] not in known:  # a notice tells no numbers
            names = ", ".join(json.loads(str(row["audience"])))
            said.append(tr(MISSING, audience=names, day=_day(str(row["issued"]), language)))
    return said


def must_be_as_told(vault: Vault) -> None:
    """Refuse to go on while something that was told is not remembered as it was."""
    found = wrong_in(vault)
    if found:
        raise Refused(*NOT_AS_TOLD, what=" ".join(found))


def _day(moment: str, language: str) -> str:
    return day(date.fromisoformat(moment[:10]), language)
