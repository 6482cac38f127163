"""Every public value shows itself well where people look at values: notebooks and prompts."""

from __future__ import annotations

from importlib import import_module

import pytest

from councilperf._display import Displayed, Summarised

#: What is shown by its `repr` is at most three lines long.
THREE_LINES = 300


@pytest.fixture
def values(value_class: type, specimens: dict[type, list[object]]) -> list[object]:
    """Values of a public class, from the docstrings' examples."""
    room = import_module(".".join(value_class.__module__.split(".")[:2]))
    if value_class.__name__ not in room.__all__:
        pytest.skip("works inside its room")
    return specimens[value_class]


def test_a_value_is_a_table_or_page_in_a_notebook_or_a_short_line(values: list[object]) -> None:
    for value in values:
        if isinstance(value, Displayed):
            html, markdown = value._repr_html_(), value._repr_markdown_()
            assert html.startswith('<section class="councilperf"')
            assert markdown.startswith(("# ", "**"))
            assert " object at 0x" not in html + markdown
        else:
            assert len(repr(value)) <= THREE_LINES, (
                f"let {type(value).__name__} inherit councilperf._display.Displayed"
            )


def test_a_result_says_in_one_line_what_it_is(values: list[object]) -> None:
    for value in values:
        if isinstance(value, Summarised):
            [said] = value.__rich_repr__()
            assert repr(value) == f"<{type(value).__name__} {said!r}>"
            assert "\n" not in repr(value)
            assert "=" not in repr(value)


def test_rich_sets_a_result_in_angle_brackets() -> None:
    assert vars(Summarised)["__rich_repr__"].angular


def test_a_result_that_says_nothing_of_itself_is_a_mistake_of_ours() -> None:
    with pytest.raises(NotImplementedError):
        repr(Summarised())
