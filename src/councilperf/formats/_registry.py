"""The formats of files, each found by its name or a file's ending and loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_instance, check_text
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.formats._limits import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from councilperf.formats._problems import Reading

__all__ = [
    "FILE_FORMATS",
    "FileFormat",
    "detect_format",
    "find_format",
    "read_as",
    "write_as",
]


@final
@frozen(kw_only=True)
class FileFormat:
    """A kind of file: what it is called, how its files' names end, and what reads and writes it.

    >>> tidy = find_format("card.tidy.csv")
    >>> tidy.label, tidy.endings
    ('tidy CSV: a scorecard, one observation a row', ('.tidy.csv',))

    *reader* and *writer* are where the functions are ("module:function"), `None` where there is
    none.
    """

    name: str
    label: str
    endings: tuple[str, ...] = field(converter=as_tuple)
    reader: str | None = None
    writer: str | None = None

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_text("label", self.label)
        check_text("reader", self.reader, optional=True)
        check_text("writer", self.writer, optional=True)

    def load_reader(self) -> Callable[..., Reading[Any]]:
        """Return the function that reads it; raises `FieldValueError` where it is only written."""
        return cast("Callable[..., Reading[Any]]", self._load("reader", self.reader))

    def load_writer(self) -> Callable[..., bytes]:
        """Return the function that writes it; raises `FieldValueError` where it is only read."""
        return cast("Callable[..., bytes]", self._load("writer", self.writer))

    def _load(self, role: str, path: str | None) -> object:
        if path is None:
            able = [each.name for each in FILE_FORMATS if getattr(each, role) is not None]
            done = "read" if role == "reader" else "written"
            allowed = f"a format that can be {done}: {', '.join(able)}"
            raise FieldValueError("format", self.name, allowed)
        module, _, function = path.partition(":")
        return getattr(import_module(f"councilperf.formats.{module}"), function)


#: Where two endings fit, the longer one stands.
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(
        name="json",
        label="JSON: any value, whole",
        endings=[".json"],
        reader="_json._documents:read_json",
        writer="_json._documents:dump_json",
    ),
    FileFormat(
        name="csv",
        label="CSV as councils keep it: one row an indicator, one column a period",
        endings=[".csv"],
        reader="_csv._scorecard_reader:read_scorecard_csv",
        writer="_csv._scorecard_writer:write_scorecard_csv",
    ),
    FileFormat(
        name="tidy-csv",
        label="tidy CSV: a scorecard, one observation a row",
        endings=[".tidy.csv"],
        reader="_csv._tidy_reader:read_tidy_csv",
        writer="_csv._tidy_writer:write_tidy_csv",
    ),
    FileFormat(
        name="xlsx",
        label="Excel workbook: a scorecard, one row an indicator, one column a period",
        endings=[".xlsx"],
        reader="_xlsx._scorecard_reader:read_scorecard_xlsx",
        writer="_xlsx._scorecard_writer:write_scorecard_xlsx",
    ),
    FileFormat(
        name="assessment-xlsx",
        label="Excel workbook of an assessment, with its summaries and reasons",
        endings=[".assessment.xlsx"],
        writer="_xlsx._page:write_assessment_xlsx",
    ),
    FileFormat(
        name="assessment-csv",
        label="tidy CSV of an assessment, one result a row with its reason",
        endings=[".assessment.csv"],
        writer="_csv._assessment:write_assessment_csv",
    ),
    FileFormat(
        name="json-stat",
        label="JSON-stat 2.0: a scorecard's figures",
        endings=[".jsonstat.json"],
        writer="_interchange._json_stat:write_json_stat",
    ),
    FileFormat(
        name="sdmx-csv",
        label="SDMX-CSV 2.0: a scorecard's figures",
        endings=[".sdmx.csv"],
        writer="_interchange._sdmx_csv:write_sdmx_csv",
    ),
)

#: A format, or its name.
FormatInput: TypeAlias = FileFormat | str


def find_format(name: str) -> FileFormat:
    """Return the format that is called so, or that a file of this name is in.

    >>> find_format("tidy-csv").name, find_format("Q2.JSON").name
    ('tidy-csv', 'json')

    Raises `UnknownNameError` with the names that there are.
    """
    check_text("format", name)
    lower = name.lower()
    fitting = [
        (len(ending), each)
        for each in FILE_FORMATS
        for ending in (each.name, *each.endings)
        if (lower.endswith(ending) if ending.startswith((".", "-")) else lower == ending)
    ]
    if not fitting:
        raise UnknownNameError("format", name, tuple(each.name for each in FILE_FORMATS))
    return max(fitting, key=lambda each: each[0])[1]


def detect_format(content: bytes | str) -> FileFormat:
    r"""Return the format that content seems to be in, by how it begins.

    >>> detect_format('{"format": "councilperf/scorecard"}').name
    'json'
    >>> [detect_format(f"Measure,{each}\n").name for each in ("Period,Value", "Q1 2019-20")]
    ['tidy-csv', 'csv']

    What is nothing else is taken for a sheet as councils keep it, whose reader says what is wrong.
    """
    if not isinstance(content, bytes | bytearray | memoryview | str):
        raise FieldTypeError("content", content, "bytes or text")
    whole = content if isinstance(content, str) else bytes(content)
    start = whole[:_BEGINNING]
    if isinstance(start, bytes) and start.startswith(_ARCHIVES):
        return find_format("xlsx")
    text = start if isinstance(start, str) else start.decode("utf-8", "replace")
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return find_format("json")
    is_tidy = import_module("councilperf.formats._csv._tidy_reader").is_tidy
    return find_format("tidy-csv" if is_tidy(whole) else "csv")


_BEGINNING = 100
#: How workbooks begin, the old ones too, whose reader says what to do with them.
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_as(
    content: bytes | str | BinaryIO | TextIO,
    format: FormatInput,  # noqa: A002 - the word that everybody uses for it
    *,
    limits: Limits = LIMITS,
    **options: object,
) -> Reading[Any]:
    r"""Read content, or an open file, in a format; *options* are those of the format's reader.

    >>> read_as("Measure,Q1 2019-20\nHomes,42\n", "csv", title="Planning").require().title
    'Planning'

    Raises `UnknownNameError` for a format that there is not, and `FieldValueError` for one that is
    only written.
    """
    reader = _as_format(format).load_reader()
    check_instance("limits", limits, Limits)
    return reader(_content(content, limits), limits=limits, **options)


def _content(content: bytes | str | BinaryIO | TextIO, limits: Limits) -> bytes | str:
    if isinstance(content, bytes | bytearray | memoryview | str):
        return content if isinstance(content, str) else bytes(content)
    if not hasattr(content, "read"):
        raise FieldTypeError("content", content, "bytes, text, or a file that is open")
    # One more than is allowed, so that the reader sees that it is too large.
    return content.read(limits.size + 1)


def write_as(
    value: object,
    format: FormatInput,  # noqa: A002 - as above
    **options: object,
) -> bytes:
    """Write a value in a format; *options* are those of the format's writer.

    >>> from councilperf.model import Range
    >>> write_as(Range(45, 55), "json")
    b'{"format":"councilperf/range","version":1,"low":"45","high":"55"}'

    Raises `UnknownNameError` for a format that there is not, `FieldValueError` for one that is
    only read, and `FieldTypeError` for a value that the format does not hold.
    """
    return _as_format(format).load_writer()(value, **options)


def _as_format(format: FormatInput) -> FileFormat:  # noqa: A002 - as above
    return format if isinstance(format, FileFormat) else find_format(format)
