"""How rules are written in a document: so that a council can keep its own by hand.

"target"                                             the edge at the target
{"figure": "target", "worse_by": "10%"}              10% of the target to its worse side
{"figure": "previous_period", "beyond": true}        the edge itself left out
{"figure": {"benchmark": "England"}}                 a figure that needs saying which
{"any_of": ["target", "same_period_last_year"]}      one of several is enough
"10%", "2.5", "own_tolerance", "last_digit", "unstated"              allowances
{"percent": "10", "of": "annual_target"}, {"widest": ["5%", "1"]}    more of them
{"subject": "rating", "is": ["red"]}                 a condition
{"all": […]}, {"any": […]}, {"not": …}               conditions joined
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats._json._gathering import Gathering, PathError, UnknownKeyError
from councilperf.formats._leaves import (
    flag_from,
    is_list,
    is_object,
    number_from,
    number_text,
    text_from,
    whole_from,
)
from councilperf.rules import (
    MET_OR_MISSED,
    RAG,
    TRAVEL,
    AllOf,
    Amount,
    And,
    AnyOf,
    Edge,
    Figure,
    FigureKind,
    Is,
    LastDigit,
    Not,
    Or,
    OwnTolerance,
    Percentage,
    Scale,
    UnstatedAllowance,
    Widest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from councilperf.rules import Allowance, Condition, Reach

__all__ = [
    "DEEPEST",
    "FAMILIES",
    "allowance_from",
    "allowance_shape",
    "condition_from",
    "condition_shape",
    "figure_from",
    "figure_shape",
    "reach_from",
    "reach_shape",
    "scale_from",
    "scale_names",
    "scale_shape",
]

T = TypeVar("T")

#: How deep conditions and edges may be put into each other; no paper goes beyond three.
DEEPEST = 50


def _inside(path: str, read: Callable[..., T], *arguments: object) -> T:
    try:
        return read(*arguments)
    except PathError as error:
        raise PathError(path + error.path, error.error) from None
    except (ValueError, TypeError, ExceptionGroup) as error:
        raise PathError(path, error) from None


def _check_keys(value: dict[str, object], known: frozenset[str]) -> None:
    unknown = [UnknownKeyError(key, tuple(sorted(known))) for key in value if key not in known]
    if unknown:
        raise ExceptionGroup("unknown keys", unknown)


def _parts(value: object, read: Callable[[object, int], T], deep: int) -> list[T]:
    if not is_list(value):
        raise FieldTypeError("value", value, "a list")
    _check_depth(deep)
    parts: list[T] = []
    wrong = Gathering()
    for place, each in enumerate(value):
        try:
            parts.append(_inside(f"[{place}]", read, each, deep + 1))
        except PathError as error:
            wrong.add(error)
            if wrong.is_full:
                break
    if wrong.errors:
        raise ExceptionGroup("parts", wrong.errors)
    return parts


def _check_depth(deep: int) -> None:
    if deep >= DEEPEST:
        raise FieldValueError("value", "…", f"parts nested at most {DEEPEST} deep")


def figure_shape(figure: Figure) -> object:
    """Write a figure: its name, or its name with what it is of.

    >>> figure_shape(Figure("target")), figure_shape(Figure("benchmark", "England"))
    ('target', {'benchmark': 'England'})
    """
    if figure.of is None:
        return figure.kind.value
    of = number_text(figure.of) if isinstance(figure.of, Decimal) else figure.of
    return {figure.kind.value: of}


def figure_from(value: object) -> Figure:
    """Read a figure.

    >>> figure_from({"constant": "80"})
    Figure('constant', '80')
    """
    if type(value) is str:
        return Figure(value)
    if not is_object(value) or len(value) != 1:
        what = 'the name of a figure, or an object such as {"benchmark": "England"}'
        raise FieldTypeError("figure", value, what)
    [(kind, of)] = value.items()
    if kind == FigureKind.CONSTANT.value:
        return Figure(FigureKind.CONSTANT, _inside(f".{kind}", number_from, of))
    if type(of) is not str and type(of) is not int:
        raise PathError(f".{kind}", FieldTypeError(kind, of, "text or a whole number"))
    return Figure(kind, of)


def allowance_shape(allowance: Allowance) -> object:
    """Write an allowance, as text wherever text says it.

    >>> [allowance_shape(each) for each in (Percentage(10), Amount("2.5"), LastDigit())]
    ['10%', '2.5', 'last_digit']
    """
    if isinstance(allowance, Percentage):
        size = number_text(allowance.size)
        if allowance.of is None:
            return f"{size}%"
        return {"percent": size, "of": figure_shape(allowance.of)}
    if isinstance(allowance, Amount):
        return number_text(allowance.size)
    if isinstance(allowance, Widest):
        return {"widest": [allowance_shape(each) for each in allowance.parts]}
    if isinstance(allowance, UnstatedAllowance):
        return "unstated"
    name = "own_tolerance" if isinstance(allowance, OwnTolerance) else "last_digit"
    return name if allowance.times == 1 else {name: number_text(allowance.times)}


def allowance_from(value: object, deep: int = 0) -> Allowance:
    """Read an allowance.

    >>> allowance_from("10%"), allowance_from("own_tolerance")
    (Percentage('10'), OwnTolerance())
    """
    if type(value) is str:
        return _allowance_from_text(value)
    if not is_object(value):
        raise FieldTypeError("allowance", value, _ALLOWANCES)
    if "percent" in value:
        _check_keys(value, frozenset({"percent", "of"}))
        of = _inside(".of", figure_from, value["of"]) if "of" in value else None
        return Percentage(_inside(".percent", number_from, value["percent"]), of=of)
    if "widest" in value:
        _check_keys(value, frozenset({"widest"}))
        return Widest(_inside(".widest", _parts, value["widest"], allowance_from, deep))
    for name, kind in _TIMES.items():
        if name in value:
            _check_keys(value, frozenset({name}))
            return kind(_inside(f".{name}", number_from, value[name]))
    raise FieldValueError("allowance", value, _ALLOWANCES)


def _allowance_from_text(text: str) -> Allowance:
    if text in _TIMES:
        return _TIMES[text]()
    if text == "unstated":
        return UnstatedAllowance()
    try:
        size = number_from(text.removesuffix("%"))
    except FieldValueError:
        raise FieldValueError("allowance", text, _ALLOWANCES) from None
    return Percentage(size) if text.endswith("%") else Amount(size)


_ALLOWANCES = '"10%", "2.5", "own_tolerance", "last_digit", "unstated", or an object of these'
_TIMES: dict[str, type[OwnTolerance | LastDigit]] = {
    "own_tolerance": OwnTolerance,
    "last_digit": LastDigit,
}


def reach_shape(reach: Reach) -> object:
    """Write what a line asks to be reached.

    >>> from councilperf.rules import TARGET
    >>> reach_shape(TARGET.worse_by("10%"))
    {'figure': 'target', 'worse_by': '10%'}
    """
    if isinstance(reach, AnyOf):
        return {"any_of": [reach_shape(each) for each in reach.parts]}
    if isinstance(reach, AllOf):
        return {"all_of": [reach_shape(each) for each in reach.parts]}
    figure = figure_shape(reach.figure)
    shape: dict[str, object] = {"figure": figure}
    if reach.side is not None and reach.by is not None:
        shape[f"{reach.side.value}_by"] = allowance_shape(reach.by)
    if not reach.included:
        shape["beyond"] = True
    return figure if len(shape) == 1 and type(figure) is str else shape


def reach_from(value: object, deep: int = 0) -> Reach:
    """Read what a line asks to be reached.

    >>> print(reach_from({"figure": "previous_period", "better_by": "10%", "beyond": True}))
    beyond the previous period better by 10%
    """
    if type(value) is str:
        return Edge(Figure(value))
    if not is_object(value):
        raise FieldTypeError("reach", value, _REACHES)
    for name, kind in (("any_of", AnyOf), ("all_of", AllOf)):
        if name in value:
            _check_keys(value, frozenset({name}))
            return kind(_inside(f".{name}", _parts, value[name], reach_from, deep))
    if "figure" not in value:
        raise FieldValueError("reach", value, _REACHES)
    _check_keys(value, _EDGE_KEYS)
    edge = Edge(_inside(".figure", figure_from, value["figure"]))
    if "worse_by" in value and "better_by" in value:
        raise FieldValueError("reach", value, "one of worse_by and better_by")
    if "worse_by" in value:
        edge = edge.worse_by(_inside(".worse_by", allowance_from, value["worse_by"]))
    elif "better_by" in value:
        edge = edge.better_by(_inside(".better_by", allowance_from, value["better_by"]))
    if "beyond" in value and _inside(".beyond", flag_from, value["beyond"]):
        edge = edge.beyond()
    return edge


_EDGE_KEYS = frozenset({"figure", "worse_by", "better_by", "beyond"})
_REACHES = 'the name of a figure, or an object such as {"figure": "target", "worse_by": "10%"}'


def condition_shape(condition: Condition) -> object:
    """Write a condition.

    >>> condition_shape(~Is("rating", "unrated"))
    {'not': {'subject': 'rating', 'is': ['unrated']}}
    """
    if isinstance(condition, Is):
        shape: dict[str, object] = {"subject": condition.subject, "is": sorted(condition.values)}
        if condition.running != 1:
            shape["running"] = condition.running
        return shape
    if isinstance(condition, Not):
        return {"not": condition_shape(condition.part)}
    name = "all" if isinstance(condition, And) else "any"
    return {name: [condition_shape(each) for each in condition.parts]}


def condition_from(value: object, deep: int = 0) -> Condition:
    """Read a condition.

    >>> print(condition_from({"subject": "rating", "is": ["amber", "red"], "running": 2}))
    rating is amber or red, 2 reports running
    """
    if not is_object(value):
        raise FieldTypeError("condition", value, _CONDITIONS)
    for name, kind in (("all", And), ("any", Or)):
        if name in value:
            _check_keys(value, frozenset({name}))
            return kind(_inside(f".{name}", _parts, value[name], condition_from, deep))
    if "not" in value:
        _check_keys(value, frozenset({"not"}))
        _check_depth(deep)
        return Not(_inside(".not", condition_from, value["not"], deep + 1))
    if "subject" not in value or "is" not in value:
        raise FieldValueError("condition", value, _CONDITIONS)
    _check_keys(value, frozenset({"subject", "is", "running"}))
    values = _inside(".is", _parts, value["is"], _text, 0)
    if len(set(values)) < len(values):
        raise PathError(".is", FieldValueError("is", values, "each value once"))
    running = _inside(".running", whole_from, value.get("running", 1))
    return Is(_inside(".subject", text_from, value["subject"]), values, running=running)


_CONDITIONS = (
    '{"subject": "rating", "is": ["red"]}, or an object of "all", "any" or "not" around such'
)


def _text(value: object, _: int) -> str:
    return text_from(value)


_SCALES = {"rag": RAG, "travel": TRAVEL, "met_or_missed": MET_OR_MISSED}


def scale_names() -> tuple[str, ...]:
    """Return the names of the library's own scales."""
    return tuple(_SCALES)


def scale_shape(scale: Scale, write: Callable[[Scale], object]) -> object:
    """Write one of the library's own scales by its name, any other in full."""
    return next((name for name, each in _SCALES.items() if each == scale), None) or write(scale)


def scale_from(value: object, read: Callable[[object, object], T]) -> Scale | T:
    """Read a scale by its name or in full."""
    if type(value) is not str:
        return read(value, Scale)
    if value not in _SCALES:
        allowed = "one of " + ", ".join(_SCALES) + ", or a scale in full"
        raise FieldValueError("scale", value, allowed)
    return _SCALES[value]


#: Types that share one shape, with what writes and what reads it.
FAMILIES: tuple[tuple[tuple[type, ...], Callable[[Any], object], Callable[[Any], object]], ...] = (
    ((Edge, AnyOf, AllOf), reach_shape, reach_from),
    ((Is, And, Or, Not), condition_shape, condition_from),
    (
        (Amount, Percentage, OwnTolerance, LastDigit, UnstatedAllowance, Widest),
        allowance_shape,
        allowance_from,
    ),
)
