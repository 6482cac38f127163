"""Counting the levels in a frame, by any grouping."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import narwhals.stable.v2 as nw

from councilperf._checks import check_instance, check_text
from councilperf.dataframes._arguments import as_names
from councilperf.dataframes._outcome import REASONS
from councilperf.dataframes._problems import find_rows
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import FieldValueError
from councilperf.rules import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narwhals.stable.v2.typing import IntoFrameT

__all__ = ["tally_frame"]


def tally_frame(
    frame: IntoFrameT,
    scale: Scale,
    *,
    by: str | Iterable[str] = (),
    level: str = "rating",
    reason: str | None = None,
) -> IntoFrameT:
    """Count the levels in a frame: a row for each group, or one for all, as `tally` counts them.

    >>> import pandas as pd
    >>> from councilperf.rules import RAG
    >>> rated = pd.DataFrame({"service": ["A", "A", "B"], "rating": ["green", "red", None]})
    >>> tally_frame(rated, RAG, by="service").to_dict("records")[1]
    {'service': 'B', 'green': 0, 'amber': 0, 'red': 0, 'unrated': 1, 'total': 1}

    There is a column for each level of the *scale*, noughts too, then `unrated` and `total`, to
    which they add up. With a column that holds the *reason* there is one for each reason as well.
    A cross-table is a tally of one judgement *by* another.

    Raises `ProblemsError` for columns that are not there and, in an eager frame, for levels that
    the scale has not.
    """
    check_instance("scale", scale, Scale)
    check_text("level", level)
    check_text("reason", reason, optional=True)
    groups = as_names("by", by)
    reader = Reader(open_frame(frame), None, None)
    _check(reader, scale, level, (*groups, level, *([] if reason is None else [reason])))
    # Counted first as they stand: what is told apart by words afterwards has few rows.
    keys = list(dict.fromkeys((*groups, level, *(() if reason is None else (reason,)))))
    held = reader.frame.select(*keys, nw.lit(1).alias(_COUNT))
    # Some engines drop groups without a name unless they are asked not to.
    few = held.group_by(*keys, drop_null_keys=False).agg(nw.col(_COUNT).sum())
    word, none = nw.col(level).cast(nw.String), nw.col(level).is_null()
    flags: dict[str, nw.Expr | None] = {key: word == key for key in scale.keys}
    flags["unrated"] = none
    if reason is not None:
        why = nw.col(reason).cast(nw.String)
        flags |= {each: none & (why == each) for each in REASONS}
    flags["total"] = None
    for name in flags:
        if name in groups:
            raise FieldValueError("by", name, "columns whose names are no levels of the scale")
    count = nw.col(_COUNT)
    counted = {
        name: count if at is None else nw.when(at).then(count).otherwise(nw.lit(0))
        for name, at in flags.items()
    }
    # The groups first: a level may be called what the column of levels is called.
    flagged = few.select(*groups, **counted)
    sums = [nw.col(name).sum() for name in counted]
    if not groups:
        return cast("IntoFrameT", flagged.select(*sums).to_native())
    tallied = flagged.group_by(*groups, drop_null_keys=False).agg(*sums)
    ordered = tallied.sort(*groups, nulls_last=True).select(*groups, *counted)
    return cast("IntoFrameT", ordered.to_native())


_COUNT = PREFIX + "count"


def _check(reader: Reader, scale: Scale, level: str, names: Iterable[str]) -> None:
    for name in names:
        reader.require(name)
    reader.refuse()
    if reader.eager is not None:
        word = nw.col(level).cast(nw.String).fill_null(scale.keys[0])
        allowed = f"holds no level of the scale {scale.name!r}, which are {', '.join(scale.keys)},"
        reader.problems += find_rows(reader.eager, level, ~word.is_in(list(scale.keys)), allowed)
        reader.refuse()
