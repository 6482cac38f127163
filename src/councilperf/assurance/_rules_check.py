"""A check that needs a council's rules: what is published is held against what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each
from councilperf.assessment import Assessment
from councilperf.assurance._check import Check
from councilperf.assurance._finding import Remark, Severity
from councilperf.assurance._reconcile import reconcile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.model import Report, Scorecard

__all__ = ["check_by_rules"]


def check_by_rules(
    assessments: Iterable[Assessment], *, severity: Severity | str = Severity.ERROR
) -> Check:
    """Return a check that finds published levels, counts and percentages the rules do not give.

    >>> from datetime import date
    >>> from councilperf import assess
    >>> from councilperf.assurance import STANDARD_CHECKS, check, choose_checks
    >>> from councilperf.model import (
    ...     Committee, Indicator, Meeting, Observation, Report, Scorecard, ScorecardRow,
    ...     StatedLevel, Target,
    ... )
    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.presets import MAIDSTONE
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> homes = ScorecardRow(
    ...     Indicator("H1", "Affordable homes delivered", polarity="higher"),
    ...     [Observation(q2, 42)], [Target(45)], stated=[StatedLevel("rating", "Green")],
    ... )
    >>> card = Scorecard("Planning", [homes])
    >>> meeting = Meeting(Committee("Committee", "Maidstone Borough Council"), date(2019, 11, 5))
    >>> paper = Report(meeting, "Performance", q2, scorecards=[card])
    >>> ours = choose_checks(
    ...     STANDARD_CHECKS, extra=[check_by_rules([assess(card, MAIDSTONE, period=q2)])]
    ... )
    >>> print(check(paper, ours)[0].message)
    rating is published as Green and computed as Amber (Amber: 42 is 3 below the target of 45;
    green would need 45 or more.)

    The code is `not-by-rules`. It stands apart from `STANDARD_CHECKS` because a report does not
    say which rules it was rated by. What is said is what `reconcile` finds; an assessment of a
    scorecard that the report does not hold says nothing.
    """
    return Check("not-by-rules", severity, _FindNotByRules(assessments))


@final
@frozen
class _FindNotByRules:
    """The question with what it needs to know; a value, so that checks can be compared."""

    assessments: tuple[Assessment, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("assessments", self.assessments, Assessment)

    def __call__(self, report: Report, /) -> Iterator[Remark]:
        cards = list(report.all_scorecards())
        for assessment in self.assessments:
            rules = assessment.rules.name
            path = next((path for path, card in cards if card == assessment.scorecard), None)
            if path is None:
                continue
            for each in reconcile(report, assessment):
                yield Remark(
                    _path_of(each.item, path, assessment.scorecard),
                    str(each).removeprefix(f"{each.item}: "),
                    f"correct what is published, or say why it departs from {rules}",
                )


def _path_of(item: str, path: str, card: Scorecard) -> str:
    references = [row.indicator.reference for row in card.rows]
    return f"{path}.rows[{references.index(item)}]" if item in references else item
