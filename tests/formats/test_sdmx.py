"""SDMX status and SDMX-CSV: what UK shorthand becomes, and what is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats import (
    ConfidentialityStatus,
    ObservationStatus,
    SdmxStatus,
    UkShorthand,
    from_sdmx_status,
    to_sdmx_status,
    write_sdmx_csv,
)
from councilperf.model import Answer, Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ACADEMIC, ReportingPeriod
from councilperf.strategies import observations
from councilperf.values import Absence, Mark, Missing

Q2 = ReportingPeriod.quarter(2019, 2)


def status(value: object, *marks: Mark) -> SdmxStatus:
    return to_sdmx_status(Observation(Q2, value, marks=marks))  # type: ignore[arg-type]


class TestFromShorthand:
    @pytest.mark.parametrize(
        ("marks", "code"),
        [
            ([], "A"),
            ([Mark.SERIES_BREAK], "B"),
            ([Mark.ESTIMATED], "E"),
            ([Mark.FORECAST], "F"),
            ([Mark.NOT_SIGNIFICANT], "N"),
            ([Mark.PROVISIONAL], "P"),
            ([Mark.UNRELIABLE], "U"),
        ],
    )
    def test_a_mark_has_its_code_and_nothing_is_lost(self, marks: list[Mark], code: str) -> None:
        assert status(42, *marks) == SdmxStatus(code)

    @pytest.mark.parametrize("mark", [Mark.REVISED, Mark.LOW])
    def test_two_marks_have_none(self, mark: Mark) -> None:
        assert status(42, mark) == SdmxStatus(
            "A", lost=[f"{mark.shorthand} {mark.words} has no status"]
        )

    def test_of_several_marks_the_first_in_precedence_is_carried(self) -> None:
        assert status(42, Mark.PROVISIONAL, Mark.ESTIMATED, Mark.SERIES_BREAK) == SdmxStatus(
            "B",
            lost=[
                "[e] estimated gives way to B (break in series)",
                "[p] provisional gives way to B (break in series)",
            ],
        )

    @pytest.mark.parametrize(
        ("reason", "code", "confidentiality"),
        [
            ("no_data", "O", "F"),
            ("not_applicable", "M", "F"),
            ("suppressed", "Q", "C"),
            ("withheld", "Q", "N"),
            ("series_break", "B", "F"),
            ("suspended", "L", "F"),
        ],
    )
    def test_a_reason_has_its_code_and_nothing_is_lost(
        self, reason: str, code: str, confidentiality: str
    ) -> None:
        assert status(Missing(reason)) == SdmxStatus(code, confidentiality)

    def test_every_other_reason_becomes_no_data_and_that_is_told(self) -> None:
        kept = {"no_data", "not_applicable", "suppressed", "withheld", "series_break", "suspended"}
        for reason in set(Absence) - kept:
            made = status(Missing(reason))

            assert made == SdmxStatus("O", lost=[f"{reason.words!r} becomes 'no data'"])

    def test_marks_and_notes_of_a_missing_figure_are_told(self) -> None:
        assert status(Missing("no_data", note="late"), Mark.REVISED, Mark.ESTIMATED).lost == (
            "[e] estimated gives way to O (missing, no reason given)",
            "[r] revised has no status",
            "the note on why there is no figure has no place",
        )

    def test_a_break_stands_before_the_reason(self) -> None:
        assert status(Missing("suppressed"), Mark.SERIES_BREAK) == SdmxStatus("B", "C")
        assert status(Missing("no_data"), Mark.SERIES_BREAK) == SdmxStatus(
            "B",
            lost=[
                "[b] break in the series gives way to B (break in series)",
                "'no data' becomes 'break in the series'",
            ],
        )


class TestToShorthand:
    @pytest.mark.parametrize(
        ("code", "marks", "lost"),
        [
            ("A", [], []),
            ("P", [Mark.PROVISIONAL], []),
            ("B", [Mark.SERIES_BREAK], []),
            ("I", [Mark.ESTIMATED], ["I (imputed) is read as [e] estimated"]),
            ("V", [Mark.PROVISIONAL], ["V (unvalidated) is read as [p] provisional"]),
            ("G", [], ["G (experimental) has no mark"]),
            ("D", [], ["D (definition differs) has no mark"]),
            ("W", [], ["W (includes another category) has no mark"]),
            ("J", [], ["J (derogation) has no mark"]),
            ("S", [], ["S (strike or special event) has no mark"]),
        ],
    )
    def test_a_figures_code(self, code: str, marks: list[Mark], lost: list[str]) -> None:
        assert from_sdmx_status(code, has_figure=True) == UkShorthand(marks, None, lost)

    @pytest.mark.parametrize(
        ("code", "reason", "lost"),
        [
            ("O", "no_data", []),
            ("M", "not_applicable", []),
            ("Q", "suppressed", []),
            ("L", "suspended", []),
            ("B", "series_break", []),
            ("H", "no_data", ["H (missing, holiday or weekend) is read as 'no data'"]),
            ("K", "no_data", ["K (included in another category) is read as 'no data'"]),
            ("J", "no_data", ["J (derogation) is read as 'no data'"]),
        ],
    )
    def test_a_missing_figures_code(self, code: str, reason: str, lost: list[str]) -> None:
        assert from_sdmx_status(code, has_figure=False) == UkShorthand([], Missing(reason), lost)

    def test_confidentiality_says_why_a_figure_is_missing(self) -> None:
        assert from_sdmx_status("Q", "N", has_figure=False).missing == Missing("withheld")
        assert from_sdmx_status("O", "C", has_figure=False).missing == Missing("suppressed")
        assert from_sdmx_status("Q", "P", has_figure=False) == UkShorthand(
            [],
            Missing("suppressed"),
            ["P (secret for other than statistical reasons) has no mark"],
        )

    def test_a_figure_that_is_confidential_is_told(self) -> None:
        assert from_sdmx_status("A", "C", has_figure=True).lost == (
            "C (confidential) has no mark for a figure",
        )

    @pytest.mark.parametrize("code", ["A", "P", "D"])
    def test_a_figures_code_needs_a_figure(self, code: str) -> None:
        with pytest.raises(FieldValueError, match="one that goes with no figure"):
            from_sdmx_status(code, has_figure=False)

    @pytest.mark.parametrize("code", ["O", "Q", "K"])
    def test_a_missing_figures_code_goes_with_none(self, code: str) -> None:
        with pytest.raises(FieldValueError, match="one that goes with a figure"):
            from_sdmx_status(code, has_figure=True)

    def test_mistakes_raise(self) -> None:
        with pytest.raises(FieldValueError, match="one of B, O, M, L"):
            from_sdmx_status("X", has_figure=True)
        with pytest.raises(FieldValueError, match="one of F, C, N, P"):
            from_sdmx_status("A", "X", has_figure=True)
        with pytest.raises(FieldTypeError):
            from_sdmx_status("A", has_figure=1)  # type: ignore[arg-type]
        with pytest.raises(FieldTypeError):
            to_sdmx_status(42)  # type: ignore[arg-type]


@given(observations() | st.builds(
    Observation, st.just(Q2), st.builds(Missing, st.sampled_from(Absence)),
    marks=st.frozensets(st.sampled_from(Mark)),
))  # fmt: skip
def test_what_is_not_told_as_lost_comes_back(observation: Observation) -> None:
    made = to_sdmx_status(observation)
    missing = observation.value if isinstance(observation.value, Missing) else None
    back = from_sdmx_status(made.status, made.confidentiality, has_figure=missing is None)

    assert (made.lost == ()) is ((back.marks, back.missing) == (observation.marks, missing))


@pytest.mark.parametrize("code", ObservationStatus)
@pytest.mark.parametrize("confidentiality", ConfidentialityStatus)
def test_every_code_is_read(
    code: ObservationStatus, confidentiality: ConfidentialityStatus
) -> None:
    for has_figure, word in ((True, "a figure"), (False, "no figure")):
        if code.goes_with in (word, "either"):
            read = from_sdmx_status(code, confidentiality, has_figure=has_figure)
            assert (read.missing is None) is has_figure
            back = to_sdmx_status(Observation(Q2, read.missing or 1, marks=read.marks))
            assert read.lost or (back.status, back.confidentiality) in {
                (code, confidentiality),
                (ObservationStatus.SUPPRESSED, confidentiality),
                (code, ConfidentialityStatus.CONFIDENTIAL),
            }


class TestSdmxCsv:
    def card(self) -> Scorecard:
        academic = ReportingPeriod.quarter(2019, 1, calendar=ACADEMIC)
        row = ScorecardRow(
            Indicator("CSC 1", "=Visits, in time", unit="%"),
            [
                Observation(Q2, "95.80", marks=[Mark.REVISED, Mark.PROVISIONAL], note="n"),
                Observation(Q2.next(), Missing("suppressed", note="<5")),
                Observation(Q2.year(), Missing("not_due")),
                Observation(Q2.year_to_date(), Answer.YES),
                Observation(academic, 5),
            ],
        )
        return Scorecard("S", [row])

    def rows(self) -> list[dict[str, str]]:
        text = write_sdmx_csv(self.card()).decode()
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_it_says_first_of_what_structure_it_is(self) -> None:
        assert write_sdmx_csv(self.card(), structure="CEC:KPI(2.0.1)").startswith(
            b"STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,PERIOD,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
            b"CONF_STATUS,UNIT_MEASURE,REPORTING_YEAR_START_DAY,UK_SHORTHAND,TITLE,COMMENT_OBS\r\n"
            b"dataflow,CEC:KPI(2.0.1),I,CSC 1,2019-Q2@04,2019-Q2,95.80,P,F,percent,--04-01,"
            b'[p] [r],"\'=Visits, in time",n\r\n'
        )

    def test_a_missing_figure_is_blank_with_its_status(self) -> None:
        suppressed, due = self.rows()[1:3]

        assert suppressed["OBS_VALUE"] == due["OBS_VALUE"] == ""
        assert (suppressed["OBS_STATUS"], suppressed["CONF_STATUS"]) == ("Q", "C")
        assert suppressed["UK_SHORTHAND"] == "[c] <5"
        assert (due["OBS_STATUS"], due["UK_SHORTHAND"]) == ("O", "[not due yet]")

    def test_a_period_that_sdmx_has_no_name_for_is_its_days(self) -> None:
        assert [(row["PERIOD"], row["TIME_PERIOD"]) for row in self.rows()[2:]] == [
            ("2019-A1@04", "2019-A1"),
            (Q2.year_to_date().code, "2019-04-01/P183D"),
            ("2019-Q1@09", "2019-Q1"),
        ]
        assert self.rows()[4]["REPORTING_YEAR_START_DAY"] == "--09-01"

    def test_a_figure_that_is_no_number_is_its_word(self) -> None:
        assert self.rows()[3]["OBS_VALUE"] == "yes"
        date = ScorecardRow(Indicator("1", "A"), [Observation(Q2, Q2.end)])
        assert b",2019-09-30,A,F,number," in write_sdmx_csv(Scorecard("S", [date]))

    @pytest.mark.parametrize("structure", ["KPI", "CEC:KPI", "CEC:KPI(1)x", "=A:B(1)", "A:B(x)"])
    def test_a_structure_has_one_shape(self, structure: str) -> None:
        with pytest.raises(FieldValueError, match="AGENCY:ID"):
            write_sdmx_csv(self.card(), structure=structure)
