"""Rule sets are put together when they are asked for, one council's at a time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from councilperf import presets

ASK = """
import sys
from councilperf.presets import DURHAM_2008, DURHAM_2014, BRACKNELL_FOREST_5_10
print(*sorted(each for each in sys.modules if each.startswith("councilperf.presets._")))
"""


def test_one_council_brings_no_other() -> None:
    ran = subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, text=True)

    assert ran.stdout.split() == [
        "councilperf.presets._bracknell_forest",
        "councilperf.presets._durham",
        "councilperf.presets._scales",
    ]


def test_every_name_is_listed_and_there() -> None:
    assert dir(presets) == presets.__all__
    assert [each for each in presets.__all__ if not hasattr(presets, each)] == []
    assert {getattr(presets, each) for each in presets.__all__ if each.isupper()} >= set(
        presets.PRESETS
    )


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="offers no 'ATLANTIS'; PRESETS holds them all"):
        _ = presets.ATLANTIS  # type: ignore[attr-defined]
