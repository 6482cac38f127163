"""Absence with its reason, and the UK statistical shorthand."""

from __future__ import annotations

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.values import Absence, Mark, Missing, number_or_missing


def test_every_reason_has_words_of_its_own() -> None:
    words = [each.words for each in Absence]

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("member", [*Absence, *Mark])
def test_a_shorthand_stands_for_one_thing(member: Absence | Mark) -> None:
    if member.shorthand:
        assert Mark.from_shorthand(f" {member.shorthand.upper()} ") is member


def test_a_shorthand_that_is_not_on_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(FieldValueError, match=r"mark: '\[q\]' is not allowed.*\[b\] \[c\]"):
        Mark.from_shorthand("[q]")


def test_an_absence_says_its_reason_and_its_note() -> None:
    missing = Missing(Absence.NOT_DUE, note="annual, in July")

    assert str(missing) == "not due yet (annual, in July)"
    assert repr(missing) == "Missing('not_due', note='annual, in July')"
    assert repr(Missing("no_data")) == "Missing('no_data')"


def test_an_absence_for_a_reason_on_no_list_is_refused_with_the_list() -> None:
    with pytest.raises(
        FieldValueError, match="reason: 'gone' is not allowed; give one of no_data"
    ):
        Missing("gone")


def test_a_note_is_text() -> None:
    with pytest.raises(FieldTypeError, match="note"):
        Missing("no_data", note=None)  # type: ignore[arg-type]


def test_a_reason_alone_is_an_absence_in_a_record() -> None:
    assert number_or_missing(Absence.SUPPRESSED) == Missing("suppressed")
    assert number_or_missing(Missing("suppressed", note="<5")).note == "<5"  # type: ignore[union-attr]
