"""Which programs may share a process: those that cannot reach beyond their own result.

A program is confined when every part of its text is on a list of what leaves no trace
(`vocabulary.py`). The list is of what is allowed: what is not known is not confined, and runs in
a process of its own. Nothing is executed to find out.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any, NamedTuple

from backend.sandbox.worker import vocabulary as words

OF_PYTHON = frozenset(dir(builtins))
LONGEST = 50_000
"""Characters of a program that is looked at."""
NOT_GIVEN = OF_PYTHON | words.MODULES.keys()
"""Names that a program may not give to anything: they mean what they mean."""
NAMELESS = "<program>"
"""What stands for the file in code that several programs have alike."""
_FUNCTION = re.compile(r"\n(?=def )")
_DOCSTRING = re.compile(r'"""((?:[^"\\\x00\ud800-\udfff]|"(?!""))*)"""(?=\n)')
"""A text that a module begins with, and that is nothing but that."""
_NUMBER = re.compile(r"(?<![\w.])[0-9]+(?![\w.])")


class Names(NamedTuple):
    """What some statements, each of them allowed, give and name."""

    given: frozenset[str]
    """What they give to something: functions, arguments, variables."""
    named: frozenset[str]
    """What they name and do not have to give."""


class Part(NamedTuple):
    """Some statements of a program, each of them allowed: their code, and what they name."""

    code: CodeType
    names: Names


class Known(NamedTuple):
    """What was read of other programs; None for what is not allowed."""

    parts: dict[tuple[int, str], Part | None]
    """By the lines before them and their text."""
    shapes: dict[str, Names | None]
    """By their text with other numbers in it."""

    @classmethod
    def nothing(cls) -> Known:
        """Nothing is read yet."""
        return cls({}, {})


def read_confined(source: str, known: Known | None = None) -> list[Part] | None:
    """The program in parts, one for each function; None where it is not confined, or no Python.

    ``known`` are the parts of other programs: what many have alike is read once.
    """
    if len(source) > LONGEST:
        return None
    known = Known.nothing() if known is None else known
    parts, line = [], 0
    for text in [source] if "\r" in source else _FUNCTION.split(_without_docstring(source)):
        where = (line, text)
        if where not in known.parts:
            known.parts[where] = _read_part(line, text, known)
        part = known.parts[where]
        if part is None:
            return None
        parts.append(part)
        line += text.count("\n") + 1
    return parts if _is_clear(parts) else None


def _without_docstring(source: str) -> str:
    """The same program, line by line, without what it tells its reader: that is its own."""
    found = _DOCSTRING.match(source)
    return source if found is None else "\n" * found[1].count("\n") + source[found.end() :]


def _read_part(line: int, text: str, known: Known) -> Part | None:
    """Statements that begin after so many lines.

    A text that is cut where a line begins with ``def`` is either cut between statements, or no
    Python before the cut: an open bracket, text or block ends with its part.
    """
    shape = _shape(text)
    if shape not in known.shapes:
        known.shapes[shape] = _read_names(shape)
    names = known.shapes[shape]
    if names is None:
        return None
    try:
        code = compile("\n" * line + text + "\n", NAMELESS, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return Part(code, names)


def _shape(text: str) -> str:
    """The text with 0 for each number that stands alone: what is allowed hangs on no number.

    The same is done within texts, where a number is neither a name nor a part of one; where an
    escape could make one of it, the text stays as it is.
    """
    return text if "\\" in text else _NUMBER.sub("0", text)


def _read_names(text: str) -> Names | None:
    """What statements give and name; None where they are not allowed, or no Python."""
    reader = _Reader()
    try:
        if not reader.allows(ast.parse(text + "\n")):
            return None
    except (SyntaxError, ValueError, RecursionError):
        return None
    return Names(frozenset(reader.given), frozenset(reader.named))


def _is_clear(parts: Sequence[Part]) -> bool:
    """Whether the parts together name what they give, or what a program may name."""
    given = frozenset[str]().union(*(part.names.given for part in parts))
    named = frozenset[str]().union(*(part.names.named for part in parts))
    is_own = not given & NOT_GIVEN and not any("__" in name for name in given)
    return is_own and named <= given | words.BUILTINS


class _Reader:
    """Looks at each node of some statements, those that hold others first."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.named: set[str] = set()
        self._called: set[int] = set()
        self._bases: set[int] = set()

    def allows(self, tree: ast.Module) -> bool:
        waiting: list[ast.AST] = [tree]
        for node in waiting:  # it grows as it is read, as `ast.walk` has it
            kind = type(node)
            look = _LOOKS.get(kind)
            if kind not in words.PLAIN if look is None else not look(self, node):
                return False
            for name in kind._fields:
                value = getattr(node, name, None)
                if isinstance(value, list):
                    waiting += filter(_is_part, value)
                elif isinstance(value, ast.AST) and type(value) not in _LEAVES:
                    waiting.append(value)
        return True

    def name(self, node: ast.Name) -> bool:
        """A module is named only where something is taken of it: no program can hold it."""
        if isinstance(node.ctx, ast.Store):
            self.given.add(node.id)
        elif node.id not in words.MODULES:
            self.named.add(node.id)
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
        self.given.add(node.name)
        self._may_stand(node.returns)
        return not node.decorator_list

    def argument(self, node: ast.arg) -> bool:
        self.given.add(node.arg)
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


_LEAVES = frozenset(kind for kind in words.PLAIN if not kind._fields)
"""Parts that hold no others: they are as good wherever they stand."""


def _is_part(value: object) -> bool:
    return isinstance(value, ast.AST)


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
