"""Rating milestones: not due until their date, then late by the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_date, check_instance
from councilperf.assessment._rate import rate
from councilperf.model import Milestone, Polarity
from councilperf.rules import Rule
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    import datetime as dt

    from councilperf.assessment._rating import Rating

__all__ = ["milestone_day", "rate_milestone"]


def milestone_day(milestone: Milestone, *, as_of: dt.date) -> dt.date | Missing:
    """Return the day that a milestone is judged by, as it stood at the end of a day.

    >>> import datetime as dt
    >>> plan = Milestone("Plan agreed", due=dt.date(2022, 9, 1))
    >>> milestone_day(plan, as_of=dt.date(2022, 9, 1))
    Missing('not_due')
    >>> milestone_day(plan, as_of=dt.date(2022, 9, 30))
    datetime.date(2022, 9, 30)

    It is the day of completion if that was by then. A milestone that is open is not due until its
    date has passed; from then on it is judged by *as_of*, for it is as late as that at least.
    Without a date it has no target.
    """
    check_instance("milestone", milestone, Milestone)
    check_date("as_of", as_of)
    if milestone.completed is not None and milestone.completed <= as_of:
        return milestone.completed
    if milestone.due is None:
        return Missing(Absence.NO_TARGET)
    return as_of if as_of > milestone.due else Missing(Absence.NOT_DUE)


def rate_milestone(milestone: Milestone, *, as_of: dt.date, rule: Rule) -> Rating:
    """Rate a milestone by how many days late it is, at the end of a day.

    >>> import datetime as dt
    >>> from councilperf.rules import TARGET, Rule
    >>> by_days = Rule(
    ...     "milestone", {"green": TARGET, "amber": TARGET.worse_by(30)}, otherwise="red"
    ... )
    >>> plan = Milestone("Plan agreed", due=dt.date(2022, 9, 1))
    >>> for day in (dt.date(2022, 9, 1), dt.date(2022, 9, 30), dt.date(2022, 10, 2)):
    ...     print(rate_milestone(plan, as_of=day, rule=by_days).reason)
    Not rated: not due yet.
    Amber: 30 September 2022 is 29 days after the target of 1 September 2022; green would need 1
    September 2022 or sooner.
    Red: 2 October 2022 is 31 days after the target of 1 September 2022; amber would need 1 October
    2022 or sooner (within 30 days of the target).

    What is judged is `milestone_day`, against the day it was due; an earlier day is better.
    """
    check_instance("rule", rule, Rule)
    day = milestone_day(milestone, as_of=as_of)
    due = Missing(Absence.NO_TARGET) if milestone.due is None else milestone.due
    return rate(day, target=due, polarity=Polarity.LOWER, rules=rule)
