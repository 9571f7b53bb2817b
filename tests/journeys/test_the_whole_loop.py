"""The whole loop at a terminal: a pack asks, a partner answers with a signed reply, and it is filled in."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from tests.commands import Run
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.answering import answers
from vcse_desktop.actions.asks import asks_of
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.example_days import WRITTEN_UNTIL
from vcse_desktop.actions.sending import sent_packs
from vcse_desktop.actions.sharing import partner
from vcse_desktop.actions.unlocking import unlock
from vcse_desktop.store.passphrase import FLOOR

COUNCIL = "Larkenby Borough Council"
DAYS = "--from", "2025-07-01", "--to", "2025-07-31"
TOPIC = "The day centre"
MORE = ("A kerb that a wheelchair can cross", "Somebody to ring at weekends", "Forms in large print")
SAID = (
    {"state": "considering", "text": "It is on the list for June."},
    {"state": "planned", "text": "With the new bus times.", "by": "2026-03-02", "reference": "Minute 14"},
    {"state": "done", "text": "Yes.", "changed": "There is one.", "evidence": "A photo", "people_told": True},
    {"state": "not_possible", "text": "The land is not ours."},
    {"state": "passed_on", "text": "The highways team has it."},
    {"state": "question", "text": "Which forms do you mean?"},
)
STATUS = ["considering", "planned", "done", "not_possible", "passed_on", "waiting_for_us"]


def test_what_was_said_goes_out_in_a_pack_and_comes_back_answered(run: Run, tmp_path: Path) -> None:
    ours, theirs, pack, back = (tmp_path / name for name in ("ours", "theirs", "pack.zip", "reply.zip"))
    asked = ask(ours)
    made = run("pack", "make", ours, *DAYS, "--for", COUNCIL, "--out", pack)
    assert made.status == 0, made.err
    assert run("pack", "check", pack).status == 20

    code = tmp_path / "code.txt"
    code.write_text(run("new", theirs, "--organisation", COUNCIL).out, "utf-8")
    assert run("rehearse", theirs, "--code-file", code).status == 0
    early = run("pack", "reply", pack, "--vault", theirs)
    assert early.status == 3, "nobody answers a pack whose signer is not known"
    assert run("pack", "compare", pack, "--vault", theirs, "--digits", digits(made.out)).status == 0
    assert run("pack", "check", pack, "--vault", theirs).status == 0

    blank = json.loads(run("pack", "reply", pack, "--vault", theirs).out)
    assert [one["asked"] for one in blank["answers"]] == asked
    written = tmp_path / "answers.json"
    written.write_text(json.dumps(filled_in(blank)), "utf-8")
    replied = run("pack", "reply", pack, "--vault", theirs, "--answers", written, "--out", back, "--json")
    assert json.loads(replied.out)["answers"] == 7, replied.err

    unknown = run("pack", "take-reply", back, "--vault", ours)
    assert unknown.status == 3, "nobody's answers are taken in before the digits were compared"
    theirs_said = digits(run("pack", "check", back).out)
    assert run("pack", "compare", back, "--vault", ours, "--digits", theirs_said).status == 0
    taken = run("pack", "take-reply", back, "--vault", ours, "--json")
    assert json.loads(taken.out) == {"from": COUNCIL, "answers": 7, "new": True}, taken.err
    everything_is_filled_in(ours, asked, json.loads(replied.out)["digest"])
    assert not json.loads(run("pack", "take-reply", back, "--vault", ours, "--json").out)["new"]
    assert run("undo", ours).out.startswith("Taken back: the answers of a reply.\n")
    nothing_is_filled_in(ours)


def ask(ours: Path) -> list[str]:
    """Make the example organisation, ask the council for more answers, and return what it owes then."""
    with make_example(ours, PASSPHRASE, kdf=FLOOR, until=WRITTEN_UNTIL) as vault:
        council = vault.rows("organisation", name=COUNCIL)[0]["id"]
        with vault.unit("add") as unit:
            for what in MORE:
                unit.save("response", None, {"what": what, "to_org": council, "asked_on": "2025-10-01"})
        return [ask.text for ask in asks_of(vault, partner(vault, COUNCIL))]


def digits(said: str) -> str:
    """Return the digits that a command has told."""
    found = re.search(r"([0-9]{5} ){5}[0-9]{5}", said)
    assert found
    return found[0]


def filled_in(blank: dict[str, Any]) -> dict[str, Any]:
    """Return the questions with an answer of each kind, one about something else, and a message."""
    for one, said in zip(blank["answers"], SAID, strict=True):
        one.update(said)
    topic = {"topic": TOPIC, "state": "considering", "text": "We look at it."}
    return {**blank, "answers": [*blank["answers"], topic], "text": "Thank you.", "read": "2026-01-05"}


def everything_is_filled_in(ours: Path, asked: list[str], digest: str) -> None:
    """Look at "You said, we did", and at the register."""
    with unlock(ours, PASSPHRASE) as vault:
        rows = {str(one.row["what"]): one.row for one in answers(vault)}
        (sent,) = sent_packs(vault)
    filled = [rows[what] for what in asked]
    assert [row["status"] for row in filled] == STATUS
    assert [row["told_on"] for row in filled] == [None] * 6, "to tell people is the group's own act"
    assert {row["from_reply"] for row in filled} == {digest}
    assert (filled[1]["due_on"], filled[1]["decision_ref"]) == ("2026-03-02", "Minute 14")
    assert (filled[2]["changed"], filled[2]["evidence"]) == ("There is one.", "A photo")
    assert (filled[3]["reason_no"], filled[3]["answer"]) == ("The land is not ours.", None)
    assert rows[TOPIC]["status"] == "considering"
    (answer,) = sent.replies
    assert (answer.name, answer.number, answer.read) == (COUNCIL, 1, date(2026, 1, 5))
    assert answer.received <= answer.taken


def nothing_is_filled_in(ours: Path) -> None:
    """Look again once it was taken back."""
    with unlock(ours, PASSPHRASE) as vault:
        rows = {str(one.row["what"]): one.row for one in answers(vault)}
        assert rows[MORE[0]]["status"] is None
        assert TOPIC not in rows
        assert sent_packs(vault)[0].replies == ()
