"""The command line: parse, open files, call, print."""

from councilperf.cli._main import main

__all__ = [
    "main",
]
