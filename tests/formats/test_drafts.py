from __future__ import annotations

import attrs
import pytest
from attrs import frozen

from councilperf.formats._json._drafts import draft_of


@frozen(weakref_slot=False)
class Pair:
    one: int
    other: int = 2


def test_a_draft_turns_into_the_value_that_it_was_filled_as() -> None:
    draft = draft_of(Pair)()
    draft.one, draft.other = 1, 2
    draft.__class__ = Pair

    assert draft == Pair(1)
    assert hash(draft) == hash(Pair(1))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        draft.one = 3


def test_a_draft_has_no_other_field() -> None:
    draft = draft_of(Pair)()

    with pytest.raises(AttributeError):
        draft.third = 3


def test_a_field_that_was_not_filled_fails_where_it_is_read() -> None:
    draft = draft_of(Pair)()
    draft.__class__ = Pair

    with pytest.raises(AttributeError):
        _ = draft.one
