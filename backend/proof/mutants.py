"""The program with one deliberate fault each.

The faults are those of a hurried author (DeMillo, Lipton and Sayward 1978); what each is, is told
in `mutant_operators`. Nothing here runs a program.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from backend.codegen.syntax import read_python
from backend.proof.mutant_operators import Change, changes

MEANING = ("check", "scope")
"""The functions that say what the rule means; named formats beside them have their own tests."""


class Variant(NamedTuple):
    """A mutant: its source, what is wrong with it, on which line of the program, and in which
    function."""

    source: str
    fault: str
    line: int
    function: str
    was: str
    """The expression that was changed."""
    now: str
    span: tuple[int, int, int | None, int | None]
    """Where it stands: line and column, to line and column."""
    asked: str = ""
    """The method that is asked of the changed expression, where one is."""


class Site(NamedTuple):
    """A place in a tree where an expression stands."""

    holder: ast.AST
    field: str
    place: int | None
    node: ast.expr

    def put(self, node: ast.expr) -> None:
        """Let another expression stand here."""
        if self.place is None:
            setattr(self.holder, self.field, node)
        else:
            getattr(self.holder, self.field)[self.place] = node


def mutants(source: str, functions: tuple[str, ...] = MEANING) -> tuple[Variant, ...]:
    """All mutants of a program, in the order of its lines, each source once.

    ``functions`` are those that are mutated; none means all.

    Raises:
        SyntaxError: the source is no Python.
    """
    body = read_python(source).body
    parts = [ast.unparse(node) for node in body]
    seen = {_join(parts)}
    found = []
    for place, function in enumerate(body):
        if not isinstance(function, ast.FunctionDef):
            continue
        if functions and function.name not in functions:
            continue
        for variant in _of_function(parts, place, function):
            if variant.source not in seen:
                seen.add(variant.source)
                found.append(variant)
    return tuple(found)


def _of_function(parts: list[str], place: int, function: ast.FunctionDef) -> Iterator[Variant]:
    names = _names(function)
    for site in list(_sites(function)):
        for change in changes(site.node, site.holder, names):
            site.put(change.node)
            text = _join([*parts[:place], ast.unparse(function), *parts[place + 1 :]])
            site.put(site.node)
            yield _variant(text, function, site, change)


def _join(parts: list[str]) -> str:
    return "\n\n\n".join(parts) + "\n"


def _variant(text: str, function: ast.FunctionDef, site: Site, change: Change) -> Variant:
    was, now = ast.unparse(site.node), ast.unparse(change.node)
    node = site.node
    span = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
    asked = site.holder.attr if isinstance(site.holder, ast.Attribute) else ""
    return Variant(text, change.fault, node.lineno, function.name, was, now, span, asked)


def _sites(function: ast.FunctionDef) -> Iterator[Site]:
    for statement in function.body:
        for holder in ast.walk(statement):
            for field, value in ast.iter_fields(holder):
                if isinstance(value, ast.expr):
                    yield Site(holder, field, None, value)
                elif isinstance(value, list):
                    for place, item in enumerate(value):
                        if isinstance(item, ast.expr):
                            yield Site(holder, field, place, item)


def _names(function: ast.FunctionDef) -> dict[str, list[str]]:
    """Of each frame the columns that the function reads by name; of ``tables`` the tables."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(function):
        match node:
            case ast.Subscript(value=ast.Name(id=frame), slice=ast.Constant(value=str(name))):
                if name not in found.setdefault(frame, []):
                    found[frame].append(name)
            case _:
                pass
    return found
