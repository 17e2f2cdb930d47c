"""What a look at a program's text finds: comfort for whoever wrote it, not the boundary.

Rules of this file: nothing is executed; a remark says what to change. What a program can reach is
decided by the sandbox, and what it means by its proof.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

from backend.codegen.syntax import read_python
from backend.contracts.plan import Plan

MODULES = frozenset({
    "__future__", "calendar", "collections", "datetime", "decimal", "difflib", "fractions",
    "functools", "ipaddress", "itertools", "json", "math", "numpy", "operator", "pandas", "re",
    "statistics", "string", "typing", "unicodedata", "uuid", "zoneinfo",
})  # fmt: skip
"""What a program may import. Of these only pandas (with numpy) is no part of Python."""

_CLOCK = frozenset({"now", "today", "utcnow", "time_ns", "localtime", "gmtime"})
_CHANCE = frozenset({"random", "sample", "shuffle", "choice", "default_rng", "uuid1", "uuid4"})
_FILES = frozenset({
    "to_csv", "to_excel", "to_json", "to_parquet", "to_pickle", "to_sql", "to_feather", "to_hdf",
    "read_csv", "read_excel", "read_json", "read_parquet", "read_pickle", "read_sql", "read_table",
    "read_html", "read_xml", "read_feather", "read_hdf", "read_clipboard", "fromfile", "loadtxt",
    "genfromtxt",
})  # fmt: skip
_BUILT_IN = frozenset({
    "exec", "eval", "compile", "__import__", "open", "input", "globals", "vars", "breakpoint",
    "setattr", "delattr",
})  # fmt: skip
_FRAMES = frozenset({"DataFrame", "Series", "from_dict", "from_records"})
_AT_TOP = (ast.FunctionDef, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
_BROAD = frozenset({"Exception", "BaseException"})
MOST_LITERALS = 3
"""Constants in a column that a program spells out; more look like data."""


class Remark(NamedTuple):
    """One thing to change; ``line`` counts from 1."""

    code: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.text}"


def lint(source: str, plan: Plan) -> tuple[Remark, ...]:
    """All remarks on a program of this plan, in the order of its lines."""
    try:
        tree = read_python(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        return (Remark("syntax", line, f"this is not Python: {error}"),)
    found = [*_signature(tree, plan), *_tables(tree, plan)]
    for node in ast.walk(tree):
        for look in _LOOKS:
            found += look(node)
    return tuple(sorted(set(found), key=lambda remark: (remark.line, remark.code)))


def _signature(tree: ast.Module, plan: Plan) -> Iterator[Remark]:
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    check = functions.get("check")
    if check is None:
        yield Remark("no-check", 1, "define check(tables) at the top level")
        return
    for function in filter(None, (check, functions.get("scope"))):
        taken = [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]
        allowed = {"tables", *plan.parameters}
        if not taken or taken[0] != "tables" or set(taken) - allowed:
            wanted = ", ".join(["tables", *(["*"] if plan.parameters else []), *plan.parameters])
            text = f"{function.name} takes ({wanted}) and nothing else"
            yield Remark("signature", function.lineno, text)
    for node in tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_text and not isinstance(node, _AT_TOP):
            text = "only imports, constants and functions stand at the top level"
            yield Remark("top-level", node.lineno, text)


def _tables(tree: ast.Module, plan: Plan) -> Iterator[Remark]:
    read = {}
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=ast.Name(id="tables"), slice=ast.Constant(value=str(name))):
                read[name] = node.lineno
    for name in plan.tables:
        if name not in read:
            yield Remark("table-not-read", 1, f"read tables[{name!r}]: the rule is about it")
    for name, line in read.items():
        if name not in plan.tables:
            yield Remark("other-table", line, f"the plan names no table {name!r}")


def _imports(node: ast.AST) -> Iterator[Remark]:
    names: list[str] = []
    match node:
        case ast.Import():
            names = [each.name for each in node.names]
        case ast.ImportFrom():
            names = [node.module or "."]
    for name in names:
        if name.partition(".")[0] not in MODULES:
            line = getattr(node, "lineno", 1)
            yield Remark("import", line, f"{name} is not to be had; pandas and numpy are")


def _calls(node: ast.AST) -> Iterator[Remark]:
    if not isinstance(node, ast.Call):
        return
    name = _called(node)
    is_method = isinstance(node.func, ast.Attribute)
    if name in _CLOCK or (name == "time" and _owner(node) == "time"):
        yield Remark("clock", node.lineno, "there is no clock: today is the parameter as_of")
    elif is_method and name in _CHANCE:
        yield Remark("randomness", node.lineno, f"{name}() is chance: the same data must give the "
                     "same rows")  # fmt: skip
    elif is_method and name in _FILES:
        yield Remark("file", node.lineno, f"{name}() needs a file: all data is in tables")
    elif not is_method and name in _BUILT_IN:
        yield Remark("built-in", node.lineno, f"{name}() has no place in a program")


def _literal_data(node: ast.AST) -> Iterator[Remark]:
    if not isinstance(node, ast.Call) or _called(node) not in _FRAMES:
        return
    given = [*node.args[:1], *(each.value for each in node.keywords if each.arg == "data")]
    if any(_constants(value) > MOST_LITERALS for value in given):
        text = "these literals stand in for data: read the rows from tables"
        yield Remark("literal-data", node.lineno, text)


def _constants(node: ast.AST) -> int:
    """How many constants a literal spells out; none where it computes anything."""
    match node:
        case ast.Dict():
            return sum(map(_constants, node.values))
        case ast.List() | ast.Tuple():
            return sum(map(_constants, node.elts))
        case ast.Constant():
            return 1
    return 0


def _swallowed(node: ast.AST) -> Iterator[Remark]:
    if not isinstance(node, ast.ExceptHandler):
        return
    is_broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id in _BROAD)
    if is_broad:
        yield Remark("swallowed", node.lineno, "let errors out: a hidden one is a silent pass")


def _cut_short(node: ast.AST) -> Iterator[Remark]:
    match node:
        case ast.Call(func=ast.Attribute(attr="head" | "tail")):
            yield Remark("cut", node.lineno, f"{_called(node)}() leaves rows out; judge all of "
                         "them, and sort and drop_duplicates for the first of each")  # fmt: skip


_LOOKS: tuple[Callable[[ast.AST], Iterator[Remark]], ...] = (
    _imports,
    _calls,
    _literal_data,
    _swallowed,
    _cut_short,
)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _owner(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(value=ast.Name(id=name)):
            return name
    return ""
