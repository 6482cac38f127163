"""An assessment as tidy CSV: one result a row, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_flag, check_instance
from councilperf.assessment import Assessment, Travel
from councilperf.formats._csv_text import write_csv
from councilperf.formats._defused import defused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.assessment import AssessedRow

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

    *Stands as* is the level that counts, which differs where a person decided otherwise. Text
    that a spreadsheet would run is defused by an apostrophe. With *excel* it has the byte order
    mark and line ends that Excel knows; without, neither.
    """
    check_instance("assessment", assessment, Assessment)
    check_flag("excel", excel)
    period = str(assessment.period)
    lines = (line for row in assessment.rows for line in _lines(row, period))
    return write_csv([_HEADER, *lines], excel=excel)


def _lines(row: AssessedRow, period: str) -> Iterator[tuple[str, ...]]:
    indicator = row.row.indicator
    for result in row.results:
        movement = result.movement if isinstance(result, Travel) else ""
        cells = (
            indicator.reference,
            indicator.title,
            indicator.service or "",
            period,
            result.judgement,
            result.level or "",
            result.label,
            "; ".join(each.words for each in result.reasons),
            movement if isinstance(movement, str) else "",
            row.standing_judgement(result.judgement).level or "",
            result.reason,
        )
        yield tuple(defused(str(each)) for each in cells)
