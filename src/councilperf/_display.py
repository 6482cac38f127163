"""How values show themselves in notebooks.

What draws them stands rooms above them, and no room imports upwards. So a value asks for it by
name, and only when a notebook asks the value: until then nothing is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["Displayed"]


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
