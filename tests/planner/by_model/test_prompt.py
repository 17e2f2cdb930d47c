from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend.contracts.errors import AmbiguousCheck, CannotPlan
from backend.contracts.schema import Schema
from backend.planner.by_model.answer import Answer, Decision, answer_schema
from backend.planner.by_model.answer_shots import SHOTS, Shot
from backend.planner.by_model.few_shots import schema_of
from backend.planner.by_model.prompt import system_prefix
from backend.rules.catalog import kinds
from backend.rules.language.formats import FORMATS
from tests.planner.by_model.world import PRICE, WITNESS, answer, check, planner, request, tables

ROOT = Path(__file__).resolve().parents[3]
PRINT = "import sys; from backend.planner.by_model.prompt import system_prefix as p; "
PRINT += "sys.stdout.buffer.write(p().encode())"
TOKEN = 3.5
"""Bytes of a token, roughly; shares do not hang on it."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "4711"])
def test_prefix_is_the_same_bytes_in_every_process(seed: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PRINT],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert ran.stdout == system_prefix().encode()


def test_prefix_tells_every_kind_and_format_and_example() -> None:
    prefix = system_prefix()

    assert not [name for name in kinds() if f"## {name}\n" not in prefix]
    assert not [name for name in FORMATS if f"- {name}: " not in prefix]
    sentences = [example.sentence for kind in kinds().values() for example in kind.examples]
    assert not [sentence for sentence in sentences if f'Sentence: "{sentence}" over' not in prefix]


def test_prefix_hides_what_the_compiler_fills_in() -> None:
    assert not [word for word in ("unquoted", '"unit": ""', '"reads": "number", "tol')
                if word in system_prefix()]  # fmt: skip


def test_what_is_shared_is_cached_and_equal_for_all_checks(tmp_path: Path) -> None:
    schema = tables(tmp_path)

    one, two = request(check(), schema), request(check("user_id must be in users", "users"), schema)

    assert one.system == two.system
    assert [prompt.cached for prompt in one.system] == [True, True]
    assert one.answer == two.answer


def test_order_of_tables_changes_no_byte(tmp_path: Path) -> None:
    schema = tables(tmp_path)
    turned = Schema(tables=dict(reversed(schema.tables.items())))

    assert request(check(), turned).system == request(check(), schema).system


def test_wide_workspace_tells_a_check_its_own_tables(tmp_path: Path) -> None:
    wide = ",".join(f"c{number}" for number in range(500))
    schema = tables(tmp_path, {"wide.csv": f"{wide}\n{wide}\n", "small.csv": "price\n1\n"})

    asked = request(check(names="small"), schema)

    assert "c499" not in asked.system[1].text
    assert "wide.csv" in asked.system[1].text
    assert '"the tables": {"small"' in str(asked.messages[0]["content"])


def test_schema_of_the_answer_is_small_and_flat() -> None:
    schema = answer_schema()
    fields = schema["properties"]

    assert isinstance(fields, dict)
    assert set(fields) == set(Answer.model_fields) == set(schema["required"])  # type: ignore[arg-type]
    assert not [word for word in ("anyOf", "$ref", "null", "object") if word in str(fields)]


def test_fifty_checks_are_nine_tenths_prefix_and_one_call_each(tmp_path: Path) -> None:
    schema = tables(tmp_path)
    by_model, model = planner(*[answer(PRICE, witnesses=(WITNESS,))] * 50)

    for number in range(50):
        sentence = f"For orders of channel {number}, price must be at least 0, as agreed in May."
        by_model.plan(check(sentence, check_id=f"C-{number}"), schema)

    prefix = sum(len(part.text.encode()) for asked in model.asked for part in asked.system)
    rest = sum(len(str(asked.messages[0]["content"]).encode()) for asked in model.asked)
    schemas = sum(len(str(asked.answer).encode()) for asked in model.asked)
    share = prefix / (prefix + rest + schemas)
    print(f"prefix {prefix / 50 / TOKEN:.0f} tokens, check {rest / 50 / TOKEN:.0f}, {share:.1%}")
    assert share >= 0.9
    assert len(model.asked) / 50 <= 1.3


ENDS = {
    Decision.AMBIGUOUS: (AmbiguousCheck, "ambiguous"),
    Decision.DECLINE: (CannotPlan, "not-understood"),
    Decision.OUT_OF_SCOPE: (CannotPlan, "out-of-scope"),
}


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.example.name)
def test_answers_that_the_prompt_shows_are_sound(shot: Shot) -> None:
    schema = schema_of(shot.example)
    by_model, model = planner(shot.text())
    sentence = check(shot.example.sentence, ",".join(schema.tables))

    decision = Decision(str(shot.answer["decision"]))
    if decision in ENDS:
        error, code = ENDS[decision]
        with pytest.raises(error) as declined:
            by_model.plan(sentence, schema)
        assert declined.value.code == code
    else:
        plan = by_model.plan(sentence, schema)
        assert len(plan.witnesses) == len(shot.witnesses) > 0
    assert len(model.asked) == 1
