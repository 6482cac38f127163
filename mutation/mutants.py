"""What can be changed in the source, one place at a time: cosmic-ray's operators, chosen."""

from __future__ import annotations

import ast
import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "councilperf"
ROOMS = ("rules", "assessment", "periods", "benchmarking", "spc", "formats")

_CAUGHT = "core/ExceptionReplacer"
#: Of cosmic-ray's operators those that change an answer. It would also turn `is` into `==`, and
#: every sign of arithmetic into each of the ten others, which asks the same question ten times.
OPERATORS = (
    *(
        f"core/ReplaceComparisonOperator_{pair}"
        for pair in (
            *("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt"),
            *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
        )
    ),
    *(
        f"core/ReplaceBinaryOperator_{pair}"
        for pair in (
            *("Add_Sub", "Sub_Add", "Mul_FloorDiv", "Div_Mul", "FloorDiv_Mul", "Mod_FloorDiv"),
            *("Pow_Mul", "BitOr_BitAnd", "BitAnd_BitOr", "LShift_RShift", "RShift_LShift"),
        )
    ),
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_Delete_USub",
    "core/AddNot",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/NumberReplacer",
    "core/ZeroIterationForLoop",
    _CAUGHT,
)


class Mutant(NamedTuple):
    """One change: which operator, at which of the places in a module that it could change."""

    module: str
    operator: str
    occurrence: int
    line: int
    column: int
    last_line: int

    @property
    def path(self) -> Path:
        """The file that is changed."""
        return PACKAGE.parent / (self.module.replace(".", "/") + ".py")

    @property
    def is_in_function(self) -> bool:
        """Whether it changes what a call does, not what is made when the module is imported."""
        return any(first <= self.line <= last for first, last in _bodies(self.path))

    def source(self) -> str:
        """Return the whole module, changed."""
        operator = cosmic_ray.plugins.get_operator(self.operator)()
        changed = mutate_code(self.path.read_text("utf-8"), operator, self.occurrence)
        assert changed is not None
        return str(changed)

    def change(self) -> tuple[str, str]:
        """Return the line before and after."""
        before = self.path.read_text("utf-8").splitlines()
        after = self.source().splitlines()
        index = next(
            (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
            self.line - 1,
        )
        return before[index].strip(), after[index].strip()


def all_mutants() -> list[Mutant]:
    """Return every change to the rooms, in order."""
    return [
        mutant
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if path.name != "__init__.py"
        for mutant in _mutants_of(path)
    ]


def sample(count: int, seed: int) -> list[Mutant]:
    """Return that many of them at random, the same ones for the same source and seed."""
    mutants = all_mutants()
    return random.Random(seed).sample(mutants, min(count, len(mutants)))  # noqa: S311 (no secret)


@cache
def _bodies(path: Path) -> list[tuple[int, int]]:
    """Return the lines of all functions of a module, without their heads."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        (node.body[0].lineno, node.end_lineno or 0)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]


def _mutants_of(path: Path) -> list[Mutant]:
    text = path.read_text("utf-8")
    left_out = _left_out(ast.parse(text))
    nodes = list(ast_nodes(get_ast(text)))
    module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    mutants = []
    for name in OPERATORS:
        operator = cosmic_ray.plugins.get_operator(name)()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        mutants += [
            Mutant(module, name, at, start[0], start[1], end[0])
            for at, (start, end) in enumerate(places)
            if not any(first <= start < last for first, last in left_out)
        ]
    return [each for each in mutants if each.operator != _CAUGHT or _can_be_made(each)]


def _can_be_made(mutant: Mutant) -> bool:
    """Say whether cosmic-ray can replace what is caught: not where it is named by its module."""
    try:
        mutant.source()
    except AttributeError:
        return False
    return True


def _left_out(tree: ast.Module) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the stretches in which a change changes no answer.

    Annotations, which nothing reads; what is raised with its message; formatted text; blocks for
    type checkers.
    """
    found: list[ast.AST | None] = []
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef():
                found += [node.returns, *node.decorator_list]
            case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
                found.append(node)
            case ast.arg() | ast.AnnAssign():
                found.append(node.annotation)
            case ast.Raise():
                found.append(node.exc)
            case ast.JoinedStr():
                found.append(node)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                found.append(node)
            case ast.Assign(targets=[ast.Name(id=name)]) if name.endswith("Input"):
                found.append(node)
            case _:
                pass
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0))
        for node in found
        if isinstance(node, ast.expr | ast.stmt)
    ]
