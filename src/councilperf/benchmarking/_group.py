"""Comparator groups: whom an area is compared with, who chose them, and when."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, final

from attrs import field, frozen

from councilperf._checks import as_member, as_tuple, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldValueError

if TYPE_CHECKING:
    from typing import TypeAlias

__all__ = ["ComparatorGroup", "GroupKind"]


class GroupKind(StrEnum):
    """How a comparator group was chosen.

    >>> GroupKind("statistical_neighbours").words
    'statistical neighbours'
    """

    @property
    def words(self) -> str:
        """What a paper prints for it."""
        return self.value.replace("_", " ")

    NATION = "nation"
    REGION = "region"
    STATISTICAL_NEIGHBOURS = "statistical_neighbours"
    FAMILY_GROUP = "family_group"
    OTHER = "other"


GroupKindWord: TypeAlias = Literal[
    "nation", "region", "statistical_neighbours", "family_group", "other"
]


def _as_kind(kind: GroupKind | GroupKindWord) -> GroupKind:
    return as_member("kind", kind, GroupKind)


@final
@frozen
class ComparatorGroup(Displayed):
    """The areas that one area is compared with, with the source and year of the choice.

    >>> neighbours = ComparatorGroup(
    ...     "Statistical neighbours of Halton",
    ...     ["Hartlepool", "Tameside", "St. Helens"],
    ...     kind="statistical_neighbours",
    ...     area="Halton",
    ...     source="DfE, Local Authority Interactive Tool",
    ...     year=2025,
    ... )
    >>> len(neighbours.members), "Halton" in neighbours.members
    (3, False)

    *area* is the one that the group was chosen for, and never a member of it; being somebody's
    neighbour is not mutual. Members keep their order, the closest first where there is one.
    """

    name: str
    members: tuple[str, ...] = field(converter=as_tuple)
    kind: GroupKind = field(converter=_as_kind, kw_only=True)
    source: str = field(kw_only=True)
    year: int = field(kw_only=True)
    area: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        for place, member in enumerate(self.members):
            check_text(f"members[{place}]", member)
        check_text("source", self.source)
        check_whole("year", self.year, 1889, 2200)
        check_text("area", self.area, optional=True)
        repeated = [member for member, times in Counter(self.members).items() if times > 1]
        if repeated:
            raise FieldValueError("members", repeated[0], "each area once")
        if self.area in self.members:
            raise FieldValueError("members", self.area, "a group without the area it is for")

    def __str__(self) -> str:
        return f"{self.name} ({self.source}, {self.year})"
