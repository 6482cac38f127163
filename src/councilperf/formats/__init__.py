"""Files in and out, as text and bytes: what was wrong or assumed comes back beside the value."""

from councilperf.formats._csv._assessment import write_assessment_csv
from councilperf.formats._csv._scorecard_reader import read_scorecard_csv
from councilperf.formats._csv._scorecard_writer import write_scorecard_csv
from councilperf.formats._csv._table import write_table_csv
from councilperf.formats._csv._tidy_reader import read_tidy_csv
from councilperf.formats._csv._tidy_writer import write_tidy_csv
from councilperf.formats._interchange._json_stat import write_json_stat
from councilperf.formats._interchange._sdmx_csv import write_sdmx_csv
from councilperf.formats._interchange._sdmx_status import (
    ConfidentialityStatus,
    ObservationStatus,
    SdmxStatus,
    UkShorthand,
    from_sdmx_status,
    to_sdmx_status,
)
from councilperf.formats._interchange._table_metadata import TableWord, csvw_metadata, table_schema
from councilperf.formats._json._documents import digest, dump_json, load_json, read_json
from councilperf.formats._json._lines import read_json_lines, write_json_lines
from councilperf.formats._json._schema import json_schema
from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._losses import find_losses
from councilperf.formats._problems import Problem, Reading, show_problems
from councilperf.formats._registry import (
    FILE_FORMATS,
    FileFormat,
    detect_format,
    find_format,
    read_as,
    write_as,
)
from councilperf.formats._xlsx._page import write_assessment_xlsx, write_page_xlsx
from councilperf.formats._xlsx._scorecard_reader import read_scorecard_xlsx
from councilperf.formats._xlsx._scorecard_writer import write_scorecard_xlsx

__all__ = [
    "ConfidentialityStatus",
    "FILE_FORMATS",
    "FileFormat",
    "LIMITS",
    "Limits",
    "ObservationStatus",
    "Problem",
    "Reading",
    "SdmxStatus",
    "TableWord",
    "UkShorthand",
    "csvw_metadata",
    "detect_format",
    "digest",
    "dump_json",
    "find_format",
    "find_losses",
    "from_sdmx_status",
    "json_schema",
    "load_json",
    "read_as",
    "read_json",
    "read_json_lines",
    "read_scorecard_csv",
    "read_scorecard_xlsx",
    "read_tidy_csv",
    "show_problems",
    "table_schema",
    "to_sdmx_status",
    "write_as",
    "write_assessment_csv",
    "write_assessment_xlsx",
    "write_json_lines",
    "write_json_stat",
    "write_page_xlsx",
    "write_scorecard_csv",
    "write_scorecard_xlsx",
    "write_sdmx_csv",
    "write_table_csv",
    "write_tidy_csv",
]
