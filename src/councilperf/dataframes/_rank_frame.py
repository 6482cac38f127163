"""Ranks and quarters within the groups of a frame."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, final

import narwhals.stable.v2 as nw

from councilperf._checks import as_member, check_instance, check_text
from councilperf.benchmarking import (
    COUNCILPERF_BENCHMARK_1,
    BenchmarkRules,
    QuantileMethod,
    QuartileEdge,
    Ties,
)
from councilperf.dataframes._arguments import as_names, check_added
from councilperf.dataframes._categories import Words, choose, in_words, words_for
from councilperf.dataframes._numbers import UNREADABLE
from councilperf.dataframes._outcome import REASONS, choose_reason
from councilperf.dataframes._reading import Frame, Reader, open_frame
from councilperf.dataframes._truth import Truth, all_true, any_true, as_expression, not_true
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import FieldValueError
from councilperf.model import Polarity
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._reading import Decimals

__all__ = ["quartile_frame", "rank_frame"]

_METHODS: Mapping[Ties, Literal["min", "max", "dense", "average"]] = {
    Ties.COMPETITION: "min",
    Ties.MODIFIED: "max",
    Ties.DENSE: "dense",
    Ties.FRACTIONAL: "average",
}
# NumPy holds whole numbers with gaps as floats, which are exact well beyond four times this.
_MOST = 10**14
_KEY, _HIGHER = PREFIX + "key", PREFIX + "higher"


def rank_frame(
    frame: IntoFrameT,
    *,
    by: str | Iterable[str] = (),
    value: str = "value",
    polarity: str | Polarity = "polarity",
    ties: Ties | str = Ties.COMPETITION,
    missing: Mapping[str, str] | None = None,
    decimals: Decimals = None,
    name: str = "rank",
) -> IntoFrameT:
    """Rank the rows of every group, 1 the best, as `rank` ranks areas.

    >>> import pandas as pd
    >>> waits = pd.DataFrame({"area": ["Halton", "Plymouth", "Slough"], "value": [12, 9, 12]})
    >>> rank_frame(waits, polarity=Polarity.LOWER)["rank"].to_list()
    [2.0, 1.0, 2.0]

    *by* names the columns whose values make a group: the indicator, the period. What has no figure
    or no polarity has no rank, and `rank_reason` says why. NumPy's columns hold ranks as floats.

    Raises `FieldValueError` for an engine that cannot rank within groups, and for ties by name.
    """
    method = _METHODS.get(as_member("ties", ties, Ties))
    if method is None:
        raise FieldValueError("ties", ties, "one of " + ", ".join(_METHODS))
    pool = _pool(
        frame,
        by=by,
        value=value,
        polarity=polarity,
        missing=missing,
        decimals=decimals,
        name=name,
    )
    lead = nw.when(nw.col(_HIGHER)).then(nw.col(_KEY) * -1).otherwise(nw.col(_KEY))
    ranked = pool.frame.with_columns(lead.alias(_KEY))
    ranked = ranked.with_columns(nw.col(_KEY).rank(method).over(*pool.groups).alias(name))
    return cast("IntoFrameT", pool.named(ranked, name, {}))


def quartile_frame(
    frame: IntoFrameT,
    *,
    by: str | Iterable[str] = (),
    value: str = "value",
    polarity: str | Polarity = "polarity",
    rules: BenchmarkRules = COUNCILPERF_BENCHMARK_1,
    missing: Mapping[str, str] | None = None,
    decimals: Decimals = None,
    name: str = "quarter",
) -> IntoFrameT:
    """Say which quarter of its group every row is in, as `quartile` says it.

    >>> import pandas as pd
    >>> from councilperf.benchmarking import LAIT_APRIL_2026
    >>> visits = pd.DataFrame({"value": [10, 20, 30, 40, 50]})
    >>> cut = quartile_frame(visits, polarity=Polarity.HIGHER, rules=LAIT_APRIL_2026)
    >>> cut["quarter"].to_list()
    ['D', 'D', 'C', 'B', 'A']

    The quartiles are those of the inclusive method, exactly: what lies on one goes where the
    *rules* say.

    Raises `FieldValueError` for an engine that cannot rank within groups, and for other methods.
    """
    check_instance("rules", rules, BenchmarkRules)
    if rules.quantile_method is not QuantileMethod.INCLUSIVE:
        raise FieldValueError(
            "rules", rules.quantile_method.value, "the inclusive method; others with `quartile`"
        )
    pool = _pool(
        frame,
        by=by,
        value=value,
        polarity=polarity,
        missing=missing,
        decimals=decimals,
        name=name,
    )
    key, groups = nw.col(_KEY), pool.groups
    place, size = PREFIX + "place", PREFIX + "size"
    cut = pool.frame.with_columns(
        key.rank("ordinal").over(*groups).alias(place), key.count().over(*groups).alias(size)
    )
    above: list[nw.Expr] = []
    for quarter in (1, 2, 3):
        steps, low, high = (f"{PREFIX}{word}_{quarter}" for word in ("steps", "low", "high"))
        cut = cut.with_columns(((nw.col(size) - 1) * quarter).cast(nw.Int64).alias(steps))
        first = nw.col(steps) // 4
        at_low = nw.when(nw.col(place) == first + 1).then(key)
        at_high = nw.when(nw.col(place) == first + 2).then(key)
        cut = cut.with_columns(at_low.alias(low), at_high.alias(high))
        cut = cut.with_columns(nw.col(low).max().over(*groups), nw.col(high).max().over(*groups))
        # A quartile between two figures is so many quarters of the way from one to the next.
        part = nw.col(steps) - first * 4
        far = nw.when(part > 0).then(nw.col(high)).otherwise(nw.col(low))
        lead = (key - nw.col(low)) * 4 - (far - nw.col(low)) * part
        above.append(_is_above(lead, rules.quartile_edge))
    first_cut, *others = (nw.when(each).then(nw.lit(1)).otherwise(nw.lit(0)) for each in above)
    count = reduce(add, others, first_cut)
    band = nw.when(nw.col(_HIGHER)).then(count * -1 + 4).otherwise(count + 1)
    cut = cut.with_columns(band.alias(PREFIX + "band"))
    bands = words_for(pool.frame, rules.band_names)
    cases: list[tuple[Truth, str | None]] = [(key.is_null(), None)]
    for number, band_name in enumerate(rules.band_names, start=1):
        cases.append((nw.col(PREFIX + "band") == number, band_name))
    done = cut.with_columns(choose(cases, None, bands).alias(name))
    return cast("IntoFrameT", pool.named(done, name, {name: bands}))


def _is_above(lead: nw.Expr, edge: QuartileEdge) -> nw.Expr:
    """Say where a figure is above a quartile; on it, as the rules and the polarity say."""
    if edge is QuartileEdge.LOWER_QUARTER:
        return lead > 0
    if edge is QuartileEdge.UPPER_QUARTER:
        return lead >= 0
    counts_for_higher = edge is QuartileEdge.BETTER
    on_it = nw.col(_HIGHER) if counts_for_higher else ~nw.col(_HIGHER)
    return (lead > 0) | ((lead == 0) & on_it)


@final
class _Pool(NamedTuple):
    """A frame with the whole numbers to rank, null where nothing is ranked, and its groups."""

    frame: Frame
    groups: tuple[str, ...]
    names: tuple[str, ...]
    reasons: Words

    def named(self, done: Frame, name: str, words: Mapping[str, Words]) -> object:
        """Return the frame as its caller had it, with what was added to it in words."""
        chosen = done.select(*self.names, name, f"{name}_reason")
        return in_words(chosen, {**words, f"{name}_reason": self.reasons}).to_native()


def _pool(
    frame: object,
    *,
    by: str | Iterable[str],
    value: str,
    polarity: str | Polarity,
    missing: Mapping[str, str] | None,
    decimals: Decimals,
    name: str,
) -> _Pool:
    reader = Reader(open_frame(frame), decimals, missing)
    groups = as_names("by", by)
    for field, text in (("value", value), ("name", name)):
        check_text(field, text)
    if reader.frame.implementation.is_pyarrow():
        raise FieldValueError(
            "frame",
            "PyArrow",
            "a Polars, pandas or DuckDB frame: PyArrow cannot rank within groups "
            "(polars.from_arrow(table) copies nothing)",
        )
    check_added((name, f"{name}_reason"), reader.names)
    for each in groups:
        reader.require(each)
    which = reader.polarity(polarity)
    reader.number(value, "value", Absence.NO_DATA)
    reader.refuse()
    told = polarity is Polarity.RANGE or reader.eager is not None
    if told and Polarity.RANGE in which.possible:
        raise FieldValueError("polarity", "range", "higher, lower or none; others with `rank`")
    column = reader.columns[value]
    most = min(_MOST, column.most)
    reader.beyond(value, most)
    reader.refuse()
    read = column.read(most, reader.reasons(value, Absence.NO_DATA))
    reader.refuse()
    higher = which.is_one(Polarity.HIGHER)
    judged = any_true([higher, which.is_one(Polarity.LOWER)])
    here = all_true([read.here, judged])
    unjudged = all_true([read.here, not_true(judged)])
    why_not = [*read.why_not, (UNREADABLE, which.is_one(Polarity.RANGE))]
    why_not.append((Absence.NO_POLARITY.value, unjudged))
    reasons = words_for(reader.frame, REASONS)
    found = reader.frame.with_columns(
        **{
            PREFIX + "whole": read.whole,
            PREFIX + "here": as_expression(here),
            _HIGHER: as_expression(higher),
            f"{name}_reason": choose_reason(here, tuple(why_not), reasons),
            PREFIX + "all": nw.lit(1),
        }
    ).with_columns(nw.when(nw.col(PREFIX + "here")).then(nw.col(PREFIX + "whole")).alias(_KEY))
    return _Pool(found, groups or (PREFIX + "all",), tuple(reader.names), reasons)
