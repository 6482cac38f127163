"""Making a frame of values that stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

__all__ = ["make_frame"]


def make_frame(
    columns: Mapping[str, list[Any]], kinds: Mapping[str, Any], backend: str | ModuleType
) -> nw.DataFrame[Any]:
    """Make a frame of these columns, each of its kind, in the make that is asked for."""
    make: Any = backend
    # Told the kinds at once, pandas below 3 would write the word "None" where nothing is.
    made = nw.from_dict(columns, backend=make)
    return made.select(**{name: nw.col(name).cast(kind) for name, kind in kinds.items()})
