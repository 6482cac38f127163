"""An eager frame in parts, so that long work can show how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast, final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from councilperf._checks import check_whole
from councilperf.dataframes._reading import open_frame
from councilperf.errors import FieldTypeError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FrameParts", "split_frame"]


def split_frame(frame: IntoFrameT, rows: int = 100_000) -> FrameParts[IntoFrameT]:
    """Cut an eager frame into parts of so many rows, one after the other.

    >>> import pandas as pd
    >>> from councilperf import Polarity
    >>> from councilperf.dataframes import rate_frame
    >>> from councilperf.presets import MAIDSTONE
    >>> visits = pd.DataFrame({"value": range(5), "target": 2})
    >>> parts = split_frame(visits, rows=2)
    >>> rated = [rate_frame(each, MAIDSTONE, polarity=Polarity.HIGHER) for each in parts]
    >>> len(parts), [len(each) for each in rated]
    (3, [2, 2, 1])

    The parts know how many they are, so a progress bar that is wrapped around them, such as
    tqdm's, shows how much is left. Each is made when it is asked for.

    Raises `FieldTypeError` for a lazy frame, whose engine does the work as one.
    """
    check_whole("rows", rows, 1, 10**12)
    opened = open_frame(frame)
    if not isinstance(opened, nw.DataFrame):
        raise FieldTypeError("frame", frame, "an eager frame: a lazy one is worked out as one")
    return FrameParts(opened, rows)


@final
class FrameParts(Generic[IntoFrameT]):
    """The parts of a frame, which know how many they are and can be gone through again.

    >>> import pandas as pd
    >>> parts = split_frame(pd.DataFrame({"value": range(5)}), rows=2)
    >>> len(parts), [len(each) for each in parts], [len(each) for each in parts]
    (3, [2, 2, 1], [2, 2, 1])
    """

    __slots__ = ("_frame", "_rows")

    def __init__(self, frame: nw.DataFrame[Any], rows: int) -> None:
        self._frame = frame
        self._rows = rows

    def __len__(self) -> int:
        return (len(self._frame) + self._rows - 1) // self._rows

    def __iter__(self) -> Iterator[IntoFrameT]:
        for start in range(0, len(self._frame), self._rows):
            yield cast("IntoFrameT", self._frame[start : start + self._rows].to_native())
