"""Number formats: what each shows of a number."""

from __future__ import annotations

import pytest

from councilperf.formats._xlsx._looks import GENERAL, Kind, Look, look_of

WHOLE, TWO = Look(least=0, most=0), Look(least=2, most=2)


@pytest.mark.parametrize(
    ("number", "look"),
    [
        (0, GENERAL),
        (1, WHOLE),
        (2, TWO),
        (3, WHOLE),
        (4, TWO),
        (9, Look(Kind.PERCENT, 0, 0, after="%")),
        (10, Look(Kind.PERCENT, 2, 2, after="%")),
        (11, GENERAL),
        (12, GENERAL),
        (13, GENERAL),
        (14, Look(Kind.DAY)),
        (15, Look(Kind.DAY)),
        (16, Look(Kind.DAY)),
        (17, Look(Kind.MONTH)),
        (18, Look(Kind.TIME)),
        (19, Look(Kind.TIME)),
        (20, Look(Kind.TIME)),
        (21, Look(Kind.TIME)),
        (22, Look(Kind.DAY)),
        (37, WHOLE),
        (38, WHOLE),
        (39, TWO),
        (40, TWO),
        (41, WHOLE),
        (42, Look(least=0, most=0, before="£")),
        (43, TWO),
        (44, Look(least=2, most=2, before="£")),
        (45, Look(Kind.TIME)),
        (46, Look(Kind.TIME)),
        (47, Look(Kind.TIME)),
        (48, GENERAL),
        (49, GENERAL),
    ],
)
def test_formats_that_every_workbook_has_are_known_by_their_number(
    number: int, look: Look
) -> None:
    """ECMA-376, part 1, 18.8.30; 11, 12, 13 and 48 show powers and fractions, 49 text."""
    assert look_of(number, {}) == look


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("[$£-809]#,##0.00", Look(least=2, most=2, before="£")),
        ("[$£]#,##0", Look(least=0, most=0, before="£")),
        ("[$€-2]#,##0", WHOLE),
        ("#,##0[$ kg-809]", Look(least=0, most=0, after=" kg")),
        ("[Red]0.0", Look(least=1, most=1)),
        ("[>100]0", WHOLE),
        ("[h]:mm", Look(Kind.TIME)),
        ("[mm]:ss", Look(Kind.TIME)),
        ("000", Look(least=0, most=0, width=3)),
        ("#", Look(least=0, most=0, width=0)),
        ("0.0#", Look(least=1, most=2)),
        ("0%;(0.00%)", Look(Kind.PERCENT, 0, 0, after="%")),
        ('0" of "0', GENERAL),
        ("yyyy", Look(Kind.YEAR)),
        ("mmmm yyyy", Look(Kind.MONTH)),
        ("mmm", Look(Kind.MONTH)),
        ('"day"', GENERAL),
        ("0" * 255, Look(least=0, most=0, width=255)),
        ("0" * 256, GENERAL),
    ],
)
def test_a_workbook_s_own_formats_are_read(code: str, look: Look) -> None:
    assert look_of(164, {164: code}) == look
