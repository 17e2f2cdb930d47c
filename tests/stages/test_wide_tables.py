"""Thirty thousand categories and a column of lists are prepared and trained on, or told of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.contracts.errors import DataError
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.train_metadata import TrainMetadata
from backend.contracts.verdict import Execution, Verdict
from backend.stages.running import run_stage
from backend.stages.stage_program import plan_stage, write_stage_program
from tests.stages.stage_bench import PEOPLE, StageBench, leaves_all, stage_check

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
ROWS, CATEGORIES = 36_000, 30_000
"""Each fifth row has a category that another row has, too."""


def purchases() -> str:
    rng = np.random.default_rng(5)
    more = rng.integers(0, CATEGORIES, ROWS - CATEGORIES)
    numbers = np.concatenate([np.arange(CATEGORIES), more])
    rng.shuffle(numbers)
    paid = rng.normal(50, 20, ROWS)
    tags = np.array(["['new']", "['new', 'sale']", '["sale"]', "[]", "[1, 2]"])
    frame = pd.DataFrame(
        {
            "product": [f"product {number}" for number in numbers],
            "tags": rng.choice(tags, ROWS),
            "paid": paid.round(2),
            "returned": np.where(paid + rng.normal(0, 15, ROWS) > 60, "yes", "no"),
        }
    )
    return str(frame.to_csv(index=False))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> StageBench:
    base = tmp_path_factory.mktemp("wide") / "base"
    made = StageBench(base, purchases=purchases(), people=PEOPLE)
    made.run("eda", leaves_all)
    return made


def run(bench: StageBench, stage: str, target: str, session: str, **params: Any) -> Execution:
    context = bench.context(wall_seconds=900, memory_mb=4096)
    fields = {"target_table": "purchases", "target": target, "session": session}
    check = stage_check(stage, params=params, **fields)
    program = write_stage_program(plan_stage(check, context.schema, planner="p"), check)
    return run_stage(program, check, context)


def test_they_are_prepared_and_trained_on_and_other_sessions_are_untouched(
    bench: StageBench,
) -> None:
    before = bench.session(), bench.left()
    ended = [
        run(bench, "eda", "returned", "wide", plot_limit=1, probes=0),
        run(bench, "prep", "returned", "wide"),
        run(bench, "train", "returned", "wide", trials=1, seconds=20),
    ]
    folder = bench.folder("wide")
    prepared = PrepMetadata.model_validate_json((folder / "prep/data/metadata.json").read_bytes())
    trained = TrainMetadata.model_validate_json((folder / "train/data/metadata.json").read_bytes())

    assert {each.verdict for each in ended} <= {Verdict.PASS, Verdict.WARN}, ended
    assert prepared.dropped["product"].startswith("id-like")
    assert prepared.roles["tags"] == "one_hot"
    assert len(prepared.features) < 20 and all(point.held for point in prepared.proof)
    assert trained.test_metrics["roc_auc"] > 0.8
    assert (bench.session(), bench.left()) == before


def test_a_target_of_so_many_classes_is_declined_with_the_reason(bench: StageBench) -> None:
    before = bench.session(), bench.left()
    run(bench, "eda", "product", "odd", plot_limit=1, probes=0)
    with pytest.raises(DataError) as caught:
        run(bench, "prep", "product", "odd", problem_type="classification")

    assert caught.value.code == "bad-target"
    assert "classes, and 200 are the most" in str(caught.value)
    assert bench.session("odd").state.value == "failed"
    assert (bench.session(), bench.left()) == before
