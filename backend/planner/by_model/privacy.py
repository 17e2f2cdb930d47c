"""What of the tables a model may see: by default names, types and the way dates are written.

``names`` gives nothing that stands in a cell, and no count of cells. ``profile`` adds the
summaries of tables and columns, ``samples`` also a few rows. Of a hidden column nothing but its
name and type leaves, whatever is shared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from backend.contracts.check import Cell, Check, Example
from backend.contracts.contract import Contract
from backend.contracts.schema import Column, ColumnType, Schema, TableSnapshot
from backend.contracts.settings import PrivacySettings

_MOST_COLUMNS = 400
"""Columns of a workspace that are told with every check; beyond, only the check's own tables'."""
_MOST_FILES = 300
_LONGEST_CELL = 80
"""Characters of a sampled cell."""


class TableSummary(Contract):
    """A blurb about a table and one about each column.

    ``by`` is ``profile``, or the model that wrote it; ``allowed`` is what that model was allowed
    to see (`allowance`), so that a stricter setting does not send on what a looser one told.
    """

    fingerprint: str
    summary: str
    columns: dict[str, str] = {}
    by: str = "profile"
    allowed: str = ""


Rows = tuple[dict[str, Cell], ...]


@dataclass(frozen=True)
class Known:
    """What is known of the tables' content, as far as the settings ask for it at all."""

    summaries: Mapping[str, TableSummary] = field(default_factory=dict)
    sample: Callable[[TableSnapshot, int], Rows] | None = None
    """The first rows of a table; called only where ``privacy.share`` is ``samples``."""


NOTHING_KNOWN = Known()


def allowance(settings: PrivacySettings) -> str:
    """The settings as one text: equal where the same may leave."""
    return f"{settings.share} without {', '.join(sorted(settings.hidden)) or 'nothing'}"


def is_hidden(table: str, column: str, settings: PrivacySettings) -> bool:
    """Whether no value of a column may leave; letter case does not count."""
    name = f"{table}.{column}"
    return any(_matches(pattern, name) for pattern in settings.hidden)


def _matches(pattern: str, name: str) -> bool:
    expression = ".*".join(re.escape(part) for part in pattern.split("*"))
    return re.fullmatch(expression, name, re.IGNORECASE | re.DOTALL) is not None


def type_of(column: Column) -> str:
    """``integer``; ``date, written %d.%m.%Y``; ``text, mostly number``."""
    parts = [column.type.value]
    if column.mostly is not None:
        parts.append(f"mostly {column.mostly.value}")
    if column.date_format is not None and ColumnType.DATE in (column.type, column.mostly):
        parts.append(f"written {column.date_format}")
    if column.day_or_month_first:
        parts.append("day and month cannot be told apart")
    return ", ".join(parts)


def workspace_facts(
    schema: Schema, settings: PrivacySettings, known: Known
) -> dict[str, JsonValue]:
    """What every check of a workspace is told: its files, and its tables if they are not many."""
    files = sorted({_file(table) for table in schema.lasting.tables.values()})
    files += sorted(f"{bad.file} (cannot be read)" for bad in schema.problems.values())
    listing: list[JsonValue] = [*files[:_MOST_FILES]]
    if len(files) > _MOST_FILES:
        listing.append(f"and {len(files) - _MOST_FILES} more")
    facts: dict[str, JsonValue] = {"files": listing}
    if tells_all_tables(schema):
        facts["tables"] = tables_facts(sorted(schema.tables), schema, settings, known)
    return facts


def tells_all_tables(schema: Schema) -> bool:
    """Whether all tables together are few enough to be told with every check."""
    return sum(len(table.columns) for table in schema.tables.values()) <= _MOST_COLUMNS


def tables_facts(
    names: Iterable[str], schema: Schema, settings: PrivacySettings, known: Known
) -> dict[str, JsonValue]:
    """These tables, each with its columns in the file's order."""
    return {name: _table(schema.tables[name], settings, known) for name in names}


def _file(table: TableSnapshot) -> str:
    return table.file if table.sheet is None else f"{table.file}, sheet {table.sheet}"


def _table(table: TableSnapshot, settings: PrivacySettings, known: Known) -> dict[str, JsonValue]:
    facts: dict[str, JsonValue] = {
        "columns": {column.name: type_of(column) for column in table.columns}
    }
    if settings.share == "names":
        return facts
    summary = known.summaries.get(table.table)
    if summary is not None and _may_leave(summary, table, settings):
        facts["about"] = summary.summary
        facts["about columns"] = {
            column.name: summary.columns[column.name]
            for column in table.columns
            if column.name in summary.columns and not is_hidden(table.table, column.name, settings)
        }
    if settings.share == "samples" and known.sample is not None and settings.sample_rows:
        rows = known.sample(table, settings.sample_rows)
        facts["first rows"] = [_visible(row, table.table, settings) for row in rows]
    return facts


def _may_leave(summary: TableSummary, table: TableSnapshot, settings: PrivacySettings) -> bool:
    is_own = summary.by == "profile" or summary.allowed == allowance(settings)
    return is_own and summary.fingerprint == table.fingerprint


def _visible(row: Mapping[str, Cell], table: str, settings: PrivacySettings) -> JsonValue:
    return {
        column: _shortened(cell)
        for column, cell in row.items()
        if not is_hidden(table, column, settings)
    }


def _shortened(cell: Cell) -> Cell:
    if isinstance(cell, str) and len(cell) > _LONGEST_CELL:
        return f"{cell[:_LONGEST_CELL]}…"
    return cell


def examples_facts(check: Check, settings: PrivacySettings) -> JsonValue:
    """The owner's examples; they hold cells, so with ``names`` they stay here."""
    examples = check.examples
    if examples is None or settings.share == "names":
        return None
    table = check.target_table[0]
    return {
        **_sides(examples, table, settings),
        "tables": {
            name: [_visible(row, name, settings) for row in rows]
            for name, rows in examples.tables.items()
        },
    }


def _sides(examples: Example, table: str, settings: PrivacySettings) -> dict[str, JsonValue]:
    return {
        "flagged": [_visible(row, table, settings) for row in examples.flagged],
        "not flagged": [_visible(row, table, settings) for row in examples.not_flagged],
    }
