"""A target of several labels goes the whole way, from exploration to a model judged once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.contracts.errors import DataError
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.train_metadata import TrainMetadata
from backend.contracts.verdict import Execution, Verdict
from backend.stages.label_sets import label_columns, with_label_sets
from backend.stages.running import run_stage
from backend.stages.stage_program import plan_stage, write_stage_program
from tests.stages.stage_bench import StageBench, stage_check


def films(rows: int = 260) -> pd.DataFrame:
    """Films whose genres follow from two numbers, and noise."""
    rng = np.random.default_rng(3)
    length, laughs = rng.normal(100, 20, rows), rng.normal(5, 3, rows)
    return pd.DataFrame(
        {
            "length": length.round(1),
            "laughs": laughs.round(2),
            "country": rng.choice(["CH", "FR", "JP"], rows),
            "drama": (length + rng.normal(0, 8, rows) > 100).astype(int),
            "comedy": (laughs + rng.normal(0, 1, rows) > 5).astype(int),
        }
    )


def told_in_one_column(frame: pd.DataFrame) -> pd.DataFrame:
    cells = [
        "|".join(name for name in ("drama", "comedy") if row[name]) or "other"
        for row in frame.to_dict("records")
    ]
    return frame.drop(columns=["drama", "comedy"]).assign(genres=cells)


SOURCES: dict[str, tuple[pd.DataFrame, str, list[str]]] = {
    "several columns": (films(), "drama,comedy", ["comedy", "drama"]),
    "one column": (told_in_one_column(films()), "genres", ["comedy", "drama", "other"]),
}


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("frame", "target", "labels"), SOURCES.values(), ids=SOURCES.keys())
def test_it_goes_the_whole_way(
    frame: pd.DataFrame, target: str, labels: list[str], tmp_path: Path
) -> None:
    bench = StageBench(tmp_path / "base", films=frame.to_csv(index=False))

    def run(stage: str, **params: Any) -> Execution:
        context = bench.context(wall_seconds=600, memory_mb=4096)
        check = stage_check(stage, target_table="films", target=target, params=params)
        program = write_stage_program(plan_stage(check, context.schema, planner="p"), check)
        return run_stage(program, check, context)

    ended = [run("eda", plot_limit=1, probes=0), run("prep"), run("train", trials=1, seconds=20)]
    assert {each.verdict for each in ended} <= {Verdict.PASS, Verdict.WARN}, ended
    folder = bench.folder("films")
    prepared = PrepMetadata.model_validate_json((folder / "prep/data/metadata.json").read_bytes())
    trained = TrainMetadata.model_validate_json((folder / "train/data/metadata.json").read_bytes())

    assert prepared.problem_type == trained.problem_type == "multilabel"
    assert all(point.held for point in prepared.proof)
    assert not set(target.split(",")) & set(prepared.roles)
    assert list(trained.classes) == labels == sorted(prepared.class_distribution)
    assert trained.metric == "roc_auc" and trained.test_metrics["roc_auc"] > 0.8
    assert trained.test_metrics["hamming_loss"] < 0.35 and trained.test_evaluations == 1
    assert trained.candidates[0].validation["roc_auc"] == 0.5
    assert "over" in trained.importance_method and trained.feature_importance
    assert (folder / "train/figures/labels.png").is_file()


READ: dict[str, tuple[list[Any], list[str | None]]] = {
    "by a bar": (["a|b", "b", None, "a | c"], ['["a", "b"]', '["b"]', None, '["a", "c"]']),
    "by a comma": (["a,b", "c"], ['["a", "b"]', '["c"]']),
    "as lists": (["['a', 'b']", "[]", '["c"]'], ['["a", "b"]', "[]", '["c"]']),
    "twice the same": (["b;b;a", "c"], ['["a", "b"]', '["c"]']),
}


@pytest.mark.parametrize(("cells", "expected"), READ.values(), ids=READ.keys())
def test_cells_are_read_as_sets(cells: list[Any], expected: list[str | None]) -> None:
    frame = pd.DataFrame({"x": range(len(cells)), "y": pd.Series(cells, dtype="str")})
    found = with_label_sets(frame, "y", ["a", "b", "c"])["y"]
    assert [None if pd.isna(cell) else cell for cell in found] == expected


def test_columns_are_read_by_their_greater_value() -> None:
    frame = pd.DataFrame({"x": [1, 2, 3], "is red": ["yes", "no", "yes"], "big": [0.0, 1.0, None]})
    found = with_label_sets(frame, "is red, big", [])

    assert list(found.columns) == ["x", "is red, big"]
    assert [json.loads(cell) for cell in found["is red, big"][:2]] == [["is red"], ["big"]]
    assert found["is red, big"].isna().tolist() == [False, False, True]
    assert label_columns("a,b", ["a", "b"]) == ("a", "b")
    assert label_columns("a,b", ["a,b"]) == ("a,b",)


REFUSED: dict[str, tuple[list[str], str]] = {
    "an unknown label": (["a|b", "d"], "not lists of the labels"),
    "a label in every row": (["a|b", "a", "a|c"], "'a' is in every row"),
    "one label": (["a", ""], "1 labels occur"),
}


@pytest.mark.parametrize(("cells", "fact"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_target_is_refused(cells: list[str], fact: str) -> None:
    frame = pd.DataFrame({"y": pd.Series(cells, dtype="str")})
    with pytest.raises(DataError) as caught:
        with_label_sets(frame, "y", ["a", "b", "c"])
    assert caught.value.code == "bad-target" and fact in str(caught.value)
