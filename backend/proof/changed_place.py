"""The place in a program at which a mutant differs from it, and what is known around it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from backend.codegen.syntax import read_expression
from backend.proof.mutants import Variant


class Place(NamedTuple):
    """The changed expression where it stood: what holds it, innermost first, and its function."""

    node: ast.expr
    around: tuple[ast.AST, ...]
    function: ast.FunctionDef
    tree: ast.Module
    now: ast.expr
    numeric: frozenset[str]
    """Columns of the judged table that were compiled as numbers."""
    whole: frozenset[str]
    """Those of them that were compiled as whole numbers."""


def find_place(
    variant: Variant, tree: ast.Module, numeric: frozenset[str], whole: frozenset[str]
) -> Place | None:
    """Where a mutant differs from the program with this tree; None where it is not found."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name == variant.function:
            for around in _paths(function, ()):
                node = around[0]
                if _span(node) == variant.span and ast.unparse(node) == variant.was:
                    now = read_expression(variant.now)
                    return Place(node, around[1:], function, tree, now, numeric, whole)  # type: ignore[arg-type]
    return None


def _paths(node: ast.AST, above: tuple[ast.AST, ...]) -> Iterator[tuple[ast.AST, ...]]:
    here = (node, *above)
    yield here
    for child in ast.iter_child_nodes(node):
        yield from _paths(child, here)


def _span(node: ast.AST) -> tuple[int | None, ...]:
    names = ("lineno", "col_offset", "end_lineno", "end_col_offset")
    return tuple(getattr(node, name, None) for name in names)
