"""The rows of a judged frame that a committee should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import narwhals.stable.v2 as nw

from councilperf._checks import as_tuple, check_each, check_instance, check_text
from councilperf.dataframes._arguments import check_added
from councilperf.dataframes._categories import choose, in_words, words_for
from councilperf.dataframes._outcome import REASONS
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.dataframes._truth import as_expression
from councilperf.errors import FieldValueError
from councilperf.rules import (
    FACTS,
    And,
    Is,
    NamedCondition,
    Not,
    OwnTolerance,
    RuleSet,
    UnstatedAllowance,
    Widest,
    edges_of,
    subjects_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._truth import Truth
    from councilperf.rules import Allowance, Condition, Reach, Rule

__all__ = ["exceptions_frame"]


def exceptions_frame(
    frame: IntoFrameT,
    rules: RuleSet,
    *,
    conditions: Iterable[NamedCondition] | None = None,
    columns: Mapping[str, str] | None = None,
    name: str = "exception",
) -> IntoFrameT:
    """Keep the rows that meet a named condition: the rule set's, unless others are given.

    >>> import pandas as pd
    >>> from councilperf import Polarity
    >>> from councilperf.dataframes import assess_frame
    >>> from councilperf.presets import MAIDSTONE
    >>> visits = pd.DataFrame({"value": [52, 40], "target": 52})
    >>> judged = assess_frame(visits, MAIDSTONE, polarity=Polarity.HIGHER)
    >>> exceptions_frame(judged, MAIDSTONE)[["value", "exception"]].to_dict("records")
    [{'value': 40, 'exception': 'adverse'}]

    A column is added with the name of the first condition that a row meets. Judgements stand in
    columns of their own names, as `assess_frame` adds them, and facts such as "service" in
    theirs; *columns* says where it is otherwise.

    Raises `FieldValueError` for conditions over several reports, and for those over levels
    between which an edge may be open: `find_exceptions` knows them one by one.
    """
    check_instance("rules", rules, RuleSet)
    check_text("name", name)
    named = rules.exceptions if conditions is None else as_tuple(conditions)
    check_each("conditions", named, NamedCondition)
    if not named:
        raise FieldValueError("conditions", named, "a condition or more: the rules name none")
    reader = Reader(open_frame(frame), None, None)
    check_added((name,), reader.names)
    at = dict(columns or {})
    subjects = dict.fromkeys(one for each in named for one in subjects_of(each.condition))
    for subject in subjects:
        if subject not in FACTS:
            rules.scale_of(subject)
        reader.require(at.setdefault(subject, subject))
    reader.refuse()
    cases: list[tuple[Truth, str | None]] = [
        (_holds(each.condition, rules, at, reader), each.name) for each in named
    ]
    words = words_for(reader.frame, (each.name for each in named))
    marked = reader.frame.with_columns(choose(cases, None, words).alias(name))
    kept = marked.filter(as_expression(words.is_there(name)))
    return cast("IntoFrameT", in_words(kept, {name: words}).to_native())


def _holds(condition: Condition, rules: RuleSet, at: Mapping[str, str], reader: Reader) -> nw.Expr:
    """Say in which rows a condition holds; never null."""
    if isinstance(condition, Not):
        return ~_holds(condition.part, rules, at, reader)
    if not isinstance(condition, Is):
        join = nw.all_horizontal if isinstance(condition, And) else nw.any_horizontal
        parts = [_holds(each, rules, at, reader) for each in condition.parts]
        return join(*parts, ignore_nulls=False)
    if condition.running > 1:
        raise FieldValueError(
            "conditions", str(condition), "a condition on one report; others `find_exceptions`"
        )
    column = at[condition.subject]
    text = nw.col(column).cast(nw.String).fill_null("")
    held = text.is_in(sorted(condition.values))
    if condition.subject in FACTS:
        return held
    _refuse_open(condition, rules)
    unrated = nw.col(column).is_null()
    if "unrated" in condition.values:
        held = held | unrated
    reasons = sorted(condition.values.intersection(REASONS))
    if reasons and reader.require(f"{column}_reason"):
        why = nw.col(f"{column}_reason").cast(nw.String).fill_null("")
        held = held | (unrated & why.is_in(reasons))
    reader.refuse()
    return held


def _refuse_open(condition: Is, rules: RuleSet) -> None:
    """Refuse to ask whether an item is one of several levels where it may be either of two."""
    levels = condition.values.intersection(rules.scale_of(condition.subject).keys)
    for rule in rules.rules_for(condition.subject) if len(levels) > 1 else ():
        if not _is_plain(rule):
            raise FieldValueError(
                "conditions",
                str(condition),
                f"one level at a time, since edges of {str(rule)!r} may be open; or "
                "`find_exceptions`",
            )


def _is_plain(rule: Rule) -> bool:
    """Say whether a rule gives a level wherever its figures are there, and else knows nothing."""
    lines = [list(_asked(line.reach)) for line in rule.lines]
    figures = [{each for each in line if not _is_unsure(each)} for line in lines]
    sure = not any(_is_unsure(each) for line in lines for each in line)
    return sure and all(each == figures[0] for each in figures)


def _asked(reach: Reach) -> Iterator[object]:
    """Return the figures that a reach asks for, and its allowances."""
    for edge in edges_of(reach):
        yield edge.figure
        yield from _parts(edge.by)


def _parts(allowance: Allowance | None) -> Iterator[object]:
    if isinstance(allowance, Widest):
        for each in allowance.parts:
            yield from _parts(each)
    elif isinstance(allowance, OwnTolerance | UnstatedAllowance):
        yield allowance
    elif getattr(allowance, "of", None) is not None:
        yield getattr(allowance, "of")  # noqa: B009 - percentages and amounts differ in it


def _is_unsure(asked: object) -> bool:
    return isinstance(asked, OwnTolerance | UnstatedAllowance)
