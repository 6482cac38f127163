"""Directions of travel, tallies and whole scorecards, worked out by hand."""

from __future__ import annotations

from typing import Any, NamedTuple

from asking import document, result, value

from councilperf import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    Amount,
    Indicator,
    Is,
    Missing,
    NamedCondition,
    Observation,
    ReportingPeriod,
    Rule,
    RuleSet,
    Scale,
    Scorecard,
    ScorecardRow,
    Share,
    Target,
    Tolerance,
    Validity,
)
from councilperf.presets import CHESHIRE_EAST, EAST_SUSSEX, HAVERING_2013
from councilperf.rules import Reach

__all__ = ["ASSESSMENTS", "TALLIES", "TRAVELS"]


class Move(NamedTuple):
    """A figure held against an earlier one: its verdict, movement and percentage change."""

    name: str
    rule: Rule
    value: str
    previous: str
    polarity: str
    level: str
    movement: str
    change: str
    tolerance: str = ""

    def case(self) -> tuple[str, dict[str, Any], dict[str, Any]]:
        """Return the name, the question and the answer."""
        question = {
            "ask": "travel",
            "rule": document(self.rule),
            "polarity": self.polarity,
            "value": value(self.value),
            "previous": value(self.previous),
        }
        if self.tolerance:
            question["tolerance"] = {"size": self.tolerance.removesuffix("%"), "basis": "percent"}
        answer = {
            **result(self.level),
            "movement": self.movement or None,
            "percentage_change": self.change or None,
        }
        return self.name, question, answer


def arrows(better: Reach, same: Reach) -> Rule:
    """Return a rule of three arrows."""
    return Rule(
        "travel", {"improving": better, "static": same}, otherwise="worsening", scale=TRAVEL
    )


PLAIN = arrows(PREVIOUS_PERIOD.beyond(), PREVIOUS_PERIOD)
YEAR = arrows(SAME_PERIOD_LAST_YEAR.beyond(), SAME_PERIOD_LAST_YEAR)
BAND = arrows(PREVIOUS_PERIOD.better_by("10%").beyond(), PREVIOUS_PERIOD.worse_by("10%"))
POINTS = arrows(PREVIOUS_PERIOD.better_by(Amount(1)), PREVIOUS_PERIOD.worse_by(Amount(1)).beyond())
OWN = arrows(
    PREVIOUS_PERIOD.better_by(OWN_TOLERANCE).beyond(), PREVIOUS_PERIOD.worse_by(OWN_TOLERANCE)
)

TRAVELS = (
    Move("plain/higher/up", PLAIN, "12", "10", "higher", "improving", "up", "20.0"),
    Move("plain/higher/flat", PLAIN, "10.0", "10", "higher", "static", "flat", "0.0"),
    Move("plain/higher/down", PLAIN, "8", "10", "higher", "worsening", "down", "-20.0"),
    Move("plain/lower/up", PLAIN, "12", "10", "lower", "worsening", "up", "20.0"),
    Move("plain/lower/flat", PLAIN, "10", "10", "lower", "static", "flat", "0.0"),
    Move("plain/lower/down", PLAIN, "8", "10", "lower", "improving", "down", "-20.0"),
    Move("plain/none/up", PLAIN, "12", "10", "none", "?data_only", "up", "20.0"),
    Move("plain/none/down", PLAIN, "8", "10", "none", "?data_only", "down", "-20.0"),
    Move("plain/from-nought", PLAIN, "3", "0", "higher", "improving", "up", ""),
    Move("plain/to-nought", PLAIN, "0", "3", "lower", "improving", "down", "-100.0"),
    Move("plain/nought-to-nought", PLAIN, "0", "0", "lower", "static", "flat", ""),
    Move("plain/negative/higher", PLAIN, "-8", "-10", "higher", "improving", "up", "20.0"),
    Move("plain/negative/lower", PLAIN, "-12", "-10", "lower", "improving", "down", "-20.0"),
    Move("plain/across-nought", PLAIN, "5", "-5", "higher", "improving", "up", ""),
    Move("plain/a-tenth", PLAIN, "0.3", "0.2", "higher", "improving", "up", "50.0"),
    Move("plain/a-third", PLAIN, "4", "3", "lower", "worsening", "up", "33.3"),
    # 1 of 16 is 6.25%, and halves go away from nought.
    Move("plain/half-up", PLAIN, "17", "16", "higher", "improving", "up", "6.3"),
    Move("plain/half-down", PLAIN, "15", "16", "higher", "worsening", "down", "-6.3"),
    Move("plain/no-earlier-figure", PLAIN, "12", "?no_data", "higher", "?no_previous", "", ""),
    Move("plain/no-figure", PLAIN, "?not_due", "10", "higher", "?not_due", "", ""),
    Move(
        "plain/neither",
        PLAIN,
        "?suppressed",
        "?no_data",
        "higher",
        "?suppressed no_previous",
        "",
        "",
    ),
    Move("plain/date-sooner", PLAIN, "2024-03-01", "2024-03-31", "lower", "improving", "down", ""),
    Move("plain/date-later", PLAIN, "2024-04-01", "2024-03-31", "lower", "worsening", "up", ""),
    Move("last-year/up", YEAR, "12", "10", "higher", "improving", "up", "20.0"),
    Move("last-year/none", YEAR, "12", "?no_data", "higher", "?no_previous", "", ""),
    Move("band/better-at-the-edge", BAND, "110", "100", "higher", "static", "up", "10.0"),
    Move("band/better-beyond-it", BAND, "110.1", "100", "higher", "improving", "up", "10.1"),
    Move("band/worse-at-the-edge", BAND, "90", "100", "higher", "static", "down", "-10.0"),
    Move("band/worse-beyond-it", BAND, "89.9", "100", "higher", "worsening", "down", "-10.1"),
    Move("band/lower/better-at-the-edge", BAND, "90", "100", "lower", "static", "down", "-10.0"),
    Move(
        "band/lower/better-beyond-it", BAND, "89.9", "100", "lower", "improving", "down", "-10.1"
    ),
    Move("band/lower/worse-at-the-edge", BAND, "110", "100", "lower", "static", "up", "10.0"),
    Move("band/lower/worse-beyond-it", BAND, "110.1", "100", "lower", "worsening", "up", "10.1"),
    # 10% of nought is nought.
    Move("band/from-nought", BAND, "0.1", "0", "higher", "improving", "up", ""),
    Move("band/at-nought", BAND, "0", "0", "higher", "static", "flat", ""),
    Move("band/negative/better", BAND, "-9", "-10", "higher", "static", "up", "10.0"),
    Move("band/negative/beyond", BAND, "-8.9", "-10", "higher", "improving", "up", "11.0"),
    Move("band/negative/worse", BAND, "-11.1", "-10", "higher", "worsening", "down", "-11.0"),
    # 1.21 is 1.1 and a tenth of it, which floats miss.
    Move("band/floats-miss-the-edge", BAND, "1.21", "1.1", "higher", "static", "up", "10.0"),
    Move("band/floats-miss-the-other", BAND, "0.99", "1.1", "higher", "static", "down", "-10.0"),
    Move("points/better-at-the-edge", POINTS, "51", "50", "higher", "improving", "up", "2.0"),
    Move("points/within", POINTS, "50.9", "50", "higher", "static", "up", "1.8"),
    Move("points/worse-at-the-edge", POINTS, "49", "50", "higher", "worsening", "down", "-2.0"),
    Move("own/at-the-edge", OWN, "105", "100", "higher", "static", "up", "5.0", "5%"),
    Move("own/beyond-it", OWN, "105.1", "100", "higher", "improving", "up", "5.1", "5%"),
    Move("own/none-given", OWN, "105", "100", "higher", "?edge_unstated", "up", "5.0"),
)


class Count(NamedTuple):
    """Results on a scale, with what they add up to."""

    name: str
    scale: Scale
    levels: dict[str, int]
    unrated: dict[str, int]
    of_all: tuple[str | None, ...]
    of_rated: tuple[str | None, ...]
    rated: int
    order: tuple[str, ...] = ()

    def case(self) -> tuple[str, dict[str, Any], dict[str, Any]]:
        """Return the name, the question and the answer."""
        results: list[dict[str, Any]] = [
            {"level": level} for level, count in self.levels.items() for _ in range(count)
        ]
        for reason, count in self.unrated.items():
            results += [{"reasons": reason.split()}] * count
        counts: dict[str, int] = {}
        for reason, count in self.unrated.items():
            first = reason.split()[0]
            counts[first] = counts.get(first, 0) + count
        keys = self.scale.keys
        answer = {
            "levels": {key: self.levels.get(key, 0) for key in keys},
            "unrated": counts,
            "total": sum(self.levels.values()) + sum(counts.values()),
            "rated": self.rated,
            "percent_of_all": dict(zip(keys, self.of_all, strict=True)),
            "percent_of_rated": dict(zip(keys, self.of_rated, strict=True)),
        }
        question = {"ask": "tally", "scale": document(self.scale), "results": results}
        return self.name, question, answer


_NONE = (None, None, None)
TALLIES = (
    Count("nothing", RAG, {}, {}, _NONE, _NONE, 0),
    Count("all-green", RAG, {"green": 4}, {}, ("100", "0", "0"), ("100", "0", "0"), 4),
    Count(
        "maidstone",
        RAG,
        {"green": 16, "amber": 13, "red": 9},
        {"data_only": 4},
        ("38", "31", "21"),
        ("42", "34", "24"),
        38,
    ),
    Count(
        "each-unrated-item-once",
        RAG,
        {"green": 1},
        {"no_data no_target": 2, "no_target": 1},
        ("25", "0", "0"),
        ("100", "0", "0"),
        1,
    ),
    Count("none-rated", RAG, {}, {"not_due": 3}, ("0", "0", "0"), _NONE, 0),
    # Halves go up: 1 of 8 is 12.5%, 3 of 8 is 37.5%, 4 of 8 is 50%.
    Count(
        "halves",
        RAG,
        {"green": 1, "amber": 3, "red": 4},
        {},
        ("13", "38", "50"),
        ("13", "38", "50"),
        8,
    ),
    Count(
        "five-eighths", RAG, {"green": 5, "red": 3}, {}, ("63", "0", "38"), ("63", "0", "38"), 8
    ),
    Count(
        "thirds",
        RAG,
        {"green": 1, "amber": 1, "red": 1},
        {},
        ("33", "33", "33"),
        ("33", "33", "33"),
        3,
    ),
    Count(
        "two-hundred", RAG, {"green": 1, "red": 199}, {}, ("1", "0", "100"), ("1", "0", "100"), 200
    ),
    Count(
        "arrows",
        TRAVEL,
        {"improving": 11, "static": 12, "worsening": 18},
        {"no_previous": 1},
        ("26", "29", "43"),
        ("27", "29", "44"),
        41,
    ),
)

Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
YEAR_END = ReportingPeriod.financial_year(2019)
YEAR_BEFORE = ReportingPeriod.financial_year(2018)
LAST_YEAR, THIS_YEAR = ReportingPeriod.quarter(2012, 2), ReportingPeriod.quarter(2013, 2)
FIVE_PER_CENT = Tolerance.parse("5%")


def figure(text: str) -> str | Missing:
    """Return a number, or why there is none."""
    return Missing(text[1:]) if text.startswith("?") else text


def row(
    reference: str,
    figures: dict[ReportingPeriod, str],
    target: str = "",
    polarity: str = "higher",
    **more: Any,
) -> ScorecardRow:
    """Return a row of a scorecard."""
    return ScorecardRow(
        Indicator(reference, f"Indicator {reference}", polarity=polarity, **more),
        [Observation(period, figure(text)) for period, text in figures.items()],
        [Target(target)] if target else [],
    )


class Card(NamedTuple):
    """A scorecard with every level of each of its rows, and what they add up to."""

    name: str
    rules: RuleSet
    period: ReportingPeriod
    rows: tuple[ScorecardRow, ...]
    levels: dict[str, str]
    shares: dict[str, tuple[int, int, str | None]]
    exceptions: tuple[str, ...]

    def case(self) -> tuple[str, dict[str, Any], dict[str, Any]]:
        """Return the name, the question and the answer."""
        names = self.rules.judgements
        rows = [
            {
                "reference": reference,
                "results": {
                    name: result(level.strip())
                    for name, level in zip(names, levels.split(","), strict=True)
                },
            }
            for reference, levels in self.levels.items()
        ]
        answer = {
            "rows": rows,
            "shares": {
                name: {"members": members, "base": base, "shown": shown}
                for name, (members, base, shown) in self.shares.items()
            },
            "exceptions": list(self.exceptions),
        }
        question = {
            "ask": "assessment",
            "rules": document(self.rules),
            "scorecard": document(Scorecard(f"Scorecard {self.name}", self.rows)),
            "period": self.period.code,
        }
        return self.name, question, answer


CONDITIONS = RuleSet(
    "conditions",
    "Our council",
    [
        Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("service", "Housing")),
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"),
        PLAIN,
    ],
    shares=[
        Share("on target", Is("rating", "green")),
        Share("on target, of the rated", Is("rating", "green"), over=~Is("rating", "unrated")),
        Share("no worse", ~Is("travel", "worsening"), over=~Is("travel", "unrated"), decimals=1),
    ],
    exceptions=[
        NamedCondition("red twice running", Is("rating", "red", running=2)),
        NamedCondition("red and worsening", Is("rating", "red") & Is("travel", "worsening")),
        NamedCondition("no figure", Is("rating", "no_data") | Is("rating", "suppressed")),
    ],
)

ASSESSMENTS = (
    Card(
        "conditions",
        CONDITIONS,
        Q2,
        (
            row("H1", {Q1: "52", Q2: "51"}, "52", service="Housing"),
            row("H2", {Q1: "40", Q2: "45"}, "52", service="Housing"),
            row("P1", {Q1: "52", Q2: "51"}, "52", service="Planning"),
            row("P2", {Q1: "9", Q2: "9"}, "10", "lower", service="Planning"),
            row("P3", {Q2: "7"}, service="Planning"),
            row("P4", {Q1: "30"}, "20", service="Planning"),
            row("P5", {Q1: "1", Q2: "2"}, "5", "none", service="Planning"),
        ),
        {
            "H1": "red, worsening",
            "H2": "red, improving",
            "P1": "amber, worsening",
            "P2": "green, static",
            "P3": "?no_target, ?no_previous",
            "P4": "?no_data, ?no_data",
            "P5": "?data_only, ?data_only",
        },
        {
            "on target": (1, 7, "14"),
            "on target, of the rated": (1, 4, "25"),
            "no worse": (2, 4, "50.0"),
        },
        ("H1", "H2", "P4"),
    ),
    Card(
        "outside-the-years-of-the-rules",
        CONDITIONS.valid_for(Validity(YEAR_END)).valid_for(
            Validity(ReportingPeriod.financial_year(2020))
        ),
        Q2,
        (row("H1", {Q1: "52", Q2: "51"}, "52"),),
        {"H1": "?outside_validity, ?outside_validity"},
        {
            "on target": (0, 1, "0"),
            "on target, of the rated": (0, 0, None),
            "no worse": (0, 0, None),
        },
        (),
    ),
    Card(
        "havering-2013",
        HAVERING_2013,
        ReportingPeriod.quarter(2013, 2),
        (
            row("A", {LAST_YEAR: "80", THIS_YEAR: "90"}, "100"),
            row("B", {LAST_YEAR: "80", THIS_YEAR: "85"}, "100"),
            row("C", {LAST_YEAR: "80", THIS_YEAR: "79"}, "100"),
            row("D", {THIS_YEAR: "90"}, "100"),
            row("E", {THIS_YEAR: "85"}, "100"),
        ),
        {
            "A": "green, better",
            "B": "amber, better",
            "C": "red, worse",
            "D": "green, ?no_previous",
            "E": "?no_previous, ?no_previous",
        },
        {"green": (2, 4, "50"), "amber": (1, 4, "25"), "red": (1, 4, "25")},
        ("C",),
    ),
    Card(
        "east-sussex/outturn",
        EAST_SUSSEX,
        YEAR_END,
        (
            row("A", {YEAR_BEFORE: "40", YEAR_END: "45"}, "45"),
            row("B", {YEAR_BEFORE: "44", YEAR_END: "44"}, "45", best_possible="100"),
            row("C", {YEAR_BEFORE: "44", YEAR_END: "?carried_over"}, "45", best_possible="100"),
            row("D", {YEAR_BEFORE: "0", YEAR_END: "0"}, "9.5", "lower", best_possible="0"),
            # It may be the best there can be, which is not given.
            row("E", {YEAR_BEFORE: "44", YEAR_END: "44"}, "45"),
        ),
        {
            "A": "green, ?no_rule, improved_or_at_maximum",
            "B": "red, ?no_rule, no_change",
            "C": "?carried_over, ?no_rule, ?carried_over",
            "D": "green, ?no_rule, improved_or_at_maximum",
            "E": "red, ?no_rule, ?no_target",
        },
        {"green": (2, 4, "50")},
        (),
    ),
    Card(
        "cheshire-east",
        CHESHIRE_EAST,
        Q2,
        (
            row("A", {Q1: "95", Q2: "105"}, "100", "lower", tolerance=FIVE_PER_CENT),
            row("B", {Q1: "111.2", Q2: "100"}, "100", "lower", tolerance=FIVE_PER_CENT),
            row("C", {Q1: "111.1", Q2: "100"}, "100", "lower", tolerance=FIVE_PER_CENT),
            row("D", {Q1: "100", Q2: "105.1"}, "100", "lower", tolerance=FIVE_PER_CENT),
            row("E", {Q1: "100", Q2: "105.1"}, "100", "lower"),
        ),
        {
            "A": "amber, worsening",
            "B": "green, improving",
            "C": "green, static",
            "D": "red, static",
            "E": "?edge_unstated, static",
        },
        {},
        ("D",),
    ),
)
