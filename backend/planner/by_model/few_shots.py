"""The examples of the rule kinds as the model sees them: a sentence, its tables, its rule.

The rules are what the offline compiler makes of the sentences, so the prompt cannot drift from
the compiler; nothing touches a disk.
"""

from __future__ import annotations

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.history import is_history
from backend.contracts.schema import FileStat, Schema, TableSnapshot
from backend.planner.by_model.notation import compact_json
from backend.planner.by_model.privacy import type_of
from backend.planner.offline.planner import OfflinePlanner
from backend.rules.catalog import read_rule
from backend.rules.rule import Example, Kind
from backend.store.text import csv_text, to_bytes
from backend.tables.reading import Reading, read_tables

_NOWHERE = FileStat(size=0, mtime_ns=0, ctime_ns=0, inode=0, seen_ns=0)


def few_shots(kind: Kind) -> str:
    """Every example of a kind, one after the other, in the kind's order."""
    return "\n".join(_few_shot(kind, example) for example in kind.examples)


def _few_shot(kind: Kind, example: Example) -> str:
    schema = schema_of(example)
    check = Check(
        check_id=kind.name,
        check_name=example.name,
        target_table=tuple(schema.tables),
        calculation_hint=example.sentence,
    )
    rule = read_rule(OfflinePlanner().plan(check, schema).rule)
    tables = "; ".join(_header(table) for table in schema.tables.values())
    return f'Sentence: "{example.sentence}" over {tables}\nRule: {compact_json(rule)}'


def _header(table: TableSnapshot) -> str:
    columns = ", ".join(f"{column.name}: {type_of(column)}" for column in table.columns)
    return f"{table.table} ({columns})"


def schema_of(example: Example) -> Schema:
    """The tiny tables of an example, typed as files would be; what runs left is none of them.

    Raises:
        PlanError: ``bad-example``: they cannot be read as tables.
    """
    files = {name: rows for name, rows in example.tables.items() if not is_history(name)}
    return Schema(tables={name: _snapshot(name, rows) for name, rows in files.items()})


def _snapshot(table: str, rows: tuple[tuple[object, ...], ...]) -> TableSnapshot:
    cells = ([None if cell is None else str(cell) for cell in row] for row in rows)
    file = f"{table}.csv"
    [reading] = read_tables(to_bytes(csv_text(cells)), file=file)
    if not isinstance(reading, Reading):
        raise PlanError(f"An example of the rule kinds is no table: {reading.message}")
    return TableSnapshot(
        table=table,
        file=file,
        fingerprint="",
        content_hash="",
        stat=_NOWHERE,
        rows=reading.rows,
        columns=tuple(column.facts for column in reading.columns),
    )
