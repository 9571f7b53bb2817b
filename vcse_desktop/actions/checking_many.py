"""Checking many packs: on every processor, each told when its turn comes, until somebody says Stop."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from vcse_desktop.actions.checking import Checked, beside, examined
from vcse_desktop.errors import WorldError
from vcse_desktop.packs import apart
from vcse_desktop.packs.checking import judged
from vcse_desktop.packs.layout import FIRST, root_of
from vcse_desktop.packs.memory import load, save
from vcse_desktop.packs.register import Register
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

MANY = 24
"""From so many files on, further processes are worth their start."""
MOST_PROCESSES, CHUNK = 8, 4


def files_in(places: Sequence[Path]) -> list[Path]:
    """Return the files to check: a folder that is no unpacked pack stands for the ZIP files in it."""
    return [file for place in places for file in _files_in(place)]


def check_packs(
    files: Sequence[Path],
    vault: Vault | None = None,
    language: str = "en",
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[Checked, None, None]:
    """Yield what checking each file found, in their order; what a vault remembers grows from one to the next.

    When it is stopped, or nobody asks for more, what was seen so far is remembered.
    """
    register = before = Register() if vault is None else load(vault)
    try:
        for one in _examined(files):
            if stopped():
                break
            seen = register
            result = one.result if one.fault else judged(one.result, register)
            if result.is_report and not one.fault:  # it has no claims to be judged by
                one = examined(one.file, register)  # noqa: PLW2901 - it may be gone meanwhile
                result = one.result
            register = result.register if not one.fault else register
            yield beside(replace(one, result=result), seen, vault, language)
    finally:
        if vault is not None:
            save(vault, before, register)


def _examined(files: Sequence[Path]) -> Iterator[Checked]:
    if len(files) < MANY:
        yield from map(examined, files)
        return
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    context = get_context("spawn")  # a fork would take the window's threads for its own
    pool = ProcessPoolExecutor(processes, context, apart.begin)
    try:
        for file, answer in zip(files, pool.map(apart.look_at, files, chunksize=CHUNK), strict=True):
            if isinstance(answer, Result):
                yield Checked(file, answer)
            else:
                title, sentence, values = answer
                yield Checked(file, Result(Verdict.NOT_A_PACK), WorldError(title, sentence, **values))
    finally:
        pool.shutdown(cancel_futures=True)


def _files_in(place: Path) -> list[Path]:
    try:
        inside = sorted(place.iterdir()) if place.is_dir() else []
    except OSError:
        return [place]
    packs = [one for one in inside if one.suffix.lower() == ".zip" and one.is_file()]
    folders = (place.resolve(), *inside)
    unpacked = any(root_of(folder.name) and (folder / FIRST).is_file() for folder in folders)
    return packs if packs and not unpacked else [place]
