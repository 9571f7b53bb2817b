"""Each setting, declared once: its name, its default, its words, and where it lives."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from vcse_desktop.i18n import N_

Value = str | int | bool


class Home(Enum):
    """Where a setting is kept."""

    COMPUTER = "computer"  # a small file without personal data, read before unlocking
    GROUP = "group"  # in the vault; travels with backup and merge


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``choices`` empty means that any value of the default's type is good."""

    name: str
    default: Value
    label: str
    help: str
    choices: tuple[Value, ...] = ()
    home: Home = Home.GROUP


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("language", "en", N_("Language"), N_("The language of this program."), home=Home.COMPUTER),
        Setting(
            "disclosure_floor",
            "nhs_1_7_r5",
            N_("How small numbers are hidden"),
            N_("No pack may hide less than this. A partner may ask for more."),
            ("nhs_1_7_r5", "under_10_r5", "under_10", "under_5"),
        ),
        Setting("pack_purpose", "", N_("Why we share"), N_("Printed in every pack until you change it.")),
        Setting("pack_lawful_basis", "", N_("The reason in law"), N_("Ask your data lead if unsure.")),
        Setting("pack_retention", "", N_("How long a partner may keep it"), N_("Printed in every pack.")),
        Setting("is_example", False, N_("This is the example organisation"), N_("Nobody in it is real.")),
    )
}


def sound(setting: Setting, value: object) -> Value:
    """Return the value, or the default when the value is none that the setting can have."""
    fits = type(value) is type(setting.default) and (not setting.choices or value in setting.choices)
    return value if fits else setting.default  # type: ignore[return-value]


def read_computer(folder: Path) -> dict[str, object]:
    """Return what ``settings.json`` in this folder says; empty when it is missing or cannot be read.

    Names that we do not know are kept: a newer version of the program wrote them.
    """
    try:
        found = json.loads((folder / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_computer(folder: Path, values: Mapping[str, object]) -> None:
    """Write these values over what is there; everything else in the file stays."""
    text = json.dumps(read_computer(folder) | dict(values), indent=1, sort_keys=True)
    (folder / "settings.json").write_text(text, "utf-8")
