"""Ratings, worked out by hand: every figure, edge, allowance and polarity, at its edges."""

from __future__ import annotations

from asking import Group

from councilperf import (
    FLOOR,
    LAST_REPORTED,
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    PREVIOUS_YEAR_END,
    SAME_PERIOD_LAST_YEAR,
    STRETCH,
    TARGET,
    UNSTATED,
    Amount,
    Edge,
    Figure,
    LastDigit,
    Level,
    OwnTolerance,
    Percentage,
    Rule,
    Scale,
    Widest,
    all_of,
    any_of,
    benchmark,
    constant,
)
from councilperf.rules import (
    ANNUAL_TARGET,
    BEST_POSSIBLE,
    PERIOD_TARGET,
    PROFILED_TARGET,
    YEAR_TO_DATE_TARGET,
    Allowance,
    Reach,
)

__all__ = ["RATINGS"]


def key(green: Reach, amber: Reach | None = None) -> Rule:
    """Return a rule of three colours, or of two."""
    lines = {"green": green} if amber is None else {"green": green, "amber": amber}
    return Rule("rating", lines, otherwise="red")


def within(allowance: Allowance | str) -> Rule:
    """Return the usual key: green at the target, amber within an allowance of it."""
    return key(TARGET, TARGET.worse_by(allowance))


def at(kind: str, of: str | int | None = None) -> Edge:
    """Return the edge at a figure."""
    return Edge(Figure(kind, of))


TEN = within("10%")
_FOUR = Scale(
    "four colours",
    [
        Level("blue", good=True),
        Level("green", good=True),
        Level("amber"),
        Level("red"),
    ],
)
EXCEEDED = Rule(
    "rating",
    {"blue": TARGET.better_by("5%"), "green": TARGET, "amber": TARGET.worse_by("5%")},
    otherwise="red",
    scale=_FOUR,
)
BEYOND = key(TARGET, TARGET.worse_by("10%").beyond())

EDGES = (
    Group(
        "ten-per-cent/higher",
        TEN,
        {"60": "green", "52": "green", "51.9": "amber", "46.8": "amber", "46.7": "red"},
        "52",
        source="Maidstone Borough Council: amber within 10% of the target",
    ),
    Group(
        "ten-per-cent/lower",
        TEN,
        {"0": "green", "52": "green", "52.1": "amber", "57.2": "amber", "57.3": "red"},
        "52",
        "lower",
        source="Maidstone Borough Council: amber within 10% of the target",
    ),
    Group(
        "ten-per-cent/of-nought/higher",
        TEN,
        {"1": "green", "0": "green", "-0.1": "red"},
        "0",
    ),
    Group(
        "ten-per-cent/of-nought/lower",
        TEN,
        {"-1": "green", "0": "green", "0.1": "red"},
        "0",
        "lower",
    ),
    Group(
        "ten-per-cent/negative/higher",
        TEN,
        {"0": "green", "-20": "green", "-20.1": "amber", "-22": "amber", "-22.1": "red"},
        "-20",
    ),
    Group(
        "ten-per-cent/negative/lower",
        TEN,
        {"-21": "green", "-20": "green", "-19.9": "amber", "-18": "amber", "-17.9": "red"},
        "-20",
        "lower",
    ),
    Group(
        "ten-per-cent/no-way-is-better",
        TEN,
        {"60": "?data_only", "?no_data": "?no_data data_only"},
        "52",
        "none",
    ),
    Group(
        "edge-left-out/higher",
        BEYOND,
        {"52": "green", "46.9": "amber", "46.8": "red", "46.7": "red"},
        "52",
        source="Belfast City Council: amber within the edge, itself left out",
    ),
    Group(
        "edge-left-out/lower",
        BEYOND,
        {"52": "green", "57.1": "amber", "57.2": "red", "57.3": "red"},
        "52",
        "lower",
    ),
    Group(
        "target-left-out/higher",
        key(TARGET.beyond(), TARGET),
        {"52.1": "green", "52": "amber", "51.9": "red"},
        "52",
    ),
    Group(
        "target-left-out/lower",
        key(TARGET.beyond(), TARGET),
        {"51.9": "green", "52": "amber", "52.1": "red"},
        "52",
        "lower",
    ),
    Group(
        "exceeded/higher",
        EXCEEDED,
        {
            "42": "blue",
            "41.9": "green",
            "40": "green",
            "39.9": "amber",
            "38": "amber",
            "37.9": "red",
        },
        "40",
    ),
    Group(
        "exceeded/lower",
        EXCEEDED,
        {
            "38": "blue",
            "38.1": "green",
            "40": "green",
            "40.1": "amber",
            "42": "amber",
            "42.1": "red",
        },
        "40",
        "lower",
    ),
    # Better by 5% of nought is no better: equal to the target is never above it.
    Group("exceeded/of-nought/higher", EXCEEDED, {"1": "blue", "0": "green", "-1": "red"}, "0"),
    Group(
        "exceeded/of-nought/lower",
        EXCEEDED,
        {"-1": "blue", "0": "green", "1": "red"},
        "0",
        "lower",
    ),
    Group(
        "exceeded/negative/higher",
        EXCEEDED,
        {"-38": "blue", "-38.1": "green", "-40": "green", "-42": "amber", "-42.1": "red"},
        "-40",
    ),
    Group(
        "strict-target/higher",
        TEN,
        {"5.1": "green", "5": "amber", "4.5": "amber", "4.4": "red"},
        "5 strict",
    ),
    Group(
        "strict-target/lower",
        TEN,
        {"4.9": "green", "5": "amber", "5.5": "amber", "5.6": "red"},
        "5 strict",
        "lower",
    ),
)

# Each figure lies exactly on its edge: worked out in whole numbers of the last digit.
FLOAT_TRAPS = tuple(
    Group(
        f"on-the-edge/{percent}%-of-{target}/{polarity}",
        within(f"{percent}%"),
        answers,
        target,
        polarity,
    )
    for target, percent, polarity, answers in (
        ("1.1", "10", "higher", {"0.99": "amber", "0.989": "red"}),
        ("33", "8", "higher", {"30.36": "amber", "30.359": "red"}),
        ("5.9", "25", "higher", {"4.425": "amber", "4.424": "red"}),
        ("121.4", "2", "higher", {"118.972": "amber", "118.971": "red"}),
        ("269.8", "20", "higher", {"215.84": "amber", "215.839": "red"}),
        ("294.1", "10", "higher", {"264.69": "amber", "264.689": "red"}),
        ("71", "15", "lower", {"81.65": "amber", "81.651": "red"}),
        ("53.4", "2", "lower", {"54.468": "amber", "54.469": "red"}),
        ("199.6", "20", "lower", {"239.52": "amber", "239.521": "red"}),
        ("177.6", "20", "lower", {"213.12": "amber", "213.121": "red"}),
        (
            "100000000000000000000000000000001",
            "10",
            "higher",
            {
                "90000000000000000000000000000000.9": "amber",
                "90000000000000000000000000000000.8": "red",
            },
        ),
    )
)

ALLOWANCES = (
    Group(
        "points/higher",
        within(Amount("2.5")),
        {"80": "green", "77.5": "amber", "77.4": "red"},
        "80",
        unit="percent",
    ),
    Group(
        "points/lower",
        within(Amount("2.5")),
        {"80": "green", "82.5": "amber", "82.6": "red"},
        "80",
        "lower",
        unit="percent",
    ),
    Group(
        "points/of-nought", within(Amount("2")), {"0": "green", "-2": "amber", "-2.1": "red"}, "0"
    ),
    Group("no-points", within(Amount("0")), {"80": "green", "79.9": "red"}, "80"),
    Group(
        "last-digit/higher",
        within(LastDigit()),
        {"46.8": "green", "46.7": "amber", "46.6": "red"},
        "46.8",
    ),
    Group(
        "last-digit/lower",
        within(LastDigit()),
        {"46": "green", "47": "amber", "48": "red"},
        "46",
        "lower",
    ),
    # The noughts after the point are shown digits.
    Group(
        "last-digit/shown-noughts",
        within(LastDigit()),
        {"46": "green", "45.99": "amber", "45.9": "red"},
        "46.00",
    ),
    Group("last-digit/two", within(LastDigit("2")), {"46.6": "amber", "46.5": "red"}, "46.8"),
    Group(
        "own-tolerance/percentage",
        within(OWN_TOLERANCE),
        {"200": "green", "190": "amber", "189": "red"},
        "200",
        tolerance="5%",
        source="Cheshire East Council: amber within each indicator's own tolerance",
    ),
    Group(
        "own-tolerance/amount",
        within(OWN_TOLERANCE),
        {"200": "green", "195": "amber", "194": "red"},
        "200",
        tolerance="5",
    ),
    Group(
        "own-tolerance/twice",
        within(OwnTolerance("2")),
        {"180": "amber", "179": "red"},
        "200",
        tolerance="5%",
    ),
    Group(
        "own-tolerance/none-given",
        within(OWN_TOLERANCE),
        {"200": "green", "199": "?edge_unstated"},
        "200",
    ),
    Group(
        "percentage-of-another",
        within(Percentage(5, of=ANNUAL_TARGET.figure)),
        {"50": "green", "40": "amber", "39.9": "red"},
        "50",
        figures={"annual_target": "200"},
    ),
    Group(
        "percentage-of-another/missing",
        within(Percentage(5, of=ANNUAL_TARGET.figure)),
        {"50": "green", "49.9": "?no_target"},
        "50",
    ),
    Group(
        "widest/percentage",
        within(Widest([Percentage(5), Amount(1)])),
        {"95": "amber", "94.9": "red"},
        "100",
    ),
    Group(
        "widest/amount",
        within(Widest([Percentage(5), Amount(1)])),
        {"9": "amber", "8.9": "red"},
        "10",
    ),
    Group(
        "unstated",
        within(UNSTATED),
        {"52": "green", "51.9": "?edge_unstated", "1": "?edge_unstated"},
        "52",
    ),
    Group(
        "unstated/lower",
        within(UNSTATED),
        {"52": "green", "52.1": "?edge_unstated"},
        "52",
        "lower",
    ),
    # However much "clearly better" is, what is no better than the target is not it.
    Group(
        "unstated/better",
        key(TARGET.better_by(UNSTATED), TARGET.worse_by("10%")),
        {"53": "?edge_unstated", "52": "amber", "46.7": "red"},
        "52",
    ),
)

_NAMED = (
    ("annual_target", ANNUAL_TARGET),
    ("period_target", PERIOD_TARGET),
    ("profiled_target", PROFILED_TARGET),
    ("year_to_date_target", YEAR_TO_DATE_TARGET),
    ("floor", FLOOR),
    ("stretch", STRETCH),
    ("best_possible", BEST_POSSIBLE),
    ("previous_period", PREVIOUS_PERIOD),
    ("same_period_last_year", SAME_PERIOD_LAST_YEAR),
    ("previous_year_end", PREVIOUS_YEAR_END),
    ("last_reported", LAST_REPORTED),
    ("reported_back 2", at("reported_back", 2)),
    ("periods_back 4", at("periods_back", 4)),
    ("trend_start 5", at("trend_start", 5)),
    ("trend_end 5", at("trend_end", 5)),
    ("benchmark England", benchmark("England")),
)
_NOT_THERE = {
    "reported_back 2": "no_previous",
    "periods_back 4": "no_previous",
    "trend_start 5": "no_previous",
    "trend_end 5": "no_data",
    "benchmark England": "no_benchmark",
    "previous_period": "no_previous",
    "same_period_last_year": "no_previous",
    "previous_year_end": "no_previous",
    "last_reported": "no_previous",
}
FIGURES = (
    *(
        Group(
            f"figure/{name.replace(' ', '-')}",
            key(edge, edge.worse_by("10%")),
            {"50": "green", "49.9": "amber", "45": "amber", "44.9": "red"},
            figures={name: "50"},
        )
        for name, edge in _NAMED
    ),
    *(
        Group(
            f"figure/{name.replace(' ', '-')}/not-given",
            key(edge),
            {"50": f"?{_NOT_THERE.get(name, 'no_target')}"},
        )
        for name, edge in _NAMED
    ),
    Group(
        "figure/constant",
        key(constant(80), constant("72.5")),
        {"80": "green", "79.9": "amber", "72.5": "amber", "72.4": "red"},
    ),
    Group(
        "figure/constant/lower",
        key(constant(5), constant(10)),
        {"5": "green", "10": "amber", "10.1": "red"},
        polarity="lower",
    ),
    # A figure that a paper prints as withheld stays so.
    Group(
        "figure/missing-with-its-reason",
        key(FLOOR),
        {"50": "?withheld"},
        figures={"floor": "?withheld"},
    ),
)

SEVERAL = (
    Group(
        "any-of/higher",
        key(TARGET, any_of(TARGET.worse_by("10%"), SAME_PERIOD_LAST_YEAR)),
        {"50": "green", "45": "amber", "40": "amber", "39.9": "red"},
        "50",
        figures={"same_period_last_year": "40"},
    ),
    Group(
        "any-of/lower",
        key(TARGET, any_of(TARGET.worse_by("10%"), SAME_PERIOD_LAST_YEAR)),
        {"50": "green", "55": "amber", "60": "amber", "60.1": "red"},
        "50",
        "lower",
        figures={"same_period_last_year": "60"},
    ),
    # Where one edge is enough, one that is missing matters only below the other.
    Group(
        "any-of/one-missing",
        key(TARGET, any_of(TARGET.worse_by("10%"), SAME_PERIOD_LAST_YEAR)),
        {"50": "green", "45": "amber", "44.9": "?no_previous"},
        "50",
    ),
    Group(
        "all-of/higher",
        key(all_of(TARGET, PREVIOUS_PERIOD), TARGET),
        {"60": "green", "59.9": "amber", "50": "amber", "49.9": "red"},
        "50",
        figures={"previous_period": "60"},
    ),
    # Where all are needed, one that is missing matters only above the others.
    Group(
        "all-of/one-missing",
        key(all_of(TARGET, PREVIOUS_PERIOD), TARGET),
        {"60": "?no_previous", "50": "?no_previous", "49.9": "red"},
        "50",
    ),
    Group(
        "any-of-all",
        key(any_of(all_of(TARGET, FLOOR.beyond()), STRETCH), FLOOR),
        {"90": "green", "80": "green", "79": "amber", "60": "amber", "59": "red"},
        "80",
        figures={"floor": "60", "stretch": "90"},
    ),
    # An earlier line that is missing leaves a later one undecided.
    Group(
        "earlier-line-missing",
        key(STRETCH, TARGET),
        {"60": "?no_target", "49.9": "?no_target"},
        "50",
    ),
    Group(
        "gap-that-cannot-matter",
        Rule("rating", {"green": TARGET, "amber": SAME_PERIOD_LAST_YEAR}, otherwise="amber"),
        {"50": "green", "10": "amber"},
        "50",
    ),
)

RANGES = (
    Group(
        "range/width",
        within(Percentage(10, of=Figure("range_width"))),
        {
            "45": "green",
            "50": "green",
            "55": "green",
            "44": "amber",
            "56": "amber",
            "43.9": "red",
            "56.1": "red",
        },
        "45 to 55",
        "range",
    ),
    Group(
        "range/larger-bound",
        within(Percentage(10, of=Figure("larger_bound"))),
        {"55": "green", "39.5": "amber", "60.5": "amber", "39.4": "red", "60.6": "red"},
        "45 to 55",
        "range",
    ),
    Group(
        "range/points",
        within(Amount(3)),
        {"42": "amber", "58": "amber", "41.9": "red", "58.1": "red"},
        "45 to 55",
        "range",
    ),
    Group(
        "range/one-figure",
        within(Amount(3)),
        {"50": "green", "47": "amber", "53": "amber", "53.1": "red"},
        "50",
        "range",
    ),
    Group(
        "range/across-nought",
        within(Amount(1)),
        {"0": "green", "-2": "green", "-3": "amber", "3.1": "red"},
        "-2 to 2",
        "range",
    ),
    # A percentage of a range is nothing until the rule says of what.
    Group(
        "range/percentage-of-nothing",
        TEN,
        {"50": "green", "44": "?edge_unstated"},
        "45 to 55",
        "range",
    ),
    Group("range/no-target", TEN, {"50": "?no_target"}, "", "range"),
)

OTHER_VALUES = (
    Group(
        "date",
        within(Amount(14)),
        {"2024-03-30": "green", "2024-03-31": "green", "2024-04-14": "amber", "2024-04-15": "red"},
        "2024-03-31",
        "lower",
    ),
    # Sooner is better for a date, unless the indicator says that later is.
    Group(
        "date/later-is-better",
        within(Amount(14)),
        {"2024-04-01": "green", "2024-03-17": "amber", "2024-03-16": "red"},
        "2024-03-31",
        "higher",
    ),
    Group(
        "date/percentage",
        TEN,
        {"2024-03-31": "green", "2024-04-01": "?edge_unstated"},
        "2024-03-31",
        "lower",
    ),
    Group("date/number", TEN, {"12": "?not_comparable"}, "2024-03-31", "lower"),
    Group("answer", TEN, {"yes": "green", "no": "red"}, "yes"),
    Group("answer/no-is-right", TEN, {"yes": "red", "no": "green"}, "no"),
    Group("answer/allowances-reach-nothing", within(Amount(1000)), {"no": "red"}, "yes"),
)

_REASONS = (
    "no_data not_due not_applicable suppressed none_recorded withheld suspended carried_over "
    "baselining series_break not_comparable"
)
MISSING = (
    Group("missing", TEN, {f"?{each}": f"?{each}" for each in _REASONS.split()}, "52"),
    # The most telling reason comes first.
    Group(
        "missing/both",
        TEN,
        {"?no_data": "?no_data no_target", "?baselining": "?no_target baselining"},
    ),
    Group("missing/target-pending", TEN, {"52": "?target_pending"}, "?target_pending"),
    Group("missing/no-target", TEN, {"52": "?no_target"}),
    Group("judged-by-people", Rule("rating", judged=True), {"52": "?not_judged"}, "52"),
)

RATINGS = (*EDGES, *FLOAT_TRAPS, *ALLOWANCES, *FIGURES, *SEVERAL, *RANGES, *OTHER_VALUES, *MISSING)
