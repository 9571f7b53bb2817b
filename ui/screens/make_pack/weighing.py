"""What step 2 of a pack works out while somebody chooses: what is hidden, and what less detail would hide."""

from collections.abc import Callable, Sequence

from ui.screens.desk import Desk
from ui.screens.make_pack.begun import Begun
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.steps import Steps
from ui.screens.make_pack.work import Work
from vcse_desktop.actions.alternatives import Coarser, alternatives, offers
from vcse_desktop.actions.offering import Offer
from vcse_desktop.actions.sending import Choices
from vcse_desktop.actions.weighing import Weighed, weigh
from vcse_desktop.i18n import N_, tr

WEIGHING = N_("Working out what must be hidden…")
COMPARING = N_("Working out what less detail would hide…")


class Weighing:
    """``then`` says that somebody has gone on meanwhile, so that the pages are to be made at its end."""

    def __init__(
        self, desk: Desk, begun: Begun, steps: Steps, work: Work, draft: Callable[[], object]
    ) -> None:
        self.then = False
        self._desk, self._begun, self._steps, self._work, self._draft = desk, begun, steps, work, draft

    def choose(self, found: Offer, chosen: Choices) -> Choose:
        """Return the step in which somebody chooses; what is hidden is worked out once it is shown."""
        made = Choose(found, chosen)
        made.weighing.connect(self.weigh)
        made.changed.connect(self._chosen)
        made.comparing.connect(self._compare)
        made.publishing.connect(lambda: self._choose_again(made))
        weighed = self._begun.weighed
        if weighed is not None:
            made.show_weighed(weighed, self._begun.offers)
        else:
            self._steps.when_shown(self.weigh)
        return made

    def weigh(self) -> None:
        """Work out what must be hidden."""
        vault, chosen = self._desk.vault, self._begun.chosen
        if chosen is None or self._work.is_busy():  # somebody was quicker and has gone on
            return

        def done(weighed: Weighed) -> None:
            self._known(weighed, offers(weighed))
            if self.then:
                self._draft()

        self.then = False
        self._work.do(tr(WEIGHING), lambda task: weigh(vault, chosen, task.tell, task.stopped), done)

    def _choose_again(self, made: Choose) -> None:
        """Keep what hides nothing; what was worked out still holds."""
        self._begun.chosen = made.choices()

    def _chosen(self) -> None:
        """Something else goes in: what was worked out does not hold any more."""
        choose = self._steps.step()
        if isinstance(choose, Choose):
            self._begun.chosen, self._begun.weighed = choose.choices(), None
            self.then = False
            if self._work.is_busy():
                self._work.stop()
                self._work.clear()

    def _compare(self) -> None:
        """Work out how much less detail would hide of each table that hides something."""
        weighed = self._begun.weighed
        if weighed is None or self._work.is_busy():
            return

        def done(found: Sequence[Coarser]) -> None:
            self._known(weighed, found)
            choose = self._steps.step()
            if isinstance(choose, Choose):
                choose.go_to_detail()
            if self.then:
                self._draft()

        self.then = False
        self._work.do(tr(COMPARING), lambda task: alternatives(weighed, task.tell, task.stopped), done)

    def _known(self, weighed: Weighed, found: Sequence[Coarser]) -> None:
        self._begun.weighed, self._begun.offers = weighed, found
        choose = self._steps.step()
        if isinstance(choose, Choose):
            choose.show_weighed(weighed, found)
