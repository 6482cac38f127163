"""Confidentiality: information that a council must not disclose, whatever it would like."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, final

from attrs import field, frozen

from councilperf._checks import as_member, check_instance
from councilperf.model._regime import Regime
from councilperf.model._role import Role

__all__ = ["Confidentiality", "ConfidentialityGround"]


class ConfidentialityGround(StrEnum):
    """Why information is confidential in law: there are two grounds and no third.

    >>> ConfidentialityGround.PROHIBITED.words
    'disclosure is prohibited by an enactment or the order of a court'
    """

    words: str

    def __new__(cls, key: str, words: str = "") -> Self:
        """Attach the words."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        return member

    GOVERNMENT_TERMS = (
        "government_terms",
        "furnished by a Government department on terms that forbid disclosure",
    )
    PROHIBITED = (
        "prohibited",
        "disclosure is prohibited by an enactment or the order of a court",
    )


def _as_regime(value: Regime | str) -> Regime:
    return as_member("regime", value, Regime)


def _as_ground(value: ConfidentialityGround | str) -> ConfidentialityGround:
    return as_member("ground", value, ConfidentialityGround)


@final
@frozen
class Confidentiality:
    """Confidential information: the council *must not* disclose it, and no paragraph is needed.

    >>> Confidentiality("england", "prohibited").statement
    'withheld as confidential under section 100A(3) of the Local Government Act 1972:
    disclosure is prohibited by an enactment or the order of a court'

    It is not open to members. There is no public-interest test, so none can be stated.
    """

    regime: Regime = field(converter=_as_regime)
    ground: ConfidentialityGround = field(converter=_as_ground)
    decided_by: Role | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("decided_by", self.decided_by, Role, optional=True)

    @property
    def statement(self) -> str:
        """What is printed in place of the information.

        >>> Confidentiality("scotland", "government_terms").statement[:39]
        'withheld as confidential under section '
        """
        section = f"{self.regime.confidential_section} of {self.regime.act}"
        return f"withheld as confidential under {section}: {self.ground.words}"

    @property
    def sentence(self) -> str:
        """What stands in place of a text: the statement as a sentence.

        >>> Confidentiality("scotland", "government_terms").sentence[:12]
        'Withheld as '
        """
        return f"{self.statement[0].upper()}{self.statement[1:]}."

    @property
    def is_open_to_members(self) -> bool:
        """Say whether councillors may inspect it: never.

        >>> Confidentiality("england", "prohibited").is_open_to_members
        False
        """
        return False
