"""Figures, allowances and edges, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Tolerance
from councilperf.rules import (
    ANNUAL_TARGET,
    FLOOR,
    LAST_REPORTED,
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    UNSTATED,
    AllOf,
    Amount,
    AnyOf,
    Edge,
    Figure,
    FigureKind,
    LastDigit,
    Line,
    OwnTolerance,
    Percentage,
    Rule,
    Widest,
    all_of,
    any_of,
    benchmark,
    constant,
    figures_of,
)


@pytest.mark.parametrize(
    ("edge", "printed"),
    [
        (TARGET, "the target"),
        (TARGET.worse_by("10%"), "the target worse by 10%"),
        (TARGET.worse_by("2 points"), "the target worse by 2"),
        (TARGET.worse_by(3), "the target worse by 3"),
        (TARGET.worse_by(Tolerance(5, "percent")), "the target worse by 5%"),
        (TARGET.worse_by(OWN_TOLERANCE), "the target worse by its own tolerance"),
        (TARGET.worse_by(OwnTolerance(2)), "the target worse by 2 times its own tolerance"),
        (TARGET.worse_by(LastDigit()), "the target worse by the last shown digit"),
        (TARGET.worse_by(LastDigit(5)), "the target worse by 5 times the last shown digit"),
        (TARGET.worse_by(UNSTATED), "the target worse by an amount that is not stated"),
        (
            TARGET.worse_by(Widest([Percentage(5), Amount(1)])),
            "the target worse by 5% or 1, whichever is more",
        ),
        (
            FLOOR.better_by(Percentage(5, of=ANNUAL_TARGET.figure)),
            "the minimum better by 5% of the annual target",
        ),
        (PREVIOUS_PERIOD.better_by("10%").beyond(), "beyond the previous period better by 10%"),
        (benchmark("England"), "the benchmark for England"),
        (constant("1234.50"), "1,234.50"),
        (Edge(Figure("periods_back", 3)), "the figure 3 periods back"),
        (any_of(TARGET, LAST_REPORTED), "the target or the last reported figure"),
        (all_of(TARGET, SAME_PERIOD_LAST_YEAR), "the target and the same period last year"),
    ],
)
def test_an_edge_reads_like_the_paper(edge: Edge, printed: str) -> None:
    assert str(edge) == printed


@pytest.mark.parametrize("kind", FigureKind)
def test_every_kind_of_figure_has_words(kind: FigureKind) -> None:
    assert kind.words


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Figure("hope"), "figure"),
        (lambda: Figure("target", "annual"), "of"),
        (lambda: Figure("periods_back", 0), "of"),
        (lambda: Figure("constant", "eighty"), "of"),
        (lambda: Figure("benchmark", " "), "of"),
        (lambda: Edge(TARGET.figure, "sideways", "10%"), "side"),
        (lambda: Edge(TARGET.figure, "worse"), "side"),
        (lambda: Edge(TARGET.figure, None, "10%"), "side"),
        (lambda: TARGET.worse_by("10"), "tolerance"),
        (lambda: TARGET.worse_by(-1), "size"),
        (lambda: Percentage(-1), "size"),
        (lambda: OwnTolerance(0), "times"),
        (lambda: LastDigit(-1), "times"),
        (lambda: Widest([Amount(1)]), "parts"),
        (lambda: any_of(TARGET), "parts"),
        (all_of, "parts"),
        (lambda: constant("x"), "number"),
    ],
)
def test_what_says_nothing_is_refused_by_its_field(make: Callable[[], object], field: str) -> None:
    with pytest.raises(FieldValueError, match=f"^{field}: "):
        make()


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Edge("target"), "figure"),  # type: ignore[arg-type]
        (lambda: Edge(TARGET.figure, included=1), "included"),  # type: ignore[arg-type]
        (lambda: Figure("benchmark"), "of"),
        (lambda: Figure("trend_start"), "of"),
        (lambda: Percentage(1, of=TARGET), "of"),  # type: ignore[arg-type]
        (lambda: Widest([Amount(1), 2]), "parts"),
        (lambda: AnyOf([TARGET, "floor"]), "parts"),
        (lambda: Line("green", "target"), "reach"),  # type: ignore[arg-type]
    ],
)
def test_what_is_of_the_wrong_type_is_refused_by_its_field(
    make: Callable[[], object], field: str
) -> None:
    with pytest.raises(FieldTypeError, match=rf"^{field}(\[\d\])?: "):
        make()


@pytest.mark.parametrize(
    "value",
    [
        Amount("2.50"),
        Percentage(10),
        Percentage(5, of=Figure("annual_target")),
        OwnTolerance(),
        OwnTolerance("1.5"),
        LastDigit(),
        LastDigit(2),
        Figure("constant", "80.0"),
        Figure("target"),
        Figure("periods_back", 2),
    ],
)
def test_a_repr_builds_the_value_again(value: object) -> None:
    assert eval(repr(value)) == value  # noqa: S307 (our own text)


def test_a_constant_is_exact() -> None:
    assert constant(0.1).figure.of == Decimal("0.1")


def test_a_rule_names_every_figure_that_it_asks_for() -> None:
    share = Percentage(5, of=ANNUAL_TARGET.figure)
    inner = all_of(FLOOR, TARGET.worse_by(Widest([share, Amount(1)])))
    rule = Rule("rating", {"green": any_of(TARGET, inner)}, otherwise="red")

    assert list(figures_of(rule)) == [
        TARGET.figure,
        FLOOR.figure,
        TARGET.figure,
        ANNUAL_TARGET.figure,
    ]
    assert isinstance(inner, AllOf)
