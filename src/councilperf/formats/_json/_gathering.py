"""Errors of the parts of a list, gathered until there are more than anybody would read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from cattrs.errors import ForbiddenExtraKeysError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MOST_PROBLEMS", "Gathering", "PathError", "UnknownKeyError"]

#: How many problems of one document are told; a file of nothing but mistakes has millions.
MOST_PROBLEMS = 1_000


class UnknownKeyError(Exception):
    """A key that an object of its kind does not have; `known` are those that it has."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(key, known)
        self.key = key
        self.known = known


class PathError(Exception):
    """An error in a part of a shape, with the way to it; caught where problems are made."""

    def __init__(self, path: str, error: Exception) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


class Gathering:
    """The errors of a list's parts, without the frames that they were raised in.

    A frame takes far more memory than the part that is wrong. Keys that are not known count for
    nothing: lenient reading leaves out all of them at once.
    """

    def __init__(self) -> None:
        self.errors: list[Exception] = []
        self._count = 0

    def add(self, error: Exception) -> None:
        """Take an error, and all that it was made of."""
        self.errors.append(error)
        for each in _all_within(error):
            each.__traceback__ = each.__context__ = None
            self._count += not isinstance(each, _COUNT_FOR_NOTHING)

    @property
    def is_full(self) -> bool:
        """Say whether to look for no more."""
        return self._count >= MOST_PROBLEMS


_COUNT_FOR_NOTHING = (ExceptionGroup, PathError, UnknownKeyError, ForbiddenExtraKeysError)


def _all_within(error: Exception) -> Iterator[Exception]:
    yield error
    inner: tuple[Any, ...] = ()
    if isinstance(error, PathError):
        inner = (error.error,)
    elif isinstance(error, ExceptionGroup):
        inner = cast("ExceptionGroup[Exception]", error).exceptions
    for each in inner:
        yield from _all_within(each)
