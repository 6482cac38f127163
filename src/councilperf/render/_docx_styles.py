"""How a Word document looks and what it says of itself: styles, language, title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from councilperf.render._docx_marks import word_name, xml_of
from councilperf.render._palette import PAGE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

__all__ = ["CAPTION", "FACT", "NOTE", "TABLE_TEXT", "prepare_styles"]

CAPTION, FACT, NOTE, TABLE_TEXT = "Caption", "Fact", "Note", "Table Text"

_LANGUAGE, _FONT, _INK = "en-GB", "Arial", PAGE[0].ink[1:]
#: Sizes in points: of the body, of tables, and of headings by their level.
_BODY, _SMALL, _HEADINGS = 12, 10, {1: 20, 2: 16, 3: 14, 4: 12}
#: How far a fact stands from the margin, its name in front of it, in millimetres.
_INDENT = 45


def prepare_styles(document: Document, title: str) -> None:
    """Make a new document ours: its styles, its language, and a title for its window."""
    from docx.shared import Mm

    _dress(_style(document, "Normal"), _BODY, after=6)
    for level, size in _HEADINGS.items():
        heading = _style(document, f"Heading {level}")
        _dress(heading, size, before=0 if level == 1 else 14, after=4)
        heading.font.bold, heading.font.italic = True, False
        heading.paragraph_format.keep_with_next = True
    _dress(_style(document, "List Bullet"), _BODY, after=3)
    caption = _style(document, CAPTION)
    _dress(caption, _BODY, before=12, after=4)
    caption.font.bold = True
    caption.paragraph_format.keep_with_next = True
    fact = _new_style(document, FACT)
    _dress(fact, _BODY, after=3)
    fact.paragraph_format.left_indent = Mm(_INDENT)
    fact.paragraph_format.first_line_indent = Mm(-_INDENT)
    stops: Any = fact.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(_INDENT))
    _dress(_new_style(document, NOTE), _SMALL, before=4, after=4)
    _dress(_new_style(document, TABLE_TEXT), _SMALL, after=0)
    _dress(_style(document, "Footer"), _SMALL, after=0)
    _speak(document)
    _say_what_it_is(document, title)


def _style(document: Document, name: str) -> ParagraphStyle:
    found: Any = document.styles[name]
    return found  # type: ignore[no-any-return] # each that is asked for is one of paragraphs


def _new_style(document: Document, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    styles: Any = document.styles
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made  # type: ignore[no-any-return] # what was asked for


def _dress(style: ParagraphStyle, size: int, *, after: int, before: int = 0) -> None:
    """Give a style our font, ink, size and space, and take the theme's from it."""
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(_INK)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    fonts = xml_of(style).rPr.rFonts
    for attribute in [each for each in fonts.attrib if each.endswith("Theme")]:
        del fonts.attrib[attribute]
    fonts.set(word_name("cs"), _FONT)


def _speak(document: Document) -> None:
    """Say that the text is in British English, for spelling and for screen readers."""
    for language in xml_of(document.styles).iter(word_name("lang")):
        language.set(word_name("val"), _LANGUAGE)
    [theme] = xml_of(document.settings).iter(word_name("themeFontLang"))
    theme.set(word_name("val"), _LANGUAGE)
    # The newest way of laying out, or Word would say that it is in compatibility mode.
    for setting in xml_of(document.settings).iter(word_name("compatSetting")):
        if setting.get(word_name("name")) == "compatibilityMode":
            setting.set(word_name("val"), "15")


def _say_what_it_is(document: Document, title: str) -> None:
    """Give the file its title and language, and no date, author or program."""
    properties = document.core_properties
    element = xml_of(properties)
    for each in list(element):
        element.remove(each)
    # python-docx takes no more letters than this.
    properties.title, properties.language = title[:255], _LANGUAGE
    # Of python-docx's own empty document: a picture of it, and its styles for older Words.
    part: Any = document.part
    for relations in (part.package.rels, part.rels):
        for key, each in list(relations.items()):
            if each.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del relations[key]
