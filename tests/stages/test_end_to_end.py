"""Exploration, preparation and training through ``agent run``, as a person starts it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Stage
from backend.contracts.stage_session import StageSession
from backend.contracts.workspace import Workspace
from backend.stages.session import read_session
from backend.store.runs_log import read_records

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def people(rows: int) -> str:
    """A table whose target follows from three columns, and noise."""
    rng = random.Random(7)
    lines = ["age,city,income,joined,bought"]
    for _ in range(rows):
        age, city = rng.randint(18, 80), rng.choice(["Bern", "Basel", "Genf"])
        income, day = round(rng.gauss(50, 15), 2), rng.randint(1, 28)
        score = (age - 45) / 20 + (city == "Bern") + (income - 50) / 30 + rng.gauss(0, 0.6)
        told_age = age if rng.random() > 0.05 else ""
        lines.append(f"{told_age},{city},{income},2024-03-{day:02d},{'yes' if score > 0 else 'no'}")
    return "\n".join(lines) + "\n"


def check(stage: str, **more: Any) -> dict[str, Any]:
    return {
        "check_id": stage.upper(),
        "check_name": f"{stage} of people",
        "target_table": "people",
        "calculation_hint": "Who buys?",
        "stage": stage,
        "target": "bought",
        "params": {"trials": 2, "seconds": 20},
        **more,
    }


CHECKS = (
    check("train", depends_on="PREP"),
    check("eda", params={"plot_limit": 2, "probes": 1}),
    check("prep", depends_on="EDA"),
    {
        "check_id": "RULE",
        "check_name": "income",
        "target_table": "people",
        "calculation_hint": "income must be filled",
    },
)


def agent(workspace: Workspace, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "backend.agent", *words, "--base-dir", str(workspace.base)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def session_of(workspace: Workspace) -> StageSession:
    found = read_session(workspace.sessions / "people").session
    assert found is not None
    return found


def without_times(value: Any) -> Any:
    """What must be the same each time."""
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name not in TIMES}
        return {name: without_times(each) for name, each in kept.items()}
    return [without_times(each) for each in value] if isinstance(value, list) else value


TIMES = ("runtime_ms", "run_id", "seconds")
MAY_DIFFER = ("report.json", "report.md", "metadata.json", "metrics.jsonl")
"""Files that tell the time a stage took, or the run."""


def metadata(workspace: Workspace) -> dict[str, Any]:
    folder = workspace.sessions / "people"
    paths = (path for path in folder.rglob("*.json") if path.name in MAY_DIFFER)
    return {
        str(path.relative_to(folder)): without_times(json.loads(path.read_text())) for path in paths
    }


def test_three_stages_and_a_rule_in_one_run_and_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for folder, name, text in (
        ("data", "people.csv", people(240)),
        ("checks", "checks.json", json.dumps(CHECKS)),
    ):
        tmp_path.joinpath(folder).mkdir()
        tmp_path.joinpath(folder, name).write_text(text)
    first = agent(workspace, "run", "--offline")
    before, numbers = session_of(workspace), metadata(workspace)

    verdicts = {each.check_id: each.verdict.value for each in read_records(workspace).records}
    assert set(verdicts) == {"EDA", "PREP", "TRAIN", "RULE"}, first.stderr
    assert set(verdicts.values()) <= {"PASS", "WARN"}, first.stdout
    assert before.state.value == "train_done"
    assert before.stages[Stage.TRAIN].test_uses == 1
    assert [stage.value for stage in before.stages] == ["eda", "prep", "train"]

    again = agent(workspace, "run", "--offline")
    after = session_of(workspace)

    assert "0 compiled" in again.stdout, again.stdout
    assert metadata(workspace) == numbers
    for stage, mark in before.stages.items():
        kept = {name: h for name, h in mark.files.items() if Path(name).name not in MAY_DIFFER}
        assert {name: after.stages[stage].files[name] for name in kept} == kept

    shown = agent(workspace, "session", "show", "people")
    assert "people: train_done" in shown.stdout
    assert "test rows judged: 1" in shown.stdout
