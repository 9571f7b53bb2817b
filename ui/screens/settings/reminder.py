"""What keepers should see to about who may open this; it stands over no form and no work under way."""

from ui.widgets.notice import Notice


class Reminder(Notice):
    """A notice that stands aside for a while and comes back."""

    def __init__(self) -> None:
        super().__init__("info")
        self._said, self._aside = ("info", ""), False

    def remind(self, kind: str, sentence: str) -> None:
        """Say this from now on, once it stands aside no more; "" for nothing."""
        self._said = (kind, sentence)
        self.stand_aside(aside=self._aside)

    def stand_aside(self, *, aside: bool) -> None:
        """Say nothing while something else is open, or come back."""
        self._aside = aside
        kind, sentence = self._said
        self.show_as(kind, "" if aside else sentence)
