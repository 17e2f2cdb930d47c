"""README says nothing that is not so: its commands exist, its sentences compile."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from backend.agent import main
from backend.contracts.check import Check
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.snapshot import snapshot_tables

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SENTENCES = re.findall(r"^\| `([^`]+)`(?: with `\"params\": (\{.+?\})`)? \| [a-z]", README, re.M)
COMMANDS = sorted({word for word in re.findall(r"`agent ([a-z]+)", README)})


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    base = tmp_path_factory.mktemp("readme")
    (base / "data").symlink_to(ROOT / "backend" / "data")
    return snapshot_tables(Workspace(base), Schema())


def tables_of(sentence: str) -> tuple[str, ...]:
    if "events rows" in sentence:
        return ("events", "users")
    if "venue" in sentence:
        return ("events",)
    return ("orders",) if re.search(r"paid|price", sentence) else ("users",)


@pytest.mark.parametrize(("sentence", "params"), SENTENCES[:8], ids=[s for s, _ in SENTENCES[:8]])
def test_each_sentence_compiles(sentence: str, params: str, schema: Schema) -> None:
    entry = {
        "check_id": "R",
        "check_name": "README",
        "target_table": tables_of(sentence),
        "calculation_hint": sentence,
        "params": json.loads(params or "{}"),
    }
    assert OfflinePlanner().plan(Check.model_validate(entry), schema).restatement


def test_all_sentences_are_found() -> None:
    assert len(SENTENCES) >= 8


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_exists(command: str) -> None:
    assert main([command, "--help"]) == 0


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README))))
def test_each_target_of_make_exists(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_each_linked_page_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_shown_program_is_the_one_that_is_compiled(schema: Schema) -> None:
    from backend.executor.write import write_program

    checks = json.loads((ROOT / "backend/checks/checks.json").read_text("utf-8"))
    entry = next(check for check in checks if check["check_id"] == "CHK-023")
    check = Check.model_validate(entry)
    program = write_program(OfflinePlanner().plan(check, schema), check)
    assert program.source.strip() in README
