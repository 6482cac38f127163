"""A page: headings, paragraphs, lists and tables in the order in which they are read."""

from __future__ import annotations

from typing import TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.tables._table import Table

__all__ = ["Block", "Bullets", "Fact", "Facts", "Heading", "Page", "Paragraph"]


@final
@frozen
class Heading:
    """The heading of what follows it on a page, one level below the page's title or deeper.

    >>> Heading("Exceptions").level, Heading("Affordable homes delivered", level=3).level
    (2, 3)
    """

    text: str
    level: int = field(default=2, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)
        check_whole("level", self.level, 2, 4)


@final
@frozen
class Paragraph:
    """A paragraph of plain text.

    >>> Paragraph("Every figure is provisional.").text
    'Every figure is provisional.'
    """

    text: str

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)


@final
@frozen
class Bullets(Displayed):
    """A list of plain sentences.

    >>> len(Bullets(["One target was missed.", "One was met."]).items)
    2
    """

    items: tuple[str, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for place, item in enumerate(self.items):
            check_text(f"items[{place}]", item)
        if not self.items:
            raise FieldValueError("items", self.items, "an item or more")


@final
@frozen
class Fact:
    """One line of what a page begins with: a name and what it is.

    >>> Fact("Period", "Quarter 2 2019-20").name
    'Period'
    """

    name: str
    value: str

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_text("value", self.value)


@final
@frozen
class Facts(Displayed):
    """A title block: council, period, rules, each with what it is.

    >>> Facts([Fact("Period", "Quarter 2 2019-20")]).items[0].value
    'Quarter 2 2019-20'
    """

    items: tuple[Fact, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("items", self.items, Fact)
        if not self.items:
            raise FieldValueError("items", self.items, "a fact or more")


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Table


@final
@frozen
class Page(Displayed):
    """A title and the blocks under it.

    >>> page = Page("Planning", [Heading("Summary"), Paragraph("Nothing was missed.")])
    >>> page.title, len(page.blocks)
    ('Planning', 2)
    """

    title: str
    blocks: tuple[Block, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        check_each("blocks", self.blocks, (Heading, Paragraph, Bullets, Facts, Table))
