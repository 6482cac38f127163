"""Shares: the members of one condition over the members of another, as papers headline them."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_member, check_flag, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.rules._condition import And, Condition, Is, Not, Or
from councilperf.rules._repr import repr_member
from councilperf.values import Rounding

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["Share"]


def _as_rounding(value: Rounding | Literal["half_up", "half_even", "truncate"]) -> Rounding:
    return as_member("rounding", value, Rounding)


@final
@frozen
class Share(Displayed):
    """A headline such as "82% of targeted indicators are green or yellow".

    >>> print(Share("on target", Is("rating", "green"), over=~Is("rating", "unrated")))
    on target: rating is green, over those where not (rating is unrated)

    *over* is the base; without one it is all items. *says_less_than_one* prints "less than 1%".
    """

    name: str
    of: Condition
    over: Condition | None = None
    decimals: int = field(default=0, kw_only=True)
    rounding: Rounding = field(
        default=Rounding.HALF_UP, converter=_as_rounding, kw_only=True, repr=repr_member
    )
    says_less_than_one: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_instance("of", self.of, (Is, And, Or, Not))
        check_instance("over", self.over, (Is, And, Or, Not), optional=True)
        check_whole("decimals", self.decimals, 0, 30)
        check_flag("says_less_than_one", self.says_less_than_one)

    def __str__(self) -> str:
        over = "all" if self.over is None else f"those where {self.over}"
        return f"{self.name}: {self.of}, over {over}"
