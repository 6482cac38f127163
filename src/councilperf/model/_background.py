"""Background papers: the documents that a paper rests on, listed as the law asks."""

from __future__ import annotations

import datetime as dt
from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_date, check_each, check_instance, check_text
from councilperf.model._marking import MARKINGS, Marking
from councilperf.model._role import Role

__all__ = ["BackgroundList", "BackgroundPaper"]


@final
@frozen
class BackgroundPaper:
    """A document relied on, or the same document of several days, such as agendas and minutes.

    >>> paper = BackgroundPaper("Board minutes", [dt.date(2020, 7, 22), dt.date(2021, 2, 3)])
    >>> len(paper.dates)
    2

    The dates stand in the paper's order. With a *marking* the title is withheld too.
    """

    title: str
    dates: tuple[dt.date, ...] = field(default=(), converter=as_tuple)
    marking: Marking | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        for place, date in enumerate(self.dates):
            check_date(f"dates[{place}]", date)
        check_instance("marking", self.marking, MARKINGS, optional=True)


@final
@frozen
class BackgroundList:
    """The list of background papers; an empty one says that there are none.

    >>> BackgroundList().papers
    ()

    *proper_officer* is the role in whose opinion these are the background papers.
    """

    papers: tuple[BackgroundPaper, ...] = field(default=(), converter=as_tuple)
    proper_officer: Role | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_each("papers", self.papers, BackgroundPaper)
        check_instance("proper_officer", self.proper_officer, Role, optional=True)
