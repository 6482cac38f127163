"""Units: what a figure counts, and how it is printed with its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_text
from councilperf.errors import FieldTypeError
from councilperf.values import format_number

if TYPE_CHECKING:
    from councilperf._typing import Exact

__all__ = ["NUMBER", "PERCENT", "POUNDS", "Unit"]


@final
@frozen
class Unit:
    """What a figure counts, with what is printed before and after it.

    >>> Unit.parse("%").show(78), Unit.parse("days").show(12), Unit.parse("£").show(1234)
    ('78%', '12 days', '£1,234')
    """

    name: str
    before: str = ""
    after: str = ""
    #: What a difference of two such figures counts: percentages differ by points.
    difference_after: str = ""

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        for place in ("before", "after", "difference_after"):
            text = getattr(self, place)
            if not isinstance(text, str):
                raise FieldTypeError(place, text, "text, or '' for none")

    @staticmethod
    def parse(text: str) -> Unit:
        """Read a unit as it stands in a Unit column; a word nobody knows is printed after figures.

        >>> Unit.parse("Percentage") == PERCENT, Unit.parse("per 100,000").show(31)
        (True, '31 per 100,000')
        """
        check_text("unit", text)
        name = " ".join(text.split())
        known = _KNOWN.get(name.casefold())
        return known if known is not None else Unit(name, "", f" {name}", f" {name}")

    def show(self, number: Exact | int, *, decimals: int | None = None) -> str:
        """Print a figure with its unit.

        >>> from decimal import Decimal
        >>> POUNDS.show(Decimal("-1234.50"))
        '-£1,234.50'
        """
        return self._printed(number, decimals, self.after)

    def show_difference(self, number: Exact | int, *, decimals: int | None = None) -> str:
        """Print how far two figures are apart.

        >>> from decimal import Decimal
        >>> PERCENT.show_difference(Decimal("11.8")), PERCENT.show_difference(1)
        ('11.8 points', '1 point')
        """
        return self._printed(number, decimals, self.difference_after)

    def _printed(self, number: Exact | int, decimals: int | None, after: str) -> str:
        printed = format_number(number, decimals=decimals)
        if number in {1, -1} and after.endswith(_COUNTED):
            after = after[:-1]
        sign, digits = ("-", printed[1:]) if printed.startswith("-") else ("", printed)
        return f"{sign}{self.before}{digits}{after}"


#: What papers count one by one: of these, one is printed without the "s".
_COUNTED = ("points", "minutes", "hours", "days", "weeks", "months", "years")

PERCENT = Unit("percent", "", "%", " points")
POUNDS = Unit("pounds", "£", "", "")
NUMBER = Unit("number")

_KNOWN = {
    name: unit
    for unit, names in (
        (PERCENT, ("%", "percent", "per cent", "percentage", "pct")),
        (POUNDS, ("£", "gbp", "pounds", "pound")),
        (NUMBER, ("number", "no", "no.", "num", "count", "#", "n", "numeric", "integer")),
    )
    for name in names
}
