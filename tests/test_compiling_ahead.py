"""Compiles begun before their turn: what comes of them is what would come of each alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend import compiling_ahead
from backend.agent import Report, Request, run
from backend.contracts.verdict import RunRecord
from backend.store.prompt_log import read_prompts, verify_chain
from backend.store.workflows import read_workflows
from backend.toolbox import open_toolbox
from tests.model_workspace import ModelWorkspace
from tests.test_compiling import AT_LEAST_0
from tests.tiny_workspace import AS_OF, TinyWorkspace, Watched, by_id, entry

ENTRIES = (
    entry("NOT-NEGATIVE", "price must be at least 0"),
    entry("NOT-UNDERSTOOD", "No order may go for a song."),
    entry("FILLED", "user_id must be filled"),
    entry("NO-TABLE", "price must be at least 0", "sales"),
    entry("KNOWN", "Each user_id must exist in users", "orders, users"),
    entry("AFTER", "price must be at most 10", depends_on=["NOT-NEGATIVE"]),
    entry("UNIQUE", "order_id must be unique"),
)


def run_offline(tiny: TinyWorkspace, *select: str) -> Report:
    request = Request(tiny.workspace, select, AS_OF, "fail")
    return run(request, open_toolbox(offline=True), Watched())


def said(record: RunRecord) -> tuple[object, ...]:
    return (record.verdict, record.code, record.reason, record.flagged, record.program)


def test_each_check_comes_to_what_it_comes_to_alone(tmp_path: Path) -> None:
    together = run_offline(TinyWorkspace(tmp_path / "together", *ENTRIES))
    alone = TinyWorkspace(tmp_path / "alone", *ENTRIES)
    each = [record for e in ENTRIES for record in run_offline(alone, e["check_id"]).records]

    told = {record.check_id: said(record) for record in together.records}
    assert list(told) == [e["check_id"] for e in ENTRIES]
    del told["AFTER"]  # alone, the check that it depends on has no verdict yet
    assert told == {r.check_id: said(r) for r in each if r.check_id != "AFTER"}
    assert by_id(together)["AFTER"].code == "waiting"


def test_every_compile_is_on_record_once(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", *ENTRIES)
    run_offline(tiny)

    compiled = [prompt.check_id for prompt in read_prompts(tiny.workspace)]
    assert sorted(compiled) == ["FILLED", "KNOWN", "NOT-NEGATIVE", "NOT-UNDERSTOOD", "UNIQUE"]
    assert verify_chain(tiny.workspace).ok


MANY = 12
MORE = ("price must be at least {n}", "price must be less than {n}", "order_id must be unique")


@pytest.mark.slow
def test_many_come_to_what_few_come_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many are compiled, their exams share processes of the sandbox."""
    monkeypatch.setattr(compiling_ahead, "MANY", MANY)
    entries = [entry(f"N-{n:02}", MORE[n % len(MORE)].format(n=n)) for n in range(MANY)]
    together = TinyWorkspace(tmp_path / "together", *entries)
    run_offline(together)
    few = TinyWorkspace(tmp_path / "few", *entries)
    half = [each["check_id"] for each in entries[: MANY // 2]]
    run_offline(few, *half)
    run_offline(few)

    first, second = (read_workflows(each.workspace).workflows for each in (together, few))
    assert list(first) == list(second)
    for key, workflow in first.items():
        assert workflow.program == second[key].program and workflow.plan == second[key].plan
        proofs = (workflow.proof, second[key].proof)
        timeless = [proof and proof.model_copy(update={"seconds": 0.0}) for proof in proofs]
        assert timeless[0] is not None and timeless[0] == timeless[1]
    compiled = [prompt.check_id for prompt in read_prompts(together.workspace)]
    assert sorted(compiled) == [each["check_id"] for each in entries]


def test_model_is_asked_in_the_order_of_the_checks(tmp_path: Path) -> None:
    odd = [entry(f"ODD-{n}", f"No order may go for a song, {n}.") for n in range(4)]
    tiny = ModelWorkspace(tmp_path / "w", *odd)
    tiny.run_with(*(AT_LEAST_0 for _ in odd))

    assert [prompt.check_id for prompt in read_prompts(tiny.workspace)][::2] == [
        e["check_id"] for e in odd
    ]
