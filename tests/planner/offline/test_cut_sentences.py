"""However a sentence is cut, mixed or shuffled: it is read, or declined with a reason."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import AgentError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.snapshot import snapshot_tables

EXAM = Path(__file__).resolve().parents[3] / "bench" / "exam"
_TIMES = 25
"""Sentences that are cut for each seed."""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    workspace = Workspace(tmp_path_factory.mktemp("exam"))
    workspace.data.mkdir(parents=True)
    for path in EXAM.glob("tables/*/*.csv"):
        (workspace.data / path.name).write_bytes(path.read_bytes())
    return snapshot_tables(workspace, Schema())


def _rules() -> list[tuple[str, list[str]]]:
    lines = (EXAM / "rules.jsonl").read_text(encoding="utf-8").splitlines()
    rules = [json.loads(line) for line in lines]
    return [(rule["about"], rule["sentence"].split()) for rule in rules if "," not in rule["about"]]


def _cut(words: list[str], others: list[str], choose: random.Random) -> list[str]:
    at = choose.randrange(len(words))
    match choose.randrange(4):
        case 0:
            return words[:at] + words[at + choose.randrange(1, 5) :]
        case 1:
            return words[:at] or ["?"]
        case 2:
            return words[:at] + others[choose.randrange(len(others)) :]
    return choose.sample(words, len(words))


@pytest.mark.parametrize("seed", range(5))
def test_it_is_read_or_declined(schema: Schema, seed: int) -> None:
    choose, rules, told = random.Random(seed), _rules(), 0
    for _ in range(_TIMES):
        table, words = choose.choice(rules)
        _, others = choose.choice(rules)
        sentence = " ".join(_cut(words, others, choose))
        check = Check(
            check_id="C-1", check_name="cut", target_table=(table,), calculation_hint=sentence
        )
        try:
            told += bool(OfflinePlanner().plan(check, schema).kind)
        except AgentError as declined:
            told += bool(str(declined))
    assert told == _TIMES
