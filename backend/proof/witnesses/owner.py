"""The owner's own examples as witnesses: rows that must, or must not, be flagged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backend.contracts.check import Cell, Check
from backend.contracts.errors import CheckError
from backend.contracts.history import COLUMNS, is_history
from backend.contracts.plan import Grain, Plan
from backend.contracts.schema import Schema
from backend.contracts.witness import Origin, TinyTable, Witness
from backend.rules.catalog import kind_of
from backend.rules.rule import Rule

Rows = tuple[Mapping[str, Cell], ...]


def owner_witnesses(check: Check, rule_or_plan: Rule | Plan, schema: Schema) -> tuple[Witness, ...]:
    """The rows of ``examples`` in checks.json, with all columns of their tables.

    The rows that must be flagged and those that must not stand in one table, in this order; a
    column that an example leaves out is empty. Other tables have the rows that the examples give
    them. Where groups or metrics are judged, each example of rows is a table of its own: one that
    must fail, and one that must not.

    Raises:
        CheckError: an example names a table or a column that there is not.
    """
    if check.examples is None:
        return ()
    return tuple(_Owner(check, rule_or_plan, schema).witnesses())


class _Owner:
    """One check's examples over its tables."""

    def __init__(self, check: Check, told: Rule | Plan, schema: Schema) -> None:
        self._check, self._schema = check, schema
        self._table = told.table
        self._tables = told.tables if isinstance(told, Plan) else told.tables()
        self._grain = told.grain if isinstance(told, Plan) else kind_of(told).grain(told)

    def witnesses(self) -> Iterator[Witness]:
        examples = self._check.examples
        if examples is None:
            return
        flagged, kept = examples.flagged, examples.not_flagged
        if self._grain is Grain.ROWS:
            if flagged or kept:
                tables = self._with(flagged + kept)
                yield self._witness("rows of the owner", tables, tuple(range(len(flagged))))
            return
        if flagged:
            yield self._witness("rows that must fail", self._with(flagged), None)
        if kept:
            yield self._witness("rows that must not fail", self._with(kept), None)

    def _witness(
        self, says: str, tables: dict[str, TinyTable], flagged: tuple[int, ...] | None
    ) -> Witness:
        is_failing = "must fail" in says
        return Witness(
            says=f"examples of {self._check.check_id}: {says}",
            origin=Origin.OWNER,
            tables=tables,
            flagged=flagged,
            failing=None if flagged is not None else int(is_failing),
            params=dict(self._check.params),
        )

    def _with(self, rows: Rows) -> dict[str, TinyTable]:
        given = self._check.examples.tables if self._check.examples else {}
        for name in given:
            if name not in self._schema.tables:
                raise self._error(f"data has no table {name!r}", self._schema.tables)
        tables = {name: self._tiny(name, given.get(name, ())) for name in self._tables}
        own = tables[self._table].rows
        return tables | {self._table: self._tiny(self._table, rows, own)}

    def _tiny(self, table: str, rows: Rows, more: tuple[tuple[Cell, ...], ...] = ()) -> TinyTable:
        if is_history(table):
            return TinyTable(columns=COLUMNS)
        if table not in self._schema.tables:
            raise self._error(f"data has no table {table!r}", self._schema.tables)
        columns = self._schema.tables[table].column_names
        for row in rows:
            for name in row:
                if name not in columns:
                    raise self._error(f"{table} has no column {name!r}", columns)
        found = tuple(
            tuple(self._spelled(table, name, row.get(name)) for name in columns) for row in rows
        )
        return TinyTable(columns=columns, rows=found + more)

    def _spelled(self, table: str, name: str, cell: Cell) -> Cell:
        """A truth value as the column spells it: true may stand for TRUE."""
        column = self._schema.tables[table].column(name)
        if not isinstance(cell, bool) or column is None:
            return cell
        wanted = str(cell).lower()
        return next((text for text in column.values if text.lower() == wanted), wanted)

    def _error(self, fact: str, names: object) -> CheckError:
        known = ", ".join(list(names)[:10])  # type: ignore[call-overload]
        return CheckError(
            f"{self._check.check_id}: examples: {fact}. There are: {known}.", code="invalid-example"
        )
