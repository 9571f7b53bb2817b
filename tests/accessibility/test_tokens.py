"""The arithmetic of the colours: each ink on each ground it may stand on, and the pictures in a colour."""

import re
from itertools import product

import pytest

from ui.theme.tokens import EDGE_PAIRS, TEXT_PAIRS, THEMES, TYPE, contrast
from vcse_desktop.paths import data_dir


@pytest.mark.parametrize("theme", THEMES)
def test_every_ink_stands_out_from_its_ground(theme: str) -> None:
    tokens = THEMES[theme]
    for pairs, least in ((TEXT_PAIRS, 4.5), (EDGE_PAIRS, 3)):
        for ink, ground in pairs:
            assert contrast(tokens[ink], tokens[ground]) >= least, f"{ink} on {ground}"


def test_the_arithmetic_gives_the_figures_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


def test_high_contrast_has_no_shades_for_words() -> None:
    assert contrast(THEMES["high"]["ink2"], THEMES["high"]["bg"]) == pytest.approx(21)


@pytest.mark.parametrize(
    ("theme", "picture"), list(product(THEMES, (("tick", "on_accent"), ("chevron", "ink2"))))
)
def test_the_pictures_inside_controls_hold_a_colour_of_their_theme(
    theme: str, picture: tuple[str, str]
) -> None:
    name, ink = picture
    drawing = data_dir("resources").joinpath("icons", f"{name}-{theme}.svg").read_text("utf-8")
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", drawing)) == {THEMES[theme][ink]}


def test_nothing_is_written_smaller_than_16_pixels() -> None:
    assert min(TYPE.values()) >= 16
