"""The same answers in threads, in other processes, under other settings, and from old pickles."""

from __future__ import annotations

import inspect
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    digest,
    dump_json,
    load_json,
    rate,
    read_json,
)
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE, PRESETS
from councilperf.render import render_html, render_text

Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)


def card() -> Scorecard:
    rows = [
        ScorecardRow(
            Indicator(f"H{each}", f"Homes, area {each}", polarity="higher", tags={"b", "a", "c"}),
            [Observation(Q1, 40 + each), Observation(Q2, 45)],
            [Target(40 + 2 * each)],
        )
        for each in range(6)
    ]
    return Scorecard("Homes", rows)


def everything(_: int = 0) -> tuple[str, str, str, str]:
    """Rate, write and read one card by a rule."""
    assessment = assess(card(), MAIDSTONE, period=Q2)
    again = load_json(dump_json(assessment))
    return digest(assessment), digest(again), render_text(assessment), render_html(assessment)


def test_sixteen_threads_get_the_same_answers() -> None:
    alone = everything()
    with ThreadPoolExecutor(16) as threads:
        together = set(threads.map(everything, range(48)))

    assert together == {alone}


def test_sixteen_threads_may_be_the_first_to_use_the_library() -> None:
    """Whatever is made when it is first wanted is made once, or twice alike."""
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def first(_):\n"
        "    import councilperf\n"
        "    from councilperf.presets import MAIDSTONE\n"
        "    return councilperf.digest(councilperf.load_json(councilperf.dump_json(MAIDSTONE)))\n"
        "with ThreadPoolExecutor(16) as threads: print(len(set(threads.map(first, range(16)))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("1\n", "")


SAME = (
    "from councilperf import digest, rate, render_text\n"
    "from councilperf.presets import MAIDSTONE, PRESETS\n"
    "print(*(digest(each) for each in PRESETS))\n"
    "print(repr(rate('46.8', target='52', polarity='higher', rules=MAIDSTONE)))\n"
    "print(ascii(render_text(MAIDSTONE)))\n"
)


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        ([], {"PYTHONHASHSEED": "1"}),
        ([], {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8"}),
        (["-O"], {"PYTHONHASHSEED": "3", "LC_ALL": "C"}),
    ],
    ids=["another hash seed", "another locale", "without asserts"],
)
def test_settings_of_the_interpreter_change_nothing(
    options: list[str], environment: dict[str, str]
) -> None:
    def run(*more: str, **settings: str) -> str:
        done = subprocess.run(
            [sys.executable, *more, "-c", SAME],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **settings},
        )
        return done.stdout

    assert run(*options, **environment) == run(PYTHONHASHSEED="0")


def test_guards_stand_without_asserts() -> None:
    code = "from councilperf import Range\ntry: Range(2, 1)\nexcept ValueError: print('refused')\n"
    done = subprocess.run(
        [sys.executable, "-O", "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "refused\n"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle_brings_an_assessment_back(protocol: int) -> None:
    assessment = assess(card(), CHESHIRE_EAST, period=Q2)

    again = pickle.loads(pickle.dumps(assessment, protocol))  # noqa: S301 (our own bytes)

    assert again == assessment
    assert digest(again) == digest(assessment)


def test_a_pickle_of_an_earlier_day_is_read(root: Path) -> None:
    """Values of fields that stay are pinned; JSON is what is kept for years."""
    kept = root / "tests" / "golden" / "pickle" / "rating-0.1.pickle"

    rating = pickle.loads(kept.read_bytes())  # noqa: S301 (our own bytes)

    assert rating == rate("46.8", target="52", polarity="higher", rules=MAIDSTONE)


def test_what_is_nested_too_deeply_is_a_problem() -> None:
    deep = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    condition = '{"not":' * 3000 + '{"subject":"rating","is":["red"]}' + "}" * 3000
    named = '{"format":"councilperf/named-condition","version":1,"name":"n","condition":'

    for content in (deep, f"{named}{condition}}}"):
        reading = read_json(content)
        assert reading.value is None
        assert len(reading.problems) == 1


def test_a_small_stack_is_enough() -> None:
    """Notebooks and web servers have used much of the stack before we are called."""
    before = sys.getrecursionlimit()
    used = len(inspect.stack(0))
    sys.setrecursionlimit(used + 250)
    try:
        found = everything()
    finally:
        sys.setrecursionlimit(before)

    assert found == everything()


def test_all_presets_come_back_from_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(PRESETS)) == PRESETS  # noqa: S301 (our own bytes)
