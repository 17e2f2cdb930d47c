"""Witnesses of the catalog's examples and the shipped checks: programs flag just what they say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.contracts.check import Check, Stage
from backend.contracts.errors import PlanError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.meaning import NoPlainReading
from backend.proof.witnesses import derive_witnesses
from backend.proof.witnesses.derive import MOST_WITNESSES
from backend.proof.witnesses.tallies import MOST_COUNTED
from backend.rules.catalog import facts_from, read_rule, write_page
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule
from backend.tables.snapshot import snapshot_tables
from tests.proof.trials import AS_OF, expected, told
from tests.rules.examples import EXAMPLES, compiled
from tests.rules.words import cell, compare, must, num
from tests.rules.worlds import world

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    "broken_rows", "differing_rows", "duplicates", "empty_columns", "failing_metrics",
    "inconsistent_values", "missing_dates", "mixed_types", "odd_distributions",
    "order_swaps", "outdated_values", "outliers",
    "overlapping_intervals", "parent_cycles", "running_totals", "sequence_gaps",
    "unexpected_shares", "unlike_headers", "unmatched_values", "weak_correlations",
    "wrong_columns",
}  # fmt: skip


def _hold(rule: Rule, facts: Facts) -> None:
    """Every witness holds, one of them shows a fault, and none is without bounds."""
    params = {name: 1 for name in rule.parameters() if name != "as_of"}
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params=params, as_of=AS_OF)

    for witness in witnesses:
        found = told(source, rule, witness, facts, params)
        assert found == expected(witness), f"{witness.says}\n{source}"
    assert any(witness.flagged or witness.failing for witness in witnesses)
    assert any(not (witness.flagged or witness.failing) for witness in witnesses)
    assert 3 <= len(witnesses) <= MOST_WITNESSES
    longest = max(len(table.rows) for each in witnesses for table in each.tables.values())
    assert longest <= (MOST_COUNTED if "count" in rule.model_dump_json() else 100)


@pytest.mark.parametrize("name", [name for name, (kind, _) in EXAMPLES.items() if kind in KINDS])
def test_the_program_of_an_example_flags_what_its_witnesses_say(name: str) -> None:
    plan = compiled(name).plan

    _hold(read_rule(plan.rule), facts_from(plan.columns_read))


@pytest.fixture(scope="module")
def example_schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    workspace = Workspace(tmp_path_factory.mktemp("example"))
    shutil.copytree(ROOT / "backend" / "data", workspace.data)
    return snapshot_tables(workspace, Schema())


def _shipped() -> Iterator[Check]:
    entries = json.loads((ROOT / "backend" / "checks" / "checks.json").read_text("utf-8"))
    checks = (Check.model_validate(entry) for entry in entries)
    yield from (check for check in checks if check.stage is Stage.RULE)


@pytest.mark.parametrize("check", list(_shipped()), ids=lambda check: check.check_id)
def test_the_program_of_a_shipped_check_flags_what_its_witnesses_say(
    check: Check, example_schema: Schema
) -> None:
    try:
        plan = OfflinePlanner().plan(check, example_schema)
        _hold(read_rule(plan.rule), facts_from(plan.columns_read))
    except PlanError as declined:
        assert declined.code == "not-understood"


def test_the_same_rule_has_the_same_witnesses() -> None:
    plan = compiled("broken_rows_children").plan
    rule, facts = read_rule(plan.rule), facts_from(plan.columns_read)
    first, again = (derive_witnesses(rule, facts, params={}, as_of=AS_OF) for _ in range(2))

    assert [each.model_dump_json() for each in first] == [each.model_dump_json() for each in again]


FAULTS = {
    "strict bound": ("broken_rows_at_least", ">= 0", "> 0"),
    "another bound": ("broken_rows_at_least", ">= 0", ">= 1"),
    "empty cells are judged": ("broken_rows_at_least", '["price"].notna()', ".index.notna()"),
    "a known key is lost": ("broken_rows_unknown_keys", ".dropna()", ".dropna()[:-1]"),
    "empty keys are judged": ("broken_rows_unknown_keys", '["user_id"].notna()', ".index.notna()"),
    "filter dropped": ("broken_rows_required_if", '[orders["status"] == "paid"]', ""),
    "blanks count as filled": ("broken_rows_required_if", ".str.strip()", ""),
    "an option less": ("broken_rows_allowed_values", '"open", ', ""),
    "letter case does not count": ("broken_rows_allowed_values", ".isin", ".str.lower().isin"),
    "the tolerance is wider": ("broken_rows_formula", "<= 0.01", "<= 0.02"),
    "no tolerance": ("broken_rows_formula", "<= 0.01", "<= 0"),
    "an open bound": ("broken_rows_range", "(1, 100)", '(1, 100, inclusive="left")'),
    "strictly after": ("broken_rows_two_dates", ">=", ">"),
    "a day later": ("broken_rows_today", "<= today", "<= today + pd.Timedelta(days=1)"),
    "all but the last": ("duplicates_one_column", "keep=False", 'keep="last"'),
    "one key column": ("duplicates_filtered_pair", '"user_id", "event_id"]]', '"user_id"]]'),
    "the other key column": ("duplicates_filtered_pair", '"user_id", "event_id"]]', '"event_id"]]'),
    "the share is lower": ("failing_metrics_share", ">= 0.9", ">= 0.85"),
    "one more is fine": ("failing_metrics_group_size", "<= 2", "<= 3"),
    "alike above is swapped": ("order_swaps_per_key", ".shift()", ".bfill()"),
    "swaps across keys": (
        "order_swaps_per_key", '.groupby(level=["key 1"])\n        .cummax()', ".cummax()",
    ),
    "the least for the greatest": ("order_swaps_per_key", ".max().dropna()", ".min().dropna()"),
    "touching overlaps": ("overlapping_intervals_per_key", "< end_before", "<= end_before"),
    "repeats are fine": ("sequence_gaps_per_group", "distinct == size", "size == size"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "right", "wrong"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_by_a_witness(name: str, right: str, wrong: str) -> None:
    plan, program, _ = compiled(name)
    rule, facts = read_rule(plan.rule), facts_from(plan.columns_read)
    assert right in program.source, program.source
    head, part, tail = program.source.rpartition(right)
    faulty = f"{head}{wrong}{tail}" if part else program.source
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    def differs() -> Iterator[bool]:
        for witness in witnesses:
            try:
                yield told(faulty, rule, witness, facts, {}) != expected(witness)
            except (TypeError, ValueError, KeyError):
                yield True

    assert any(differs()), faulty


def test_an_unknown_kind_is_no_reading() -> None:
    rule = must(compare(cell("x"), ">", num(1))).model_copy(update={"kind": "no such kind"})

    with pytest.raises(NoPlainReading) as error:
        derive_witnesses(rule, world(t=[("x",), (1,)]).facts, params={}, as_of=AS_OF)
    assert error.value.code == "no-plain-reading"
