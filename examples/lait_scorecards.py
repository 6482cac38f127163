"""Children's-services scorecards of four councils, with benchmarks, from DfE's published figures.

    python examples/lait_scorecards.py           reads ../shared/data/lait
    python examples/lait_scorecards.py FOLDER    reads measures, areas and observations.csv there

Contains public sector information licensed under the Open Government Licence v3.0. Source:
Department for Education, Local Authority Interactive Tool, April 2026.

Each row has up to four years, and as benchmarks the published figures of England and the region
and the mean of the statistical neighbours. Ranks and quarters are among the 153 authorities that
exist; the tool itself keeps five abolished ones in its list.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.benchmarking import (
    ComparatorGroup,
    LeagueTable,
    against_benchmark,
    group_mean,
    league_tables,
)
from councilperf.model import Benchmark, Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.values import Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNCILS = ("Cheshire East", "Plymouth", "Halton", "Worcestershire")
TOPICS = frozenset(
    {
        "Child Protection",
        "Children in Need",
        "Children Looked After",
        "Children's Services Workforce",
    }
)
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "lait"
SOURCE = "DfE, Local Authority Interactive Tool, April 2026"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Source: "
    "Department for Education, Local Authority Interactive Tool."
)

Row = dict[str, str]
#: A measure's observations by area and period.
Figures = dict[str, dict[ReportingPeriod, Observation]]


def main(arguments: list[str]) -> None:
    """Build the four scorecards and print what can be compared."""
    folder = Path(arguments[0]) if arguments else FOLDER
    if not (folder / "observations.csv").is_file():
        raise SystemExit(f"lait_scorecards.py: there is no observations.csv in {folder}")
    cards = dict(scorecards(folder))
    for council, (card, tables) in cards.items():
        print_scorecard(council, card, tables)
    print(ATTRIBUTION)


def scorecards(folder: Path) -> Iterator[tuple[str, tuple[Scorecard, dict[str, LeagueTable]]]]:
    """Build each council's scorecard, with the league tables that its rows stand in."""
    measures = {row["measure_id"]: row for row in read(folder / "measures.csv")}
    measures = {name: row for name, row in measures.items() if row["topic"] in TOPICS}
    areas = {row["area_code"]: row for row in read(folder / "areas.csv")}
    codes = {row["area_name"]: code for code, row in areas.items()}
    figures = figures_of(folder, measures, areas)
    tables = league_tables(
        (
            (
                measure,
                area,
                period,
                seen.value if isinstance(seen.value, Decimal | Missing) else None,
            )
            for measure, by_area in figures.items()
            for area, by_period in by_area.items()
            if is_ranked(areas[codes[area]])
            for period, seen in by_period.items()
        ),
        polarity={name: polarity_of(row) for name, row in measures.items()},
        unbanded={
            name: Missing("not_applicable", note="the range of figures is too small")
            for name, row in measures.items()
            if row["quartile_suppressed"] == "yes"
        },
    )
    for council in COUNCILS:
        area = areas[codes[council]]
        neighbours = neighbours_of(area, areas)
        rows = [
            row_of(measures[name], figures[name], tables[name], area, neighbours)
            for name in measures
            if name in figures
        ]
        card = Scorecard(f"Children's services: {council}", rows, council=council, source=SOURCE)
        yield council, (card, tables)


def read(path: Path) -> list[Row]:
    """Read a sheet as the text that stands in it."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_ranked(area: Row) -> bool:
    """Say whether an area is an authority that exists."""
    return area["area_type"] == "local_authority" and area["status"] == "current"


def polarity_of(measure: Row) -> str:
    """Read the polarity; a dash or NA means that the tool passes no judgement."""
    return {"-": "none", "NA": "none"}.get(measure["polarity"], measure["polarity"])


def figures_of(
    folder: Path, measures: dict[str, Row], areas: dict[str, Row]
) -> dict[str, Figures]:
    """Read every observation of these measures; a dash is a figure that is not there."""
    found: dict[str, Figures] = defaultdict(lambda: defaultdict(dict))
    for row in read(folder / "observations.csv"):
        measure = measures.get(row["measure_id"])
        if measure is None or row["period"] == NO_PERIOD:
            continue
        period = period_of(row["period"], measure["year_type"])
        marks = [mark for word, mark in MARKS.items() if word in row["period"]]
        value = None if row["value"] == "-" else row["value"]
        seen = Observation(period, value, marks=marks)
        found[row["measure_id"]][areas[row["area_code"]]["area_name"]][period] = seen
    return found


#: One series has it, without a single figure.
NO_PERIOD = "0"
MARKS = {"(Rev)": Mark.REVISED, "(prov)": Mark.PROVISIONAL}


def period_of(label: str, year_type: str) -> ReportingPeriod:
    """Read a period: the label says a year, and only the dictionary says what kind of one."""
    printed = re.match(r"(\d{4})(?:[-/](\d{2}))?(?![-/\d])", label)
    if printed is None:
        raise ValueError(f"period: {label!r} is no year such as 2025 or 2024-25")
    year = int(printed[1])
    # Plain 2025 is the year that ends in 2025; 2024-25 names the year in which it starts.
    start = year if printed[2] else year - 1
    if printed[2] and (int(printed[2]) - year) % 100 != 1:
        last = int(label[:2] + printed[2])  # 2014-16 is three years in one
        return ReportingPeriod.between(dt.date(year, 1, 1), dt.date(last, 12, 31))
    if year_type == "Financial Year":
        return ReportingPeriod.financial_year(start)
    if year_type == "Academic Year":
        return ReportingPeriod.academic_year(start)
    if year_type == "Annual (end of Sept)":
        return ReportingPeriod.as_at(dt.date(year, 9, 30))
    if year_type == "Annual - January":
        return ReportingPeriod.month(year, 1)
    return ReportingPeriod.calendar_year(year)


def neighbours_of(area: Row, areas: dict[str, Row]) -> ComparatorGroup:
    """Return the statistical neighbours, the closest first."""
    return ComparatorGroup(
        f"Statistical neighbours of {area['area_name']}",
        [areas[code]["area_name"] for code in area["statistical_neighbours"].split(";")],
        kind="statistical_neighbours",
        area=area["area_name"],
        source="DfE, Local Authority Interactive Tool",
        year=2025,
    )


def row_of(
    measure: Row, figures: Figures, table: LeagueTable, area: Row, neighbours: ComparatorGroup
) -> ScorecardRow:
    """Build a row: the indicator, its years, and what it is held against in the latest one."""
    period = table.current.period
    unit = "%" if measure["unit_label"].startswith("%") else measure["unit_label"]
    benchmarks = [
        Benchmark(name, seen.value, period=period, source=f"published; {SOURCE}")
        for name in ("England", area["region"])
        if period is not None
        and (seen := figures[name].get(period)) is not None
        and isinstance(seen.value, Decimal)
    ]
    mean = group_mean(table.current, neighbours).as_benchmark(decimals=2, period=period)
    if isinstance(mean, Benchmark):
        benchmarks.append(mean)
    return ScorecardRow(
        Indicator(
            measure["measure_id"],
            measure["chart_title"],
            polarity=polarity_of(measure),
            unit=unit,
            service=measure["topic"],
        ),
        sorted(figures[area["area_name"]].values(), key=lambda seen: seen.period),
        benchmarks=benchmarks,
    )


def print_scorecard(council: str, card: Scorecard, tables: dict[str, LeagueTable]) -> None:
    """Print the rows that say something: a figure, and which way is better."""
    print(f"\n{card.title}")
    print(f"{'':<60} {'now':>8} {'before':>8} travel  {'rank':>8}  quarter")
    told = 0
    for row in card.rows:
        standing = tables[row.indicator.reference][council]
        if isinstance(standing.rank, Missing) or isinstance(standing.value, Missing):
            continue
        told += 1
        ranked = f"{standing.rank}/{tables[row.indicator.reference].ranking.n}"
        before = "-" if isinstance(standing.previous, Missing) else f"{standing.previous}"
        travel = "-" if isinstance(standing.travel, Missing) else standing.travel.value
        band = "-" if isinstance(standing.band, Missing) else standing.band
        title = row.indicator.title[:60]
        print(f"{title:<60} {standing.value:>8} {before:>8} {travel:<6}  {ranked:>8}  {band}")
        if row.benchmarks:
            beside = row.benchmarks[-1]
            verdict = against_benchmark(standing.value, beside, polarity=row.indicator.polarity)
            print(f"    {verdict.reason}")
    print(f"{told} of {len(card.rows)} indicators have a figure and a polarity.")


if __name__ == "__main__":
    main(sys.argv[1:])
