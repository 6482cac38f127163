"""Values of frozen classes put together field by field, where everything was checked before.

A frozen class lets nothing set a field but through its descriptors, at ten times the time of an
ordinary assignment. A draft is of a class with the same slots that is not frozen; once its fields
are filled it is turned into what it stands for:

    draft = draft_of(Range)()
    draft.low, draft.high = Decimal(1), Decimal(2)
    draft.__class__ = Range

No check of the class runs, so only a reader that has made every one of them may do so, and it
keeps no hold on the draft. Use it where a benchmark shows that it matters.
"""

from __future__ import annotations

from typing import Any

__all__ = ["draft_of"]


def draft_of(kind: type) -> type[Any]:
    """Return the class of drafts of *kind*, an attrs class with `weakref_slot=False`.

    Python lets a value change its class only where both lay out their slots in the same way.
    """
    return type(f"_{kind.__name__}Draft", kind.__bases__, {"__slots__": kind.__slots__})  # type: ignore[attr-defined]
