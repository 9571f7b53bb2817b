"""Words that may not leave any more, and the packs that they were sent in before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.frame import boxed, column
from ui.widgets.words import text
from vcse_desktop.actions.quoted_in import STILL_THERE
from vcse_desktop.i18n import tr


def sent_before(packs: Sequence[str]) -> list[QWidget]:
    """Return what to do about these packs, and which they are; nothing for none."""
    if not packs:
        return []
    return [boxed(column(text(tr(STILL_THERE)), *(text(isolated(one)) for one in packs), gap=4))]
