"""Whole outputs as people see them, written anew by `pytest --update-golden` and nothing else."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from councilperf import assess
from councilperf.formats import read_scorecard_csv
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.render import render_html, render_markdown, render_text
from councilperf.tables import assessment_page, explanation_page, rules_page

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted(each.stem for each in (ROOT / "examples/papers").glob("*.py"))
RENDERERS = {"txt": render_text, "md": render_markdown, "html": render_html}


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("quarter", ["2019-20-q2", "2022-23-q1"])
def test_a_scorecard_is_shown_as_before(
    root: Path, check_golden: Callable[[str, str], None], quarter: str, suffix: str
) -> None:
    content = (root / f"examples/maidstone-{quarter}.csv").read_bytes()
    assessment = assess(read_scorecard_csv(content).require(), MAIDSTONE)

    check_golden(f"maidstone-{quarter}.{suffix}", RENDERERS[suffix](assessment_page(assessment)))


def test_a_narrow_terminal_is_served_as_before(
    root: Path, check_golden: Callable[[str, str], None]
) -> None:
    content = (root / "examples/maidstone-2022-23-q1.csv").read_bytes()
    assessment = assess(read_scorecard_csv(content).require(), MAIDSTONE)

    check_golden("maidstone-2022-23-q1-narrow.txt", render_text(assessment, width=60))


def test_an_explanation_is_shown_as_before(
    root: Path, check_golden: Callable[[str, str], None]
) -> None:
    content = (root / "examples/maidstone-2022-23-q1.csv").read_bytes()
    assessment = assess(read_scorecard_csv(content).require(), MAIDSTONE)
    page = explanation_page(assessment["R4"], assessment)

    check_golden("maidstone-2022-23-q1-explained.txt", render_text(page))


@pytest.mark.parametrize("suffix", RENDERERS)
def test_how_cheshire_east_rates_is_shown_as_before(
    check_golden: Callable[[str, str], None], suffix: str
) -> None:
    check_golden(f"how-cheshire-east-rates.{suffix}", RENDERERS[suffix](rules_page(CHESHIRE_EAST)))


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_committee_paper_is_shown_as_before(
    check_golden: Callable[[str, str], None], name: str, suffix: str
) -> None:
    report = runpy.run_path(str(ROOT / f"examples/papers/{name}.py"))["PAPER"]

    check_golden(f"{name}.{suffix}", RENDERERS[suffix](report))


def test_there_are_five_committee_papers() -> None:
    assert len(PAPERS) == 5
