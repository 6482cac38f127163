"""Cells as councils type them: what is read, and what each unreadable one is told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from councilperf.formats._sheet._cells import UnreadableError, read_figures
from councilperf.formats._sheet._defused import defused, restored
from councilperf.formats._sheet._target_cells import read_aim
from councilperf.formats._sheet._words import NO_VALUE_WORDS, read_missing
from councilperf.model import Answer, Polarity, Range
from councilperf.values import Absence, Mark, Missing


@pytest.mark.parametrize(
    ("text", "number", "affix"),
    [
        ("95.80", "95.80", ""),
        ("  95.8 ", "95.8", ""),
        ("-3.2", "-3.2", ""),
        ("−3.2", "-3.2", ""),
        ("–3.2", "-3.2", ""),
        ("+3.2", "3.2", ""),
        (".73", "0.73", ""),
        ("1,234", "1234", ""),
        ("£1,234.50", "1234.50", "£"),
        ("-£1,234.50", "-1234.50", "£"),
        ("£-5", "-5", "£"),
        ("95.8%", "95.8", "%"),
        ("95.8 %", "95.8", "%"),
        ("12 days", "12", "days"),
        ("31 per 100,000", "31", "per 100,000"),
    ],
)
def test_a_number_is_read_with_the_unit_typed_beside_it(
    text: str, number: str, affix: str
) -> None:
    figures = read_figures(text)

    assert figures is not None
    assert (figures.value, figures.affix) == (Decimal(number), affix)
    assert str(figures.value) == number


def test_a_number_in_brackets_is_negative_and_that_is_said() -> None:
    figures = read_figures("(£1,234)")

    assert figures is not None
    assert (figures.value, figures.affix) == (Decimal(-1234), "£")
    assert figures.assumed == "a figure in brackets is read as negative"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("95.8 [p]", {Mark.PROVISIONAL}),
        ("95.8 (p)", {Mark.PROVISIONAL}),
        ("95.8(Provisional)", {Mark.PROVISIONAL}),
        ("95.8 [p] [r]", {Mark.PROVISIONAL, Mark.REVISED}),
        ("95.8 [p, r]", {Mark.PROVISIONAL, Mark.REVISED}),
        ("0 [low]", {Mark.LOW}),
        ("95.8 (est)", {Mark.ESTIMATED}),
        ("95.8 [f]", {Mark.FORECAST}),
    ],
)
def test_a_mark_beside_a_number_is_kept(text: str, marks: set[Mark]) -> None:
    figures = read_figures(text)

    assert figures is not None
    assert figures.marks == marks
    assert isinstance(figures.value, Decimal)


def test_a_footnote_sign_is_kept_in_a_note() -> None:
    figures = read_figures("95.8 [p]*")

    assert figures is not None
    assert figures.value == Decimal("95.8")
    assert figures.marks == {Mark.PROVISIONAL}
    assert figures.note == "printed as '95.8 [p]*'"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("N/A", Missing("not_applicable")),
        ("n.a.", Missing("not_applicable")),
        ("-", Missing("no_data")),
        ("—", Missing("no_data")),
        ("TBC", Missing("no_data", note="TBC")),
        ("to\u00a0be confirmed", Missing("no_data", note="to\u00a0be confirmed")),
        ("[c]", Missing("suppressed")),
        ("[C]", Missing("suppressed")),
        ("(x)", Missing("no_data")),
        ("<5", Missing("suppressed", note="<5")),
        ("fewer than 10", Missing("suppressed", note="fewer than 10")),
        ("not due", Missing("not_due")),
        ("not due yet (annual, in July)", Missing("not_due", note="annual, in July")),
        ("[w]", Missing("none_recorded")),
    ],
)
def test_words_in_place_of_a_number_say_why_there_is_none(text: str, missing: Missing) -> None:
    figures = read_figures(text)

    assert figures is not None
    assert figures.value == missing


@pytest.mark.parametrize("reason", list(Absence))
def test_every_reason_is_read_from_its_own_words(reason: Absence) -> None:
    for words in (reason.words, reason.shorthand, reason.value):
        if words:
            assert read_missing(words, NO_VALUE_WORDS) == Missing(reason)


@pytest.mark.parametrize("text", ["", "   ", "\u00a0", "\t\n"])
def test_a_blank_cell_says_nothing(text: str) -> None:
    assert read_figures(text) is None
    assert read_aim(text) is None


@pytest.mark.parametrize("text", ["Y", "yes", "TRUE"])
def test_an_answer_may_be_a_letter_or_what_a_spreadsheet_makes_of_it(text: str) -> None:
    figures = read_figures(text)

    assert figures is not None
    assert figures.value is Answer.YES
    assert bool(figures.assumed) is (text == "TRUE")


def test_answers_and_iso_dates_are_read() -> None:
    yes, day = read_figures("Yes [p]"), read_figures("2019-09-30")

    assert yes is not None
    assert yes.value is Answer.YES
    assert yes.marks == {Mark.PROVISIONAL}
    assert day is not None
    assert day.value == dt.date(2019, 9, 30)


@pytest.mark.parametrize("text", ["01/09/2019", "1/9/2019"])
def test_dates_as_spreadsheets_in_the_uk_save_them_are_read_day_first(text: str) -> None:
    day, aimed = read_figures(text), read_aim(text)

    assert day is not None
    assert aimed is not None
    assert day.value == aimed.aim == dt.date(2019, 9, 1)
    assert day.assumed == aimed.assumed == "dates such as 30/09/2019 are read day first"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lots", "it is no number"),
        ("1,23", "its commas do not mark off thousands"),
        ("1.234,5", "its commas do not mark off thousands"),
        ("1234,567", "its commas do not mark off thousands"),
        ("45 to 55", "there are two numbers in it"),
        ("5 out of 10", "there are two numbers in it"),
        ("45-55", "there are two numbers in it"),
        ("12/15", "there are two numbers in it"),
        ("80% (12/15)", "there are two numbers in it"),
        ("81 (1)", "there are two numbers in it"),
        ("1:25", "it is a time or a ratio"),
        ("12 : 1", "it is a time or a ratio"),
        ("00:02:35", "it is a time or a ratio"),
        ("30 Sept 2023", "it is a date"),
        ("30th September, 2023", "it is a date"),
        ("01-Dec", "it is a date"),
        ("81 est", "'est' says how good the figure is"),
        ("79 prov.", "'prov.' says how good the figure is"),
        ("4th", "it is a place in an order"),
        ("1E+05", "a spreadsheet shortened it"),
        ("1e999999", "a spreadsheet shortened it"),
        ("#DIV/0!", "a formula failed"),
        ("=A1+B1", "it is a formula"),
        ("31/02/2019", "it is a date"),
        ("30/09/19", "it is a date"),
        ("09.30.2019", "it is a date"),
        ("2019-02-31", "it is a date"),
        ("٣", "its digits are not 0 to 9"),
        ("１２", "its digits are not 0 to 9"),
        ("95.8p", "it may be marked 'p'"),
        ("£1.2m", "it has 'm' after a sum in pounds"),
        ("1.2m", "'m' may stand for a multiple"),
        ("--5", "it has two signs"),
        ("(-5)", "it has two signs"),
        ("(5", "it is no number"),
        ("5 [q]", "no figure is marked 'q'"),
        ("5 [c]", "it has a figure, and [c] says that there is none"),
        ("[c][x]", "it has a figure, and"),
        ("9" * 35, "it is out of range"),
        ("9" * 501, "it is far longer than any figure"),
        ("1_000", "it is no number"),
        ("NaN", "it is no number"),
        ("Infinity", "it is no number"),
        ("nil", "it is no number"),
    ],
)
def test_what_cannot_be_read_is_told_why(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_figures(text)

    assert caught.value.message.startswith(message)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "aim", "strict", "polarity"),
    [
        ("95.20", Decimal("95.20"), False, None),
        ("<5", Decimal(5), True, Polarity.LOWER),
        ("< 5%", Decimal(5), True, Polarity.LOWER),
        ("≤ 5", Decimal(5), False, Polarity.LOWER),
        ("<=5", Decimal(5), False, Polarity.LOWER),
        (">=90%", Decimal(90), False, Polarity.HIGHER),
        (">90", Decimal(90), True, Polarity.HIGHER),
        ("at least 90%", Decimal(90), False, Polarity.HIGHER),
        ("No more than 12 days", Decimal(12), False, Polarity.LOWER),
        ("Less than 5", Decimal(5), True, Polarity.LOWER),
        ("more than or equal to 5", Decimal(5), False, Polarity.HIGHER),
        ("90 or more", Decimal(90), False, Polarity.HIGHER),
        ("90+", Decimal(90), False, Polarity.HIGHER),
        ("12 days or fewer", Decimal(12), False, Polarity.LOWER),
        ("90 or better", Decimal(90), False, None),
        ("max 5", Decimal(5), False, Polarity.LOWER),
        ("45-55", Range(45, 55), False, Polarity.RANGE),
        ("45 – 55", Range(45, 55), False, Polarity.RANGE),
        ("45% to 55%", Range(45, 55), False, Polarity.RANGE),
        ("between 45 and 55", Range(45, 55), False, Polarity.RANGE),
        ("-5 to 5", Range(-5, 5), False, Polarity.RANGE),
        ("2 to 3 days", Range(2, 3), False, Polarity.RANGE),
        ("TBC", Missing("target_pending"), False, None),
        ("N/A", Missing("no_target"), False, None),
        ("-", Missing("no_target"), False, None),
        ("Baseline", Missing("baselining"), False, None),
        ("Data only", Missing("data_only"), False, None),
        ("[z]", Missing("not_applicable"), False, None),
        ("Yes", Answer.YES, False, None),
        ("2019-09-30", dt.date(2019, 9, 30), False, None),
    ],
)
def test_a_target_is_read_as_it_was_aimed(
    text: str, aim: object, strict: bool, polarity: Polarity | None
) -> None:
    aimed = read_aim(text)

    assert aimed is not None
    assert (aimed.aim, aimed.strict, aimed.polarity) == (aim, strict, polarity)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("55 to 45", "its low end is above its high end"),
        ("£45 to 55%", "its ends have different units"),
        ("as many as we can", "it is no number"),
        ("at least lots", "it is no number"),
        ("9" * 501, "it is far longer than any target"),
    ],
)
def test_a_target_that_cannot_be_read_is_told_why(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_aim(text)

    assert caught.value.message.startswith(message)


def test_a_target_in_words_is_told_what_targets_may_say() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_aim("Top quartile")

    assert "a range such as 45-55" in caught.value.remedy


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 1622", "-draft", "@council", "\tx", "\rx", "'=1", "''-", "Homes", "'Homes'"],
)
def test_text_that_a_spreadsheet_would_run_is_defused_and_restored(text: str) -> None:
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restored(defused(text)) == text
