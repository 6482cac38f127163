"""Every error can be caught as what a caller expects, sent between processes, and read."""

from __future__ import annotations

import inspect
import pickle

import pytest

from councilperf import errors

ERRORS = [getattr(errors, name) for name in errors.__all__ if name != "CouncilPerfError"]
GIVEN = {"str": "text", "object": 4}
GIVEN |= dict.fromkeys(["tuple[str, ...]", "tuple[object, ...]"], ("one", "two"))


@pytest.fixture(params=ERRORS, ids=lambda error: error.__name__)
def error(request: pytest.FixtureRequest) -> Exception:
    """An error with something in every part."""
    parameters = inspect.signature(request.param).parameters.values()
    positional = [GIVEN[each.annotation] for each in parameters if each.kind != each.KEYWORD_ONLY]
    named = {
        each.name: GIVEN[each.annotation] for each in parameters if each.kind == each.KEYWORD_ONLY
    }
    made = request.param(*positional, **named)
    assert isinstance(made, Exception)
    return made


def test_an_error_is_ours_and_also_a_built_in_one(error: Exception) -> None:
    builtin = [each for each in type(error).__mro__ if each.__module__ == "builtins"]

    assert isinstance(error, errors.CouncilPerfError)
    assert set(builtin) - {Exception, BaseException, object}


def test_an_error_survives_being_sent_between_processes(error: Exception) -> None:
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)

    assert type(twin) is type(error)
    assert (twin.args, vars(twin), str(twin)) == (error.args, vars(error), str(error))


def test_an_error_shows_every_part_that_it_was_given(error: Exception) -> None:
    message = str(error)

    shown = [part for value in vars(error).values() for part in _texts(value)]
    assert [part for part in shown if part not in message] == []


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, tuple) else [str(value)]


def test_many_problems_are_told_in_part_and_counted() -> None:
    told = str(errors.ProblemsError(tuple(f"row {place}" for place in range(25)))).splitlines()

    assert told[0] == "25 problems"
    assert told[-2:] == ["row 19", "and 5 more"]


def test_of_many_names_the_nearest_are_told_first_and_the_rest_counted() -> None:
    known = tuple(f"P{place:03}" for place in range(300))
    told = str(errors.UnknownNameError("row", "P 117", known))

    assert told.startswith("no row is called 'P 117'; did you mean 'P117'")
    assert told.endswith("'P018', 'P019' and 280 more")


def test_a_name_like_no_other_is_taken_for_none() -> None:
    assert str(errors.UnknownNameError("sheet", 7, ())) == "no sheet is called 7; there are none"
