"""Profiled targets: a year's target spread over its parts, which must come to it again."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from councilperf.errors import FieldValueError
from councilperf.model._target import Target, TargetBasis
from councilperf.values import add

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["profile_targets"]


def profile_targets(
    annual: Target, parts: Iterable[Target], *, adds: Literal["sum", "end"]
) -> tuple[Target, ...]:
    """Return a year's target together with its profile, once the two agree.

    >>> from councilperf.periods import ReportingPeriod
    >>> quarters = [ReportingPeriod.quarter(2019, number) for number in (1, 2, 3, 4)]
    >>> homes = [Target(each, period=at) for each, at in zip((40, 45, 45, 50), quarters)]
    >>> [each.basis.value for each in profile_targets(Target(180), homes, adds="sum")]
    ['annual', 'profiled', 'profiled', 'profiled', 'profiled']

    Parts that *adds* "sum" are each for their own period; parts that "end" at the annual figure
    are each for the year up to then.

    Raises `FieldValueError` for a profile that does not come to the annual figure.
    """
    if adds not in ("sum", "end"):
        raise FieldValueError("adds", adds, "'sum' or 'end'")
    spread = tuple(parts)
    aims = [each.aim for each in spread]
    numbers = [each for each in aims if isinstance(each, Decimal)]
    if not numbers or len(numbers) < len(aims) or any(each.period is None for each in spread):
        raise FieldValueError(
            "parts", tuple(map(str, spread)), "targets, each a figure for a period"
        )
    comes_to = reduce(add, numbers) if adds == "sum" else numbers[-1]
    if comes_to != annual.aim:
        raise FieldValueError("parts", str(comes_to), f"parts that {adds} at {annual}")
    basis = TargetBasis.PROFILED if adds == "sum" else TargetBasis.YEAR_TO_DATE
    return (
        evolve(annual, basis=TargetBasis.ANNUAL),
        *(evolve(each, basis=basis) for each in spread),
    )
