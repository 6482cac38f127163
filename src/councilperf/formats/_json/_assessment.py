"""Assessments as documents: results for readers, beside everything that they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from councilperf.assessment import Assessment, Context, Travel, assess
from councilperf.errors import CouncilPerfError, FieldTypeError, FieldValueError
from councilperf.formats._json._gathering import PathError, UnknownKeyError
from councilperf.formats._leaves import is_list, is_object
from councilperf.model import Scorecard
from councilperf.periods import ReportingPeriod
from councilperf.rules import RuleSet
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    from cattrs import Converter

    from councilperf.assessment import AssessedRow, Result, Tally
    from councilperf.benchmarking import BenchmarkVerdict
    from councilperf.spc import XmrChart

__all__ = ["assessment_from", "assessment_shape", "row_shape"]

_KEYS = ("period", "rows", "summary", "assumed", "scorecard", "rules", "context")
#: What is checked against the rules on reading; sentences and labels may be worded anew.
_CHECKED = ("level", "reasons", "movement")
#: What a later release may word otherwise.
_WORDED = ("label", "reason", "why_it_stands")
_ROW_KEYS = frozenset({"reference", "title", "rating", "travel", "others", "benchmarks", "chart"})
_RESULT_KEYS = frozenset(
    {"judgement", "level", "label", "reasons", "movement", "reason", "stands", "why_it_stands"}
)


def assessment_shape(assessment: Assessment, converter: Converter) -> dict[str, object]:
    """Write an assessment: one object a row, then what the results follow from."""
    shape: dict[str, object] = {
        "period": assessment.period.code,
        "rows": [row_shape(each) for each in assessment.rows],
        "summary": {
            name: _summary(assessment.tally(name)) for name in assessment.rules.judgements
        },
        "assumed": list(assessment.assumed),
        "scorecard": converter.unstructure(assessment.scorecard),
        "rules": converter.unstructure(assessment.rules),
    }
    if assessment.context is not None:
        shape["context"] = converter.unstructure(assessment.context)
    return shape


def row_shape(row: AssessedRow) -> dict[str, object]:
    """Write one row for readers: its rating, its travel, and what else the rules judge."""
    rating, travel = row.rating, row.travel
    shape: dict[str, object] = {
        "reference": row.reference,
        "title": row.row.indicator.title,
        "rating": None if rating is None else _result(row, rating),
        "travel": None if travel is None else _result(row, travel),
    }
    others = [each for each in row.results if each is not rating and each is not travel]
    if others:
        shape["others"] = [_result(row, each) for each in others]
    if row.benchmarks:
        shape["benchmarks"] = [_verdict(each) for each in row.benchmarks]
    if row.chart is not None:
        shape["chart"] = _chart(row.chart)
    return shape


def _verdict(verdict: BenchmarkVerdict) -> dict[str, object]:
    return {
        "group": verdict.name,
        "comparison": _key(verdict.comparison),
        "missing": _reason(verdict.comparison),
        "reason": verdict.reason,
    }


def _chart(chart: XmrChart) -> dict[str, object]:
    place = chart.deciding_point
    signal = None if place is None else chart.signals[place]
    return {
        "variation": _key(chart.variation),
        "assurance": _key(chart.assurance),
        "missing": _reason(chart.variation),
        "signal": None if signal is None else signal.value,
        "trial": place is not None and chart.segment_of(place).trial,
        "reason": chart.reason,
    }


def _key(verdict: StrEnum | Missing) -> str | None:
    return None if isinstance(verdict, Missing) else verdict.value


def _reason(verdict: StrEnum | Missing) -> str | None:
    return verdict.reason.value if isinstance(verdict, Missing) else None


def _result(row: AssessedRow, result: Result) -> dict[str, object]:
    shape: dict[str, object] = {
        "judgement": result.judgement,
        "level": result.level,
        "label": result.label,
    }
    if result.reasons:
        shape["reasons"] = [each.value for each in result.reasons]
    if isinstance(result, Travel):
        movement = result.movement
        shape["movement"] = movement.value if isinstance(movement, str) else None
    shape["reason"] = result.reason
    standing = row.standing_result(result.judgement)
    if standing is not result:
        shape["stands"] = standing.level
        shape["why_it_stands"] = standing.reason
    return shape


def _summary(tally: Tally) -> dict[str, object]:
    return {
        "levels": {each.level: each.count for each in tally.levels},
        "unrated": {each.reason.value: each.count for each in tally.unrated},
        "total": tally.total,
    }


def assessment_from(body: dict[str, Any], converter: Converter) -> Assessment:
    """Assess anew what is in the document, and hold the stated results against it."""
    wrong: list[Exception] = [
        PathError("", UnknownKeyError(key, tuple(sorted(_KEYS))))
        for key in body
        if key not in _KEYS
    ]
    parts: dict[str, Any] = {}
    for key, kind in _PARTS.items():
        try:
            parts[key] = _part(body, key, kind, converter)
        except PathError as error:
            wrong.append(error)
    if "context" in body:
        try:
            parts["context"] = _part(body, "context", Context, converter)
        except PathError as error:
            wrong.append(error)
    _raise_together(wrong)
    made = _assessed(parts)
    made = evolve(made, assumed=parts["assumed"])
    _raise_together(list(_differences(body, made)))
    return made


def _assessed(parts: dict[str, Any]) -> Assessment:
    context = parts.get("context")
    try:
        return assess(parts["scorecard"], parts["rules"], period=parts["period"], context=context)
    except CouncilPerfError as error:
        # Without a context a period that is given can always be assessed.
        raise PathError(".context", error) from None


_PARTS: dict[str, Any] = {
    "period": ReportingPeriod,
    "assumed": tuple[str, ...],
    "scorecard": Scorecard,
    "rules": RuleSet,
}


def _raise_together(errors: list[Exception]) -> None:
    if errors:
        raise ExceptionGroup("an assessment's document", errors)


def _part(body: dict[str, Any], key: str, kind: Any, converter: Converter) -> Any:  # noqa: ANN401
    if key not in body:
        raise PathError(f".{key}", KeyError(key))
    try:
        return converter.structure(body[key], kind)
    except Exception as error:  # noqa: BLE001 - it is said with its path by the caller
        raise PathError(f".{key}", error) from None


def _differences(body: dict[str, Any], made: Assessment) -> Iterator[PathError]:
    """Yield where what is stated is not what the rules give."""
    rows = body.get("rows")
    if not is_list(rows) or len(rows) != len(made.rows):
        yield PathError(".rows", FieldValueError("rows", rows, f"a list of {len(made.rows)}"))
    else:
        for place, (given, row) in enumerate(zip(rows, made.rows, strict=True)):
            yield from _row_differences(given, row_shape(row), f".rows[{place}]")
    summary = {name: _summary(made.tally(name)) for name in made.rules.judgements}
    if body.get("summary") != summary:
        allowed = f"what the rows give: {summary}"
        yield PathError(".summary", FieldValueError("summary", body.get("summary"), allowed))


def _row_differences(given: object, made: dict[str, Any], path: str) -> Iterator[PathError]:
    if not is_object(given):
        yield PathError(path, FieldTypeError("row", given, "an object"))
        return
    yield from _strangers(given, _ROW_KEYS, path)
    for key in ("reference", "title"):
        if given.get(key, made["title"] if key == "title" else None) != made[key]:
            wrong = FieldValueError(key, given.get(key), repr(made[key]))
            yield PathError(f"{path}.{key}", wrong)
    for key in ("rating", "travel"):
        yield from _result_differences(given.get(key), made[key], f"{path}.{key}")
    yield from _beside_differences(given, made, path)
    others, of_rules = given.get("others", []), made.get("others", [])
    if not is_list(others) or len(others) != len(of_rules):
        wrong = FieldValueError("others", others, f"{len(of_rules)} results")
        yield PathError(f"{path}.others", wrong)
        return
    for place, (one, other) in enumerate(zip(others, of_rules, strict=True)):
        yield from _result_differences(one, other, f"{path}.others[{place}]")


def _beside_differences(
    given: dict[str, Any], made: dict[str, Any], path: str
) -> Iterator[PathError]:
    """Yield where what a row is seen beside is not what its figures give; wording is left free."""
    for key in ("benchmarks", "chart"):
        stated, found = _unworded(given.get(key)), _unworded(made.get(key))
        if stated != found:
            allowed = f"what the figures give, {found!r}, or assess anew"
            yield PathError(f"{path}.{key}", FieldValueError(key, given.get(key), allowed))


def _unworded(stated: object) -> object:
    if is_list(stated):
        return [_unworded(each) for each in stated]
    if not is_object(stated):
        return stated
    return {key: part for key, part in stated.items() if key != "reason" or type(part) is not str}


def _result_differences(
    given: object, made: dict[str, Any] | None, path: str
) -> Iterator[PathError]:
    if made is None:
        if given is not None:
            yield PathError(path, FieldValueError("result", given, "null: the rules give none"))
        return
    if not is_object(given):
        yield PathError(path, FieldTypeError("result", given, "an object"))
        return
    yield from _strangers(given, _RESULT_KEYS, path)
    for key in _WORDED:
        if key in given and type(given[key]) is not str:
            yield PathError(f"{path}.{key}", FieldTypeError(key, given[key], "text"))
    for key in ("judgement", "stands"):
        if key in given and given[key] != made.get(key):
            allowed = f"what the rules give, {made.get(key)!r}, or assess anew"
            yield PathError(f"{path}.{key}", FieldValueError(key, given[key], allowed))
    for key in _CHECKED:
        if given.get(key) != made.get(key):
            allowed = f"what the rules give, {made.get(key)!r}, or assess anew"
            yield PathError(f"{path}.{key}", FieldValueError(key, given.get(key), allowed))


def _strangers(given: dict[str, Any], known: frozenset[str], path: str) -> Iterator[PathError]:
    for key in given:
        if key not in known:
            yield PathError(path, UnknownKeyError(key, tuple(sorted(known))))
