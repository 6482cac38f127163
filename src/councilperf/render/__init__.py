"""What people read: results as plain text, Markdown, HTML and Word documents."""

from councilperf.render._docx import render_docx
from councilperf.render._great_table import to_great_table
from councilperf.render._html import render_html
from councilperf.render._markdown import render_markdown
from councilperf.render._palette import LINES, PAGE, PALETTE, Swatch
from councilperf.render._sparkline import render_sparkline
from councilperf.render._text import render_text

__all__ = [
    "LINES",
    "PAGE",
    "PALETTE",
    "Swatch",
    "render_docx",
    "render_html",
    "render_markdown",
    "render_sparkline",
    "render_text",
    "to_great_table",
]
