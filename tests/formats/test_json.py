"""JSON documents: what is written, what is refused with its path, and what old ones still give."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from councilperf import assess
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError
from councilperf.formats import (
    Limits,
    digest,
    dump_json,
    load_json,
    read_json,
    read_json_lines,
    read_scorecard_csv,
    write_json_lines,
)
from councilperf.formats._json import _migrations, _plain_rows
from councilperf.formats._json import _text as _json_text
from councilperf.formats._json._converter import _record, the_converter
from councilperf.formats._json._documents import document_of
from councilperf.formats._json._kinds import VERSION, kinds
from councilperf.formats._json._migrations import migrated
from councilperf.formats._json._rule_shapes import DEEPEST
from councilperf.model import (
    Answer,
    Indicator,
    Observation,
    Range,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    Unit,
)
from councilperf.periods import ReportingPeriod
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE, PRESETS
from councilperf.rules import (
    TARGET,
    Amount,
    Figure,
    FigureKind,
    Is,
    LastDigit,
    Level,
    Not,
    OwnTolerance,
    Percentage,
    Rule,
    RuleSet,
    Scale,
    UnstatedAllowance,
    Widest,
    all_of,
    any_of,
)
from councilperf.spc import COUNCILPERF_XMR_1
from councilperf.values import Mark, Missing

Q2 = ReportingPeriod.quarter(2019, 2)
GOLDEN = Path(__file__).parents[1] / "golden" / "json"
SHEET = """\
Reference,Measure,Q1 2019-20,Q2 2019-20,Target,RAG,Polarity,Tolerance,Unit,Commentary,England
E1,Appeals won,55.1,59.09 [p],60,Amber,Higher,5%,%,Two more to come,61
E2,Calls,TBC,1234,<1000,,Lower,,number,,
E3,Contacts,7,8,,,None,,number,,
"""


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return read_scorecard_csv(SHEET, title="Planning").require()


def problems(tree: object, **given: Any) -> list[str]:
    text = tree if isinstance(tree, str | bytes) else json.dumps(tree)
    return [str(each) for each in read_json(text, **given).problems]


def document(name: str, **fields: object) -> dict[str, object]:
    return {"format": f"councilperf/{name}", "version": 1, **fields}


class TestWhatIsWritten:
    def test_a_document_says_what_it_is_first(self, card: Scorecard) -> None:
        assert dump_json(card).startswith(
            b'{"format":"councilperf/scorecard","version":1,"title":"Planning","rows":[{'
        )

    def test_numbers_are_text_with_all_their_digits(self) -> None:
        shown = json.loads(dump_json(Range("-5.50", Decimal("1E+3"))))

        assert (shown["low"], shown["high"]) == ("-5.50", "1000")

    @pytest.mark.parametrize(
        ("value", "shape"),
        [
            (Q2, "2019-Q2@04"),
            (Unit.parse("days"), "days"),
            (Unit("minutes", "", " min", " min"),
             {"name": "minutes", "before": "", "after": " min", "difference_after": " min"}),
            (Figure("benchmark", "England"), {"benchmark": "England"}),
            (Figure("periods_back", 2), {"periods_back": 2}),
            (Figure("constant", "80"), {"constant": "80"}),
            (TARGET, "target"),
            (TARGET.worse_by("10%"), {"figure": "target", "worse_by": "10%"}),
            (TARGET.better_by("2 points").beyond(),
             {"figure": "target", "better_by": "2", "beyond": True}),
            (any_of(TARGET, all_of(TARGET, TARGET.beyond())),
             {"any_of": ["target", {"all_of": ["target", {"figure": "target", "beyond": True}]}]}),
            (Percentage(5, of=Figure("annual_target")), {"percent": "5", "of": "annual_target"}),
            (Amount("2.5"), "2.5"),
            (OwnTolerance(), "own_tolerance"),
            (OwnTolerance(2), {"own_tolerance": "2"}),
            (LastDigit(), "last_digit"),
            (UnstatedAllowance(), "unstated"),
            (Widest([Percentage(5), Amount(1)]), {"widest": ["5%", "1"]}),
            (Is("rating", ["red", "amber"], running=2),
             {"subject": "rating", "is": ["amber", "red"], "running": 2}),
            (~(Is("rating", "red") | Is("kind", "pledge") & Is("tag", "key")),
             {"not": {"any": [
                 {"subject": "rating", "is": ["red"]},
                 {"all": [{"subject": "kind", "is": ["pledge"]},
                          {"subject": "tag", "is": ["key"]}]},
             ]}}),
            (Mark.PROVISIONAL, "provisional"),
        ],
    )  # fmt: skip
    def test_rules_and_words_have_a_shape_to_write_by_hand(
        self, value: object, shape: object
    ) -> None:
        written = json.loads(dump_json(value))

        assert written["value"] == shape
        assert load_json(dump_json(value)) == value

    @pytest.mark.parametrize("rules", PRESETS, ids=lambda rules: rules.name)
    def test_every_preset_comes_back(self, rules: RuleSet) -> None:
        assert load_json(dump_json(rules, indent=2), RuleSet) == rules

    def test_an_assessment_has_one_object_a_row_for_readers(self, card: Scorecard) -> None:
        tree = json.loads(dump_json(assess(card, MAIDSTONE, period=Q2)))
        first, second, third = tree["rows"]

        assert (first["reference"], first["title"]) == ("E1", "Appeals won")
        assert first["rating"]["level"] == "amber"
        assert first["rating"]["reason"].startswith("Amber: 59.09% is 0.91 points below")
        assert first["travel"]["level"] == "improved"
        assert first["travel"]["movement"] == "up"
        assert first["others"][0]["judgement"] == "long trend"
        assert second["rating"]["level"] == "red"
        assert third["rating"]["level"] is None
        assert third["rating"]["reasons"][0] == "data_only"
        assert tree["summary"]["rating"]["levels"] == {"green": 0, "amber": 1, "red": 1}

    def test_an_override_stands_beside_what_is_computed(self, card: Scorecard) -> None:
        decided = StatedLevel("rating", "Green", voice="override", period=Q2, reason="error found")
        rows = [attrs.evolve(card.rows[0], stated=[decided])]
        assessment = assess(Scorecard("S", rows), MAIDSTONE, period=Q2)
        rating = json.loads(dump_json(assessment))["rows"][0]["rating"]

        assert (rating["level"], rating["stands"]) == ("amber", "green")
        assert "error found" in rating["why_it_stands"]
        assert load_json(dump_json(assessment)) == assessment

    @pytest.mark.parametrize(
        ("key", "harm"),
        [("label", 5), ("reason", None), ("why_it_stands", []), ("judgement", "other"),
         ("stands", "green"), ("level", "green"), ("reasons", ["no_data"])],
    )  # fmt: skip
    def test_what_an_assessment_states_is_checked_and_its_words_are_text(
        self, card: Scorecard, key: str, harm: object
    ) -> None:
        tree = json.loads(dump_json(assess(card, MAIDSTONE, period=Q2)))
        tree["rows"][0]["rating"][key] = harm
        [problem] = problems(tree)

        assert problem.startswith(f"$.rows[0].rating.{key}: ")

    @pytest.mark.parametrize("harm", [None, "Other"])
    def test_a_row_of_an_assessment_has_its_own_title_or_none(
        self, card: Scorecard, harm: object
    ) -> None:
        assessment = assess(card, MAIDSTONE, period=Q2)
        tree = json.loads(dump_json(assessment))
        tree["rows"][0]["title"] = harm
        assert problems(tree)[0].startswith("$.rows[0].title: ")

        del tree["rows"][0]["title"]
        assert load_json(json.dumps(tree)) == assessment

    def test_a_rule_set_that_only_compares_gives_no_rating(self, card: Scorecard) -> None:
        rules = RuleSet("r", "A council", [MAIDSTONE.rules_for("short trend")[0]])
        assessment = assess(card, rules, period=Q2)

        assert json.loads(dump_json(assessment))["rows"][0]["rating"] is None
        assert load_json(dump_json(assessment)) == assessment

    def test_what_is_rare_in_a_scorecard_is_written_too(self) -> None:
        indicator = Indicator(
            "1", "£ ü \n", polarity=Missing("no_polarity", note="?"), best_possible=100,
            unit=Unit.parse("per 1,000"), tags=["b", "a"], note="n", kind="pledge",
        )  # fmt: skip
        observations = [
            Observation(Q2, Answer.YES, marks=[Mark.REVISED, Mark.PROVISIONAL], note="n"),
            Observation(Q2.next(), Missing("no_data", note="late")),
            Observation(Q2.previous(), Decimal("1E+3")),
            Observation(Q2.year(), "50.0", numerator=1, denominator=2),
        ]
        targets = [
            Target(5, strict=True, basis="annual", period=Q2),
            Target(Range(1, 2), floor=1, stretch=3, source="plan"),
        ]
        row = ScorecardRow(indicator, observations, targets, benchmark_text="b", commentary="c")
        full = Scorecard("S", [row], council="C", source="P", assumed=["a"])

        assert dump_json(full) == _json_text.write_json(document_of(full), None)
        assert load_json(dump_json(full)) == full

    def test_what_has_its_default_is_left_out_of_scales_and_chart_rules_too(self) -> None:
        scale = Scale("Ours", [Level("on"), Level("off")])
        rules = attrs.evolve(COUNCILPERF_XMR_1, name="Ours", run_length=8, corrections=())

        assert json.loads(dump_json(scale))["value"] == {
            "name": "Ours",
            "levels": [{"key": "on"}, {"key": "off"}],
        }
        assert json.loads(dump_json(Missing("no_data"))).keys() == {"format", "version", "missing"}
        assert json.loads(dump_json(rules))["value"].keys() >= {"name", "run_length"}
        assert (
            json.loads(dump_json(rules))["value"]
            .keys()
            .isdisjoint({"trend_length", "fewest_baseline_points", "corrections"})
        )

    def test_what_is_no_value_of_ours_is_no_document(self) -> None:
        with pytest.raises(FieldTypeError, match="a public value"):
            dump_json({"a": 1})
        with pytest.raises(FieldValueError, match="the type of a public value"):
            load_json("{}", dict)
        with pytest.raises(FieldTypeError, match="open the file and read it first"):
            load_json(5)  # type: ignore[call-overload]

    def test_half_a_surrogate_pair_cannot_be_written(self) -> None:
        with pytest.raises(FieldValueError, match="surrogate"):
            dump_json(Missing("no_data", note="\ud800"))

    def test_a_digest_changes_with_the_value(self) -> None:
        assert digest(Range(1, 2)) == digest(Range(1, 2))
        assert digest(Range(1, 2)) != digest(Range(1, "2.0"))


class TestOldDocuments:
    @pytest.mark.parametrize(
        "path",
        sorted(GOLDEN.glob("v*/*.json")),
        ids=lambda path: f"{path.parent.name}-{path.stem}",
    )
    def test_one_that_was_ever_written_is_still_read(self, path: Path) -> None:
        value = load_json(path.read_bytes())

        assert load_json(dump_json(value)) == value
        if path.parent.name == f"v{VERSION}":
            assert dump_json(value, indent=2) == path.read_bytes()

    @pytest.mark.parametrize(
        "path", sorted(GOLDEN.glob("v*/*.jsonl")), ids=lambda path: path.parent.name
    )
    def test_every_kind_that_was_ever_written_is_still_read(self, path: Path) -> None:
        lines = path.read_bytes().splitlines(keepends=True)
        values = [each.require() for each in read_json_lines(lines)]

        for value in values:
            assert load_json(dump_json(value)) == value
        if path.parent.name == f"v{VERSION}":
            assert list(write_json_lines(values)) == lines
            # A new kind gets a line of its own: the bytes that `dump_json` writes of one.
            assert {type(each) for each in values} == set(kinds().values())

    def test_every_version_has_its_documents_and_its_way_to_the_next(self) -> None:
        versions = [f"v{each}" for each in range(1, VERSION + 1)]

        assert sorted(each.name for each in GOLDEN.iterdir()) == versions
        assert all((GOLDEN / each / "every-kind.jsonl").exists() for each in versions)
        assert sorted(_migrations._STEPS) == list(range(1, VERSION))

    def test_an_earlier_version_is_brought_up_step_by_step(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_migrations, "VERSION", 3)
        monkeypatch.setattr(
            _migrations,
            "_STEPS",
            {1: lambda tree: {**tree, "a": 1}, 2: lambda tree: {**tree, "b": 2}},
        )
        newest = migrated({"version": 1})

        assert newest == {"version": 3, "a": 1, "b": 2}
        assert migrated(newest) is newest
        assert migrated({"version": 2}) == {"version": 3, "b": 2}


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "number",
        [*"1_000|_1|٣|NaN|Infinity|1e5|1E5|+1|01|.5|5.||-|0x1|1,000| 1|1 ".split("|"), "9" * 35],
    )
    def test_a_number_is_written_plainly(self, number: str) -> None:
        assert problems(document("range", low=number, high="1"))[0].startswith("$.low: ")

    @pytest.mark.parametrize("number", [1, 1.5, True, None, ["1"], {"a": 1}])
    def test_a_number_is_text(self, number: object) -> None:
        [problem] = problems(document("range", low=number, high="5"))

        assert problem.startswith("$.low: ")
        assert "of the wrong type" in problem

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "it is not JSON: Expecting value at line 1, column 1"),
            ("{", "it is not JSON"),
            ("[" * 100_000, "it is nested too deeply to be read"),
            ('{"a":' * 100_000, "it is nested too deeply to be read"),
            ('{"a": 1, "a": 2}', "'a': the key stands twice in one object"),
            ('{"a":1,"a":2}', "'a': the key stands twice in one object"),
            ("NaN", "it is not JSON: NaN is not JSON"),
            ("-Infinity", "it is not JSON: -Infinity is not JSON"),
            ("1" * 10_000_000, "it is not JSON: Exceeds the limit"),
            ('"\\ud800"', "it has half of a surrogate pair"),
            (b"\xff", "it is not UTF-8 (byte 1)"),
            ("[]", "'[]': it is no document"),
            ("1e999999", "'inf': it is no document"),
            ('"\x00"', "it is not JSON: Invalid control character"),
        ],
    )
    def test_text_that_is_no_document_is_told_why(self, text: str, message: str) -> None:
        [problem] = problems(text)

        assert problem.startswith("$: ")
        assert message in problem

    @pytest.mark.parametrize(
        ("tree", "start"),
        [
            ({}, "$.format: the format is missing or not known"),
            ({"format": 5}, "$.format: '5': the format is missing or not known"),
            ({"format": "councilperf/shoe"}, "$.format: 'councilperf/shoe': "),
            ({"format": "councilperf/range"}, "$.version: the version is missing"),
            ({"format": "councilperf/range", "version": 2}, "$.version: '2': the version is"),
            ({"format": "councilperf/range", "version": True}, "$.version: 'True': the version"),
            (document("range", low="1"), "$.high: the key is missing; add 'high'"),
            (document("range", low="2", high="1"), "$.high: '1': it is not allowed"),
            (document("range", low="1", high="2", hihg="3"),
             "$.hihg: the key is not known; did you mean 'high'? there are high, low"),
            (document("reporting-period"), "$: its value is missing"),
            (document("reporting-period", value="2019-Q9@04"), "$.value: "),
            (document("reporting-period", value=5), "$.value: '5': it is of the wrong type"),
            (document("mark", value="odd"), "$.value: 'odd': it is not allowed"),
            (document("mark", value=[]), "$.value: '[]': it is not allowed"),
            (document("missing", missing="odd"), "$.missing: 'odd': it is not allowed"),
            (document("missing"), "$.missing: the key is missing"),
            (document("unit", value={"name": "x"}), "$.value: "),
            (document("unit", value=""), "$.value: "),
            (document("source", document="d", date="2019-02-30"), "$.date: '2019-02-30'"),
            (document("source", document="d", date="soon"), "$.date: 'soon'"),
            (document("source", document=None), "$.document: 'None': it is of the wrong type"),
            (document("level", key="g", rated="yes"), "$.rated: 'yes': it is of the wrong type"),
            (document("is", value={"subject": "rating", "is": ["red", "red"]}), "$.value.is: "),
            (document("is", value={"subject": "rating"}), "$.value: \"{'subject': 'rating'}\""),
            (document("is", value={"is": ["red"]}), "$.value: \"{'is': ['red']}\": it is not"),
            (document("is", value={"subject": "rating", "is": "red"}), "$.value.is: 'red'"),
            (document("is", value={"subject": "rating", "is": ["red"], "runing": 2}),
             "$.value.runing: the key is not known; did you mean 'running'?"),
            (document("is", value={"all": []}), "$.value: "),
            (document("is", value="red"), "$.value: 'red': it is of the wrong type"),
            (document("not", value={"not": 5}), "$.value.not: '5'"),
            (document("edge", value={"figure": "target", "worse_by": "1", "better_by": "1"}),
             "$.value: "),
            (document("edge", value={"worse_by": "1"}), "$.value: "),
            (document("edge", value={"any_of": ["target", "floor"]}), "$.value: "),
            (document("edge", value=5), "$.value: '5'"),
            (document("edge", value={"figure": "target", "worse_by": "lots"}),
             "$.value.worse_by: 'lots': it is not allowed; give \"10%\""),
            (document("edge", value={"figure": "target", "worse_by": 5}), "$.value.worse_by: '5'"),
            (document("edge", value={"figure": "target", "worse_by": {}}), "$.value.worse_by: "),
            (document("edge", value={"figure": "target", "beyond": 1}), "$.value.beyond: '1'"),
            (document("figure", value="tarket"), "$.value: 'tarket'"),
            (document("figure", value={}), "$.value: '{}': it is of the wrong type"),
            (document("figure", value={"constant": "1", "benchmark": "England"}),
             "$.value: \"{'constant': '1', 'benchmark': 'England'}\": it is of the wrong type"),
            (document("figure", value=[]), "$.value: '[]': it is of the wrong type"),
            (document("figure", value={"constant": 80}), "$.value.constant: '80'"),
            (document("figure", value={"benchmark": 1.5}), "$.value.benchmark: '1.5'"),
            (document("scorecard", title="S", rows=[5]), "$.rows[0]: '5'"),
            (document("scorecard", title="S", rows={}), "$.rows: '{}'"),
            (document("level-count", level="green", count="5"), "$.count: '5': it is of"),
            (document("observation", period="2019-Q2@04", value={"answer": "yes", "why": "x"}),
             "$.value: "),
            (document("observation", period="2019-Q2@04", value={"odd": "yes"}), "$.value: "),
            (document("rule", judgement="r", lines=[], otherwise="red", scale="shades"),
             "$.scale: 'shades'"),
        ],
    )  # fmt: skip
    def test_each_part_is_told_with_its_path(self, tree: object, start: str) -> None:
        assert problems(tree)[0].startswith(start)

    def test_a_document_of_another_type_is_refused(self) -> None:
        [problem] = problems(document("range", low="1", high="2"), kind=RuleSet)

        assert "a document of councilperf/rule-set was expected" in problem

    def test_conditions_nested_without_end_are_refused(self) -> None:
        tree: object = {"subject": "rating", "is": ["red"]}
        for _ in range(DEEPEST + 1):
            tree = {"not": tree}
        [problem] = problems(document("not", value=tree))

        assert f"nested at most {DEEPEST} deep" in problem

    def test_all_problems_are_told_together(self, card: Scorecard) -> None:
        tree = json.loads(dump_json(card))
        tree["rows"][0]["observations"][1]["value"] = "1_000"
        tree["rows"][1]["indicator"]["titel"] = tree["rows"][1]["indicator"].pop("title")
        tree["rows"][2]["observations"][0]["period"] = "soon"

        assert [each.path for each in read_json(json.dumps(tree)).problems] == [
            "$.rows[0].observations[1].value",
            "$.rows[1].indicator.title",
            "$.rows[1].indicator.titel",
            "$.rows[2].observations[0].period",
        ]
        with pytest.raises(ProblemsError, match="4 problems"):
            load_json(json.dumps(tree))

    def test_a_document_larger_than_the_limit_is_refused_by_its_name(self) -> None:
        [problem] = problems("[]", limits=Limits(size=1))

        assert "limit of 1 (size)" in problem

    @pytest.mark.parametrize("times", [400, 700, 900, 2000])
    def test_targets_nested_without_end_are_refused(self, times: int) -> None:
        tree = '{"aim":"1","supersedes":' * times + '{"aim":"1"}' + "}" * times
        text = '{"format":"councilperf/target","version":1,"aim":"1","supersedes":' + tree + "}"
        [problem] = problems(text)
        [without_limit] = problems(text, limits=Limits(depth=10**6))

        assert "nested more than 200 deep, the limit (depth)" in problem
        assert "nested too deeply" in without_limit

    def test_nothing_may_be_written_as_null(self) -> None:
        tree = document("observation", period="2019-Q2@04", value="1", note=None)

        assert load_json(json.dumps(tree)).note is None
        tree = document("commentary", text="Done", marking=None)
        assert load_json(json.dumps(tree)).marking is None


class TestLenientReading:
    def test_unknown_keys_are_left_out_and_told(self, card: Scorecard) -> None:
        tree = json.loads(dump_json(card))
        tree["colour"] = {"a": 1}
        tree["rows"][0]["indicator"]["shoe"] = 9
        tree["rows"][1]["size"] = []

        assert len(problems(tree)) == 3
        reading = read_json(json.dumps(tree), Scorecard, lenient=True)
        assert reading.value == card
        assert sorted(reading.notes) == [
            '$.colour is not known and left out: {"a":1}',
            "$.rows[0].indicator.shoe is not known and left out: 9",
            "$.rows[1].size is not known and left out: []",
        ]

    def test_keys_inside_rules_and_assessments_are_left_out_too(self, card: Scorecard) -> None:
        assessment = assess(card, CHESHIRE_EAST, period=Q2)
        tree = json.loads(dump_json(assessment))
        tree["rules"]["rules"][0]["lines"][1]["reach"]["why"] = "habit"
        tree["rows"][0]["rating"]["shoe"] = 9
        tree["shoe"] = 9
        reading = read_json(json.dumps(tree), lenient=True)

        assert reading.value == assessment
        assert len(reading.notes) == 3

    def test_a_key_inside_a_condition_that_is_denied_is_left_out_too(self) -> None:
        tree = document("not", value={"not": {"subject": "rating", "is": ["red"], "shoe": 9}})

        assert problems(tree)[0].startswith("$.value.not.shoe: the key is not known")
        assert read_json(json.dumps(tree), lenient=True).value == ~Is("rating", "red")

    def test_what_is_wrong_stays_a_problem(self) -> None:
        tree = document("range", low="one", high="2", shoe=9)

        assert len(problems(tree)) == 2
        assert len(problems(tree, lenient=True)) == 1


class TestAssessmentsAreCheckedAgainstTheirRules:
    @pytest.mark.parametrize(
        ("path", "wrong", "start"),
        [
            (("rows", 0, "rating", "level"), "green",
             "$.rows[0].rating.level: 'green': it is not allowed; give what the rules give"),
            (("rows", 0, "travel", "movement"), "down", "$.rows[0].travel.movement: 'down'"),
            (("rows", 0, "reference"), "E9", "$.rows[0].reference: 'E9'"),
            (("rows", 0, "rating"), None, "$.rows[0].rating: 'None'"),
            (("rows", 0, "others"), [], "$.rows[0].others: '[]'"),
            (("rows", 0, "others"), {}, "$.rows[0].others: '{}'"),
            (("rows", 0), 5, "$.rows[0]: '5'"),
            (("rows", 0, "shoe"), 9, "$.rows[0].shoe: the key is not known"),
            (("rows",), [], "$.rows: '[]'"),
            (("summary", "rating", "total"), 9, "$.summary: "),
            (("period",), "soon", "$.period: 'soon'"),
            (("rules", "rules", 0, "otherwise"), "blue", "$.rules.rules[0]"),
            (("shoe",), 9, "$.shoe: the key is not known"),
        ],
    )  # fmt: skip
    def test_a_result_that_does_not_follow_is_refused(
        self, card: Scorecard, path: tuple[str | int, ...], wrong: object, start: str
    ) -> None:
        tree: Any = json.loads(dump_json(assess(card, MAIDSTONE, period=Q2)))
        at = tree
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = wrong

        assert problems(tree)[0].startswith(start)

    def test_a_part_that_is_missing_is_told(self, card: Scorecard) -> None:
        tree = json.loads(dump_json(assess(card, MAIDSTONE, period=Q2)))
        del tree["rules"]

        assert problems(tree) == ["$.rules: the key is missing; add 'rules'"]

    def test_a_rating_where_the_rules_give_none_is_refused(self, card: Scorecard) -> None:
        rules = RuleSet("r", "A council", [MAIDSTONE.rules_for("short trend")[0]])
        tree = json.loads(dump_json(assess(card, rules, period=Q2)))
        tree["rows"][0]["rating"] = {"level": "green"}

        assert problems(tree)[0].startswith("$.rows[0].rating: ")

    def test_a_sentence_may_be_worded_otherwise(self, card: Scorecard) -> None:
        assessment = assess(card, MAIDSTONE, period=Q2)
        tree = json.loads(dump_json(assessment))
        tree["rows"][0]["rating"]["reason"] = "Amber, as ever."

        assert load_json(json.dumps(tree)) == assessment


PLAIN = Scorecard(
    "S",
    [
        ScorecardRow(
            Indicator("1", "t", polarity="higher", unit="%", tolerance="5%", best_possible=100,
                      service="s", frequency="f", kind="k", note="n"),
            [Observation(Q2, "95.80", marks=[Mark.PROVISIONAL]),
             Observation(Q2.next(), Missing("no_data"))],
            [Target("95", period=Q2, basis="annual")],
            commentary="c", benchmark_text="b", stated=[StatedLevel("rating", "Green")],
        )
    ],
)  # fmt: skip
HARMS: list[object] = [
    None, 5, 1.5, True, "", " ", "x", "y" * 300, "-0", "-0.5", "1e5", "9" * 20, "9" * 35, "1_0",
    [], ["x"], ["provisional", "provisional"], {}, {"missing": "x"},
    {"missing": "no_data", "note": "n"},
]  # fmt: skip


def harmed(tree: Any, root: Any) -> Iterator[Any]:
    """The tree with one part after another replaced, left out, or beside a stranger."""
    parts = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    for key, part in parts:
        for harm in HARMS:
            tree[key] = harm
            yield copy.deepcopy(root)
        tree[key] = part
        if isinstance(tree, dict):
            del tree[key]
            yield copy.deepcopy(root)
            tree[key] = part
        if isinstance(part, dict | list):
            yield from harmed(part, root)
    if isinstance(tree, dict):
        tree["shoe"] = 9
        yield copy.deepcopy(root)
        del tree["shoe"]
    else:
        tree.extend(tree[:1])
        yield copy.deepcopy(root)
        del tree[-1]


class TestPlainRowsAreReadQuickly:
    def test_a_plain_row_is(self) -> None:
        tree = json.loads(dump_json(PLAIN))["rows"][0]
        rest = {
            name: _plain_rows._of(the_converter(), ScorecardRow, name)
            for name in ("benchmark_text", "stated", "commentary")
        }

        assert _plain_rows._row(tree, rest) == PLAIN.rows[0]

    def test_whatever_is_harmed_is_read_as_the_constructors_would(self) -> None:
        tree = json.loads(dump_json(PLAIN))["rows"][0]
        slow = the_converter().copy()
        trees = list(harmed(tree, tree))
        slowly = _slow_reader()

        assert len(trees) > 500
        for each in trees:
            assert _outcome(lambda value: slow.structure(value, ScorecardRow), each) == _outcome(
                slowly, each
            )

    def test_it_knows_every_field_that_it_fills(self) -> None:
        """A field that is added to one of these needs a look at the quick way too."""
        fields = {
            kind: [each.name for each in attrs.fields(kind)]
            for kind in (ScorecardRow, Indicator, Observation, Target)
        }

        assert fields == {
            ScorecardRow: ["indicator", "observations", "targets", "benchmarks", "benchmark_text",
                           "stated", "commentary"],
            Indicator: ["reference", "title", "polarity", "unit", "tolerance", "best_possible",
                        "service", "priority", "portfolio", "officer", "frequency", "kind", "tags",
                        "note"],
            Observation: ["period", "value", "marks", "note", "numerator", "denominator"],
            Target: ["aim", "basis", "period", "strict", "floor", "stretch", "source",
                     "supersedes", "reason", "decision"],
        }  # fmt: skip


def _slow_reader() -> Any:
    read = _record(ScorecardRow, the_converter())
    return lambda value: read(value, ScorecardRow)


def _outcome(read: Any, tree: object) -> object:
    try:
        return read(tree)
    except Exception as error:  # noqa: BLE001 - any refusal is an outcome
        return type(error)


class TestOrjson:
    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("orjson")

    def test_with_and_without_it_the_same_is_read(
        self, card: Scorecard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with_it = load_json(dump_json(card))
        monkeypatch.setattr(_json_text, "_orjson", lambda: None)

        assert load_json(dump_json(card)) == with_it == card

    @pytest.mark.parametrize(
        "text",
        ['{"a":1,"a":2}', "NaN", '"\\ud800"', "1" * 400, "[" * 3000, '{"a": 1, "a": 2}', b"\xff"],
    )
    def test_with_and_without_it_the_same_is_refused(
        self, text: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with_it = problems(text)
        monkeypatch.setattr(_json_text, "_orjson", lambda: None)

        assert problems(text) == with_it


class TestAKeyThatStandsTwice:
    @pytest.mark.parametrize(
        "text",
        [
            '{"a":1,"a":2}',
            '{"a" :1,"a"\t:2}',
            '{"a"\n:1,"a"\r:2}',
            '{"a":":","a":2}',
            '{"a":": : :","a":[{"b":1,"b":":"}]}',
        ],
    )
    def test_it_is_told(self, text: str) -> None:
        assert problems(" " + text)[0].startswith("$: ")
        assert "the key stands twice" in problems(" " + text)[0]

    @pytest.mark.parametrize("title", ["a:b", ": :", '":":', "\n:\t:", "https://a.example"])
    def test_colons_inside_a_text_are_no_keys(self, title: str) -> None:
        card = Scorecard(title, [])

        assert load_json(b" " + dump_json(card)) == card
        assert load_json(dump_json(card, indent=2)) == card


@pytest.mark.parametrize("more", [{"tags": ["a"]}, {"note": "n"}, {"kind": "pledge"}])
def test_an_indicator_keeps_each_of_what_few_have(more: dict[str, Any]) -> None:
    card = Scorecard("Planning", [ScorecardRow(Indicator("1", "A", **more))])

    assert load_json(dump_json(card)) == card


def test_without_orjson_the_standard_library_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(_json_text, "import_module", absent)

    assert _json_text._orjson.__wrapped__() is None


def test_every_kind_of_document_has_its_own_name() -> None:
    assert len(set(kinds().values())) == len(kinds())
    assert kinds()["councilperf/rule-set"] is RuleSet


def test_a_rule_and_a_condition_by_themselves_are_documents() -> None:
    for value in (Rule("r", {"green": TARGET}, otherwise="red"), Not(Is("rating", "red"))):
        assert load_json(dump_json(value)) == value


def test_a_figure_kind_is_a_document_of_its_word() -> None:
    assert load_json(dump_json(FigureKind.TARGET)) is FigureKind.TARGET
