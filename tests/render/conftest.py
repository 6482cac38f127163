"""Texts that try to be more than text, put into every place that holds one."""

from __future__ import annotations

import pytest

from councilperf.tables import (
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Page,
    Paragraph,
    Table,
)

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x="',
    "quote": "' onfocus='alert(1)' '",
    "entity": "&lt;b&gt; &amp; &#60;",
    "comment": "--> <!-- ]]>",
    "closing": "</td></table></style></section><h1>",
    "pipe": "a | b || c",
    "backticks": "`code` ``` ~~~",
    "emphasis": "*bold* _thin_ __under__ ~~gone~~",
    "link": "[press](javascript:alert(1)) ![picture](x) <https://x.example>",
    "mathematics": "$x$ $$y$$ \\(z\\)",
    "backslash": "\\ \\| \\",
    "heading": "# not a heading",
    "list": "- not a list",
    "number": "1. not a list",
    "rule": "---",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+44 1",
    "at": "@SUM(1)",
    "tab": "\t=1+1",
    "template": "{{ 7*7 }} {% raw %} ${x}",
    "escape": "red \x1b[31m\x07\x9b31m",
    "bidi": "abc \u202egnp.exe \u2066x\u2069",
    "lines": "one\ntwo\r\nthree\u2028four\u0085five\tsix",
    "null": "nought \x00 here",
    "surrogate": "half \ud800 pair",
    "no character": "no \ufffe character \uffff",
    "long": "Llanfair" * 40,
    "wide": "東京都" * 20,
    "accents": "e\u0301" * 30 + " Ynys Môn",
}


def page_of(text: str) -> Page:
    """A page with this text wherever a text may stand."""
    row = [Cell(text, symbol=text, colour=text), Cell(text), text]
    columns = [text, Column(text, numeric=True), "Plain"]
    table = Table(text, columns, [row, row], notes=[text])
    facts = Facts([Fact(text, text)])
    return Page(text, [facts, Heading(text), Paragraph(text), Bullets([text, text]), table])


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    text = request.param
    assert isinstance(text, str)
    return text


@pytest.fixture
def hostile_page(hostile: str) -> Page:
    return page_of(hostile)
