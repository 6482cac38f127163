"""What is not for everybody cannot be had from what everybody is given.

Two ways of saying it. *Search*: what was planted under a marking is in no output of a view, as
text or as bytes. *Independence*: reports that differ only in what is withheld have the same view,
byte for byte; so no count, digest or file of it can tell one from the other.
"""

from __future__ import annotations

import io
import itertools
import pickle
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.assessment import assess
from councilperf.assurance import (
    CountTable,
    check,
    member_view,
    public_view,
    suppress,
)
from councilperf.assurance._walk import markings_of
from councilperf.errors import CouncilPerfError, FieldTypeError
from councilperf.formats import (
    FILE_FORMATS,
    FileFormat,
    digest,
    dump_json,
    load_json,
    write_as,
    write_json_lines,
)
from councilperf.model import (
    Appendix,
    BackgroundPaper,
    Benchmark,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Exemption,
    Indicator,
    Marking,
    Milestone,
    Objective,
    Observation,
    Report,
    Role,
    Scorecard,
    ScorecardRow,
    Section,
    StatedCount,
    StatedLevel,
    StatedTally,
    Target,
)
from councilperf.presets import MAIDSTONE
from councilperf.render import render_docx, render_html, render_markdown, render_text
from councilperf.strategies._reports import reports
from councilperf.tables import paper_page
from councilperf.values import Missing

slow_to_make = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _error_of(view: Report) -> str:
    """What an error says that holds the view."""
    with pytest.raises(CouncilPerfError) as caught:
        attrs.evolve(view, title=view)  # type: ignore[arg-type] # what the error is for
    return f"{caught.value!r} {caught.value}"


#: Files that take as long to write as all others together: under a law by themselves.
PACKED = {"xlsx", "assessment-xlsx"}


def _in_every_format(view: Report, *, packed: bool = False) -> bytes:
    """The view, its scorecards and assessments of them in every format that holds them."""
    values: list[object] = [view]
    for _, card in view.all_scorecards():
        values += [card, assess(card, MAIDSTONE, period=view.period)]
    return b"".join(
        _unpacked(written)
        for value, each in itertools.product(values, FILE_FORMATS)
        if each.writer is not None and (each.name in PACKED) is packed
        for written in [_written(value, each)]
    )


def _written(value: object, file_format: FileFormat) -> bytes:
    try:
        return write_as(value, file_format)
    except FieldTypeError:  # a format that holds no such value
        return b""


def _unpacked(content: bytes) -> bytes:
    """What is in a packed file, as workbooks and Word documents are."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


#: Every way in which a view gets out, as text or as bytes. Files are found in the registry, so
#: that a format is under every law below from its first day; a new renderer is a line here.
OUTPUTS: dict[str, Callable[[Report], str | bytes]] = {
    "repr": repr,
    "str": str,
    "a dictionary": lambda view: repr(attrs.asdict(view)),
    "pickle": pickle.dumps,
    "an error": _error_of,
    "findings": lambda view: "\n".join(map(str, check(view))),
    "a changed copy": lambda view: repr(attrs.evolve(view, title="Another title")),
    "every format": _in_every_format,
    "JSON Lines": lambda view: b"".join(write_json_lines([view])),
    "digest": digest,
    "text": lambda view: render_text(paper_page(view)),
    "Markdown": lambda view: render_markdown(paper_page(view)),
    "HTML": lambda view: render_html(paper_page(view)),
}

WORD = "Zyxwvut"
NUMBER = "86420"


def planted(report: Report, is_withheld: Callable[[Marking], bool], seed: int) -> Report:
    """The report with secrets in every place that its withheld markings cover."""
    return _Planter(is_withheld, seed).plant(report)


@attrs.frozen
class _Planter:
    is_withheld: Callable[[Marking], bool]
    seed: int

    @property
    def word(self) -> str:
        return f"{WORD} {self.seed} is what nobody may read"

    @property
    def number(self) -> Decimal:
        return Decimal(f"{NUMBER}.{self.seed}")

    def covers(self, marking: Marking | None) -> bool:
        return marking is not None and self.is_withheld(marking)

    def plant(self, report: Report) -> Report:
        if self.covers(report.marking):
            return attrs.evolve(
                report,
                summary=self.word,
                purpose=self.word,
                reasons=self.word,
                sections=[Section(self.word, self.word)],
                author=Role(self.word, self.word),
                restrictions=(),
                scorecards=[self.card()],
                commentaries=[Commentary(self.word)],
                appendices=[Appendix(str(self.seed), self.word, note=self.word)],
                tallies=[self.tally(each) for each in report.tallies],
            )
        restricted = [each for each in report.restrictions if self.covers(each.marking)]
        figures = {each.reference for each in restricted if not each.commentary_only}
        texts = {each.reference for each in restricted}
        hides_cards = any(
            self.covers(each.marking) and (each.scorecards or each.held_elsewhere)
            for each in report.appendices
        )
        filled = attrs.evolve(
            report,
            restrictions=(),
            scorecards=[self.in_card(each, figures, texts) for each in report.scorecards],
            objectives=[self.in_objective(each, figures) for each in report.objectives],
            budgets=[self.in_budget(each, figures) for each in report.budgets],
            commentaries=[self.in_commentary(each, texts) for each in report.commentaries],
            key_developments=[self.in_commentary(each, texts) for each in report.key_developments],
            emerging_issues=[self.in_commentary(each, texts) for each in report.emerging_issues],
            appendices=[self.in_appendix(each, figures, texts) for each in report.appendices],
            background=report.background
            and attrs.evolve(
                report.background,
                papers=[
                    BackgroundPaper(self.word, marking=each.marking)
                    if self.covers(each.marking)
                    else each
                    for each in report.background.papers
                ],
            ),
            tallies=[
                self.tally(each) if figures or hides_cards else each for each in report.tallies
            ],
        )
        known = set(filled.references())
        return attrs.evolve(
            filled, restrictions=[each for each in report.restrictions if each.reference in known]
        )

    def card(self) -> Scorecard:
        indicator = Indicator(f"{WORD}{self.seed}", self.word)
        return Scorecard(self.word, [ScorecardRow(indicator, commentary=self.word)])

    def tally(self, tally: StatedTally) -> StatedTally:
        counts = [StatedCount(each.level, int(NUMBER) + self.seed) for each in tally.counts]
        return attrs.evolve(tally, counts=counts, total=int(NUMBER), note=self.word)

    def in_card(self, card: Scorecard, figures: set[str], texts: set[str]) -> Scorecard:
        return attrs.evolve(card, rows=[self.in_row(each, figures, texts) for each in card.rows])

    def in_row(self, row: ScorecardRow, figures: set[str], texts: set[str]) -> ScorecardRow:
        reference = row.indicator.reference
        if reference in figures:
            return attrs.evolve(
                row,
                indicator=attrs.evolve(
                    row.indicator, note=self.word, best_possible=self.number, tags=[self.word]
                ),
                observations=[
                    Observation(each.period, self.number, note=self.word)
                    for each in row.observations
                ],
                targets=[Target(self.number, source=self.word)],
                benchmarks=[Benchmark(self.word, self.number)],
                benchmark_text=self.word,
                stated=[StatedLevel("rating", self.word, reason=self.word)],
                commentary=self.word,
            )
        if reference in texts:
            return attrs.evolve(
                row,
                indicator=attrs.evolve(row.indicator, note=self.word),
                observations=[self.in_note(each) for each in row.observations],
                targets=[
                    attrs.evolve(
                        each,
                        reason=self.word,
                        supersedes=Target(Missing("no_target", note=self.word)),
                    )
                    for each in row.targets
                ],
                stated=[attrs.evolve(each, reason=self.word) for each in row.stated],
                commentary=self.word,
            )
        return row

    def in_note(self, observation: Observation) -> Observation:
        value = observation.value
        if isinstance(value, Missing):
            value = Missing(value.reason, note=self.word)
        return attrs.evolve(observation, value=value, note=self.word)

    def in_objective(self, objective: Objective, figures: set[str]) -> Objective:
        if objective.reference not in figures:
            return objective
        return attrs.evolve(
            objective,
            milestones=[Milestone(self.word)],
            progress=StatedLevel("progress", self.word),
        )

    def in_budget(self, budget: BudgetMonitoring, figures: set[str]) -> BudgetMonitoring:
        hidden = any(each.name in figures for each in budget.lines)
        return attrs.evolve(
            budget,
            lines=[self.in_line(each) if each.name in figures else each for each in budget.lines],
            total=self.in_line(budget.total) if budget.total and hidden else budget.total,
        )

    def in_line(self, line: BudgetLine) -> BudgetLine:
        return BudgetLine(
            line.name,
            self.number,
            forecast=self.number,
            actual=self.number,
            variance=self.number,
            rating=StatedLevel("rating", self.word),
        )

    def in_commentary(self, commentary: Commentary, texts: set[str]) -> Commentary:
        if self.covers(commentary.marking) or commentary.about in texts:
            return attrs.evolve(
                commentary,
                text=self.word,
                cause=self.word,
                action=self.word,
                role=Role(self.word, self.word),
            )
        return commentary

    def in_appendix(self, appendix: Appendix, figures: set[str], texts: set[str]) -> Appendix:
        if self.covers(appendix.marking):
            cards = [self.card()] if appendix.scorecards else []
            return attrs.evolve(appendix, scorecards=cards, note=self.word)
        cards = [self.in_card(each, figures, texts) for each in appendix.scorecards]
        return attrs.evolve(appendix, scorecards=cards)


def everything(marking: Marking) -> bool:  # noqa: ARG001 (the public is kept from any marking)
    return True


def closed_to_members(marking: Marking) -> bool:
    return not marking.is_open_to_members


VIEWS = [
    pytest.param(public_view, everything, id="public"),
    pytest.param(member_view, closed_to_members, id="member"),
]


def as_bytes(output: str | bytes) -> list[bytes]:
    if isinstance(output, bytes):
        return [output]
    return [output.encode(encoding) for encoding in ("utf-8", "utf-16-le", "cp1252")]


@pytest.mark.parametrize(("view", "is_withheld"), VIEWS)
@given(report=reports())
@slow_to_make
def test_nothing_withheld_is_in_any_output_of_a_view(
    view: Callable[[Report], Report],
    is_withheld: Callable[[Marking], bool],
    report: Report,
) -> None:
    shown = view(planted(report, is_withheld, 1))

    for name, output in OUTPUTS.items():
        for found in as_bytes(output(shown)):
            for secret in (WORD, NUMBER):
                assert all(each not in found for each in as_bytes(secret)), name


PACKED_OUTPUTS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "workbooks": ("openpyxl", partial(_in_every_format, packed=True)),
    "Word": ("docx", lambda view: _unpacked(render_docx(view))),
}


@pytest.mark.parametrize("name", PACKED_OUTPUTS)
@given(data=st.data())
@settings(slow_to_make, max_examples=5)
def test_nothing_withheld_is_in_a_packed_file_of_a_view(name: str, data: st.DataObject) -> None:
    package, output = PACKED_OUTPUTS[name]
    pytest.importorskip(package)
    report = data.draw(reports())
    one, other = (output(public_view(planted(report, everything, seed))) for seed in (1, 2))

    assert one == other
    assert all(each not in one for secret in (WORD, NUMBER) for each in as_bytes(secret))


@pytest.mark.parametrize(("view", "is_withheld"), VIEWS)
@given(report=reports())
@slow_to_make
def test_a_view_does_not_depend_on_what_is_withheld(
    view: Callable[[Report], Report],
    is_withheld: Callable[[Marking], bool],
    report: Report,
) -> None:
    one, other = (view(planted(report, is_withheld, seed)) for seed in (1, 2))

    assert one == other
    for name, output in OUTPUTS.items():
        if name != "pickle":
            assert output(one) == output(other), name


def test_what_is_planted_would_be_found() -> None:
    """The search above is no use if the planting fails."""
    found: set[str] = set()

    @given(reports())
    @settings(max_examples=50, database=None, suppress_health_check=list(HealthCheck))
    def plant(report: Report) -> None:
        text = repr(planted(report, everything, 1))
        found.update(secret for secret in (WORD, NUMBER) if secret in text)

    plant()

    assert found == {WORD, NUMBER}


@given(reports())
@slow_to_make
def test_a_report_and_its_view_come_back_from_json(report: Report) -> None:
    for each in (report, public_view(report)):
        assert load_json(dump_json(each)) == each


@given(reports())
@slow_to_make
def test_a_view_of_a_view_withholds_nothing_more(report: Report) -> None:
    assert public_view(public_view(report)) == public_view(report)
    assert member_view(member_view(report)) == member_view(report)


@given(reports())
@slow_to_make
def test_the_public_sees_the_same_through_the_members_view(report: Report) -> None:
    assert public_view(member_view(report)) == public_view(report)


OPEN_TO_MEMBERS = st.sampled_from([Exemption("england", each) for each in ([3], [6], [3, 6])])


@given(reports(markings=OPEN_TO_MEMBERS))
@slow_to_make
def test_members_see_all_of_a_report_whose_markings_are_open_to_them(report: Report) -> None:
    assert member_view(report) == report


@given(reports())
@slow_to_make
def test_whatever_is_withheld_leaves_a_statement_of_the_law_behind(report: Report) -> None:
    view = public_view(report)

    if report.marking is not None:
        assert (view.summary, view.marking) == (sentence(report.marking), report.marking)
        return
    for before, after in zip(report.appendices, view.appendices, strict=True):
        assert before.marking is None or after.note == sentence(before.marking)
    for was, now in zip(report.key_developments, view.key_developments, strict=True):
        assert was.marking is None or now.text == sentence(was.marking)
    for row in (row for card in view.scorecards for row in card.rows):
        statements = {
            sentence(each.marking)
            for each in report.restrictions
            if each.reference == row.indicator.reference
        }
        assert not statements or row.commentary in statements


def sentence(marking: Marking) -> str:
    """What stands in place of a text that is withheld."""
    return f"W{marking.statement[1:]}."


@given(reports())
@slow_to_make
def test_the_publics_copy_may_be_published_and_one_that_holds_more_says_not(
    report: Report,
) -> None:
    not_for_publication = "not for publication"

    assert not_for_publication not in render_text(public_view(report), width=100_000)
    if planted(report, everything, 1) != public_view(report):
        assert (not_for_publication in render_text(planted(report, everything, 1))) is bool(
            list(markings_of(report))
        )


@given(reports())
@slow_to_make
def test_whoever_reads_a_view_is_told_under_what_each_thing_is_withheld(report: Report) -> None:
    said = " ".join(render_text(public_view(report), width=100_000).split())
    if report.marking is None:
        seen = set(public_view(report).references())
        texts = (*report.key_developments, *report.emerging_issues)
        given = [each.marking for each in report.restrictions if each.reference in seen]
        given += [each.marking for each in report.appendices if each.marking is not None]
        markings = given + [each.marking for each in texts if each.marking is not None]
    else:
        markings = [report.marking]

    assert [each for each in markings if each.statement[1:] not in said] == []


@given(reports())
@slow_to_make
def test_every_row_that_is_not_in_a_withheld_appendix_stays(report: Report) -> None:
    view = public_view(report)

    if report.marking is None:
        assert [[row.indicator.reference for row in card.rows] for card in view.scorecards] == [
            [row.indicator.reference for row in card.rows] for card in report.scorecards
        ]


# What is suppressed cannot be worked out. On small tables every table is tried that a reader
# could take for the true one: whole counts, none negative, that add up to all that is shown.


def cells_of(table: CountTable) -> tuple[int | Missing, ...]:
    """Every printed cell, row by row, then the totals."""
    total = () if table.total is None else (table.total,)
    return (*itertools.chain(*table.counts), *table.row_totals, *table.column_totals, *total)


def tables_like(shown: CountTable, least: int) -> Iterator[tuple[int, ...]]:
    """The cells of every table that a reader could take for the true one.

    A count is at most the total that is shown of its row or column. Where none is shown it knows
    no bound, and a few numbers are enough to find two.
    """
    for counts in _fillings(shown, least, ()):
        whole = CountTable.with_totals(shown.title, shown.rows, shown.columns, counts)
        cells = (
            *itertools.chain(*counts),
            *(whole.row_totals if shown.row_totals else ()),
            *(whole.column_totals if shown.column_totals else ()),
            *(() if shown.total is None else (whole.total,)),
        )
        fits = zip(cells, cells_of(shown), strict=True)
        if all(isinstance(seen, Missing) or seen == cell for cell, seen in fits):
            yield tuple(each for each in cells if isinstance(each, int))


def _fillings(
    shown: CountTable, least: int, above: tuple[tuple[int, ...], ...]
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Fill in row after row, each so that it adds up to its total."""
    if len(above) == len(shown.rows):
        yield above
        return
    seen = shown.counts[len(above)]
    total = shown.row_totals[len(above)] if shown.row_totals else Missing("no_data")
    choices = [
        range(least, _most(shown, total, column) + 1) if isinstance(each, Missing) else [each]
        for column, each in enumerate(seen)
    ]
    for row in itertools.product(*choices):
        if isinstance(total, Missing) or sum(row) == total:
            yield from _fillings(shown, least, (*above, row))


def _most(shown: CountTable, row_total: int | Missing, column: int) -> int:
    column_total = shown.column_totals[column] if shown.column_totals else Missing("no_data")
    known = [each for each in (row_total, column_total) if not isinstance(each, Missing)]
    return min(known, default=5)


@st.composite
def small_tables(draw: st.DrawFn) -> CountTable:
    rows, columns = draw(st.sampled_from([(1, 2), (1, 3), (1, 4), (2, 1), (3, 1), (2, 2), (2, 3)]))
    most = 9 if rows * columns <= 4 else 5
    number = st.integers(0, most)
    counts = draw(
        st.lists(
            st.lists(number, min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
    full = CountTable.with_totals(
        "Cases",
        [f"r{each}" for each in range(rows)],
        [f"c{each}" for each in range(columns)],
        counts,
    )
    kept = draw(st.sampled_from(["all", "rows", "columns", "rows and total", "none"]))
    return attrs.evolve(
        full,
        row_totals=full.row_totals if kept.startswith(("all", "rows")) else (),
        column_totals=full.column_totals if kept in {"all", "columns"} else (),
        total=full.total if kept in {"all", "rows and total"} else None,
    )


@given(small_tables(), st.integers(3, 6), st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_no_suppressed_count_can_be_worked_out_from_what_is_shown(
    table: CountTable, threshold: int, keep_zeros: bool
) -> None:
    shown = suppress(table, threshold=threshold, keep_zeros=keep_zeros).table
    hidden = [place for place, each in enumerate(cells_of(shown)) if isinstance(each, Missing)]
    possible: list[set[int]] = [set() for _ in hidden]
    for cells in tables_like(shown, least=1 if keep_zeros else 0):
        # A reader also knows that something small is hidden.
        if min((cells[place] for place in hidden), default=0) < threshold:
            for place, seen in zip(hidden, possible, strict=True):
                seen.add(cells[place])
        if all(len(each) > 1 for each in possible):
            break

    assert [len(each) for each in possible if len(each) < 2] == []


def every_table(rows: int, columns: int, most: int) -> Iterator[CountTable]:
    """Every table of a shape whose counts come to so much at most, with the totals it needs."""
    for cells in itertools.product(range(most + 1), repeat=rows * columns):
        if sum(cells) <= most:
            table = CountTable.with_totals(
                "Cases",
                [f"r{each}" for each in range(rows)],
                [f"c{each}" for each in range(columns)],
                [cells[at : at + columns] for at in range(0, len(cells), columns)],
            )
            yield table if rows > 1 else attrs.evolve(table, column_totals=(), total=None)


@pytest.mark.parametrize(
    ("rows", "columns", "most", "threshold"),
    [(1, 3, 11, 3), (1, 3, 13, 5), (1, 4, 8, 3), (2, 2, 8, 3), (2, 2, 9, 4), (2, 3, 5, 3)],
)
def test_a_reader_who_tries_the_suppression_on_every_table_works_out_nothing(
    rows: int, columns: int, most: int, threshold: int
) -> None:
    """Among the tables that come out as the published one, each hidden count takes two values."""
    true_ones: dict[tuple[int | None, ...], list[tuple[int | Missing, ...]]] = {}
    for table in every_table(rows, columns, most):
        shown = cells_of(suppress(table, threshold=threshold).table)
        picture = tuple(None if isinstance(each, Missing) else each for each in shown)
        true_ones.setdefault(picture, []).append(cells_of(table))

    told = [
        picture
        for picture, tables in true_ones.items()
        for place, seen in enumerate(picture)
        if seen is None and len({cells[place] for cells in tables}) < 2
    ]

    assert told == []


@given(small_tables(), st.integers(3, 6), st.booleans())
def test_no_count_below_the_threshold_is_shown(
    table: CountTable, threshold: int, keep_zeros: bool
) -> None:
    shown = suppress(table, threshold=threshold, keep_zeros=keep_zeros).table
    small = {each for each in cells_of(shown) if not isinstance(each, Missing)}

    assert all(each >= threshold or (keep_zeros and each == 0) for each in small)


@given(small_tables(), st.integers(2, 6))
def test_hidden_parts_of_a_shown_total_come_to_the_threshold_or_more(
    table: CountTable, threshold: int
) -> None:
    shown = suppress(table, threshold=threshold).table
    lines = list(zip(shown.counts, shown.row_totals, strict=False))
    lines += list(zip(zip(*shown.counts, strict=True), shown.column_totals, strict=False))

    for parts, total in lines:
        seen = [each for each in parts if not isinstance(each, Missing)]
        if not isinstance(total, Missing) and len(seen) < len(parts):
            assert total - sum(seen) >= threshold


@given(small_tables(), st.integers(2, 6))
def test_what_is_shown_after_suppression_is_what_was_there(
    table: CountTable, threshold: int
) -> None:
    shown = suppress(table, threshold=threshold).table

    for before, after in zip(cells_of(table), cells_of(shown), strict=True):
        assert isinstance(after, Missing) or after == before


@given(small_tables())
def test_a_table_without_small_counts_is_left_alone(table: CountTable) -> None:
    large = all(not isinstance(each, Missing) and each >= 2 for each in cells_of(table))

    assert (suppress(table, threshold=2).table == table) is large
