"""What holds of tidy CSV: everything that a scorecard holds comes back."""

from __future__ import annotations

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.formats import read_tidy_csv, write_tidy_csv
from councilperf.formats._sheet._exact_cells import exact_cell, text_of_cell
from councilperf.model import Benchmark, Indicator, Scorecard, ScorecardRow, StatedLevel, Unit
from councilperf.strategies import reporting_periods, scorecards
from councilperf.values import Absence, Missing

few = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])

#: Text that a spreadsheet would run, trim, split or take for a figure.
hostile = st.text(
    st.one_of(
        st.sampled_from("'=+-@ \t\n\r;,\"[]£0"),
        st.characters(codec="utf-8", exclude_characters="\0"),
    ),
    min_size=1,
    max_size=6,
).filter(str.strip)


@given(st.text(st.one_of(st.sampled_from("'=+-@ \t\n\r"), st.characters(codec="utf-8"))))
def test_a_cell_brings_back_exactly_its_text(text: str) -> None:
    assert text_of_cell(exact_cell(text)) == text


@given(scorecards(texts=hostile), st.booleans())
@few
def test_a_tidy_table_brings_back_the_whole_scorecard(card: Scorecard, excel: bool) -> None:
    written = write_tidy_csv(card, excel=excel)
    reading = read_tidy_csv(written)

    assert reading.problems == ()
    assert reading.value == card
    assert write_tidy_csv(reading.require(), excel=excel) == written


texts = st.none() | hostile
rare_rows = st.builds(
    ScorecardRow,
    st.builds(
        Indicator,
        hostile,
        hostile,
        polarity=st.builds(Missing, st.sampled_from(Absence), st.just("") | hostile),
        unit=st.builds(
            Unit, hostile, *[st.sampled_from(["", " ", "'", " min", "£", "=x"])] * 3
        ),
        tags=st.frozensets(hostile.map(lambda text: text.replace(";", ",").strip()), max_size=2),
    ),
    benchmarks=st.lists(
        st.builds(Benchmark, hostile, st.integers(-9, 9), period=st.none() | reporting_periods(),
                  source=texts),
        max_size=2,
    ),
    benchmark_text=texts,
    stated=st.lists(
        st.builds(StatedLevel, hostile, hostile, voice=st.just("override"),
                  period=st.none() | reporting_periods(), until=st.none() | reporting_periods(),
                  reason=texts, role=texts, date=st.none() | st.dates()),
        max_size=2,
    ),
    commentary=texts,
)  # fmt: skip


@given(rare_rows, texts, texts, st.lists(hostile, max_size=2))
@few
def test_what_few_scorecards_hold_comes_back_too(
    row: ScorecardRow, council: str | None, source: str | None, assumed: list[str]
) -> None:
    card = Scorecard("S", [row], council=council, source=source, assumed=assumed)

    assert read_tidy_csv(write_tidy_csv(card)).require() == card


@given(scorecards(texts=hostile), st.randoms(use_true_random=False))
@few
def test_the_order_of_rows_changes_no_figure(card: Scorecard, random: object) -> None:
    """Only a superseded target has to stand below the one that replaced it."""
    rows = [
        attrs.evolve(row, targets=[attrs.evolve(each, supersedes=None) for each in row.targets])
        for row in card.rows
    ]
    card = attrs.evolve(card, rows=rows)
    header, *lines = write_tidy_csv(card, excel=False).splitlines(keepends=True)
    if b'"' in b"".join(lines):  # a row with line ends in it is several lines
        return
    random.shuffle(lines)  # type: ignore[attr-defined]
    read = read_tidy_csv(b"".join([header, *lines])).require()

    assert {row.indicator.reference: frozenset(row.observations) for row in read.rows} == {
        row.indicator.reference: frozenset(row.observations) for row in card.rows
    }
