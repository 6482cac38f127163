"""The laws of rating, over rules of any edges in any order."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, final

from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from councilperf._typing import Exact
from councilperf.assessment import (
    Key,
    Rating,
    Threshold,
    judge,
    key_for,
)
from councilperf.model import Polarity, Range, Target, Tolerance, ToleranceBasis
from councilperf.rules import (
    AllOf,
    Allowance,
    Amount,
    AnyOf,
    Edge,
    Figure,
    FigureKind,
    LastDigit,
    Line,
    OwnTolerance,
    Percentage,
    Reach,
    Rule,
    Side,
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
    ranges,
    reaches,
    rules,
    tolerances,
)
from councilperf.values import Missing, add, multiply, subtract

TARGET = Figure(FigureKind.TARGET)
#: Few and small numbers, so that figures often meet their edges; 0 and negative ones too.
NUMBERS = exact_numbers(-20, 20, decimals=1)
MISSING = missing_figures()
NOUGHT = Fraction(0)
GAPPY = NUMBERS | MISSING
OF_A_RANGE = (Figure(FigureKind.RANGE_WIDTH), Figure(FigureKind.LARGER_BOUND))
BY_THEMSELVES = {FigureKind.LEVEL, FigureKind.SHARE, *(each.kind for each in OF_A_RANGE)}
KINDS = [each for each in FigureKind if each not in BY_THEMSELVES]
FIGURES = figures(-20, 20, kinds=KINDS)
OTHER_FIGURES = figures(-20, 20, kinds=[each for each in KINDS if each is not TARGET.kind])
STATED: tuple[type[Allowance], ...] = (Percentage, Amount, LastDigit, OwnTolerance, Widest)
ALL = (*STATED, UnstatedAllowance)
ONE_WAY = st.sampled_from([Polarity.HIGHER, Polarity.LOWER])
MIRRORED = {
    Polarity.HIGHER: Polarity.LOWER,
    Polarity.LOWER: Polarity.HIGHER,
    Polarity.RANGE: Polarity.RANGE,
}


@final
@frozen
class Case:
    """A rule with everything of one item that it may ask for."""

    rule: Rule
    polarity: Polarity
    target: Target
    tolerance: Tolerance | None
    others: tuple[tuple[Figure, Decimal | Missing], ...]

    @property
    def key(self) -> Key:
        return key_for(
            self.rule,
            target=self.target,
            polarity=self.polarity,
            tolerance=self.tolerance,
            others=dict(self.others),
        )

    def rate(self, value: Decimal) -> Rating:
        return judge(value, self.key)


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    kinds: tuple[type[Allowance], ...] = STATED,
    gaps: bool = False,
    within_ranges: bool = True,
) -> Case:
    """Make cases; without *gaps* nothing that the rule asks for is missing."""
    numbers: st.SearchStrategy[Decimal | Missing] = GAPPY if gaps else NUMBERS
    polarity = draw(st.sampled_from(list(MIRRORED)) if within_ranges else ONE_WAY)
    if polarity is Polarity.RANGE:
        target = Target(draw(ranges(-20, 20, decimals=1)))
        edges_of_rule = edges_around_a_range(kinds)
        # A percentage of a range is left open.
        own = st.builds(Tolerance, exact_numbers(0, 20, decimals=1), st.just("amount"))
    else:
        target = Target(draw(numbers), strict=draw(st.booleans()))
        by = allowances(kinds=kinds, figures=FIGURES)
        edges_of_rule = edges(figures=FIGURES, allowances=by)
        own = tolerances(0, 20)
    rule = draw(rules(reaches=reaches(edges=edges_of_rule)))
    others = tuple((each, draw(numbers)) for each in others_in(rule))
    return Case(rule, polarity, target, draw(st.none() | own if gaps else own), others)


def others_in(rule: Rule) -> list[Figure]:
    """The figures that a rule asks for besides the target and its own constants."""
    known = {TARGET.kind, FigureKind.CONSTANT, *(each.kind for each in OF_A_RANGE)}
    return list(dict.fromkeys(each for each in figures_of(rule) if each.kind not in known))


def edges_around_a_range(kinds: tuple[type[Allowance], ...]) -> st.SearchStrategy[Edge]:
    """Make edges that state all that is needed where the target is a range."""
    sizes = st.builds(Percentage, exact_numbers(0, 50), of=st.sampled_from(OF_A_RANGE))
    by_amount = allowances(kinds=[Amount, OwnTolerance]) | sizes
    by_any = allowances(kinds=kinds, figures=OTHER_FIGURES)
    at_target = edges(figures=st.just(TARGET), allowances=by_amount)
    return at_target | edges(figures=OTHER_FIGURES, allowances=by_any)


def values_near(key: Key) -> st.SearchStrategy[Decimal]:
    """Make figures that often lie on an edge or a hundredth beside it."""
    at: list[Decimal] = []
    if key.axis is not None:
        for line in key.lines:
            if line.certain is not None and isinstance(line.certain.at, Decimal):
                at += figures_at(line.certain, key)
    if not at:
        return NUMBERS
    beside = st.sampled_from([Decimal(0), Decimal(0), Decimal("0.01"), Decimal("-0.01")])
    return NUMBERS | st.builds(add, st.sampled_from(at), beside).map(exactly)


def exactly(number: Exact) -> Decimal:
    """A number that is known to be a decimal."""
    assert isinstance(number, Decimal)
    return number


def figures_at(threshold: Threshold, key: Key) -> list[Decimal]:
    """The figures that lie exactly on a threshold; none where it is nearer than inside."""
    assert key.axis is not None
    assert isinstance(threshold.at, Decimal)
    origin = key.axis.origin
    if not isinstance(origin, Range):
        return [threshold.at]
    if threshold.at < 0:
        return []
    return [exactly(add(origin.high, threshold.at)), exactly(subtract(origin.low, threshold.at))]


def a_little_better(at: Decimal, key: Key) -> Decimal:
    """A figure just beyond a threshold, before any other."""
    assert key.axis is not None
    origin, tiny = key.axis.origin, Decimal("1e-9")
    if isinstance(origin, Range):
        upwards = at < origin.low
    else:
        upwards = key.axis.polarity is Polarity.HIGHER
    return exactly(add(at, tiny) if upwards else subtract(at, tiny))


# --- what a rule means, said again without a line of the library's own arithmetic


def goodness(number: Decimal | Range, case: Case) -> Fraction:
    """How good a number is: more is better, whatever the polarity."""
    if case.polarity is Polarity.RANGE:
        band = case.target.aim
        assert isinstance(band, Range)
        if isinstance(number, Range):
            return NOUGHT
        above, below = (
            Fraction(number) - Fraction(band.low),
            Fraction(band.high) - Fraction(number),
        )
        return min(above, below, NOUGHT)
    assert isinstance(number, Decimal)
    return Fraction(number) if case.polarity is Polarity.HIGHER else -Fraction(number)


def figure_in(figure: Figure, case: Case) -> Decimal | Range:
    if figure == TARGET:
        assert isinstance(case.target.aim, Decimal | Range)
        return case.target.aim
    if figure in OF_A_RANGE:
        assert isinstance(case.target.aim, Range)
        low, high = case.target.aim.low, case.target.aim.high
        return high - low if figure == OF_A_RANGE[0] else max(abs(low), abs(high))
    found = figure.of if figure.kind is FigureKind.CONSTANT else dict(case.others)[figure]
    assert isinstance(found, Decimal)
    return found


def width_of(by: Allowance, base: Decimal | Range, case: Case) -> Fraction:
    if isinstance(by, Amount):
        return Fraction(by.size)
    if isinstance(by, Widest):
        return max(width_of(each, base, case) for each in by.parts)
    if isinstance(by, OwnTolerance):
        assert case.tolerance is not None
        size = Fraction(case.tolerance.size) * Fraction(by.times)
        if case.tolerance.basis is ToleranceBasis.AMOUNT:
            return size
        assert isinstance(base, Decimal)
        return size / 100 * abs(Fraction(base))
    if isinstance(by, LastDigit):
        _, _, exponent = base.as_tuple()  # type: ignore[union-attr] # of a range it is not asked
        return Fraction(by.times) * Fraction(10) ** min(int(exponent), 0)
    assert isinstance(by, Percentage)
    of = base if by.of is None else figure_in(by.of, case)
    assert isinstance(of, Decimal)
    return Fraction(by.size) / 100 * abs(Fraction(of))


def is_reached(reach: Reach, value: Decimal, case: Case) -> bool:
    if isinstance(reach, AnyOf):
        return any(is_reached(each, value, case) for each in reach.parts)
    if isinstance(reach, AllOf):
        return all(is_reached(each, value, case) for each in reach.parts)
    base = figure_in(reach.figure, case)
    needed, included = goodness(base, case), reach.included
    if reach.by is None:
        included = included and not (reach.figure == TARGET and case.target.strict)
    else:
        width = width_of(reach.by, base, case)
        better = reach.side is Side.BETTER
        needed += width if better else -width
        included = included and not (better and width == 0)
    had = goodness(value, case)
    return had >= needed if included else had > needed


@given(st.data(), cases())
def test_every_figure_gets_the_one_level_of_the_first_line_that_it_reaches(
    data: st.DataObject, case: Case
) -> None:
    value = data.draw(values_near(case.key))
    first = next(
        (each.level for each in case.rule.lines if is_reached(each.reach, value, case)),
        case.rule.otherwise,
    )

    assert case.rate(value).level == first
    assert case.rate(value).reasons == ()


@given(st.data(), cases())
def test_a_better_figure_never_rates_worse(data: st.DataObject, case: Case) -> None:
    values = data.draw(st.lists(values_near(case.key), min_size=2, max_size=2))
    worse, better = sorted(values, key=lambda each: goodness(each, case))

    assert rank(case.rate(better)) <= rank(case.rate(worse))


@given(st.data(), cases(gaps=True, kinds=ALL))
def test_a_better_figure_never_rates_worse_where_both_are_rated(
    data: st.DataObject, case: Case
) -> None:
    key = case.key
    better, worse = (judge(data.draw(values_near(key)), key) for _ in range(2))
    assume(better.level is not None and worse.level is not None)
    assert key.axis is not None
    assert better.place is not None
    assert worse.place is not None
    if key.axis.is_better(worse.place, better.place):
        better, worse = worse, better

    assert rank(better) <= rank(worse)


def rank(rating: Rating) -> int:
    """The place of the level on its scale, the best first."""
    assert rating.level is not None
    return rating.rule.scale.keys.index(rating.level)


# --- changes of unit and of sign

Change: TypeAlias = Callable[[Decimal], Decimal]


def changed(case: Case, number: Change, size: Change, polarity: Polarity) -> Case:
    """The same case told otherwise: every figure by *number*, every amount by *size*."""
    aim = case.target.aim
    if isinstance(aim, Range):
        ends = number(aim.low), number(aim.high)
        aim = Range(min(ends), max(ends))
    own = case.tolerance
    if own is not None and own.basis is ToleranceBasis.AMOUNT:
        own = Tolerance(size(own.size), own.basis)
    return Case(
        changed_rule(case.rule, number, size),
        polarity,
        evolve(case.target, aim=number(aim) if isinstance(aim, Decimal) else aim),
        own,
        tuple(
            (each, number(found) if isinstance(found, Decimal) else found)
            for each, found in case.others
        ),
    )


def changed_rule(rule: Rule, number: Change, size: Change) -> Rule:
    def of_figure(figure: Figure) -> Figure:
        return evolve(figure, of=number(figure.of)) if isinstance(figure.of, Decimal) else figure

    def of_allowance(by: Allowance) -> Allowance:
        if isinstance(by, Amount):
            return Amount(size(by.size))
        if isinstance(by, Percentage) and by.of is not None:
            return evolve(by, of=of_figure(by.of))
        return Widest(map(of_allowance, by.parts)) if isinstance(by, Widest) else by

    def of_reach(reach: Reach) -> Reach:
        if isinstance(reach, Edge):
            by = None if reach.by is None else of_allowance(reach.by)
            return evolve(reach, figure=of_figure(reach.figure), by=by)
        return evolve(reach, parts=[of_reach(each) for each in reach.parts])

    return evolve(rule, lines=[Line(each.level, of_reach(each.reach)) for each in rule.lines])


def negative(number: Decimal) -> Decimal:
    return number.copy_negate() if number else number


def unchanged(size: Decimal) -> Decimal:
    return size


@given(st.data(), cases(gaps=True, kinds=ALL))
def test_mirroring_polarity_and_signs_mirrors_the_answer(data: st.DataObject, case: Case) -> None:
    mirrored = changed(case, negative, unchanged, MIRRORED[case.polarity])
    value = data.draw(values_near(case.key))
    rating, mirror = case.rate(value), mirrored.rate(negative(value))

    assert (mirror.level, mirror.reasons) == (rating.level, rating.reasons)
    assert (mirror.margin, mirror.shortfall) == (rating.margin, rating.shortfall)


@given(
    st.data(),
    cases(gaps=True, kinds=(Percentage, Amount, OwnTolerance, UnstatedAllowance, Widest)),
    exact_numbers("0.001", 1000, decimals=3),
)
def test_another_unit_changes_no_rating(data: st.DataObject, case: Case, factor: Decimal) -> None:
    def in_unit(number: Decimal) -> Decimal:
        return exactly(multiply(number, factor))

    value = data.draw(values_near(case.key))
    rating = case.rate(value)
    told_otherwise = changed(case, in_unit, in_unit, case.polarity).rate(in_unit(value))

    assert (told_otherwise.level, told_otherwise.reasons) == (rating.level, rating.reasons)
    if rating.margin is not None:
        assert told_otherwise.margin == multiply(rating.margin, factor)


@given(st.data(), cases(gaps=True, kinds=ALL), st.integers(0, 6))
def test_moving_the_decimal_point_changes_no_rating(
    data: st.DataObject, case: Case, places: int
) -> None:
    """Thousands or millions: the last shown digit moves with the figures."""

    def moved(number: Decimal) -> Decimal:
        return number.scaleb(-places)

    value = data.draw(values_near(case.key))
    rating = case.rate(value)

    assert changed(case, moved, moved, case.polarity).rate(moved(value)).level == rating.level


# --- edges


EDGES = edges(figures=FIGURES, allowances=allowances(kinds=STATED, figures=FIGURES))


@given(st.data(), EDGES, ONE_WAY)
def test_an_included_edge_is_reached_at_equality_and_an_excluded_one_is_not(
    data: st.DataObject, edge: Edge, polarity: Polarity
) -> None:
    rule = Rule("rating", {"green": edge}, otherwise="red")
    others = tuple((each, data.draw(NUMBERS)) for each in others_in(rule))
    target, own = Target(data.draw(NUMBERS)), data.draw(tolerances(0, 20))
    case = Case(rule, polarity, target, own, others)
    [line] = case.key.lines
    assert line.certain is not None
    at = exactly(line.certain.at)
    hundredth = Decimal("0.01") if polarity is Polarity.HIGHER else Decimal("-0.01")

    assert line.certain.included is (edge.included and not is_empty_better(edge, line.certain))
    assert case.rate(at).level == ("green" if line.certain.included else "red")
    assert case.rate(exactly(add(at, hundredth))).level == "green"
    assert case.rate(exactly(subtract(at, hundredth))).level == "red"


def is_empty_better(edge: Edge, threshold: Threshold) -> bool:
    return edge.side is Side.BETTER and threshold.at == threshold.base


@given(st.data(), EDGES, ONE_WAY, NUMBERS, st.booleans())
def test_a_figure_equal_to_target_is_never_above_it(
    data: st.DataObject, edge: Edge, polarity: Polarity, target: Decimal, strict: bool
) -> None:
    """Not by an allowance of nothing either: 0 meets a target of 0, and does not exceed it."""
    by = edge.by or Percentage(10)
    exceeded = Edge(TARGET, Side.BETTER, by, included=edge.included)
    rule = Rule("rating", {"green": exceeded}, otherwise="red")
    others = tuple((each, data.draw(NUMBERS)) for each in others_in(rule))
    own = data.draw(tolerances(0, 20))
    case = Case(rule, polarity, Target(target, strict=strict), own, others)

    assert case.rate(target).level == "red"


@given(st.data(), cases())
def test_what_is_needed_for_the_next_level_is_exactly_enough(
    data: st.DataObject, case: Case
) -> None:
    rating = case.rate(data.draw(values_near(case.key)))
    line = rating.next_better
    assume(line is not None)
    assert line is not None
    assert line.certain is not None
    for at in figures_at(line.certain, case.key):
        reached = at if line.certain.included else a_little_better(at, case.key)

        assert case.rate(reached).level == line.level
        assert line.level != rating.level
        if not line.certain.included:
            assert case.rate(at).level != line.level


@given(st.data(), cases())
def test_nothing_less_than_what_is_needed_changes_the_level_for_the_better(
    data: st.DataObject, case: Case
) -> None:
    rating, other = (case.rate(data.draw(values_near(case.key))) for _ in range(2))
    if rank(other) >= rank(rating):
        return
    assert rating.next_better is not None
    assert rating.shortfall is not None
    assert rating.place is not None
    assert other.place is not None

    assert abs(Fraction(other.place) - Fraction(rating.place)) >= rating.shortfall
    assert rank(other) <= case.rule.scale.keys.index(rating.next_better.level)


@given(st.data(), cases())
def test_a_figure_keeps_its_level_within_its_margin_and_loses_it_beyond(
    data: st.DataObject, case: Case
) -> None:
    rating, worse = (case.rate(data.draw(values_near(case.key))) for _ in range(2))
    assert case.key.axis is not None
    assert rating.place is not None
    assert worse.place is not None
    if case.key.axis.is_better(worse.place, rating.place):
        rating, worse = worse, rating
    assert rating.place is not None
    assert worse.place is not None
    lost = abs(Fraction(worse.place) - Fraction(rating.place))

    if rating.margin is None or lost < rating.margin:
        assert worse.level == rating.level
    elif lost > rating.margin:
        assert worse.level != rating.level


@given(st.data(), cases(gaps=True, kinds=ALL, within_ranges=False))
def test_filling_a_gap_never_changes_a_level_already_given(
    data: st.DataObject, case: Case
) -> None:
    value = data.draw(values_near(case.key))
    given_before = case.rate(value)
    assume(given_before.level is not None)

    assert filled(data, case).rate(value).level == given_before.level


@given(st.data(), cases(gaps=True, kinds=ALL))
def test_with_every_gap_filled_nothing_is_unrated(data: st.DataObject, case: Case) -> None:
    value = data.draw(values_near(case.key))

    assert filled(data, case, all_of_them=True).rate(value).level is not None


def filled(data: st.DataObject, case: Case, *, all_of_them: bool = False) -> Case:
    """The case with some of what was missing, or left open, filled in."""

    def fill(found: Decimal | Missing) -> Decimal | Missing:
        if isinstance(found, Missing) and (all_of_them or data.draw(st.booleans())):
            return data.draw(NUMBERS)
        return found

    def state(by: Allowance) -> Allowance:
        if isinstance(by, UnstatedAllowance) and (all_of_them or data.draw(st.booleans())):
            return Amount(data.draw(exact_numbers(0, 20, decimals=1)))
        return Widest(map(state, by.parts)) if isinstance(by, Widest) else by

    def in_reach(reach: Reach) -> Reach:
        if isinstance(reach, Edge):
            return reach if reach.by is None else evolve(reach, by=state(reach.by))
        return evolve(reach, parts=[in_reach(each) for each in reach.parts])

    aim = case.target.aim
    assert isinstance(aim, Decimal | Range | Missing)
    own = case.tolerance
    if own is None and (all_of_them or data.draw(st.booleans())):
        own = data.draw(tolerances(0, 20))
        if isinstance(aim, Range):
            own = evolve(own, basis=ToleranceBasis.AMOUNT)
    lines = [Line(each.level, in_reach(each.reach)) for each in case.rule.lines]
    return Case(
        evolve(case.rule, lines=lines),
        case.polarity,
        case.target if isinstance(aim, Range) else evolve(case.target, aim=fill(aim)),
        own,
        tuple((each, fill(found)) for each, found in case.others),
    )


# --- nobody's settings


#: Settings that a careless caller may have left behind, with every trap set.
CONTEXTS = st.builds(
    decimal.Context,
    prec=st.integers(1, 5),
    rounding=st.sampled_from([decimal.ROUND_UP, decimal.ROUND_FLOOR, decimal.ROUND_HALF_EVEN]),
    Emin=st.just(-9),
    Emax=st.just(9),
    traps=st.just([decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.FloatOperation]),
)


@given(st.data(), cases(gaps=True, kinds=ALL), CONTEXTS)
def test_nothing_changes_under_another_decimal_context(
    data: st.DataObject, case: Case, context: decimal.Context
) -> None:
    value = data.draw(values_near(case.key))

    def everything() -> tuple[object, ...]:
        rating = case.rate(value)
        return rating, rating.level, rating.reason, rating.margin, rating.shortfall

    expected = everything()
    with decimal.localcontext(context) as settings:
        found = everything()
        assert not any(settings.flags.values())
        assert (settings.prec, settings.rounding) == (context.prec, context.rounding)

    assert found == expected
