"""Every value class of every room keeps its promise: valid when made, and never changed."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from councilperf.errors import CouncilPerfError

few = settings(
    max_examples=10, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def made(value_class: type, data: st.DataObject) -> Any:
    """A value of the class, from our strategies or else by its annotations.

    A class that this cannot make has no strategy in `councilperf.strategies` and needs one.
    """
    try:
        return data.draw(st.from_type(value_class))
    except CouncilPerfError:
        reject()


def types_in(annotation: object) -> list[object]:
    """The annotation itself and every type inside it."""
    inside = [found for part in get_args(annotation) for found in types_in(part)]
    return [get_origin(annotation) or annotation, *inside]


def test_no_field_may_hold_what_can_change(value_class: type) -> None:
    """Tuples and frozensets only: a `Sequence` or `Mapping` may be a list or a dict."""
    hints = get_type_hints(value_class)
    fields = attrs.fields(value_class)

    changeable = {
        field.name: kind
        for field in fields
        for kind in types_in(hints[field.name])
        if kind in {list, dict, set, bytearray}
        or (getattr(kind, "__module__", "") == "collections.abc" and kind is not Callable)
    }

    assert changeable == {}


def test_a_value_class_is_final(value_class: type) -> None:
    assert vars(value_class).get("__final__") is True


@given(st.data())
@few
def test_a_value_has_slots_and_refuses_to_be_changed(
    value_class: type, data: st.DataObject
) -> None:
    value = made(value_class, data)

    assert not hasattr(value, "__dict__")
    for field in attrs.fields(value_class):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)


@given(st.data())
@few
def test_a_value_hashes_and_leaves_comparison_with_strangers_to_them(
    value_class: type, data: st.DataObject
) -> None:
    value = made(value_class, data)

    assert hash(value) == hash(value)
    assert value.__eq__(object()) is NotImplemented


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))],  # noqa: S301 (our own bytes)
    ids=["copy", "deepcopy", "pickle"],
)
@given(data=st.data())
@few
def test_a_copy_is_equal_to_its_original(
    value_class: type, copied: Callable[[object], object], data: st.DataObject
) -> None:
    value = made(value_class, data)
    twin = copied(value)

    assert type(twin) is type(value)
    assert twin == value
    assert hash(twin) == hash(value)


class Stranger:
    """What no field of any value allows."""


@given(st.data())
@few
def test_no_field_takes_a_stranger_even_with_attrs_validators_disabled(
    value_class: type, data: st.DataObject
) -> None:
    value = made(value_class, data)

    with attrs.validators.disabled():
        for field in attrs.fields(value_class):
            if field.init:
                with pytest.raises(CouncilPerfError):
                    attrs.evolve(value, **{str(field.alias): Stranger()})
