"""What the help says of the program as a whole: settings, ways in, counting, hiding, risk."""

from ui.screens.help.card import Card
from vcse_desktop.i18n import N_

MATTERS = (
    Card(
        "settings",
        N_("Settings"),
        (
            N_("For language, colours, text size, your safeguarding lead, and how small numbers are hidden."),
            N_("Choices are kept at once. What you write is kept with Save or Ctrl+Enter."),
            N_("What holds for the whole group is changed by a keeper."),
        ),
        helpers=True,
    ),
    Card(
        "lists",
        N_("Our lists"),
        (
            N_("For what your forms offer: communities, roles, themes, ways of asking and many more."),
            N_(
                "Add what is yours. Use your own words where ours do not fit; what is counted stays the same."
            ),
            N_("Hide what you never need. It is offered no more, and records that have it keep it."),
            N_(
                "Some lists take nothing new, as others count by them; their words can be yours all the same."
            ),
        ),
    ),
    Card(
        "undoing",
        N_("Undo, and what you were typing"),
        (
            N_("What you save is saved at once. Undo, or Alt+U, takes the last change back."),
            N_("What you type and do not save is kept, encrypted. It is offered to you when you come back."),
            N_("Esc closes a form and asks nothing: what you typed stays in it until you throw it away."),
        ),
        helpers=True,
    ),
    Card(
        "covering",
        N_("Cover and lock"),
        (
            N_("When the computer is not used, the screen is covered, and a little later locked."),
            N_("A short PIN or your passphrase lifts the cover. Only a passphrase opens what is locked."),
            N_("Ctrl+L locks now. The times are set by a keeper in Settings."),
        ),
        helpers=True,
    ),
    Card(
        "opening",
        N_("Who may open this"),
        (
            N_("Everybody opens it with a passphrase of their own, so that what is written says by whom."),
            N_(
                "Helper, member and keeper are roles: this program keeps to them. They are no lock of their "
                "own, as everybody who may open this holds the key to the whole file."
            ),
            N_(
                "When somebody leaves, a keeper takes them out and makes a new key: an old copy of the key "
                "then opens nothing written later. Old backups still open with the passphrases of their day."
            ),
            N_("Nobody can reset a passphrase. The recovery sheet, or a second keeper, is the way back in."),
        ),
        helpers=True,
    ),
    Card(
        "counting",
        N_("How things are counted"),
        (
            N_("Attendances and people are two numbers: somebody who comes three times is one person."),
            N_("An empty box means “not recorded”. It is never counted as nought."),
            N_("Hours are added up in minutes and rounded last. Caring is never counted as volunteering."),
            N_("Numbers that were estimated or remembered are counted, and the total says how many."),
            N_("A carer who volunteers counts in both, once in each."),
        ),
        helpers=True,
    ),
    Card(
        "hiding",
        N_("How small numbers are hidden"),
        (
            N_("In a pack, small numbers are hidden: they could point at somebody. Their mark is [c]."),
            N_("Other numbers are hidden, too, where a hidden one could be worked out from them."),
            N_("Sessions, organisations and answers are no people, and stay exact."),
            N_("Before you sign, go to a [c] to read why: which subtraction would give somebody away."),
            N_("On your own screens nothing is hidden from you. The rule for packs is in Settings."),
        ),
    ),
    Card(
        "keeping",
        N_("How long things are kept, and erasing"),
        (
            N_("Today says when something has been kept as long as you mean to. You decide about each."),
            N_("Nothing is ever removed by itself."),
            N_(
                "To remove is to put away: undo brings it back. To erase is for good, and only a keeper does."
            ),
            N_("Figures stay as they were, and a certificate that names nobody can be saved."),
            N_("“Everything about this person…” on a card writes all of it to a file for them."),
        ),
    ),
    Card(
        "signing_key",
        N_("The key that signs your packs"),
        (
            N_("Packs are signed with a key of your group. Partners know it by six groups of five digits."),
            N_("Print its card in Settings, and give it to partners: they compare the digits once."),
            N_(
                "A new key, another name, a lost key, the end of your group: Settings asks what has "
                "happened, one thing at a time. The recovery sheet is needed each time."
            ),
            N_(
                "After a change, sign a notice for each partner, so that what they hold from you still "
                "stands."
            ),
            N_("Nobody can take back a change of the key. What was signed before stays signed."),
        ),
    ),
    Card(
        "backups",
        N_("Backups"),
        (
            N_("A backup is one encrypted file beside your records. It is made by itself."),
            N_("Choose a second place in Settings, such as a stick, for when the computer is lost."),
            N_(
                "A backup opens with the passphrases and the recovery sheet of its day, also after they "
                "changed. If somebody learned a passphrase, keep old backups locked away."
            ),
            N_("Test a backup twice a year: it is brought back for real, and nothing of the trial stays."),
            N_("On a new computer, choose “Join or restore”: the file and the paper are enough."),
            N_(
                "What was erased stays in older backups until they are deleted: after 90 days, or as you "
                "set it."
            ),
        ),
    ),
    Card(
        "tables",
        N_("Save, copy or print a list"),
        (
            N_("“More…” over a list of records takes what the list shows, with its filter and in its order."),
            N_("Save it as a workbook, as CSV or as PDF, copy it into a spreadsheet, or print it."),
            N_("It may hold personal data and is not encrypted: keep it safe. Only a keeper can do this."),
        ),
    ),
    Card(
        "everything",
        N_("Leave with everything"),
        (
            N_("For when you go to another program, or want all of it in a form that anything can read."),
            N_(
                "A new folder gets every record as tables and as a workbook, with links, lists, attached "
                "files and history. Its page READ-ME-FIRST explains each file."
            ),
            N_("It holds personal data and is not encrypted. It is no summary pack: keep it to yourselves."),
            N_("Only a keeper can do this. Stop leaves nothing half made."),
            N_(
                "The way back: make a new vault, and bring everything in from the folder. One undo takes all "
                "of it back. Do not change its files before."
            ),
        ),
    ),
)
SAFEGUARDING = Card(
    "safeguarding",
    N_("If somebody may be at risk"),
    (
        N_("Do not write it here. Tell your safeguarding lead, now. In an emergency, call 999."),
        N_("The program notices some words and reminds you. It keeps no record of such things itself."),
        N_("If it was a false alarm, go on and save: nothing is ever held up."),
    ),
    helpers=True,
)
