"""Strategies for exact numbers and for figures that are missing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from councilperf._checks import as_tuple, check_each, check_whole
from councilperf.errors import FieldValueError
from councilperf.values import Absence, Missing, exact_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import NumberInput

__all__ = ["exact_numbers", "missing_figures"]


def exact_numbers(
    min_value: NumberInput = -1_000_000, max_value: NumberInput = 1_000_000, *, decimals: int = 2
) -> st.SearchStrategy[Decimal]:
    """Make numbers from *min_value* to *max_value*, both included, with up to so many decimals.

    >>> percentages = exact_numbers(0, 100, decimals=1)
    >>> percentages.validate()

    Some are written with closing noughts, as papers do. Raises `FieldValueError` where no such
    number lies between the two. Examples shrink towards 0 and towards fewer decimals.
    """
    low = exact_decimal(min_value, field="min_value")
    high = exact_decimal(max_value, field="max_value")
    check_whole("decimals", decimals, 0, 20)
    spans = [(places, _span(low, high, places)) for places in range(decimals + 1)]
    fitting = [
        st.integers(span.start, span.stop - 1).map(partial(_with_decimals, places))
        for places, span in spans
        if span
    ]
    if not fitting:
        allowed = f"a number that leaves room from {low} with {decimals} decimals"
        raise FieldValueError("max_value", max_value, allowed)
    return st.one_of(fitting)


def _span(low: Decimal, high: Decimal, places: int) -> range:
    scale = 10**places
    return range(ceil(Fraction(low) * scale), floor(Fraction(high) * scale) + 1)


def _with_decimals(places: int, whole: int) -> Decimal:
    return Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -places))


def missing_figures(*, reasons: Iterable[Absence] = tuple(Absence)) -> st.SearchStrategy[Missing]:
    """Make absences with their reasons, some with a note.

    >>> missing_figures(reasons=[Absence.NO_DATA]).validate()

    Raises `FieldValueError` for no reasons. Examples shrink towards the reasons that stand first.
    """
    reasons = as_tuple(reasons)
    check_each("reasons", reasons, Absence)
    if not reasons:
        raise FieldValueError("reasons", reasons, "a reason or more")
    notes = st.sampled_from(["", "reported in July", "system change"])
    return st.builds(Missing, st.sampled_from(reasons), note=notes)
