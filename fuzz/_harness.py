"""The one way in which every reader is fuzzed: `python fuzz/fuzz_json.py SECONDS [--record]`.

A run mends nothing and proves nothing; it looks for bytes that give anything but a value or
problems. Where atheris is installed it is guided by what the bytes reach in the library; elsewhere
the corpus is mutated blindly, and the run says so. What was found is kept in `build/fuzz/`.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import Any

__all__ = ["following", "fuzz"]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: The corpus as it grows, and inputs that were found; nothing of it is committed.
WORK = ROOT / "build/fuzz"
#: What the documentation tells of the longest run.
RECORD = ROOT / "docs/measured/fuzz.json"
IS_CHILD = "COUNCILPERF_FUZZ"
SLOWEST = 60  # seconds for one input, on a busy machine: beyond it is a hang
LARGEST = 8_192  # bytes of one input
MOST_MEMORY = 1_024  # megabytes of the whole process

Figures = dict[str, float]
Check = Callable[[bytes], None]
#: Changes an input in a way that byte by byte would seldom come about; None where it cannot.
Mutate = Callable[[bytes, Random], bytes | None]


def _atheris() -> Any:  # noqa: ANN401 - a module without types, or none
    return import_module("atheris") if find_spec("atheris") else None


def following(*packages: str) -> AbstractContextManager[None]:
    """Follow what runs in the packages that are imported within this context."""
    if IS_CHILD not in os.environ or not find_spec("atheris"):
        return nullcontext()
    context: AbstractContextManager[None] = _atheris().instrument_imports(include=[*packages])
    return context


def fuzz(reader: str, check: Check, mutate: Mutate | None = None) -> None:
    """Run *check* on ever new bytes, for as many seconds of CPU time as the command line says."""
    if IS_CHILD in os.environ:
        _run_guided(check, mutate)
        return
    parser = ArgumentParser(description=f"Fuzz the reader {reader}.")
    parser.add_argument("seconds", type=int, nargs="?", default=60)
    parser.add_argument("--record", action="store_true", help=f"write {RECORD.relative_to(ROOT)}")
    asked = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    run = _guided if find_spec("atheris") else _blind
    for figures in run(reader, asked.seconds, check, mutate):
        print(f"{reader}: {json.dumps(figures)}", flush=True)
        if asked.record:
            _record(reader, figures)
        if figures["findings"]:
            sys.exit(1)


def _record(reader: str, figures: Figures) -> None:
    """Keep what a run has come to so far, so that one that is cut short leaves its figures."""
    known = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    known[reader] = figures
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")


def _figures(seconds: float, executions: int, findings: int) -> Figures:
    return {
        "cpu_minutes": round(seconds / 60, 1),
        "executions": executions,
        "findings": findings,
    }


# ---- guided by atheris ----


def _guided(reader: str, seconds: int, _: Check, __: Mutate | None) -> Iterator[Figures]:
    """Run libFuzzer in processes of its own: it ends its process when it has done."""
    grown = WORK / reader
    grown.mkdir(exist_ok=True)
    command = [
        *(sys.executable, sys.argv[0], str(grown), str(HERE / "corpus" / reader)),
        f"-max_len={LARGEST}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-artifact_prefix={WORK / f'found-{reader}-'}",
        "-print_final_stats=1",
    ]
    tokens = HERE / "corpus" / f"{reader}.dict"
    if tokens.exists():
        command.append(f"-dict={tokens}")
    used, executions = 0.0, 0
    while used < seconds:
        # It counts the time on the wall, of which a busy machine gives it a part.
        before = sum(os.times()[2:4])
        ended = subprocess.run(
            [*command, f"-max_total_time={max(5, round(seconds - used))}"],
            env={**os.environ, IS_CHILD: "1"},
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        used += sum(os.times()[2:4]) - before
        done = re.search(r"number_of_executed_units: *([0-9]+)", ended.stderr)
        executions += int(done[1]) if done else 0
        if ended.returncode:
            print(ended.stderr[-4000:], file=sys.stderr)
            if "Test unit written to" not in ended.stderr:
                raise RuntimeError("the run broke off, with no input to blame")
        yield _figures(used, executions, int(ended.returncode != 0))


def _run_guided(check: Check, mutate: Mutate | None) -> None:
    atheris = _atheris()

    def mutated(content: bytes, most: int, seed: int) -> bytes:
        made = mutate(content, Random(seed)) if mutate is not None and seed % 2 else None
        if made is None or len(made) > most:
            made = bytes(atheris.Mutate(content, most))
        return made

    options = {} if mutate is None else {"custom_mutator": mutated}
    atheris.Setup(sys.argv, check, **options)
    atheris.Fuzz()


# ---- without atheris ----


def _blind(reader: str, seconds: int, check: Check, mutate: Mutate | None) -> Iterator[Figures]:
    print(f"{reader}: atheris is not installed, so the corpus is mutated blindly")
    corpus = [each.read_bytes() for each in sorted((HERE / "corpus" / reader).iterdir())]
    tokens = HERE / "corpus" / f"{reader}.dict"
    words = _words(tokens.read_text("utf-8")) if tokens.exists() else []
    random, before, executions = Random(), process_time(), 0
    while process_time() - before < seconds:
        content = random.choice(corpus)
        changed = mutate(content, random) if mutate is not None and random.random() < 0.5 else None
        if changed is None:
            changed = content
            for _ in range(random.randint(1, 8)):
                changed = _change(changed, random, corpus, words)
        content, started = changed[:LARGEST], monotonic()
        executions += 1
        try:
            check(content)
            if monotonic() - started > SLOWEST:
                raise TimeoutError(f"more than {SLOWEST} seconds")  # noqa: TRY301
        except BaseException:
            (WORK / f"found-{reader}-{executions}").write_bytes(content)
            raise
    yield _figures(process_time() - before, executions, 0)


def _words(dictionary: str) -> list[bytes]:
    """Read a dictionary of libFuzzer: one quoted token a line."""
    return [ast.literal_eval("b" + line) for line in dictionary.splitlines() if line[:1] == '"']


def _change(content: bytes, random: Random, corpus: list[bytes], words: list[bytes]) -> bytes:
    start = random.randint(0, len(content))
    end = min(len(content), start + random.randint(0, 20))
    other = random.choice(corpus)
    put = random.choice(
        [
            b"",
            content[start:end] * 2,
            random.randbytes(random.randint(1, 4)),
            other[start : start + random.randint(1, 60)],
            random.choice(words or [b"0"]),
        ]
    )
    return content[:start] + put + content[end:]
