"""Change the source in one small place at a time and see whether a test notices.

    python mutation/run.py OUT [--count 2000] [--seed 1] [--again OLD]

Each mutant is met by the tests that reach its lines, the quickest first, until one fails: the
examples of its own module, the tests of its room, then all others but laws and the tests of the
shop. Each runs in a process forked from one that holds pytest, the libraries and the rooms which
do not depend on the changed module, so that a mutant takes a second or two. OUT is a file of JSON
lines, one for each mutant, and may be continued; `--again` runs only those that survived in an
older OUT. `mutation/report.py` counts them.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import json
import os
import pickle
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import accumulate
from pathlib import Path
from types import CodeType, ModuleType

# Hypothesis would import the whole library through the entry point, before it is changed.
os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"

import coverage
import grimp
import pytest
from mutants import PACKAGE, ROOMS, ROOT, Mutant, sample

DOCTEST = doctest.FAIL_FAST | doctest.NORMALIZE_WHITESPACE
#: Tests slower than this are left to others.
SLOWEST = 0.7
#: What all tests of one mutant may take, in seconds of the processor, and in bytes.
PATIENCE, ROOM = 12, 2 << 30
BATCH = 1000
FOLDERS = [
    *ROOMS,
    *("values", "presets", "tables", "evidence", "papers", "assurance", "render", "conformance"),
]
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-header", "--tb=no"]
# Hypothesis is held for all, so pytest finds it imported before its asserts could be rewritten.
OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]


class Map:
    """Which tests reach which lines, and how long each takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.coverage = coverage.Coverage(data_file=None, source_pkgs=["councilperf"])

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out laws, which take many examples, wherever they stand."""
        items[:] = [
            each
            for each in items
            if not getattr(getattr(each, "obj", None), "is_hypothesis_test", False)
        ]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what a test reaches."""
        self.coverage.switch_context(item.nodeid)
        started = sum(os.times()[:4])  # with the processes that it waits for
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = sum(os.times()[:4]) - started

    def lines(self) -> dict[str, dict[int, list[str]]]:
        """Return the tests of each line of each file."""
        found = self.coverage.get_data()
        return {
            file: {
                line: [name for name in names if name]
                for line, names in found.contexts_by_lineno(file).items()
            }
            for file in found.measured_files()
        }


def make_map(path: Path) -> tuple[dict[str, float], dict[str, dict[int, list[str]]]]:
    """Run the tests once, or read what an earlier run found."""
    if not path.exists():
        # In a process of its own, so that this one never imports what is to be changed.
        maker = os.fork()
        if maker == 0:
            reached = Map()
            reached.coverage.start()
            folders = [str(ROOT / "tests" / each) for each in FOLDERS]
            sources = [str(PACKAGE / room) for room in ROOMS]
            code = pytest.main(["-q", "--no-header", *folders, *sources], plugins=[reached])
            reached.coverage.stop()
            if code == 0:
                path.write_bytes(pickle.dumps((reached.seconds, reached.lines())))
            os._exit(int(code))
        _, status = os.waitpid(maker, 0)
        assert status == 0, "the tests must pass before anything is changed"
    seconds, lines = pickle.loads(path.read_bytes())  # noqa: S301 (our own bytes)
    return seconds, lines


class Changed(MetaPathFinder, Loader):
    """Gives one module with its change."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        """Answer for the changed module only."""
        del path, target
        if name != self.name:
            return None
        spec = ModuleSpec(name, self, origin=str(self.path))
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(self.code, vars(module))  # noqa: S102 (that is the point)


class Only:
    """Runs only some tests of the files, the quickest files first."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what does not reach the change."""
        items[:] = [each for each in items if each.nodeid in self.names]


def meet(mutant: Mutant, source: str, nodes: list[str]) -> int:
    """Run the tests on a changed module in this very process; 0 when none noticed, 1 when one did.

    Anything else says that the tests could not be run.
    """
    try:
        code = compile(source, str(mutant.path), "exec")
        sys.meta_path.insert(0, Changed(mutant.module, mutant.path, code))
        examples = doctest.testmod(import_module(mutant.module), optionflags=DOCTEST)
    except Exception:  # noqa: BLE001 - the change broke the module itself
        return 1
    if examples.failed:
        return 1
    files = list(dict.fromkeys(node.partition("::")[0] for node in nodes))
    if not files:
        return 0
    ended = pytest.main([*OPTIONS, *files], plugins=[Only(set(nodes))])
    # A file of tests that cannot be collected was stopped by the change.
    # So was pytest itself, where what the tests share cannot be imported.
    noticed = {
        pytest.ExitCode.TESTS_FAILED,
        pytest.ExitCode.INTERRUPTED,
        pytest.ExitCode.USAGE_ERROR,
    }
    return 1 if ended in noticed else int(ended)


def fork(mutant: Mutant, source: str, nodes: list[str]) -> str:
    """Meet a mutant in a process of its own and say how it ended."""
    child = os.fork()
    if child == 0:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        code = 99
        with contextlib.suppress(BaseException):
            code = meet(mutant, source, nodes)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timeout" if os.WTERMSIG(status) == signal.SIGVTALRM else "killed"
    return {0: "survived", 1: "killed"}.get(os.WEXITSTATUS(status), "not run")


def nodes_for(
    mutant: Mutant, seconds: dict[str, float], lines: dict[str, dict[int, list[str]]]
) -> list[str]:
    """Return the tests that reach the change: of its own room first, by how quick they are.

    What is run when the module is imported is reached by whichever test comes first, and may be
    noticed by any that reaches the module or is of its room: as many as there is patience for.
    """
    reached = lines.get(str(mutant.path), {})
    room = f"tests/{mutant.module.split('.')[1]}/"
    if mutant.is_in_function:
        changed = range(mutant.line, mutant.last_line + 1)
        names = {name for line in changed for name in reached.get(line, ())}
    else:
        names = {name for tests in reached.values() for name in tests}
        names |= {name for name in seconds if name.startswith(room)}
    quick = [name for name in names if seconds[name] < SLOWEST]
    ordered = sorted(quick, key=lambda name: (not name.startswith(room), seconds[name], name))
    times = accumulate(seconds[name] for name in ordered)
    return [name for name, time in zip(ordered, times, strict=True) if time < PATIENCE / 2]


def with_rooms_below(module: str, graph: grimp.ImportGraph) -> None:
    """Import the rooms which do not depend on the module's own."""
    own = ".".join(module.split(".")[:2])
    after = graph.find_downstream_modules(own, as_package=True)
    rooms = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
    for room in rooms:
        name = f"councilperf.{room}"
        if name != own and name not in after and room not in {"dataframes", "strategies", "cli"}:
            import_module(name)


def run_module(
    mutants: list[Mutant],
    seconds: dict[str, float],
    lines: dict[str, dict[int, list[str]]],
    graph: grimp.ImportGraph,
    out: Path,
) -> None:
    """Meet all mutants of one module, from one process that holds what they share."""
    holder = os.fork()
    if holder:
        os.waitpid(holder, 0)
        return
    with_rooms_below(mutants[0].module, graph)
    unchanged = mutants[0].path.read_text("utf-8")
    control = fork(mutants[0], unchanged, nodes_for(mutants[0], seconds, lines))
    assert control == "survived", f"{mutants[0].module}: {control} without any change"
    for mutant in mutants:
        started = time.monotonic()
        nodes = nodes_for(mutant, seconds, lines)
        outcome = fork(mutant, mutant.source(), nodes)
        before, after = mutant.change()
        record = {
            **mutant._asdict(),
            "outcome": outcome,
            "tests": len(nodes),
            "before": before,
            "after": after,
            "seconds": round(time.monotonic() - started, 2),
        }
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
    os._exit(0)


def main() -> None:
    """Run the sample in batches, each a sample too, so that a run cut short still says much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", type=Path)
    given = parser.parse_args()

    os.chdir(ROOT)
    seconds, lines = make_map(given.out.with_suffix(".map"))
    import hypothesis  # noqa: F401, PLC0415 (held for all that are forked)

    done = set()
    if given.out.exists():
        records = map(json.loads, given.out.read_text("utf-8").splitlines())
        done = {(each["module"], each["operator"], each["occurrence"]) for each in records}
    mutants = survivors(given.again) if given.again else sample(given.count, given.seed)
    mutants = [each for each in mutants if each[:3] not in done]
    graph = grimp.build_graph("councilperf")
    for start in range(0, len(mutants), BATCH):
        by_module = defaultdict(list)
        for mutant in mutants[start : start + BATCH]:
            by_module[mutant.module].append(mutant)
        for each in by_module.values():
            run_module(each, seconds, lines, graph, given.out)


def survivors(path: Path) -> list[Mutant]:
    """Return those that survived in an older run, wherever their lines now stand."""
    from mutants import all_mutants  # noqa: PLC0415

    old = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {
        (each["module"], each["operator"], each["before"], each["after"])
        for each in old
        if each["outcome"] in {"survived", "not run"}
    }
    modules = {each[0] for each in wanted}
    return [
        mutant
        for mutant in all_mutants()
        if mutant.module in modules
        and (mutant.module, mutant.operator, *mutant.change()) in wanted
    ]


if __name__ == "__main__":
    main()
