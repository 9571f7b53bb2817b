"""Notices: signed words without figures, by which a pack is taken back or partners hear of another key."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.gathering import must_be_free, signer, statements_of
from vcse_desktop.actions.grouping import FLOOR, group_setting
from vcse_desktop.actions.pack_words import Pointing, Typed, let_stay, pointing_in
from vcse_desktop.actions.signing import confirm
from vcse_desktop.actions.unsaved_notices import UNSAVED, Line, line_of, taken_back_by, unsaved
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, in_english, tr
from vcse_desktop.packs.claims import CURRENT, WITHDRAWN
from vcse_desktop.packs.drafting import Draft, new_id, notice_claims
from vcse_desktop.packs.identity import Link, read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.making import Built, build, place_of, write_pack
from vcse_desktop.packs.replying import is_reply
from vcse_desktop.packs.sent import Row, changed_by, next_place, sent_row
from vcse_desktop.reports.numbers import day
from vcse_desktop.store.vault import Vault

LONGEST_REASON = 300
WHY = N_("Why the pack is taken back")
NO_REASON = (
    N_("Say why it is taken back"),
    N_("Partners read the reason. Nothing was made. Write it in at most 300 letters."),
)
NOT_THERE = (
    N_("This pack cannot be taken back"),
    N_("It is not in the register, or was taken back already. Nothing was made."),
)
MEANWHILE = (
    N_("Something was sent to this partner meanwhile"),
    N_("So this notice would have a wrong number. Nothing was made. Do it again."),
)
POINTS = (
    N_("This reason may point at somebody"),
    N_("Look at “{words}”. Partners keep what you write. Nothing was made. Write it in other words."),
)
NO_SUCH_LINE = (
    N_("There is nobody to tell"),
    N_("No pack that stands was sent in this line. Nothing was made."),
)
TAKEN_BACK = N_("{organisation} takes pack {number} back")
TAKING_BACK = N_(
    "{organisation} takes back pack {number} (“{title}”, signed on {day}). Do not use it any more.\n"
    "The reason: {reason}\n"
)
OF_KEY = N_("{organisation} signs differently from now on")
SAYS = {
    "key_changed": N_("We changed the key that we sign with."),
    "key_lost": N_("The key that we signed with is lost, so we sign with another one."),
    "key_stolen": N_("Somebody else may have the key that we signed with, so we sign with another one."),
    "renamed": N_("We have another name or number than before: {organisation} {number}"),
    "recovery_replaced": N_("We replaced the recovery sheet that stands behind our key."),
    "approvers_changed": N_("Other people than before sign together with us."),
    "closed": N_("{organisation} has closed. No more packs will be signed."),
}
STANDS = N_(
    "{said}\nOur digits are now: {digits}\n"
    "Every pack that this notice names stands as it says there. Anything else that is signed as we signed "
    "before is not from us.\n"
)


class PointsAtSomebody(Refused):
    """A reason may point at somebody; ``found`` is what was found in it."""

    def __init__(self, found: Pointing) -> None:
        super().__init__(*POINTS, words=found.spot.words)
        self.found = found


@dataclass(frozen=True, slots=True)
class Noticed:
    """A notice that was signed and saved: its id, its number in the series, for whom, and the file."""

    notice: str
    number: int
    audience: tuple[str, ...]
    file: Path
    changed: Changed


def take_back(  # noqa: PLR0913, PLR0917 - one argument for each thing a person says
    vault: Vault, pack: str, reason: str, file: Path, passphrase: str, kept: Collection[str] = ()
) -> Noticed:
    """Sign a notice that this pack of ours (its id) is withdrawn, and why. Nothing undoes it once it is sent.

    What the pack told stays told: later numbers are still checked against it. ``kept`` are words of the
    reason that point at nobody. NotYours, NotAllowed or Refused, PointsAtSomebody among them: then nothing is
    made. WorldError when the file cannot be written: the same again writes the same notice.
    """
    confirm(vault, passphrase)
    must_be_free(file)
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= LONGEST_REASON:
        raise Refused(*NO_REASON)
    row = next((one for one in vault.rows("sent") if one["pack"] == pack), None)
    if row is None:
        raise Refused(*NOT_THERE)
    held = next((one for one in unsaved(vault) if taken_back_by(one) == row["digest"]), None)
    if held:
        return _saved(vault, held, file)
    number, before = next_place(vault.rows("sent"), str(row["series"]))
    history = changed_by(before, row, number, WITHDRAWN, reason)
    if history is None:
        raise Refused(*NOT_THERE)
    _must_point_at_nobody(vault, reason, row, kept)
    with in_english():
        said = {"organisation": _last(vault).name, "number": row["sequence"]}
        when = day(datetime.fromisoformat(str(row["issued"])).date(), SOURCE_LANGUAGE)
        text = tr(TAKING_BACK, **said, title=row["title"], day=when, reason=reason)
        return _written(vault, row, (tr(TAKEN_BACK, **said), text), history, file)


def to_tell(vault: Vault) -> list[Line]:
    """Return each series in which partners have heard nothing since the key or its rules were changed."""
    held = [line_of(claims) for claims in unsaved(vault) if not taken_back_by(claims)]
    statements = json.loads(vault.identity or "[]")
    if len(statements) < 2:  # noqa: PLR2004 - the first statement is no change
        return []
    chain = read_chain(statements)
    return held + [line for line, last in _open_lines(vault) if str(last["issued"]) < chain[-1].at]


def tell(vault: Vault, folder: Path, passphrase: str) -> list[Noticed]:
    """Sign a notice of the change for each of ``to_tell`` and save it in a folder. As ``take_back``."""
    confirm(vault, passphrase)
    return [_told(vault, line, folder) for line in to_tell(vault)]


def _told(vault: Vault, line: Line, folder: Path) -> Noticed:
    for claims in unsaved(vault):
        if line_of(claims) == line and not taken_back_by(claims):
            return _saved(vault, claims, folder)
    last = _last(vault)
    row = next(row for one, row in _open_lines(vault) if one == line)
    _, history = next_place(vault.rows("sent"), line.series)
    with in_english():
        said = tr(SAYS[last.reason], organisation=last.name, number=last.number)
        text = tr(STANDS, said=said, digits=digits(last.key))
        return _written(vault, row, (tr(OF_KEY, organisation=last.name), text), history, folder)


def _open_lines(vault: Vault) -> list[tuple[Line, Row]]:
    """Return each series in which a pack stands, with the row of its newest document."""
    rows = [row for row in vault.rows("sent") if not is_reply(row)]
    found: list[tuple[Line, Row]] = []
    for series in sorted({str(row["series"]) for row in rows}):
        mine = [row for row in rows if row["series"] == series]
        last = max(mine, key=lambda row: int(str(row["sequence"])))
        number, history = next_place(rows, series)
        packs = {str(row["digest"]) for row in mine if row["policy"]}
        if any(past["state"] == CURRENT and past["digest"] in packs for past in history):
            found.append((Line(series, tuple(json.loads(str(last["audience"]))), number), last))
    return found


def _last(vault: Vault) -> Link:
    return read_chain(statements_of(vault))[-1]


def _must_point_at_nobody(vault: Vault, reason: str, row: Row, kept: Collection[str]) -> None:
    names = (_last(vault).name, *json.loads(str(row["audience"])))
    threshold = POLICIES[str(group_setting(vault, FLOOR))].threshold
    for one in pointing_in(vault, [Typed(WHY, reason)], threshold, harmless=names):
        if one.spot.words not in kept:
            raise PointsAtSomebody(one)
        let_stay(vault, one.text, one.spot.words, "nobody")


def _written(
    vault: Vault, row: Row, words: tuple[str, str], history: list[dict[str, Any]], file: Path
) -> Noticed:
    """Sign and register a notice in the series of a row; ``file`` may be a folder."""
    now = datetime.now(UTC).replace(microsecond=0)
    audience = tuple(json.loads(str(row["audience"])))
    draft = Draft(
        id=new_id(now),
        title=words[0][:200],
        audience=[(name, "") for name in audience],
        statements=statements_of(vault),
        issued=now,
        series=str(row["series"]),
        sequence=len(history) + 1,
        history=history,
    )
    return _saved(vault, notice_claims(draft, words[1]), file)


def _saved(vault: Vault, claims: Mapping[str, Any], file: Path) -> Noticed:
    """Sign, register and save a notice; one whose file never got its name has the same bytes again."""
    page = f"{claims['title']}\n\n{claims['text']}"
    with in_english():
        built = build("notice", claims, {"data/notice.txt": page.encode()}, [signer(vault)])
    path = place_of(file / f"notice-{claims['notice']}.zip" if file.is_dir() else file, claims)
    write_pack(path, built, partial(_register, vault, claims, built))
    with vault.unit("pack") as unit:
        unit.set(f"{UNSAVED}{built.digest}", None)
    line = line_of(claims)
    return Noticed(
        str(claims["notice"]), line.number, line.audience, path, Changed(frozenset({"sent"}), None)
    )


def _register(vault: Vault, claims: Mapping[str, Any], built: Built) -> None:
    """Remember a notice before its file has its name; Refused when its number was taken meanwhile."""
    if vault.rows("sent", digest=built.digest):
        return
    number, _ = next_place(vault.rows("sent"), claims["series"])
    if number != claims["sequence"]:
        raise Refused(*MEANWHILE)
    with vault.unit("pack") as unit:
        unit.save("sent", None, sent_row(claims, built.digest, ""))
        unit.set(f"{UNSAVED}{built.digest}", dict(claims))
