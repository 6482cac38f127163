"""Write the lazy front `src/councilperf/__init__.py` from the rooms' own `__all__`.

    python .ci/front.py            writes it
    python .ci/front.py --check    says whether it is up to date

A name is offered at the top because its room offers it: nobody keeps two lists. The choice that is
ours to make stands below: which rooms, and which of their names stay in the room.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from textwrap import fill, indent

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "councilperf"
FRONT = PACKAGE / "__init__.py"

ROOMS = (
    "errors",
    "periods",
    "values",
    "model",
    "rules",
    "assessment",
    "benchmarking",
    "spc",
    "assurance",
    "tables",
    "formats",
    "render",
    "charts",
)
#: Rooms offered as a whole, by their own name.
MODULES = ("presets",)
#: Names that other rooms build on and that would say too little outside their own.
KEPT_IN_ROOM = {
    "periods": """
        PeriodKindWord PeriodStyleWord from_period_index to_period_index
    """,
    "values": """
        add exact_decimal multiply number_or_missing scaled_integers shown_decimals subtract
        terminating_decimal
    """,
    "model": """
        Aim ObservedValue
    """,
    "rules": """
        Allowance Condition Correction FACTS Reach Side edges_of figures_of subjects_of
    """,
    "assessment": """
        Axis CrossCount JudgedValue Key KeyLine LevelCount Measure RankedLevel Threshold
        UnratedCount comparable_observations find_given
    """,
    "benchmarking": """
        AverageMethod COUNCILPERF_BENCHMARK_1 Comparison GroupAverage GroupFigures GroupKind
        MedianDistance QuantileMethod QuartileEdge RelativeTravel Standing Ties
    """,
    "spc": """
        Assurance Gap ProcessLimits Rebase Screening Segment Signal Variation XmrPoint
        outside_limits runs sides trends two_in_three
    """,
    "assurance": """
        Change ChangeKind CheckFunction CountTable Mismatch Remark Suppression
    """,
    "tables": """
        Block Bullets Cell Column ENGLISH Fact Facts Heading Labels Paragraph WELSH benchmark_cell
        set_out
    """,
    "formats": """
        LIMITS
    """,
    "render": """
        LINES PAGE PALETTE Swatch
    """,
}

TEMPLATE = '''\
"""A typed domain model for UK council performance reporting.

Every name is loaded from its room when it is first used, so a program that uses periods alone
pays for periods alone. This file is written by `.ci/front.py` from the rooms' own `__all__`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
{imports}

    __version__: str

__all__ = [
{names}
]

#: Where each name lives.
_NAMES_BY_ROOM = {{
{rooms}
}}
_ROOM = {{name: room for room, names in _NAMES_BY_ROOM.items() for name in names.split()}}
#: Rooms that are offered as a whole.
_MODULES = {modules}


def __dir__() -> list[str]:
    return __all__.copy()


# Type checkers read the imports above; seeing this too, they would believe any name at all.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name from its room, once."""
        if name in _MODULES:
            return import_module(f"councilperf.{{name}}")
        if name in _ROOM:
            found = getattr(import_module(f"councilperf.{{_ROOM[name]}}"), name)
        elif name == "__version__":
            from importlib.metadata import version

            found = version("councilperf")
        else:
            raise AttributeError(_not_offered(name))
        globals()[name] = found
        return found

    def _not_offered(name: str) -> str:
        """Say that a name is not here, and which names come near it."""
        from difflib import get_close_matches

        near = " or ".join(repr(each) for each in get_close_matches(name, __all__))
        remedy = f"did you mean {{near}}?" if near else "dir(councilperf) lists what there is"
        return f"councilperf offers no {{name!r}}; {{remedy}}"
'''


def offered_by(room: str) -> list[str]:
    """Read the `__all__` of a room without importing it, and leave out what it keeps."""
    module = PACKAGE / room / "__init__.py"
    tree = ast.parse((module if module.exists() else PACKAGE / f"{room}.py").read_text("utf-8"))
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            names = set(ast.literal_eval(statement.value))
            return sorted(names - set(KEPT_IN_ROOM.get(room, "").split()))
    raise SystemExit(f"front.py: the room {room!r} has no __all__")


def front() -> str:
    """Write the whole file as text."""
    rooms = {room: offered_by(room) for room in ROOMS}
    names = sorted([*MODULES, *(name for offered in rooms.values() for name in offered)])
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise SystemExit(f"front.py: offered by two rooms: {', '.join(sorted(twice))}")
    return TEMPLATE.format(
        imports="\n".join(
            [f"    from councilperf import {module} as {module}" for module in MODULES]
            + [f"    from councilperf.{room} import *" for room in sorted(rooms)]
        ),
        names="\n".join(f'    "{name}",' for name in names),
        rooms="\n".join(
            f'    "{room}": """\n{indent(fill(" ".join(offered), 87), " " * 8)}\n    """,'
            for room, offered in rooms.items()
        ),
        modules=repr(MODULES).replace("'", '"'),
    )


def main(arguments: list[str]) -> None:
    """Write the front, or check that it stands as it would be written."""
    text = front()
    if arguments == ["--check"]:
        if FRONT.read_text("utf-8") != text:
            raise SystemExit("the lazy front is out of date: run `python .ci/front.py`")
    else:
        FRONT.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
