"""The one law of frames: every engine's answer is the one that rating row by row gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from councilperf import rate, travel
from councilperf.dataframes import assess_frame, rate_frame, travel_frame
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Tolerance
from councilperf.rules import (
    Amount,
    Figure,
    FigureKind,
    Is,
    OwnTolerance,
    Percentage,
    Rule,
    RuleSet,
    UnstatedAllowance,
    Widest,
    figures_of,
)
from councilperf.strategies import (
    allowances,
    edges,
    exact_numbers,
    figures,
    missing_figures,
    reaches,
    rules,
    scales,
)
from councilperf.values import Missing

# An example is a whole frame of rows, on every engine: a quarter as many will do.
FRAMES = min(settings().max_examples, max(25, settings().max_examples // 4))
TARGET = Figure(FigureKind.TARGET)
#: Few and small, so that figures often meet their edges; 0 and negative ones too.
NUMBERS = exact_numbers(-20, 20, decimals=1)
MAYBE = st.none() | NUMBERS
KINDS = ["float", "decimal", "text"]
TYPES = {"float": "float64", "decimal": "decimal128(20, 2)", "text": "string"}
SIZES = st.none() | exact_numbers(0, 100, decimals=1)
ROWS = 6

# The last digit is none of a column's business; a test says how it is refused.
ALLOWANCES = allowances(
    kinds=[Percentage, Amount, OwnTolerance, UnstatedAllowance, Widest],
    figures=figures(-20, 20, kinds=[FigureKind.TARGET, FigureKind.BEST_POSSIBLE]),
)
KINDS_OF_FIGURE = [
    FigureKind.TARGET,
    FigureKind.FLOOR,
    FigureKind.PREVIOUS_PERIOD,
    FigureKind.BENCHMARK,
    FigureKind.CONSTANT,
]
RATING_RULES = rules(
    scales=scales(travel=False),
    reaches=reaches(
        edges=edges(figures=figures(-20, 20, kinds=KINDS_OF_FIGURE), allowances=ALLOWANCES)
    ),
)
TRAVEL_RULES = rules(
    scales=scales(travel=True),
    reaches=reaches(
        edges=edges(
            figures=figures(kinds=[FigureKind.PREVIOUS_PERIOD, FigureKind.BEST_POSSIBLE]),
            allowances=ALLOWANCES,
        )
    ),
).filter(lambda rule: any(each.kind.is_earlier for each in figures_of(rule)))


PREVIOUS = Figure(FigureKind.PREVIOUS_PERIOD)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """Make a rating by one rule or two, each for some polarity or for all, and a travel."""
    serves = st.none() | st.sampled_from(Polarity).map(lambda each: Is("polarity", each.value))
    reached = reaches(
        edges=edges(figures=figures(-20, 20, kinds=KINDS_OF_FIGURE), allowances=ALLOWANCES)
    )
    rating = rules(
        judgements=st.just("rating"),
        scales=st.just(draw(scales(travel=False))),
        reaches=reached,
        serves=serves,
    )
    travels = TRAVEL_RULES.map(lambda rule: evolve(rule, judgement="travel"))
    return RuleSet("any", "Any", [*draw(st.lists(rating, min_size=1, max_size=2)), draw(travels)])


def column_of(numbers: list[Decimal | None], kind: str) -> list[Any]:
    """Write numbers as a column of this kind holds them."""
    write = {"float": float, "decimal": Decimal, "text": str}[kind]
    return [None if each is None else write(each) for each in numbers]


@st.composite
def frames(draw: st.DrawFn, rule_strategy: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Make rules, each figure that they name for every row, and how columns hold them."""
    rule: Rule | RuleSet = draw(rule_strategy)
    each_rule: tuple[Rule, ...] = rule.rules if isinstance(rule, RuleSet) else (rule,)
    figures = {each for one in each_rule for each in figures_of(one)} | {TARGET}
    named = {each for each in figures if each.kind is not FigureKind.CONSTANT}
    numbers = {"value": draw(st.lists(MAYBE, min_size=ROWS, max_size=ROWS))}
    columns = {figure: f"figure {place}" for place, figure in enumerate(sorted(named, key=repr))}
    for figure, name in columns.items():
        # Often near the value, so that edges are met.
        near = st.lists(MAYBE, min_size=ROWS, max_size=ROWS) | st.just(numbers["value"])
        numbers[name] = draw(near)
        del figure
    polarities = st.lists(st.sampled_from(list(Polarity)), min_size=ROWS, max_size=ROWS)
    return {
        "rule": rule,
        "columns": columns,
        "numbers": numbers,
        "kinds": {name: draw(st.sampled_from(KINDS)) for name in numbers},
        "polarities": draw(polarities | st.sampled_from(Polarity)),
        "tolerances": draw(
            st.none()
            | SIZES.map(lambda size: size)
            | st.lists(SIZES, min_size=ROWS, max_size=ROWS)
        ),
        "basis": draw(st.sampled_from(["percent", "amount"])),
        "why": draw(
            st.none() | st.lists(st.none() | missing_figures(), min_size=ROWS, max_size=ROWS)
        ),
    }


def arguments(case: dict[str, Any], engine: Any) -> tuple[Any, dict[str, Any]]:
    """Bring a case into an engine: its frame, and what to call with it."""
    kinds = case["kinds"]
    data = {name: column_of(each, kinds[name]) for name, each in case["numbers"].items()}
    types = {name: TYPES[kind] for name, kind in kinds.items()}
    polarity, tolerance = case["polarities"], case["tolerances"]
    if isinstance(polarity, list):
        data["polarity"], polarity = [each.value for each in polarity], "polarity"
    if isinstance(tolerance, list):
        data["tolerance"] = column_of(tolerance, "float")
        types["tolerance"] = "float64"
        tolerance = "tolerance"
    elif tolerance is not None:
        tolerance = Tolerance(tolerance, case["basis"])
    call = {"polarity": polarity, "tolerance": tolerance, "tolerance_basis": case["basis"]}
    if case["why"] is not None:
        data["why"] = [each.reason.value if each else None for each in case["why"]]
        types["why"] = "string"
        call["missing"] = {"value": "why"}
    if engine.is_lazy:
        call["decimals"] = 2
    return engine.frame(data, types), call


def rows_of(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The same case row by row."""
    found = []
    for row in range(ROWS):
        numbers = {name: each[row] for name, each in case["numbers"].items()}
        value = numbers["value"]
        if value is None and case["why"] is not None and case["why"][row] is not None:
            value = Missing(case["why"][row].reason)
        polarity, tolerance = case["polarities"], case["tolerances"]
        size = tolerance[row] if isinstance(tolerance, list) else tolerance
        figures = {figure: numbers[name] for figure, name in case["columns"].items()}
        found.append(
            {
                "value": value,
                "polarity": polarity[row] if isinstance(polarity, list) else polarity,
                "tolerance": None if size is None else Tolerance(size, case["basis"]),
                "others": {each: number for each, number in figures.items() if number is not None},
            }
        )
    return found


@settings(max_examples=FRAMES)
@given(case=frames(RATING_RULES))
def test_a_frame_is_rated_as_its_rows_are(engine: Any, case: dict[str, Any]) -> None:
    frame, call = arguments(case, engine)
    rule, columns = case["rule"], case["columns"]

    rated = engine.columns(rate_frame(frame, rule, target=columns[TARGET], others=columns, **call))

    expected = [rate(each.pop("value"), rules=rule, **each) for each in rows_of(case)]
    assert rated["rating"] == [each.level for each in expected]
    reasons = [each.reasons[0].value if each.reasons else None for each in expected]
    assert rated["rating_reason"] == reasons


@settings(max_examples=FRAMES)
@given(case=frames(TRAVEL_RULES))
def test_a_frame_is_compared_as_its_rows_are(engine: Any, case: dict[str, Any]) -> None:
    frame, call = arguments(case, engine)
    rule, columns = case["rule"], dict(case["columns"])
    previous = next(each for each in figures_of(rule) if each.kind.is_earlier)

    compared = engine.columns(
        travel_frame(frame, rule, previous=columns[previous], others=columns, **call)
    )

    expected = []
    for each in rows_of(case):
        others = each["others"]
        earlier = others.pop(previous, None)
        expected.append(travel(each.pop("value"), previous=earlier, rules=rule, **each))
    assert compared["travel"] == [each.level for each in expected]
    reasons = [each.reasons[0].value if each.reasons else None for each in expected]
    assert compared["travel_reason"] == reasons
    moved = [
        None if isinstance(each.movement, Missing) else each.movement.value for each in expected
    ]
    assert compared["travel_movement"] == moved


@settings(max_examples=min(FRAMES, max(10, FRAMES // 4)))
@given(case=frames(rule_sets()))
def test_a_frame_is_assessed_as_its_rows_are(engine: Any, case: dict[str, Any]) -> None:
    frame, call = arguments(case, engine)
    rules, columns = case["rule"], case["columns"]
    polarities = case["polarities"]
    if not isinstance(polarities, list) and one_by_one("rating", rules, rows_of(case)[0]) is None:
        return  # no rule serves any row, which is refused before rows are looked at

    judged = engine.columns(
        assess_frame(frame, rules, target=columns[TARGET], others=columns, **call)
    )

    for name in ("rating", "travel"):
        expected = [one_by_one(name, rules, each) for each in rows_of(case)]
        levels = [None if each is None else each.level for each in expected]
        assert judged[name] == levels
        assert judged[f"{name}_reason"] == [
            "no_rule" if each is None else each.reasons[0].value if each.reasons else None
            for each in expected
        ]


def one_by_one(name: str, rules: RuleSet, row: dict[str, Any]) -> Any:
    """Return the result of one judgement, or `None` where no rule serves the row."""
    value, others = row["value"], dict(row["others"])
    call = {**row, "others": others, "rules": rules}
    del call["value"]
    if name == "travel":
        return travel(value, previous=others.pop(PREVIOUS, None), **call)
    try:
        return rate(value, **call)
    except FieldValueError:
        return None
