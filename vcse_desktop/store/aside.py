"""What this laptop alone keeps for each person in an open vault: half written forms, and a PIN."""

from collections.abc import Collection, Sequence

from vcse_desktop.store import drafts, pins
from vcse_desktop.store.attached import Attached
from vcse_desktop.store.drafts import Draft


class Aside(Attached):
    """None of it is in the journal, in hand-overs or in the search."""

    _at_lock: tuple[Sequence[Draft], Collection[int]] = ((), ())

    def drafts(self) -> list[Draft]:
        """Return every draft, oldest first; the words of one's own alone."""
        return self._ask(lambda con: drafts.read(con, self.member))

    def keep_drafts(self, kept: Sequence[Draft], dropped: Collection[int] = ()) -> None:
        """Keep these drafts, each in place of itself, and drop those of these ids."""
        self._inside.writer.run(lambda con: drafts.write(con, kept, dropped))

    def keep_drafts_at_lock(self, kept: Sequence[Draft], dropped: Collection[int] = ()) -> None:
        """Keep these and drop those as the last thing before the vault is locked, whatever else runs then."""
        self._at_lock = kept, dropped

    @property
    def has_pin(self) -> bool:
        """Whether whoever is in has a PIN on this laptop."""
        return self._ask(lambda con: pins.kept(con, self.member)) is not None

    def keep_pin(self, pin: str | None) -> None:
        """Let this PIN lift the cover for whoever is in, on this laptop; None for none."""
        made = None if pin is None else pins.made(pin)
        self._inside.writer.run(lambda con: pins.keep(con, self.member, made))

    def pin_fits(self, pin: str) -> bool:
        """Say whether this is the PIN of whoever is in; takes a part of a second."""
        return pins.fits(self._ask(lambda con: pins.kept(con, self.member)), pin)
