"""Tiny tables as the agent would type them, and programs run over every way they may arrive.

Cells are written as Python values; they are typed by the agent's own inference from their text.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from typing import Any, NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa

from backend.contracts.plan import ColumnRead, Grain
from backend.contracts.schema import ColumnType
from backend.proof.sql import open_duckdb, read_in_sql
from backend.rules.catalog import kind_of, lower, write_page
from backend.rules.lowering import NotLowered
from backend.rules.rule import Rule
from backend.tables.infer import type_column

Cell = int | float | str | None
Rows = Sequence[Sequence[Cell]]
"""The header first."""
DTYPES = ("as loaded", "int64", "Int64", "float64", "str")


class World(NamedTuple):
    """Tables with the facts a program is compiled for."""

    frames: dict[str, pd.DataFrame]
    facts: dict[tuple[str, str], ColumnRead]
    texts: dict[str, pd.DataFrame]
    """The cells as the file has them."""


class Found(NamedTuple):
    """What a program gives: flagged positions, or failing records, and the number tested."""

    rows: list[int]
    tested: int
    records: list[dict[str, Any]]


def world(**tables: Rows) -> World:
    """Tables typed as the agent types them."""
    return typed({table: columns(rows) for table, rows in tables.items()})


def columns(rows: Rows) -> dict[str, list[str | None]]:
    """Columns of text; None is an empty cell."""
    header, *body = rows
    return {
        str(name): [None if row[place] is None else str(row[place]) for row in body]
        for place, name in enumerate(header)
    }


def typed(tables: Mapping[str, Mapping[str, Sequence[str | None]]]) -> World:
    """A world from columns of text."""
    found = World({}, {}, {})
    for table, cells in tables.items():
        frame, texts = {}, {}
        for name, column in cells.items():
            read = type_column(name, pa.array(column, pa.string()))
            frame[name] = pd.Series(pd.array(read.cells.to_pylist(), dtype=read.dtype))
            texts[name] = pd.Series(column, dtype="str")
            facts = read.facts.model_dump(include={"type", "mostly", "date_format"})
            found.facts[table, name] = ColumnRead(table=table, column=name, **facts)
        found.frames[table], found.texts[table] = pd.DataFrame(frame), pd.DataFrame(texts)
    return found


def arrivals(given: World, dtypes: Iterable[str] = DTYPES) -> Iterator[dict[str, pd.DataFrame]]:
    """The tables with their numeric columns in each dtype that can hold them."""
    seen = set()
    for dtype in dtypes:
        tables = {
            table: pd.DataFrame({name: _arrive(given, table, name, dtype) for name in frame})
            for table, frame in given.frames.items()
        }
        kinds = tuple(str(kind) for frame in tables.values() for kind in frame.dtypes)
        if kinds not in seen:
            seen.add(kinds)
            yield tables


def _arrive(given: World, table: str, name: str, dtype: str) -> pd.Series[Any]:
    loaded = given.frames[table][name]
    kind = given.facts[table, name].type
    if dtype == "as loaded" or kind not in (ColumnType.INTEGER, ColumnType.NUMBER):
        return loaded
    if dtype == "str":
        return given.texts[table][name]
    if dtype == "int64" and loaded.hasnans:
        return loaded
    if dtype in ("int64", "Int64") and kind is not ColumnType.INTEGER:
        return loaded
    return loaded.astype(dtype)


def source_of(rule: Rule, given: World) -> str:
    """The rule's program."""
    return write_page(rule, given.facts, title="T-1 · Test")


def run(source: str, rule: Rule, tables: dict[str, pd.DataFrame], **arguments: object) -> Found:
    """One execution of a program: without a warning, and leaving its tables as they were.

    It is given no column but those that its rule says it touches.
    """
    tables = touched(rule, tables)
    before = {name: frame.copy(deep=True) for name, frame in tables.items()}
    functions: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(source, "<program>", "exec"), functions)
        flagged = functions["check"](tables, **arguments)
        judged = functions.get("scope", lambda given, **_: given[rule.table])(tables, **arguments)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, before[name])
    records = flagged.astype(object).where(flagged.notna(), None).to_dict("records")
    if kind_of(rule).grain(rule) is Grain.ROWS:
        assert set(flagged.index) <= set(judged.index), "a flagged row is not among the tested"
    return Found(sorted(flagged.index.tolist()), len(judged), records)


def touched(rule: Rule, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """What the sandbox gives a program of long tables."""
    if not rule.names_its_columns():
        return tables
    read: dict[str, dict[str, None]] = {}
    for table, column in rule.reads():
        read.setdefault(table, {})[column] = None
    return {name: t[list(read[name])] if name in read else t for name, t in tables.items()}


def found(rule: Rule, given: World, dtypes: Iterable[str] = DTYPES, **arguments: object) -> Found:
    """What the rule's program gives, which is the same for every dtype that may arrive."""
    source = source_of(rule, given)
    results = [run(source, rule, tables, **arguments) for tables in arrivals(given, dtypes)]
    for result in results:
        assert result[:2] == results[0][:2], source
    assert_sql_agrees(rule, given, results[0], **arguments)
    return results[0]


def assert_sql_agrees(rule: Rule, given: World, result: Found, **arguments: Any) -> None:
    """The rule's SQL finds what its program does; a rule that SQL cannot say is passed over."""
    as_of, params = arguments.get("as_of"), {k: v for k, v in arguments.items() if k != "as_of"}
    try:
        told = lower(rule, given.facts).sql()
        read = read_in_sql(
            rule, given.facts, given.frames, as_of=as_of, params=params, connection=_duckdb()
        )
    except NotLowered:
        return
    assert read.tested == result.tested, told
    if kind_of(rule).grain(rule) is Grain.ROWS:
        assert list(read.rows) == result.rows, told
    else:
        assert sorted(map(spelled, read.records)) == sorted(map(spelled, result.records)), told


_OPEN = ExitStack()


@cache
def _duckdb() -> duckdb.DuckDBPyConnection:
    """One database for all tests of a process."""
    return _OPEN.enter_context(open_duckdb())


def spelled(record: Mapping[str, Any]) -> str:
    """A failing record with numbers and dates written in one way; what is none is left out."""
    cells = {name: _spelled(cell) for name, cell in record.items() if cell is not None}
    none = {("unreadable cells", "0"), *((name, "nan") for name in cells)}
    return str(sorted(cells.items() - none))


def _spelled(cell: Any) -> str:
    if isinstance(cell, dt.date):
        return pd.Timestamp(cell).isoformat()
    if isinstance(cell, str):
        return cell
    return f"{round(float(cell), 9) + 0.0:.6g}"
