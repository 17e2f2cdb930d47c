from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.alert import AlertState, PendingAlert, VerdictChange
from backend.contracts.workspace import Workspace
from backend.store.alert_state import read_alert_state, write_alert_state

CHANGE = VerdictChange(
    run_id="r", at="t", check_id="C", check_name="n", severity="high", owner="ann", tags=("x",),
    before="PASS", verdict="FAIL", code="", summary="s", reason="",
)  # fmt: skip
STATE = AlertState(
    verdicts={"C": "FAIL"},
    pending=(PendingAlert(route="hook", owner="ann", changes=(CHANGE,), attempts=2),),
)


def test_read_gives_what_was_written(tmp_path: Path) -> None:
    trouble: list[str] = []
    write_alert_state(Workspace(tmp_path), STATE)

    assert read_alert_state(Workspace(tmp_path), trouble) == STATE
    assert trouble == []


def test_nothing_was_told_yet(tmp_path: Path) -> None:
    assert read_alert_state(Workspace(tmp_path), []) == AlertState()


@pytest.mark.parametrize("text", ["{", "[]", '{"told": 1}', '{"pending": [{"route": 1}]}'])
def test_damaged_file_is_moved_aside_and_told(text: str, tmp_path: Path) -> None:
    path = Workspace(tmp_path).alerts_file
    path.parent.mkdir()
    path.write_text(text)
    trouble: list[str] = []

    assert read_alert_state(Workspace(tmp_path), trouble) == AlertState()
    assert len(trouble) == 1
    assert trouble[0].startswith("alerts.json is damaged: ")
    assert [each.read_text() for each in path.parent.glob("alerts.json.damaged*")] == [text]
