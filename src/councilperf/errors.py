"""Every error and warning that this library raises.

Each error is a `CouncilPerfError` and also the built-in error that a caller would expect, so
`except ValueError` works for people who have never heard of this module. Errors carry their
parts as attributes; the message is put together only when it is read.
"""

from __future__ import annotations

__all__ = [
    "CouncilPerfError",
    "FieldTypeError",
    "FieldValueError",
    "MissingExtraError",
    "PeriodError",
    "ProblemsError",
    "UnknownNameError",
]


class CouncilPerfError(Exception):
    """Any error raised on purpose by this library.

    >>> issubclass(PeriodError, CouncilPerfError) and issubclass(PeriodError, ValueError)
    True
    """


class FieldValueError(CouncilPerfError, ValueError):
    """A field was given a value that it may not hold.

    >>> str(FieldValueError("quarter", 5, "a whole number from 1 to 4"))
    'quarter: 5 is not allowed; give a whole number from 1 to 4'
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(field, value, allowed)
        self.field = field
        self.value = value
        self.allowed = allowed

    def __str__(self) -> str:
        return f"{self.field}: {self.value!r} is not allowed; give {self.allowed}"


class FieldTypeError(CouncilPerfError, TypeError):
    """A field was given something of the wrong type.

    >>> str(FieldTypeError("value", True, "a number"))
    'value: True (bool) is of the wrong type; give a number'
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(field, value, allowed)
        self.field = field
        self.value = value
        self.allowed = allowed

    def __str__(self) -> str:
        kind = type(self.value).__name__
        return f"{self.field}: {self.value!r} ({kind}) is of the wrong type; give {self.allowed}"


class PeriodError(CouncilPerfError, ValueError):
    """A period could not be read or built, or cannot do what it was asked for.

    `text` is what was given, `understood` what could be made of it, `not_understood` the rest,
    `readings` the periods that may have been meant, as text that can be parsed.

    >>> print(PeriodError("Q5 2019-20", "there are four quarters"))
    'Q5 2019-20': there are four quarters
    """

    def __init__(
        self,
        text: str,
        problem: str,
        *,
        understood: str = "",
        not_understood: str = "",
        readings: tuple[str, ...] = (),
    ) -> None:
        super().__init__(text, problem)
        self.text = text
        self.problem = problem
        self.understood = understood
        self.not_understood = not_understood
        self.readings = readings

    def __str__(self) -> str:
        parts = [f"{self.text!r}: {self.problem}"]
        if self.understood:
            parts.append(f"understood: {self.understood}")
        if self.not_understood:
            parts.append(f"not understood: {self.not_understood!r}")
        if self.readings:
            parts.append("did you mean " + " or ".join(repr(each) for each in self.readings) + "?")
        return "; ".join(parts)


class ProblemsError(CouncilPerfError, ValueError):
    """A file or document cannot be read; `problems` holds everything that is wrong with it.

    >>> print(ProblemsError(("row 2: 'abc' is no number", "row 3: it is blank")))
    2 problems
    row 2: 'abc' is no number
    row 3: it is blank
    """

    _MOST_SHOWN = 20

    def __init__(self, problems: tuple[object, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [f"{count:,} problem{'' if count == 1 else 's'}"]
        lines += [str(each) for each in self.problems[: self._MOST_SHOWN]]
        if count > self._MOST_SHOWN:
            lines.append(f"and {count - self._MOST_SHOWN:,} more")
        return "\n".join(lines)


class UnknownNameError(CouncilPerfError, LookupError):
    """A name was asked for that is not there; the names that are there come with it.

    >>> str(UnknownNameError("rule set", "maidstoan", ("cheshire-east", "maidstone")))
    "no rule set is called 'maidstoan'; did you mean 'maidstone'? there are 'cheshire-east',
    'maidstone'"
    """

    _MOST_SHOWN = 20

    def __init__(self, what: str, name: object, known: tuple[str, ...]) -> None:
        super().__init__(what, name, known)
        self.what = what
        self.name = name
        self.known = known

    def __str__(self) -> str:
        # Loaded only for whoever reads the message.
        from difflib import get_close_matches  # noqa: PLC0415

        close = get_close_matches(str(self.name), list(map(str, self.known)))
        meant = f"did you mean {' or '.join(map(repr, close))}? " if close else ""
        there = ", ".join(map(repr, self.known[: self._MOST_SHOWN])) or "none"
        more = len(self.known) - self._MOST_SHOWN
        rest = f" and {more:,} more" if more > 0 else ""
        return f"no {self.what} is called {self.name!r}; {meant}there are {there}{rest}"


class MissingExtraError(CouncilPerfError, ImportError):
    """A feature needs a package that an extra of this library brings.

    >>> str(MissingExtraError("property-test strategies", "strategies"))
    "property-test strategies need an extra: pip install 'councilperf[strategies]'"
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)
        self.feature = feature
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.feature} need an extra: pip install 'councilperf[{self.extra}]'"
