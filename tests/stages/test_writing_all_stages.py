"""A model writes parts of all three stages, over the real protocol on loopback, and traps spring.

What a model's program is given is train rows alone; what asks for more is refused and told; what
is proven of the kit's page is proven of the model's; a re-run asks nobody.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.agent import run
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.train_metadata import TrainMetadata
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.request import Report, Request
from backend.stages.judgements import read_judgements
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows
from backend.toolbox import open_toolbox
from tests.llm.answers import answers_json, calls_tool
from tests.llm.messages_server import MessagesServer
from tests.stages.test_end_to_end import check, people
from tests.tiny_workspace import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

EXPLORE = '''\
def explore(tables, *, artifacts, **arguments):
    """The kit's report, with a note."""
    report = kit_explore(tables, artifacts=artifacts, **arguments)
    return {**report, "notes": f"{report['notes']} A model adds this."}
'''
PREPARE = '''\
import joblib
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler


def fit_prep(tables, *, artifacts, **arguments):
    """The kit's preparation, with the product of age and income."""
    facts = kit_fit_prep(tables, artifacts=artifacts, **arguments)
    train, target = tables["train"], arguments["target"]
    kit = joblib.load(artifacts / "prep_pipeline.pkl")
    product = Pipeline(
        [
            ("impute", SimpleImputer(strategy="median")),
            ("product", PolynomialFeatures(2, interaction_only=True, include_bias=False)),
            ("scale", StandardScaler()),
        ]
    )
    steps = [*kit.transformers, ("product", product, ["age", "income"])]
    prep = ColumnTransformer(steps, sparse_threshold=0.0)
    prepared = prep.fit_transform(train.drop(columns=[target]), train[target])
    roles = [ColumnRole(**each) for each in facts["roles"]]
    return leave_prep(prep, prepared, roles, artifacts)
'''
LEARN = '''\
import joblib
from sklearn.base import clone
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import Pipeline


def fit_models(tables, *, artifacts, **arguments):
    """The kit's candidates, and a forest."""
    learnt = kit_fit_models(tables, artifacts=artifacts, **arguments)
    train, target = tables["train"], arguments["target"]
    prep = clone(load_carried(tables["pipeline"]))
    forest = RandomForestClassifier(20, random_state=arguments["seed"], n_jobs=1)
    whole = Pipeline([("prep", prep), ("model", forest)])
    x, y = train.drop(columns=[target]), train[target]
    folds = StratifiedKFold(3, shuffle=True, random_state=arguments["seed"])
    score = cross_val_score(whole, x, y, cv=folds, scoring="roc_auc").mean()
    joblib.dump(whole.fit(x, y), artifacts / "candidates" / "Forest.pkl")
    learnt["candidates"].append(
        {
            "name": "Forest",
            "family": "RandomForest",
            "params": {"n_estimators": 20},
            "strategy": "none",
            "tuned": False,
            "cv": {"roc_auc": float(score)},
            "file": "candidates/Forest.pkl",
        }
    )
    return learnt
'''
OWN_CLASS = PREPARE.replace(
    "    steps = [",
    "    kit.transformers[0][1].steps[0] = ('own', Own())\n    steps = [",
) + (
    "\n\nclass Own(SimpleImputer):\n"
    '    """A component that is nowhere but here."""\n\n'
    "    def get_feature_names_out(self, names=None):\n        return names\n"
)
LOOK = """\
def look(tables, *, artifacts):
    if sorted(tables) != ["train"] or len(tables["train"]) != ROWS:
        raise KeyError("another table")
    return {"rows": len(tables["train"])}
"""
READS_VAL = """\
def {step}(tables, *, artifacts, **arguments):
    return kit_{step}({{"train": tables["val"]}}, artifacts=artifacts, **arguments)
"""
TRAIN_ROWS = 168


def looks(name: str = "rows") -> Any:
    source = LOOK.replace("ROWS", str(TRAIN_ROWS))
    return calls_tool("run_step", {"name": name, "source": source})


def submits(source: str) -> Any:
    return calls_tool("submit_part", {"source": source})


class Walked:
    """A workspace of people whose three stages a model on loopback may write."""

    def __init__(self, base: Path, server: MessagesServer) -> None:
        self.workspace, self.server = Workspace(base), server
        for folder in ("data", "checks"):
            base.joinpath(folder).mkdir(parents=True)
        base.joinpath("data", "people.csv").write_text(people(240))
        base.joinpath("settings.toml").write_text("[stages]\nby_model = true\n")
        small = {"plot_limit": 1, "probes": 1}
        stages = (
            check("eda", params=small),
            check("prep", depends_on="EDA"),
            check("train", depends_on="PREP"),
        )
        self.workspace.checks_file.write_text(json.dumps(stages))

    def run(self) -> Report:
        toolbox = open_toolbox(settings=read_settings(self.workspace))
        return run(Request(self.workspace, (), "2026-11-20", "fail"), toolbox, Watched())

    def workflow(self, stage: str) -> Workflow:
        found = read_workflows(self.workspace).workflows.values()
        return next(each for each in found if each.check_id == stage.upper())

    def assumptions(self, stage: str) -> str:
        plan = self.workflow(stage).plan
        assert plan is not None
        return " ".join(plan.assumptions)

    def told(self) -> list[str]:
        """The last words of each request, as text."""
        return [json.dumps(body["messages"][-1]) for body in self.server.bodies()]

    def read(self, name: str) -> bytes:
        return (self.workspace.sessions / "people" / name).read_bytes()


def test_three_stages_are_written_by_a_model_and_run_again_without(
    tmp_path: Path, messages_server: MessagesServer
) -> None:
    walked = Walked(tmp_path / "base", messages_server)
    probe = {"probe": "drill_missing", "columns": ["age"], "why": "Ages are missing."}
    messages_server.play(
        submits(EXPLORE),
        answers_json({"probes": [probe]}),
        looks(),
        submits(READS_VAL.format(step="fit_prep")),
        submits(OWN_CLASS),
        submits(PREPARE),
        looks("train rows"),
        submits(READS_VAL.format(step="fit_models")),
        submits(LEARN),
    )
    report = walked.run()
    told = walked.told()

    assert [each.verdict.value for each in report.records if each.verdict.value == "ERROR"] == []
    for stage, turns in (("eda", 1), ("prep", 4), ("train", 3)):
        assert f"in {turns} turns" in walked.assumptions(stage), walked.assumptions(stage)
    assert "The probes were chosen by" in walked.assumptions("eda")
    answers = [json.loads(each) for each in walked.read("eda/probes.jsonl").splitlines()]
    assert answers[0]["columns"] == ["age"] and "Ages are missing." in answers[0]["why"]
    assert all("in_order" in each and "true" in each for each in (told[3], told[7]))
    assert "withheld-rows" in told[4] or "asked for the val part" in told[4]
    assert "the pipeline stands alone" in told[5] or "Error" in told[5]
    assert "asked for the val part" in told[8]

    prepared = PrepMetadata.model_validate_json(walked.read("prep/data/metadata.json"))
    trained = TrainMetadata.model_validate_json(walked.read("train/data/metadata.json"))
    assert any("income" in name and "age" in name for name in prepared.features)
    assert all(point.held for point in prepared.proof)
    assert "Forest" in trained.models_evaluated and trained.test_evaluations == 1
    scripts = sorted(
        path.name for path in (walked.workspace.sessions / "people/train/scripts").iterdir()
    )
    assert len([name for name in scripts if name.startswith("step_")]) == 3

    before = {stage: walked.workflow(stage).program for stage in ("eda", "prep", "train")}
    metadata = walked.read("train/data/metadata.json")
    again = walked.run()
    assert again.spent.calls == 0 and len(messages_server.asked) == 9
    assert {stage: walked.workflow(stage).program for stage in before} == before
    assert walked.read("train/data/metadata.json") == metadata
    states = [each.state for each in read_judgements(walked.workspace.sessions / "people")]
    assert states == ["begun", "done"]
