"""Every value class of every room keeps its promise: valid when made, and never changed.

What a class must be is asked of all of them. What its values must do is asked of the values that
the docstrings' examples show, so a public class that no example shows is found here too.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest

from councilperf.errors import CouncilPerfError


@pytest.fixture
def values(value_class: type, specimens: dict[type, list[object]]) -> list[object]:
    """Values of the class, from the docstrings' examples."""
    found = specimens.get(value_class, [])
    if not found and not is_public(value_class):
        pytest.skip("works inside its room: no example shows one")
    assert found, f"show a {value_class.__name__} in the example of a docstring"
    return found


def is_public(value_class: type) -> bool:
    """Say whether the room of the class offers it."""
    room = import_module(".".join(value_class.__module__.split(".")[:2]))
    return value_class.__name__ in room.__all__


def types_in(annotation: object) -> list[object]:
    """The annotation itself and every type inside it."""
    inside = [found for part in get_args(annotation) for found in types_in(part)]
    return [get_origin(annotation) or annotation, *inside]


def test_no_field_may_hold_what_can_change(value_class: type) -> None:
    """Tuples and frozensets only: a `Sequence` or `Mapping` may be a list or a dict."""
    hints = get_type_hints(value_class)

    changeable = {
        field.name: kind
        for field in attrs.fields(value_class)
        for kind in types_in(hints[field.name])
        if kind in {list, dict, set, bytearray}
        or (getattr(kind, "__module__", "") == "collections.abc" and kind is not Callable)
    }

    assert changeable == {}


def test_a_value_class_is_final(value_class: type) -> None:
    assert vars(value_class).get("__final__") is True


def test_a_value_has_slots_and_refuses_to_be_changed(value_class: type) -> None:
    blank: object = object.__new__(value_class)

    assert not hasattr(blank, "__dict__")
    for field in attrs.fields(value_class):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(blank, field.name, None)


def test_a_value_hashes_and_leaves_comparison_with_strangers_to_them(values: list[object]) -> None:
    for value in values:
        assert hash(value) == hash(value)
        assert value.__eq__(object()) is NotImplemented


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))],  # noqa: S301 (our own bytes)
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_copy_is_equal_to_its_original(
    values: list[object], copied: Callable[[object], object]
) -> None:
    for value in values:
        twin = copied(value)

        assert type(twin) is type(value)
        assert twin == value
        assert hash(twin) == hash(value)


class Stranger:
    """What no field of any value allows."""


def test_no_field_takes_a_stranger_even_with_attrs_validators_disabled(
    value_class: type, values: list[Any]
) -> None:
    if not is_public(value_class):
        pytest.skip("works inside its room: type checkers read every call")
    accepted = []
    with attrs.validators.disabled():
        for field in attrs.fields(value_class):
            if field.init:
                try:
                    attrs.evolve(values[0], **{str(field.alias): Stranger()})
                except CouncilPerfError:
                    continue
                accepted.append(field.name)

    assert accepted == []
