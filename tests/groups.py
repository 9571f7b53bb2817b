"""A small group with a quarter of sessions and words that may leave, for tests of packs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.disk import laid, taken
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.reading_over import check_value
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse
from vcse_desktop.disclosure.quotes import words_hash
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import open_vault

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
PARTNER = "Our council"
KIND, TIME = "They were kind to us.", "There was time to talk."
"""What two people said and agreed that partners may read."""
BENCH, BUS, TOLD = "A bench by the river", "A later bus", "A ramp"
"""What the partner was asked about; people were told of the last one already."""


def kept_group(temporary: pytest.TempPathFactory) -> Iterator[Vault]:
    """Yield a group's vault for many tests that leave nothing in it, with a profile of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(temporary.mktemp("profile")))
        with make_group(temporary.mktemp("group") / "vault") as made:
            yield made


def make_group(folder: Path, *, rehearsed: bool = True, name: str = "Carers of the Vale") -> Vault:
    """Return the open vault of a group whose recovery code was typed back; the caller locks it.

    It is made once: of the same name, all are copies of one another.
    """
    if (name, rehearsed) not in _made:
        with TemporaryDirectory() as place, _new_group(Path(place, "vault"), name, rehearsed) as made:
            made.lock()
            _made[name, rehearsed] = taken(made.folder)
    vault = open_vault(laid(_made[name, rehearsed], folder), PASSPHRASE)
    vault.confirm_signing()
    return vault


_made: dict[tuple[str, bool], dict[str, bytes]] = {}


def _new_group(folder: Path, name: str, rehearsed: bool) -> Vault:
    vault, code = new_vault(folder, name, PASSPHRASE, kdf=FLOOR)
    if rehearsed:
        rehearse(vault, code)
    with vault.unit("add") as unit:
        activity = unit.save("activity", None, {"title": "Drop-in"})
        unit.save("organisation", None, {"name": PARTNER})
        for day in range(1, 13):
            when = f"2024-02-{day:02}"
            said = {"date": when, "activity": activity, "people_n": 14 + day % 3, "helpers_n": 3}
            unit.save("session", None, said)
            if day == 1:
                walk = unit.save("activity", None, {"title": "Walk"})
                unit.save("session", None, {**said, "activity": walk, "people_n": 3})
            heard = {"words": f"Something else {day}.", "heard_on": when, "themes": ["parking"]}
            unit.save("insight", None, heard)
    for words in (KIND, TIME):
        say(vault, words)
    return vault


def say(vault: Vault, words: str) -> int:
    """Add what somebody said and agreed that partners may read; returns the insight's id."""
    heard: dict[str, object] = {
        "words": words,
        "heard_on": "2024-02-06",
        "themes": ["parking"],
        "may_quote": "unnamed",
    }
    shared: dict[str, object] = {"share_words": words, "names_checked_on": "2024-02-07"}
    with vault.unit("add") as unit:
        insight = unit.save("insight", None, heard | shared)
        read = {"record": insight, "value": check_value("share_words", words, {})}
        unit.save("own_value", None, read)
        agreed = {"use": "quote_words", "scope": "partners", "text_hash": words_hash(words)}
        unit.save("consent", None, agreed | {"insight": insight, "given_on": "2024-02-06"})
    return insight


def quarter(partner: str = PARTNER) -> Choices:
    """Return the choices of a pack about that quarter, with all that there is.

    Its report is in usual letters alone: large ones would take every test of a pack half a second.
    """
    return Choices(FIRST, LAST, partner, large_print=False)


def decided(rule: str) -> dict[str, str]:
    """Return what a keeper says when the trustees have chosen another rule for hiding."""
    return {
        "disclosure_floor": rule,
        "disclosure_reason": "The trustees: our villages are small.",
        "disclosure_decided_on": "2026-01-05",
    }


def waiting(group: Vault) -> None:
    """Let the group wait for two answers of its partner, and have told people of a third."""
    to = group.rows("organisation", name=PARTNER)[0]["id"]
    with group.unit("add") as unit:
        for what, asked, more in (
            (BUS, "2024-02-20", {"due_on": "2024-06-01"}),
            (BENCH, "2024-02-10", {}),
            (TOLD, "2024-01-10", {"told_on": "2024-03-01", "status": "done"}),
        ):
            unit.save("response", None, {"what": what, "to_org": to, "asked_on": asked, **more})
        unit.save("response", None, {"what": "For us", "asked_on": "2024-02-10"})


def looking_back(group: Vault) -> dict[str, int]:
    """Let the group have asked people something, looked back, and asked for help; return the ids by kind."""
    with group.unit("add") as unit:
        to = int(str(group.rows("organisation", name=PARTNER)[0]["id"]))
        walk = int(str(group.rows("activity", title="Walk")[0]["id"]))
        unit.save("activity", walk, {"principles": ["p6_volunteering"]})
        asking: dict[str, object] = {
            "question": "Which hours?",
            "opens": "2024-02-01",
            "closes": "2024-02-20",
        }
        asking |= {"change_on": "2024-04-01", "rung_planned": "involving", "rung_actual": "consulting"}
        asking |= {
            "stage": "options",
            "duty": ["nhs2006_14z45"],
            "cost_money": 12_000,
            "principles": ["p2_partnership"],
        }
        made = {"engagement": unit.save("engagement", None, asking)}
        mine = {"engagement": made["engagement"]}
        for kind, row in (
            ("stakeholder", {**mine, "group": "public", "n": 9}),
            ("audience", {**mine, "technique": "survey", "reached": 40}),
            ("barrier", {**mine, "barrier": "transport", "fix": "A lift", "result": "worked"}),
            ("review", {**mine, "worked": "Tea", "reviewed_on": "2024-03-02", "reviewed_by": ["trustees"]}),
            (
                "capacity_support",
                {"direction": "given_to_us", "what": ["training"], "given_on": "2024-02-05"},
            ),
            ("role", {"activity": walk, "organisation": to, "roles": ["led"]}),
            ("person", {"known_as": "Ann", "involve_how": ["decide"], "involve_asked_on": "2024-02-01"}),
        ):
            made[kind] = unit.save(kind, None, row)
        money = {"direction": "given_by_us", "what": ["money"], "given_on": "2024-02-06", "amount": 5_000}
        unit.save("capacity_support", None, money)
        done = {"review": made["review"], "what": "A later bus", "done_on": "2024-03-05"}
        made["action"] = unit.save("action", None, done)
        when = {"date": "2024-02-14", "activity": walk, "people_n": 20}
        heard = {"listened_asked": 12, "listened_yes": 9, "engagements": [made["engagement"]]}
        made["session"] = unit.save("session", None, when | heard)
        counted = {"session": made["session"], "vocab": "age_band", "code": "age_65_74", "n": 11}
        made["tally"] = unit.save("tally", None, counted)
    return made
