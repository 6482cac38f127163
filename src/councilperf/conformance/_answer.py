"""How this library answers the questions of the suite."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, final

from attrs import frozen

from councilperf.assessment import (
    Movement,
    assess,
    find_exceptions,
    measure_share,
    rate,
    tally,
    travel,
)
from councilperf.errors import FieldValueError
from councilperf.formats import load_json
from councilperf.model import Scorecard, Target, Tolerance, Unit
from councilperf.periods import ReportingPeriod
from councilperf.rules import Figure, Rule, RuleSet, Scale
from councilperf.values import Absence, round_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from councilperf.assessment import Assessment, Rating, Result, Tally, Travel

__all__ = ["answer"]

T = TypeVar("T")
_Tree: TypeAlias = "dict[str, object]"
_Question: TypeAlias = "Mapping[str, Any]"


def answer(question: Mapping[str, Any]) -> dict[str, object]:
    """Answer one question of the suite by this library.

    >>> rule = {"judgement": "rating", "lines": [{"level": "green", "reach": "target"}]}
    >>> question = {"ask": "rating", "rule": {**rule, "otherwise": "red"}, "polarity": "higher"}
    >>> answer({**question, "value": "52", "target": {"aim": "52"}})
    {'level': 'green', 'reasons': []}

    Raises `FieldValueError` for what the suite does not ask, and `ProblemsError` for a part that
    cannot be read.
    """
    ask = question.get("ask")
    if ask not in _ANSWERS:
        raise FieldValueError("ask", ask, "one of " + ", ".join(_ANSWERS))
    return _ANSWERS[ask](question)


def _rating(question: _Question) -> _Tree:
    target = question.get("target")
    given = _given(question)
    aim = None if target is None else _read("target", target, Target)
    return _result(rate(_value(question["value"]), target=aim, **given))


def _travel(question: _Question) -> _Tree:
    given = _given(question)
    found = travel(_value(question["value"]), previous=_value(question["previous"]), **given)
    percentage = found.percentage_change
    movement = found.movement.value if isinstance(found.movement, Movement) else None
    return {
        **_result(found),
        "movement": movement,
        "percentage_change": None if percentage is None else str(round_to(percentage, 1)),
    }


def _tally(question: _Question) -> _Tree:
    scale = _read("scale", {"value": question["scale"]}, Scale)
    results = [_Printed.of(**each) for each in question["results"]]
    return _counts(tally(results, scale))


def _assessment(question: _Question) -> _Tree:
    rules = _read("rule-set", question["rules"], RuleSet)
    card = _read("scorecard", question["scorecard"], Scorecard)
    assessment = assess(card, rules, period=ReportingPeriod.from_code(question["period"]))
    rows = [
        {
            "reference": row.reference,
            "results": {
                name: _result(result)
                for name, result in zip(rules.judgements, row.standing, strict=True)
            },
        }
        for row in assessment.rows
    ]
    return {
        "rows": rows,
        "tallies": {name: _counts(assessment.tally(name)) for name in rules.judgements},
        "shares": {each.name: _share(assessment, each.name) for each in rules.shares},
        "exceptions": [each.row.reference for each in find_exceptions(assessment)],
    }


_ANSWERS: dict[Any, Callable[[_Question], _Tree]] = {
    "rating": _rating,
    "travel": _travel,
    "tally": _tally,
    "assessment": _assessment,
}


@final
@frozen
class _Printed:
    """A result of which the level, or the reasons for none, are all that is known."""

    level: str | None
    reasons: tuple[Absence, ...]

    @staticmethod
    def of(level: str | None = None, reasons: tuple[str, ...] = ()) -> _Printed:
        return _Printed(level, tuple(Absence(each) for each in reasons))


def _given(question: _Question) -> dict[str, Any]:
    tolerance = question.get("tolerance")
    return {
        "rules": _read("rule", question["rule"], Rule),
        "polarity": question["polarity"],
        "tolerance": None if tolerance is None else _read("tolerance", tolerance, Tolerance),
        "unit": _read("unit", {"value": question.get("unit", "number")}, Unit),
        "others": {
            _read("figure", {"value": each["figure"]}, Figure): _value(each["value"])
            for each in question.get("figures", ())
        },
    }


def _value(shape: object) -> Any:  # noqa: ANN401 - a number, a date, an answer, or a reason for none
    """Read a value as targets write what they aim at."""
    return _read("target", {"aim": shape}, Target).aim


def _read(name: str, body: Mapping[str, object], kind: type[T]) -> T:
    """Read a part of a question, which is a document of its kind without the first two keys."""
    document = {"format": f"councilperf/{name}", "version": 1, **body}
    return load_json(json.dumps(document), kind)


def _result(found: Rating | Travel | Result) -> _Tree:
    return {"level": found.level, "reasons": [each.value for each in found.reasons]}


def _counts(counts: Tally) -> _Tree:
    return {
        "levels": {each.level: each.count for each in counts.levels},
        "unrated": {each.reason.value: each.count for each in counts.unrated if each.count},
        "total": counts.total,
        "rated": counts.rated,
        "percent_of_all": _percentages(counts, counts.share_of_all),
        "percent_of_rated": _percentages(counts, counts.share_of_rated),
    }


def _percentages(counts: Tally, share: Callable[[str], Fraction | None]) -> dict[str, str | None]:
    """Return each level's percentage, whole and halves up; `None` where there is nothing."""
    shares = {each.level: share(each.level) for each in counts.levels}
    return {
        level: None if each is None else str(round_to(each * 100, 0))
        for level, each in shares.items()
    }


def _share(assessment: Assessment, name: str) -> _Tree:
    found = measure_share(assessment, name)
    shown = found.shown
    return {
        "members": found.members,
        "base": found.base,
        "shown": None if shown is None else str(shown),
    }
