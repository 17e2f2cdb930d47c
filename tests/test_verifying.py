"""Runs that are repeated, and versions of a check side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.comparing import say_difference
from backend.contracts.errors import AgentError
from backend.toolbox import NamedPlanner, Toolbox
from backend.verifying import Repeat, verify_run
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry, state

BOUND = entry("BOUND", "price must be at least {limit}", params={"limit": 0})
PAST = entry("PAST", "day must not be in the future")
MEAN = entry("MEAN", "mean price must be at most 0 per user_id")
VAGUE = entry("VAGUE", "be nice")


def toolbox_of(tiny: TinyWorkspace) -> Toolbox:
    named = NamedPlanner(tiny.planner.name, lambda: tiny.planner)
    return Toolbox((named,), NearSandbox, tiny.compiler)


def repeated(tiny: TinyWorkspace, run_id: str) -> dict[str, str]:
    found = verify_run(tiny.workspace, run_id, toolbox_of(tiny))
    return {each.check_id: each.came for each in found}


def test_unchanged_tables_give_the_same_rows(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND, PAST, MEAN, VAGUE)
    run_id = tiny.run().run_id
    before = state(tmp_path)

    assert repeated(tiny, run_id) == {
        "BOUND": Repeat.SAME,
        "PAST": Repeat.SAME,
        "MEAN": Repeat.SAME,
        "VAGUE": Repeat.NOT_REPEATED,
    }
    assert state(tmp_path) == before


def test_earlier_run_is_repeated_with_its_own_program_day_and_parameters(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND, PAST)
    run_id = tiny.run().run_id
    tiny.change_check("BOUND", params={"limit": 1})
    tiny.run()
    tiny.change_check("BOUND", calculation_hint="price must be at most {limit}")
    tiny.run()

    assert set(repeated(tiny, run_id).values()) == {Repeat.SAME}


def test_another_table_is_told_and_not_judged(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    run_id = tiny.run().run_id
    tiny.write_table("orders.csv", ORDERS + "4,1,-9,2024-01-01\n")

    (found,) = verify_run(tiny.workspace, run_id, toolbox_of(tiny))
    assert found.came is Repeat.NOT_REPEATED
    assert "orders is another file" in found.detail


FORGED = {
    "result": {"result": "sha256:" + "0" * 64},
    "parameter": {"params": {"limit": 5}},
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED)
def test_forged_receipt_differs(change: dict[str, object], tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    run_id = tiny.run().run_id
    log = tiny.workspace.runs_log_file
    record = json.loads(log.read_text())
    log.write_text(json.dumps(record | {"receipt": record["receipt"] | change}) + "\n")

    assert repeated(tiny, run_id) == {"BOUND": Repeat.DIFFERS}


def test_program_that_is_nowhere_is_told(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    run_id = tiny.run().run_id
    for path in (tiny.workspace.workflows_file, *tiny.workspace.history.glob("*/*.json")):
        path.unlink()

    (found,) = verify_run(tiny.workspace, run_id, toolbox_of(tiny))
    assert "neither remembered nor in the history" in found.detail


def test_unknown_run(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    with pytest.raises(AgentError) as told:
        verify_run(tiny.workspace, "never", toolbox_of(tiny))
    assert told.value.code == "unknown-run"


def difference(tiny: TinyWorkspace, **more: tuple[str, str]) -> str:
    return "\n".join(say_difference(tiny.workspace, "BOUND", toolbox_of(tiny), **more))


def test_difference_names_sentence_code_and_rows(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    tiny.run()
    tiny.change_check("BOUND", calculation_hint="price must be at most {limit}")
    tiny.run()
    before = state(tmp_path)
    told = difference(tiny)

    assert "  - price must be at least {limit}" in told
    assert "  + price must be at most {limit}" in told
    assert "-    return orders[~(price >= limit)]" in told
    assert "1 more and 1 fewer" in told
    assert "+ orders.csv:2  order_id=1" in told
    assert "- orders.csv:3  order_id=2" in told
    assert state(tmp_path) == before


def test_any_two_versions_by_their_hashes(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    hashes = []
    for sentence in (
        "price must be at least {limit}",
        "price must be filled",
        "also price must be at most {limit}",
    ):
        tiny.change_check("BOUND", calculation_hint=sentence)
        tiny.run()
        program = tiny.workflow("BOUND").program
        assert program is not None
        hashes.append(program.sha256[:15])

    assert "1 more and 1 fewer" in difference(tiny, wanted=(hashes[0], hashes[2]))
    assert "0 more and 1 fewer" in difference(tiny, wanted=(hashes[0], hashes[1]))
    with pytest.raises(AgentError) as told:
        difference(tiny, wanted=("sha256:nothing", hashes[0]))
    assert told.value.code == "unknown-version"


def test_one_version_is_nothing_to_compare(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    tiny.run()
    with pytest.raises(AgentError) as told:
        difference(tiny)
    assert told.value.code == "one-version"


def test_row_diff_is_kept_with_the_version_in_the_history(tmp_path: Path) -> None:
    from backend.store.history import versions

    tiny = TinyWorkspace(tmp_path / "w", BOUND)
    tiny.run()
    tiny.change_check("BOUND", calculation_hint="price must be at most {limit}")
    tiny.run()

    old, new = versions(tiny.workspace, "BOUND")
    assert old.diff is None
    assert new.diff is not None
    assert (new.diff.added_rows, new.diff.removed_rows) == ((0,), (1,))
