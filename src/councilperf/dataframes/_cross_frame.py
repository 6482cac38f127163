"""Cross-tables: how many rows have one level of one judgement and another of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from councilperf._checks import check_instance, check_text
from councilperf.dataframes._arguments import as_names
from councilperf.dataframes._categories import choose, in_words, words_for
from councilperf.dataframes._reading import open_frame
from councilperf.dataframes._tally_frame import tally_frame
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import FieldValueError
from councilperf.rules import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._truth import Truth

__all__ = ["cross_frame"]


def cross_frame(
    frame: IntoFrameT,
    first: Scale,
    second: Scale,
    *,
    by: str | Iterable[str] = (),
    rows: str = "rating",
    columns: str = "travel",
) -> IntoFrameT:
    """Count the rows of a frame by two judgements: a line for each level of the first.

    >>> import pandas as pd
    >>> from councilperf.rules import RAG, TRAVEL
    >>> both = pd.DataFrame({"rating": ["red", "red"], "travel": ["improving", None]})
    >>> cross_frame(both, RAG, TRAVEL).to_dict("records")[2]
    {'rating': 'red', 'improving': 1, 'static': 0, 'worsening': 0, 'unrated': 1, 'total': 2}

    Every level has its line, noughts too, and the last line is that of the unrated; so it is for
    each group that *by* makes. The lines of a lazy frame come in no order.

    Raises `ProblemsError` for columns that are not there and, in an eager frame, for levels that
    the scales have not.
    """
    check_instance("first", first, Scale)
    check_instance("second", second, Scale)
    check_text("rows", rows)
    check_text("columns", columns)
    groups = as_names("by", by)
    if rows in groups or rows == columns:
        raise FieldValueError("rows", rows, "a column that is none of the others")
    tallied = open_frame(tally_frame(frame, second, by=(*groups, rows), level=columns))
    counts = [*second.keys, "unrated", "total"]
    level = nw.col(rows).cast(nw.String)
    words = words_for(tallied, (*first.keys, "unrated"))
    lines: list[Any] = []
    for place, key in enumerate((*first.keys, None)):
        here = level.is_null() if key is None else ~level.is_null() & (level == key)
        counted = tallied.select(
            *groups,
            nw.lit(place).alias(PREFIX + "place"),
            **{
                f"{PREFIX}{each}": nw.when(here).then(nw.col(each)).otherwise(nw.lit(0))
                for each in counts
            },
        )
        lines.append(counted)
    stacked = nw.concat(lines)
    keys = [*groups, PREFIX + "place"]
    summed = stacked.group_by(*keys, drop_null_keys=False).agg(
        *(nw.col(f"{PREFIX}{each}").sum() for each in counts)
    )
    cases: list[tuple[Truth, str | None]] = [
        (nw.col(PREFIX + "place") == place, key) for place, key in enumerate(first.keys)
    ]
    named = summed.with_columns(choose(cases, "unrated", words).alias(rows))
    ordered = named.sort(*keys, nulls_last=True).select(
        *groups, rows, **{each: nw.col(f"{PREFIX}{each}") for each in counts}
    )
    return cast("IntoFrameT", in_words(ordered, {rows: words}).to_native())
