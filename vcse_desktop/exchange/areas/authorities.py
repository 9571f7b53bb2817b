"""What the local authorities of England and Wales are called: a file of a package, read as it lies.

The names are those of April 2021; one that was made since, or lies elsewhere, is not there.
"""

import json
from collections.abc import Mapping

from vcse_desktop.exchange.areas.carried import folder

PACKAGE, FILE, CARRIED = "qlacref_authorities", "records.json", "authorities"
CODE, NAME = "LTLA21CD", "LTLA21NM"


def authority_names() -> Mapping[str, str]:
    """Return the name of each local authority by its code; none at all where the file is missing."""
    file = folder(CARRIED, PACKAGE).joinpath(FILE)
    if not file.is_file():
        return {}
    return {str(row[CODE]): str(row[NAME]) for row in json.loads(file.read_text("utf-8"))}
