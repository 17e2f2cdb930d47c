"""The witnesses of a rule, whichever kind it is of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from backend.contracts.check import Cell
from backend.contracts.witness import Witness
from backend.proof.meaning.unknowns import unknown
from backend.proof.witnesses.conditions import condition_scenes
from backend.proof.witnesses.copies import copy_scenes
from backend.proof.witnesses.correlated import correlation_scenes
from backend.proof.witnesses.ends import end_scenes
from backend.proof.witnesses.entries import entry_scenes
from backend.proof.witnesses.following import circle_scenes, total_scenes
from backend.proof.witnesses.headers import (
    empty_column_scenes,
    header_pair_scenes,
    name_scenes,
)
from backend.proof.witnesses.histories import changed_scenes, column_scenes, value_scenes
from backend.proof.witnesses.keys_alike import (
    duplicate_scenes,
    header_scenes,
    inconsistent_scenes,
    unmatched_scenes,
)
from backend.proof.witnesses.measured import metric_scenes, window_scenes
from backend.proof.witnesses.places import place_scenes
from backend.proof.witnesses.reconciling import differing_scenes
from backend.proof.witnesses.related import rows_led_to
from backend.proof.witnesses.runs import (
    calendar_scenes,
    interval_scenes,
    outlier_scenes,
    sequence_scenes,
)
from backend.proof.witnesses.scenes import Scene, Setting, witness_of
from backend.proof.witnesses.shapes import distribution_scenes, share_scenes
from backend.proof.witnesses.swapped import swap_scenes
from backend.proof.witnesses.typed_columns import type_scenes
from backend.proof.witnesses.windows import moving_scenes
from backend.proof.witnesses.windows_of_periods import period_scenes
from backend.rules.broken_rows import BrokenRows
from backend.rules.empty_columns import EmptyColumns
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Aggregate, Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

MOST_WITNESSES = 14


def broken_scenes(rule: BrokenRows, setting: Setting) -> Iterator[Scene]:
    """Scenes for a condition on single rows, or on rows beside others of their table."""
    is_windowed = any(
        isinstance(term, Previous)
        or (isinstance(term, Aggregate) and term.table == rule.table and not term.keys)
        for term in walk(rule.must)
    )
    yield from window_scenes(rule, setting) if is_windowed else condition_scenes(rule, setting)


_SCENES: dict[str, Callable[[Any, Setting], Iterator[Scene]]] = {
    "broken_places": place_scenes,
    "broken_rows": broken_scenes,
    "changed_columns": column_scenes,
    "changed_measures": changed_scenes,
    "changed_values": value_scenes,
    "failing_metrics": metric_scenes,
    "duplicates": duplicate_scenes,
    "inconsistent_values": inconsistent_scenes,
    "unmatched_values": unmatched_scenes,
    "wrong_columns": header_scenes,
    "sequence_gaps": sequence_scenes,
    "missing_dates": calendar_scenes,
    "moving_outliers": moving_scenes,
    "outliers": outlier_scenes,
    "overlapping_intervals": interval_scenes,
    "differing_rows": differing_scenes,
    "empty_columns": empty_column_scenes,
    "misnamed_columns": name_scenes,
    "mixed_types": type_scenes,
    "odd_distributions": distribution_scenes,
    "order_swaps": swap_scenes,
    "outdated_values": entry_scenes,
    "outlying_periods": period_scenes,
    "parent_cycles": circle_scenes,
    "repeated_rows": copy_scenes,
    "running_totals": total_scenes,
    "unexpected_shares": share_scenes,
    "unprecedented_values": end_scenes,
    "unlike_headers": header_pair_scenes,
    "weak_correlations": correlation_scenes,
}


def derive_witnesses(
    rule: Rule, facts: Facts, *, params: Mapping[str, Cell], as_of: str
) -> tuple[Witness, ...]:
    """Witnesses around every bound, filter, key and empty cell of a rule.

    Raises:
        NoPlainReading: the kind or a term of the rule is not known to the plain reading.
    """
    if rule.kind not in _SCENES:
        raise unknown("rule kind", rule.kind)
    setting = Setting(rule, facts, params, as_of, _spare_columns(rule))
    led_to = rows_led_to(setting).fixed
    found: dict[str, Witness] = {}
    for scene in _SCENES[rule.kind](rule, setting):
        if len(found) == MOST_WITNESSES:
            break
        if scene.tables:
            scene = scene._replace(tables={**led_to, **scene.tables})
        witness = witness_of(scene, setting)
        found.setdefault(witness.model_dump_json(exclude={"says"}), witness)
    return tuple(found.values())


def _spare_columns(rule: Rule) -> tuple[str, ...]:
    """Columns for a rule about whole rows or all columns, which names none."""
    is_of_whole_rows = isinstance(rule, EmptyColumns) or rule.compares_whole_rows()
    return ("first value", "second value") if is_of_whole_rows else ()
