"""A free-form plan over two small tables, for the tests of what writes and heals programs."""

from __future__ import annotations

from backend.contracts.plan import ColumnRead, Grain, Plan
from backend.contracts.schema import Column, ColumnType, FileStat, Schema, TableSnapshot

COLUMNS = {
    "orders": {
        "order_id": ColumnType.INTEGER,
        "user_id": ColumnType.INTEGER,
        "price": ColumnType.NUMBER,
        "placed_at": ColumnType.DATE,
    },
    "users": {"user_id": ColumnType.INTEGER, "email": ColumnType.TEXT},
}


def plan_of(*tables: str, parameters: tuple[str, ...] = ()) -> Plan:
    chosen = tables or ("orders",)
    return Plan(
        planner="claude@1",
        kind="free-form",
        rule={},
        table=chosen[0],
        tables=chosen,
        grain=Grain.ROWS,
        restatement="Orders that break the rule.",
        columns_read=tuple(_read(table, name) for table in chosen for name in COLUMNS[table]),
        steps=("Look at each order.",),
        parameters=parameters,
    )


def _read(table: str, name: str) -> ColumnRead:
    kind = COLUMNS[table][name]
    dates = "%Y-%m-%d" if kind is ColumnType.DATE else None
    if name == "price":  # a number column with a bad cell
        return ColumnRead(table=table, column=name, type=ColumnType.TEXT, mostly=kind)
    return ColumnRead(table=table, column=name, type=kind, date_format=dates)


def schema_of(*tables: str) -> Schema:
    return Schema(tables={table: _snapshot(table) for table in tables or COLUMNS})


def _snapshot(table: str) -> TableSnapshot:
    columns = tuple(Column(name=name, type=kind) for name, kind in COLUMNS[table].items())
    return TableSnapshot(
        table=table,
        file=f"{table}.csv",
        fingerprint="xxh3:f",
        content_hash="xxh3:c",
        stat=FileStat(size=1, mtime_ns=1, ctime_ns=1, inode=1, seen_ns=1),
        rows=9,
        columns=columns,
    )
