"""Contrast, measured from the palette itself."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from councilperf import presets
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.render import LINES, PAGE, PALETTE, Swatch
from councilperf.rules import RAG, TRAVEL, Scale

AAA = 7


def linear(colour: str) -> list[float]:
    """Red, green and blue as light adds them up."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def paper(name: str) -> str:
    return next(each.paper for each in PALETTE if each.name == name)


def published_scales() -> list[Scale]:
    scales = {RAG, TRAVEL, *(rule.scale for each in presets.PRESETS for rule in each.rules)}
    return sorted(scales, key=lambda each: (each.name, each.keys))


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("swatch", [*PALETTE, *PAGE], ids=lambda each: each.name)
def test_text_has_the_contrast_of_level_aaa(swatch: Swatch) -> None:
    assert contrast(swatch.ink, swatch.paper) >= AAA


def test_green_amber_and_red_stay_apart_without_hue() -> None:
    """In greyscale each is plainly darker than the one before."""
    papers = [paper(each) for each in ("green", "amber", "red")]

    assert all(luminance(lighter) > luminance(darker) for lighter, darker in pairwise(papers))
    assert all(contrast(one, other) >= 1.3 for one, other in pairwise(papers))


@pytest.mark.parametrize("swatch", LINES, ids=lambda each: each.name)
def test_lines_and_the_ring_of_the_keyboard_can_be_seen(swatch: Swatch) -> None:
    """3 to 1 is what WCAG 2.2 asks of what is no text (1.4.11)."""
    assert contrast(swatch.ink, swatch.paper) >= 3


# How colours look to those who see them otherwise, on linear red, green and blue: Machado,
# Oliveira and Fernandes (2009), at full severity; grey by relative luminance.
SEEN = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
    "every colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
#: Two colours nearer to each other than this (CIE 1976) may be taken for each other.
APART = 15


def seen(colour: str, by: str) -> list[float]:
    """A colour as linear red, green and blue, as it looks to somebody."""
    real = linear(colour)
    mixed = [sum(a * b for a, b in zip(row, real, strict=True)) for row in SEEN[by]]
    return [min(1, max(0, each)) for each in mixed]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """Lightness and the two colour axes of CIE 1976, under D65."""
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        each ** (1 / 3) if each > (6 / 29) ** 3 else each / (3 * (6 / 29) ** 2) + 4 / 29
        for each in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, by: str) -> float:
    return dist(lab(seen(one, by)), lab(seen(other, by)))


def test_distance_is_measured_as_the_cie_measures_it() -> None:
    assert distance("#000000", "#ffffff", "every colour") == pytest.approx(100, abs=0.1)
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.1)


@pytest.mark.parametrize("by", SEEN)
def test_green_amber_and_red_are_told_apart_by_everybody(by: str) -> None:
    for one, other in combinations(("green", "amber", "red"), 2):
        assert distance(paper(one), paper(other), by) >= APART


def test_levels_of_published_scales_that_look_alike_to_somebody_have_words_of_their_own() -> None:
    alike = [
        (one, other)
        for scale in published_scales()
        for one, other in combinations(scale.levels, 2)
        if not (one.colour and other.colour)
        or min(distance(paper(one.colour), paper(other.colour), by) for by in SEEN) < APART
    ]

    assert alike
    assert all(one.label.casefold() != other.label.casefold() for one, other in alike)


def test_every_colour_that_a_published_scale_uses_is_in_the_palette() -> None:
    used = {level.colour for scale in published_scales() for level in scale.levels if level.colour}

    assert used <= {each.name for each in PALETTE}


@pytest.mark.parametrize("ink", ["red", "#12345", "#12345g", "#ABCDEF"])
def test_a_colour_that_is_not_written_out_is_refused(ink: str) -> None:
    with pytest.raises(FieldValueError, match="ink"):
        Swatch("red", ink, "#ffffff")


def test_a_terminals_colour_is_a_number() -> None:
    with pytest.raises(FieldValueError, match="terminal"):
        Swatch("red", "#000000", "#ffffff", "3m")
    with pytest.raises(FieldTypeError, match="terminal"):
        Swatch("red", "#000000", "#ffffff", 31)  # type: ignore[arg-type]
