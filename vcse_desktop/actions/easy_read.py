"""The group's Easy Read page: kept as somebody writes it, and handed to a pack once it is whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.easy_words import is_too_long
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.photos import NOT_BARE
from vcse_desktop.actions.picture_files import is_bare
from vcse_desktop.actions.recording import must_be_sound
from vcse_desktop.actions.standing import keepers_only, members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.easy import (
    LONGEST,
    MOST_LINES,
    MOST_WORDS,
    EasyLine,
    EasyPage,
    easy_html,
)
from vcse_desktop.store.attached import TABLE, named
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

__all__ = ["LONGEST", "MOST_LINES", "MOST_WORDS"]

PAGE = "easy_read"
"""The setting that holds the page; its pictures are attachments of no record."""
TOO_MANY = (
    N_("An Easy Read page has at most {most} sentences"),
    N_("This one has {n}. Nothing was changed. Take some out, or put them on the next page that you write."),
)
TOO_LONG = (
    N_("An Easy Read sentence is short"),
    N_(
        "“{words}” has more than {most} words, or more than {letters} letters. Nothing was changed. Make two "
        "sentences of it, or say less."
    ),
)
NOT_WHOLE = (
    N_("The Easy Read page is not finished"),
    N_("{missing} Nothing was made. Finish the page under “Easy Read”, or make the pack without it."),
)
NOTHING = N_("It has no sentence yet.")
NO_TITLE, NO_WRITER = N_("It has no title."), N_("It does not say who wrote it.")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its picture: ``picture`` is that of the vault, ``jpeg`` one that was just chosen."""

    text: str = ""
    shows: str = ""
    picture: int | None = None
    jpeg: bytes | None = field(default=None, repr=False)

    @property
    def has_picture(self) -> bool:
        """Say whether there is a picture beside it."""
        return self.jpeg is not None or self.picture is not None


@dataclass(frozen=True, slots=True)
class EasyRead:
    """The page as it is being written. ``tested_by`` are people who tried to read it."""

    title: str = ""
    written_by: str = ""
    tested_by: str = ""
    lines: tuple[Line, ...] = ()


def kept_page(vault: Vault) -> EasyRead | None:
    """Return the page as it was kept last, None where there is none; NotAllowed to a helper."""
    members_only(vault)
    said: Any = vault.setting(PAGE)
    if not isinstance(said, Mapping) or not said.get("lines"):
        return None
    lines = tuple(_line(vault, str(text), picture) for text, picture in said["lines"])
    return EasyRead(str(said["title"]), str(said["written_by"]), str(said["tested_by"]), lines)


def _line(vault: Vault, text: str, picture: int | None) -> Line:
    row = None if picture is None else vault.row(TABLE, picture)
    return Line(text) if row is None else Line(text, str(row["alt_text"] or ""), picture)


def keep_page(vault: Vault, page: EasyRead) -> Changed:
    """Keep the page, finished or not: one step, one undo. Lines without words and picture are left out.

    NotAllowed unless a keeper is in; Refused when it has too many sentences, a sentence too many words, or a
    picture says more than it shows.
    """
    keepers_only(vault)
    lines = [line for line in page.lines if line.text.strip() or line.has_picture]
    _must_be_short(lines)
    before = kept_page(vault)
    stays = {line.picture for line in lines if line.jpeg is None}
    with vault.unit("edit") as unit:
        places = []
        for line in lines:
            places.append(line.picture)
            if line.jpeg is not None:
                places[-1] = unit.attach(_sound(vault, line), line.jpeg)
            elif line.picture is not None:
                unit.save(TABLE, line.picture, {"alt_text": _one_line(line.shows) or None})
        for gone in {line.picture for line in before.lines} - stays if before else ():
            if gone is not None:
                unit.remove(TABLE, gone)
        unit.set(
            PAGE,
            {
                "title": _one_line(page.title),
                "written_by": _one_line(page.written_by),
                "tested_by": _one_line(page.tested_by),
                "lines": [[_one_line(one.text), place] for one, place in zip(lines, places, strict=True)],
            },
        )
    return Changed(frozenset({"setting", TABLE}), unit.id)


def missing(page: EasyRead) -> list[str]:
    """Return what is to be done before the page can go into a pack, in sentences; none when it is whole."""
    return [*_missing(page)]


def page_for(vault: Vault, organisation: str, language: str) -> EasyPage:
    """Return the page as it goes into a pack; Refused when it is not finished."""
    page = kept_page(vault) or EasyRead()
    open_still = missing(page)
    if open_still:
        raise Refused(*NOT_WHOLE, missing=open_still[0])
    pictures = [vault.picture(line.picture) if line.picture else None for line in page.lines]
    lines = tuple(
        EasyLine(line.text, line.shows, jpeg or b"") for line, jpeg in zip(page.lines, pictures, strict=True)
    )
    for number, line in enumerate(lines, 1):
        if not line.jpeg:  # it was erased, or this computer never had it
            raise Refused(*NOT_WHOLE, missing=_no_picture(number))
    return EasyPage(organisation, page.title, lines, page.written_by, page.tested_by, language)


def save_page(vault: Vault, file: Path, language: str) -> None:
    """Write the page as it would leave, for those who try it; Refused while it is not finished.

    DiskFull or CannotWrite leave no half of it.
    """
    members_only(vault)
    write_whole(file, easy_html(page_for(vault, group_name(vault), language)))


def _must_be_short(lines: Sequence[Line]) -> None:
    if len(lines) > MOST_LINES:
        raise Refused(*TOO_MANY, most=MOST_LINES, n=len(lines))
    for line in lines:
        if is_too_long(line.text):
            shown = line.text if len(line.text) <= LONGEST else f"{line.text[:LONGEST]}…"
            raise Refused(*TOO_LONG, words=shown, most=MOST_WORDS, letters=LONGEST)
        if line.jpeg is not None and not is_bare(line.jpeg):
            raise Refused(*NOT_BARE)


def _missing(page: EasyRead) -> Iterator[str]:
    if not page.title:
        yield tr(NO_TITLE)
    if not page.lines:
        yield tr(NOTHING)
    for number, line in enumerate(page.lines, 1):
        if not line.text.strip():
            yield tr(N_("Sentence {number} has no words."), number=number)
        if not line.has_picture:
            yield _no_picture(number)
        elif not line.shows.strip():
            yield tr(N_("Of sentence {number}, nobody has said what its picture shows."), number=number)
    if not page.written_by:
        yield tr(NO_WRITER)


def _no_picture(number: int) -> str:
    return tr(N_("Sentence {number} has no picture."), number=number)


def _sound(vault: Vault, line: Line) -> Mapping[str, object]:
    values = {"file": named(line.jpeg or b""), "alt_text": _one_line(line.shows) or None}
    return must_be_sound(TABLE, values, group_lists(vault))


def _one_line(words: str) -> str:
    return " ".join(words.split())
