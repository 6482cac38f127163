"""Assessing the rows of a frame: every judgement that a council's rules make, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import narwhals.stable.v2 as nw
from attrs import evolve

from councilperf._checks import as_tuple, check_instance
from councilperf.dataframes._earlier_frame import can_be_found, earlier_frame, known_periods
from councilperf.dataframes._judge import Judgement, judge_frame
from councilperf.dataframes._rate_frame import by_figure, columns_of, targets
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.dataframes._truth import not_true
from councilperf.dataframes._workings import PREFIX
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.rules import Edge, Figure, RuleSet, figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._reading import Decimals, Given
    from councilperf.dataframes._truth import Truth
    from councilperf.periods import ReportingPeriod

__all__ = ["assess_frame"]


def assess_frame(
    frame: IntoFrameT,
    rules: RuleSet,
    *,
    value: str = "value",
    target: Given = "target",
    polarity: str | Polarity = "polarity",
    tolerance: str | Tolerance | None = None,
    tolerance_basis: ToleranceBasis | str = ToleranceBasis.PERCENT,
    others: Mapping[Edge | Figure, Given] | None = None,
    by: str | Iterable[str] = (),
    period: str = "period",
    periods: Iterable[ReportingPeriod] | None = None,
    breaks: str | None = None,
    missing: Mapping[str, str] | None = None,
    decimals: Decimals = None,
) -> IntoFrameT:
    """Judge every row of a tidy frame by every judgement that the rules make, as `assess` does.

    >>> import pandas as pd
    >>> from councilperf.presets import CHESHIRE_EAST
    >>> homes = pd.DataFrame({"indicator": "H1", "period": ["2019-Q1@04", "2019-Q2@04"]})
    >>> homes["value"], homes["target"] = [9, 12], 10
    >>> judged = assess_frame(homes, CHESHIRE_EAST, by="indicator", polarity=Polarity.HIGHER)
    >>> judged["travel"].to_list()[1], judged["travel_reason"].to_list()[0]
    ('improving', 'no_previous')

    *by* names the columns that tell series apart. Then the earlier figures are those that the
    rules compare with (the previous period, the same period last year, the last year end), found
    by the calendar: see `earlier_frame`, also for *periods* and *breaks*. *others* brings them
    from columns instead, and whatever else the rules ask for.

    A row whose period the rules are not stated for is unrated, as "outside_validity".

    For each judgement columns are added as `rate_frame` and `travel_frame` add them, under its
    own name. Every column is read once, so this is quicker than one after the other.

    Raises `ProblemsError` with everything that is wrong with the columns.
    """
    check_instance("rules", rules, RuleSet)
    given = by_figure(others)
    reader = Reader(open_frame(frame), None, None)
    found: dict[Figure, str] = {}
    beside = dict(missing or {})
    told = as_tuple(periods) if periods is not None else None
    asked: list[Figure] = []
    valid: Truth = True
    if by != ():
        asked = _earlier(rules, given)
        valid = _is_valid(reader, rules, period, told)
    for place, figure in enumerate(asked):
        name = found[figure] = f"{PREFIX}earlier_{place}"
        beside[name] = f"{name}_reason"
        frame = earlier_frame(
            frame,
            figure,
            by=by,
            period=period,
            value=value,
            periods=told,
            breaks=breaks,
            name=name,
        )
    judgements = [
        Judgement(
            name,
            evolve(rules, rules=rules.rules_for(name), shares=(), exceptions=()),
            {**targets(target, rules), **found, **given},
            travels=rules.scale_of(name).travel,
            in_series=frozenset(found),
        )
        for name in rules.judgements
    ]
    if found and not isinstance(decimals, int | None):
        decimals = {**decimals, **dict.fromkeys(found.values(), decimals.get(value, 0))}
    judged = judge_frame(
        frame,
        judgements,
        columns_of(value, polarity, tolerance, tolerance_basis),
        missing=beside,
        decimals=decimals,
        valid=valid,
        kept=reader.names,
    )
    return cast("IntoFrameT", judged)


def _is_valid(
    reader: Reader, rules: RuleSet, period: str, told: tuple[ReportingPeriod, ...] | None
) -> Truth:
    """Say in which rows the rules are stated for the period."""
    if not reader.require(period):
        return True
    known = known_periods(reader, period, told)
    outside = [text for text, each in known.items() if not rules.validity.covers(each)]
    if not outside:
        return True
    return not_true(nw.col(period).cast(nw.String).fill_null("").is_in(outside))


def _earlier(rules: RuleSet, given: Mapping[Figure, Given]) -> list[Figure]:
    """Return the earlier figures that the rules name and that nobody has brought."""
    named = (
        figure
        for name in rules.judgements
        for rule in rules.rules_for(name)
        for figure in figures_of(rule)
    )
    return [each for each in dict.fromkeys(named) if can_be_found(each) and each not in given]
