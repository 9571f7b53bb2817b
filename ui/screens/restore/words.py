"""What is said of a backup: how old it is, what a trial has shown, what became of the records before."""

from datetime import datetime

from ui.language import isolated, spoken
from ui.widgets import dates
from vcse_desktop.actions.backing import State
from vcse_desktop.actions.restoring import FORGOTTEN_PACKS, Back, Trial
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

NONE_YET = N_("There is no backup yet.")
FRESH = N_("The last backup is less than an hour old.")
NO_PLACE = N_("There is no second place. Whoever loses this computer loses the backups with it.")
NEVER_COPIED = N_("The second place has no copy yet.")
COPIED_TODAY = N_("The second place got a copy today.")
PLACE_GONE = N_("The second place is not there now. It gets a copy the next time that it is.")
NEVER_TRIED = N_("Nobody has tried yet whether a backup can be brought back.")
BY_SHEET, BY_PASSPHRASE = (
    N_("{records}, newest {day}, opens with the printed code."),
    N_("{records}, newest {day}, opens with this passphrase."),
)
OLD_SHEET, OLD_PASSPHRASE = (
    N_("This is the recovery sheet of that day. Today another sheet holds: keep this one with the backup."),
    N_("This is a passphrase of that day. It no longer opens your records, only backups as old as this one."),
)
BACK = N_("Your records are back as they were on {day}.")
ASIDE = N_("What was here before was put aside, whole. It is in this folder:\n{folder}")
UNREAD = N_(
    "Not everything that was erased after this backup could be found out. If somebody asked to be erased "
    "since, look whether they are here again."
)
RESTS = N_("Nothing is signed until a keeper types the recovery sheet under “Backups” in Settings.")
SINCE = N_("What was written after the backup is not in it.")
HOUR, DAY = 3600, 86400


def age(made: datetime, now: datetime) -> str:
    """Return how old the last backup is, in a sentence."""
    seconds = max(int((now - made).total_seconds()), 0)
    if seconds < HOUR:
        return tr(FRESH)
    if seconds < 2 * DAY:
        hours = seconds // HOUR
        return ngettext("The last backup is {n} hour old.", "The last backup is {n} hours old.", hours)
    return ngettext("The last backup is {n} day old.", "The last backup is {n} days old.", seconds // DAY)


def sentences(state: State, now: datetime) -> list[str]:
    """Return what there is to say of the backups, one sentence for each matter."""
    last = age(state.last, now) if state.last else tr(NONE_YET)
    kept = ngettext(
        "{n} backup is kept beside your records.", "{n} backups are kept beside your records.", state.count
    )
    said = [last, kept] if state.count else [last]
    if not state.place:
        said.append(tr(NO_PLACE))
    else:
        said.append(_copied(state, now))
        if not state.place_there:
            said.append(tr(PLACE_GONE))
    if state.count and state.tried is None:
        said.append(tr(NEVER_TRIED))
    elif state.tried is not None:
        day = dates.in_words(state.tried)
        said.append(tr(N_("A backup was last tried on {day}."), day=day))
    return said


def _copied(state: State, now: datetime) -> str:
    if state.copied is None:
        return tr(NEVER_COPIED)
    days = max((now.date() - state.copied.date()).days, 0)
    if not days:
        return tr(COPIED_TODAY)
    return ngettext(
        "The second place got its last copy {n} day ago.",
        "The second place got its last copy {n} days ago.",
        days,
    )


def trial_words(trial: Trial) -> str:
    """Return what a trial has shown, in one line."""
    records = ngettext("{count} record", "{count} records", trial.records, count=_whole(trial.records))
    shape = BY_SHEET if trial.sheet else BY_PASSPHRASE
    return tr(shape, records=records, day=dates.in_words(trial.newest))


def old_words(trial: Trial) -> str:
    """Return what to say of a secret that no longer holds; "" when it does, or nobody can say."""
    if not trial.old:
        return ""
    return tr(OLD_SHEET if trial.sheet else OLD_PASSPHRASE)


def back_words(back: Back) -> list[str]:
    """Return what has become of everything, one sentence for each matter."""
    day = dates.in_words(back.made_at.astimezone().date())
    said = [tr(BACK, day=day), tr(SINCE)]
    if back.aside is not None:
        said.append(tr(ASIDE, folder=isolated(str(back.aside))))
    if back.erased:
        said.append(
            ngettext(
                "{n} entry that was erased since was erased again.",
                "{n} entries that were erased since were erased again.",
                back.erased,
            )
        )
    if back.unread:
        said.append(tr(UNREAD))
    if back.vault.signing_rests:
        said += [tr(RESTS), tr(FORGOTTEN_PACKS, day=day)]
    return said


def _whole(number: int) -> str:
    return isolated(numbers.whole(number, spoken()))
