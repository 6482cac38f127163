"""Yes and no as figures."""

from __future__ import annotations

import pytest

from councilperf.errors import FieldValueError
from councilperf.model import Answer


@pytest.mark.parametrize(("printed", "answer"), [(" Yes", Answer.YES), ("n", Answer.NO)])
def test_an_answer_is_read_as_printed(printed: str, answer: Answer) -> None:
    assert Answer.parse(printed) is answer


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(FieldValueError, match=r"answer: 'perhaps' .*'yes' or 'no'"):
        Answer.parse("perhaps")


def test_no_allowance_reaches_from_one_answer_to_the_other() -> None:
    assert Answer.YES.distance_to(Answer.YES) == 0
    assert Answer.YES.distance_to(Answer.NO) > 10**34
