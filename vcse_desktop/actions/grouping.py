"""What the group as a whole is: its name, who is in, and its settings."""

import json
from collections.abc import Mapping
from datetime import date

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.settings import SETTINGS, Value, sound
from vcse_desktop.store.vault import Vault, people

FLOOR, REASON, DECIDED_ON = "disclosure_floor", "disclosure_reason", "disclosure_decided_on"
UNDECIDED = (
    N_("Another rule needs a reason and a day"),
    N_(
        "Nothing was changed. Write who decided how small numbers are hidden, and why, and the day on which "
        "it was decided; then save it again."
    ),
)


def group_setting(vault: Vault, name: str) -> Value:
    """Return a setting of the group; its default when it was never set or is not sound."""
    return sound(SETTINGS[name], vault.setting(name))


def set_group(vault: Vault, name: str, value: Value) -> Changed:
    """Keep a setting of the group; a value that the setting cannot have becomes its default."""
    return set_groups(vault, {name: value})


def set_groups(vault: Vault, values: Mapping[str, Value]) -> Changed:
    """Keep several settings of the group as one step; NotAllowed unless a keeper is in.

    Refused when the rule for hiding would change without a reason and the day on which it was decided.
    """
    keepers_only(vault)
    now = group_setting(vault, FLOOR)
    if values.get(FLOOR, now) != now:
        _must_be_decided(values)
    with vault.unit("edit") as unit:
        for name, value in values.items():
            unit.set(name, sound(SETTINGS[name], value))
    return Changed(frozenset({"setting"}), unit.id)


def _must_be_decided(values: Mapping[str, Value]) -> None:
    """Refuse a rule without a reason, or without a day that has been."""
    reason, day = (str(values.get(name, "")).strip() for name in (REASON, DECIDED_ON))
    try:
        decided = date.fromisoformat(day)
    except ValueError:
        raise Refused(*UNDECIDED) from None
    if not reason or decided > today():
        raise Refused(*UNDECIDED)


def kept_settings(vault: Vault, begins: str) -> dict[str, object]:
    """Return the settings whose names begin so, by their names; without those that were emptied."""
    rows = vault.rows("setting")
    kept = {str(one["name"]): one["value"] for one in rows if str(one["name"]).startswith(begins)}
    found = {name: json.loads(str(value)) for name, value in kept.items()}
    return {name: value for name, value in found.items() if value is not None}


def group_name(vault: Vault) -> str:
    """Return the name of the organisation whose vault it is; "" when it has none."""
    us = vault.rows("organisation", is_us=True)
    return str(us[0]["name"]) if us else ""


def who_is_in(vault: Vault) -> str:
    """Return the name of the person who opened the vault, as the screen before it lists them; "" by paper."""
    return next((one.label for one in people(vault.folder) if int(one.slot) == vault.member), "")
