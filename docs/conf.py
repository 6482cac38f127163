"""How the documentation is built: `uv run sphinx-build -W -n docs docs/_build/html`."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "councilperf"
version = release = installed_version("councilperf")
copyright = "the councilperf contributors"  # noqa: A001 (Sphinx's own name)

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "**/jupyter_execute"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["outputs.css"]
html_title = f"councilperf {release}"
language = "en-GB"

# Docstrings put code between single backticks, as Markdown does.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_typehints_format = "short"
# Defaults as they are written: the whole of a strategy would fill pages.
autodoc_preserve_defaults = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Notebooks run in every build, and one that fails fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120

# The build is offline, so names of the standard library and of other packages link nowhere. Every
# name of ours must have its place.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!councilperf\b).*"),
    # A type variable is no name of its own and has no page.
    (r"py:.*", r"councilperf\..*\.[A-Z]"),
]
# `date` is the standard library's type and the name of several fields; Sphinx looks among the
# fields and finds too many. A name of ours that is not found is another warning, and stays one.
suppress_warnings = ["ref.python"]


def let_the_keyboard_scroll(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Make every block of code a place that the keyboard can reach, since wide ones scroll."""
    if "body" in context:
        context["body"] = context["body"].replace("<pre>", '<pre tabindex="0">')


def setup(app: Sphinx) -> None:
    """Tell Sphinx what to do beside building."""
    app.connect("html-page-context", let_the_keyboard_scroll)
