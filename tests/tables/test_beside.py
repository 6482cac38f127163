"""Benchmarks and control charts in every table: word first, then symbol."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

import attrs
import pytest

from councilperf import (
    Assessment,
    Benchmark,
    Context,
    Indicator,
    Missing,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    assessment_page,
    dump_json,
    exceptions_table,
    explanation_page,
    find_exceptions,
    legend_table,
    load_json,
    read_json,
    render_html,
    render_markdown,
    render_text,
    results_table,
    scorecard_table,
    write_assessment_csv,
)
from councilperf.assessment import IndicatorRebase
from councilperf.presets import MAIDSTONE
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    NHSR_PLOTTHEDOTS_0_2_2,
    Assurance,
    Rebase,
    Signal,
    Variation,
    xmr,
)
from councilperf.tables import Cell, Table, chart_table, set_out

YEARS = [ReportingPeriod.financial_year(2015 + n) for n in range(10)]
FIGURES = "36.1 30.8 28 31.3 24.4 23.8 21.6 20 20.1 26".split()
CONTEXT = Context(benchmarks=["England", "Neighbours"], other_periods=True, spc=COUNCILPERF_XMR_1)


def observed(figures: Sequence[object]) -> list[Observation]:
    return [Observation(year, each) for year, each in zip(YEARS, figures, strict=False)]  # type: ignore[arg-type]


@pytest.fixture
def card() -> Scorecard:
    england = Benchmark("England", "21.6", period=YEARS[-1])
    return Scorecard(
        "Children",
        [
            ScorecardRow(
                Indicator("R1", "Re-referrals", polarity="lower", unit="%"),
                observed([*FIGURES]),
                [Target(22)],
                benchmarks=[england, Benchmark("Neighbours", "26", period=YEARS[-2])],
            ),
            ScorecardRow(
                Indicator("R2", "Children in care", polarity="none"),
                observed([*range(300, 390, 10)]),
                benchmarks=[Benchmark("England", 380)],
            ),
            ScorecardRow(
                Indicator("R3", "Visits", polarity="higher"),
                observed([9] * 9 + [8]),
                [Target(5)],
                benchmarks=[Benchmark("England", 8), Benchmark("Neighbours", 9)],
            ),
            ScorecardRow(
                Indicator("R4", "New", polarity="higher"),
                observed([9, 9])[1:],
                [Target(5)],
            ),
        ],
    )


@pytest.fixture
def assessment(card: Scorecard) -> Assessment:
    return assess(card, MAIDSTONE, period=YEARS[-1], context=CONTEXT)


def column(table: Table, header: str) -> list[Cell]:
    place = [each.header for each in table.columns].index(header)
    return [row[place] for row in table.rows]


def texts(table: Table, header: str) -> list[str]:
    return [str(each) for each in column(table, header)]


def test_the_scorecard_shows_each_verdict_by_its_word_then_its_symbol(
    assessment: Assessment,
) -> None:
    table = scorecard_table(assessment)

    assert texts(table, "Benchmark: England") == [
        "Worse (4.4 points above 21.6%)",
        "No verdict (no data)",
        "Same (level with 8)",
        "No verdict (no data)",
    ]
    assert texts(table, "Benchmark: Neighbours") == [
        "Same (level with 26% for 2023-24)",
        "No verdict (no data)",
        "Worse (1 below 9)",
        "No verdict (no data)",
    ]
    assert texts(table, "Variation") == [
        "Ordinary variation; trial limits ≈",
        "A signal on the high side; for 2023-24; trial limits Ⓗ",
        "Cause for concern (low); trial limits Ⓛ",
        "No verdict (too few figures to judge by)",
    ]
    assert texts(table, "Assurance") == [
        "Will now meet, now miss the target ?",
        "No verdict (no target)",
        "Will meet the target Ⓟ",
        "No verdict (too few figures to judge by)",
    ]


def test_a_gap_without_a_polarity_is_shown_without_a_view(card: Scorecard) -> None:
    made = assess(card, MAIDSTONE, period=YEARS[8], context=Context(benchmarks="England"))

    assert texts(scorecard_table(made), "Benchmark: England")[1] == "No view (level with 380)"


def test_what_no_row_has_is_a_note_and_no_column(card: Scorecard) -> None:
    bare = attrs.evolve(card, rows=card.rows[1:2])
    context = Context(benchmarks="Wales", spc=COUNCILPERF_XMR_1)
    table = scorecard_table(assess(bare, MAIDSTONE, period=YEARS[8], context=context))
    empty = scorecard_table(
        assess(attrs.evolve(card, rows=()), MAIDSTONE, period=YEARS[8], context=context)
    )
    headers = [each.header for each in table.columns]

    assert "Variation" in headers
    assert not {"Benchmark: Wales", "Assurance"} & set(headers)
    assert "Benchmark: Wales: no indicator has one (no benchmark)." in table.notes
    assert "Assurance: no indicator has one (no target)." in table.notes
    assert "Variation: no indicator has one." in empty.notes


def test_without_being_asked_for_nothing_changes(card: Scorecard, assessment: Assessment) -> None:
    plain = assess(card, MAIDSTONE, period=YEARS[-1])
    headers = [each.header for each in scorecard_table(plain).columns]

    assert not any("Benchmark" in each or each == "Variation" for each in headers)
    assert set(load_json(dump_json(plain)).rows) == set(plain.rows)
    assert b'"context"' not in dump_json(plain)
    for mine, theirs in zip(plain.rows, assessment.rows, strict=True):
        assert (mine.results, mine.standing) == (theirs.results, theirs.standing)


def test_the_legend_says_what_each_verdict_used_means(assessment: Assessment) -> None:
    legend = {str(row[0]): str(row[1]) for row in legend_table(assessment).rows}

    assert legend["Ordinary variation ≈"].startswith("Variation: ")
    assert legend["Will meet the target Ⓟ"].startswith("Assurance: ")
    assert "Will miss the target Ⓕ" not in legend


def test_exceptions_carry_what_they_are_seen_beside(assessment: Assessment) -> None:
    reasons = texts(exceptions_table(find_exceptions(assessment)), "Reason")

    assert any("Worse than England" in each and "Ordinary variation" in each for each in reasons)


def test_a_spreadsheet_has_words_figures_and_reasons_in_columns(assessment: Assessment) -> None:
    table = results_table(assessment)

    assert texts(table, "Benchmark: England") == ["Worse", "", "Same", ""]
    assert column(table, "Benchmark: England, value")[0].number == Decimal("21.6")
    assert texts(table, "Benchmark: England, reason")[0].startswith("Worse than England")
    assert texts(table, "Assurance")[2] == "Will meet the target Ⓟ"
    assert "trial limits" in texts(table, "Control chart, reason")[0]
    only = assess(assessment.scorecard, MAIDSTONE, context=Context(benchmarks="England"))
    assert "Variation" not in [each.header for each in results_table(only).columns]


def test_the_explanation_shows_the_benchmarks_and_every_point(assessment: Assessment) -> None:
    text = render_text(explanation_page(assessment["R1"], assessment))

    assert "Benchmark: England\nWorse than England: 26 is 4.4 above 21.6" in text
    assert "Control chart\n" in text
    assert "2015-16  36.1%" in text


def test_tidy_csv_has_a_row_for_each_verdict(assessment: Assessment) -> None:
    text = write_assessment_csv(assessment, excel=False).decode()
    rows = {
        (each["Reference"], each["Judgement"]): each for each in csv.DictReader(io.StringIO(text))
    }

    assert rows["R1", "benchmark: England"]["Level"] == "worse"
    assert rows["R1", "variation (SPC)"]["Label"] == "Ordinary variation"
    assert rows["R3", "assurance (SPC)"]["Stands as"] == "pass"
    assert rows["R4", "benchmark: England"]["Unrated because"] == "no data"


def test_json_holds_them_and_reads_them_again(assessment: Assessment) -> None:
    document = dump_json(assessment)

    assert load_json(document) == assessment
    assert dump_json(load_json(document)) == document


@pytest.mark.parametrize(
    ("written", "instead", "path"),
    [
        (b'"comparison":"worse"', b'"comparison":"better"', "$.rows[0].benchmarks"),
        (b'"variation":"common_cause"', b'"variation":"concern_low"', "$.rows[0].chart"),
        (b'"spc":"councilperf XmR 1"', b'"spc":"our own"', "$.context.spc"),
        (b'"chart":{', b'"chart":5,"x":{', "$.rows[0].chart"),
    ],
)
def test_a_stated_verdict_that_the_figures_do_not_give_is_a_problem(
    assessment: Assessment, written: bytes, instead: bytes, path: str
) -> None:
    reading = read_json(dump_json(assessment).replace(written, instead, 1))

    assert path in [each.path for each in reading.problems]


def test_a_rebase_of_no_figure_is_a_problem_of_the_context(card: Scorecard) -> None:
    rebased = Context(
        spc=COUNCILPERF_XMR_1, rebases=[IndicatorRebase("R1", YEARS[4], "one front door")]
    )
    document = dump_json(assess(card, MAIDSTONE, context=rebased))
    problems = read_json(document.replace(b'"at":"2019', b'"at":"2001')).problems

    assert [each.path for each in problems] == ["$.context"]


def test_rules_of_one_s_own_are_written_in_full(card: Scorecard) -> None:
    own = attrs.evolve(COUNCILPERF_XMR_1, name="our own", trial_below=20)
    made = assess(card, MAIDSTONE, context=Context(spc=own))

    assert b'"name":"our own"' in dump_json(made)
    assert load_json(dump_json(made)) == made


@pytest.mark.parametrize("render", [render_text, render_markdown, render_html])
def test_every_way_of_reading_says_the_verdicts_in_words(
    assessment: Assessment, render: object
) -> None:
    shown = " ".join(render(assessment_page(assessment)).split())  # type: ignore[operator]

    for words in ("Benchmark: England", "Same (level with 8)", "Cause for concern (low)"):
        assert words.replace("(", "").split()[0] in shown


def test_a_chart_is_a_table_of_its_points() -> None:
    start = ReportingPeriod.month(2020, 1)
    months = [start.step(n) for n in range(24) if n != 3]
    figures: list[Missing | int] = [Missing("suppressed"), *([10, 11, 9, 10, 11] * 4), 30, 10]
    chart = xmr(
        zip(months, figures, strict=True),
        polarity="lower",
        rebases=[Rebase(start.step(1), "merged"), Rebase(start.step(3), "too early")],
        rules=NHSR_PLOTTHEDOTS_0_2_2,
    )
    table = chart_table(chart)

    assert str(table.rows[0][1]) == "suppressed"
    assert str(table.rows[0][5]) == "none"
    assert str(table.rows[-2][5]) == "above the upper process limit: cause for concern (high) Ⓗ"
    assert table.notes[1:] == (
        "Limits are drawn anew from Feb 2020: merged.",
        "Between Mar 2020 and May 2020 1 point is missing.",
        "No figure stands at Apr 2020, where limits were to be drawn anew: too early.",
    )
    assert "Control chart" in chart._repr_html_()


def test_limits_that_are_not_there_say_why() -> None:
    table = chart_table(xmr(zip(YEARS, [1, 2], strict=False)))
    wide = chart_table(xmr(zip([YEARS[0], YEARS[4]], [1, 2], strict=False)))

    assert "too few" in str(table.rows[0][3])
    assert wide.notes[1:] == ()


def test_every_verdict_has_words_a_symbol_and_a_colour_of_the_palette() -> None:
    verdicts = [*Variation, *Assurance]

    assert all(each.words and len(each.symbol) == 1 and each.colour for each in verdicts)
    assert {each.colour for each in verdicts} == {"grey", "blue", "orange", "purple"}
    assert len({each.words for each in Signal}) == len(Signal)


def test_a_row_alone_shows_them_too(assessment: Assessment) -> None:
    shown = {str(row[0]): str(row[1]) for row in set_out(assessment["R3"]).rows}  # type: ignore[union-attr]
    plain = set_out(assess(assessment.scorecard, MAIDSTONE)["R3"])

    assert shown["Benchmark: England"] == "Same (level with 8)"
    assert shown["Variation"] == "Cause for concern (low); trial limits Ⓛ"
    assert shown["Assurance"] == "Will meet the target Ⓟ"
    assert "Variation" not in str(plain)


def test_limits_on_twelve_figures_are_no_trial() -> None:
    months = [ReportingPeriod.month(2023, 4).step(n) for n in range(14)]
    row = ScorecardRow(
        Indicator("R1", "Calls", polarity="higher"),
        [Observation(month, 90 + place % 3) for place, month in enumerate(months)],
    )
    made = assess(Scorecard("Calls", [row]), MAIDSTONE, context=Context(spc=COUNCILPERF_XMR_1))

    assert texts(scorecard_table(made), "Variation") == ["Ordinary variation ≈"]
