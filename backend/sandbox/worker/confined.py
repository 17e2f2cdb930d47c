"""Which programs may share a process: those that cannot reach beyond their own result.

A program is confined when every part of its text is on a list of what leaves no trace
(`vocabulary.py`). The list is of what is allowed: what is not known is not confined, and runs in
a process of its own. Nothing is executed to find out.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from typing import Any

from backend.sandbox.worker import vocabulary as words

OF_PYTHON = frozenset(dir(builtins))
LONGEST = 50_000
"""Characters of a program that is looked at."""
NOT_GIVEN = OF_PYTHON | words.MODULES.keys()
"""Names that a program may not give to anything: they mean what they mean."""


def read_confined(source: str) -> ast.Module | None:
    """The program as a tree; None where it is not confined, or is not Python."""
    if len(source) > LONGEST:
        return None
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return tree if _Reader().allows(tree) else None


class _Reader:
    """Looks at each part of one program, those that hold others first."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._named: set[str] = set()
        self._called: set[int] = set()
        self._bases: set[int] = set()

    def allows(self, tree: ast.Module) -> bool:
        for node in ast.walk(tree):
            kind = type(node)
            look = _LOOKS.get(kind)
            if kind not in words.PLAIN if look is None else not look(self, node):
                return False
        is_clear = not self._given & NOT_GIVEN and not any("__" in name for name in self._given)
        return is_clear and self._named <= self._given | words.BUILTINS

    def name(self, node: ast.Name) -> bool:
        """A module is named only where something is taken of it: no program can hold it."""
        if isinstance(node.ctx, ast.Store):
            self._given.add(node.id)
        elif node.id not in words.MODULES:
            self._named.add(node.id)
        elif id(node) not in self._bases:
            return False
        return not isinstance(node.ctx, ast.Del)

    def attribute(self, node: ast.Attribute) -> bool:
        if not isinstance(node.ctx, ast.Load):
            return False
        if isinstance(node.value, ast.Name) and node.value.id in words.MODULES:
            self._bases.add(id(node.value))
            is_known = node.attr in words.MODULES[node.value.id]
            return node.attr in words.CONSTANTS or (is_known and id(node) in self._called)
        is_method = node.attr in words.METHODS or node.attr in words.BY_NAME
        return node.attr in words.PROPERTIES or (is_method and id(node) in self._called)

    def subscript(self, node: ast.Subscript) -> bool:
        """Nothing is given a value but a name."""
        return isinstance(node.ctx, ast.Load)

    def call(self, node: ast.Call) -> bool:
        self._called.add(id(node.func))
        if not isinstance(node.func, ast.Attribute):
            return all(keyword.arg is not None for keyword in node.keywords)
        if node.func.attr in words.BY_NAME:
            return _tells_functions(node)
        return all(_is_keyword(keyword, node.func.attr) for keyword in node.keywords)

    def function(self, node: ast.FunctionDef) -> bool:
        self._given.add(node.name)
        self._may_stand(node.returns)
        return not node.decorator_list

    def argument(self, node: ast.arg) -> bool:
        self._given.add(node.arg)
        self._may_stand(node.annotation)
        return True

    def _may_stand(self, annotation: ast.expr | None) -> None:
        """A class that is only named beside a name is held by nobody."""
        if annotation is not None:
            self._called.update(map(id, ast.walk(annotation)))

    def imports(self, node: ast.Import) -> bool:
        return all((alias.name, alias.asname) in words.IMPORTS for alias in node.names)


_LOOKS: dict[type[ast.AST], Callable[[_Reader, Any], bool]] = {
    ast.Name: _Reader.name,
    ast.Attribute: _Reader.attribute,
    ast.Subscript: _Reader.subscript,
    ast.Call: _Reader.call,
    ast.FunctionDef: _Reader.function,
    ast.arg: _Reader.argument,
    ast.Import: _Reader.imports,
}


def _is_keyword(keyword: ast.keyword, method: str) -> bool:
    return method in words.NAMES_COLUMNS or keyword.arg in words.KEYWORDS


def _tells_functions(call: ast.Call) -> bool:
    """Whether all that a method is told is functions: by names that are known, or written there."""
    if call.keywords:
        return not call.args and all(_tells_one(_second(keyword)) for keyword in call.keywords)
    return len(call.args) == 1 and _tells_one(call.args[0])


def _second(keyword: ast.keyword) -> ast.expr | None:
    """The function of ``agg(mean=("column", "mean"))``."""
    match keyword:
        case ast.keyword(arg=str(), value=ast.Tuple(elts=[ast.Constant(), function])):
            return function
    return None


def _tells_one(told: ast.expr | None) -> bool:
    match told:
        case ast.Constant(value=str(name)):
            return name in words.FUNCTIONS
        case ast.List(elts=several):
            return all(map(_tells_one, several))
        case ast.Dict(keys=columns, values=several):
            return all(columns) and all(map(_tells_one, several))
    return isinstance(told, ast.Lambda)
