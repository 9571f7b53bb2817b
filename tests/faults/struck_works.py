"""Everything that a fault strikes."""

from tests.faults.stores import PLAIN
from tests.faults.works import Make, Migrate, Passphrase, Save
from tests.faults.works_of_backups import BackUp, Restore
from tests.faults.works_of_keys import NewKey

WORKS = {
    str(work): work
    for work in (Save(), Save(PLAIN), Migrate(), Passphrase(), Make(), BackUp(), Restore(), NewKey())
}
"""By name."""
