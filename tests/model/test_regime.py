"""The lists of exempt information: the numbers say nothing without the law they belong to."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf.errors import CouncilPerfError, UnknownNameError
from councilperf.model import Confidentiality, Exemption, Regime


@pytest.mark.parametrize(
    ("regime", "numbers"),
    [
        ("england", "1 2 3 4 5 6 7 7A 7B 7C"),
        ("england_before_2006", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19"),
        ("wales", "12 13 14 15 16 17 18 18A 18B 18C"),
        ("scotland", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
    ],
)
def test_a_regime_has_the_paragraphs_of_its_schedule(regime: str, numbers: str) -> None:
    assert " ".join(each.number for each in Regime(regime).paragraphs) == numbers


@pytest.mark.parametrize(
    ("regime", "numbers"),
    [
        # Section 100F as S.I. 2006/88 and W.S.I. 2007/969 have it; section 50F(2), which closes
        # 1 to 5, 7, 9, 11, 12 and 14.
        ("england", "3 6"),
        ("wales", "14 17"),
        ("scotland", "6 8 10 13 15"),
        ("england_before_2006", "7 8 10 13 15"),
    ],
)
def test_members_may_see_the_paragraphs_that_the_act_opens_to_them(
    regime: str, numbers: str
) -> None:
    opened = [each.number for each in Regime(regime).paragraphs if each.open_to_members]

    assert " ".join(opened) == numbers


def test_members_saw_before_2006_what_the_list_kept_for_wales_opens() -> None:
    """S.I. 2006/88 kept the English list for Wales as paragraphs 12 to 27, with one more among
    those on particular persons, and closed 12 to 18, 21, 23, 24 and 26 of it to members.
    """
    closed_in_wales = [number in {*range(12, 19), 21, 23, 24, 26} for number in range(12, 28)]
    before = [
        not each.open_to_members
        for each in Regime.ENGLAND_BEFORE_2006.paragraphs
        if not each.standards_only
    ]

    assert [True, *before] == closed_in_wales


def test_what_was_added_for_standards_committees_is_closed_to_members() -> None:
    added = [each for regime in Regime for each in regime.paragraphs if each.standards_only]

    assert [each.number for each in added if each.open_to_members] == []
    assert len(added) == 10


@pytest.mark.parametrize(
    ("regime", "number", "word"),
    [
        ("england", "7", "crime"),
        ("england_before_2006", "7", "finances"),
        ("england_before_2006", "14", "crime"),
        ("wales", "14", "finances"),
        ("wales", "18", "crime"),
        ("scotland", "6", "finances"),
        ("scotland", "7", "social-work"),
        ("scotland", "9", "contract"),
    ],
)
def test_one_number_means_different_things_in_different_lists(
    regime: str, number: str, word: str
) -> None:
    assert word in Regime(regime).paragraph(number).description


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (dt.date(2006, 2, 28), {"england_before_2006", "scotland"}),
        (dt.date(2006, 3, 1), {"england", "scotland"}),
        (dt.date(2007, 4, 21), {"england", "wales", "scotland"}),
        (dt.date(1986, 3, 31), set()),
    ],
)
def test_lists_are_in_force_from_day_to_day(day: dt.date, in_force: set[str]) -> None:
    assert {each.value for each in Regime if each.is_in_force(day)} == in_force


def test_a_paragraph_of_another_regime_is_refused_and_its_home_named() -> None:
    with pytest.raises(
        CouncilPerfError, match=r"a paragraph of england: 1, 2, .*; 12 is .* wales"
    ):
        Exemption("england", "12")


def test_an_unknown_paragraph_lists_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="Part 4 of Schedule 12A"):
        Regime.WALES.paragraph("3")


def test_paragraphs_are_read_as_numbers_or_as_printed() -> None:
    assert Exemption("england", [3, " 7a"]).paragraphs == ("3", "7A")


def test_several_paragraphs_are_stated_together() -> None:
    assert "paragraphs 1, 2 and 7 of" in Exemption("england", [1, 2, 7]).statement


def test_terms_still_being_negotiated_are_closed_to_members() -> None:
    assert Exemption("england", 3).is_open_to_members
    assert not Exemption("england", 3, contract_terms=True).is_open_to_members


def test_confidential_is_another_thing_than_exempt() -> None:
    marking = Confidentiality("scotland", "government_terms")

    assert "section 50A(3) of the Local Government (Scotland) Act 1973" in marking.statement
    assert not marking.is_open_to_members
