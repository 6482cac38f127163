"""What a frame may hold, what it is refused for, and which rule each of its rows is rated by."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from councilperf import Polarity, Tolerance, rate
from councilperf.dataframes import explain_frame, rate_frame, travel_frame
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import (
    FLOOR,
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    TARGET,
    Is,
    LastDigit,
    Rule,
    RuleSet,
    constant,
)
from councilperf.values import Missing

HIGHER = Polarity.HIGHER
TENTH = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
MET = Rule("rating", {"green": TARGET}, otherwise="red")
#: Values on the amber edge, of which floats misrate some in one usual form or another.
ON_EDGE = [(Decimal(9 * tenth) / 100, Decimal(tenth) / 10) for tenth in range(10, 1010, 10)]


@pytest.mark.parametrize("kind", ["float64", "decimal128(20, 2)", "string"])
def test_an_edge_is_met_exactly_in_every_kind_of_column(engine: Any, kind: str) -> None:
    write = {"float64": float, "string": str}.get(kind, Decimal)
    below = [(value - Decimal("0.01"), target) for value, target in ON_EDGE]
    pairs = [*ON_EDGE, *below]
    columns = {
        "value": [write(value) for value, _ in pairs],
        "target": [write(target) for _, target in pairs],
    }
    frame = engine.frame(columns, {"value": kind, "target": kind})

    rated = engine.columns(rate_frame(frame, TENTH, polarity=HIGHER, decimals=2))

    assert rated["rating"] == ["amber"] * len(ON_EDGE) + ["red"] * len(below)


@pytest.mark.parametrize("decimals", [1, 3, 6])
def test_every_float_is_the_number_that_was_typed(engine: Any, decimals: int) -> None:
    chance = random.Random(decimals)  # noqa: S311 (made-up figures, no secrets)
    unit = 10**decimals
    whole = [chance.randrange(-(10**8), 10**8) for _ in range(3000)]
    data = {"value": [each / unit for each in whole], "target": [each / unit for each in whole]}
    below = [(each - 1) / unit for each in whole]

    on = engine.columns(rate_frame(engine.frame(data), TENTH, polarity=HIGHER, decimals=decimals))
    off = engine.columns(
        rate_frame(engine.frame({**data, "value": below}), MET, polarity=HIGHER, decimals=decimals)
    )

    assert set(on["rating"]) == {"green"}
    assert set(off["rating"]) == {"red"}


def test_whole_numbers_need_no_decimals(engine: Any) -> None:
    frame = engine.frame({"value": [90, 89, None], "target": [100, 100, 100]})
    if engine.name == "pandas":
        pytest.skip("NumPy's columns hold whole numbers with gaps as floats")

    rated = engine.columns(rate_frame(frame, TENTH, polarity=HIGHER))

    assert rated["rating"] == ["amber", "red", None]


def test_decimals_may_be_given_by_column(engine: Any) -> None:
    frame = engine.frame({"value": [46.8], "target": [52.0]})

    rated = engine.columns(
        rate_frame(frame, TENTH, polarity=HIGHER, decimals={"value": 1, "target": 0})
    )

    assert rated["rating"] == ["amber"]


# Of pandas below 3, whose convert_dtypes() tries whether infinity is a whole number.
@pytest.mark.filterwarnings("ignore:invalid value encountered in cast:RuntimeWarning")
def test_everything_wrong_comes_at_once_with_counts_and_rows(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("the rows of a lazy frame are not looked at")
    frame = engine.frame(
        {
            "value": ["12", "12a", "tbc"],
            "target": [1.0, float("inf"), 3.0],
            "polarity": ["High", "sideways", "High"],
            "when": [True, False, True],
        }
    )

    with pytest.raises(ProblemsError) as raised:
        rate_frame(frame, Rule("r", {"green": FLOOR}, otherwise="red"), others={FLOOR: "when"})

    text = str(raised.value)
    assert "'polarity' says no polarity" in text
    assert "in 1 row, such as row 1: 'sideways'" in text
    assert "'value' holds no plain number" in text
    assert "in 2 rows, such as row 1: '12a'; row 2: 'tbc'" in text
    assert "'when' holds Boolean, which is no number" in text


def test_columns_that_are_not_there_are_named_with_those_that_are(engine: Any) -> None:
    with pytest.raises(ProblemsError, match=r"'value' is not there; the frame has 'x'"):
        rate_frame(engine.frame({"x": [1]}), TENTH, polarity=HIGHER)


@pytest.mark.parametrize(
    ("given", "meant"),
    [("lower", "Polarity.LOWER"), ("Bigger is better", "Polarity.HIGHER"), ("way", "a Polarity")],
)
def test_a_polarity_written_where_a_column_is_wanted_is_told_how_to_be_given(
    engine: Any, given: str, meant: str
) -> None:
    frame = engine.frame({"value": [1], "target": [2]})
    said = f"column '{given}' is not there; .*; for all rows alike give {meant}"

    with pytest.raises(ProblemsError, match=said):
        rate_frame(frame, MAIDSTONE, polarity=given, decimals=0)
    if not engine.is_lazy:
        with pytest.raises(ProblemsError, match=said):
            explain_frame(frame, MAIDSTONE, polarity=given)


def test_floats_too_short_to_tell_their_decimals_are_refused(engine: Any) -> None:
    """In 32 bits 46.8 is 46.799999, a red where the same figure by itself is amber."""
    columns = {"value": [46.8], "target": [52.0]}
    frame = engine.frame(columns, {"value": "float32", "target": "float64"})

    with pytest.raises(ProblemsError, match="'value' holds Float32"):
        rate_frame(frame, TENTH, polarity=HIGHER, decimals=1)
    if not engine.is_lazy:
        with pytest.raises(ProblemsError, match="'value' holds Float32"):
            explain_frame(frame, TENTH, polarity=HIGHER)


def test_a_lazy_frame_must_be_told_decimals(engine: Any) -> None:
    if not engine.is_lazy:
        pytest.skip("an eager frame is looked through")

    with pytest.raises(ProblemsError, match="give decimals="):
        rate_frame(engine.frame({"value": [1.5], "target": [1]}), TENTH, polarity=HIGHER)


def test_a_lazy_frame_rates_no_row_wrongly_that_it_cannot_read(engine: Any) -> None:
    if not engine.is_lazy:
        pytest.skip("an eager frame is refused")
    frame = engine.frame(
        {
            "value": [1.25, float("inf"), 1e18, float("nan"), 2.5],
            "target": [1.0, 1.0, 1.0, 1.0, 1.0],
            "polarity": ["higher", "higher", "higher", "higher", "sideways"],
        }
    )

    rated = engine.columns(rate_frame(frame, TENTH, decimals=1))

    assert rated["rating"] == [None] * 5
    reasons = ["unreadable", "unreadable", "unreadable", "no_data", "unreadable"]
    assert rated["rating_reason"] == reasons


def test_the_noise_of_a_division_is_refused_not_rounded(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("the rows of a lazy frame are not looked at")
    frame = engine.frame({"value": [0.3, 0.1 + 0.2], "target": [20.1, 20.1]})

    with pytest.raises(ProblemsError, match=r"round it, or bring it as Decimal.*row 1"):
        rate_frame(frame, TENTH, polarity=HIGHER)


def test_what_would_overflow_is_refused_with_the_limit(engine: Any) -> None:
    data = {"value": [4 * 10**18, 1], "target": [10**18, 1]}
    if engine.is_lazy:
        rated = engine.columns(rate_frame(engine.frame(data), TENTH, polarity=HIGHER))
        assert rated["rating_reason"] == ["unreadable", None]
        return

    with pytest.raises(ProblemsError, match=r"(?s)'value' is beyond .*'target' is beyond "):
        rate_frame(engine.frame(data), TENTH, polarity=HIGHER)


def test_a_rule_of_too_many_decimals_is_refused(engine: Any) -> None:
    fine = Rule("r", {"green": TARGET.worse_by("0.0000000000000000001%")}, otherwise="red")

    with pytest.raises(FieldValueError, match="fewer decimals"):
        rate_frame(engine.frame({"value": [1], "target": [1]}), fine, polarity=HIGHER)


def test_decimal_objects_in_pandas_are_read_one_by_one() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"value": [Decimal("46.80"), None, 46.7], "target": 52}, dtype=object)

    rated = rate_frame(frame, TENTH, polarity=HIGHER)

    assert list(rated["rating"])[::2] == ["amber", "red"]
    assert list(rated.columns) == ["value", "target", "rating", "rating_reason"]
    frame.loc[1, "value"] = "tbc"
    with pytest.raises(ProblemsError, match="'value' holds no number in 1 row, such as row 1"):
        rate_frame(frame, TENTH, polarity=HIGHER)


def test_a_column_may_say_why_a_figure_is_absent(engine: Any) -> None:
    data = {
        "value": [None, None, 1.0],
        "why": ["suppressed", None, "suppressed"],
        "target": [1] * 3,
    }
    frame = engine.frame(data, {"value": "float64"})

    rated = engine.columns(
        rate_frame(frame, TENTH, polarity=HIGHER, missing={"value": "why"}, decimals=1)
    )

    assert rated["rating_reason"] == ["suppressed", "no_data", None]


def test_an_unknown_reason_is_refused(engine: Any) -> None:
    frame = engine.frame({"value": [None, 1.0], "why": ["lost", None], "target": [1, 1]})
    call: dict[str, Any] = {"polarity": HIGHER, "missing": {"value": "why"}, "decimals": 1}
    if engine.is_lazy:
        rated = engine.columns(rate_frame(frame, TENTH, **call))
        assert rated["rating_reason"] == ["unreadable", None]
        return

    with pytest.raises(ProblemsError, match="'why' holds no reason for absence"):
        rate_frame(frame, TENTH, **call)


def test_what_is_the_same_for_every_row_is_given_as_it_is(engine: Any) -> None:
    frame = engine.frame({"value": [46.8, 46.7]})

    rated = engine.columns(
        rate_frame(frame, TENTH, target=52, polarity=HIGHER, decimals=1, name="first")
    )
    without = engine.columns(
        rate_frame(frame, TENTH, target=Missing("baselining"), polarity=HIGHER, decimals=1)
    )

    assert rated["first"] == ["amber", "red"]
    assert without["rating_reason"] == ["baselining"] * 2


def test_a_tolerance_below_nought_is_refused(engine: Any) -> None:
    rule = Rule("r", {"green": TARGET.worse_by(OWN_TOLERANCE)}, otherwise="red")
    frame = engine.frame({"value": [1.0, 1.0], "target": [2, 2], "off": [-5.0, 50.0]})
    call: dict[str, Any] = {"polarity": HIGHER, "tolerance": "off", "decimals": 1}
    if engine.is_lazy:
        rated = engine.columns(rate_frame(frame, rule, **call))
        assert (rated["rating"], rated["rating_reason"][0]) == ([None, "green"], "unreadable")
        return

    with pytest.raises(ProblemsError, match="'off' holds a tolerance below 0"):
        rate_frame(frame, rule, **call)


def test_a_tolerance_for_all_rows_is_given_as_one(engine: Any) -> None:
    rule = Rule("r", {"green": TARGET.worse_by(OWN_TOLERANCE)}, otherwise="red")
    frame = engine.frame({"value": [90, 89], "target": [100, 100]})

    for tolerance in ("10%", "10 points"):
        rated = engine.columns(
            rate_frame(frame, rule, polarity=HIGHER, tolerance=Tolerance.parse(tolerance))
        )
        assert rated["rating"] == ["green", "red"]


BY_POLARITY = RuleSet(
    "ours",
    "Our council",
    [
        Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("polarity", "higher")),
        Rule("rating", {"green": constant(5)}, otherwise="amber", serves=Is("polarity", "lower")),
    ],
)


def test_each_row_is_rated_by_the_rule_that_serves_its_polarity(engine: Any) -> None:
    words = ["higher", "lower", "lower", "none", None]
    frame = engine.frame({"value": [1, 5, 6, 1, 1], "target": [1] * 5, "polarity": words})

    rated = engine.columns(rate_frame(frame, BY_POLARITY))

    assert rated["rating"] == ["green", "green", "amber", None, None]
    assert rated["rating_reason"] == [None, None, None, "no_rule", "no_polarity"]


def test_without_a_rule_for_any_row_the_error_is_that_of_rating_one_by_one(engine: Any) -> None:
    frame = engine.frame({"value": [1], "target": [1]})

    with pytest.raises(FieldValueError) as raised:
        rate_frame(frame, BY_POLARITY, polarity=Polarity.NONE)
    with pytest.raises(FieldValueError) as expected:
        rate(1, target=1, polarity="none", rules=BY_POLARITY)

    assert str(raised.value) == str(expected.value)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (Rule("r", {"green": TARGET.worse_by(LastDigit())}, otherwise="red"), "printed"),
        (Rule("r", judged=True), "computed from figures"),
    ],
)
def test_rules_that_columns_cannot_follow_are_refused(
    engine: Any, rule: Rule, message: str
) -> None:
    with pytest.raises(FieldValueError, match=message):
        rate_frame(engine.frame({"value": [1], "target": [1]}), rule, polarity=HIGHER)


def test_a_last_digit_of_a_constant_is_known(engine: Any) -> None:
    rule = Rule("r", {"green": constant("4.0").worse_by(LastDigit())}, otherwise="red")

    rated = engine.columns(
        rate_frame(engine.frame({"value": [3.9, 3.8]}), rule, polarity=HIGHER, decimals=1)
    )

    assert rated["rating"] == ["green", "red"]


def test_nothing_is_overwritten(engine: Any) -> None:
    frame = engine.frame({"value": [1], "target": [1], "rating": ["red"]})

    with pytest.raises(FieldValueError, match="no column of the frame has"):
        rate_frame(frame, TENTH, polarity=HIGHER)


def test_what_is_no_frame_or_rule_is_refused() -> None:
    with pytest.raises(FieldTypeError, match="a data frame that narwhals reads"):
        rate_frame([1], TENTH, polarity=HIGHER)  # type: ignore[type-var]
    with pytest.raises(FieldTypeError, match="a RuleSet or a Rule"):
        rate_frame([1], "maidstone", polarity=HIGHER)  # type: ignore[type-var, arg-type]


def test_a_travel_without_an_earlier_figure_says_so(engine: Any) -> None:
    frame = engine.frame({"value": [1, 2]})

    compared = engine.columns(travel_frame(frame, CHESHIRE_EAST, previous=None, polarity=HIGHER))

    assert compared["travel_movement"] == [None, None]
    assert compared["travel_reason"] == ["no_previous"] * 2


def test_a_rule_set_may_hold_several_travels(engine: Any) -> None:
    long = MAIDSTONE.rules_for("long trend")[0]
    frame = engine.frame({"value": [2], "a year ago": [1]})

    compared = engine.columns(
        travel_frame(frame, long, previous="a year ago", polarity=HIGHER, name="long trend")
    )

    assert compared["long trend"] == ["improved"]


def test_a_rule_of_one_level_needs_no_figures(engine: Any) -> None:
    rule = Rule("r", {"green": PREVIOUS_PERIOD}, otherwise="green")
    frame = engine.frame({"value": [1]})

    rated = engine.columns(
        rate_frame(frame, rule, others={PREVIOUS_PERIOD: None}, polarity=HIGHER)
    )

    assert rated["rating"] == ["green"]


def test_a_tolerance_column_that_is_not_there_is_named(engine: Any) -> None:
    frame = engine.frame({"value": [1], "target": [1]})

    with pytest.raises(ProblemsError, match="'off' is not there"):
        rate_frame(frame, TENTH, polarity=HIGHER, tolerance="off")


def test_text_that_begins_with_no_number_is_still_read_for_its_decimals(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("an eager frame is looked through")
    frame = engine.frame({"value": ["tbc", "1.25"], "target": [1, 1]})

    with pytest.raises(
        ProblemsError, match=r"at most 2 decimals .* in 1 row, such as row 0: 'tbc'"
    ):
        rate_frame(frame, TENTH, polarity=HIGHER)


def test_rows_that_no_rule_serves_are_unrated_and_not_refused(engine: Any) -> None:
    """Which polarities a column holds is for its rows to say, not for whoever wrote the rules."""
    lower = Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("polarity", "lower"))
    rules = RuleSet("lower", "Our council", [lower])
    columns = {"value": [1, 2], "target": [1, 1], "polarity": ["higher", "higher"]}
    call: dict[str, Any] = {"decimals": 0} if engine.is_lazy else {}

    rated = engine.columns(rate_frame(engine.frame(columns), rules, **call))

    assert rated["rating"] == [None, None]
    assert rated["rating_reason"] == ["no_rule", "no_rule"]
    with pytest.raises(FieldValueError, match="no rating rule that serves every indicator"):
        rate_frame(engine.frame(columns), rules, polarity=Polarity.HIGHER, **call)
