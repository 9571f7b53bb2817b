"""An import carried out: all of it as one unit of work, so that one undo takes it back."""

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.imports.opening import WHENEVER, Going
from vcse_desktop.exchange.meaning.preview import Preview
from vcse_desktop.store.vault import Vault


def carry_out(vault: Vault, shown: Preview, going: Going = WHENEVER) -> Changed:
    """Make everything that the preview shows, and keep what was chosen for the next file like it.

    Refused while something is open or wrong; Stopped means that nothing was made. For keepers alone.
    """
    raise NotImplementedError(vault, shown, going)
