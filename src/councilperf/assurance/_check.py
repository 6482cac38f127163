"""Checking a report: every check is run, and what they find is put in one order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, final

from attrs import evolve, field, frozen

from councilperf._checks import check_instance, check_text
from councilperf._display import Displayed
from councilperf.assurance._finding import CODE, Finding, Remark, Severity, as_severity
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Check", "CheckFunction", "choose_checks", "run_checks"]


class CheckFunction(Protocol):
    """What a check does: it reads a report and yields what there is to remark, if anything.

    >>> def find_title_in_capitals(report):
    ...     if report.title.isupper():
    ...         yield Remark("title", "it is in capitals", "write it in sentence case")
    >>> find: CheckFunction = find_title_in_capitals
    """

    def __call__(self, report: Report, /) -> Iterable[Remark]:
        """Return the remarks, the same ones for the same report."""
        ...


@final
@frozen
class Check(Displayed):
    """A named, graded question to a report.

    >>> from councilperf.assurance import STANDARD_CHECKS
    >>> [usual] = [each for each in STANDARD_CHECKS if each.code == "reasons-absent"]
    >>> usual.severity, Check("no-reasons", "error", usual.find).severity
    (<Severity.NOTE: 'note'>, <Severity.ERROR: 'error'>)

    *find* is a pure function of one report that yields a `Remark` for each fault: the same
    report always gives the same remarks. The page "What the checks find" has one to copy, and
    `choose_checks` adds it to those of `check`.
    """

    code: str
    severity: Severity = field(converter=as_severity)
    find: CheckFunction

    def __attrs_post_init__(self) -> None:
        check_text("code", self.code)
        if not CODE.fullmatch(self.code):
            raise FieldValueError("code", self.code, "lower-case words joined by hyphens")
        if not callable(self.find):
            raise FieldTypeError("find", self.find, "a function of one report")

    def findings(self, report: Report) -> tuple[Finding, ...]:
        """Return what this check alone finds, in the order in which it finds it."""
        return tuple(
            Finding(self.code, self.severity, each.path, each.message, each.remedy)
            for each in self.find(report)
        )


def run_checks(report: Report, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """Run the checks and sort what they find: gravest first, then by code and place."""
    check_instance("report", report, Report)
    found = {each for check in checks for each in check.findings(report)}
    return tuple(sorted(found, key=_order))


def choose_checks(
    checks: Iterable[Check],
    *,
    without: Iterable[str] = (),
    severities: Mapping[str, Severity | str] | None = None,
    extra: Iterable[Check] = (),
) -> tuple[Check, ...]:
    """Return checks with some left out, some graded otherwise, and some of your own added.

    >>> from councilperf.assurance import STANDARD_CHECKS
    >>> ours = choose_checks(
    ...     STANDARD_CHECKS, without=["target-zero"], severities={"benchmark-stale": "warning"}
    ... )
    >>> len(STANDARD_CHECKS) - len(ours)
    1

    Raises `UnknownNameError` for a code that no check has, and `FieldValueError` for an extra
    check under a code that is taken.
    """
    by_code = {each.code: each for each in checks}
    known = tuple(by_code)
    for code in without:
        if by_code.pop(code, None) is None:
            raise UnknownNameError("check", code, known)
    for code, severity in (severities or {}).items():
        if code not in by_code:
            raise UnknownNameError("check", code, tuple(by_code))
        by_code[code] = evolve(by_code[code], severity=severity)
    for check in extra:
        if check.code in by_code:
            raise FieldValueError("extra", check.code, "a code that no chosen check has")
        by_code[check.code] = check
    return tuple(by_code.values())


_GRAVEST_FIRST = tuple(Severity)
_NUMBER = re.compile(r"([0-9]+)")


def _order(finding: Finding) -> tuple[object, ...]:
    # rows[10] stands after rows[9].
    place = tuple(
        (1, int(part), "") if part.isdecimal() else (0, 0, part)
        for part in _NUMBER.split(finding.path)
    )
    grave = _GRAVEST_FIRST.index(finding.severity)
    return (grave, finding.code, place, finding.message, finding.remedy)
