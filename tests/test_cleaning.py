"""``agent clean``: what has had its time goes, and what a verdict of today needs stays."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend.auditing import audit
from backend.cleaning import clean, find_old, say_old_prompts
from backend.command_line import run_command_line
from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.store.lock import WorkspaceLock
from backend.store.prompt_log import append_prompt, read_prompts
from tests.tiny_workspace import TinyWorkspace, entry, state, verdicts

BAD = entry("BAD", "price must be at least 0")
LATER = datetime.now(UTC) + timedelta(days=40)
DAYS_30 = "[retention]\nartifacts = 30\ntables = 30\nevents = 30\nhistory = 30\nprompts = 30\n"


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    """Three runs with rows that are wrong, the second of them by another sentence."""
    tiny = TinyWorkspace(tmp_path / "w", BAD, entry("OTHER", "email must be filled", "users"))
    tiny.run()
    tiny.change_check("BAD", calculation_hint="price must be at least 3")
    tiny.run()
    tiny.change_check("BAD", calculation_hint="price must be at least 1")
    tiny.run("BAD")
    tiny.workspace.settings_file.write_text(DAYS_30)
    return tiny


def kinds(tiny: TinyWorkspace, now: datetime | None = LATER) -> dict[str, int]:
    found = [old.kind for old in find_old(tiny.workspace, now)]
    return {kind: found.count(kind) for kind in dict.fromkeys(sorted(found))}


def runs(tiny: TinyWorkspace) -> list[str]:
    return list(dict.fromkeys(record.run_id for record in tiny.logged()))


def test_what_the_newest_verdicts_need_stays(tiny: TinyWorkspace) -> None:
    first, second, third = runs(tiny)
    logged, log = tiny.logged(), tiny.workspace.runs_log_file.read_bytes()

    assert kinds(tiny) == {"artifacts": 1, "events": 1, "history": 2}
    gone = clean(tiny.workspace, LATER)

    left = {path.name for path in tiny.workspace.artifacts.iterdir()}
    assert left == {second, third}, "OTHER was judged last by the second run"
    assert first in {old.path.name for old in gone}
    assert kinds(tiny) == {}
    assert (tiny.logged(), tiny.workspace.runs_log_file.read_bytes()) == (logged, log)
    assert tiny.workspace.base.joinpath(str(logged[-1].flagged_path)).is_file()
    assert len([*tiny.workspace.history.rglob("*.json")]) == 2
    assert all(any(folder.iterdir()) for folder in tiny.workspace.history.iterdir())
    assert verdicts(tiny.run()) == {"BAD": "FAIL", "OTHER": "FAIL"}
    assert tiny.planner.asked == []


def test_nothing_goes_before_its_time_or_without_a_policy(tiny: TinyWorkspace) -> None:
    assert kinds(tiny, datetime.now(UTC) + timedelta(days=29)) == {}
    tiny.workspace.settings_file.write_text("")
    assert clean(tiny.workspace, LATER) == []
    assert say_old_prompts(tiny.workspace, LATER) == ""


def test_dry_run_writes_nothing(tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]) -> None:
    old = tiny.workspace.artifacts / "20200102T030405Z-beef"
    shutil.copytree(tiny.workspace.artifacts / runs(tiny)[0], old)
    before = state(tiny.workspace.base)

    arguments = ["--base-dir", str(tiny.workspace.base), "clean"]
    assert run_command_line([*arguments, "--dry-run"]) == 0

    told = capsys.readouterr().out.splitlines()
    assert state(tiny.workspace.base) == before
    assert told[0].split()[0] == "artifacts"
    assert told[0].endswith(f"artifacts/{old.name}")
    assert int(told[0].split()[1]) > 2000
    assert told[1].startswith("1 of them would go, ")
    assert run_command_line(arguments) == 0
    assert "1 of them are gone" in capsys.readouterr().out
    assert not old.exists()
    assert run_command_line(arguments) == 0
    assert "Nothing has had its time." in capsys.readouterr().out


def unreadable_workflows(tiny: TinyWorkspace) -> None:
    tiny.workspace.workflows_file.write_text("{")


def unreadable_approvals(tiny: TinyWorkspace) -> None:
    tiny.workspace.approvals_file.write_text("[]\n")


def no_roll_up(tiny: TinyWorkspace) -> None:
    tiny.workspace.rollup_file.unlink()


@pytest.mark.parametrize("hurt", [unreadable_workflows, unreadable_approvals, no_roll_up])
def test_where_it_is_not_known_what_is_needed_nothing_goes(
    tiny: TinyWorkspace, hurt: object
) -> None:
    assert callable(hurt)
    hurt(tiny)
    before = state(tiny.workspace.artifacts)
    with pytest.raises(WorkspaceError):
        clean(tiny.workspace, LATER)
    assert state(tiny.workspace.artifacts) == before


def test_clean_waits_for_no_run(tiny: TinyWorkspace) -> None:
    arguments = ["--base-dir", str(tiny.workspace.base), "clean"]
    with WorkspaceLock(tiny.workspace):
        assert run_command_line(arguments) == 75


def test_what_a_killed_clean_left_goes_with_the_next(tiny: TinyWorkspace) -> None:
    folder = tiny.workspace.artifacts
    folder.joinpath(runs(tiny)[0]).rename(folder / f".going-{runs(tiny)[0]}")
    assert kinds(tiny) == {"events": 1, "history": 2}
    clean(tiny.workspace)
    assert {path.name for path in folder.iterdir()} == set(runs(tiny)[1:])


def compile_of(tiny: TinyWorkspace, check_id: str) -> PromptRecord:
    program = tiny.workflow(check_id).program
    assert program is not None
    fields = {"at": "2026-01-01T00:00:00", "run_id": "r", "model": "m", "purpose": "compile"}
    told = {"request": None, "response": None, "check_id": check_id, "program": program.sha256}
    return PromptRecord.model_validate(fields | told)


def test_audit_records_go_aside_only_on_record(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--base-dir", str(tiny.workspace.base), "clean", "--audit-before", "2099-01-01"]
    log = tiny.workspace.prompt_log_file
    for check_id in ("BAD", "OTHER"):
        append_prompt(tiny.workspace, compile_of(tiny, check_id))
    before, compiles = log.read_bytes(), len([*read_prompts(tiny.workspace)])

    assert "records are older than 30 days and stay" in say_old_prompts(tiny.workspace, LATER)
    assert run_command_line(arguments) == 3
    assert "Say who and why" in capsys.readouterr().err
    assert run_command_line([*arguments, "--dry-run"]) == 0
    assert f"{compiles} audit records are before" in capsys.readouterr().out
    assert log.read_bytes() == before
    assert run_command_line([*arguments, "--by", "ann", "--why", "the policy"]) == 0

    assert f"{compiles} audit records are in plan_prompt_log/part-0001" in capsys.readouterr().out
    (act,) = map(json.loads, log.read_text().splitlines())
    assert act["request"] == {"before": "2099-01-01", "by": "ann", "why": "the policy"}
    found = audit(tiny.workspace)
    assert (found.is_whole, found.is_accounted) == (True, True)
    tiny.workspace.prompt_archive.joinpath("part-0001.jsonl").unlink()
    assert not audit(tiny.workspace).is_whole
