"""How values show themselves in notebooks.

What draws them stands rooms above them, and no room imports upwards. So a value asks for it by
name, and only when a notebook asks the value: until then nothing is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Displayed", "Summarised"]


class Displayed:
    """A value that notebooks show as a table or page instead of its `repr`.

    >>> from councilperf.presets import MAIDSTONE
    >>> MAIDSTONE._repr_markdown_().splitlines()[0]
    '# maidstone: how Maidstone Borough Council rates'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = _renderers().render_html(self, fragment=True)
        return html

    def _repr_markdown_(self) -> str:
        markdown: str = _renderers().render_markdown(self)
        return markdown


def _renderers() -> Any:  # noqa: ANN401 - no type of a room above can be named here
    return import_module("councilperf.render")


class Summarised(Displayed):
    """A result whose `repr` is one line of words: all that it follows from would fill pages.

    >>> from councilperf import rate
    >>> from councilperf.presets import MAIDSTONE
    >>> rate(75, target=75, polarity="higher", rules=MAIDSTONE)
    <Rating green: Green: 75 equals the target.>
    """

    __slots__ = ()

    def _summary(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._summary()}>"

    def __rich_repr__(self) -> Iterator[object]:
        yield _Bare(self._summary())

    __rich_repr__.angular = True  # type: ignore[attr-defined]


class _Bare(str):
    """Words that stand without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)
