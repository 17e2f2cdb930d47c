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
_ODD = "#,time,\U0001f642,size,by_whom,year,a\n1,10:00,x,3,Ann,2020,\n2,11:00,y,5,Bo,2021,4\n"
"""A table whose headers are signs, a letter and words that sentences are made of."""
_STRANGE = (
    "#",
    "(",
    ")",
    "\U0001f642",
    "time",
    "12345678901234567890",
    "\u00b2",
    "%",
    "a",
    "'",
    "and",
)
_OPENINGS = (
    "Flag me the all every each", "There must be no such", "Are there any of the", "Is there any",
    "Flag rows that are not", "List rows whose is not", "time must not have",
    "Which of the rows are there", "No two of the same",
    "If there is any then", "Only if not", "Make sure that there",
)  # fmt: skip
"""Words of openings and frames, which a sentence may be cut to."""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    workspace = Workspace(tmp_path_factory.mktemp("exam"))
    workspace.data.mkdir(parents=True)
    for path in EXAM.glob("tables/*/*.csv"):
        (workspace.data / path.name).write_bytes(path.read_bytes())
    (workspace.data / "odd.csv").write_text(_ODD, encoding="utf-8")
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


def _is_told(schema: Schema, table: str, sentence: str) -> bool:
    """Whether the sentence has a plan, or a reason why it has none."""
    check = Check(
        check_id="C-1", check_name="cut", target_table=(table,), calculation_hint=sentence
    )
    try:
        return bool(OfflinePlanner().plan(check, schema).kind)
    except AgentError as declined:
        return bool(str(declined))


@pytest.mark.parametrize("seed", range(5))
def test_it_is_read_or_declined(schema: Schema, seed: int) -> None:
    choose, rules = random.Random(seed), _rules()
    for _ in range(_TIMES):
        table, words = choose.choice(rules)
        _, others = choose.choice(rules)

        assert _is_told(schema, table, " ".join(_cut(words, others, choose)))


@pytest.mark.parametrize("seed", range(3))
def test_strange_words_and_headers_are_told_as_well(schema: Schema, seed: int) -> None:
    choose, rules = random.Random(seed), _rules()
    for _ in range(_TIMES):
        _, words = choose.choice(rules)
        words = words[: choose.randrange(1, len(words) + 1)]
        words[choose.randrange(len(words))] = choose.choice(_STRANGE)

        assert _is_told(schema, "odd", " ".join(words))


@pytest.mark.parametrize("opening", _OPENINGS)
def test_an_opening_alone_is_told_as_well(schema: Schema, opening: str) -> None:
    words = opening.split()
    for end in range(1, len(words) + 1):
        for mark in ("", ".", "?"):
            assert _is_told(schema, "odd", " ".join(words[:end]) + mark)
