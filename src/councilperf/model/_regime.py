"""Regimes: the law on exempt information, country by country, with its numbered paragraphs."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Self, final

from attrs import field, frozen

from councilperf._checks import check_flag, check_text
from councilperf.errors import UnknownNameError
from councilperf.model._council import Country

__all__ = ["ExemptParagraph", "Regime"]


@final
@frozen
class ExemptParagraph:
    """One description of exempt information, in a few words of ours.

    >>> ExemptParagraph("1", "a particular individual") == Regime.ENGLAND.paragraph("1")
    True

    *open_to_members*: a councillor may inspect a paper that is exempt under this paragraph alone;
    with *closed_on_contract_terms*, not as far as it tells the terms of a contract that is still
    being negotiated. *standards_only*: it was added for standards committees alone.
    """

    number: str
    description: str
    open_to_members: bool = field(default=False, kw_only=True)
    closed_on_contract_terms: bool = field(default=False, kw_only=True)
    standards_only: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("number", self.number)
        check_text("description", self.description)
        check_flag("open_to_members", self.open_to_members)
        check_flag("closed_on_contract_terms", self.closed_on_contract_terms)
        check_flag("standards_only", self.standards_only)


class Regime(StrEnum):
    """Which list of exempt information a paragraph number belongs to.

    >>> Regime.WALES.paragraph("14").description == Regime.ENGLAND.paragraph("3").description
    True
    >>> Regime.ENGLAND_BEFORE_2006.paragraph("7").description
    'the finances or business of a particular person other than the council'

    The number alone says nothing: paragraph 7 was about finances in England until 2006 and is
    about crime since. *first_day* and *last_day* are when the list was, or is, in force.

    Each list, its days and what it opens to members were read at these addresses:

    - England: Schedule 12A to the Local Government Act 1972 and section 100F(2A), by S.I. 2006/88,
      in force on 1 March 2006 (legislation.gov.uk/uksi/2006/88/made); paragraphs 7A to 7C, for
      standards committees alone, by S.I. 2006/87 (legislation.gov.uk/uksi/2006/87/regulation/2);
    - England before: the Local Government (Access to Information) Act 1985, Schedule 1, Part I
      (nrscotland.gov.uk, record keeping, primary legislation), in force on 1 April 1986 (DoE
      circular 6/86); paragraphs 16 to 19, for standards committees alone, by S.I. 2003/1483
      (legislation.gov.uk/uksi/2003/1483/regulation/3);
    - Wales: section 100F(2D) and Part 4 of Schedule 12A, by W.S.I. 2007/969, in force on 21 April
      2007 (legislation.gov.uk/wsi/2007/969); paragraphs 18A to 18C, for standards committees
      alone, by W.S.I. 2007/951 (legislation.gov.uk/wsi/2007/951/regulation/4);
    - Scotland: Schedule 7A to the Local Government (Scotland) Act 1973 and section 50F(2), put in
      by the same Act of 1985 (legislation.gov.uk/ukpga/1973/65/schedule/7A and /section/50F).

    Not read is section 100F(2) as it stood in England before 2006. What it closed is taken from
    the form in which S.I. 2006/88 kept it for Wales: paragraphs 12 to 18, 21, 23, 24 and 26 of the
    same list with one paragraph more, which are 1 to 6, 9, 11, 12 and 14 here and, but for the
    paragraph on court staff, those of section 50F(2). Not held are a paragraph put into that list
    between 1985 and 2006, the list of Wales before 21 April 2007, and the law of Northern Ireland
    (Schedule 6 to its Local Government Act 2014). Where the paragraphs for standards committees
    stand with members is not said in what was read: they are taken as closed.
    """

    country: Country
    schedule: str
    act: str
    confidential_section: str
    first_day: dt.date
    last_day: dt.date | None

    def __new__(
        cls,
        key: str,
        country: Country = Country.ENGLAND,
        schedule: str = "",
        first_day: dt.date = dt.date.min,
        last_day: dt.date | None = None,
    ) -> Self:
        """Attach the country, the schedule and the days between which it holds."""
        member = str.__new__(cls, key)
        member._value_ = key
        scottish = country is Country.SCOTLAND
        member.country = country
        member.schedule = schedule
        member.act = (
            "the Local Government (Scotland) Act 1973"
            if scottish
            else "the Local Government Act 1972"
        )
        member.confidential_section = "section 50A(3)" if scottish else "section 100A(3)"
        member.first_day = first_day
        member.last_day = last_day
        return member

    ENGLAND = "england", Country.ENGLAND, "Part 1 of Schedule 12A", dt.date(2006, 3, 1)
    ENGLAND_BEFORE_2006 = (
        "england_before_2006",
        Country.ENGLAND,
        "Part 1 of Schedule 12A",
        dt.date(1986, 4, 1),
        dt.date(2006, 2, 28),
    )
    WALES = "wales", Country.WALES, "Part 4 of Schedule 12A", dt.date(2007, 4, 21)
    SCOTLAND = "scotland", Country.SCOTLAND, "Part 1 of Schedule 7A", dt.date(1986, 4, 1)

    @property
    def paragraphs(self) -> tuple[ExemptParagraph, ...]:
        """Every paragraph of the list, in its order.

        >>> [each.number for each in Regime.WALES.paragraphs]
        ['12', '13', '14', '15', '16', '17', '18', '18A', '18B', '18C']
        """
        return _PARAGRAPHS[self]

    def paragraph(self, number: str) -> ExemptParagraph:
        """Return the paragraph with this number, or raise `UnknownNameError` with those there are.

        >>> Regime.SCOTLAND.paragraph("12").description
        'advice, information or action in connection with legal proceedings, and counsel'
        """
        for each in _PARAGRAPHS[self]:
            if each.number == number:
                return each
        known = tuple(each.number for each in _PARAGRAPHS[self])
        raise UnknownNameError(f"paragraph of {self.schedule} ({self.value})", number, known)

    def is_in_force(self, on: dt.date) -> bool:
        """Say whether this is the list that holds on a day.

        >>> Regime.ENGLAND.is_in_force(dt.date(2005, 7, 1))
        False
        """
        return self.first_day <= on and (self.last_day is None or on <= self.last_day)


def _since_the_2000s(first: int, standards: str) -> tuple[ExemptParagraph, ...]:
    """Return the seven descriptions that England and Wales share, numbered from *first*."""
    return (
        ExemptParagraph(str(first), "a particular individual"),
        ExemptParagraph(str(first + 1), "what would probably show who an individual is"),
        ExemptParagraph(
            str(first + 2),
            "a particular person's finances or business, the council's own included",
            open_to_members=True,
            closed_on_contract_terms=True,
        ),
        ExemptParagraph(str(first + 3), "consultations or negotiations on labour relations"),
        ExemptParagraph(str(first + 4), "what legal professional privilege could be claimed for"),
        ExemptParagraph(
            str(first + 5),
            "a notice, order or direction that the council proposes to make",
            open_to_members=True,
        ),
        ExemptParagraph(str(first + 6), "the prevention, investigation or prosecution of crime"),
        ExemptParagraph(
            f"{standards}A", "what is subject to an obligation of confidence", standards_only=True
        ),
        ExemptParagraph(f"{standards}B", "matters of national security", standards_only=True),
        ExemptParagraph(
            f"{standards}C", "the deliberations of a standards committee", standards_only=True
        ),
    )


#: The list of 1985 in Scotland's numbers; which of it members may see stands in the second field.
_SCOTLAND = (
    ("a particular employee or office-holder, past, present or applying", False),
    ("a particular occupier of, or applicant for, the council's accommodation", False),
    ("a particular applicant for, or recipient of, a service of the council", False),
    ("a particular applicant for, or recipient of, financial assistance", False),
    ("the adoption, care, fostering or education of a particular child", False),
    ("the finances or business of a particular person other than the council", True),
    ("social-work reports on, and supervision of, a particular person", False),
    ("what the council proposes to spend under a particular contract", True),
    ("terms proposed in negotiations for a contract", False),
    ("who has offered a particular tender for a contract", True),
    ("consultations or negotiations on labour relations", False),
    ("advice, information or action in connection with legal proceedings, and counsel", False),
    ("a notice, order or direction that the council proposes to make", True),
    ("the prevention, investigation or prosecution of crime", False),
    ("who a protected informant is", True),
)
_COURT_STAFF = ("a particular employee of a magistrates' court or probation committee", False)
# England had a second paragraph on staff and none on social-work reports.
_ENGLAND_BEFORE_2006 = (_SCOTLAND[0], _COURT_STAFF, *_SCOTLAND[1:6], *_SCOTLAND[7:])


def _numbered(descriptions: tuple[tuple[str, bool], ...]) -> tuple[ExemptParagraph, ...]:
    return tuple(
        ExemptParagraph(str(number), description, open_to_members=is_open)
        for number, (description, is_open) in enumerate(descriptions, start=1)
    )


_STANDARDS_BEFORE_2006 = (
    ExemptParagraph("16", "the personal circumstances of any person", standards_only=True),
    *(
        ExemptParagraph(number, same.description, standards_only=True)
        for number, same in zip(("17", "18", "19"), _since_the_2000s(1, "7")[-3:], strict=True)
    ),
)

_PARAGRAPHS = {
    Regime.ENGLAND: _since_the_2000s(1, "7"),
    Regime.ENGLAND_BEFORE_2006: (*_numbered(_ENGLAND_BEFORE_2006), *_STANDARDS_BEFORE_2006),
    Regime.WALES: _since_the_2000s(12, "18"),
    Regime.SCOTLAND: _numbered(_SCOTLAND),
}
