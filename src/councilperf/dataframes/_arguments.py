"""What callers say of a frame: the names of the columns that they have, and of those they want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import as_tuple, check_each
from councilperf.errors import FieldValueError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

__all__ = ["as_names", "check_added"]


def as_names(field: str, given: str | Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns; one may stand alone.

    >>> as_names("by", "service"), as_names("by", ["service", "period"])
    (('service',), ('service', 'period'))
    """
    names = (given,) if isinstance(given, str) else as_tuple(given)
    check_each(field, names, str)
    return names


def check_added(added: Sequence[str], names: Collection[str]) -> None:
    """Refuse to add a column under a name that the frame has, or that is added twice."""
    for place, name in enumerate(added):
        if name in names or name in added[:place]:
            raise FieldValueError("name", name, "a name that no column of the frame has")
