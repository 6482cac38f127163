"""Committees: the bodies of councillors that papers are laid before."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import as_member, check_instance, check_text
from councilperf._display import Displayed
from councilperf.model._council import Council

__all__ = ["Committee", "CommitteeKind"]


class CommitteeKind(StrEnum):
    """What a body calls itself; the law treats all but cabinet and full council as committees.

    >>> CommitteeKind("panel")
    <CommitteeKind.PANEL: 'panel'>
    """

    COMMITTEE = "committee"
    PANEL = "panel"
    BOARD = "board"
    CABINET = "cabinet"
    COUNCIL = "council"


def _as_council(value: Council | str) -> Council:
    return Council(value) if isinstance(value, str) else value


def _as_kind(value: CommitteeKind | str | None) -> CommitteeKind | None:
    return None if value is None else as_member("kind", value, CommitteeKind)


@final
@frozen
class Committee(Displayed):
    """A body of one council.

    >>> board = Committee("Policy and Performance Board", "Halton Borough Council", kind="board")
    >>> str(board), board.council.name
    ('Policy and Performance Board', 'Halton Borough Council')
    """

    name: str
    council: Council = field(converter=_as_council)
    kind: CommitteeKind | None = field(default=None, converter=_as_kind, kw_only=True)
    popolo_id: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_instance("council", self.council, Council)
        check_text("popolo_id", self.popolo_id, optional=True)

    def __str__(self) -> str:
        return self.name
