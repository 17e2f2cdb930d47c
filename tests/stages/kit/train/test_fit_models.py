"""Models are learnt on train alone, the same each time, and predict from raw rows anywhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine

from backend.stages.kit.prep.fit_prep import fit_prep
from backend.stages.kit.train import families
from backend.stages.kit.train.draw_scores import draw_scores
from backend.stages.kit.train.explain_model import explain_model
from backend.stages.kit.train.fit_models import fit_models
from backend.stages.kit.train.predict_rows import predict_rows

PNG = b"\x89PNG"
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


class Learnt(NamedTuple):
    """What a fit left, over which rows."""

    folder: Path
    value: dict[str, Any]
    train: pd.DataFrame
    problem_type: str


def carried(path: Path) -> pd.DataFrame:
    return pd.DataFrame({"bytes": [path.read_bytes()]})


def learn(folder: Path, train: pd.DataFrame, problem_type: str, **more: Any) -> Learnt:
    folder.mkdir(exist_ok=True)
    kinds = {n: "number" if pd.api.types.is_numeric_dtype(train[n]) else "text" for n in train}
    columns = {name: {"type": kind, "date_format": None} for name, kind in kinds.items()}
    shared = {"target": "target", "problem_type": problem_type, "seed": 42}
    prepare = {"columns": columns, "dropped": {}, "keep": [], "figures": False}
    fit_prep({"train": train}, artifacts=folder, **shared, **prepare)
    metric = "rmse" if problem_type == "regression" else "f1_macro"
    asked = {"metric": metric, "split": "stratified", "trials": 3} | more
    tables = {"train": train, "pipeline": carried(folder / "prep_pipeline.pkl")}
    value = fit_models(tables, artifacts=folder, **shared, **asked)
    return Learnt(folder, value, train, problem_type)


def skewed_classes() -> pd.DataFrame:
    frame = load_breast_cancer(as_frame=True).frame.iloc[:, [0, 1, 4, 5, -1]]
    frame = pd.concat([frame[frame["target"] == 1], frame[frame["target"] == 0].iloc[:60]])
    frame["target"] = np.where(frame["target"] == 1, "benign", "malignant")
    return frame.assign(ward=["A", "B", "C", None] * 104 + ["A"]).reset_index(drop=True)


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Learnt:
    return learn(tmp_path_factory.mktemp("classes"), skewed_classes(), "classification")


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Learnt:
    frame = load_diabetes(as_frame=True).frame
    return learn(tmp_path_factory.mktemp("numbers"), frame, "regression")


@pytest.fixture
def learnt(request: pytest.FixtureRequest) -> Learnt:
    return request.getfixturevalue(request.param)


both = pytest.mark.parametrize("learnt", ["classes", "numbers"], indirect=True)


@both
def test_a_baseline_two_families_and_the_best_tuned(learnt: Learnt) -> None:
    names = [each["name"] for each in learnt.value["candidates"]]
    linear, boosting = families.family_names(learnt.problem_type)

    assert names[:3] == ["Baseline", linear, boosting]
    assert names[3] in (f"{linear} tuned", f"{boosting} tuned")
    assert learnt.value["trials"] == 3
    files = {each["file"] for each in learnt.value["candidates"]}
    assert files == {f"candidates/{p.name}" for p in (learnt.folder / "candidates").iterdir()}


@both
def test_every_family_beats_the_baseline(learnt: Learnt) -> None:
    metric, sign = ("rmse", -1) if learnt.problem_type == "regression" else ("f1_macro", 1)
    baseline, *others = [sign * each["cv"][metric] for each in learnt.value["candidates"]]
    assert min(others) > baseline


def test_imbalance_is_handled_three_ways_and_compared(classes: Learnt) -> None:
    ways = [(each["family"], each["strategy"]) for each in classes.value["strategies"]]
    three = ["none", "class_weight=balanced", "SMOTE on train"]
    linear, boosting = families.family_names("classification")
    assert ways == [(family, way) for family in (linear, boosting) for way in three]
    assert classes.value["imbalance_ratio"] > 5


@both
def test_the_same_rows_give_the_same_models_bit_for_bit(learnt: Learnt, tmp_path: Path) -> None:
    again = learn(tmp_path, learnt.train, learnt.problem_type)

    assert again.value == learnt.value
    for path in (learnt.folder / "candidates").iterdir():
        assert (tmp_path / "candidates" / path.name).read_bytes() == path.read_bytes()


LOAD = """
import json, sys, joblib, pandas as pd
model = joblib.load(sys.argv[1])
rows = pd.read_csv(sys.argv[2])
print(json.dumps({"said": model.predict(rows).tolist(), "ours": "backend" in sys.modules}))
"""


@both
def test_a_model_predicts_raw_rows_without_this_project(learnt: Learnt, tmp_path: Path) -> None:
    path = learnt.folder / learnt.value["candidates"][-1]["file"]
    raw = learnt.train.drop(columns=["target"]).iloc[:20]
    raw.to_csv(tmp_path / "rows.csv", index=False)
    command = [sys.executable, "-I", "-c", LOAD, str(path), str(tmp_path / "rows.csv")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    tables = {"model_0": carried(path), "rows": raw}
    predict_rows(tables, artifacts=tmp_path, leave="val", problem_type=learnt.problem_type)
    here = pd.read_parquet(tmp_path / "val_0.parquet")["prediction"].tolist()

    assert json.loads(done.stdout) == {"said": here, "ours": False}


@both
def test_metrics_are_told_as_they_come(learnt: Learnt) -> None:
    lines = [json.loads(x) for x in (learnt.folder / "metrics.jsonl").read_text().splitlines()]

    assert lines[0]["type"] == "charts"
    assert {each["type"] for each in lines[1:]} == {"metric"}
    tuning = [each["step"] for each in lines[1:] if each["run"].startswith("tuning")]
    assert tuning == [0, 1, 2]


@both
def test_importances_add_up_and_name_columns(learnt: Learnt, tmp_path: Path) -> None:
    for each in learnt.value["candidates"][1:]:
        tables = {"model": carried(learnt.folder / each["file"]), "train": learnt.train}
        told = explain_model(tables, artifacts=tmp_path, target="target")
        assert told["method"].startswith("SHAP")
        assert sum(told["features"].values()) == pytest.approx(1)
        assert sum(told["columns"].values()) == pytest.approx(1)
        assert set(told["columns"]) <= set(learnt.train.columns)
    assert (tmp_path / "figures" / "feature_importance.png").read_bytes().startswith(PNG)


def test_shap_of_a_linear_model_is_coefficient_times_distance(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.normal(size=(400, 3)), columns=["a", "b", "c"])
    frame["target"] = 4 * frame["a"] + 2 * frame["b"] + rng.normal(scale=0.01, size=400)
    learnt = learn(tmp_path, frame, "regression")
    ridge = next(e for e in learnt.value["candidates"] if e["family"] == "Ridge")
    tables = {"model": carried(tmp_path / ridge["file"]), "train": frame}
    told = explain_model(tables, artifacts=tmp_path, target="target")

    assert list(told["features"]) == ["a", "b", "c"]
    assert told["features"]["a"] / told["features"]["b"] == pytest.approx(2, rel=0.15)
    assert told["features"]["c"] < 0.01


DRAWN = {
    "two classes": (["no", "yes"], {"confusion_matrix.png", "calibration.png"}),
    "three classes": ([0, 1, 2], {"confusion_matrix.png", "calibration.png"}),
    "numbers": ([], {"residuals.png"}),
}


@pytest.mark.parametrize(("labels", "files"), DRAWN.values(), ids=DRAWN.keys())
def test_the_judgement_is_drawn(tmp_path: Path, labels: list[Any], files: set[str]) -> None:
    rng = np.random.default_rng(0)
    judged = pd.DataFrame({"truth": rng.normal(size=90), "prediction": rng.normal(size=90)})
    if labels:
        judged = judged.assign(**{name: rng.choice(labels, 90) for name in judged})
        odds = rng.dirichlet(np.ones(len(labels)), 90)
        judged = judged.assign(**{f"p{k}": odds[:, k] for k in range(len(labels))})
    kind = "classification" if labels else "regression"
    draw_scores({"judged": judged}, artifacts=tmp_path, problem_type=kind, classes=labels)
    assert {path.name for path in (tmp_path / "figures").iterdir()} == files


@pytest.mark.parametrize("split", ["time", "group"])
def test_folds_follow_the_split(tmp_path: Path, split: str) -> None:
    frame = load_wine(as_frame=True).frame.iloc[:, [0, 6, 9, -1]]
    frame = frame.sample(frac=1, random_state=1).reset_index(drop=True)
    frame["doctor"] = [f"d{n % 30}" for n in range(len(frame))]
    group = "doctor" if split == "group" else None
    learnt = learn(tmp_path, frame, "classification", split=split, group=group)
    assert learnt.value["candidates"][1]["cv"]["accuracy"] > 0.7


def test_a_class_of_one_row_and_rows_without_a_group_are_borne(tmp_path: Path) -> None:
    frame = load_wine(as_frame=True).frame.iloc[:, [0, 6, 9, -1]]
    frame.loc[5, "target"] = 7
    frame["doctor"] = pd.Series([f"d{n % 12}" for n in range(len(frame))]).where(
        frame.index % 9 > 0
    )
    learnt = learn(tmp_path, frame, "classification", split="group", group="doctor", trials=1)

    assert learnt.value["classes"] == [0, 1, 2, 7]
    assert "SMOTE on train" not in {each["strategy"] for each in learnt.value["strategies"]}


def test_a_train_part_of_one_class_is_refused(tmp_path: Path) -> None:
    frame = load_wine(as_frame=True).frame.iloc[:, [0, 6, -1]].assign(target="one")
    with pytest.raises(ValueError, match="no fold with two classes"):
        learn(tmp_path, frame, "classification")
