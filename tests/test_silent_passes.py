"""The field's worst bugs: a check said PASS although rows were wrong, or nothing was tested.

Each case shipped in some tool of this field; here the same situation is FAIL, ERROR or SKIPPED.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backend.agent import Report, Request, run
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.workflows import read_workflows
from backend.toolbox import open_toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import AS_OF, TinyWorkspace, Watched, entry

PARCELS = (
    "parcel,city,weight,code,sent\n1,Rome,5,AB1,2024-01-05\n2,Oslo,-2,ab2,\n3,,x,,2024-02-30\n"
)
EMPTY = "parcel,city,weight\n"
FAIL, ERROR, SKIPPED, WARN = Verdict.FAIL, Verdict.ERROR, Verdict.SKIPPED, Verdict.WARN


class Post(TinyWorkspace):
    """Parcels and cities, judged by the planner that ships."""

    def __init__(self, base: Path, *entries: dict[str, Any]) -> None:
        super().__init__(base, *entries)
        self.write_table("parcels.csv", PARCELS)
        self.write_table("cities.csv", "city,open\nRome,yes\nOslo,no\n")
        self.write_table("none.csv", EMPTY)

    def judge(self, fail_on: str = "fail") -> Report:
        toolbox = replace(open_toolbox(offline=True), open_sandbox=NearSandbox)
        return run(Request(self.workspace, (), AS_OF, fail_on), toolbox, Watched())


def judged(base: Path, sentence: str, tables: str = "parcels", **more: Any) -> RunRecord:
    return Post(base, entry("C", sentence, tables, **more)).judge().records[0]


CASES: dict[str, tuple[str, str, Verdict, int]] = {
    "a pattern that matches nothing passes": (
        "code must match the pattern 'zzz.*'", "parcels", FAIL, 2,
    ),
    "a filter leaves no row": (
        "If city is 'Paris' then weight must be positive.", "parcels", SKIPPED, 0,
    ),
    "empty cells pass though they should not": (
        "city must be one of 'Rome', 'Oslo'; blanks count as wrong.", "parcels", FAIL, 1,
    ),
    "cells of another type pass": ("weight must be at least 0.", "parcels", FAIL, 2),
    "a date that is none passes": ("sent must not be in the future.", "parcels", FAIL, 1),
    "a column that is not there is skipped": (
        "height must be at least 0.", "parcels", ERROR, 0,
    ),
    "a table that is not there is skipped": ("weight must be positive.", "letters", ERROR, 0),
    "a check without a test passes": ("parcels must be all right.", "parcels", ERROR, 0),
    "a share of nothing": ("At least 90% of the rows must have a city.", "none", SKIPPED, 0),
    "a mean of nothing": ("The average weight must be below 5.", "none", SKIPPED, 0),
    "a negated pattern flags empty cells, or another case": (
        "code must not start with 'AB'.", "parcels", FAIL, 1,
    ),
    "a filter leaks into the other table": (
        "Flag parcels with a weight below 0 whose city is not in cities.", "parcels,cities",
        Verdict.PASS, 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_not_silent(case: tuple[str, str, Verdict, int], tmp_path: Path) -> None:
    sentence, tables, verdict, flagged = case
    record = judged(tmp_path, sentence, tables)
    assert (record.verdict, record.flagged) == (verdict, flagged), record.summary
    assert record.reason or verdict not in (ERROR, SKIPPED)


def test_a_skip_for_want_of_rows_is_a_warning(tmp_path: Path) -> None:
    post = Post(tmp_path, entry("C", "weight must be positive.", "none"))
    assert post.judge().exit_code == 2


def test_failures_end_in_an_exit_code(tmp_path: Path) -> None:
    post = Post(tmp_path, entry("C", "weight must be at least 0."))
    post.write_checks(entry("C", "weight must be at least 0.", "parcels"))
    assert post.judge().exit_code == 1


def test_rows_below_a_threshold_are_counted_and_kept(tmp_path: Path) -> None:
    record = judged(tmp_path, "weight must be at least 0.", warn_if="> 0", fail_if="> 5")
    assert (record.verdict, record.flagged) == (WARN, 2)
    assert record.flagged_path and (tmp_path / record.flagged_path).exists()


def test_a_failure_does_not_hide_those_after_it(tmp_path: Path) -> None:
    sentences = ("weight must be at least 0.", "what is this?", "city must be filled.")
    entries = [entry(f"C{n}", text, "parcels") for n, text in enumerate(sentences)]
    report = Post(tmp_path, *entries).judge()
    assert [record.verdict for record in report.records] == [FAIL, ERROR, FAIL]


def test_every_entry_has_a_record(tmp_path: Path) -> None:
    entries = [entry("A", "weight must be '", "parcels"), {"check_id": "B"}, entry("C", "x", "p")]
    assert len(Post(tmp_path, *entries).judge().records) == 3


def test_rows_of_no_group_are_told(tmp_path: Path) -> None:
    post = Post(tmp_path, entry("C", "Each city may have at most 1 parcels.", "parcels"))
    post.judge()
    (workflow,) = read_workflows(post.workspace).workflows.values()
    assert workflow.plan and "belong to no group" in " ".join(workflow.plan.assumptions)


def test_two_long_sentences_have_two_programs(tmp_path: Path) -> None:
    alike = "In every row of the table, for each and every parcel, weight must be at "
    entries = [entry("A", "weight must be at least 0.", "parcels")]
    entries += [entry("B", "weight must be at most 100.", "parcels")]
    for each in entries:
        each["check_name"] = alike
    report = Post(tmp_path, *entries).judge()
    assert len({record.program for record in report.records}) == 2


def test_a_program_reads_the_data_and_nothing_it_brought(tmp_path: Path) -> None:
    post = Post(tmp_path, entry("C", "weight must be at least 0.", "parcels"))
    before = post.judge().records[0]
    post.write_table("parcels.csv", PARCELS.replace("-2", "2").replace("x", "3"))
    after = post.judge().records[0]
    assert (before.verdict, after.verdict) == (FAIL, Verdict.PASS)
    assert before.tables != after.tables


def test_another_compiler_is_asked_again(tmp_path: Path) -> None:
    post = Post(tmp_path, entry("C", "weight must be at least 0.", "parcels"))
    post.judge()
    toolbox = replace(open_toolbox(offline=True), open_sandbox=NearSandbox, compiler="other@1")
    record = run(Request(Workspace(tmp_path), (), AS_OF, "fail"), toolbox, Watched()).records[0]
    assert record.compiled and "compiler-changed" in record.reasons[0]
