"""The source of tested functions, for programs that carry them along.

A program needs nothing but pandas, so a function that it calls is copied onto its page, together
with the functions and constants that it names and the few imports that are allowed there.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from backend.codegen.syntax import read_python

ALLOWED = frozenset({"datetime", "ipaddress", "json", "re", "xml.parsers"})
"""Modules that a copied function may use: they read no file and open no connection."""

_OURS = __name__.partition(".")[0]
_BUILTINS = frozenset(dir(builtins))
Function = Callable[..., Any]


class Sources(NamedTuple):
    """What a page takes over: import statements, then definitions in an order that runs."""

    imports: tuple[str, ...]
    definitions: tuple[str, ...]


@dataclass(frozen=True)
class _Module:
    """A module's top level by the names that it binds."""

    name: str
    definitions: dict[str, ast.stmt]
    imports: dict[str, ast.Import | ast.ImportFrom]
    lines: list[str]


@dataclass
class _Gathered:
    imports: set[str] = field(default_factory=set)
    definitions: dict[tuple[str, int], str] = field(default_factory=dict)


def sources_of(functions: Iterable[Function]) -> Sources:
    """The source that these functions need; the same functions give the same text.

    Raises:
        ValueError: a function names something that cannot be copied.
    """
    gathered = _Gathered()
    for function in sorted(functions, key=lambda each: (each.__module__, each.__name__)):
        _gather(function.__name__, _module(function.__module__), gathered)
    return Sources(tuple(sorted(gathered.imports)), tuple(gathered.definitions.values()))


def _gather(wanted: str, module: _Module, gathered: _Gathered) -> None:
    """Add a definition after everything that it names."""
    node = module.definitions[wanted]
    key = (module.name, node.lineno)
    if key in gathered.definitions:
        return
    for named in _free_names(node):
        if named == wanted or (named in _BUILTINS and named not in module.definitions):
            continue
        if named in module.definitions:
            _gather(named, module, gathered)
        else:
            _gather_import(named, module, gathered)
    gathered.definitions[key] = "".join(module.lines[node.lineno - 1 : node.end_lineno])


def _gather_import(named: str, module: _Module, gathered: _Gathered) -> None:
    statement = module.imports.get(named)
    if isinstance(statement, ast.ImportFrom) and str(statement.module).partition(".")[0] == _OURS:
        _gather(named, _module(str(statement.module)), gathered)
        return
    if statement is None or _origin(statement, named) not in ALLOWED:
        raise ValueError(f"{module.name}: {named!r} cannot be copied into a program")
    alias = next(a for a in statement.names if (a.asname or a.name) == named)
    one = (
        ast.Import([alias])
        if isinstance(statement, ast.Import)
        else ast.ImportFrom(statement.module, [alias], 0)
    )
    gathered.imports.add(ast.unparse(one))


def _origin(statement: ast.Import | ast.ImportFrom, named: str) -> str:
    if isinstance(statement, ast.ImportFrom):
        return str(statement.module)
    return next(a.name for a in statement.names if (a.asname or a.name) == named)


@lru_cache(maxsize=32)
def _module(name: str) -> _Module:
    source = inspect.getsource(sys.modules[name])
    definitions: dict[str, ast.stmt] = {}
    imports: dict[str, ast.Import | ast.ImportFrom] = {}
    for node in read_python(source).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports |= {alias.asname or alias.name: node for alias in node.names}
        elif isinstance(node, ast.FunctionDef):
            definitions[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            definitions |= {bound: node for bound in _names(node, ast.Store)}
    return _Module(name, definitions, imports, source.splitlines(keepends=True))


def _free_names(node: ast.stmt) -> list[str]:
    """The names that a definition reads and does not bind itself, in order of appearance."""
    arguments = {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}
    inner = {part.name for part in ast.walk(node) if isinstance(part, ast.FunctionDef)}
    bound = arguments | inner | set(_names(node, ast.Store))
    return [each for each in dict.fromkeys(_names(node, ast.Load)) if each not in bound]


def _names(node: ast.stmt, context: type[ast.expr_context]) -> Iterator[str]:
    named = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    for part in sorted(named, key=lambda each: (each.lineno, each.col_offset)):
        if isinstance(part.ctx, context):
            yield part.id
