"""What the help says of people: their list and cards, support, organisations, volunteers, connections."""

from ui.screens.help.card import Card
from vcse_desktop.i18n import N_

WHO = (
    Card(
        "people",
        N_("People"),
        (
            N_("For knowing who, how to reach them, and what they agreed to. A name is enough."),
            N_("Nobody has to be named: people can be counted without it."),
            N_(
                "Begin with Ctrl+N. Choose somebody from the list to see their card: access needs come first."
            ),
            N_("What they agreed to stands on the card with its words. One button takes it back."),
        ),
    ),
    Card(
        "filters",
        N_("Filters, and keeping them"),
        (
            N_("A filter leaves in a list those for which something is so, such as drivers on Fridays."),
            N_(
                "Press “Filter…” and choose what to look at. Ask several things: all of it, or one is enough."
            ),
            N_("“Keep this filter…” gives it a name. From then on it stands over the list."),
            N_("“Show all again” brings the others back."),
        ),
    ),
    Card(
        "contact",
        N_("A contact list"),
        (
            N_("For ringing or inviting people: each stands under the way in which they like to be reached."),
            N_("It is made of those whom the list of people shows, so filter that list first."),
            N_("Access needs come first, and when not to ring is printed."),
            N_("Whoever does not want to be contacted is left off, and the list says how many those are."),
            N_("Print it or copy it. The program sends nothing."),
        ),
    ),
    Card(
        "joining",
        N_("The same person twice"),
        (
            N_("If somebody is there twice, join the two: open one and press “Same person as…”."),
            N_("Where the two say different things, both are kept. Undo takes them apart again."),
            N_("Names that are alike are offered over the list of people, to look at in pairs."),
            N_("“They are two people” is remembered, so you are not asked again."),
        ),
    ),
    Card(
        "support",
        N_("Support given, with a name or without"),
        (
            N_("For a carer who walks in, and for what was done for them. A day is enough."),
            N_("Nobody has to be named. “Write a hint for us” helps you to know them again."),
            N_("Later you can say who it was: choose them there, or on their card under earlier contacts."),
            N_("Undo parts the contact and the person again. Figures count each person once."),
        ),
    ),
    Card(
        "carers",
        N_("Three facts about carers"),
        (
            N_("That somebody was seen as a carer for the first time is one fact."),
            N_("That they were supported is another; that they helped to plan the care is a third."),
            N_("Each is noted by itself. This month shows all three, and they are never added up."),
            N_("A carer can be a volunteer, too, or be cared for themselves."),
        ),
    ),
    Card(
        "timeline",
        N_("All that happened with somebody"),
        (
            N_("A card shows the newest things; “Show everything” shows all that is noted, newest first."),
            N_("An activity, a piece of asking and an organisation have it, too: “Show all that happened”."),
            N_("Each line opens its record. Esc goes back."),
        ),
    ),
    Card(
        "organisations",
        N_("Organisations"),
        (
            N_("For groups, councils and others that you work with. A name is enough."),
            N_("An organisation can be asked for an answer, give support, or be handed a summary pack."),
            N_("Begin with Ctrl+N."),
        ),
    ),
    Card(
        "connections",
        N_("Connections: offers and wishes"),
        (
            N_("For bringing together somebody who offers something and somebody who wishes for it."),
            N_("Note an offer or a wish, then press “Bring together with…”."),
            N_("Nobody is introduced before both have agreed: ask each, and note it."),
            N_("Afterwards ask how it goes. If it does not fit, part them: both are open again."),
        ),
    ),
    Card(
        "reached",
        N_("Who we reached, beside who lives here"),
        (
            N_("For seeing who came, by the groups that somebody counted, beside everybody who lives here."),
            N_("Not asked, and “prefer not to say”, stand in rows of their own. Nothing is a mark."),
            N_("Who lives here comes from published files that you add. Year and source stay with them."),
            N_("Core20 means the most deprived fifth of areas. Where no file says so, it is “not known”."),
            N_(
                "A postcode that you type as where somebody lives becomes its area and is then forgotten. "
                "Without a file it becomes its local authority."
            ),
        ),
    ),
    Card(
        "open_files",
        N_("Published files that you can add"),
        (
            N_("Fetch a file from its publisher as CSV or as a spreadsheet. It is known by its columns."),
            N_(
                "Small areas: the code of each (LSOA), its ward, its district, and its decile in the Index "
                "of Multiple Deprivation. They make wards that you can pick by name."
            ),
            N_("Postcodes: a postcode and the code of its small area, such as the ONS Postcode Directory."),
            N_("Census: the code and name of an area, the answer, and how many people gave it."),
            N_("Figures of two years are never mixed. A newer file takes the place of an older one."),
        ),
    ),
    Card(
        "volunteers",
        N_("Looking after volunteers"),
        (
            N_("For checks and training, for thanks, and for expenses that wait to be paid."),
            N_("What ran out comes first, then what is about to. “Done again today…” renews it."),
            N_("Note that a check was seen and until when it holds. What a certificate says is never kept."),
            N_("People stand by their names: nobody comes first for having given more."),
        ),
    ),
)
