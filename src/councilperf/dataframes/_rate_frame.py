"""Rating the rows of a frame, and comparing them with earlier figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from councilperf._checks import as_member, check_text
from councilperf.dataframes._judge import Columns, Judgement, judge_frame
from councilperf.errors import FieldTypeError
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.rules import Edge, Figure, FigureKind, Rule, RuleSet, figures_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._reading import Decimals, Given

__all__ = ["by_figure", "columns_of", "earlier_figures", "rate_frame", "targets", "travel_frame"]


def rate_frame(
    frame: IntoFrameT,
    rules: RuleSet | Rule,
    *,
    value: str = "value",
    target: Given = "target",
    polarity: str | Polarity = "polarity",
    tolerance: str | Tolerance | None = None,
    tolerance_basis: ToleranceBasis | str = ToleranceBasis.PERCENT,
    others: Mapping[Edge | Figure, Given] | None = None,
    missing: Mapping[str, str] | None = None,
    decimals: Decimals = None,
    name: str = "rating",
) -> IntoFrameT:
    """Rate every row of a frame, as `rate` would rate it.

    >>> import pandas as pd
    >>> from councilperf.presets import MAIDSTONE
    >>> visits = pd.DataFrame({"value": [52.0, 46.8, 46.7, None], "target": 52})
    >>> rated = rate_frame(visits, MAIDSTONE, polarity=Polarity.HIGHER)
    >>> rated["rating"].to_list()[:3], rated["rating_reason"].to_list()[3]
    (['green', 'amber', 'red'], 'no_data')

    Text names a column; anything else is the same for every row. Two columns are added: the level,
    and, where there is none, the most telling reason. *others* says where the other figures are
    that the rule asks for, by the edges that name them. *missing* names, beside a column of
    figures, one that says why a figure is absent. *decimals* says how many the figures have, which
    a lazy frame must be told and an eager one is looked through for.

    Raises `ProblemsError` with everything that is wrong with the columns.
    """
    given = by_figure(others)
    figures = {**targets(target, rules), **given}
    columns = columns_of(value, polarity, tolerance, tolerance_basis)
    judgement = Judgement(name, rules, figures, travels=False)
    rated = judge_frame(frame, [judgement], columns, missing=missing, decimals=decimals)
    return cast("IntoFrameT", rated)


def travel_frame(
    frame: IntoFrameT,
    rules: RuleSet | Rule,
    *,
    value: str = "value",
    previous: Given = "previous",
    polarity: str | Polarity = "polarity",
    tolerance: str | Tolerance | None = None,
    tolerance_basis: ToleranceBasis | str = ToleranceBasis.PERCENT,
    others: Mapping[Edge | Figure, Given] | None = None,
    missing: Mapping[str, str] | None = None,
    decimals: Decimals = None,
    name: str = "travel",
) -> IntoFrameT:
    """Compare every row of a frame with its earlier figure, as `travel` would compare it.

    >>> import pandas as pd
    >>> from councilperf.presets import CHESHIRE_EAST
    >>> waiting = pd.DataFrame({"value": [120, 100, 89], "previous": [100, 100, 100]})
    >>> compared = travel_frame(waiting, CHESHIRE_EAST, polarity=Polarity.LOWER)
    >>> compared["travel"].to_list(), compared["travel_movement"].to_list()
    (['worsening', 'static', 'improving'], ['up', 'flat', 'down'])

    *previous* is the earlier figure that the rule names, whichever that is. Three columns are
    added: the verdict, the reason where there is none, and how the number moved.

    Raises `ProblemsError` with everything that is wrong with the columns.
    """
    figures: dict[Figure, Given] = dict.fromkeys(earlier_figures(rules), previous)
    figures |= by_figure(others)
    columns = columns_of(value, polarity, tolerance, tolerance_basis)
    judgement = Judgement(name, rules, figures, travels=True)
    compared = judge_frame(frame, [judgement], columns, missing=missing, decimals=decimals)
    return cast("IntoFrameT", compared)


def by_figure(others: Mapping[Edge | Figure, Given] | None) -> dict[Figure, Given]:
    """Return figures under what they are, whichever edges named them."""
    return {
        each.figure if isinstance(each, Edge) else each: given
        for each, given in (others or {}).items()
    }


def targets(target: Given, rules: RuleSet | Rule) -> dict[Figure, Given]:
    """Return what a target stands for: the one kind that a rule names, and the plain target."""
    figures: dict[Figure, Given] = {Figure(FigureKind.TARGET): target}
    for rule in _all(rules):
        kinds = {each for each in figures_of(rule) if each.kind.is_target}
        if len(kinds) == 1:
            figures[kinds.pop()] = target
    return figures


def earlier_figures(rules: RuleSet | Rule) -> list[Figure]:
    """Return the earlier figure that each rule names first."""
    named = ([each for each in figures_of(rule) if each.kind.is_earlier] for rule in _all(rules))
    return [figures[0] for figures in named if figures]


def _all(rules: RuleSet | Rule) -> tuple[Rule, ...]:
    if isinstance(rules, Rule):
        return (rules,)
    if not isinstance(rules, RuleSet):
        raise FieldTypeError("rules", rules, "a RuleSet or a Rule")
    return rules.rules


def columns_of(
    value: str,
    polarity: str | Polarity,
    tolerance: str | Tolerance | None,
    tolerance_basis: ToleranceBasis | str,
) -> Columns:
    """Return where a frame holds what is judged, checked."""
    check_text("value", value)
    basis = as_member("tolerance_basis", tolerance_basis, ToleranceBasis)
    return Columns(value, polarity, tolerance, basis)
