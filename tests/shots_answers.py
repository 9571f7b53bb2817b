"""The states of a reply: its answers, what leaves, its end, and how it is looked at and taken in."""

from collections.abc import Iterator
from pathlib import Path

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.groups import PARTNER
from tests.vaults import PASSPHRASE
from ui.main_window import MainWindow
from ui.screens.answer_pack.answering import AnswerPack
from ui.screens.answer_pack.one import SHOWN
from ui.screens.packs.screen import Packs
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.replying import Answer, MadeReply, Reply, draft_reply, sign_reply, to_answer
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse
from vcse_desktop.store.passphrase import FLOOR

ANSWERS = (
    Answer("", "done", "Bus times", "Yes.", "The new times hang at each stop.", "A photo", people_told=True),
    Answer("", "question", "Forms", "Which forms do you mean?"),
)
MESSAGE, WRONG = "Thank you for asking us.", "Write by when it is planned."
ANSWERED = {
    MESSAGE,
    WRONG,
    *(words for one in ANSWERS for words in (one.topic, one.text, one.changed, one.evidence)),
}
"""What was typed, in no language of the window."""


def replied(vault: Vault, pack: Path, folder: Path) -> Path:
    """Return a reply to a pack of this vault, by a partner who is known there."""
    council, code = new_vault(folder / "council", PARTNER, PASSPHRASE, kdf=FLOOR)
    with council:
        rehearse(council, code)
        they_match(council, check_pack(pack, council))
        draft = draft_reply(council, to_answer(council, pack), Reply(ANSWERS, MESSAGE))
        made = sign_reply(council, draft, folder / "reply.zip", PASSPHRASE)
    they_match(vault, check_pack(made.file, vault))
    return made.file


def answering(window: MainWindow, vault: Vault, pack: Path) -> Iterator[View]:
    """Yield each step of a reply to this pack, which asks two questions."""
    window.enter(vault)
    window.check([pack])
    settle()
    shell = window.shell()
    assert shell is not None
    section = shell.page()
    assert isinstance(section, Packs)
    section.check.cards[0].reply.click()
    settle()
    page = section.answering.page
    assert page is not None
    yield "packs-answer-empty", window
    first, second = page.form.answers
    for state in SHOWN:
        first.state.choose(state)
        first.state.chosen.emit()
        settle()
        yield f"packs-answer-{state}", window
    page.go_on()  # a question without words: that is said
    second.state.choose("planned")
    second.state.chosen.emit()
    second.wrong("by", WRONG)
    page.form.add_other()
    settle()
    yield "packs-answer-wrong", window
    yield from _leaving(window, page, vault)
    section.open("check")
    settle()


def _leaving(window: MainWindow, page: AnswerPack, vault: Vault) -> Iterator[View]:
    draft = draft_reply(vault, page.to, Reply(ANSWERS, "Ring Mrs Josephine Pratt on 07700 900123."))
    page._drafted((draft, ()))
    settle()
    yield "packs-answer-leaves", window
    made = MadeReply("20261201-aaaaaaaa", 1, 2, "sha256:0", Path("reply.zip"), Changed(frozenset(), None))
    page._signed(made)
    settle()
    yield "packs-answer-ready", window
