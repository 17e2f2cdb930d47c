"""The catalog's examples: what they flag, the programs they become, the page that shows them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from backend.rules.catalog import kinds, read_rule
from backend.rules.handbook import write_handbook
from tests.golden.regenerate import GOLDEN, golden_names
from tests.rules.examples import EXAMPLES, compiled
from tests.rules.worlds import run

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2024-07-01"
each_example = pytest.mark.parametrize("name", EXAMPLES)


@each_example
def test_an_example_flags_what_it_says(name: str) -> None:
    kind, example = EXAMPLES[name]
    plan, program, frames = compiled(name)
    rule = read_rule(plan.rule)
    result = run(
        program.source, rule, frames, **({"as_of": AS_OF} if "as_of" in plan.parameters else {})
    )
    flagged = len(result.records) if isinstance(example.flagged, int) else tuple(result.rows)

    assert (plan.kind, plan.table) == (kind, next(iter(example.tables)))
    assert flagged == example.flagged
    assert result.tested


@each_example
def test_a_program_is_the_golden_one(name: str) -> None:
    golden = GOLDEN / f"{name}.py"

    assert golden.is_file(), "missing: run `python -m tests.golden.regenerate` and read it"
    told = "stale: run `python -m tests.golden.regenerate` and read the diff"
    assert golden.read_text("utf-8") == compiled(name).program.source, told


def test_every_golden_program_is_of_an_example() -> None:
    assert golden_names() - set(EXAMPLES) == set(), "run `python -m tests.golden.regenerate`"


def test_every_kind_has_examples_under_names_of_their_own() -> None:
    for kind in kinds().values():
        names = [example.name for example in kind.examples]
        assert names
        assert len(set(names)) == len(names)


def test_the_page_of_rules_is_what_the_catalog_prints() -> None:
    programs = {name: (GOLDEN / f"{name}.py").read_text("utf-8") for name in golden_names()}
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")

    assert write_handbook(programs) == page, "docs/rules.md is stale: run `make docs`"
    for name, (_, example) in EXAMPLES.items():
        assert f"### {example.sentence}\n" in page
        assert programs[name].rstrip() in page


@pytest.mark.slow
def test_the_catalog_prints_the_page() -> None:
    command = [sys.executable, "-m", "backend.rules.catalog"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert printed.stdout == (ROOT / "docs" / "rules.md").read_text("utf-8")
