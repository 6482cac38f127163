"""The sentence that explains a row, for the rows that somebody asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast, final

import narwhals.stable.v2 as nw

from councilperf.assessment import rate, travel
from councilperf.dataframes._arguments import check_added
from councilperf.dataframes._cells import read_number
from councilperf.dataframes._rate_frame import by_figure, columns_of, earlier_figures, targets
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.errors import FieldTypeError
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._reading import Given
    from councilperf.rules import Edge, Figure, Rule, RuleSet

__all__ = ["explain_frame"]


def explain_frame(
    frame: IntoFrameT,
    rules: RuleSet | Rule,
    *,
    value: str = "value",
    target: Given = "target",
    previous: Given = None,
    polarity: str | Polarity = "polarity",
    tolerance: str | Tolerance | None = None,
    tolerance_basis: ToleranceBasis | str = ToleranceBasis.PERCENT,
    others: Mapping[Edge | Figure, Given] | None = None,
    missing: Mapping[str, str] | None = None,
    name: str = "sentence",
) -> IntoFrameT:
    """Say of every row of an eager frame, in one sentence, why it is rated as it is.

    >>> import pandas as pd
    >>> from councilperf.presets import MAIDSTONE
    >>> visits = pd.DataFrame({"value": [46.8], "target": [52]})
    >>> explain_frame(visits, MAIDSTONE, polarity=Polarity.HIGHER)["sentence"].to_list()[0]
    'Amber: 46.8 is 5.2 below the target of 52; green would need 52 or more.'

    It takes what `rate_frame` takes; with *previous* it explains what `travel_frame` says. Rows
    are gone through one by one, which is slow for many: filter or take the head first.

    Raises `FieldTypeError` for a lazy frame and `ProblemsError` for columns that are not there.
    """
    reader = Reader(open_frame(frame), None, missing)
    eager = reader.eager
    if eager is None:
        raise FieldTypeError("frame", frame, "an eager frame: collect the rows to be explained")
    check_added((name,), reader.names)
    where = columns_of(value, polarity, tolerance, tolerance_basis)
    travels = previous is not None
    figures = {} if travels else targets(target, rules)
    if travels:
        figures = dict.fromkeys(earlier_figures(rules), previous)
    figures |= by_figure(others)
    named = [each for each in (value, *figures.values(), tolerance) if isinstance(each, str)]
    named += list((missing or {}).values())
    for each in dict.fromkeys(named):
        reader.require(each)
        reader.require_digits(each)
    if not isinstance(polarity, Polarity):
        reader.require_polarity(polarity)
        named.append(polarity)
    reader.refuse()
    sentences: list[str] = []
    for row in eager.select(*dict.fromkeys(named)).rows(named=True):
        read = _Cells(row, missing or {})
        better = polarity if isinstance(polarity, Polarity) else row[polarity]
        if not isinstance(better, str):
            sentences.append(_NO_POLARITY)
            continue
        size = read(tolerance) if isinstance(tolerance, str) else tolerance
        if not isinstance(size, Tolerance | Missing | None):
            size = Tolerance(size, where.tolerance_basis)
        call: dict[str, Any] = {
            "polarity": better,
            "rules": rules,
            "tolerance": None if isinstance(size, Missing) else size,
        }
        given: dict[Edge | Figure, Any] = {figure: read(each) for figure, each in figures.items()}
        if travels:
            earlier = given.pop(next(iter(given)), None)
            judged = travel(read(value), previous=earlier, others=given, **call)
            sentences.append(judged.reason)
        else:
            sentences.append(rate(read(value), others=given, **call).reason)
    series = nw.new_series(name, sentences, nw.String, backend=eager.implementation)
    return cast("IntoFrameT", eager.with_columns(series).to_native())


_NO_POLARITY = f"Not rated: {Absence.NO_POLARITY.words}."


@final
class _Cells(NamedTuple):
    """The cells of a row, and where it says why one is empty."""

    row: Mapping[str, Any]
    missing: Mapping[str, str]

    def __call__(self, given: Given) -> Any:  # noqa: ANN401 - whatever a cell may hold
        if not isinstance(given, str):
            return given
        number = read_number(self.row[given], given)
        why = self.row.get(self.missing.get(given, ""))
        return Missing(why) if isinstance(number, Missing) and isinstance(why, str) else number
