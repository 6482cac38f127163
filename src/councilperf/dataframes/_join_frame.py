"""Bringing indicators and targets to figures, by reference and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from councilperf._checks import check_text
from councilperf.dataframes._arguments import as_names
from councilperf.dataframes._problems import ColumnProblem
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import FieldTypeError, FieldValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narwhals.stable.v2.typing import IntoFrameT

__all__ = ["join_frame"]


def join_frame(
    frame: IntoFrameT,
    other: IntoFrameT,
    *,
    on: str | Iterable[str] = "indicator",
    period: str | None = None,
) -> IntoFrameT:
    """Bring the columns of indicators or targets to every figure they belong to.

    >>> import pandas as pd
    >>> figures = pd.DataFrame({"indicator": ["H1", "H2"], "value": [9, 12]})
    >>> targets = pd.DataFrame({"indicator": ["H1"], "target": [10], "polarity": ["higher"]})
    >>> join_frame(figures, targets)["target"].to_list()[0]
    10.0

    *on* names the columns that both frames have. With *period*, a column of both as well, what is
    stated for a figure's period is brought, and otherwise what is stated without a period (null),
    which holds for all. Every figure stays, once, in its order if the frame is eager.

    Raises `ProblemsError` where something is stated twice for the same figures. In a lazy frame
    nobody can look: there what is stated twice is brought to none of them.
    """
    keys = as_names("on", on)
    check_text("period", period, optional=True)
    left, right = Reader(open_frame(frame), None, None), Reader(open_frame(other), None, None)
    if left.make != right.make:
        raise FieldTypeError("other", other, f"a frame of the figures' own make, {left.make}")
    at = (*keys, *(() if period is None else (period,)))
    for each in at:
        left.require(each)
        right.require(each)
    left.problems += right.problems
    left.refuse()
    brought = [each for each in right.names if each not in at]
    for each in brought:
        if each in left.schema:
            raise FieldValueError("other", each, "columns that the figures have not yet")
    _refuse_repeats(right, at)
    for each in brought:
        right.keeps_digits(each)
    right.refuse()
    rows: Any = left.frame
    row = PREFIX + "row"
    if left.eager is not None:
        rows = rows.with_row_index(row)
    if period is None:
        joined = rows.join(_once(right.frame, keys, brought, ""), on=list(keys), how="left")
        joined = joined.with_columns(**{each: nw.col(PREFIX + each) for each in brought})
    else:
        always = right.frame.filter(nw.col(period).is_null())
        then = right.frame.filter(~nw.col(period).is_null())
        joined = rows.join(_once(then, at, brought, "then_"), on=list(at), how="left")
        joined = joined.join(_once(always, keys, brought, "always_"), on=list(keys), how="left")
        stated = ~nw.col(f"{PREFIX}then_").is_null()
        joined = joined.with_columns(
            **{
                each: nw.when(stated)
                .then(nw.col(f"{PREFIX}then_{each}"))
                .otherwise(nw.col(f"{PREFIX}always_{each}"))
                for each in brought
            }
        )
    if left.eager is not None:
        joined = joined.sort(row)
    return cast("IntoFrameT", joined.select(*left.names, *brought).to_native())


def _once(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    keys: tuple[str, ...],
    brought: list[str],
    prefix: str,
) -> Any:  # noqa: ANN401 - a frame, eager or lazy
    """Return what is stated once for its keys, under names of our own."""
    count = PREFIX + prefix
    named = {f"{PREFIX}{prefix}{each}": nw.col(each) for each in brought}
    if isinstance(frame, nw.DataFrame):
        # Looked through already: nothing stands there twice.
        return frame.select(*keys, nw.lit(1).alias(count), **named)
    stated = frame.group_by(*keys).agg(
        nw.len().alias(count),
        *(nw.col(each).max().alias(name) for name, each in zip(named, brought, strict=True)),
    )
    return stated.filter(nw.col(count) == 1)


def _refuse_repeats(right: Reader, keys: tuple[str, ...]) -> None:
    if right.eager is None:
        return
    counts = right.eager.group_by(*keys, drop_null_keys=False).agg(nw.len().alias(PREFIX))
    twice = counts.filter(nw.col(PREFIX) > 1).sort(*keys)
    if len(twice):
        examples = [", ".join(map(str, row[:-1])) for row in twice.head(3).rows()]
        right.problems.append(
            ColumnProblem(", ".join(keys), "is there more than once", len(twice), examples)
        )
