"""``agent doctor``: what is wrong, with a cure; nothing is changed and no key is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from backend.store.lock import WorkspaceLock
from tests.operations.place import Place

ABOUT = {
    "versions",
    "sandbox",
    "settings",
    "model",
    "folder",
    "disk",
    "lock",
    "checks",
    "stale",
    "audit",
    "extras",
}
SECRET = "sk-ant-never-to-be-seen"


def examine(place: Place, *states: str) -> list[dict[str, Any]]:
    """The findings in one of these states."""
    place.agent("doctor", "--json")
    return [f for f in json.loads(place.out)["findings"] if f["state"] in (states or ("ok",))]


def test_everything_is_looked_at(place: Place) -> None:
    found = examine(place, "ok", "note")

    assert place.code == 0, place.told
    assert {finding["about"] for finding in found} >= ABOUT
    assert place.files() == place.before


def test_every_problem_has_a_cure(place: Place) -> None:
    place.write_table("torn.csv", "a,b\n1\n")
    place.workspace.settings_file.write_text("[sandbox]\nspeed = 1\n")
    place.change("BAD", severity="huge")
    place.workspace.workflows_file.write_text("{")
    found = examine(place, "note", "BAD")

    assert place.code == 3
    assert all(finding["cure"] for finding in found)
    assert {"tables", "settings", "checks", "memory"} <= {finding["about"] for finding in found}
    assert place.files() == place.before


def test_the_key_is_told_and_never_shown(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", SECRET)
    place.agent("doctor")

    assert "ok    model: ANTHROPIC_API_KEY is set; its value is not shown" in place.out
    assert SECRET not in place.told


def test_without_a_key_it_says_how_to_get_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    (model,) = [finding for finding in examine(place) if finding["about"] == "model"]

    assert "no key in the environment" in model["fact"]
    assert "ANTHROPIC_API_KEY" in model["cure"]


def test_a_run_at_work_is_told(place: Place) -> None:
    with WorkspaceLock(place.workspace):
        (lock,) = [finding for finding in examine(place) if finding["about"] == "lock"]

    assert "holds the workspace" in lock["fact"]
    assert place.code == 0


def add(file: str, text: str) -> Callable[[Place], object]:
    return lambda place: place.workspace.memory.joinpath(file).write_text(text)


FOUND: dict[str, tuple[Callable[[Place], object], str, str]] = {
    "killed run": (
        add(".lock", '{"pid": 7, "started": "2026-11-20T01:00:00+00:00"}'),
        "note",
        "process 7, started 2026-11-20T01:00:00+00:00, was killed while it held it",
    ),
    "stale checks": (
        lambda place: place.change("BAD", calculation_hint="price must be at least 1"),
        "note",
        "1 check is stale (text-changed)",
    ),
    "damaged memory": (
        add("workflows.json.damaged-1", "x"),
        "note",
        "set aside because they could not be read: workflows.json.damaged-1",
    ),
    "broken waivers": (
        add("waivers.jsonl", '{"at": "now"}\n'),
        "BAD",
        "waivers.jsonl is broken at line 1",
    ),
    "no table": (
        lambda place: place.write_table("torn.csv", "a,b\n1\n"),
        "BAD",
        "torn.csv, line 2",
    ),
    "no check": (lambda place: place.change("BAD", severity="huge"), "BAD", "checks.json, entry 2"),
    "no checks.json": (
        lambda place: place.workspace.checks_file.unlink(),
        "BAD",
        "checks/checks.json is not there",
    ),
    "no such setting": (
        lambda place: place.workspace.settings_file.write_text("[model]\nsize = 1\n"),
        "BAD",
        "settings.toml, model.size: there is no such setting",
    ),
}


@pytest.mark.parametrize(("spoil", "state", "words"), FOUND.values(), ids=FOUND)
def test_it_is_found(
    spoil: Callable[[Place], object], state: str, words: str, place: Place
) -> None:
    spoil(place)
    found = [finding for finding in examine(place, state) if words in finding["fact"]]

    assert len(found) == 1, place.out
    assert found[0]["cure"]
    assert place.code == (3 if state == "BAD" else 0)


def test_a_tracker_is_looked_for_where_one_is_set(place: Place) -> None:
    assert "tracking" not in {finding["about"] for finding in examine(place, "ok", "note")}

    place.workspace.settings_file.write_text('[tracking]\nmlflow = "mlruns"\n')
    (found,) = [f for f in examine(place, "ok", "note") if f["about"] == "tracking"]
    assert "tracking.mlflow is set" in found["fact"]
