"""Assessments as frames: a row for each result, or one for each indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, final

import narwhals.stable.v2 as nw

from councilperf._checks import check_flag, check_instance
from councilperf.assessment import Assessment, Movement, Travel
from councilperf.dataframes._categories import in_words, words_for
from councilperf.dataframes._make_frame import make_frame
from councilperf.dataframes._outcome import REASONS
from councilperf.dataframes._scorecard_frame import as_float
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from councilperf.assessment import AssessedRow, Result

__all__ = ["assessment_to_frame"]


def assessment_to_frame(
    assessment: Assessment, backend: str | ModuleType, *, wide: bool = False
) -> Any:  # noqa: ANN401 - a frame of the make that was asked for
    """Write an assessment as a frame, one result a row; *wide*, one indicator a row.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> tidy = assessment_to_frame(assess(card, MAIDSTONE), "pandas")
    >>> tidy[["reference", "judgement", "level"]].to_dict("records")[0]
    {'reference': 'H1', 'judgement': 'rating', 'level': 'amber'}
    >>> assessment_to_frame(assess(card, MAIDSTONE), "pandas", wide=True)["rating"].to_list()
    ['amber']

    *backend* is "pandas", "polars", "pyarrow" or the imported package. A tidy row says the
    judgement, its level, label and reason, the movement, the level that stands and the sentence.
    A wide one has for each judgement the columns that `assess_frame` adds and the sentence; its
    levels are ordered categories, best first.

    Raises `FieldValueError` for figures that are no plain number of at most 15 digits.
    """
    check_instance("assessment", assessment, Assessment)
    check_flag("wide", wide)
    rows = assessment.rows
    columns: list[_Column] = []
    if wide:
        columns += _of_indicators(rows, assessment)
        for place, name in enumerate(assessment.rules.judgements):
            scale = assessment.rules.scale_of(name)
            results = [each.results[place] for each in rows]
            columns += [
                _Column(name, [each.level for each in results], words=scale.keys),
                _Column(f"{name}_reason", [_reason(each) for each in results], words=REASONS),
                _Column(f"{name}_sentence", [each.reason for each in results]),
            ]
            if scale.travel:
                moved = [_movement(each) for each in results]
                columns.append(_Column(f"{name}_movement", moved, words=tuple(Movement)))
    else:
        pairs = [(each, result) for each in rows for result in each.results]
        results = [result for _, result in pairs]
        standing = [each.standing_result(one.judgement).level for each, one in pairs]
        columns += [
            *_of_indicators([each for each, _ in pairs], assessment),
            _Column("judgement", [each.judgement for each in results]),
            _Column("level", [each.level for each in results]),
            _Column("label", [each.label for each in results]),
            _Column("reason", [_reason(each) for each in results], words=REASONS),
            _Column("movement", [_movement(each) for each in results], words=tuple(Movement)),
            _Column("stands", standing),
            _Column("sentence", [each.reason for each in results]),
        ]
    return _made(columns, backend)


@final
class _Column(NamedTuple):
    """A column to be made: its values, and their type or the words that they may be."""

    name: str
    values: list[Any]
    kind: Any = nw.String
    words: tuple[str, ...] = ()


def _of_indicators(rows: Sequence[AssessedRow], assessment: Assessment) -> list[_Column]:
    indicators = [each.row.indicator for each in rows]
    return [
        _Column("reference", [each.reference for each in indicators]),
        _Column("title", [each.title for each in indicators]),
        _Column("service", [each.service for each in indicators]),
        _Column("period", [assessment.period.code for _ in rows]),
        _Column("value", [_value(each, assessment) for each in rows], nw.Float64),
    ]


def _value(row: AssessedRow, assessment: Assessment) -> float | None:
    observation = row.row.observation(assessment.period)
    if observation is None:
        return None
    return as_float(observation.value, "value", row.reference)


def _reason(result: Result) -> str | None:
    return str(result.reasons[0]) if result.reasons else None


def _movement(result: Result) -> str | None:
    if not isinstance(result, Travel) or isinstance(result.movement, Missing):
        return None
    return str(result.movement)


def _made(columns: list[_Column], backend: str | ModuleType) -> Any:  # noqa: ANN401 - as above
    make: Any = backend
    empty = nw.from_dict({"": [0]}, backend=make)
    words = {each.name: words_for(empty, each.words) for each in columns if each.words}
    values: dict[str, list[Any]] = {}
    kinds: dict[str, Any] = {}
    for each in columns:
        known = words.get(each.name)
        kinds[each.name] = each.kind if known is None else known.dtype
        numbers = None if known is None or not known.numbered else known.words
        values[each.name] = (
            each.values
            if numbers is None
            else [-1 if one is None else numbers.index(one) for one in each.values]
        )
    return in_words(make_frame(values, kinds, backend), words).to_native()
