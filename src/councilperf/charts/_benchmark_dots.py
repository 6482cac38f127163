"""Benchmark dot plots: one figure and those it is held against, on one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.assessment import AssessedRow
from councilperf.charts._drawing import INK, WIDTH, finished, load_altair, rows_of, swatch
from councilperf.errors import FieldValueError
from councilperf.tables import benchmark_cell, describe_benchmarks
from councilperf.values import Missing

if TYPE_CHECKING:
    from altair import LayerChart

__all__ = ["benchmark_dots"]


def benchmark_dots(row: AssessedRow) -> LayerChart:
    """Draw a row's figure beside its benchmarks, each with the verdict written at it.

    >>> from importlib.util import find_spec
    >>> from councilperf import Benchmark, Context, Indicator, Observation, ReportingPeriod
    >>> from councilperf import Scorecard, ScorecardRow, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> seen = [Observation(ReportingPeriod.financial_year(2024), 26)]
    >>> again = Indicator("CSC5", "Re-referrals", polarity="lower", unit="%")
    >>> row = ScorecardRow(again, seen, benchmarks=[Benchmark("England", "22.6")])
    >>> card = Scorecard("Children", [row])
    >>> made = assess(card, MAIDSTONE, context=Context(benchmarks="England"))["CSC5"]
    >>> if find_spec("altair"):  # which the extra `charts` brings
    ...     assert benchmark_dots(made).description == describe_benchmarks(made)

    The row's own figure is a diamond on a line down the picture, a benchmark a disc at the end of
    its distance from it; one without a figure has its line, and says so.

    Raises `FieldValueError` for a row without benchmarks: ask `assess` for a `Context` with them;
    and `MissingExtraError` where altair is not installed.
    """
    check_instance("row", row, AssessedRow)
    if not row.benchmarks:
        raise FieldValueError(
            "row", row.reference, "a row assessed with a Context that names benchmarks"
        )
    alt = load_altair()
    unit, own = row.row.indicator.unit, row.benchmarks[0].value
    here = "" if isinstance(own, Missing) else unit.show(own)
    known: list[dict[str, object]] = []
    said: list[dict[str, object]] = []
    for verdict in row.benchmarks:
        name, words = verdict.name, benchmark_cell(verdict, unit).text
        said.append({"group": name, "said": words})
        if not isinstance(verdict.benchmark, Missing):
            gap: dict[str, object] = {"group": name, "value": float(verdict.benchmark)}
            if not isinstance(own, Missing):
                gap["own"] = float(own)
            known.append({**gap, "shown": unit.show(verdict.benchmark), "said": words})
    around = [float(str(each["value"])) for each in known]
    around += [] if isinstance(own, Missing) else [float(own)]
    low, high = min(around, default=0.0), max(around, default=1.0)
    room = (high - low or abs(high) or 1.0) * 0.2
    scale = alt.Scale(domain=[low - room, high + room], zero=False, nice=False)
    x = alt.X("value:Q", title=unit.name, scale=scale)
    groups = [str(each["group"]) for each in said]
    y = alt.Y("group:N", title=None, sort=None, scale=alt.Scale(domain=groups))
    dots = alt.Chart(rows_of(known))
    layers = [
        dots.mark_rule(color=INK, strokeWidth=2).encode(
            x=alt.X("own:Q", title=unit.name, scale=scale), x2="value:Q", y=y
        ),
        dots.mark_point(
            filled=True, shape="circle", size=140, opacity=1, color=swatch("blue").paper
        ).encode(x=x, y=y, tooltip=[alt.Tooltip("shown:N", title="Value")]),
        alt.Chart(rows_of(said))
        .mark_text(align="left", baseline="bottom", dy=-12, dx=4, color=INK)
        .encode(x=alt.value(0), y=y, text="said:N"),
    ]
    if not isinstance(own, Missing):
        mine = alt.Chart(rows_of([{"value": float(own), "shown": here, "said": f"here {here}"}]))
        every = alt.Chart(rows_of([{"group": each, "value": float(own)} for each in groups]))
        layers += [
            mine.mark_rule(color=INK, strokeDash=[4, 3]).encode(x=x),
            every.mark_point(filled=True, shape="diamond", size=170, opacity=1, color=INK).encode(
                x=x, y=y
            ),
        ]
    return finished(
        alt.layer(*layers).properties(width=WIDTH, height=60 * len(groups)),
        row.row.indicator.title,
        f"Here {here or 'no figure'} (diamond); benchmarks (discs)",
        description=describe_benchmarks(row),
    )
