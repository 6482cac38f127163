"""Milestones: not due until their date, then late at the day that is asked about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf.assessment import milestone_day, rate_milestone
from councilperf.errors import FieldTypeError
from councilperf.model import Milestone
from councilperf.presets import MAIDSTONE
from councilperf.rules import TARGET, Rule
from councilperf.values import Absence, Missing

BY_DAYS = Rule("milestone", {"green": TARGET, "amber": TARGET.worse_by(30)}, otherwise="red")
DUE = dt.date(2022, 9, 1)
days = st.dates(dt.date(2022, 1, 1), dt.date(2023, 12, 31))


@pytest.mark.parametrize(
    ("milestone", "as_of", "level"),
    [
        (Milestone("Plan", due=DUE), DUE - dt.timedelta(1), None),
        (Milestone("Plan", due=DUE), DUE, None),
        (Milestone("Plan", due=DUE), DUE + dt.timedelta(1), "amber"),
        (Milestone("Plan", due=DUE), DUE + dt.timedelta(31), "red"),
        (Milestone("Plan", due=DUE, completed=DUE), DUE + dt.timedelta(90), "green"),
        (Milestone("Plan", due=DUE, completed=DUE + dt.timedelta(3)), DUE, None),
        (
            Milestone("Plan", due=DUE, completed=DUE + dt.timedelta(3)),
            DUE + dt.timedelta(90),
            "amber",
        ),
        (Milestone("Plan", completed=DUE), DUE, None),
        (Milestone("Plan"), DUE, None),
    ],
)
def test_a_milestone_is_rated_by_how_late_it_is(
    milestone: Milestone, as_of: dt.date, level: str | None
) -> None:
    assert rate_milestone(milestone, as_of=as_of, rule=BY_DAYS).level == level


def test_what_is_completed_on_the_very_day_is_completed() -> None:
    early = Milestone("Plan", due=DUE, completed=DUE - dt.timedelta(3))

    assert milestone_day(early, as_of=DUE - dt.timedelta(3)) == DUE - dt.timedelta(3)
    assert milestone_day(early, as_of=DUE - dt.timedelta(4)) == Missing("not_due")


def test_a_milestone_without_a_date_has_no_target() -> None:
    rating = rate_milestone(Milestone("Plan"), as_of=DUE, rule=BY_DAYS)

    assert Absence.NO_TARGET in rating.reasons
    assert milestone_day(Milestone("Plan"), as_of=DUE) == Missing("no_target")


def test_a_milestone_a_day_and_a_rule_are_asked_for() -> None:
    with pytest.raises(FieldTypeError, match="as_of"):
        milestone_day(Milestone("Plan", due=DUE), as_of=None)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="milestone"):
        milestone_day(DUE, as_of=DUE)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="rule"):
        rate_milestone(Milestone("Plan"), as_of=DUE, rule=MAIDSTONE)  # type: ignore[arg-type]


@given(days, days)
def test_an_open_milestone_never_gets_better(one: dt.date, other: dt.date) -> None:
    plan = Milestone("Plan", due=DUE)
    earlier, later = (
        rate_milestone(plan, as_of=day, rule=BY_DAYS).level for day in sorted((one, other))
    )
    order = [None, "green", "amber", "red"]

    assert order.index(earlier) <= order.index(later)


@given(days, days)
def test_a_milestone_completed_by_its_day_is_never_late(
    completed: dt.date, as_of: dt.date
) -> None:
    done = Milestone("Plan", due=max(completed, DUE), completed=completed)

    assert rate_milestone(done, as_of=as_of, rule=BY_DAYS).level in {None, "green"}
