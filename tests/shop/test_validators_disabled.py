"""An invalid value stays impossible when another library switches attrs validators off.

What no field may hold at all is tried by `test_immutability.py` for every class; here stand the
values that a field refuses although their type is right. Add a row for each class.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from councilperf.errors import CouncilPerfError
from councilperf.values import Missing, exact_decimal

INVALID: dict[str, Callable[[], object]] = {
    "an infinite number": lambda: exact_decimal(Decimal("Infinity")),
    "an absence for a reason that is on no list": lambda: Missing("gone"),
}


@pytest.mark.parametrize("construction", INVALID)
def test_an_invalid_construction_still_fails(construction: str) -> None:
    with attrs.validators.disabled(), pytest.raises(CouncilPerfError):
        INVALID[construction]()
