"""What the help says of carers as people, of how people are involved, and of what others wrote on it."""

from ui.screens.help.card import Card
from vcse_desktop.i18n import N_

INVOLVING = "involving"
READING = (
    Card(
        "about_carers",
        N_("About carers"),
        (
            N_("Many people who look after somebody do not call themselves carers. Ask what they do."),
            N_("A carer has a life of their own: what matters to them has its own box, in their words."),
            N_("What caring involves is told as a story. It is never counted in money."),
            N_("The program does not guess who might give up caring, and no form asks for it."),
        ),
    ),
    Card(
        INVOLVING,
        N_("How we involve you: words to hand out"),
        (
            N_("We ask you how you want to be involved, and ask again after a year."),
            N_("Before you say something, we tell you how it will be used and what can still change."),
            N_("You may leave any question out. Whether your words are shared is up to you."),
            N_("Afterwards we tell you what came of it, also when something was not possible, and why."),
            N_("You may take back what you agreed to at any time. Ask us how."),
        ),
    ),
    Card(
        "standards",
        N_("Standards for asking people"),
        (
            N_(
                "The seven principles of public life, known as Nolan's: selflessness, integrity, "
                "objectivity, accountability, openness, honesty and leadership."
            ),
            N_("The government's consultation principles: clear, short, for a purpose, answered in time."),
            N_(
                "Statutory guidance for the NHS: “Working in partnership with people and communities”. It "
                "took the place of “Transforming Participation”."
            ),
            N_("Which duty in law a piece of asking is under can be noted on its form, as the law is now."),
            N_("Nothing is linked here, as the program never connects. Look it up by its name."),
        ),
    ),
    Card(
        "reading",
        N_("Further reading, by name"),
        (
            N_("As known in 2026. Some of these have closed or moved since they were named."),
            N_(
                "On involving people: NHS Involvement Hub; NICE on community engagement; Smart Guides to "
                "engagement; Government Communication Service; Our Place; CommsHub."
            ),
            N_("On deciding together: participatory budgeting; community development; Torbay; DevoNext."),
            N_(
                "On care that begins with the person: Realising the Value; HELP; Skills "
                "for Care; NICE on shared decision making."
            ),
        ),
    ),
)
