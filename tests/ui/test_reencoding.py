"""A picture is made anew from what can be seen: nothing else of it is kept, and what is bad is refused."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from ui.screens.attached.reencoding import (
    CUT,
    LONG_SIDE,
    MOST_KEPT,
    NO_PICTURE,
    TOO_MANY,
    made_anew,
    shown,
)
from vcse_desktop.actions.picture_chosen import MOST_READ, read
from vcse_desktop.actions.picture_files import is_bare
from vcse_desktop.errors import Refused

MARKER = "zqcamerazq"
COLOURS = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
GPS = {1: "N", 2: (51.0, 28.0, 38.0), 3: "W", 4: (0.0, 0.0, 5.0)}


def jpeg(size: tuple[int, int] = (640, 480), *, turned: int = 1) -> bytes:
    """Return a JPEG as a phone makes it: camera, place, day and a comment are in it; its left half is red."""
    image = Image.new("RGB", size, "white")
    image.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))
    exif = image.getexif()
    exif[0x010F], exif[0x0132], exif[0x0112] = MARKER, "2026:01:02 10:11:12", turned
    exif.get_ifd(0x8825).update(GPS)
    made = io.BytesIO()
    image.save(made, "JPEG", exif=exif, comment=MARKER, icc_profile=COLOURS, quality=90)
    return made.getvalue()


def png(*, words: bool = False, mode: str = "RGB") -> bytes:
    info = PngImagePlugin.PngInfo()
    if words:
        info.add_text("Comment", MARKER)
    made = io.BytesIO()
    Image.new(mode, (40, 30)).save(made, "PNG", pnginfo=info)
    return made.getvalue()


def webp() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "WEBP", exif=b"Exif\0\0" + MARKER.encode())
    return made.getvalue()


def head(width: int, height: int) -> bytes:
    """Return a PNG whose head promises a large picture, and which is whole by its own account."""

    def chunk(name: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside))

    inside = zlib.compress(bytes(1000))
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", inside) + chunk(b"IEND", b"")


def opened(made: bytes) -> Image.Image:
    return Image.open(io.BytesIO(made))


@pytest.mark.parametrize("content", [jpeg(), png(words=True), webp()], ids=["jpeg", "png", "webp"])
def test_what_a_picture_says_besides_is_not_kept(content: bytes) -> None:
    assert MARKER.encode() in content and not is_bare(content)
    made = made_anew(content)
    assert is_bare(made) and MARKER.encode() not in made
    image = opened(made)
    assert not image.getexif() and "comment" not in image.info and "icc_profile" not in image.info
    assert "exif" not in image.info and b"Exif" not in made and b"GPS" not in made


def test_no_picture_passes_for_bare_with_something_more_in_it() -> None:
    made = made_anew(jpeg())
    comment = b"\xff\xfe" + struct.pack(">H", 2 + len(MARKER)) + MARKER.encode()
    for more in (made[:2] + comment + made[2:], made + MARKER.encode(), made[:-2], b"", png()):
        assert not is_bare(more)


def test_it_stands_upright_whatever_way_the_phone_was_held() -> None:
    image = QImage.fromData(made_anew(jpeg((64, 48), turned=6)))  # to be turned a quarter to the right
    assert (image.width(), image.height()) == (48, 64)
    assert _is_red(image.pixelColor(24, 4)) and not _is_red(image.pixelColor(24, 60))


def test_what_can_be_seen_through_is_white() -> None:
    assert opened(made_anew(png(mode="RGBA"))).convert("RGB").getpixel((20, 15)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "kept"),
    [((4000, 3000), (1600, 1200)), ((300, 6000), (80, 1600)), ((8000, 2), (1600, 1)), ((1, 1), (1, 1))],
)
def test_it_is_no_longer_than_it_needs_to_be(size: tuple[int, int], kept: tuple[int, int]) -> None:
    assert opened(made_anew(jpeg(size))).size == kept
    assert max(kept) <= LONG_SIDE


def test_the_busiest_picture_is_small_enough_to_be_kept() -> None:
    image = Image.effect_noise((1600, 1600), 200)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=95)
    assert len(made.getvalue()) > MOST_KEPT
    assert len(made_anew(made.getvalue())) <= MOST_KEPT


def test_what_was_kept_can_be_shown_and_no_other_decoder_takes_it_for_its_own() -> None:
    for size in ((320, 240), (1600, 900), (1, 1)):
        kept = made_anew(jpeg(size))
        small = shown(kept, QSize(200, 150))
        assert not small.isNull() and small.width() <= 200 and small.height() <= 150
    assert shown(b"", QSize(9, 9)).isNull() and shown(b"MZ", QSize(9, 9)).isNull()


REFUSED = {
    "words under another name": (b"Minutes of the meeting\n" * 20, NO_PICTURE),
    "nothing": (b"", NO_PICTURE),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NO_PICTURE),
    "another kind": (b"GIF89a" + bytes(60), NO_PICTURE),
    "half a JPEG": (jpeg()[:-300], CUT),
    "a JPEG that ends in its head": (jpeg()[:200], CUT),
    "half a PNG": (png()[:-20], CUT),
    "half a WebP": (webp()[:-20], CUT),
    "a PNG that was changed": (png().replace(b"IDAT", b"IDAX"), CUT),
    "a head alone": (b"\xff\xd8\xff\xd9", CUT),
    "a promise of 900 million points": (head(30_000, 30_000), TOO_MANY),
    "a promise of one long line": (head(40_000, 1), TOO_MANY),
    "no size at all": (head(0, 0), CUT),
}


@pytest.mark.qt_log_ignore("JPEG datastream", extend=True)  # what Qt says of it beside
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_shown_is_refused_in_words(what: str) -> None:
    content, (title, sentence) = REFUSED[what]
    with pytest.raises(Refused) as told:
        made_anew(content)
    assert (told.value.title, told.value.sentence) == (title, sentence)


def test_a_file_is_read_only_as_far_as_it_may_be_kept(tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as stream:
        stream.truncate(MOST_READ + 1)
    for file, words in ((large, "too large"), (tmp_path, "no picture"), (tmp_path / "gone", "no picture")):
        with pytest.raises(Refused, match=words):
            read(file)
    with large.open("wb") as stream:
        stream.truncate(MOST_READ)
    assert len(read(large)) == MOST_READ


def _is_red(colour: QColor) -> bool:
    return colour.red() > 150 and colour.green() < 90
