"""Councils: which authority, of which kind, with its code in official statistics."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self, final

from attrs import field, frozen

from councilperf._checks import as_member, check_instance, check_text
from councilperf.errors import FieldValueError

__all__ = ["Council", "CouncilKind", "Country"]


class Country(StrEnum):
    """The country of the United Kingdom whose law a council works under.

    >>> Country("wales").letter
    'W'
    """

    letter: str

    def __new__(cls, key: str, letter: str = "") -> Self:
        """Attach the first letter of the country's GSS codes."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.letter = letter
        return member

    ENGLAND = "england", "E"
    WALES = "wales", "W"
    SCOTLAND = "scotland", "S"
    NORTHERN_IRELAND = "northern_ireland", "N"


class CouncilKind(StrEnum):
    """What kind of authority a council is, with the letters its GSS code begins with.

    >>> CouncilKind.COUNTY.code_prefix, CouncilKind("london_borough").code_prefix
    ('E10', 'E09')
    """

    code_prefix: str

    def __new__(cls, key: str, code_prefix: str = "") -> Self:
        """Attach the entity code of the kind in the register of geographic codes."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.code_prefix = code_prefix
        return member

    UNITARY = "unitary", "E06"
    DISTRICT = "district", "E07"
    METROPOLITAN_DISTRICT = "metropolitan_district", "E08"
    LONDON_BOROUGH = "london_borough", "E09"
    COUNTY = "county", "E10"
    COMBINED_AUTHORITY = "combined_authority", "E47"
    WELSH = "welsh", "W06"
    SCOTTISH = "scottish", "S12"
    NORTHERN_IRISH = "northern_irish", "N09"


_GSS_CODE = re.compile(r"[EWSN][0-9]{8}")


def _as_kind(value: CouncilKind | str | None) -> CouncilKind | None:
    return None if value is None else as_member("kind", value, CouncilKind)


@final
@frozen
class Council:
    """A local authority.

    >>> worcestershire = Council("Worcestershire County Council", "E10000034", kind="county")
    >>> worcestershire.kind, worcestershire.country
    (<CouncilKind.COUNTY: 'county'>, <Country.ENGLAND: 'england'>)

    *gss_code* is its nine-character code in the Office for National Statistics' register. A code
    of another kind of council than *kind* is refused.
    """

    name: str
    gss_code: str | None = None
    kind: CouncilKind | None = field(default=None, converter=_as_kind, kw_only=True)
    popolo_id: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_instance("gss_code", self.gss_code, str, optional=True)
        check_text("popolo_id", self.popolo_id, optional=True)
        if self.gss_code is None:
            return
        if not _GSS_CODE.fullmatch(self.gss_code):
            raise FieldValueError(
                "gss_code", self.gss_code, "E, W, S or N and eight digits, such as 'E06000049'"
            )
        if self.kind is not None and not self.gss_code.startswith(self.kind.code_prefix):
            raise FieldValueError(
                "gss_code",
                self.gss_code,
                f"a code that begins with {self.kind.code_prefix}, as those of its kind do",
            )

    @property
    def country(self) -> Country | None:
        """Which country's law it works under; `None` where neither code nor kind tells.

        >>> Council("Cyngor Gwynedd", kind="welsh").country
        <Country.WALES: 'wales'>
        """
        told_by = self.gss_code or (self.kind.code_prefix if self.kind else "")
        return next((each for each in Country if told_by.startswith(each.letter)), None)

    def __str__(self) -> str:
        return self.name
