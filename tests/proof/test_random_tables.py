"""Tables by chance, of the cells that witnesses have: program and plain reading agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning import NoPlainReading, find
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import facts_from, read_rule
from tests.proof.trials import AS_OF, told
from tests.rules.chance import chance
from tests.rules.examples import EXAMPLES, compiled

MOST_ROWS = 9
KINDS = (
    "broken_rows", "duplicates", "failing_metrics", "inconsistent_values", "missing_dates",
    "order_swaps", "outliers", "overlapping_intervals", "sequence_gaps", "unmatched_values",
)  # fmt: skip


def _pools(witnesses: tuple[Witness, ...]) -> dict[str, dict[str, list[Cell]]]:
    """The cells of each column."""
    pools: dict[str, dict[str, list[Cell]]] = {}
    for witness in witnesses:
        for name, table in witness.tables.items():
            columns = pools.setdefault(name, {column: [None] for column in table.columns})
            for row in table.rows[:60]:
                for column, cell in zip(table.columns, row, strict=True):
                    columns[column].append(cell)
    return pools


def _tables(pools: dict[str, dict[str, list[Cell]]]) -> st.SearchStrategy[dict[str, TinyTable]]:
    def table(columns: dict[str, list[Cell]]) -> st.SearchStrategy[TinyTable]:
        row = st.tuples(*(st.sampled_from(list(dict.fromkeys(c))) for c in columns.values()))
        rows = st.lists(row, max_size=MOST_ROWS).map(tuple)
        return rows.map(lambda found: TinyTable(columns=tuple(columns), rows=found))

    return st.fixed_dictionaries({name: table(columns) for name, columns in pools.items()})


@pytest.mark.parametrize("name", [name for name, (kind, _) in EXAMPLES.items() if kind in KINDS])
def test_program_and_plain_reading_agree(name: str) -> None:
    plan, program, _ = compiled(name)
    rule, facts = read_rule(plan.rule), facts_from(plan.columns_read)
    pools = _pools(derive_witnesses(rule, facts, params={}, as_of=AS_OF))

    @chance(12)
    @given(_tables(pools))
    def agree(tables: dict[str, Any]) -> None:
        try:
            meant = find(rule, tables, facts, as_of=AS_OF)
        except NoPlainReading:
            return
        witness = Witness(says="by chance", tables=tables, as_of=AS_OF)
        assert told(program.source, rule, witness, facts, {}) == (
            meant.rows, meant.failing, meant.tested,
        )  # fmt: skip

    agree()
