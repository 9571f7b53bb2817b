"""The key in Settings and each change of it; packs that are replaced or taken back; signers who are known."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import mkdtemp

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.packs.lines import Verb
from ui.screens.packs.screen import Packs
from ui.screens.settings.appointing import Appointing
from ui.screens.settings.key_change import DECISIONS
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from vcse_desktop.actions.approving import Approver
from vcse_desktop.actions.checking import Checked, Result, Verdict
from vcse_desktop.actions.documents import Received
from vcse_desktop.actions.sending import Sent
from vcse_desktop.actions.signer_card import certificate_text
from vcse_desktop.actions.signers import KnownSigner
from vcse_desktop.packs import certificate, p256

TITLE, WHY = "Friends of the Vale: 1 January 2024 to 31 March 2024", "Two sessions were counted twice."
COUNCIL, FRIENDS, YOUNG = "Anytown Council", "Friends of the Vale", "Young Carers of the Hill"
CHAIR = "Chair of trustees"
CARERS, MAIL, TABLE, NUMBER = "Carers", "By e-mail", "A table was wrong.", "GB-CHC-1234567"
DIGITS = "24624 57568 14747 42323 91790 23902"


def words() -> set[str]:
    """Return what of these is never translated: names and what people wrote."""
    return {
        TITLE,
        WHY,
        COUNCIL,
        FRIENDS,
        YOUNG,
        CARERS,
        MAIL,
        TABLE,
        NUMBER,
        CHAIR,
        "A. K.",
        "UNFINISHED.zip",
    }


def _key(window: MainWindow, shell: Shell) -> Iterator[View]:
    if not shell.desk.keeper or shell.desk.example:
        return
    shell.go("settings", "key")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    part = page.signing
    page.ensureWidgetVisible(part)
    settle()
    yield "settings-key", window
    part.begin.click()
    settle()
    page.ensureWidgetVisible(part.leave)
    settle()
    yield "settings-key-asked", window
    for code in DECISIONS:
        part.begin.click()
        part.choice.buttons[code].click()
        settle()
        assert part.form is not None
        page.ensureWidgetVisible(part.form)
        settle()
        yield f"settings-key-{code}", window
        part.form.left.emit()
        settle()
    for name, verb in (("notices", part.tell), ("own", part.own), ("two", part.two)):
        verb.click()
        settle()
        assert part.form is not None
        if isinstance(part.form, Appointing):
            part.form.put(_card())
            settle()
        page.ensureWidgetVisible(part.form)
        settle()
        yield f"settings-key-{name}", window
        part.form.left.emit()
        settle()


def _card() -> Path:
    """Return the card of a key that is made for this; it stays nowhere but in a temporary folder."""
    key, now = p256.key_of(0x3333), datetime(2024, 4, 5, tzinfo=UTC)
    file = Path(mkdtemp()) / "card.pem"
    file.write_bytes(certificate_text(certificate.issue(key, COUNCIL, "", CHAIR, now)))
    return file


def _unfinished(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("packs", "check")
    settle()
    page = shell.page()
    assert isinstance(page, Packs)
    result = Result(Verdict.UNFINISHED, name=FRIENDS, keys=("sha256:1",), needed=2)
    chair = (Approver("sha256:2", CHAIR, b""),)
    page.check.show_checked([Checked(Path("UNFINISHED.zip"), result, mine=chair, waits=True)])
    settle()
    yield "packs-verdict-unfinished", window
    page.check.show_checked([])
    settle()


def _sent(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("packs")
    settle()
    page = shell.page()
    assert isinstance(page, Packs)
    page.tabs.show_part("sent")
    held = page._known
    page.list.show_packs(_packs(), (), _came())
    settle()
    yield "packs-sent", window
    for verb in Verb:
        page.list.asked.emit(verb, _packs()[0])
        settle()
        yield f"packs-sent-{verb.name.lower().replace('_', '-')}", window
    page.list.stand(None)
    page._show(held)
    page.tabs.show_part("signers")
    page.signers.show_signers(_signers())
    settle()
    yield "packs-signers-known", window
    page.signers.show_signers(held.signers)
    settle()


def _packs() -> list[Sent]:
    quarter = date(2024, 1, 1), date(2024, 3, 31)
    whom, title, why = (COUNCIL,), CARERS, WHY
    one = Sent("20240405-aaaaaaaa", whom, title, date(2024, 4, 5), *quarter, 2, "current", handed=MAIL)
    other = Sent(
        "20240402-bbbbbbbb", whom, title, date(2024, 4, 2), *quarter, 1, "superseded", by=2, reason=why
    )
    notice = Sent("20240409-cccccccc", whom, title, date(2024, 4, 9), None, None, 3, "current", kind="notice")
    return [one, other, notice]


def _came() -> list[Received]:
    whom, title = FRIENDS, TITLE
    return [
        Received(whom, title, "pack", 2, date(2024, 4, 5), "OK", "withdrawn", 3, TABLE),
        Received(whom, "", "", 1, None, "", "current", 0, ""),
    ]


def _signers() -> list[KnownSigner]:
    day = date(2024, 4, 5)
    return [
        KnownSigner("sha256:1", FRIENDS, NUMBER, DIGITS, day, "A. K.", 1, 2),
        KnownSigner("sha256:2", YOUNG, "", "", day, "", 3, 1),
    ]


KEYS = (_key, _sent, _unfinished)
