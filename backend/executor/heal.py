"""Remedies for a program that failed, before any model is asked: a name, a type.

Rules of this file: a remedy is taken only where it is the one that fits; it changes the fewest
characters that cure the error; the healed program is tried and proven like any other.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.codegen.syntax import read_python
from backend.contracts.plan import ColumnRead, Plan
from backend.contracts.schema import ColumnType, Schema

CLOSE = 0.75
"""`difflib` ratio from which a name counts as another's misspelling."""

_KEY = re.compile(r"KeyError: .*?(['\"])(?P<key>.+?)\1")
_LINE = re.compile(r"\(line (\d+)\)")
_NO_DATES = "Can only use .dt accessor"
_NOT_COMPARED = re.compile(
    r"TypeError: .*(not supported between|Invalid comparison|unsupported operand|"
    r"Cannot compare|cannot (perform|do))"
)


class Remedy(NamedTuple):
    """The program with one fault cured, and what was done, in words."""

    source: str
    what: str


class _Edit(NamedTuple):
    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def remedy(source: str, error: str, plan: Plan, schema: Schema) -> Remedy | None:
    """The one remedy that fits this error, if there is one.

    ``error`` is the sandbox's line on it (``KeyError: 'usr_id' (line 9)``).
    """
    key = _KEY.search(error)
    if key is not None:
        return _rename(source, key["key"], plan, schema)
    line = _LINE.search(error)
    if line is None or not (_NO_DATES in error or _NOT_COMPARED.search(error)):
        return None
    return _convert(source, int(line[1]), plan)


def _rename(source: str, key: str, plan: Plan, schema: Schema) -> Remedy | None:
    """A name that no table has is spelled as the only one that it resembles."""
    known = [schema.tables[name] for name in plan.tables if name in schema.tables]
    columns = {column for table in known for column in table.column_names}
    if key in columns or key in plan.tables:
        return None
    as_table = list(_tables_called(source, key))
    meant = nearest(key, sorted(plan.tables if as_table else columns))
    if meant is None:
        return None
    edits = [_replaced(node, repr(meant)) for node in as_table or _constants(source, key)]
    if not edits:
        return None
    return Remedy(_apply(source, edits), f"{key!r} is spelled {meant!r}")


def _tables_called(source: str, key: str) -> Iterator[ast.Constant]:
    for node in ast.walk(read_python(source)):
        match node:
            case ast.Subscript(
                value=ast.Name(id="tables"), slice=ast.Constant(value=value) as name
            ):
                if value == key:
                    yield name


def nearest(word: str, names: Sequence[str]) -> str | None:
    """The one name that a word surely means: equal but for case and blanks, or close alone."""
    same = [name for name in names if _plain(name) == _plain(word)]
    close = same or difflib.get_close_matches(word, names, n=2, cutoff=CLOSE)
    return close[0] if len(close) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _constants(source: str, value: str) -> Iterator[ast.Constant]:
    for node in ast.walk(read_python(source)):
        if isinstance(node, ast.Constant) and node.value == value:
            yield node


def _convert(source: str, line: int, plan: Plan) -> Remedy | None:
    """Columns of this line that hold numbers or dates are read as what they hold."""
    reads = {read.column: read for read in plan.columns_read}
    edits, told = [], []
    for node in _columns_on(source, line):
        read = reads.get(_column(node))
        wanted = _conversion(read) if read else None
        if read is None or wanted is None:
            continue
        text = ast.get_source_segment(source, node) or ""
        edits.append(_replaced(node, wanted.format(text)))
        told.append(f"{read.column!r} as {read.mostly or read.type}")
    if not edits:
        return None
    return Remedy(_apply(source, edits), f"line {line} reads {' and '.join(told)}")


def _columns_on(source: str, line: int) -> Iterator[ast.Subscript]:
    """The columns taken on a line that are not converted there already."""
    tree = read_python(source)
    converted = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _ends(node.func) in ("to_numeric", "to_datetime")
        for argument in node.args
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Subscript) or id(node) in converted or not _column(node):
            continue
        if node.lineno <= line <= (node.end_lineno or node.lineno):
            yield node


def _column(node: ast.Subscript) -> str:
    match node:
        case ast.Subscript(value=ast.Name(id="tables")):
            return ""
        case ast.Subscript(slice=ast.Constant(value=str(name)), ctx=ast.Load()):
            return name
    return ""


def _ends(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _conversion(read: ColumnRead) -> str | None:
    match read.mostly or read.type:
        case ColumnType.INTEGER | ColumnType.NUMBER:
            return 'pd.to_numeric({}, errors="coerce")'
        case ColumnType.DATE:
            form = f", format={read.date_format!r}" if read.date_format else ""
            return "pd.to_datetime({}" + form.replace("{", "{{") + ', errors="coerce")'
    return None


def _replaced(node: ast.expr, text: str) -> _Edit:
    end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return _Edit((node.lineno, node.col_offset), end, text)


def _apply(source: str, edits: Sequence[_Edit]) -> str:
    """Make all edits, the last place first; offsets of the tree count bytes of UTF-8."""
    lines = source.splitlines(keepends=True)
    for edit in sorted(edits, reverse=True):
        (first, start), (last, end) = edit.start, edit.end
        before = lines[first - 1].encode()[:start].decode()
        after = lines[last - 1].encode()[end:].decode()
        lines[first - 1 : last] = [before + edit.text + after]
    return "".join(lines)
