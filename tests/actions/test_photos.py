"""Photos: kept with words for everybody, in the vault and in no pack, and not for a helper."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.groups import make_group, quarter
from tests.vaults import PASSPHRASE, as_somebody_else, make_vault
from vcse_desktop.actions import photos, recording
from vcse_desktop.actions.access_export import export
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.finding import find
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.photos import OWNERS
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused, WorldError

MARKER = "zqphotozq"
WORDS = {"alt_text": f"A flip chart {MARKER}", "caption": f"Breaks {MARKER}", "people_shown": False}


def jpeg() -> bytes:
    """Return a picture with nothing but a picture in it."""
    made = io.BytesIO()
    Image.linear_gradient("L").save(made, "JPEG")
    return made.getvalue()


def owner(vault: Vault, kind: str = "session") -> int:
    values = {"session": {"date": "2026-01-02"}, "insight": {"words": "x"}, "activity": {"title": "Dig"}}
    with vault.unit("add") as unit:
        return unit.save(kind, None, values[kind])


def keep(vault: Vault, kind: str, record: int, **words: object) -> Changed:
    return photos.keep_photo(vault, kind, record, jpeg(), {**WORDS, **words})


@pytest.mark.parametrize("kind", OWNERS)
def test_a_photo_is_kept_described_taken_out_and_brought_back(vault: Vault, kind: str) -> None:
    record = owner(vault, kind)
    other = owner(vault, kind)
    made = keep(vault, kind, record)
    (photo,) = photos.photos(vault, kind, record)
    assert made.ids == (photo.id,) and made.kinds == {"attachment"}
    assert photos.picture(vault, photo.id) == jpeg()
    assert photos.photos(vault, kind, other) == []
    photos.change_words(vault, photo.id, {"alt_text": "A drawing", "people_shown": True})
    (photo,) = photos.photos(vault, kind, record)
    assert (photo.alt_text, photo.caption, photo.people_shown) == ("A drawing", WORDS["caption"], True)
    gone = photos.remove_photo(vault, photo.id)
    assert photos.photos(vault, kind, record) == []
    recording.undo(vault, gone.unit)
    assert photos.photos(vault, kind, record) == [photo]
    assert photos.picture(vault, photo.id) == jpeg()
    recording.undo(vault, made.unit)
    assert photos.photos(vault, kind, record) == [photo]  # its words were changed since: that work stays
    assert vault.verify() == []


@pytest.mark.parametrize("alt", [None, "", "   "])
def test_what_it_shows_must_be_said(vault: Vault, alt: object) -> None:
    record = owner(vault)
    with pytest.raises(NotSound) as told:
        keep(vault, "session", record, alt_text=alt)
    assert [problem.field for problem in told.value.problems] == ["alt_text"]
    keep(vault, "session", record)
    (photo,) = photos.photos(vault, "session", record)
    with pytest.raises(NotSound):
        photos.change_words(vault, photo.id, {"alt_text": alt})
    assert photos.photos(vault, "session", record) == [photo]


def test_a_picture_that_says_where_it_was_taken_is_not_kept_and_nor_is_one_without_a_record(
    vault: Vault,
) -> None:
    record = owner(vault)
    made, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (9, 9)).save(made, "JPEG", exif=exif)
    for content in (made.getvalue(), b"", b"%PDF-1.7"):
        with pytest.raises(Refused, match="more than it shows"):
            photos.keep_photo(vault, "session", record, content, WORDS)
    recording.remove(vault, "session", record)
    with pytest.raises(Refused, match="removed"):
        keep(vault, "session", record)
    assert vault.rows("attachment") == []


def test_a_copy_is_what_was_kept_and_is_written_whole_or_not_at_all(vault: Vault, tmp_path: Path) -> None:
    (photo,) = keep(vault, "session", owner(vault)).ids
    photos.save_copy(vault, photo, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == jpeg()
    with pytest.raises(WorldError):
        photos.save_copy(vault, photo, tmp_path / "nowhere" / "photo.jpg")
    with vault.unit("add") as unit:
        words = unit.save("attachment", None, {"file": "0" * 64, "alt_text": "from elsewhere"})
    with pytest.raises(Refused, match="not in this vault"):
        photos.save_copy(vault, words, tmp_path / "other.jpg")
    assert {file.name for file in tmp_path.iterdir()} == {"vault", "photo.jpg"}


def test_a_keeper_erases_one_for_good_and_is_told_of_backups(vault: Vault) -> None:
    record = owner(vault)
    (photo,) = keep(vault, "session", record).ids
    vault.back_up()
    done = photos.erase_photo(vault, photo, "en")
    assert done.changed.unit is None and done.until is not None and done.until > recording.today()
    assert photos.photos(vault, "session", record) == [] and photos.picture(vault, photo) is None
    assert find(vault, MARKER) == [] and vault.row("session", record) is not None
    assert vault.verify() == []


def test_removed_ones_can_be_erased_and_no_others(vault: Vault) -> None:
    record, other = owner(vault), owner(vault)
    stays, goes, elsewhere = (keep(vault, "session", one).ids[0] for one in (record, record, other))
    for photo in (goes, elsewhere):
        gone = photos.remove_photo(vault, photo)
    assert photos.removed(vault, "session", record) == 1
    photos.erase_removed(vault, "session", record, "en")
    assert photos.removed(vault, "session", record) == 0 and vault.picture(goes) is None
    assert vault.picture(stays) == vault.picture(elsewhere) == jpeg()
    recording.undo(vault, gone.unit)
    assert len(photos.photos(vault, "session", other)) == 1
    assert vault.verify() == []


def test_it_is_in_what_a_person_is_given_of_their_own(vault: Vault, tmp_path: Path) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        said = unit.save("insight", None, {"words": "x", "person": ann})
    (photo,) = keep(vault, "insight", said).ids
    photos.remove_photo(vault, photo)  # still held
    export(vault, ann, tmp_path / "x.zip", "en")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".jpg")]
        assert [archive.read(name) for name in names] == [jpeg()]


def test_a_pack_holds_neither_the_picture_nor_its_words(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault") as vault:
        for kind in OWNERS:
            for row in vault.rows(kind):
                keep(vault, kind, int(str(row["id"])))
        drafted = draft_pack(vault, quarter())
        pack = sign_pack(vault, drafted, tmp_path / "pack.zip", PASSPHRASE).file
    held = b"".join(data for _, data in drafted.frozen.files) + pack.read_bytes()
    with zipfile.ZipFile(pack) as archive:
        held += b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    assert b"Drop-in" in held
    for part in (MARKER.encode(), jpeg()[40:100], b"\xff\xd8\xff"):
        assert part not in held


def test_a_helper_is_refused_and_a_member_erases_none(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    record = owner(made)
    (photo,) = keep(made, "session", record).ids
    with as_somebody_else(made, "member") as vault:
        assert photos.picture(vault, photo) == jpeg()
        with pytest.raises(Refused, match="A keeper can do this"):
            photos.erase_photo(vault, photo, "en")
        with pytest.raises(Refused, match="A keeper can do this"):
            photos.erase_removed(vault, "session", record, "en")
        with as_somebody_else(vault, "helper", "Huw") as helper:
            for ask in (
                lambda: photos.photos(helper, "session", record),
                lambda: photos.picture(helper, photo),
                lambda: keep(helper, "session", record),
                lambda: photos.change_words(helper, photo, WORDS),
                lambda: photos.remove_photo(helper, photo),
                lambda: photos.save_copy(helper, photo, tmp_path / "copy.jpg"),
                lambda: photos.erase_photo(helper, photo, "en"),
            ):
                with pytest.raises(Refused, match=r"A (member or a )?keeper can do this"):
                    ask()
    assert not (tmp_path / "copy.jpg").exists()
