"""Cross-tables: how many items have one level of one judgement and another of another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.rules import Scale

if TYPE_CHECKING:
    from councilperf.assessment._assess import Assessment

__all__ = ["CrossCount", "CrossTally", "cross_tally"]


@final
@frozen
class CrossCount:
    """How many items have this pair of levels; `None` stands for no level.

    >>> CrossCount("red", "improving", 3).count
    3
    """

    first: str | None
    second: str | None
    count: int

    def __attrs_post_init__(self) -> None:
        check_text("first", self.first, optional=True)
        check_text("second", self.second, optional=True)
        check_whole("count", self.count, 0, 10**12)


@final
@frozen
class CrossTally(Displayed):
    """Counts of two judgements together: every pair of levels, noughts too.

    >>> from councilperf.rules import RAG, TRAVEL
    >>> CrossTally(RAG, TRAVEL, [CrossCount("red", "improving", 3)]).count("red", "improving")
    3

    The counts come with the first scale's levels in order, the unrated last, and within each the
    second's.
    """

    first: Scale
    second: Scale
    counts: tuple[CrossCount, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_instance("first", self.first, Scale)
        check_instance("second", self.second, Scale)
        check_each("counts", self.counts, CrossCount)

    @property
    def total(self) -> int:
        """How many items there are: the sum of all pairs."""
        return sum(each.count for each in self.counts)

    def count(self, first: str | None, second: str | None) -> int:
        """Return how many items have this pair of levels; `None` stands for no level."""
        return sum(
            each.count for each in self.counts if (each.first, each.second) == (first, second)
        )


def cross_tally(assessment: Assessment, first: str, second: str) -> CrossTally:
    """Count an assessment's rows by two judgements, such as "rating" and "travel".

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> row = ScorecardRow(homes, [Observation(q1, 9), Observation(q2, 12)], [Target(45)])
    >>> both = cross_tally(assess(Scorecard("Homes", [row]), MAIDSTONE), "rating", "short trend")
    >>> both.count("red", "improved"), both.total
    (1, 1)

    Raises `UnknownNameError` for a judgement that the rules do not make.
    """
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for row in assessment.rows:
        pair = row.standing_result(first).level, row.standing_result(second).level
        counts[pair] += 1
    one, other = assessment.rules.scale_of(first), assessment.rules.scale_of(second)
    return CrossTally(
        one,
        other,
        [CrossCount(a, b, counts[a, b]) for a in (*one.keys, None) for b in (*other.keys, None)],
    )
