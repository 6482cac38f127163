"""Holding what was published against what the stated rules give."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import check_instance, check_text
from councilperf.assessment import Assessment, Tally, find_disagreements
from councilperf.errors import FieldValueError
from councilperf.model import Report, StatedTally
from councilperf.values import Missing, format_number, round_to, shown_decimals

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mismatch", "reconcile"]


@final
@frozen
class Mismatch:
    """A published level, count or percentage that is not what the rules give.

    >>> print(Mismatch("H1", "rating", "Green", "Amber",
    ...                computed_reason="42 is 3 below the target of 45."))
    H1: rating is published as Green and computed as Amber (42 is 3 below the target of 45.)

    *item* is the reference of a row, or the place of a summary count. *published_reason* is why
    the paper says so, where it gives a reason; *computed_reason* is what the rules say.
    """

    item: str
    judgement: str
    published: str
    computed: str
    published_reason: str | None = field(default=None, kw_only=True)
    computed_reason: str = field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name in ("item", "judgement", "published", "computed", "computed_reason"):
            check_text(name, getattr(self, name))
        check_text("published_reason", self.published_reason, optional=True)

    def __str__(self) -> str:
        why = f" ({self.published_reason})" if self.published_reason else ""
        return (
            f"{self.item}: {self.judgement} is published as {self.published}{why} and computed "
            f"as {self.computed} ({self.computed_reason})"
        )


def reconcile(published: Report, computed: Assessment) -> tuple[Mismatch, ...]:
    """Return every published level, count and percentage that the rules do not give.

    >>> from datetime import date
    >>> from councilperf import assess
    >>> from councilperf.model import (
    ...     Committee, Indicator, Meeting, Observation, Scorecard, ScorecardRow, StatedLevel,
    ...     Target,
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
    >>> [(each.item, each.published, each.computed) for each in reconcile(
    ...     paper, assess(card, MAIDSTONE, period=q2))]
    [('H1', 'Green', 'Amber')]

    The rows' levels come first, then the paper's summary tables. These are compared where the
    report holds one scorecard, since of several it would not be known which they count. A
    percentage is right if its base gives it, half-up: all rows, those rated, or either where the
    paper states no base. One on another base is passed over.

    Raises `FieldValueError` where the assessment is not of a scorecard of this report.
    """
    check_instance("published", published, Report)
    check_instance("computed", computed, Assessment)
    cards = [card for _, card in published.all_scorecards()]
    if computed.scorecard not in cards:
        raise FieldValueError(
            "computed",
            computed.scorecard.title,
            "an assessment of one of the report's scorecards: "
            + (", ".join(repr(each.title) for each in cards) or "it holds none"),
        )
    found = [
        Mismatch(
            each.row.reference,
            each.result.judgement,
            each.given.text,
            each.result.label,
            published_reason=each.given.reason,
            computed_reason=each.result.reason,
        )
        for each in find_disagreements(computed)
    ]
    if len(cards) == 1:
        for place, tally in enumerate(published.tallies):
            if tally.judgement in computed.rules.judgements:
                found += _tally_mismatches(f"tallies[{place}]", tally, computed)
    return tuple(found)


def _tally_mismatches(path: str, stated: StatedTally, computed: Assessment) -> Iterator[Mismatch]:
    counts = computed.tally(stated.judgement)
    scale = counts.scale
    unrated = {label.casefold(): count for label, count in counts.printed_unrated()}
    for place, each in enumerate(stated.counts):
        here = f"{path}.counts[{place}]"
        level = scale.read(each.level)
        count = counts[level.key] if level else unrated.get(each.level.strip().casefold(), 0)
        label = level.label if level else each.level
        if not isinstance(each.count, Missing) and each.count != count:
            yield Mismatch(
                f"{here}.count",
                stated.judgement,
                f"{each.count} {each.level}",
                f"{count} {label}",
                computed_reason=_rows_at(label, stated.judgement, computed),
            )
        if each.percentage is None:
            continue
        decimals = shown_decimals(each.percentage)
        given = [round_to(100 * share, decimals) for share in _shares(count, stated, counts)]
        if given and each.percentage not in given:
            yield Mismatch(
                f"{here}.percentage",
                stated.judgement,
                f"{format_number(each.percentage)}% {each.level}",
                " or ".join(f"{percentage}%" for percentage in given),
                computed_reason=f"{count} of {counts.total}, {counts.rated} of them rated",
            )
    if not isinstance(stated.total, Missing) and stated.total != counts.total:
        yield Mismatch(
            f"{path}.total",
            stated.judgement,
            str(stated.total),
            str(counts.total),
            computed_reason=f"{computed.scorecard.title!r} has {counts.total} rows",
        )


def _rows_at(label: str, judgement: str, computed: Assessment) -> str:
    at = [
        row.reference
        for row in computed.rows
        if row.standing_result(judgement).label.casefold() == label.casefold()
    ]
    return ", ".join(at) or f"no row is {label}"


def _shares(count: int, stated: StatedTally, counts: Tally) -> tuple[Fraction, ...]:
    """Return the shares that a percentage may be; none where its base is one we cannot count."""
    base = stated.base
    if base is None:
        bases: tuple[int, ...] = (counts.total, counts.rated)
    elif re.search(r"\brated\b", base, re.IGNORECASE):
        bases = (counts.rated,)
    elif re.search(r"\b(?:all|total)\b", base, re.IGNORECASE):
        bases = (counts.total,)
    else:
        bases = ()
    return tuple(Fraction(count, each) for each in dict.fromkeys(bases) if each)
