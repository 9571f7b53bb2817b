"""A partner answers a pack, and its answers are filled in: once, and the later in place of the earlier."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.groups import BENCH, BUS, PARTNER, make_group, quarter, waiting
from tests.vaults import PASSPHRASE, as_somebody_else
from vcse_desktop.actions import recording
from vcse_desktop.actions.answering import close_loop
from vcse_desktop.actions.asks import MOST, asks_of, kept_asks, nothing_asked
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.gathering import material
from vcse_desktop.actions.pack_words import let_stay, pointing
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.reply_answers import NotAnswered
from vcse_desktop.actions.reply_files import blank_answers, read_answers
from vcse_desktop.actions.replying import (
    Answer,
    DraftReply,
    MadeReply,
    NotYours,
    Reply,
    draft_reply,
    pointing_at,
    sign_reply,
    to_answer,
)
from vcse_desktop.actions.sending import audiences, sent_packs, sign_pack
from vcse_desktop.actions.sharing import partner
from vcse_desktop.actions.taking_back import take_back
from vcse_desktop.actions.taking_replies import reading, replies, take_reply
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.errors import Refused
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.records.fields import Values
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.roles import NotAllowed

ANSWER = Answer("1", "considering", text="We are asking the parks team.")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a group's vault, the pack that asks its partner, and the vault of the partner."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(folder / "profile"))
        with make_group(folder / "ours") as made:
            waiting(made)
            file = sign_pack(made, draft_pack(made, quarter()), folder / "pack.zip", PASSPHRASE).file
        for _ in somebody(folder / "theirs", PARTNER, file):
            pass
    return folder


@pytest.fixture
def pack(begun: Path, tmp_path: Path) -> Path:
    """The pack that asks for them."""
    return Path(shutil.copy(begun / "pack.zip", tmp_path / "pack.zip"))


@pytest.fixture
def group(begun: Path, tmp_path: Path) -> Iterator[Vault]:
    """The vault of the group that made it."""
    with unlock(shutil.copytree(begun / "ours", tmp_path / "ours"), PASSPHRASE) as vault:
        vault.confirm_signing()  # it is a copy
        yield vault


@pytest.fixture
def council(begun: Path, tmp_path: Path) -> Iterator[Vault]:
    """The vault of the partner, who has compared the digits."""
    with unlock(shutil.copytree(begun / "theirs", tmp_path / "theirs"), PASSPHRASE) as vault:
        vault.confirm_signing()  # it is a copy
        yield vault


def somebody(folder: Path, name: str, pack: Path) -> Iterator[Vault]:
    """Yield a small vault in which the signer of a pack is known."""
    vault, code = new_vault(folder, name, PASSPHRASE, kdf=FLOOR)
    with vault:
        rehearse(vault, code)
        they_match(vault, check_pack(pack, vault))
        yield vault


def replied(
    council: Vault, pack: Path, *answers: Answer, name: str = "reply.zip", text: str = ""
) -> MadeReply:
    """Return a reply with these answers, signed and written beside the pack."""
    draft = draft_reply(council, to_answer(council, pack), Reply(answers, text))
    return sign_reply(council, draft, pack.with_name(name), PASSPHRASE)


def met(group: Vault, reply: MadeReply) -> None:
    """Compare the digits of whoever replied."""
    they_match(group, check_pack(reply.file, group))


def row(group: Vault, what: str) -> Values:
    """Return the response about this."""
    (found,) = group.rows("response", what=what)
    return found


def test_a_pack_asks_what_its_partner_owes_an_answer_to_and_nobody_else(group: Vault) -> None:
    asks = asks_of(group, partner(group, PARTNER))
    assert [(ask.id, ask.text, ask.by) for ask in asks] == [
        ("1", BENCH, None),
        ("2", BUS, date(2024, 6, 1)),
    ]
    assert asks_of(group, partner(group, "Somebody else")) == []
    left = asks_of(group, partner(group, PARTNER), frozenset({asks[0].response}))
    assert [(ask.id, ask.text) for ask in left] == [("1", BUS)]
    assert asks_of(group, partner(group, PARTNER), nothing_asked(group)) == []
    draft = draft_pack(group, quarter())
    assert [ask["text"] for ask in draft.claims["asks"]] == [BENCH, BUS]
    assert draft.claims["asks"][1]["by"] == "2024-06-01"
    assert "What we ask you" in [getattr(block, "text", "") for block in draft.blocks]


def test_there_are_no_more_asks_than_a_pack_may_have_and_none_is_too_long(group: Vault) -> None:
    to = row(group, BENCH)["to_org"]
    with group.unit("add") as unit:
        for number in range(MOST + 5):
            unit.save("response", None, {"what": f"{number} {'x' * 600}", "to_org": to})
    asks = material(group, quarter()).asks
    assert len(asks) == MOST
    assert max(len(ask.text) for ask in asks) == 500


def test_a_name_in_a_question_is_found_before_it_leaves(group: Vault) -> None:
    recording.change(group, "response", int(str(row(group, BUS)["id"])), {"what": "Ring Mrs Josephine Pratt"})
    found = pointing(group, material(group, quarter()))
    assert [(one.place, one.text) for one in found] == [
        ("What you ask this partner", "Ring Mrs Josephine Pratt")
    ]


def test_only_a_pack_of_a_known_signer_is_answered(pack: Path, group: Vault, tmp_path: Path) -> None:
    vault, code = new_vault(tmp_path / "new", PARTNER, PASSPHRASE, kdf=FLOOR)
    with vault:
        with pytest.raises(Refused, match="cannot be answered"):
            to_answer(vault, pack)
        they_match(vault, check_pack(pack, vault))
        to = to_answer(vault, pack)
        with pytest.raises(Refused, match="recovery code"):
            draft_reply(vault, to, Reply((ANSWER,)))
        rehearse(vault, code)
        assert draft_reply(vault, to, Reply((ANSWER,))).text
    with pytest.raises(Refused, match="cannot be answered"):
        to_answer(group, pack)  # our own


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer("1", "", text="Well."), "state"),
        (Answer("1", "planned", text="Soon"), "by"),
        (Answer("1", "done", text="Yes"), "changed"),
        (Answer("1", "not_possible", text="  "), "text"),
        (Answer("1", "question"), "text"),
        (Answer("", "considering", text="Yes"), "topic"),
        (Answer("1", "considering", text="x" * 2001), "text"),
    ],
)
def test_what_an_answer_lacks_is_said_before_anything_is_made(
    council: Vault, pack: Path, answer: Answer, field: str
) -> None:
    with pytest.raises(NotAnswered) as fault:
        draft_reply(council, to_answer(council, pack), Reply((Answer("2", ""), answer)))
    assert [(place, name) for place, name, _ in fault.value.problems] == [(1, field)]


def test_what_was_looked_at_is_what_leaves_and_it_is_signed_by_whoever_sits_there(
    council: Vault, pack: Path, tmp_path: Path
) -> None:
    to = to_answer(council, pack)
    assert (to.sender, to.number, to.before) == ("Carers of the Vale", 1, None)
    draft = draft_reply(council, to, Reply((ANSWER, Answer("2", "")), "Thank you.", may_publish=True))
    assert BENCH in draft.text
    with pytest.raises(NotYours):
        sign_reply(council, draft, tmp_path / "reply.zip", "something else here")
    assert not (tmp_path / "reply.zip").exists()
    made = sign_reply(council, draft, tmp_path / "reply.zip", PASSPHRASE)
    register = trust(Register(), read_chain(draft.claims["identity"]), "2026-01-01")
    kept = tmp_path / "kept"
    result = check(made.file, register, kept)
    assert (kept / "reply.txt").read_text("utf-8") == draft.text
    assert [one["ask"] for one in result.claims["answers"]] == ["1"], "what was left empty is not in it"
    (sent,) = sent_packs(council)
    assert (sent.kind, sent.number, sent.audience) == ("reply", 1, ("Carers of the Vale",))
    assert audiences(council) == []
    again = to_answer(council, pack)
    assert (again.number, again.prior) == (2, made.digest)
    assert again.before == sent.issued


def test_words_that_may_point_at_somebody_stop_a_reply_until_somebody_says_why_they_may_stay(
    council: Vault, pack: Path, tmp_path: Path
) -> None:
    words = "Mrs Josephine Pratt was told on 07700 900123."
    draft = draft_reply(council, to_answer(council, pack), Reply((Answer("1", "considering", text=words),)))
    found = pointing_at(council, draft)
    assert {one.spot.words for one in found} >= {"07700 900123"}
    with pytest.raises(Refused, match="may point at somebody"):
        sign_reply(council, draft, tmp_path / "reply.zip", PASSPHRASE)
    assert council.rows("sent") == []
    for one in found:
        let_stay(council, one.text, one.spot.words, "known")
    assert sign_reply(council, draft, tmp_path / "reply.zip", PASSPHRASE).number == 1


def test_a_reply_is_taken_in_once_and_undone_at_once(group: Vault, council: Vault, pack: Path) -> None:
    reply = replied(council, pack, ANSWER, Answer("2", "question", text="Which day?"), text="Thanks.")
    with pytest.raises(Refused) as fault:
        take_reply(group, reply.file)
    assert "compare the digits" in str(fault.value.values["what"])
    met(group, reply)
    checked = check_pack(reply.file, group)
    seen = reading(group, checked, "en")
    assert (seen.ours, seen.taken, seen.text) == (True, False, "Thanks.")
    assert ("We asked", BENCH) in seen.answers[0].facts
    taken = take_reply(group, reply.file)
    assert taken.sentence() == "2 answers are under “You said, we did” now."
    assert (row(group, BENCH)["status"], row(group, BUS)["status"]) == ("considering", "waiting_for_us")
    assert [one.text for one in replies(group)] == ["Thanks."]
    again = take_reply(group, reply.file)
    assert again.changed.unit is None
    assert "before" in again.sentence()
    assert reading(group, checked, "en").taken
    assert taken.changed.unit is not None
    recording.undo(group, taken.changed.unit)
    assert (row(group, BENCH)["status"], row(group, BENCH)["from_reply"]) == (None, None)
    assert replies(group) == []
    assert take_reply(group, reply.file).answers == 2


@pytest.mark.parametrize("late_one_first", [False, True])
def test_a_later_answer_takes_the_place_of_the_earlier_whichever_comes_first(
    group: Vault, council: Vault, pack: Path, late_one_first: bool
) -> None:
    topic = Answer("", "considering", "Parking", "We will see.")
    first = replied(council, pack, Answer("1", "not_possible", text="No money."), topic, name="1.zip")
    done = Answer("1", "done", changed="It stands there.", evidence="A photo")
    second = replied(council, pack, done, Answer("", "passed_on", "Parking", "To Roads."), name="2.zip")
    met(group, first)
    order = (second, first) if late_one_first else (first, second)
    taken = [take_reply(group, one.file) for one in order]
    assert [one.later for one in taken] == ([0, 2] if late_one_first else [0, 0])
    bench, parking = row(group, BENCH), row(group, "Parking")
    assert (bench["status"], bench["changed"], bench["reason_no"]) == ("done", "It stands there.", None)
    assert (parking["status"], parking["answer"]) == ("passed_on", "To Roads.")
    assert parking["to_org"] == bench["to_org"]
    assert {bench["from_reply"], parking["from_reply"]} == {second.digest}
    assert [(one.number, one.about == first.digest) for one in replies(group)] == [(1, False), (2, False)]
    if late_one_first:
        assert "a later reply has answered" in taken[1].sentence()


def test_what_the_group_wrote_itself_stays_beside_what_a_reply_says(
    group: Vault, council: Vault, pack: Path
) -> None:
    record = int(str(row(group, BENCH)["id"]))
    recording.change(group, "response", record, {"decision_ref": "Our minutes", "note": "Ask again"})
    reply = replied(council, pack, ANSWER)
    met(group, reply)
    take_reply(group, reply.file)
    assert (row(group, BENCH)["decision_ref"], row(group, BENCH)["note"]) == ("Our minutes", "Ask again")
    close_loop(group, record, "done", "It is there now.")
    assert row(group, BENCH)["from_reply"] is None, "these are no longer the words that were signed"


def test_a_reply_about_a_pack_that_we_did_not_send(
    group: Vault, council: Vault, pack: Path, tmp_path: Path
) -> None:
    reply = replied(council, pack, ANSWER)
    with make_group(tmp_path / "other", name="Other Carers") as other:
        met(other, reply)
        with pytest.raises(Refused, match="a pack we did not send"):
            take_reply(other, reply.file)
        assert not reading(other, check_pack(reply.file, other), "en").ours
    with pytest.raises(Refused) as fault:
        take_reply(group, pack)
    assert fault.value.values["what"] == "Choose the file of a reply."


def test_somebody_elses_reply_leaves_what_the_partner_answered(
    group: Vault, council: Vault, pack: Path, tmp_path: Path
) -> None:
    reply = replied(council, pack, ANSWER)
    met(group, reply)
    take_reply(group, reply.file)
    for other in somebody(tmp_path / "third", "A third body", pack):
        strange = replied(other, pack, Answer("1", "done", changed="We did it"), name="third.zip")
    met(group, strange)
    assert take_reply(group, strange.file).answers == 1
    found = group.rows("response", what=BENCH)
    assert sorted((str(one["status"]), str(one["from_reply"])) for one in found) == [
        ("considering", reply.digest),
        ("done", strange.digest),
    ]


def test_two_replies_with_one_number_are_not_taken_in(
    group: Vault, council: Vault, pack: Path, tmp_path: Path
) -> None:
    to = to_answer(council, pack)
    made = [
        sign_reply(
            council, draft_reply(council, to, Reply((ANSWER,), text)), tmp_path / f"{text}.zip", PASSPHRASE
        )
        for text in ("one", "other")
    ]
    met(group, made[0])
    take_reply(group, made[0].file)
    with pytest.raises(Refused) as fault:
        take_reply(group, made[1].file)
    assert "two different documents numbered 1" in str(fault.value.values["what"])


def test_a_pack_that_was_forgotten_and_taken_back_finds_its_questions_by_their_words(
    group: Vault, council: Vault, pack: Path
) -> None:
    sent = group.rows("sent")[0]
    digest = str(sent["digest"])
    with group.unit("edit") as unit:
        unit.set(f"asked.{digest}", None)
        unit.remove("sent", int(str(sent["id"])))
        unit.remove("response", int(str(row(group, BUS)["id"])))
    take_back(group, pack)
    assert [(ask.text, ask.response > 0) for ask in kept_asks(group, digest)] == [(BENCH, True), (BUS, False)]
    reply = replied(council, pack, ANSWER, Answer("2", "considering", text="We look at it."))
    met(group, reply)
    assert take_reply(group, reply.file).answers == 2
    assert row(group, BENCH)["status"] == row(group, BUS)["status"] == "considering"


def test_a_member_takes_a_reply_in_and_a_helper_does_not(group: Vault, council: Vault, pack: Path) -> None:
    reply = replied(council, pack, ANSWER)
    met(group, reply)
    with as_somebody_else(group, "member") as member:
        assert take_reply(member, reply.file).answers == 1


def test_a_helper_takes_nothing_in(group: Vault, council: Vault, pack: Path) -> None:
    reply = replied(council, pack, ANSWER)
    met(group, reply)
    with as_somebody_else(group, "helper") as helper, pytest.raises(NotAllowed):
        take_reply(helper, reply.file)


def test_answers_in_a_file_are_read_with_care(council: Vault, pack: Path) -> None:
    to = to_answer(council, pack)
    blank = blank_answers(to)
    assert [one["asked"] for one in blank["answers"]] == [BENCH, BUS]
    assert draft_of(council, pack, json.dumps(blank)).claims["answers"] == []
    blank["answers"][1] |= {"state": "planned", "by": "2027-01-01", "text": "New times"}
    said = draft_of(council, pack, json.dumps(blank)).claims["answers"]
    assert [(one["ask"], one["by"]) for one in said] == [("2", "2027-01-01")]
    for wrong, words in (
        ("{", "no JSON"),
        ("[]", "does not belong there"),
        ('{"answers": 3}', "answers"),
        ('{"answers": [3]}', "3"),
        ('{"answers": [{"ask": "9"}]}', "no question “9”"),
        ('{"answers": [{"state": "maybe"}]}', "maybe"),
        ('{"answers": [{"ask": "1", "by": "soon"}]}', "by"),
        ('{"colour": "red"}', "colour"),
    ):
        with pytest.raises(Refused, match="no answers") as fault:
            read_answers(wrong, to)
        assert words in str(fault.value.values["what"])


def draft_of(council: Vault, pack: Path, text: str) -> DraftReply:
    """Return the reply that a file describes."""
    to = to_answer(council, pack)
    return draft_reply(council, to, read_answers(text, to))


def test_a_reply_holds_nothing_of_the_vault_but_what_was_written(council: Vault, pack: Path) -> None:
    with council.unit("add") as unit:
        unit.save("person", None, {"known_as": "Zebedee"})
    reply = replied(council, pack, ANSWER)
    assert b"Zebedee" not in reply.file.read_bytes()
