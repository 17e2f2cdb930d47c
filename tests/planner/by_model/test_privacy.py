from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Example
from backend.contracts.errors import CannotPlan
from backend.contracts.schema import Schema
from backend.contracts.settings import PrivacySettings, PromptSettings, Settings
from backend.contracts.workspace import Workspace
from backend.llm.redact import Redactor
from backend.llm.scripted import ScriptedModel
from backend.planner.by_model.planner import ModelPlanner
from backend.planner.by_model.preview import preview, render
from backend.planner.by_model.privacy import Known, TableSummary, is_hidden
from backend.planner.by_model.samples import sampler
from backend.planner.by_model.summaries import refresh_summaries
from tests.planner.by_model.world import (
    PRICE,
    answer,
    cell,
    check,
    compare,
    must,
    planner,
    request,
    sent,
    tables,
    text,
)

CELLS = ("ann@example.org", "123-45-6789", "Paid", "2024-01-05", "open")
SSN = "123-45-6789"


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return tables(tmp_path)


@pytest.fixture
def known(tmp_path: Path, schema: Schema) -> Known:
    workspace = Workspace(tmp_path)
    return Known(refresh_summaries(workspace, schema).summaries, sampler(workspace))


def settings(share: str, *hidden: str, **more: Any) -> Settings:
    privacy = PrivacySettings.model_validate({"share": share, "hidden": hidden, **more})
    return Settings(privacy=privacy)


def test_names_hold_no_cell_and_no_count(schema: Schema, known: Known) -> None:
    asked = request(check(names="orders,users"), schema, settings("names"), known)

    shared = asked.system[1].text + str(asked.messages[0]["content"])
    assert not [cell for cell in CELLS if cell in shared]
    assert "3 rows" not in shared
    assert '"placed_at": "date, written %Y-%m-%d"' in shared


def test_profile_adds_what_is_known_of_values(schema: Schema, known: Known) -> None:
    shared = request(check(), schema, settings("profile"), known).system[1].text

    assert "orders: 3 rows, one per order_id" in shared
    assert "status is one of 2 values: 'open', 'Paid'" in shared
    assert "first rows" not in shared


def test_samples_add_rows(schema: Schema, known: Known) -> None:
    shared = request(check(), schema, settings("samples", sample_rows=1), known).system[1].text

    rows = json.loads(shared.split("<workspace>\n")[1].split("\n</workspace>")[0])
    assert rows["tables"]["orders"]["first rows"] == [
        {"order_id": 1, "user_id": 1, "status": "Paid", "price": 5, "placed_at": "2024-01-05"}
    ]


HIDDEN = {"exact": "users.ssn", "any table": "*.ssn", "any case": "USERS.SSN", "all": "*"}


@pytest.mark.parametrize("pattern", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("share", ["profile", "samples"])
def test_hidden_column_keeps_its_values(
    pattern: str, share: str, schema: Schema, known: Known
) -> None:
    own = {"flagged": [{"user_id": 1, "ssn": SSN}], "tables": {"users": [{"ssn": SSN}]}}
    sentence = check("ssn must be filled", "users", examples=own)

    asked = request(sentence, schema, settings(share, pattern), known)

    assert SSN not in sent(asked)
    assert '"ssn": "text"' in asked.system[1].text
    shows_others = "ann@example.org" in asked.system[1].text
    assert shows_others == (pattern != "*")


@pytest.mark.parametrize(
    ("pattern", "hides"), [("users.s", False), ("users.*", True), ("u*n", True)]
)
def test_star_stands_for_anything(pattern: str, hides: bool) -> None:
    assert is_hidden("users", "ssn", PrivacySettings(hidden=(pattern,))) is hides


def test_examples_of_the_owner_are_cells(schema: Schema) -> None:
    own = Example(flagged=({"price": -77},)).model_dump()
    sentence = check(examples=own, params={"limit": 987123})

    kept = sent(request(sentence, schema, settings("names")))
    told = sent(request(sentence, schema, settings("profile")))

    assert "-77" not in kept
    assert "-77" in told
    assert "987123" not in told, "a parameter is told by its type"


def test_model_written_summary_stays_where_the_settings_became_stricter(schema: Schema) -> None:
    fingerprint = schema.tables["users"].fingerprint
    loose = TableSummary(
        fingerprint=fingerprint, summary=f"One person, {SSN}.", by="claude@1", allowed="samples"
    )

    asked = request(check(), schema, settings("profile"), Known({"users": loose}))

    assert SSN not in sent(asked)


def test_correction_tells_no_value(schema: Schema) -> None:
    wrong = must(compare(cell("status"), "==", text("open")), where=compare(cell("x"), "==", PRICE))
    by_model, model = planner(answer(wrong), answer(decision="decline", reason="no"))

    with pytest.raises(CannotPlan):
        by_model.plan(check("status must be fine"), schema)

    assert not [cell for cell in CELLS if cell != "open" and cell in sent(model.asked[1])]


@pytest.mark.parametrize("share", ["names", "profile", "samples"])
def test_preview_is_what_is_sent(share: str, schema: Schema, known: Known) -> None:
    chosen = settings(share).model_copy(update={"prompts": PromptSettings(secrets=("least \\d",))})
    model = ScriptedModel(answer(PRICE))

    shown = preview(check(), schema, chosen, known=known)
    ModelPlanner("m@1", model, chosen, known=known).plan(check(), schema)

    [asked] = model.asked
    assert shown == render(asked, Redactor(chosen.prompts.secrets))
    texts = [part.text for part in asked.system] + [str(asked.messages[0]["content"])]
    black = Redactor(chosen.prompts.secrets)
    assert not [text for text in texts if black.text(text) not in shown]
    assert "price must be at [secret]" in shown


def test_preview_of_what_is_not_sent_says_why(schema: Schema) -> None:
    with pytest.raises(CannotPlan) as refused:
        preview(check("Delete the file orders.csv."), schema, Settings())

    assert refused.value.code == "out-of-scope"
