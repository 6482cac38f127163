"""Exemptions: information that a council may keep from the public, and under which paragraph."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import (
    as_member,
    as_tuple,
    check_date,
    check_flag,
    check_instance,
    check_text,
)
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model._regime import Regime
from councilperf.model._role import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Exemption"]


def _as_regime(value: Regime | str) -> Regime:
    return as_member("regime", value, Regime)


def _as_paragraphs(values: Iterable[str | int] | str | int) -> tuple[str, ...]:
    several = (values,) if isinstance(values, str | int) else as_tuple(values)
    return tuple(_as_number(each) for each in several)


def _as_number(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FieldTypeError("paragraphs", value, "paragraph numbers, such as 3 or '7A'")
    return str(value).strip().upper()


@final
@frozen
class Exemption:
    """Exempt information: the council *may* keep it from the public, under a numbered paragraph.

    >>> Exemption("england", [3, 5]).statement
    'withheld under paragraphs 3 and 5 of Part 1 of Schedule 12A to the Local Government Act 1972'

    *public_interest* is why keeping it exempt outweighs disclosing it; it is published, as are
    *decided_by*, the role that decided, and *review*, the day the decision is looked at again.
    *contract_terms* says that it tells the terms of a contract still being negotiated, which
    closes to members a paragraph otherwise open to them. A paragraph that the regime does not
    have is refused, and the error names the regimes that have it.
    """

    regime: Regime = field(converter=_as_regime)
    paragraphs: tuple[str, ...] = field(converter=_as_paragraphs)
    public_interest: str | None = field(default=None, kw_only=True)
    decided_by: Role | None = field(default=None, kw_only=True)
    review: dt.date | None = field(default=None, kw_only=True)
    contract_terms: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("public_interest", self.public_interest, optional=True)
        check_instance("decided_by", self.decided_by, Role, optional=True)
        check_date("review", self.review, optional=True)
        check_flag("contract_terms", self.contract_terms)
        if not self.paragraphs or len(set(self.paragraphs)) < len(self.paragraphs):
            raise FieldValueError(
                "paragraphs", self.paragraphs, "one paragraph or more, each once only"
            )
        for number in self.paragraphs:
            _refuse_foreign(self.regime, number)
        kept_back = any(
            self.regime.paragraph(each).closed_on_contract_terms for each in self.paragraphs
        )
        if self.contract_terms and not kept_back:
            raise FieldValueError(
                "contract_terms",
                self.contract_terms,
                "True only with the paragraph on finances or business of its regime",
            )

    @property
    def statement(self) -> str:
        """What is printed in place of the information.

        >>> Exemption("wales", 14).statement
        'withheld under paragraph 14 of Part 4 of Schedule 12A to the Local Government Act 1972'
        """
        *most, last = self.paragraphs
        numbers = f"s {', '.join(most)} and {last}" if most else f" {last}"
        return f"withheld under paragraph{numbers} of {self.regime.schedule} to {self.regime.act}"

    @property
    def sentence(self) -> str:
        """What stands in place of a text: the statement as a sentence.

        >>> Exemption("wales", 14).sentence[:12], Exemption("wales", 14).sentence[-5:]
        ('Withheld und', '1972.')
        """
        return f"{self.statement[0].upper()}{self.statement[1:]}."

    @property
    def is_open_to_members(self) -> bool:
        """Say whether every councillor may inspect it, whoever sits on the committee.

        >>> [Exemption("england", each).is_open_to_members for each in ([3], [6], [1, 3])]
        [True, True, False]

        It is when each of its paragraphs is open to them. What a councillor needs to know for
        their duties they may see beyond this, at common law.
        """
        if self.contract_terms:
            return False
        return all(self.regime.paragraph(each).open_to_members for each in self.paragraphs)


def _refuse_foreign(regime: Regime, number: str) -> None:
    having = [
        each.value for each in Regime if number in {found.number for found in each.paragraphs}
    ]
    if regime.value in having:
        return
    known = ", ".join(each.number for each in regime.paragraphs)
    elsewhere = f"; {number} is a paragraph of {', '.join(having)}" if having else ""
    raise FieldValueError("paragraphs", number, f"a paragraph of {regime}: {known}{elsewhere}")
