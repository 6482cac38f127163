"""The schema accepts what is written, and refuses most of what the reader refuses."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.errors import FieldValueError
from councilperf.formats import dump_json, json_schema, read_json
from councilperf.formats._json._kinds import format_of, kinds
from councilperf.strategies import STRATEGIES

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((ROOT / "tests" / "golden" / "json").glob("v*/*.json"))
PAPERS = sorted((ROOT / "examples" / "papers").glob("*.py"))
DRAWN = [kind for kind in kinds().values() if kind in STRATEGIES]


@cache
def validator_of(name: str) -> Any:
    return jsonschema.Draft202012Validator(json_schema(kinds()[name]))


def is_valid(tree: dict[str, Any]) -> bool:
    return bool(validator_of(tree["format"]).is_valid(tree))


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)
def test_every_schema_is_one(kind: type) -> None:
    schema = json_schema(kind)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["format"] == {"const": format_of(kind)}


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_valid(kind: type, data: st.DataObject) -> None:
    tree = json.loads(dump_json(data.draw(st.from_type(kind))))
    validator = jsonschema.Draft202012Validator(json_schema(kind))

    assert [each.message for each in validator.iter_errors(tree)] == []


@pytest.mark.parametrize("path", GOLDEN + PAPERS, ids=lambda path: path.stem)
def test_golden_documents_and_papers_are_valid(path: Path) -> None:
    if path.suffix == ".json":
        tree = json.loads(path.read_text("utf-8"))
    else:
        tree = json.loads(dump_json(runpy.run_path(str(path))["PAPER"]))

    assert is_valid(tree)


HARMS: list[object] = [None, 5, True, "x", "1_000", [], {}]


def harmed(tree: Any, root: Any) -> Iterator[Any]:
    """The document itself, with one part after another replaced or beside a stranger."""
    parts = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    for key, part in parts:
        for harm in HARMS:
            tree[key] = harm
            yield root
        tree[key] = part
        if isinstance(part, dict | list):
            yield from harmed(part, root)
    if isinstance(tree, dict):
        tree["shoe"] = 9
        yield root
        del tree["shoe"]


def counted(tree: dict[str, Any], *, every: int = 1) -> tuple[int, int]:
    """Count the harmed documents that the reader refuses, and those of them the schema accepts.

    What the reader takes, the schema has to accept.
    """
    refused = missed = 0
    name = tree["format"]
    for each in islice(harmed(tree, tree), 0, None, every):
        if each.get("format") != name:
            continue
        if read_json(json.dumps(each)).value is None:
            refused += 1
            missed += is_valid(each)
        else:
            assert is_valid(each)
    return refused, missed


@pytest.mark.parametrize(("name", "most"), [("scorecard", 0), ("rule-set", 43)])
def test_it_refuses_nearly_all_that_the_reader_refuses_and_no_more(name: str, most: int) -> None:
    """What hangs on several parts at once (a level that is not on the scale) is beyond it."""
    content = (ROOT / "tests" / "golden" / "json" / "v1" / f"{name}.json").read_text("utf-8")
    refused, missed = counted(json.loads(content))

    assert refused > 600
    assert missed <= most


def test_so_it_does_for_every_kind_of_document(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    """A sample; all of them, counted once, stand in the page on formats."""
    lines = (ROOT / "tests" / "golden" / "json" / "v1" / "every-kind.jsonl").read_text("utf-8")
    counts = [counted(json.loads(line), every=11) for line in lines.splitlines()]
    refused, missed = (sum(each) for each in zip(*counts, strict=True))

    record_testsuite_property("documents that the reader refuses", refused)
    record_testsuite_property("of which the schema accepts", missed)
    assert refused > 600
    assert missed < refused * 0.08


def test_what_is_no_document_has_no_schema() -> None:
    with pytest.raises(FieldValueError, match="a type that can be a document"):
        json_schema(dict)


RED = {"subject": "rating", "is": ["red"]}
TARGET, VALUE = "target", "value"


@pytest.mark.parametrize(
    ("name", "value", "valid"),
    [
        ("any-of", {"any_of": [TARGET]}, False),
        ("any-of", {"any_of": [TARGET, VALUE]}, True),
        ("all-of", {"all_of": [TARGET]}, False),
        ("all-of", {"all_of": [TARGET, {"figure": VALUE, "worse_by": "5%"}]}, True),
        ("edge", TARGET, True),
        ("edge", {"figure": TARGET, "worse_by": "5%", "beyond": True}, True),
        ("edge", {"figure": TARGET, "worse_by": "5%", "better_by": "5%"}, False),
        ("edge", {"worse_by": "5%"}, False),
        ("widest", {"widest": ["5%"]}, False),
        ("widest", {"widest": ["5%", {"own_tolerance": "2"}]}, True),
        ("percentage", {"percent": "5", "of": "annual_target"}, True),
        ("percentage", {"of": "annual_target"}, False),
        ("percentage", "-5%", False),
        ("and", {"all": [RED]}, False),
        ("and", {"all": [RED, {"not": RED}]}, True),
        ("or", {"any": [RED]}, False),
        ("or", {"any": [RED, RED | {"running": 1}]}, True),
        ("is", {"subject": "rating", "is": []}, False),
        ("is", {"subject": "rating", "is": ["red", "red"]}, False),
        ("is", {"subject": "rating"}, False),
        ("is", {"is": ["red"]}, False),
        ("is", {"subject": " ", "is": ["red"]}, False),
        ("is", RED | {"running": 0}, False),
        ("is", RED | {"running": 1}, True),
        ("is", RED | {"running": 100}, True),
        ("is", RED | {"running": 101}, False),
        ("figure", TARGET, True),
        ("figure", "benchmark", False),
        ("figure", {"benchmark": "England"}, True),
        ("figure", {"benchmark": " "}, False),
        ("figure", {"benchmark": "England", "constant": "5"}, False),
        ("figure", {TARGET: "England"}, False),
        ("figure", {"periods_back": 1}, True),
        ("figure", {"periods_back": 0}, False),
        ("figure", {"periods_back": "1"}, False),
        ("figure", {"constant": "80"}, True),
        ("figure", {"constant": 80}, False),
    ],
)
def test_it_says_of_a_rule_s_parts_what_the_reader_says(
    name: str, value: object, *, valid: bool
) -> None:
    tree = {"format": f"councilperf/{name}", "version": 1, "value": value}

    assert is_valid(tree) is valid
    assert (read_json(json.dumps(tree)).value is not None) is valid


@pytest.mark.parametrize(
    ("name", "fields", "valid"),
    [
        ("missing", {"missing": "no_data"}, True),
        ("missing", {"missing": "no_data", "note": ""}, True),
        ("missing", {"note": "late"}, False),
        ("indicator", {"reference": "E1", "title": "Appeals won"}, True),
        ("indicator", {"reference": " ", "title": "Appeals won"}, False),
        ("indicator", {"reference": "E1"}, False),
        ("indicator", {"reference": "E1", "title": "Appeals won", "tags": ["a", "b"]}, True),
        ("indicator", {"reference": "E1", "title": "Appeals won", "tags": ["a", "a"]}, False),
        ("target", {"aim": "5"}, True),
        ("target", {"aim": {"low": "4", "high": "5"}}, True),
        ("target", {"aim": {"date": "2020-03-31"}}, True),
        ("target", {"aim": {"answer": "yes"}}, True),
        ("target", {"aim": "yes"}, False),
        ("target", {"aim": "2020-03-31"}, False),
    ],
)
def test_it_says_of_a_record_s_fields_what_the_reader_says(
    name: str, fields: dict[str, object], *, valid: bool
) -> None:
    tree = {"format": f"councilperf/{name}", "version": 1, **fields}

    assert is_valid(tree) is valid
    assert (read_json(json.dumps(tree)).value is not None) is valid
