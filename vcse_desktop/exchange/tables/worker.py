"""What the process that reads workbooks answers: their bytes in, sheets and rows out, in frames."""

import json
import pickle
import struct
from collections.abc import Callable
from typing import BinaryIO

from vcse_desktop.errors import VcseError
from vcse_desktop.exchange.tables.limits import MOST_CELLS
from vcse_desktop.exchange.tables.refusals import DAMAGED, TOO_WIDE

FRAME = struct.Struct("<I")
"""The length of what follows."""
SHEET, ROWS, REFUSED, END = "sheet", "rows", "refused", "end"


def worker_main(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer each question, a line of JSON and the bytes of a file, until there are no more.

    The line is ``{"name", "kind", "bytes"}``. An answer is frames of pickled tuples: SHEET with its name,
    whether it is hidden and what is merged, its place among how many, and its rows; ROWS with further rows;
    REFUSED with title, sentence and values; END. Nothing is ever written to disk.
    """
    for line in stdin:
        asked = json.loads(line)
        _answer(asked, stdin.read(asked["bytes"]), lambda *answer: _send(stdout, answer))
    return 0


def _answer(asked: dict[str, str], raw: bytes, send: Callable[..., None]) -> None:
    from vcse_desktop.exchange.tables.workbooks import pieces  # noqa: PLC0415 - whoever starts us needs none of it

    name = asked["name"]
    try:
        for piece in pieces(name, asked["kind"], raw):
            send(*((ROWS, piece) if isinstance(piece, list) else (SHEET, *piece)))
    except VcseError as error:
        send(REFUSED, error.title, error.sentence, error.values)
    except MemoryError:
        send(REFUSED, *TOO_WIDE, {"name": name, "most": MOST_CELLS})
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - what the reader itself breaks down with is no Exception
        send(REFUSED, *DAMAGED, {"name": name})
    else:
        send(END)


def _send(stdout: BinaryIO, answer: tuple[object, ...]) -> None:
    frame = pickle.dumps(answer, protocol=5)
    stdout.write(FRAME.pack(len(frame)))
    stdout.write(frame)
    stdout.flush()
