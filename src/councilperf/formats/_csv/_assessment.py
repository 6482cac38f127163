"""An assessment as tidy CSV: one result a row, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_flag, check_instance
from councilperf.assessment import Assessment, Travel
from councilperf.benchmarking import Comparison
from councilperf.formats._csv._text import write_csv
from councilperf.formats._sheet._defused import defused
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.assessment import AssessedRow
    from councilperf.spc import Assurance, Variation

__all__ = ["write_assessment_csv"]

_HEADER = (
    "Reference",
    "Measure",
    "Service",
    "Period",
    "Judgement",
    "Level",
    "Label",
    "Unrated because",
    "Movement",
    "Stands as",
    "Reason",
)


def write_assessment_csv(assessment: Assessment, *, excel: bool = True) -> bytes:
    r"""Write an assessment as tidy CSV: one row for each indicator and judgement.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> text = write_assessment_csv(assess(card, MAIDSTONE), excel=False).decode()
    >>> print(text.splitlines()[1])
    H1,Affordable homes,,Q2 2019-20,rating,amber,Amber,,,amber,Amber: 42 is 3 below the target of
    45; green would need 45 or more.

    *Stands as* is the level that counts, which differs where a person decided otherwise. What the
    rows are seen beside has rows of its own, where the assessment was asked for that; their
    judgements are "benchmark: England" and the like, "variation (SPC)" and "assurance (SPC)".
    Text that a spreadsheet would run is defused by an apostrophe. With *excel* it has the byte
    order mark and line ends that Excel knows; without, neither.
    """
    check_instance("assessment", assessment, Assessment)
    check_flag("excel", excel)
    period = str(assessment.period)
    lines = (line for row in assessment.rows for line in _lines(row, period))
    return write_csv([_HEADER, *lines], excel=excel)


def _lines(row: AssessedRow, period: str) -> Iterator[tuple[str, ...]]:
    indicator = row.row.indicator
    head = (indicator.reference, indicator.title, indicator.service or "", period)
    for result in row.results:
        movement = result.movement if isinstance(result, Travel) else ""
        cells = (
            *head,
            result.judgement,
            result.level or "",
            result.label,
            "; ".join(each.words for each in result.reasons),
            movement if isinstance(movement, str) else "",
            row.standing_result(result.judgement).level or "",
            result.reason,
        )
        yield tuple(defused(str(each)) for each in cells)
    for verdict in _beside(row):
        yield tuple(defused(each) for each in (*head, *verdict))


def _beside(row: AssessedRow) -> Iterator[tuple[str, ...]]:
    """Yield what the row is seen beside; whatever its verdict, it is the one that stands."""
    for verdict in row.benchmarks:
        yield _verdict(f"benchmark: {verdict.name}", verdict.comparison, verdict.reason)
    if row.chart is not None:
        chart = row.chart
        yield _verdict("variation (SPC)", chart.variation, chart.reason)
        yield _verdict("assurance (SPC)", chart.assurance, chart.reason)


def _verdict(
    name: str, verdict: Comparison | Variation | Assurance | Missing, reason: str
) -> tuple[str, ...]:
    if isinstance(verdict, Missing):
        return (name, "", "No verdict", verdict.reason.words, "", "", reason)
    words = verdict.value if isinstance(verdict, Comparison) else verdict.words
    return (name, verdict.value, words[0].upper() + words[1:], "", "", verdict.value, reason)
