"""What the help says of asking people, of what they said, of looking back, and of summary packs."""

from ui.screens.help.card import Card
from vcse_desktop.i18n import N_

ASKED = (
    Card(
        "engagement",
        N_("Engagement"),
        (
            N_("For a piece of asking: one question, one decision, who decides, and what came of it."),
            N_("How much say people have is chosen by you; each step has its meaning beside it."),
            N_("Under it stand whom you asked, who took part and who was missing, and what was in the way."),
            N_("It can be switched off in Settings. Nothing is lost then."),
        ),
    ),
    Card(
        "asked",
        N_("How we asked"),
        (
            N_("For seeing how you asked people. It is for yourselves: nothing leaves from here."),
            N_("A click on a number shows the records that it counts; a picture has its table below it."),
            N_("What asking cost stands beside whom it reached. Money that people decided on is no cost."),
            N_("Under the form of a piece of asking stands what was asked like it within twelve months."),
        ),
    ),
    Card(
        "capacity",
        N_("Capacity support"),
        (
            N_("For what makes your group stronger: training, a room, money or staff."),
            N_("It may be asked for, given to you, given by you, or passed on."),
            N_("The same list stands in Activities and in Engagement."),
        ),
    ),
    Card(
        "reviews",
        N_("Reviews"),
        (
            N_("For looking back: what worked, what did not, and what to do next time."),
            N_("Under a review stands what you will do, with who does it and until when."),
            N_("What was to be done and is not noted as done comes up on Today."),
            N_("What you learned stands over the form when the next of its kind is begun."),
            N_("The same list stands in Activities and in Engagement."),
        ),
    ),
    Card(
        "voices",
        N_("What people said"),
        (
            N_("For words as they were said. One sentence is enough."),
            N_(
                "Whoever said it decides whether it may be shared. If nobody asked, it stays with you. "
                "A yes is for exactly these words: change a comma, and they need to be asked again."
            ),
            N_("Before words are shared, somebody puts [name] where names were and says that they looked."),
            N_("If somebody may be at risk, do not write it here: the program says whom to tell."),
        ),
    ),
    Card(
        "answers",
        N_("You said, we did"),
        (
            N_("For what came of what was said: who should answer, how long it waits, and the answer."),
            N_("To close a loop, choose where it has got to and write one sentence."),
            N_("“Not possible, because” is an answer, too."),
            N_("Then tell the people who said it, and note whom you told and how."),
            N_("It counts as a change once it says what changed and how you know."),
            N_("Ask later what became of it, and write it down in their words. That stays with you."),
        ),
    ),
    Card(
        "principles",
        N_("Principles"),
        (
            N_(
                "For talking: what your records say about each of the six principles, and what nothing is on."
            ),
            N_("A record counts where somebody has tagged it, under “More details” of its form."),
            N_("There are no marks, and nothing is compared."),
            N_("Beside them stand two sets of principles by others, with the records in which you do it."),
        ),
    ),
    Card(
        "packs",
        N_("Summary packs"),
        (
            N_("For handing a signed summary to a partner."),
            N_("A pack holds numbers and words that may leave. It never holds your records."),
            N_("Before you sign, you see every table and every word that leaves."),
            N_("Only a keeper signs. The program sends nothing: hand the file over yourself."),
        ),
    ),
    Card(
        "checking",
        N_("Checking a pack"),
        (
            N_("Drop the file of a pack anywhere on the window, or choose it under “Check a pack”."),
            N_("One sentence says whether it was changed after it was signed, and what to do now."),
            N_("A new signer has 30 digits. Ring them on a number you already have, and compare them aloud."),
            N_("That it is unchanged does not mean that its figures are right."),
            N_("A pack of yours that is not remembered here is taken into the register from its file."),
        ),
    ),
    Card(
        "easy",
        N_("The Easy Read page"),
        (
            N_("For people who find reading hard: short sentences, each with a picture."),
            N_("You write it, best of all with people who use Easy Read. The program only counts the words."),
            N_("Say who tried it. A page that nobody has tried says so."),
            N_("It leaves only in a pack, and only when you tick it there."),
        ),
    ),
    Card(
        "us",
        N_("Exact figures for ourselves"),
        (
            N_("For your own work: the same tables as in a pack, with nothing hidden."),
            N_("A keeper can see and save them. Every page says that it is not for sharing."),
            N_("They never go into a pack. The history notes each file that is made."),
        ),
    ),
)
