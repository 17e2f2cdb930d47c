"""The real stages over a real table in the real sandbox: what steps get, and what they leave."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import JsonValue
from sklearn.datasets import load_breast_cancer

from backend.contracts.check import Stage
from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import PARTS, PrepMetadata, Splits
from backend.contracts.stage_session import StageMark
from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.contracts.verdict import Execution, Verdict
from backend.stages.eda import run_eda
from backend.stages.judgements import read_judgements
from backend.stages.laboratory import Finished, Laboratory, Table
from backend.stages.prep import run_prep
from backend.stages.running import run_stage
from backend.stages.stage_context import StageContext, StageResult
from backend.stages.stage_program import plan_stage, write_stage_program
from backend.stages.train import choose, run_train
from tests.stages.stage_bench import StageBench, stage_check

SMALL = {"eda": {"plot_limit": 1, "probes": 0}, "train": {"trials": 2}}
STAGES = {"eda": run_eda, "prep": run_prep, "train": run_train}
slow = [pytest.mark.slow, pytest.mark.timeout(600)]


class Given(NamedTuple):
    """One table that a step was given."""

    step: str
    table: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Watching(Laboratory):
    """The real laboratory, with a note of what each step was given."""

    given: list[Given] = field(default_factory=list)

    def run(
        self,
        step: str,
        tables: Mapping[str, Table],
        arguments: Mapping[str, JsonValue],
        leave: Path,
        *,
        seconds: float | None = None,
    ) -> Finished:
        for name, table in tables.items():
            names = table.column_names if isinstance(table, pa.Table) else table.columns
            self.given.append(Given(step, name, tuple(map(str, names)), len(table)))
        return super().run(step, tables, arguments, leave, seconds=seconds)


def tumours() -> str:
    frame = load_breast_cancer(as_frame=True).frame.iloc[:, [0, 1, 4, 5, 9, -1]]
    frame = frame.rename(columns={"target": "kind"})
    is_ill = frame["kind"] == 0
    frame["kind"] = np.where(is_ill, "malignant", "benign")
    frame["clinic"] = [f"clinic {n % 4}" for n in range(len(frame))]
    frame["operated"] = pd.Series(["2024-05-01"] * len(frame)).where(is_ill)
    frame.loc[::11, "mean texture"] = np.nan
    copies = frame.iloc[1:40]
    return str(pd.concat([frame, copies], ignore_index=True).to_csv(index=False))


class Walk:
    """A session on the tumours, stage by stage."""

    def __init__(self, base: Path) -> None:
        self.bench = StageBench(base, tumours=tumours())
        self.given: list[Given] = []
        self.first: list[Given] = []

    def run(
        self,
        stage: str,
        change: Callable[[StageContext], StageContext] | None = None,
        **params: Any,
    ) -> Execution:
        context = self.bench.context(wall_seconds=300, memory_mb=4096)
        params |= SMALL.get(stage, {})
        check = stage_check(stage, target_table="tumours", target="kind", params=params)
        program = write_stage_program(plan_stage(check, context.schema, planner="p"), check)

        def work(found: StageContext) -> StageResult:
            watched = {name: getattr(found.laboratory, name) for name in Laboratory.__annotations__}
            own = replace(found, laboratory=Watching(**watched, given=self.given))
            return STAGES[stage](change(own) if change else own)

        return run_stage(program, check, context, by=work)

    def read(self, name: str) -> bytes:
        return (self.bench.folder("tumours") / name).read_bytes()


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    done = Walk(tmp_path_factory.mktemp("walk") / "base")
    ended = [done.run(stage) for stage in STAGES]
    assert [
        each.verdict for each in ended if each.verdict not in (Verdict.PASS, Verdict.WARN)
    ] == []
    done.first = [*done.given]
    return done


class Again(NamedTuple):
    """Preparation and training done once more: their files, and what was given and counted."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    given: list[Given]
    mark: StageMark


@pytest.fixture(scope="module")
def again(walk: Walk) -> Again:
    names = [f"prep/data/{part}.parquet" for part in PARTS]
    names += ["prep/data/metadata.json", "train/data/metadata.json", "train/models/model.pkl"]
    before = {name: walk.read(name) for name in names}
    walk.given.clear()
    for stage in ("prep", "train"):
        walk.run(stage)
    after = {name: walk.read(name) for name in names}
    mark = walk.bench.session("tumours").stages[Stage.TRAIN]
    return Again(before, after, [*walk.given], mark)


class TestTheWalk:
    """What three stages leave and were given."""

    pytestmark = slow

    def test_preparation_is_on_record_and_proven(self, walk: Walk) -> None:
        metadata = PrepMetadata.model_validate_json(walk.read("prep/data/metadata.json"))
        splits = Splits.model_validate_json(walk.read("prep/data/splits.json"))

        assert all(point.held for point in metadata.proof) and len(metadata.proof) == 6
        assert metadata.original_shape == (608, 8)
        assert metadata.dropped["operated"].startswith("leak")
        assert set(metadata.categorical_features) == {"clinic"}
        assert metadata.duplicates_removed == len(splits.copies_removed) > 0
        for part in PARTS:
            table = pq.read_table(pa.BufferReader(walk.read(f"prep/data/{part}.parquet")))
            assert table.column_names == [*metadata.features, "kind"]
            assert table.num_rows == metadata.splits[part].rows == len(splits.of(part))

    def test_training_is_on_record(self, walk: Walk) -> None:
        metadata = TrainMetadata.model_validate_json(walk.read("train/data/metadata.json"))

        assert metadata.models_evaluated[0] == "Baseline" and len(metadata.models_evaluated) == 4
        assert metadata.test_metrics["roc_auc"] > 0.9
        assert metadata.test_evaluations == 1
        assert walk.bench.session("tumours").stages[Stage.TRAIN].test_uses == 1
        assert "operated" not in metadata.column_importance
        kinds = [json.loads(each)["type"] for each in walk.read("train/metrics.jsonl").splitlines()]
        assert set(kinds) == {"charts", "metric"}

    def test_no_step_got_labels_of_what_it_is_judged_by(self, walk: Walk) -> None:
        sizes = PrepMetadata.model_validate_json(walk.read("prep/data/metadata.json")).splits
        later = [each for each in walk.first if each.table != "tumours"]  # exploration's name
        rows = [each for each in later if len(each.columns) > 1]

        for each in rows:
            if "kind" in each.columns:
                assert (each.table, each.rows) == ("train", sizes["train"].rows)
        judged = [each for each in rows if each.table == "judged"]
        assert [set(each.columns) for each in judged] == [{"truth", "prediction", "p0", "p1"}]

    def test_test_rows_are_predicted_once_by_one_model(self, walk: Walk) -> None:
        calls = [each for each in walk.first if each.step == "predict_rows"]
        tables = [each.table for each in calls]
        assert tables == ["rows", *[f"model_{n}" for n in range(4)], "rows", "model_0"]

    def test_the_same_again_gives_the_same(self, again: Again) -> None:
        assert again.after == again.before

    def test_the_same_model_is_not_asked_again(self, walk: Walk, again: Again) -> None:
        assert (again.mark.test_uses, again.mark.test_reused) == (1, True)
        assert sum(each.step == "predict_rows" for each in again.given) == 5  # validation's alone
        states = [each.state for each in read_judgements(walk.bench.folder("tumours"))]
        assert states == ["begun", "done"]

    def test_a_second_look_at_test_is_refused(self, walk: Walk) -> None:
        def spent(context: StageContext) -> StageContext:
            record = context.open_judgements()
            record.is_spent = True
            return replace(context, open_judgements=lambda: record)

        with pytest.raises(ProgramError) as caught:
            walk.run("train", spent)
        assert caught.value.code == "test-spent"

    def test_another_model_counts(self, walk: Walk, again: Again) -> None:
        walk.run("prep", drop="mean radius")
        ended = walk.run("train")
        other = walk.bench.session("tumours").stages[Stage.TRAIN]
        metadata = TrainMetadata.model_validate_json(walk.read("train/data/metadata.json"))
        assert (other.test_uses, other.test_reused) == (2, False)
        assert (metadata.test_evaluations, metadata.test_models) == (2, 2)
        assert "judged 2 times in this session, by 2 models" in ended.reason
        assert len({each.model for each in read_judgements(walk.bench.folder("tumours"))}) == 2


def candidate(name: str, reached: float, *, tuned: bool = False) -> Candidate:
    scores: dict[str, Any] = {"cv": {}, "validation": {"roc_auc": reached, "rmse": reached}}
    fields = {"name": name, "family": name, "params": {}, "strategy": "none", "tuned": tuned}
    return Candidate.model_validate(fields | scores)


CHOICES: dict[str, tuple[str, list[Candidate], str]] = {
    "the best": ("roc_auc", [candidate("a", 0.5), candidate("b", 0.9), candidate("c", 0.8)], "b"),
    "the least error": ("rmse", [candidate("a", 5.0), candidate("b", 2.0)], "b"),
    "of equals the tuned": ("roc_auc", [candidate("a", 0.9), candidate("b", 0.9, tuned=True)], "b"),
    "of equals the first": ("roc_auc", [candidate("a", 0.9), candidate("b", 0.9)], "a"),
    "the baseline where none is better": (
        "roc_auc",
        [candidate("a", 0.6), candidate("b", 0.5)],
        "a",
    ),
}


@pytest.mark.parametrize(("metric", "found", "best"), CHOICES.values(), ids=CHOICES.keys())
def test_validation_chooses(metric: str, found: list[Candidate], best: str) -> None:
    assert found[choose(found, metric)].name == best
