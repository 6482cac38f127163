"""Process limits: where figures lie that are ordinary variation, and the sums behind them."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, final

from attrs import frozen

from councilperf._checks import check_instance, check_whole
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.spc._rules import Screening
from councilperf.values import Absence, Missing, round_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from councilperf.spc._rules import XmrRules

__all__ = ["NO_FIGURE", "NO_LIMITS", "IntegerEdges", "ProcessLimits", "draw_limits"]

#: Three standard deviations of single figures, as a multiple of their mean moving range.
LIMIT_FACTOR = Fraction(266, 100)
#: Two of them.
NEAR_FACTOR = LIMIT_FACTOR * 2 / 3
#: A moving range of at least so many mean moving ranges is no ordinary one.
SCREEN_FACTOR = Fraction(3267, 1000)
#: Limits are exact fractions; where a decimal is asked for they are rounded to this many places.
LIMIT_DECIMALS = 12

NO_FIGURE = Missing(Absence.TOO_FEW, note="no figure")


@final
@frozen
class ProcessLimits:
    """The mean and how far ordinary variation goes to both sides of it.

    >>> limits = ProcessLimits(Fraction(25), Fraction(50), 20, 19)
    >>> limits.lower, limits.mean, limits.upper
    (Decimal('-108.000000000000'), Decimal('25.000000000000'), Decimal('158.000000000000'))

    *exact_mean* and *mean_range* are exact fractions. `lower` and `upper` are the mean less and
    plus 2.66 mean moving ranges, `near_lower` and `near_upper` two thirds of the way; all are
    rounded half-up to 12 decimals, while figures are held against the exact limits. They are not
    cut off at what is possible (0, or 100%): beyond that nothing can be outside.
    """

    exact_mean: Fraction | Missing
    #: The mean of the moving ranges that were kept.
    mean_range: Fraction | Missing
    #: How many figures the mean rests on.
    figures: int
    #: How many moving ranges the limits rest on.
    ranges: int
    #: How many moving ranges were screened out.
    screened_out: int = 0

    def __attrs_post_init__(self) -> None:
        check_instance("exact_mean", self.exact_mean, (Fraction, Missing))
        check_instance("mean_range", self.mean_range, (Fraction, Missing))
        for name in ("figures", "ranges", "screened_out"):
            check_whole(name, getattr(self, name), 0, 10**9)
        if isinstance(self.mean_range, Fraction):
            if isinstance(self.exact_mean, Missing):
                raise FieldTypeError("exact_mean", self.exact_mean, "a mean, for there is a range")
            if self.mean_range < 0:
                raise FieldValueError("mean_range", self.mean_range, "a range of 0 or more")

    @property
    def mean(self) -> Decimal | Missing:
        """The centre line."""
        return _rounded(self.exact_mean)

    @property
    def lower(self) -> Decimal | Missing:
        """The lower process limit."""
        exact = self.exact_limits()
        return exact if isinstance(exact, Missing) else _rounded(exact[0])

    @property
    def upper(self) -> Decimal | Missing:
        """The upper process limit."""
        exact = self.exact_limits()
        return exact if isinstance(exact, Missing) else _rounded(exact[1])

    @property
    def near_lower(self) -> Decimal | Missing:
        """Two thirds of the way to the lower process limit."""
        exact = self.exact_limits(near=True)
        return exact if isinstance(exact, Missing) else _rounded(exact[0])

    @property
    def near_upper(self) -> Decimal | Missing:
        """Two thirds of the way to the upper process limit."""
        exact = self.exact_limits(near=True)
        return exact if isinstance(exact, Missing) else _rounded(exact[1])

    def exact_limits(self, *, near: bool = False) -> tuple[Fraction, Fraction] | Missing:
        """Return the lower and the upper process limit, or the near limits, unrounded.

        >>> ProcessLimits(Fraction(1, 3), Fraction(1), 12, 11).exact_limits()
        (Fraction(-349, 150), Fraction(449, 150))
        """
        if isinstance(self.exact_mean, Missing):
            return self.exact_mean
        if isinstance(self.mean_range, Missing):
            return self.mean_range
        distance = (NEAR_FACTOR if near else LIMIT_FACTOR) * self.mean_range
        return self.exact_mean - distance, self.exact_mean + distance


def _rounded(number: Fraction | Missing) -> Decimal | Missing:
    return number if isinstance(number, Missing) else round_to(number, LIMIT_DECIMALS)


class IntegerEdges(NamedTuple):
    """Limits among the integers that the figures became.

    An integer is above an edge just where it is above the edge rounded down, and below it where
    it is below the edge rounded up: points are held against integers, and yet exactly.
    """

    #: The mean rounded up, and rounded down.
    mean: tuple[int, int]
    #: The process limits, lower and upper, and the near limits; `None` where there are none.
    outside: tuple[int, int] | None
    near: tuple[int, int] | None


def draw_limits(
    integers: Sequence[int | None], scale: int, rules: XmrRules
) -> tuple[ProcessLimits, IntegerEdges | None]:
    """Return the limits that figures give, and the same among integers.

    *integers* are the figures times *scale*. There are no edges where there is nothing to say.
    """
    known = [each for each in integers if each is not None]
    figures = len(known)
    if not figures:
        return NO_LIMITS, None
    total = sum(known)
    mean = Fraction(total, figures * scale)
    if figures < rules.fewest_points:
        note = f"{figures} where limits need {rules.fewest_points}"
        return ProcessLimits(mean, Missing(Absence.TOO_FEW, note=note), figures, 0), None
    ranges = [
        abs(after - before)
        for before, after in pairwise(integers)
        if before is not None and after is not None
    ]
    kept = _screened(ranges, rules.screening)
    count = len(kept)
    screened_out = len(ranges) - count
    mean_edges = -(-total // figures), total // figures
    if not count:
        note = "screening left no moving range" if ranges else "no two figures side by side"
        limits = ProcessLimits(mean, Missing(Absence.TOO_FEW, note=note), figures, 0, screened_out)
        return limits, IntegerEdges(mean_edges, None, None)
    spread = sum(kept)
    # Over one denominator of 300 times both counts: 2.66 is 798/300, two thirds of it 532/300.
    bottom = 300 * figures * count
    centre = 300 * count * total
    edges = IntegerEdges(
        mean_edges,
        _rounded_inwards(centre, 798 * figures * spread, bottom),
        _rounded_inwards(centre, 532 * figures * spread, bottom),
    )
    mean_range = Fraction(spread, count * scale)
    return ProcessLimits(mean, mean_range, figures, count, screened_out), edges


#: What no figure at all gives.
NO_LIMITS = ProcessLimits(NO_FIGURE, NO_FIGURE, 0, 0)


def _rounded_inwards(centre: int, distance: int, bottom: int) -> tuple[int, int]:
    """Return (centre - distance)/bottom rounded up and (centre + distance)/bottom rounded down."""
    return -((distance - centre) // bottom), (centre + distance) // bottom


def _screened(ranges: list[int], screening: Screening) -> list[int]:
    """Return the moving ranges that count: those below 3.267 times the mean of all."""
    if screening is Screening.NONE:
        return ranges
    bound = SCREEN_FACTOR.numerator * sum(ranges)
    times = SCREEN_FACTOR.denominator * len(ranges)
    kept = [each for each in ranges if times * each < bound]
    return kept if screening is Screening.STRICT or any(kept) else ranges
