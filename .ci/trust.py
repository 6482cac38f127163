"""Write the pages of promises and measures from the laws and from what was measured.

python .ci/trust.py            writes docs/explanation/promises.md and trust.md
python .ci/trust.py --check    says whether they are up to date
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
LAWS = ROOT / "tests" / "laws"
PAGES = ROOT / "docs" / "explanation"
MEASURED = ROOT / "docs" / "measured"

PROMISES = """\
# What is promised

Each sentence is a law: a test that holds it against generated figures, rules, reports and \
files, some hundreds of them in every run and thousands before a release. The sentences are the \
tests' own names, so this page cannot promise more than is tested. It is written by \
`.ci/trust.py`.
"""
TRUST = """\
# How far it can be trusted, in figures

What was measured, by scripts that anyone can run again; the table is written by `.ci/trust.py` \
from the files in `docs/measured`. What has not been measured says so.

| what | figure | how |
|---|---|---|
"""
NOT_MEASURED = "not measured"


def laws_of(path: Path) -> Iterator[str]:
    """Yield the sentences of a file of laws, in their order."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        if any("given" in ast.unparse(each) for each in node.decorator_list):
            yield node.name.removeprefix("test_").replace("_", " ")


def promises() -> str:
    """Return the page of promises."""
    parts = [PROMISES]
    for path in sorted(LAWS.glob("test_*_laws.py")):
        about = path.stem.removeprefix("test_").removesuffix("_laws").replace("_", " ")
        found = list(laws_of(path))
        if found:
            lines = "\n".join(f"- {each[0].upper()}{each[1:]}." for each in found)
            parts.append(f"## {about.capitalize()}\n\n{lines}\n")
    return "\n".join(parts)


def measured(name: str) -> dict[str, Any] | None:
    """Return what a script has written, if it has."""
    path = MEASURED / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the table."""
    laws = [each for path in LAWS.glob("test_*_laws.py") for each in laws_of(path)]
    yield "laws", f"{len(laws)}", "[the promises](promises.md), `tests/laws`"
    yield (
        "mutations",
        _mutations(),
        "`mutation/run.py`, then tests for what it found; a fresh sample: `mutation/README.md`",
    )
    yield "branches covered", _plain("coverage", "{percent}% of branches"), "`.ci/run`"
    yield "typed", _plain("types", "{percent}% of the public names"), "`pyright --verifytypes`"
    yield "fuzzing", _fuzzing(), "`fuzz/`"
    yield "strategies", _strategies(), "`benchmarks/bench_strategies.py`"
    yield (
        "memory",
        _plain("memory", "{growth_megabytes} MB more after {assessments:,} assessments"),
        "`soak/memory.py`",
    )
    yield (
        "files with faults",
        _plain("soak", "{wrong} of {files:,} ended with a wrong code or a part of a file"),
        "`soak/cli.py`",
    )


def _plain(name: str, words: str) -> str:
    found = measured(name)
    return NOT_MEASURED if found is None else words.format(**found)


def _mutations() -> str:
    found = measured("mutation")
    if found is None:
        return NOT_MEASURED
    return (
        f"{found['killed_percent']}% of {found['mutants']:,} small changes noticed by the unit "
        f"tests; {found['killed_or_equivalent_percent']}% noticed or without any effect"
    )


def _fuzzing() -> str:
    found = measured("fuzz")
    if found is None:
        return NOT_MEASURED
    return "; ".join(
        f"{name}: {each['cpu_minutes']} min, {each['executions']:,} inputs, "
        f"{each['findings']} findings"
        for name, each in found.items()
    )


def _strategies() -> str:
    found = measured("strategies")
    if found is None:
        return NOT_MEASURED
    low, high = min(found.values()), max(found.values())
    return f"{low} to {high} times as quick as bare `st.builds` of the same shape"


def trust() -> str:
    """Return the page of measures."""
    return TRUST + "".join(f"| {what} | {figure} | {how} |\n" for what, figure, how in rows())


def main() -> int:
    """Write the pages, or say which are not up to date."""
    stale = []
    for name, text in (("promises", promises()), ("trust", trust())):
        path = PAGES / f"{name}.md"
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8", newline="\n")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        print(f"run python .ci/trust.py: not up to date: {', '.join(stale)}", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
