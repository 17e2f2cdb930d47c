"""A check as a script that needs nothing but pandas."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import black

from backend.codegen.code import Code, call, literal, mapping, name
from backend.codegen.syntax import read_python
from backend.contracts.check import Check, Scalar
from backend.contracts.plan import Grain
from backend.contracts.program import Program
from backend.contracts.schema import ColumnType, Schema, TableSnapshot

_PART = Path(__file__).with_name("script.py")
_PANDAS = "import pandas as pd\n"


def write_script(program: Program, check: Check, schema: Schema, *, data: str) -> str:
    """The program with what it takes to run it over a folder; ``data`` is the default folder."""
    part = _PART.read_text("utf-8")
    imports, body = _split(part)
    sources = mapping((table, _source(schema.tables[table])) for table in program.tables)
    has_scope = any(
        isinstance(node, ast.FunctionDef) and node.name == "scope"
        for node in read_python(program.source).body
    )
    start = call(
        "run_script",
        name("check"),
        name("scope") if has_scope else literal(None),
        sources=sources,
        flagged_table=literal(program.table),
        by_rows=literal(program.grain is Grain.ROWS),
        parameters=_parameters(program, check.params),
        data=literal(data),
    )
    page = program.source.replace(_PANDAS, imports, 1)
    ending = f'if __name__ == "__main__":\n    sys.exit({start.text})\n'
    return black.format_str(f"{page}\n\n{body}\n\n{ending}", mode=black.Mode(line_length=100))


def _split(source: str) -> tuple[str, str]:
    """The imports of a module, and what follows them."""
    lines = source.splitlines(keepends=True)
    nodes = [n for n in read_python(source).body if isinstance(n, ast.Import | ast.ImportFrom)]
    first, last = nodes[0].lineno - 1, nodes[-1].end_lineno
    return "".join(lines[first:last]), "".join(lines[last:])


def _source(snapshot: TableSnapshot) -> Code:
    def of(kind: ColumnType) -> Code:
        return literal([column.name for column in snapshot.columns if column.type is kind])

    return call(
        "Source",
        file=literal(snapshot.file),
        sheet=literal(snapshot.sheet or ""),
        encoding=literal(snapshot.encoding),
        delimiter=literal(snapshot.delimiter),
        integers=of(ColumnType.INTEGER),
        numbers=of(ColumnType.NUMBER),
    )


def _parameters(program: Program, params: Mapping[str, Scalar]) -> Code:
    return mapping((each, literal(params.get(each))) for each in program.parameters)
