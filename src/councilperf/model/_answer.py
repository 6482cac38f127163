"""Answers: the figure of an indicator that asks yes or no."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from councilperf.errors import FieldValueError

__all__ = ["Answer"]


class Answer(StrEnum):
    """Yes or no, where an indicator is met or not met and nothing lies between.

    >>> Answer.parse("Yes"), str(Answer.NO)
    (<Answer.YES: 'yes'>, 'no')
    """

    YES = "yes"
    NO = "no"

    @staticmethod
    def parse(text: str) -> Answer:
        """Read an answer as printed: "Yes", "Y", "No", "N".

        >>> Answer.parse("n")
        <Answer.NO: 'no'>
        """
        word = text.strip().lower()
        for each in Answer:
            if word in (each.value, each.value[0]):
                return each
        raise FieldValueError("answer", text, "'yes' or 'no'")

    def distance_to(self, other: Answer) -> Decimal:
        """Return 0 for the same answer, and more than any allowance for the other.

        >>> Answer.YES.distance_to(Answer.NO)
        Decimal('Infinity')
        """
        return _SAME if self is other else _OTHER


_SAME = Decimal(0)
_OTHER = Decimal("Infinity")
