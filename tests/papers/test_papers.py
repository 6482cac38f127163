"""The five papers as typed values: every field has its home, and what is wrong in them is found.

Beside this file stands a checklist for each paper: what is printed, where it lives in the typed
value, and what stands there. `examples/papers/` holds the values.
"""

from __future__ import annotations

import datetime as dt
import re
import runpy
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from councilperf.assurance import check
from councilperf.formats import dump_json, load_json
from councilperf.model import Report, StatedTally
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "papers"
PAPERS = sorted(path.stem for path in EXAMPLES.glob("*.py"))


class Line(NamedTuple):
    """A line of a checklist: what is printed, where it lives, what stands there."""

    printed: str
    where: str
    value: str


def paper_called(name: str) -> Report:
    """The typed paper."""
    paper = runpy.run_path(str(EXAMPLES / f"{name}.py"))["PAPER"]
    assert isinstance(paper, Report)
    return paper


def checklist_of(name: str) -> list[Line]:
    """The lines of the table in `<paper>.md`."""
    lines = (HERE / f"{name}.md").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return [Line(*row) for row in cells[2:]]


def plain(text: str) -> str:
    """A text without its markup, and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>|[*#]", "", text).split())


def found_at(value: object, path: str) -> object:
    """What stands at a path such as `recommendations[0].verb`."""
    for name, place in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = getattr(value, name) if name else value[int(place)]  # type: ignore[index]
    return value


def shown(value: object) -> str:
    """A value as the checklists write it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, tuple):
        return ", ".join(map(shown, value)) or "(none)"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)


def leaves(value: object, path: str = "") -> Iterator[str]:
    """The path of everything that is filled in."""
    is_whole = isinstance(value, str | int | dt.date | ReportingPeriod | Missing | Enum)
    if is_whole or (isinstance(value, tuple) and value and isinstance(value[0], dt.date)):
        yield path
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from leaves(each, f"{path}[{place}]")
    elif value is not None:
        kind = type(value)
        assert attrs.has(kind)
        filled = [
            field.name
            for field in attrs.fields(kind)
            if getattr(value, field.name) != field.default
        ]
        for name in filled:
            yield from leaves(getattr(value, name), f"{path}.{name}" if path else name)
        if not filled:
            yield path  # an empty list of background papers says that there are none


@pytest.fixture(params=PAPERS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def paper(name: str) -> Report:
    """The typed paper."""
    return paper_called(name)


@pytest.fixture
def extract(name: str, shared: Path) -> str:
    """The text of the paper, as it came to us."""
    return plain((shared / "seeds" / f"{name.replace('_', '-')}.txt").read_text("utf-8"))


IN_OTHER_WORDS = "(in other words)"
LEFT_OUT = "(left out)"


def test_there_are_five_papers_and_a_checklist_for_each() -> None:
    assert len(PAPERS) == 5
    assert sorted(path.stem for path in HERE.glob("*.md")) == PAPERS


def test_each_printed_field_stands_where_the_checklist_says(name: str, paper: Report) -> None:
    misplaced = {}
    for line in checklist_of(name):
        if line.where == LEFT_OUT:
            continue
        value = shown(found_at(paper, line.where))
        if line.value != value and not (line.value == IN_OTHER_WORDS and value):
            misplaced[line.where] = value

    assert misplaced == {}


def test_nothing_stands_in_a_typed_paper_that_its_checklist_does_not_place(
    name: str, paper: Report
) -> None:
    places = tuple(line.where for line in checklist_of(name))
    # Of a body that is named again only the name is printed again.
    again = re.compile(r"refer_to\.committee\.(council|kind)|\.heading$|\.kind$|\.capacity$")

    unplaced = [
        path
        for path in leaves(paper)
        if not any(
            path == place or path.startswith((f"{place}.", f"{place}[")) for place in places
        )
        and not any(place.startswith(f"{path}.") for place in places)
        and not again.search(path)
    ]

    assert unplaced == []


def test_what_the_checklist_calls_printed_is_printed(name: str, extract: str) -> None:
    unprinted = [
        line.printed
        for line in checklist_of(name)
        if not line.printed.startswith("(") or line.printed.startswith("(in this case")
        if line.printed not in extract
    ]

    assert unprinted == []


def test_no_paper_holds_an_address_or_number_of_a_person(paper: Report) -> None:
    assert [contact.telephones for contact in paper.contacts if contact.telephones] == []
    assert "@" not in repr(attrs.evolve(paper, contacts=()))
    assert all(
        contact.email is None or contact.email.startswith("scrutiny@")
        for contact in paper.contacts
    )


def test_a_paper_comes_back_from_json(paper: Report) -> None:
    assert load_json(dump_json(paper)) == paper


def as_printed(tally: StatedTally) -> str:
    """A row of a summary table."""
    counts = [shown(each.count) for each in tally.counts]
    return " ".join([shown(tally.title), *counts, shown(tally.total)])


def test_both_summary_tables_of_cheshire_east_come_out(shared: Path) -> None:
    extract = plain((shared / "seeds" / "cheshire-east-2019-11-25.txt").read_text("utf-8"))
    ratings, travels = paper_called("cheshire_east_2019_11_25").tallies

    assert [each.level for each in ratings.counts] == ["Red", "Amber", "Green", "n/a"]
    assert as_printed(ratings) == "This quarter 9 13 16 4 42"
    assert as_printed(ratings) in extract
    assert [each.level for each in travels.counts] == ["Improving", "Static", "Worsening", "n/a"]
    assert as_printed(travels) == "This quarter 11 12 18 1 42"
    assert as_printed(travels) in extract


class Expected(NamedTuple):
    """A finding, and what shows that it is true of the paper: what is printed, what is not."""

    severity: str
    code: str
    path: str
    printed: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


NO_REASONS = Expected("note", "reasons-absent", "reasons", absent=("Reason",))
NO_IMPLICATIONS = Expected("note", "implications-absent", "implications", absent=("mplication",))
EXPECTED = {
    "cheshire_east_2019_11_25": (),
    "halton_2022_11_14": (NO_REASONS,),
    "plymouth_2022_06_15": (),
    "worcestershire_2022_03_10": (
        Expected(
            "error",
            "two-years-for-one-period",
            "appendices[1].title",
            printed=(
                "Quarter 3 (October-December 2021)",
                "Appendix 2 – Budget Monitoring 2022/23 Quarter 3",
            ),
        ),
        Expected(
            "warning",
            "named-period-after-meeting",
            "appendices[1].title",
            printed=("10 MARCH 2022", "Appendix 2 – Budget Monitoring 2022/23 Quarter 3"),
        ),
        NO_IMPLICATIONS,
        NO_REASONS,
    ),
    "worcestershire_2022_11_03": (NO_IMPLICATIONS, NO_REASONS),
}


def test_check_finds_what_is_wrong_in_a_paper_and_no_more(name: str, paper: Report) -> None:
    found = [(each.severity.value, each.code, each.path) for each in check(paper)]

    assert found == [expected[:3] for expected in EXPECTED[name]]


def test_what_check_finds_is_true_of_the_paper(name: str, extract: str) -> None:
    for expected in EXPECTED[name]:
        assert [text for text in expected.printed if text not in extract] == []
        assert [text for text in expected.absent if text in extract] == []


def test_the_worcestershire_finding_shows_both_years_for_quarter_3() -> None:
    worst = check(paper_called("worcestershire_2022_03_10"))[0]

    assert "Q3 2022-23 (2022-10-01 to 2022-12-31)" in worst.message
    assert "Q3 2021-22 (2021-10-01 to 2021-12-31)" in worst.message


def test_an_appendix_held_elsewhere_is_not_missing_but_one_that_nobody_has_is() -> None:
    paper = paper_called("plymouth_2022_06_15")
    unheld = attrs.evolve(
        paper, appendices=[attrs.evolve(paper.appendices[0], held_elsewhere=False)]
    )

    assert check(paper) == ()
    assert [each.code for each in check(unheld)] == ["appendix-empty"]
