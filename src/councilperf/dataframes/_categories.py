"""Words as ordered categories, in the engines that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast, final

import narwhals.stable.v2 as nw

from councilperf.dataframes._truth import not_true

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from narwhals.stable.v2.dtypes import DType

    from councilperf.dataframes._reading import Frame
    from councilperf.dataframes._truth import Truth

__all__ = ["Words", "choose", "in_words", "words_for"]


@final
class Words(NamedTuple):
    """The words that a column may hold, in their order, and how an engine works them out.

    Some engines choose between words as fast as between numbers. For others they are numbered
    while we work, no word as -1, and named at the end.
    """

    words: tuple[str, ...]
    dtype: DType
    numbered: bool

    def literal(self, word: str | None) -> nw.Expr:
        """Return one word, or none, for every row."""
        if self.numbered:
            return nw.lit(-1 if word is None else self.words.index(word), dtype=self.dtype)
        return nw.lit(word, dtype=self.dtype)

    def is_there(self, column: str) -> Truth:
        """Say where a column has a word."""
        return nw.col(column) >= 0 if self.numbered else not_true(nw.col(column).is_null())


def words_for(frame: Frame, words: Iterable[str]) -> Words:
    """Return how a frame's engine holds a column of these words."""
    known = tuple(dict.fromkeys(map(str, words)))
    make = frame.implementation
    if make.is_pandas() or make.is_pyarrow():
        return Words(
            known, nw.Int8() if len(known) <= _MOST_IN_INT8 else nw.Int64(), numbered=True
        )
    if make.is_polars() or make.is_duckdb():
        return Words(known, nw.Enum(known), numbered=False)
    return Words(known, nw.String(), numbered=False)


_MOST_IN_INT8 = 127


def choose(
    cases: Sequence[tuple[Truth, str | None]], otherwise: str | None, words: Words
) -> nw.Expr:
    """Return the word of the first case that holds, and *otherwise* where none does."""
    word = words.literal(otherwise)
    for condition, chosen in reversed(cases):
        if condition is True:
            word = words.literal(chosen)
        elif condition is not False:
            word = nw.when(condition).then(words.literal(chosen)).otherwise(word)
    return word


def in_words(frame: Frame, columns: Mapping[str, Words]) -> Frame:
    """Name what was numbered, in ordered categories of the frame's own make."""
    if not isinstance(frame, nw.DataFrame):
        return frame
    make = frame.implementation
    named = [
        _pandas(frame, name, words) if make.is_pandas() else _arrow(frame, name, words)
        for name, words in columns.items()
        if words.numbered
    ]
    return frame.with_columns(*named) if named else frame


def _pandas(frame: nw.DataFrame[Any], name: str, words: Words) -> nw.Series[Any]:
    pandas: Any = nw.get_native_namespace(frame)
    numbered = frame.get_column(name)
    kinds = pandas.Categorical.from_codes(
        numbered.to_numpy(), categories=list(words.words), ordered=True
    )
    native = pandas.Series(kinds, index=numbered.to_native().index, name=name, copy=False)
    return cast("nw.Series[Any]", nw.from_native(native, series_only=True))


def _arrow(frame: nw.DataFrame[Any], name: str, words: Words) -> nw.Series[Any]:
    arrow: Any = nw.get_native_namespace(frame)
    place = nw.when(nw.col(name) >= 0).then(nw.col(name))
    numbered = frame.select(place.alias(name)).get_column(name).to_native()
    dictionary = arrow.array(list(words.words), arrow.string())
    chunks = [
        arrow.DictionaryArray.from_arrays(chunk, dictionary, ordered=True)
        for chunk in numbered.chunks
    ]
    kind = arrow.dictionary(numbered.type, dictionary.type, ordered=True)
    series = nw.from_native(arrow.chunked_array(chunks, kind), series_only=True)
    return cast("nw.Series[Any]", series).alias(name)
