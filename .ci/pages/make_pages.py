"""Write the pages that `.ci/pages/run` opens in a browser.

python .ci/pages/make_pages.py FOLDER
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from councilperf import Table, assess, check, find_exceptions
from councilperf.formats import read_scorecard_csv
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE, PRESETS
from councilperf.render import render_html
from councilperf.tables import (
    assessment_page,
    exceptions_table,
    explanation_page,
    paper_page,
    rule_sets_table,
    rules_page,
    summary_table,
)

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def pages() -> dict[str, object]:
    """Return what is shown, by the name of its file."""
    card = read_scorecard_csv((EXAMPLES / "maidstone-2022-23-q1.csv").read_bytes()).require()
    assessment = assess(card, MAIDSTONE)
    shown: dict[str, object] = {
        "scorecard": assessment_page(assessment),
        "scorecard-with-trends": assessment_page(assessment, trends=True),
        "summary": summary_table(assessment.tally("rating"), "Summary: rating"),
        "exceptions": exceptions_table(find_exceptions(assessment)),
        "explanation": explanation_page(assessment["R4"], assessment),
        "rules": rules_page(CHESHIRE_EAST),
        "rule-sets": rule_sets_table(PRESETS),
        "empty-table": Table("Nothing to show", ["Ref", "Measure"], []),
    }
    for path in sorted((EXAMPLES / "papers").glob("*.py")):
        paper = runpy.run_path(str(path))["PAPER"]
        # Two as officers see them, with what the checks find; the others as they are published.
        findings = check(paper) if path.stem.startswith("worcestershire") else ()
        shown[path.stem.replace("_", "-")] = paper_page(paper, findings=findings)
    return shown


def main(folder: Path) -> None:
    """Write each page, and one that holds two fragments, as a notebook or an intranet would."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for name, value in made.items():
        (folder / f"{name}.html").write_text(render_html(value), "utf-8", newline="\n")
    inside = "\n".join(
        render_html(made[name], fragment=True) for name in ("summary", "exceptions")
    )
    (folder / "fragments.html").write_text(
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Two fragments</title></head>\n<body><main><h1>Intranet</h1>\n{inside}\n"
        "</main></body></html>\n",
        "utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
