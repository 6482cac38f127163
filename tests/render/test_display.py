"""Values show themselves in notebooks, and load what draws them only then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from councilperf import Scorecard, Tally, assess
from councilperf.formats import read_scorecard_csv
from councilperf.presets import MAIDSTONE
from councilperf.rules import RAG
from councilperf.tables import Page, Paragraph, Table


def shown_values() -> dict[str, object]:
    path = Path(__file__).resolve().parents[2] / "examples/maidstone-2022-23-q1.csv"
    card = read_scorecard_csv(path.read_bytes()).require()
    assessment = assess(card, MAIDSTONE)
    row = assessment.rows[0]
    return {
        "assessment": assessment,
        "scorecard": card,
        "tally": Tally.of(RAG, green=1),
        "rule set": MAIDSTONE,
        "rule": MAIDSTONE.rules[0],
        "rating": row.rating,
        "travel": row.travel,
        "table": Table("T", ["A"], [["x"]]),
        "page": Page("P", [Paragraph("Text.")]),
    }


@pytest.mark.parametrize("name", shown_values())
def test_a_value_shows_itself_as_html_and_as_markdown(name: str) -> None:
    value = shown_values()[name]

    assert value._repr_html_().startswith('<section class="councilperf" lang="en-GB">')  # type: ignore[attr-defined]
    assert "|" in value._repr_markdown_() or name == "page"  # type: ignore[attr-defined]


def test_ipython_finds_the_display() -> None:
    formatters = pytest.importorskip("IPython.core.formatters", reason="IPython is not installed")
    shown, _ = formatters.DisplayFormatter().format(Tally.of(RAG, green=1))

    assert {"text/plain", "text/html", "text/markdown"} <= shown.keys()
    assert "<caption>RAG</caption>" in shown["text/html"]


def test_a_value_has_no_more_room_for_this() -> None:
    assert not hasattr(Scorecard("Homes", []), "__dict__")


def test_nothing_that_draws_is_loaded_before_something_is_shown() -> None:
    code = (
        "import sys\nfrom councilperf import Tally\nfrom councilperf.rules import RAG\n"
        "tally = Tally.of(RAG)\nassert 'councilperf.render' not in sys.modules\n"
        "tally._repr_html_()\nassert 'councilperf.render' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
