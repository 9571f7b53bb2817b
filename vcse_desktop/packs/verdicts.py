"""The answers that checking can give, and the words of each."""

from enum import IntEnum

from vcse_desktop.i18n import N_


class Verdict(IntEnum):
    """The answer; its number is the exit code of the command line."""

    OK = 0
    NOT_A_PACK = 10
    REPACKED = 11
    DAMAGED = 12
    ALTERED = 13
    TOO_BIG = 14
    NEWER_FORMAT = 15
    UNFINISHED = 16
    IMPOSTOR = 17
    UNSAFE = 18
    UNKNOWN_SIGNER = 20
    REVOKED = 21
    WITHDRAWN = 22
    SUPERSEDED = 23
    FORK = 24


class Stop(Exception):
    """Checking ends here. ``why`` is a code for the details, ``what`` the code of what is UNSAFE."""

    def __init__(self, verdict: Verdict, why: str, what: str = "") -> None:
        super().__init__(why)
        self.verdict, self.why, self.what = verdict, why, what


SENTENCES = {
    Verdict.OK: N_("Unchanged since {name} signed it, dated {date}. You have checked their key before."),
    Verdict.NOT_A_PACK: N_("This is not a summary pack."),
    Verdict.REPACKED: N_(
        "The contents are genuine and signed by {name}. The outer file was made again on the way, "
        "often by a mail filter."
    ),
    Verdict.DAMAGED: N_("This file arrived incomplete or damaged. Ask for it again."),
    Verdict.ALTERED: N_(
        "Do not use this file. It was changed after it was signed, or breaks the pack rules. "
        "Tell the sender by phone."
    ),
    Verdict.TOO_BIG: N_("Larger than a pack may be. Not opened."),
    Verdict.NEWER_FORMAT: N_("Made by a newer program. Update your checker and try again."),
    Verdict.UNFINISHED: N_("Signed by {k} of {n} people. It should not have been sent yet."),
    Verdict.IMPOSTOR: N_(
        "Stop. It says {name}, but the key is not the one you checked. "
        "Phone them on a number you already have."
    ),
    Verdict.UNSAFE: N_(
        "Signed, but it holds something a summary pack never holds ({what}). Not opened. Tell {name}."
    ),
    Verdict.UNKNOWN_SIGNER: N_(
        "Unchanged since it was signed. We cannot yet say by whom: compare the digits with their card "
        "or by phone."
    ),
    Verdict.REVOKED: N_(
        "Signed under a key or rules that {name} has since replaced, and not on the list they stand by."
    ),
    Verdict.WITHDRAWN: N_("{name} took this back on {date}: {reason}."),
    Verdict.SUPERSEDED: N_("Replaced by number {n}."),
    Verdict.FORK: N_("{name} has signed two different documents numbered {n}. Ask which one they stand by."),
}
NO_REASON = N_("{name} took this back on {date}, and gave no reason.")
ALONE = N_(
    "This is the report by itself. Whether it was replaced or taken back, only the whole pack or a later "
    "one can tell."
)
CHANGED = N_("{name} has changed its key or its rules. Both of its earlier keys stand behind the change.")
UNSAFE = {
    "name": N_("a file of a kind that never belongs in one"),
    "page": N_("a web page that could do more than be read"),
    "pdf": N_("a PDF that cannot be read"),
    "script": N_("a PDF with a program inside"),
    "launch": N_("a PDF that starts another program"),
    "file": N_("a PDF with a file inside"),
    "media": N_("a PDF with sound, film or moving pictures"),
    "form": N_("a PDF with a form that sends or takes in data"),
    "action": N_("a PDF that does something by itself when it is opened"),
    "formula": N_("a table with a formula"),
    "table": N_("a table that cannot be read"),
}
"""What is meant by {what}, by the code in ``Stop.what``."""
