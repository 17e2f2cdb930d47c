"""A model writes a part of an exploration: step by step, tried, kept, and run again without it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backend.agent import run
from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelRequest
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.llm.scripted import ScriptedModel, calls_tool
from backend.request import Report, Request
from backend.stages.stage_writing import MOST_TURNS
from backend.store.prompt_log import WrittenPromptLog
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows
from backend.toolbox import Occasion, Session, open_toolbox
from tests.stages.test_end_to_end import check, people
from tests.tiny_workspace import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

LOOK = """\
def look(tables, *, artifacts):
    print("first:", tables["people"].iloc[0].to_dict())
    return {"columns": list(tables["people"])}
"""
BAD_LOOK = """\
def look(tables, *, artifacts):
    raise ValueError(f"odd cell {tables['people'].at[0, 'city']}")
"""
PART = '''\
def explore(tables, *, artifacts, **arguments):
    """The kit's report, with a note on pay."""
    report = kit_explore(tables, artifacts=artifacts, **arguments)
    mean = tables["people"]["income"].mean()
    return {**report, "notes": f"{report['notes']} A model adds: mean income {mean:.1f}."}
'''
WRONG_COUNT = PART.replace(
    "return {**report,", "report['dataset']['n_rows'] += 1\n    return {**report,"
)
NO_REPORT = PART.replace("return {**report,", "report.pop('flags')\n    return {**report,")


def looks(source: str, name: str = "First look!") -> Any:
    return calls_tool("run_step", {"name": name, "source": source})


def submits(source: str) -> Any:
    return calls_tool("submit_part", {"source": source})


class Explored:
    """One exploration of people, with settings and a scripted model."""

    def __init__(self, base: Path, settings: str, probes: int = 0, stage: str = "eda") -> None:
        self.workspace = Workspace(base)
        for folder in ("data", "checks"):
            base.joinpath(folder).mkdir(parents=True)
        base.joinpath("data", "people.csv").write_text(people(60))
        base.joinpath("settings.toml").write_text(settings)
        params = {"plot_limit": 1, "probes": probes} if stage == "eda" else {}
        entry = check(stage, params=params)
        self.workspace.checks_file.write_text(json.dumps([entry]))
        self.folder = self.workspace.sessions / "people"
        self.model = ScriptedModel()

    def run(self, *answers: Any, with_model: bool = True) -> Report:
        self.model = ScriptedModel(*answers, name="model@test")
        toolbox = open_toolbox(offline=True, settings=read_settings(self.workspace))
        if with_model:
            toolbox = replace(toolbox, model_planner="model@test", open_session=self._open)
        with self.model:
            return run(Request(self.workspace, (), "2026-11-20", "fail"), toolbox, Watched())

    def _open(self, occasion: Occasion) -> Session:
        log = WrittenPromptLog(occasion.workspace)
        self.model._log, self.model._run_id = log, occasion.run_id
        return Session(log=log, model=self.model)

    @property
    def workflow(self) -> Workflow:
        (found,) = read_workflows(self.workspace).workflows.values()
        return found

    @property
    def assumptions(self) -> tuple[str, ...]:
        assert self.workflow.plan is not None
        return self.workflow.plan.assumptions

    @property
    def assumption(self) -> str:
        return self.assumptions[-1]

    def scripts(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "eda" / "scripts").iterdir())


def told(request: ModelRequest) -> str:
    """What came of the last answer, as the model is told."""
    return json.dumps(request.messages[-1]["content"])


BY_MODEL = "[stages]\nby_model = true\n"


def test_each_step_runs_and_the_last_program_is_run_again_without_the_model(
    tmp_path: Path,
) -> None:
    explored = Explored(tmp_path, BY_MODEL)
    report = explored.run(
        looks(LOOK), looks(BAD_LOOK), "Let me think.", submits(WRONG_COUNT), submits(PART)
    )
    workflow = explored.workflow
    page = (explored.folder / "eda" / "report.json").read_text()

    assert report.records[0].verdict.value in ("PASS", "WARN"), report.records[0].reason
    assert report.spent.calls == 5 and len(workflow.calls) == 5
    assert "A model adds: mean income" in page
    assert "written by model@test in 5 turns" in explored.assumption
    steps = ["step_01_first_look.py", "step_02_first_look.py", "step_03_part.py", "step_04_part.py"]
    assert explored.scripts() == ["program.py", *steps[:0], *sorted([*steps, "steps.json"])]
    assert (explored.folder / "eda" / "scripts" / steps[-1]).read_text() == PART
    assert workflow.program is not None and "kit_explore = explore" in workflow.program.source
    assert not list((explored.folder / "writing").glob(".*"))

    asked = [told(request) for request in explored.model.asked]
    assert "not shown" in asked[1] and "first:" not in asked[1]
    assert "ValueError" in asked[2] and not any(city in asked[2] for city in ("Bern", "Basel"))
    assert "Call run_step or submit_part" in asked[3]
    assert "The report tells of some rows" in asked[4]

    again = explored.run(with_model=False)
    assert again.spent.calls == 0 and explored.workflow.program == workflow.program
    assert "A model adds" in (explored.folder / "eda" / "report.json").read_text()
    assert "step_04_part.py" in explored.scripts()


def test_a_part_that_never_passes_is_refused_and_the_kit_s_page_runs(tmp_path: Path) -> None:
    explored = Explored(tmp_path, BY_MODEL)
    idle = ["I am still thinking."] * (MOST_TURNS - 1)
    report = explored.run(submits(NO_REPORT), *idle)

    assert report.records[0].verdict.value in ("PASS", "WARN")
    assert f"in {MOST_TURNS} turns" in explored.assumption
    assert "a model's part was not taken: The report is not as it must be: flags" in (
        explored.assumption
    )
    assert explored.workflow.program is not None
    assert "kit_explore" not in explored.workflow.program.source


def test_a_model_that_does_not_answer_leaves_the_kit_s_page(tmp_path: Path) -> None:
    explored = Explored(tmp_path, BY_MODEL)
    explored.run(ProviderError("EDA: the budget is spent.", code="budget-spent"))
    assert "the model gave no answer (budget-spent)" in explored.assumption


def test_without_the_setting_no_model_is_asked(tmp_path: Path) -> None:
    explored = Explored(tmp_path, "")
    report = explored.run()
    assert report.spent.calls == 0 and explored.workflow.calls == ()


def test_rows_are_shown_where_they_may_leave_but_for_hidden_columns(tmp_path: Path) -> None:
    privacy = '[privacy]\nshare = "samples"\nhidden = ["people.city"]\n'
    explored = Explored(tmp_path, BY_MODEL + privacy)
    explored.run(looks(LOOK), submits(PART), "A row is a person.")
    shown = told(explored.model.asked[1])

    assert "first:" in shown and "income" in shown
    assert "city" not in shown


def test_nonsense_for_probes_leaves_them_to_policy(tmp_path: Path) -> None:
    explored = Explored(tmp_path, BY_MODEL, probes=1)
    report = explored.run(submits(PART), {"probes": [{"probe": "drop_table", "columns": []}]})

    assert report.records[0].verdict.value in ("PASS", "WARN")
    assert "Policy chooses the probes, since a model did not (bad-probes)" in explored.assumption
    assert "written by model@test" in " ".join(explored.assumptions)
    assert "step_01_part.py" in explored.scripts()


def test_a_stage_before_its_time_is_not_written_and_not_remembered(tmp_path: Path) -> None:
    explored = Explored(tmp_path, BY_MODEL, stage="prep")
    (record,) = explored.run().records

    assert (record.verdict.value, record.code) == ("SKIPPED", "wrong-stage-order")
    assert record.reason.startswith("PREP: stage 'prep' of session 'people' comes after 'eda'")
    found = read_workflows(explored.workspace).workflows.values()
    assert [each.program for each in found] in ([], [None])
