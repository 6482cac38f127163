"""JSON documents: one format, one version, one way of writing each value."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any, TypeVar, cast, overload

from councilperf._checks import check_flag, check_instance, check_whole
from councilperf.assessment import Assessment
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats._json._assessment import assessment_from, assessment_shape
from councilperf.formats._json._converter import the_converter
from councilperf.formats._json._gathering import MOST_PROBLEMS
from councilperf.formats._json._kinds import VERSION, format_of, is_record, kinds
from councilperf.formats._json._migrations import migrated
from councilperf.formats._json._problems import UnknownKey, problems_in
from councilperf.formats._json._scorecard_text import scorecard_text
from councilperf.formats._json._text import encoded, parse_json, write_json
from councilperf.formats._leaves import is_object
from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._problems import Problem, Reading, shortened
from councilperf.model import Scorecard

__all__ = ["digest", "dump_json", "load_json", "read_json"]

T = TypeVar("T")


def dump_json(value: object, *, indent: int | None = None) -> bytes:
    """Return a value as a JSON document: the same value always gives the same bytes.

    >>> from councilperf.periods import ReportingPeriod
    >>> dump_json(ReportingPeriod.quarter(2019, 2))
    b'{"format":"councilperf/reporting-period","version":1,"value":"2019-Q2@04"}'

    It is UTF-8 on one line, unless *indent* says by how many spaces each level is set in. What
    has its default is left out.

    Raises `FieldTypeError` for what can be no document.
    """
    if indent is not None:
        check_whole("indent", indent, 0, 16)
    if indent is None and type(value) is Scorecard:
        return encoded(scorecard_text(value, _head_of(Scorecard), the_converter()))
    return write_json(document_of(value), indent)


def _head_of(kind: type) -> dict[str, object]:
    name = format_of(kind)
    if name is None:
        raise FieldTypeError("value", kind.__name__, _A_DOCUMENT)
    return {"format": name, "version": VERSION}


def document_of(value: object) -> dict[str, object]:
    """Return the tree of a value's document."""
    kind = type(value)
    head = _head_of(kind)
    if isinstance(value, Assessment):
        return {**head, **assessment_shape(value, the_converter())}
    shape = the_converter().unstructure(value)
    return {**head, **shape} if is_record(kind) else {**head, "value": shape}


_A_DOCUMENT = "a public value such as a Scorecard, RuleSet, Assessment or ReportingPeriod"


def digest(value: object) -> str:
    """Return a short text that stands for exactly this value, to be cited in minutes.

    >>> from councilperf.periods import ReportingPeriod
    >>> digest(ReportingPeriod.quarter(2019, 2))[:20]
    'sha256:5532e1ee4ac63'

    It is the SHA-256 of the bytes that `dump_json` writes.
    """
    return f"sha256:{sha256(dump_json(value)).hexdigest()}"


@overload
def load_json(content: bytes | str, kind: type[T], *, limits: Limits = LIMITS) -> T: ...
@overload
def load_json(content: bytes | str, kind: None = None, *, limits: Limits = LIMITS) -> Any: ...  # noqa: ANN401
def load_json(
    content: bytes | str, kind: type[T] | None = None, *, limits: Limits = LIMITS
) -> Any:
    """Return the value of a JSON document.

    >>> load_json('{"format": "councilperf/range", "version": 1, "low": "45", "high": "55"}')
    Range(low=Decimal('45'), high=Decimal('55'))

    *kind* is the type that is expected; without it, the document says what it is.

    Raises `ProblemsError` with everything that is wrong; `read_json` returns it instead.
    """
    return read_json(content, kind, limits=limits).require()


@overload
def read_json(
    content: bytes | str, kind: type[T], *, lenient: bool = False, limits: Limits = LIMITS
) -> Reading[T]: ...
@overload
def read_json(
    content: bytes | str, kind: None = None, *, lenient: bool = False, limits: Limits = LIMITS
) -> Reading[Any]: ...
def read_json(
    content: bytes | str,
    kind: type[T] | None = None,
    *,
    lenient: bool = False,
    limits: Limits = LIMITS,
) -> Reading[Any]:
    """Read a JSON document: its value, or every problem with its path.

    >>> text = '{"format": "councilperf/range", "version": 1, "low": "45", "hihg": "55"}'
    >>> for problem in read_json(text).problems:
    ...     print(problem)
    $.high: the key is missing; add 'high'
    $.hihg: the key is not known; did you mean 'high'? there are high, low

    Where *lenient*, keys that are not known are left out and each is told in the notes.
    """
    if not isinstance(content, bytes | bytearray | memoryview | str):
        raise FieldTypeError("content", content, "bytes or text; open the file and read it first")
    check_flag("lenient", lenient)
    check_instance("limits", limits, Limits)
    if kind is not None and format_of(kind) is None:
        raise FieldValueError("kind", kind, "the type of " + _A_DOCUMENT)
    tree = parse_json(content if isinstance(content, str) else bytes(content), limits)
    if isinstance(tree, Problem):
        return Reading(None, [tree])
    return value_of(tree, kind, lenient=lenient)


def value_of(tree: object, kind: type | None, *, lenient: bool) -> Reading[Any]:
    """Read the tree of a document."""
    found = _kind_of(tree, kind)
    if isinstance(found, Problem):
        return Reading(None, [found])
    tree = migrated(cast("dict[str, Any]", tree))
    body: Any = {key: part for key, part in tree.items() if key not in ("format", "version")}
    path = "$"
    if not is_record(found):
        if body.keys() != {"value"}:
            remedy = f"give its keys as format, version and value, not {', '.join(body) or 'none'}"
            return Reading(None, [Problem("$", "", "its value is missing", remedy)])
        body, path = body["value"], "$.value"
    notes: list[str] = []
    while True:
        try:
            made, wrong = _structured(body, found, path)
        except RecursionError:
            problem = Problem(path, "", "it is nested too deeply", "nest it less deeply")
            return Reading(None, [problem])
        if not wrong:
            return Reading(made, (), notes)
        unknown = [each for each in wrong if isinstance(each, UnknownKey)]
        if not lenient or not unknown:
            return Reading(None, _problems(wrong), notes)
        for each in unknown:
            owner = _owner(body, each.path.removeprefix(path))
            left_out = shortened(write_json(owner.pop(each.key), None).decode())
            notes.append(f"{each.path}.{each.key} is not known and left out: {left_out}")


def _problems(wrong: list[Problem | UnknownKey]) -> list[Problem]:
    told = wrong[:MOST_PROBLEMS]
    problems = [each.problem() if isinstance(each, UnknownKey) else each for each in told]
    if len(wrong) >= MOST_PROBLEMS:
        message = f"more may be wrong: no more than {MOST_PROBLEMS:,} problems are told"
        problems.append(Problem("$", "", message, "mend these, and read it again"))
    return problems


def _structured(body: Any, kind: type[Any], path: str) -> tuple[Any, list[Problem | UnknownKey]]:  # noqa: ANN401
    """Return the value of a tree, or everything that is wrong with it."""
    converter = the_converter()
    try:
        if kind is Assessment:
            return assessment_from(body, converter), []
        return converter.structure(body, kind), []
    except Exception as error:  # noqa: BLE001 - every error is said as a problem, with its path
        return None, list(problems_in(error, path))


def _kind_of(tree: object, kind: type | None) -> type | Problem:
    """Return the type that a document is of, or the problem with its head."""
    if not is_object(tree):
        return Problem("$", shortened(repr(tree)), "it is no document", f"begin it {_HEAD}")
    name, version = tree.get("format"), tree.get("version")
    expected = None if kind is None else format_of(kind)
    found = kinds().get(name) if type(name) is str else None
    if found is None:
        wanted = expected or "councilperf/scorecard"
        value = "" if name is None else shortened(str(name))
        remedy = f'begin the document with "format": "{wanted}", "version": {VERSION}'
        return Problem("$.format", value, "the format is missing or not known", remedy)
    if expected is not None and name != expected:
        message = f"a document of {expected} was expected"
        return Problem("$.format", str(name), message, "give the other file, or ask for its type")
    if type(version) is not int or not 1 <= version <= VERSION:
        value = "" if version is None else shortened(repr(version))
        remedy = f'give "version": {VERSION}; for a later one, bring councilperf up to date'
        return Problem("$.version", value, "the version is missing or not known", remedy)
    return found


_HEAD = f'{{"format": "councilperf/scorecard", "version": {VERSION}, …}}'
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<place>[0-9]+)\]")


def _owner(body: object, path: str) -> dict[str, object]:
    """Follow a path to the object at its end."""
    at: Any = body
    for step in _STEP.finditer(path):
        at = at[step["key"]] if step["key"] is not None else at[int(step["place"])]
    return cast("dict[str, object]", at)
