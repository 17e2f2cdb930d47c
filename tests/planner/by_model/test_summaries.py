from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.schema import Schema
from backend.contracts.settings import PrivacySettings
from backend.contracts.workspace import Workspace
from backend.llm.scripted import ScriptedModel
from backend.planner.by_model.summaries import read_summaries, refresh_summaries
from tests.planner.by_model.world import ORDERS, sent, tables

KINDS_OF_COLUMNS = (
    "id,state,paid,note,empty,when,mixed,code\n"
    "1,open,true,first,,05.01.2024,1,A\n"
    "2,open,false,second,,28.02.2024,2,A\n"
    "3,closed,true,second,,,x,A\n"
    "4,open,,fourth,,31.12.2023,3,A\n"
)
BLURBS = {
    "id": "id is a number from 1 to 4.",
    "state": "state is one of 2 values: 'open', 'closed'.",
    "paid": "paid is one of 2 values: 'true', 'false'; 25% are empty.",
    "note": "note is one of 3 values: 'second', 'first', 'fourth'.",
    "empty": "empty is empty in every row.",
    "when": "when is a date from 2023-12-31 to 2024-02-28; 25% are empty.",
    "mixed": "mixed is a different text in every row (mostly integers).",
    "code": "code is always 'A'.",
}
PROFILE = PrivacySettings(share="profile")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return tables(tmp_path)


def test_offline_blurb_is_the_profile_in_words(workspace: Workspace) -> None:
    schema = tables(workspace.base, {"things.csv": KINDS_OF_COLUMNS})

    found = refresh_summaries(workspace, schema).summaries["things"]

    assert found.summary == "things: 4 rows, one per id, 8 columns."
    assert found.columns == BLURBS
    assert found.by == "profile"


ODD = {
    "no rows": ("a,b\n", "t: 0 rows, 2 columns.", {"a": "a has no rows.", "b": "b has no rows."}),
    "one row": (
        "a\n1000.5\n",
        "t: 1 row, one per a, 1 column.",
        {"a": "a is a number from 1,000.5 to 1,000.5."},
    ),
    "a long text": (
        f"a\n{'x' * 60}\n{'x' * 60}\n",
        "t: 2 rows, 1 column.",
        {"a": f"a is always '{'x' * 40}…'."},
    ),
    "many texts": (
        "a\n" + "".join(f"v{number % 15}\n" for number in range(16)),
        "t: 16 rows, 1 column.",
        {"a": "a has 15 distinct texts, most often 'v0'."},
    ),
    "hardly any empty": (
        "a,b\n" + "1,1\n" * 2000 + ",1\n",
        "t: 2,001 rows, 2 columns.",
        {
            "a": "a is a number from 1 to 1; less than 0.1% are empty.",
            "b": "b is a number from 1 to 1.",
        },
    ),
}


@pytest.mark.parametrize(("csv", "table", "columns"), ODD.values(), ids=ODD)
def test_odd_tables_are_told(
    csv: str, table: str, columns: dict[str, str], workspace: Workspace
) -> None:
    schema = tables(workspace.base, {"t.csv": csv})

    found = refresh_summaries(workspace, schema).summaries["t"]

    assert (found.summary, found.columns) == (table, columns)


def test_file_changes_with_its_tables_only(workspace: Workspace, schema: Schema) -> None:
    first = refresh_summaries(workspace, schema)
    before = workspace.summaries_file.read_bytes()
    stamp = workspace.summaries_file.stat().st_mtime_ns

    again = refresh_summaries(workspace, schema)
    unchanged = workspace.summaries_file.stat().st_mtime_ns
    changed = tables(workspace.base, {"orders.csv": ORDERS + "4,1,open,9,2024-03-01\n"})
    later = refresh_summaries(workspace, changed)

    assert first.renewed == ("orders", "users")
    assert (again.renewed, unchanged) == ((), stamp)
    assert later.renewed == ("orders",)
    assert json.loads(before)["users"] == json.loads(workspace.summaries_file.read_text())["users"]
    assert read_summaries(workspace) == later.summaries


def test_table_that_is_gone_has_no_summary(workspace: Workspace, schema: Schema) -> None:
    refresh_summaries(workspace, schema)

    left = refresh_summaries(workspace, Schema(tables={"users": schema.tables["users"]}))

    assert [*left.summaries] == [*json.loads(workspace.summaries_file.read_text())] == ["users"]


@pytest.mark.parametrize("content", ["{", "[]", '{"orders": 1}'])
def test_damaged_file_is_moved_aside(content: str, workspace: Workspace, schema: Schema) -> None:
    workspace.summaries_file.parent.mkdir(exist_ok=True)
    workspace.summaries_file.write_text(content)

    found = refresh_summaries(workspace, schema)

    assert "is damaged" in found.trouble[0]
    assert [*read_summaries(workspace)] == ["orders", "users"]


def test_model_tells_of_the_table_what_it_may(workspace: Workspace, schema: Schema) -> None:
    privacy = PrivacySettings(share="samples", hidden=("users.ssn",))
    model = ScriptedModel("One order\nof a user.", "One user.")

    found = refresh_summaries(workspace, schema, model=model, privacy=privacy)

    assert found.summaries["orders"].summary == "One order of a user."
    assert found.summaries["orders"].columns["status"].startswith("status is one of")
    assert found.summaries["orders"].by == model.name
    assert [asked.purpose for asked in model.asked] == ["summarise"] * 2
    assert "ann@example.org" in sent(model.asked[1])
    assert "123-45-6789" not in sent(model.asked[1])


def test_names_alone_are_no_matter_for_a_model(workspace: Workspace, schema: Schema) -> None:
    model = ScriptedModel()

    refresh_summaries(workspace, schema, model=model)

    assert not model.asked


def test_summary_of_a_model_outlives_a_run_without_one(
    workspace: Workspace, schema: Schema
) -> None:
    written = ScriptedModel("One order.", "One user.")
    refresh_summaries(workspace, schema, model=written, privacy=PROFILE)

    kept = refresh_summaries(workspace, schema, privacy=PROFILE)
    stricter = refresh_summaries(workspace, schema)

    assert kept.summaries["orders"].summary == "One order."
    assert not kept.renewed
    assert stricter.summaries["orders"].by == "profile"


def test_failing_model_leaves_the_profile(workspace: Workspace, schema: Schema) -> None:
    model = ScriptedModel(ProviderError("No answer came.", code="no-network"), "")

    found = refresh_summaries(workspace, schema, model=model, privacy=PROFILE)

    assert {each.by for each in found.summaries.values()} == {"profile"}
    assert found.trouble == ("orders: its summary is its profile alone. No answer came.",)


def test_table_whose_cache_cannot_be_read_costs_itself(
    workspace: Workspace, schema: Schema
) -> None:
    for path in workspace.tables.iterdir():
        path.unlink()
    workspace.data.joinpath("orders.csv").write_text("changed\n1\n")

    found = refresh_summaries(workspace, schema)

    assert [*found.summaries] == ["users"]
    assert "Run again" in found.trouble[0]
