"""What must stay as it is when the real tables are changed harmlessly, and what must change.

Metamorphic relations (Chen, Cheung and Yiu 1998): no expected result is needed, only how results
hang together. Each is left out, with its reason, where a rule is about what it changes.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from backend.codegen.syntax import read_python
from backend.contracts.check import Cell
from backend.contracts.plan import Grain
from backend.contracts.proof import Trial
from backend.contracts.witness import Witness
from backend.proof.case import Case
from backend.proof.harness import Finding, Given
from backend.proof.inside import permutation
from backend.proof.part import fails, holds, name_rows, skips
from backend.rules.language import terms as T
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

ADDED = "column_of_no_rule"
MOST_PLANTED = 4
ACROSS_ROWS = frozenset({
    "count", "cumcount", "cummax", "cummin", "cumsum", "diff", "drop_duplicates", "duplicated",
    "expanding", "groupby", "idxmax", "idxmin", "max", "mean", "median", "min", "mode", "nlargest",
    "nsmallest", "nunique", "pct_change", "quantile", "rank", "rolling", "shift", "size",
    "sort_values", "std", "sum", "transform", "value_counts", "var",
})  # fmt: skip
"""Methods of Pandas by which a row is judged among others."""
OF_ALL_COLUMNS = frozenset(
    {"wrong_columns", "unlike_headers", "changed_columns", "empty_columns", "misnamed_columns"}
)
"""Kinds that judge columns which they do not name."""
OF_ROWS_BEFORE = frozenset({"running_totals", "moving_outliers"})
"""Kinds that judge a row by the rows before it."""


class Change(NamedTuple):
    """One changed set of real tables, or why it says nothing of this rule."""

    name: str
    given: Given | None
    why_not: str = ""


def changes(case: Case, witnesses: tuple[Witness, ...]) -> tuple[Change, ...]:
    """The changes under which the program is run once more, in order; ``run-twice`` changes
    nothing."""
    planned = [Change("run-twice", real(case))]
    for name, why_not in (
        ("rows-permuted", _is_about_order(case)),
        ("column-added", _is_about_columns(case)),
        ("clean-row-repeated", _is_about_other_rows(case)),
    ):
        given = None if why_not else real(case, name, column=ADDED)
        planned.append(Change(name, given, why_not))
    return (*planned, *_plant(case, witnesses))


def real(
    case: Case, change: str = "none", *, row: Mapping[str, Cell] | None = None, column: str = ""
) -> Given:
    """The tables of the day, sampled where they are long, with one change."""
    return Given(
        case.program.table, case.arguments, None, change, case.blocks, row=row, column=column
    )


def _is_about_order(case: Case) -> str:
    rule = case.rule
    if rule is None:
        return ""
    ordered = rule.kind == "broken_places" or any(isinstance(t, T.Previous) for t in walk(rule))
    kept = getattr(rule, "keep", "") == "later" or getattr(rule, "flag", "") == "later"
    in_order = getattr(rule, "way", "") == "in-order" or rule.kind in OF_ROWS_BEFORE
    return "The rule is about the order of rows." if ordered or kept or in_order else ""


def _is_about_columns(case: Case) -> str:
    is_header = case.rule is not None and case.rule.kind in OF_ALL_COLUMNS
    return "The rule is about the header." if is_header else ""


def _is_about_other_rows(case: Case) -> str:
    if case.rule is None:
        return "A free-form rule may be about repeated rows."
    return "" if is_about_one_row(case.rule) else "The rule compares rows with one another."


def is_about_one_row(rule: Rule) -> bool:
    """Whether a row breaks the rule or not whatever other rows of its table there are."""
    if rule.kind != "broken_rows":
        return False
    return not any(
        isinstance(term, T.Previous)
        or (isinstance(term, T.Aggregate | T.Exists | T.Lookup) and term.table == rule.table)
        for term in walk(rule)
    )


def _plant(case: Case, witnesses: tuple[Witness, ...]) -> tuple[Change, ...]:
    """The table with one row more that some witness flags."""
    name = "violation-planted"
    if case.program.grain is Grain.GROUPS:
        return (Change(name, None, "The rule flags groups, not rows."),)
    if case.rule is not None and not is_about_one_row(case.rule):
        return (Change(name, None, "The rule compares rows with one another."),)
    if case.rule is None and _compares_rows(case.program.source):
        return (Change(name, None, "The program compares rows with one another."),)
    rows = [row for witness in witnesses for row in _flagged_rows(case, witness)]
    distinct = {repr(sorted(row.items())): row for row in rows}
    if not distinct:
        return (Change(name, None, "No witness has a row that is flagged."),)
    chosen = list(distinct.values())[:MOST_PLANTED]
    return tuple(Change(name, real(case, "violation-planted", row=row)) for row in chosen)


def _compares_rows(source: str) -> bool:
    """Whether a program calls a method whose answer for a row depends on other rows."""
    calls = (node for node in ast.walk(read_python(source)) if isinstance(node, ast.Call))
    return any(isinstance(c.func, ast.Attribute) and c.func.attr in ACROSS_ROWS for c in calls)


def _flagged_rows(case: Case, witness: Witness) -> list[dict[str, Cell]]:
    table = witness.tables.get(case.program.table)
    same_day = witness.as_of in (None, case.as_of) and all(
        case.arguments.get(name) == value for name, value in witness.params.items()
    )
    if table is None or not witness.flagged or not same_day:
        return []
    return [dict(zip(table.columns, table.rows[row], strict=True)) for row in witness.flagged]


def judge(
    case: Case, own: Finding | None, planned: tuple[Change, ...], found: list[Finding | None]
) -> tuple[Trial, ...]:
    """A trial for each change, from what the program found over it."""
    if own is not None and own.error and not own.late:
        return (fails("run-twice", f"Over the tables of the day it raised {own.error}."),)
    trials: dict[str, Trial] = {}
    for change, finding in zip(planned, found, strict=True):
        if change.name == "violation-planted":
            continue
        trials[change.name] = _judge_one(case, change, own, finding)
    planted = [pair for pair in zip(planned, found, strict=True) if "planted" in pair[0].name]
    return (*trials.values(), _judge_planted(case, own, planted))


def _judge_one(case: Case, change: Change, own: Finding | None, found: Finding | None) -> Trial:
    if change.given is None:
        return skips(change.name, change.why_not)
    if own is None or found is None or own.late or found.late:
        return skips(change.name, "The time was spent.")
    if found.skipped:
        return skips(change.name, f"{found.skipped[:1].upper()}{found.skipped[1:]}.")
    if found.error:
        return fails(change.name, f"The changed tables made it raise {found.error}.")
    if change.name == "run-twice":
        return _judge_twice(own, found)
    seen = _put_back(case, found.rows) if change.name == "rows-permuted" else found.rows
    return _judge_same(case, change, own, replace(found, rows=seen))


def _judge_same(case: Case, change: Change, own: Finding, found: Finding) -> Trial:
    apart = tuple(sorted(set(own.rows) ^ set(found.rows)))
    if not own.is_alike(found):
        what = name_rows(apart).capitalize() if apart else "The failing records"
        return fails(change.name, f"{what} differ.", case.real_rows(apart))
    if change.name != "clean-row-repeated" and own.tested != found.tested:
        return fails(change.name, f"{found.tested:,} were tested, not {own.tested:,}.")
    return holds(change.name, f"{own.count:,} flagged as before.")


def _judge_twice(own: Finding, found: Finding) -> Trial:
    if own.digest != found.digest or not own.is_alike(found):
        return fails("run-twice", "Two runs over the same tables gave other results.")
    return holds("run-twice", f"{own.count:,} flagged, to the byte.")


def _put_back(case: Case, rows: tuple[int, ...]) -> tuple[int, ...]:
    """Flagged places of the permuted table as the rows that they were."""
    order = permutation(len(case.frames[case.program.table]))
    return tuple(sorted(int(order[row]) for row in rows))


def _judge_planted(
    case: Case, own: Finding | None, planted: list[tuple[Change, Finding | None]]
) -> Trial:
    name = "violation-planted"
    if planted and planted[0][0].given is None:
        return skips(name, planted[0][0].why_not)
    seen = [found for _, found in planted if found is not None and not found.late]
    if own is None or own.late or not seen:
        return skips(name, "The time was spent.")
    place = len(case.frames[case.program.table])
    wanted = (*own.rows, place)
    for found in seen:
        if found.error:
            return fails(name, f"A planted row made it raise {found.error}.")
        others = tuple(sorted((set(found.rows) ^ set(own.rows)) - {place}))
        if others:
            return fails(name, f"A planted row changed {name_rows(others)}.", others)
    count = sum(found.rows == wanted for found in seen)
    if count == 0 and case.rule is not None and not _must_always(case):
        return skips(name, "No planted row breaks the rule among the other tables of the day.")
    if count < len(seen) and (count == 0 or _must_always(case)):
        return fails(name, f"{len(seen) - count} of {len(seen)} planted rows were not flagged.")
    return holds(name, f"{count} of {len(seen)} planted rows were flagged, and nothing else.")


def _must_always(case: Case) -> bool:
    """Whether a row that a witness flags is flagged in any other table, too."""
    return case.rule is not None and set(case.program.tables) == {case.program.table}
