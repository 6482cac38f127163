"""Put thousands of files through the command line, most of them harmed on the way in or out.

    python soak/cli.py [COUNT] [--seed 1]

Each file has one fault at random: cut short, bytes changed, unreadable, vanished, a folder in its
place; a disk that is full after some bytes, a folder that may not be written or is not there, a
reader that has gone, the process killed at some moment. Where files are made unreadable the
program runs without root's rights. After each run:

- the exit code is the one that the fault calls for;
- the output is what it was before, or whole, byte for byte what an unharmed run writes;
- nothing else is left in its folder, unless the process was killed;
- what is wrong was said on stderr, without a traceback.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from councilperf.cli import main as program

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "docs" / "measured"
NOBODY = 65534
OLD = b"what stood here before\n"

FAULTS = (
    "none",
    "cut short",
    "bytes changed",
    "unreadable",
    "vanished",
    "a folder",
    "disk full",
    "folder read-only",
    "no folder",
    "reader gone",
    "killed",
)
COMMANDS = ("text", "markdown", "html", "csv", "json", "convert", "validate")


class Folder:
    """A folder for one run: the file to read, and where to write."""

    def __init__(self, top: Path, content: bytes) -> None:
        self.top = top
        self.card = top / "card.csv"
        self.out = top / "out" / "result.out"
        shutil.rmtree(top, ignore_errors=True)
        self.out.parent.mkdir(parents=True)
        self.card.write_bytes(content)
        for each in (top, self.out.parent):
            each.chmod(0o777)

    def arguments(self, command: str) -> list[str]:
        """Return what the program is asked."""
        if command == "validate":
            return ["validate", str(self.card)]
        if command == "convert":
            return ["convert", str(self.card), str(self.out), "--to", "json", "--title", "Card"]
        ask = ["assess", str(self.card), "--rules", "maidstone", "--format", command]
        return [*ask, "-o", str(self.out)]


def run(folder: Folder, command: str, before: Callable[[], None], kill: float) -> tuple[int, str]:
    """Run the program in a process of its own; return its code, or less than 0, and stderr."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.dup2(write, 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
            sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
            before()
            code = program(folder.arguments(command))
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException as error:  # noqa: BLE001 - told, so that it is found
            os.write(2, f"Traceback: {error!r}".encode())
        finally:
            os._exit(code)
    os.close(write)
    if kill:
        time.sleep(kill)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read, encoding="utf-8", errors="replace") as stream:
        told = stream.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), told


def as_nobody() -> None:
    """Give up root's rights, by which everything could be read."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def disk_of(size: int) -> Callable[[], None]:
    """Return what lets no file grow beyond a size, as on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def gone() -> None:
    """Close the pipe that stdout is."""
    read, write = os.pipe()
    os.close(read)
    os.dup2(write, 1)


def harmed(content: bytes, fault: str, chance: random.Random) -> bytes:
    """Return the file's content, harmed where that is the fault."""
    if fault == "cut short":
        return content[: chance.randrange(len(content))]
    if fault == "bytes changed":
        changed = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    return content


class Trial(NamedTuple):
    """What is done to a run, and the exit codes that it may then end with."""

    codes: set[int]
    before: Callable[[], None] = lambda: None
    kill: float = 0.0


def harm_input(folder: Folder, fault: str, *, writes: bool) -> Trial | None:
    """Do to the file what the fault is, where it is one of reading."""
    if fault in {"cut short", "bytes changed"}:
        return Trial({0, 2} if writes else {0, 1})
    if fault == "unreadable":
        folder.card.chmod(0)
        return Trial({2}, as_nobody)
    if fault == "vanished":
        folder.card.unlink()
        return Trial({2})
    if fault == "a folder":
        folder.card.unlink()
        folder.card.mkdir()
        return Trial({2})
    return None


def harm_output(folder: Folder, fault: str, size: int, chance: random.Random) -> Trial:
    """Do to where it is written what the fault is, where it is one of writing."""
    fails = {1} if size else {0}
    if fault == "disk full":
        return Trial(fails, disk_of(chance.randrange(max(1, size))))
    if fault == "folder read-only":
        folder.out.parent.chmod(0o555)
        return Trial(fails, as_nobody)
    if fault == "no folder":
        folder.out.parent.rmdir()
        return Trial(fails)
    if fault == "reader gone":
        return Trial({0}, gone)
    if fault == "killed":
        return Trial({0, -signal.SIGKILL}, kill=chance.uniform(0.0001, 0.03))
    return Trial({0})


def one(
    top: Path, cards: list[bytes], whole: dict[tuple[int, str], bytes], chance: random.Random
) -> str:
    """Put one file through and return what went wrong, or nothing, after its kind of fault."""
    number = chance.randrange(len(cards))
    fault, command = chance.choice(FAULTS), chance.choice(COMMANDS)
    folder = Folder(top, harmed(cards[number], fault, chance))
    expected = whole[number, command]
    trial = harm_input(folder, fault, writes=bool(expected)) or harm_output(
        folder, fault, len(expected), chance
    )
    old = b""
    if fault != "no folder" and chance.random() < 0.5:
        old = OLD
        folder.out.write_bytes(OLD)
        folder.out.chmod(0o666)
    code, told = run(folder, command, trial.before, trial.kill)
    if folder.out.parent.exists():
        folder.out.parent.chmod(0o777)
    if code not in trial.codes:
        wrong = f"exit code {code}, not of {sorted(trial.codes)}: {told[:300]}"
    elif "Traceback" in told:
        wrong = told[-300:]
    elif code > 0 and not told and expected:
        wrong = f"exit code {code} without a word"
    else:
        wrong = _left_behind(folder, code, fault, expected, old)
    return f"{fault}, {command}: {wrong}" if wrong else ""


def _left_behind(folder: Folder, code: int, fault: str, expected: bytes, old: bytes) -> str:
    found = folder.out.read_bytes() if folder.out.exists() else b""
    harmless = fault not in {"cut short", "bytes changed"}
    if code == 0 and expected and harmless and found != expected:
        return "the output is not what an unharmed run writes"
    if code == 0 and expected and found in {b"", OLD}:
        return "nothing was written"
    if code != 0 and found != old and not (code < 0 and found == expected):
        return f"{len(found)} bytes were left behind"
    left = [each.name for each in folder.out.parent.iterdir()] if fault != "no folder" else []
    if fault != "killed" and set(left) - {folder.out.name}:
        return f"left in the folder: {left}"
    return ""


def main() -> int:
    """Run, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - the same files every time
    cards = [path.read_bytes() for path in sorted((ROOT / "examples").glob("maidstone-*.csv"))]
    faults: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        whole = {}
        # In this process first, so that all is loaded when root's rights are given up.
        for command in COMMANDS:
            with contextlib.redirect_stdout(io.StringIO()):
                program(Folder(top / "run", cards[0]).arguments(command))
        for number, content in enumerate(cards):
            for command in COMMANDS:
                folder = Folder(top / "run", content)
                code, told = run(folder, command, lambda: None, 0.0)
                if code:
                    raise SystemExit(f"unharmed, and yet {code}: {command}: {told}")
                whole[number, command] = folder.out.read_bytes() if folder.out.exists() else b""
        for each in range(given.count):
            wrong = one(top / "run", cards, whole, chance)
            if wrong:
                faults[wrong] += 1
                print(f"{each}: {wrong}", flush=True)
    found = {"files": given.count, "seed": given.seed, "wrong": faults.total()}
    MEASURED.mkdir(exist_ok=True)
    (MEASURED / "soak.json").write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    print(json.dumps(found))
    return bool(faults)


if __name__ == "__main__":
    raise SystemExit(main())
