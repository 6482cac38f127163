"""What holds of every document: nothing is lost, and one value has one way of being written."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.formats import digest, dump_json, load_json
from councilperf.formats._kinds import format_of, kinds
from councilperf.strategies import STRATEGIES

few = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])

DRAWN = [kind for kind in kinds().values() if kind in STRATEGIES or issubclass(kind, Enum)]
PAPERS = sorted((Path(__file__).parents[2] / "examples" / "papers").glob("*.py"))


def check_comes_back(value: Any) -> None:
    document = dump_json(value)
    read = load_json(document, type(value))

    assert read == value
    assert hash(read) == hash(value)
    assert dump_json(read) == document


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@few
def test_a_value_comes_back_equal_and_is_written_in_one_way(
    kind: type, data: st.DataObject
) -> None:
    check_comes_back(data.draw(st.from_type(kind)))


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_a_digest_is_of_the_value_and_not_of_its_layout(
    kind: type, data: st.DataObject
) -> None:
    value = data.draw(st.from_type(kind))

    assert digest(load_json(dump_json(value, indent=2))) == digest(value)


def values_in(value: Any) -> Iterator[Any]:
    """A value and every value inside it."""
    if isinstance(value, tuple | frozenset):
        for each in value:
            yield from values_in(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_everything_in_a_committee_paper_comes_back_equal(path: Path) -> None:
    """Reports hold each other's parts, so the five papers stand for drawn ones."""
    values = {
        each
        for each in values_in(runpy.run_path(str(path))["PAPER"])
        if format_of(type(each)) is not None
    }

    for value in values:
        check_comes_back(value)
    assert len(values) > 10
