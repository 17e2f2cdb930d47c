"""A model chooses among the allowed probes; nonsense is refused, and the choice is in the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.eda_report import EdaReport
from backend.contracts.errors import CheckError
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.settings import PrivacySettings
from backend.contracts.workspace import Workspace
from backend.llm.scripted import ScriptedModel
from backend.stages.chosen_probes import Probe, read_probes, with_probes
from backend.stages.eda_probes import decide_probes
from backend.stages.own_part import CHOSEN
from backend.stages.probes_by_model import choose_probes
from backend.tables.snapshot import snapshot_tables
from tests.stages.kit.eda.planted import customers, report_on
from tests.stages.stage_bench import stage_check

NAMES = PrivacySettings()


class First:
    """A first look at customers whose ages are partly missing."""

    def __init__(self, base: Path) -> None:
        frame = customers(200)
        frame.loc[:49, "age"] = float("nan")
        (base / "data").mkdir()
        frame.to_csv(base / "data" / "customers.csv", index=False)
        self.report: EdaReport = report_on(frame, base, target="churned")
        self.table: TableSnapshot = snapshot_tables(Workspace(base), Schema()).tables["customers"]
        self.model = ScriptedModel()

    def choose(
        self, answer: Any, privacy: PrivacySettings = NAMES, most: int = 2
    ) -> tuple[Probe, ...]:
        self.model = ScriptedModel(answer, name="model@test")
        check = stage_check(target_table="customers", target="churned")
        with self.model:
            return choose_probes(self.report, check, self.table, privacy, self.model, most=most)

    @property
    def asked(self) -> str:
        return json.dumps(self.model.asked[0].messages)


def probe(name: str = "drill_missing", *columns: str, why: str = "Gaps.") -> dict[str, Any]:
    return {"probe": name, "columns": [*(columns or ("age",))], "why": why}


@pytest.fixture
def first(tmp_path: Path) -> First:
    return First(tmp_path)


def test_what_a_model_chooses_is_in_the_page_and_read_as_data(first: First) -> None:
    chosen = first.choose({"probes": [probe(why='Who\nhas "no" age?')]})
    page = with_probes('"""A page."""\n\nLIMIT = 1\n', chosen)

    assert chosen == (Probe("drill_missing", ("age",), 'model@test: Who has "no" age?'),)
    assert read_probes(page, first.report.columns_profile) == chosen
    assert read_probes(page, {"other"}) == ()
    assert read_probes("LIMIT = 1\n", {"age"}) is None
    assert with_probes("x = 1\n", ()).endswith(f"{CHOSEN} = []\n")


REFUSED: dict[str, Any] = {
    "no JSON": "I would look at ages.",
    "another probe": {"probes": [probe("drop_table")]},
    "another column": {"probes": [probe("drill_missing", "salary")]},
    "no column": {"probes": [{**probe(), "columns": []}]},
    "one twice": {"probes": [probe(), probe()]},
    "too many": {"probes": [probe(), probe("leakage_check"), probe("type_disambiguation")]},
    "another shape": {"probes": "all"},
}


@pytest.mark.parametrize("answer", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_choice_is_refused(first: First, answer: Any) -> None:
    with pytest.raises(CheckError) as caught:
        first.choose(answer)
    assert caught.value.code == "bad-probes"


def test_names_and_types_alone_are_told_where_no_more_may_leave(first: First) -> None:
    first.choose({"probes": []})
    assert "age" in first.asked and "missing percent" not in first.asked
    assert "policy would ask" not in first.asked


def test_what_the_first_look_found_is_told_where_it_may_leave(first: First) -> None:
    first.choose({"probes": []}, PrivacySettings(share="profile"))
    assert "missing percent" in first.asked and "policy would ask" in first.asked
    assert [each.name for each in decide_probes(first.report)] == ["drill_missing"]

    hidden = PrivacySettings(share="profile", hidden=("customers.age",))
    first.choose({"probes": []}, hidden)
    assert "policy would ask" not in first.asked
