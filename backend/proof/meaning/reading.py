"""What a rule finds in some tiny tables, whichever kind it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable
from backend.proof.meaning import (
    chains,
    distributions,
    earlier_ends,
    group_kinds,
    header_kinds,
    history_kinds,
    in_force,
    metrics,
    pair_kinds,
    places,
    reconciled,
    row_kinds,
    sequences,
    typed_cells,
    windows,
)
from backend.proof.meaning.keys import require_unique_keys
from backend.proof.meaning.row_kinds import Rows
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import World, world_of
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule


class Found(NamedTuple):
    """What a program that means the rule finds: flagged positions, or how much fails."""

    tested: int
    rows: tuple[int, ...] | None
    """0-based, ascending; None where groups or metrics are judged."""
    failing: int | None


_ROWS: dict[str, Callable[[Any, World], Rows]] = {
    "broken_rows": row_kinds.broken_rows,
    "duplicates": row_kinds.duplicates,
    "inconsistent_values": row_kinds.inconsistent_values,
    "mixed_types": typed_cells.mixed_types,
    "moving_outliers": windows.moving_outliers,
    "order_swaps": pair_kinds.order_swaps,
    "outdated_values": in_force.outdated_values,
    "outliers": row_kinds.outliers,
    "overlapping_intervals": pair_kinds.overlapping_intervals,
    "parent_cycles": chains.parent_cycles,
    "running_totals": chains.running_totals,
    "unprecedented_values": earlier_ends.unprecedented_values,
}
_RECORDS: dict[str, Callable[[Any, World], tuple[int, int]]] = {
    "broken_places": places.broken_places,
    "changed_columns": history_kinds.changed_columns,
    "changed_measures": history_kinds.changed_measures,
    "changed_values": history_kinds.changed_values,
    "differing_rows": reconciled.differing_rows,
    "empty_columns": header_kinds.empty_columns,
    "failing_metrics": metrics.failing_metrics,
    "misnamed_columns": group_kinds.misnamed_columns,
    "missing_dates": group_kinds.missing_dates,
    "odd_distributions": distributions.odd_distributions,
    "outlying_periods": windows.outlying_periods,
    "repeated_rows": group_kinds.repeated_rows,
    "unexpected_shares": distributions.unexpected_shares,
    "unlike_headers": header_kinds.unlike_headers,
    "unmatched_values": group_kinds.unmatched_values,
    "weak_correlations": distributions.weak_correlations,
    "wrong_columns": group_kinds.wrong_columns,
}


def find(
    rule: Rule,
    tables: Mapping[str, TinyTable],
    facts: Facts,
    *,
    as_of: str = "",
    params: Mapping[str, Cell] | None = None,
) -> Found:
    """The rows that break the rule, or how many groups or metrics fail, and how many are tested.

    Cells are given as the file spells them, or as Python values of the same spelling; ``as_of``
    is the ISO date that counts as today.

    Raises:
        NoPlainReading: the kind or a term of it is not known here, or the tables leave it open.
    """
    world = world_of(tables, facts, as_of, params or {})
    require_unique_keys(rule, world)
    if rule.kind == "sequence_gaps":
        found = sequences.sequence_gaps(rule, world)
        return Found(found.tested, found.rows, found.failing)
    if rule.kind in _ROWS:
        tested, rows = _ROWS[rule.kind](rule, world)
        return Found(tested, tuple(sorted(rows)), None)
    if rule.kind in _RECORDS:
        tested, failing = _RECORDS[rule.kind](rule, world)
        return Found(tested, None, failing)
    raise unknown("rule kind", rule.kind)
