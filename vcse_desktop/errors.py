"""The faults that a person can do something about, each with a title and a sentence."""


class VcseError(Exception):
    """A fault with words for the person: a title, and a sentence that says what happened and what to do.

    Whoever raises it marks both texts with ``N_``; they are translated when they are shown, with
    ``values`` filling their places. ``str()`` gives the title alone, so a value never reaches a log.
    """

    def __init__(self, title: str, sentence: str, **values: object) -> None:
        super().__init__(title)
        self.title = title
        self.sentence = sentence
        self.values = values


class Refused(VcseError):
    """A rule says no; the sentence says what to do instead."""


class WorldError(VcseError):
    """The disk, a file or a device is at fault: neither the person nor the program."""
