"""What the help says of places that everybody meets daily: Today, Activities, registers, hours."""

from ui.screens.help.card import Card
from vcse_desktop.i18n import N_

DAILY = (
    Card(
        "today",
        N_("Today"),
        (
            N_("For jobs of twenty seconds: log hours, begin a register, see what waits."),
            N_("Begin with a name, or choose “not by name” and give a number of people."),
            N_("Hours can be typed as 1h30, 90m, 1.5, 1:30 or 1½. Press Ctrl+H to come here from anywhere."),
            N_("“Not yet” says what waits, such as words without an answer. One button leads to each."),
        ),
        helpers=True,
    ),
    Card(
        "month",
        N_("This month"),
        (
            N_("For seeing how a month went. It is for yourselves: nothing leaves from here."),
            N_("Every number opens the records that it counts. Empty means not recorded, which is not 0."),
            N_("There are no targets and no colours that judge."),
        ),
    ),
    Card(
        "activities",
        N_("Activities"),
        (
            N_("For what you do again and again, and who came. Only an activity and a date are needed."),
            N_("Begin with the thing you do most often. Next time, start from last time."),
            N_("Open an activity for its sessions: each of them opens its register."),
        ),
        helpers=True,
    ),
    Card(
        "register",
        N_("The register"),
        (
            N_("“Same as last time” fills it in as it was: untick who is not here, and count who came."),
            N_("How many came does not include helpers. Carers and new people are among those who came."),
            N_("Leave empty what nobody counted. Some of it can be saved now and the rest later."),
            N_("Helpers without a name are a number of people with their hours."),
        ),
        helpers=True,
    ),
    Card(
        "tallying",
        N_("Counting by groups"),
        (
            N_("On a register and on a piece of asking, people can be counted by group without a name."),
            N_("Press plus and minus, use the arrow keys up and down, or type the number."),
            N_("Empty means not recorded; 0 means that nobody of that group was there."),
            N_("Somebody can be in several groups, so groups are not added up."),
        ),
        helpers=True,
    ),
    Card(
        "planned",
        N_("Planned and cancelled sessions"),
        (
            N_("Open an activity and press “Plan a session”. What is planned counts for nothing yet."),
            N_("Open it on the day and save its register: that says that it ran."),
            N_("If it was cancelled, say so. It then counts as none and is listed as cancelled."),
            N_(
                "“Calendar file of planned sessions…” saves what is planned as a file that a calendar can "
                "open. The program sends it to nobody."
            ),
        ),
        helpers=True,
    ),
    Card(
        "signin",
        N_("Sign-in screen"),
        (
            N_("For a table at the door: people sign themselves in to the session of today."),
            N_("They type three letters of their name, or press “Just count me”. No list of names is shown."),
            N_("Nothing else can be reached from it, and only your passphrase leaves it."),
            N_("What somebody began is forgotten after half a minute."),
        ),
        helpers=True,
    ),
    Card(
        "hours",
        N_("Time given: rough, past, without a role"),
        (
            N_("“About” says that the hours were estimated, “as remembered” that they are from memory."),
            N_("They are counted like others, and the total says how many of its hours are such."),
            N_("Time over days or weeks has a first day and a last day."),
            N_("Help by a neighbour needs no activity, no role and no group: the hours alone are enough."),
            N_("For several people, write all of it together: 14 people for 2 hours each are 28 hours."),
        ),
        helpers=True,
    ),
    Card(
        "photos",
        N_("Photos"),
        (
            N_("A photo of a flip chart, or of what was made, is kept encrypted with your records."),
            N_("It is kept smaller, and without the place and the day that a camera writes into it."),
            N_("Say what it shows, and whether people are on it; ask them before you keep it."),
            N_("No photo goes into a summary pack. A copy that you save is not encrypted."),
            N_("One that was removed comes back by undo. A keeper can erase it for good."),
        ),
    ),
    Card(
        "import",
        N_("Bring in a spreadsheet"),
        (
            N_("Choose a file, or drop it anywhere on the window. A keeper can do this."),
            N_("Go on with Ctrl+Enter and back with Esc. Nothing is written before the last step."),
            N_("What is not clear is asked, and nobody is joined with anybody by guessing."),
            N_(
                "Cells that could not be understood are named, such as C14. Mend them there, take what is "
                "suggested with F2, or leave their rows out. Your file stays as it is."
            ),
            N_("What is blank stays blank. One undo, Alt+U, takes all of it back."),
            N_("What you chose is kept, so that next month's file is understood at once."),
        ),
    ),
    Card(
        "layouts",
        N_("How a spreadsheet may be laid out"),
        (
            N_("A row a record: a person, an organisation, a session, or hours that somebody gave on a day."),
            N_("A row for each one who came: the rows of one day become one session."),
            N_("A month with a column a day: cells hold hours, as 1.5, 1:30, 1h30 or “half 2 til 4”."),
            N_("A register with a column a day: ticks, crosses or initials say who came."),
            N_("If the headings are in another row than it says, point at the right one and press Enter."),
        ),
    ),
    Card(
        "paper",
        N_("Paper forms"),
        (
            N_(
                "For people who would rather write: sign-in sheets, tallies, contact, what was said, consent."
            ),
            N_("Each form has the name of your group and your own lists on it, and says why you ask."),
            N_("A keeper changes why you ask, and who answers questions, in Settings."),
            N_("For a piece of asking, a form says in its own words how what people say will be used."),
            N_("Every sheet has its number and a version, so that none is lost and none is mixed up."),
            N_("Large print has letters of 18 points."),
        ),
        helpers=True,
    ),
    Card(
        "typing",
        N_("Typing in sheets"),
        (
            N_("Say how many sheets there are. The boxes come in the order of the paper, with its numbers."),
            N_("Ctrl+Enter saves a sheet and goes on. What is the same on the next one stays filled in."),
            N_("A further sign-in sheet of the same activity and day adds to the same session."),
            N_("A sheet that cannot be read is left out and counted. Each sheet can be taken back."),
            N_("Stop whenever you like: “Not yet” on Today leads back to the next sheet."),
        ),
        helpers=True,
    ),
)
