"""The states of packs that need work first: each step of a new one, its end, and each sort of verdict."""

import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.groups import PARTNER, make_group, quarter, waiting
from tests.shots_answers import answering, replied
from tests.vaults import PASSPHRASE
from ui.main_window import MainWindow
from ui.screens.contents.table import TableCard
from ui.screens.make_pack.begun import Begun, begin
from ui.screens.make_pack.preview import FILES, Preview
from ui.screens.packs.screen import Packs as Section
from vcse_desktop.actions.alternatives import alternatives, offers
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.naming_in_words import Guard, spots
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.pack_words import PURPOSE, Pointing
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import Choices, sign_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.weighing import Weighed

STEPS = ("days", "choose", "preview", "sign", "done")
PAGES = ("section-volunteering", "section-summary", FILES)


class Packs:
    """A pack of the vault, made once for all pictures, and files to check. Its signer is known afterwards."""

    def __init__(self, vault: Vault, folder: Path, chosen: Choices | None = None) -> None:
        self.vault = vault
        compare = alternatives if chosen is None else offers  # of a large vault it takes long
        chosen = chosen or quarter()
        if vault.rows("organisation", name=PARTNER):
            waiting(vault)
        draft, found = draft_pack(vault, chosen), offer(vault, chosen)
        made = sign_pack(vault, draft, folder / "summary-pack.zip", PASSPHRASE)
        weighed = Weighed(draft.made_of, draft.plan)
        self._begun = Begun(1, chosen, found, chosen, weighed, draft, made, offers=compare(weighed))
        names = ("sent.zip", "known.zip", "altered.zip", "letter.docx")
        met, known, altered, letter = (folder / name for name in names)
        for file, name in ((met, "Carers of the Vale"), (known, "Friends of the Vale")):
            with make_group(folder / file.stem, name=name) as group:
                waiting(group)
                sign_pack(group, draft_pack(group, quarter()), file, PASSPHRASE)
        they_match(vault, check_pack(known, vault))
        with zipfile.ZipFile(met) as whole, zipfile.ZipFile(altered, "w") as other:
            for name in whole.namelist():
                other.writestr(name, whole.read(name).replace(b"Drop-in", b"Drop-by"))
            (report,) = (whole.read(name) for name in whole.namelist() if name.endswith("report.pdf"))
        (folder / "report.pdf").write_bytes(report)
        letter.write_text("Dear all", "utf-8")
        theirs = {"ok": known, "new": met, "altered": altered, "not-a-pack": letter}
        theirs["report"] = folder / "report.pdf"
        reply = replied(vault, made.file, folder)
        self.files = theirs | {"ours": made.file, "forgotten": made.file, "reply": reply}

    def views(self, window: MainWindow) -> Iterator[View]:
        """Yield each state while it stands in the window."""
        return chain.from_iterable(self.walks(window))

    def walks(self, window: MainWindow) -> list[Iterator[View]]:
        """Return all states in walks, none of which needs another."""
        steps = [self._step(window, number, name) for number, name in enumerate(STEPS, 1)]
        known = self.files["ok"]
        return [
            *steps,
            self._typed(window),
            *(self._verdict(window, name) for name in self.files),
            answering(window, self.vault, known),
            self._alone(window),
        ]

    def _step(self, window: MainWindow, number: int, name: str) -> Iterator[View]:
        yield from self._pages(self._come_to(window, number), f"packs-step-{name}", window)

    def _typed(self, window: MainWindow) -> Iterator[View]:
        """Yield the pages while somebody is to decide about words that were typed."""
        text = "Walks for three carers, with Blodeuwedd"
        pointing = [Pointing(PURPOSE, text, spot) for spot in spots(Guard(), text)]
        before, self._begun.pointing = self._begun.pointing, pointing
        self._come_to(window, STEPS.index("preview") + 1)
        self._begun.pointing = before
        yield "packs-step-preview-typed", window

    def _verdict(self, window: MainWindow, name: str) -> Iterator[View]:
        if window.shell() is None:
            window.enter(self.vault)
        sent = self.vault.rows("sent") if name == "forgotten" else []
        with self.vault.unit("edit") as unit:
            for row in sent:
                unit.remove("sent", int(str(row["id"])))
        window.check([self.files[name]])
        settle()
        yield f"packs-verdict-{name}", window
        with self.vault.unit("edit") as unit:
            for row in sent:
                unit.save("sent", int(str(row["id"])), {"title": row["title"]})

    def _alone(self, window: MainWindow) -> Iterator[View]:
        window.show_outside("check_alone", [self.files["new"]])
        settle()
        yield "check_alone-verdict-new", window

    def _come_to(self, window: MainWindow, step: int) -> Section:
        """Return the section of packs, in which that pack has come to this step."""
        window.enter(self.vault)
        shell = window.shell()
        assert shell is not None
        here = begin(shell.desk)
        for field in Begun.__slots__:
            setattr(here, field, getattr(self._begun, field))
        here.step = step
        shell.go("packs")
        settle()
        page = shell.page()
        assert isinstance(page, Section)
        return page

    def _pages(self, page: Section, name: str, window: MainWindow) -> Iterator[View]:
        """Yield the step, and of the pages that leave two more."""
        yield name, window
        preview = page.making.steps.step() if page.making is not None else None
        if isinstance(preview, Preview):
            for code in PAGES:
                preview.turn.buttons[code].setChecked(True)
                settle()
                yield f"{name}-{code}", window
            preview.turn.buttons[PAGES[0]].setChecked(True)
            settle()
            table = next(one for one in preview.findChildren(TableCard) if one.isVisible())
            table.grid.setCurrentIndex(table.grid.model().index(1, 1))
            table.open.click()
            settle()
            yield f"{name}-behind", window
