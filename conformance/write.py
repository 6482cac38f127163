"""Write the case files of `councilperf.conformance` from the tables beside this script.

    python conformance/write.py            writes them
    python conformance/write.py --check    says whether they are up to date

The answers in the tables were worked out by hand. The library must agree with every one, or
nothing is written. The cases of the presets are made from each preset's own edges, and there the
library must agree with a formula in fractions that shares no code with it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from asking import document, result
from attrs import evolve
from formulas import exactly, in_floats
from others import ASSESSMENTS, TALLIES, TRAVELS
from ratings import RATINGS

from councilperf import Rule, key_for
from councilperf.conformance import answer
from councilperf.presets import PRESETS
from councilperf.rules import figures_of

FOLDER = Path(__file__).resolve().parents[1] / "src/councilperf/conformance/cases"
_Case = dict[str, Any]


def ratings() -> Iterator[_Case]:
    """Yield the ratings."""
    for group in RATINGS:
        for name, question, level in group.questions():
            yield {
                "name": f"rating/{name}",
                "question": question,
                "expected": result(level),
                "floats": in_floats(question),
                "source": group.source,
            }


def others(kind: str, written: Iterable[Any]) -> Iterator[_Case]:
    """Yield directions of travel, tallies or assessments."""
    for each in written:
        name, question, expected = each.case()
        floats = in_floats(_as_rating(question)) if kind == "travel" else ""
        yield {
            "name": f"{kind}/{name}",
            "question": question,
            "expected": expected,
            "floats": floats,
        }


def _as_rating(question: dict[str, Any]) -> dict[str, Any]:
    """Return the question of a travel as one of a rating by the earlier figure."""
    figures = {
        figure
        for line in question["rule"]["lines"]
        if isinstance(
            figure := line["reach"] if isinstance(line["reach"], str) else line["reach"]["figure"],
            str,
        )
    }
    previous = [{"figure": each, "value": question["previous"]} for each in figures]
    return {**question, "figures": previous}


def presets() -> Iterator[_Case]:
    """Yield, for each preset that rates against a target alone, the figures about its edges."""
    for preset in PRESETS:
        for place, rule in enumerate(preset.rules):
            if rule.scale.travel or not _is_by_target(rule):
                continue
            plain = evolve(rule, serves=None)
            name = f"presets/{preset.name}/{rule.judgement.replace(' ', '-')}-{place + 1}"
            for target, polarity in (("80", "higher"), ("80", "lower"), ("-12.5", "higher")):
                for number in _about_edges(plain, target, polarity):
                    question = {
                        "ask": "rating",
                        "rule": document(plain),
                        "polarity": polarity,
                        "value": number,
                        "target": {"aim": target},
                        "tolerance": {"size": "5", "basis": "percent"},
                    }
                    yield {
                        "name": f"{name}/{polarity}/{number}-of-{target}",
                        "question": question,
                        "expected": answer(question),
                        "floats": in_floats(question),
                        "source": "; ".join(str(each) for each in preset.sources),
                    }


def _is_by_target(rule: Rule) -> bool:
    named = {each.kind.value for each in figures_of(rule)}
    return bool(rule.lines) and named <= {"target", "annual_target", "profiled_target", "constant"}


def _about_edges(rule: Rule, target: str, polarity: str) -> list[str]:
    """Return each edge, and the next figure to either side of it."""
    key = key_for(rule, target=target, polarity=polarity, tolerance="5%")
    edges = {line.certain.at for line in key.lines if line.certain is not None}
    step = Decimal("0.001")
    numbers = {
        Decimal(edge) + side * step
        for edge in edges
        if isinstance(edge, Decimal)
        for side in (-1, 0, 1)
    }
    return [f"{each.normalize():f}" for each in sorted(numbers)]


def checked(cases: Iterable[_Case]) -> list[_Case]:
    """Return the cases, unless the library, or the formula in fractions, says otherwise."""
    kept: dict[str, _Case] = {}
    for case in cases:
        question, expected = case["question"], case["expected"]
        answered = answer(question)
        answered = {key: part for key, part in answered.items() if key in expected}
        if answered != expected:
            raise SystemExit(f"{case['name']}: written {expected}, answered {answered}")
        formula = exactly(question) if question["ask"] == "rating" else ""
        if formula and expected["level"] not in {None, formula}:
            raise SystemExit(f"{case['name']}: {expected['level']}, by fractions {formula}")
        if case["name"] in kept:
            raise SystemExit(f"{case['name']}: the name is given twice")
        kept[case["name"]] = {key: part for key, part in case.items() if part != ""}
    return list(kept.values())


def text_of(cases: list[_Case]) -> str:
    """Write cases with what several share once, one case to a line."""
    shared: dict[str, dict[str, Any]] = {"rule": {}, "rules": {}}
    lines = []
    for case in cases:
        question = dict(case["question"])
        for key, known in shared.items():
            if key in question:
                tree = question[key]
                name = next((each for each, one in known.items() if one == tree), None)
                if name is None:
                    name = f"{key}-{len(known) + 1}"
                    known[name] = tree
                question[key] = name
        lines.append(_compact({**case, "question": question}))
    rules = ",\n".join(
        f"{_compact(key)}:{{\n"
        + ",\n".join(f"{_compact(name)}:{_compact(tree)}" for name, tree in known.items())
        + "}"
        for key, known in shared.items()
        if known
    )
    return f'{{"shared":{{{rules}}},\n"cases":[\n' + ",\n".join(lines) + "]}\n"


def _compact(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def main() -> int:
    """Write the files, or say which are not up to date."""
    made = {
        "rating": ratings(),
        "travel": others("travel", TRAVELS),
        "tally": others("tally", TALLIES),
        "assessment": others("assessment", ASSESSMENTS),
        "presets": presets(),
    }
    stale = []
    for name, cases in made.items():
        path = FOLDER / f"{name}.json"
        text = text_of(checked(cases))
        if "--check" in sys.argv:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(path.name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    if stale:
        print(f"run python conformance/write.py: not up to date: {', '.join(stale)}")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
