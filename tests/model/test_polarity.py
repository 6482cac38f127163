"""Which way is better, in the words that councils print."""

from __future__ import annotations

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Polarity


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("High", "higher"),
        ("Higher is better", "higher"),
        ("BIGGER IS BETTER", "higher"),
        ("Up is good", "higher"),
        ("Aim to Maximise", "higher"),
        ("↑", "higher"),
        ("low is bad", "higher"),
        ("Low", "lower"),
        ("Smaller is Better", "lower"),
        ("Aim to minimise", "lower"),
        ("Fewer is better", "lower"),
        ("▼", "lower"),
        ("Higher is worse", "lower"),
        ("Within range", "range"),
        ("Goldilocks", "range"),
        ("None", "none"),
        ("N/A", "none"),
        ("Contextual", "none"),
        ("Neither high nor low", "none"),
    ],
)
def test_a_polarity_is_read_as_printed(printed: str, expected: str) -> None:
    assert Polarity.parse(printed).value == expected


def test_a_polarity_is_itself() -> None:
    assert Polarity.parse(Polarity.RANGE) is Polarity.RANGE


@pytest.mark.parametrize("printed", ["", "sideways", "higher or lower", "is better", "high risk"])
def test_what_names_no_one_way_is_refused_with_what_is_known(printed: str) -> None:
    with pytest.raises(
        FieldValueError, match=r"polarity: .*'higher is better', 'lower is better'"
    ):
        Polarity.parse(printed)


def test_a_polarity_is_text() -> None:
    with pytest.raises(FieldTypeError, match="polarity: 1"):
        Polarity.parse(1)  # type: ignore[arg-type]
