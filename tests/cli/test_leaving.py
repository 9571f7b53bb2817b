"""A keeper at a terminal leaves with everything, and comes back from it into a new vault."""

from pathlib import Path

from tests.commands import Run
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking


def test_everything_goes_out_and_comes_back_and_undo_takes_it_back(tmp_path: Path, run: Run) -> None:
    old, new, folder = tmp_path / "old", tmp_path / "new", tmp_path / "everything"
    run("new", old, "--organisation", "Our group")
    with unlocking.unlock(old, PASSPHRASE) as vault, vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "=Ann"})
    said = run("leave-with-everything", old, folder)
    assert said.status == 0, said.err
    assert f"Everything is in {folder}." in said.out and "personal data" in said.out
    assert run("leave-with-everything", old, folder).status == 3
    run("new", new, "--organisation", "Our new group")
    said = run("bring-everything-in", new, folder)
    assert said.status == 0, said.err
    assert "2 records were brought in." in said.out
    with unlocking.unlock(new, PASSPHRASE) as vault:
        assert [row["known_as"] for row in vault.rows("person")] == ["=Ann"]
    again = run("bring-everything-in", new, folder)
    assert again.status == 3 and "not empty" in again.err and "Traceback" not in again.err
    assert run("undo", new).status == 0
    with unlocking.unlock(new, PASSPHRASE) as vault:
        assert not vault.rows("person")
        assert [row["name"] for row in vault.rows("organisation")] == ["Our new group"]
    checked = run("pack", "check", folder)
    assert checked.status == 10 and "This is not a summary pack." in checked.out
