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
            "theme",
            "system",
            N_("Colours"),
            N_("Light, dark, high contrast, or as this computer is set."),
            ("system", "light", "dark", "high"),
            Home.COMPUTER,
        ),
        Setting(
            "text_size",
            100,
            N_("Text size"),
            N_("In percent. Everything grows with it."),
            (100, 125, 150, 175, 200),
            Home.COMPUTER,
        ),
        Setting(
            "vault",
            "",
            N_("Where the records are"),
            N_("The folder that was opened last on this computer."),
            home=Home.COMPUTER,
        ),
        Setting(
            "backup_place",
            "",
            N_("A second place for backups"),
            N_("A folder on something else than this computer's own disk, such as a stick. It gets a copy."),
            home=Home.COMPUTER,
        ),
        Setting(
            "backup_days",
            90,
            N_("How long backups are kept"),
            N_("In days. What was erased is in older backups until they are deleted."),
            (30, 60, 90, 180, 365),
        ),
        Setting(
            "disclosure_floor",
            "nhs_1_7_r5",
            N_("How small numbers are hidden"),
            N_("No pack may hide less than this. A partner may ask for more."),
            ("nhs_1_7_r5", "under_10_r5", "under_10", "under_5"),
        ),
        Setting(
            "disclosure_reason",
            "",
            N_("Who decided it, and why"),
            N_("Such as: the trustees, because our villages are small."),
        ),
        Setting("disclosure_decided_on", "", N_("When it was decided"), N_("The day of the meeting.")),
        Setting("pack_purpose", "", N_("Why we share"), N_("Printed in every pack until you change it.")),
        Setting("pack_lawful_basis", "", N_("The reason in law"), N_("Ask your data lead if unsure.")),
        Setting("pack_retention", "", N_("How long a partner may keep it"), N_("Printed in every pack.")),
        Setting(
            "pack_introduction",
            "",
            N_("Who we are"),
            N_("Stands at the head of the summary, in your own words. A few sentences are enough."),
        ),
        *(
            Setting(f"pack_note_{section}", "", title, N_("Printed under the heading of this section."))
            for section, title in (
                ("summary", N_("Our note: Summary")),
                ("what_changed", N_("Our note: What changed")),
                ("what_people_told_us", N_("Our note: What people told us")),
                ("carers", N_("Our note: Carers")),
                ("volunteering", N_("Our note: Volunteering and social action")),
                ("who_we_reached", N_("Our note: Who we reached")),
                ("how_we_asked", N_("Our note: How we asked")),
                ("what_we_learned", N_("Our note: What we learned")),
                ("capacity_and_cost", N_("Our note: Capacity and cost")),
                ("six_principles", N_("Our note: Six principles")),
            )
        ),
        Setting("pack_picture", "", N_("Our picture"), N_("On the first page of every report.")),
        Setting("pack_picture_shows", "", N_("What the picture shows"), N_("For those who cannot see it.")),
        Setting(
            "safeguarding_name",
            "",
            N_("Who to tell when somebody may be at risk"),
            N_("The name of your own lead. Shown wherever somebody starts to write such a thing down."),
        ),
        Setting("safeguarding_phone", "", N_("Their number"), N_("As you would dial it.")),
        Setting(
            "paper_ask",
            "",
            N_("Who answers questions about what you hold"),
            N_("A name with a phone number or an e-mail. Left empty, the forms have a line to write it on."),
        ),
        Setting("paper_signin", "", N_("On the sign-in sheet"), N_("Why you ask for names and hours.")),
        Setting("paper_tally", "", N_("On the session tally"), N_("For whoever counts.")),
        Setting("paper_contact", "", N_("On the contact form"), N_("For carers and people you support.")),
        Setting("paper_said", "", N_("On the form for what people said"), N_("What becomes of their words.")),
        Setting("paper_agreed", "", N_("On the consent form"), N_("Kept with each yes, as it stands here.")),
        Setting("show_engagement", True, N_("Show Engagement"), N_("Nothing is lost when it is off.")),
        Setting("show_principles", True, N_("Show Principles"), N_("Nothing is lost when it is off.")),
        Setting(
            "cover_minutes",
            5,
            N_("Cover the screen after"),
            N_(
                "When this computer has not been used for so long, in any program, the screen shows nothing. "
                "Whoever is in goes on with a PIN or their passphrase."
            ),
            (0, 1, 2, 3, 5, 10, 15, 30),
        ),
        Setting(
            "lock_minutes",
            15,
            N_("Lock everything after"),
            N_(
                "When this computer has not been used for so long, in any program, everything is locked. "
                "Only a passphrase or the recovery sheet opens it. What was being typed is kept."
            ),
            (2, 5, 10, 15, 20, 30, 60),
        ),
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


def computer(folder: Path, name: str) -> Value:
    """Return one setting of this computer from the file in this folder; its default when it is not sound."""
    return sound(SETTINGS[name], read_computer(folder).get(name))
