"""A keeper at a terminal makes a report of exact figures for the group's own use."""

from pathlib import Path

from pypdf import PdfReader

from tests.commands import Run
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking

MARK = "For our own use: not for sharing"


def test_exact_figures_are_written_for_the_group_and_noted(tmp_path: Path, run: Run) -> None:
    vault, file = tmp_path / "vault", tmp_path / "report.pdf"
    run("new", vault, "--organisation", "Our group")
    with unlocking.unlock(vault, PASSPHRASE) as opened, opened.unit("add") as unit:
        unit.save("session", None, {"date": "2024-02-06", "people_n": 3})
    days = ("--from", "2024-01-01", "--to", "2024-03-31")
    said = run("report", "for-us", vault, *days, "--out", file)
    assert said.status == 0, said.err
    assert f"The report is ready: {file}" in said.out and "not for sharing" in said.out
    pages = [page.extract_text() for page in PdfReader(file).pages]
    assert all(MARK in page for page in pages)
    assert "Total 1 0 3 " in " ".join(" ".join(pages).split())
    again = run("report", "for-us", vault, *days, "--out", file)
    assert again.status == 3 and "There is a file of that name" in again.err
    with unlocking.unlock(vault, PASSPHRASE) as opened:
        assert [unit.why for unit in opened.units()].count("ours") == 1
    assert run("undo", vault).status == 0
    with unlocking.unlock(vault, PASSPHRASE) as opened:
        assert not opened.rows("session")
