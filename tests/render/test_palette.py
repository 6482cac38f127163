"""Contrast, measured from the palette itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from councilperf import presets
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.render import PAGE, PALETTE, Swatch
from councilperf.rules import RAG, TRAVEL

AAA = 7


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def paper(name: str) -> str:
    return next(each.paper for each in PALETTE if each.name == name)


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


def test_every_colour_that_a_published_scale_uses_is_in_the_palette() -> None:
    scales = {RAG, TRAVEL, *(rule.scale for each in presets.PRESETS for rule in each.rules)}
    used = {level.colour for scale in scales for level in scale.levels if level.colour}

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
