"""The sidebar starts a run for those who may, and tells how it ended."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace
from backend.dashboard.live import State, follow_newest
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.views import overview
from backend.dashboard.views.run_panel import agents
from backend.store.events import EventLog
from backend.store.lock import WorkspaceLock
from tests.dashboard.drawing import said

ENTRY = Path(__file__).resolve().parents[2] / "streamlit.py"


def open_app(base: Path) -> AppTest:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.session_state["base_dir"] = str(base)
    return app.run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.sidebar.button]


def press_run_and_wait(app: AppTest, base: Path) -> AppTest:
    app.sidebar.button(key="run_agent").click().run()
    while (started := agents().look(base)) is None or started.is_going:
        time.sleep(0.05)
    return app.run()


@pytest.fixture
def quiet(workspace: Workspace) -> Workspace:
    """A workspace whose checks are all disabled: a run over it is short."""
    text = workspace.checks_file.read_text()
    workspace.checks_file.write_text(text.replace('"check_id"', '"enabled": false, "check_id"'))
    return workspace


def test_a_run_is_started_and_its_ending_told(quiet: Workspace) -> None:
    app = press_run_and_wait(open_app(quiet.base), quiet.base)

    assert not app.exception
    assert labels(app) == ["Run Agent Workflow"]
    assert "The run is done" in said(app)
    assert quiet.runs_log_file.exists()


def test_a_held_workspace_is_told_kindly(quiet: Workspace) -> None:
    app = open_app(quiet.base)
    with WorkspaceLock(quiet):
        app = press_run_and_wait(app, quiet.base)

    assert not app.exception
    assert "Another run holds this workspace" in said(app)
    assert not quiet.runs_log_file.exists()


def test_a_folder_without_checks_is_not_called_done(tmp_path: Path) -> None:
    app = press_run_and_wait(open_app(tmp_path), tmp_path)

    assert not app.exception
    assert "did not come to its end" in said(app)
    assert "checks.json" in said(app)


def test_what_ends_while_the_page_is_drawn_is_drawn_anew(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = EventLog(workspace, "r9")
    log.begins(4)
    drawn = []

    def draw(snapshot: Snapshot) -> None:
        newest = follow_newest(snapshot.workspace, snapshot.memo)
        drawn.append(newest.state if newest else None)
        if len(drawn) == 1:
            log.closes(1, seconds=0.5)

    monkeypatch.setattr(overview, "render", draw)
    app = open_app(workspace.base)

    assert not app.exception
    assert drawn == [State.GOING, State.ENDED]
    assert labels(app) == ["Run Agent Workflow"]


def test_a_run_that_somebody_else_started_is_shown_and_not_doubled(workspace: Workspace) -> None:
    log = EventLog(workspace, "r9")
    log.begins(4)
    log.runs("CHK-1 <b>Name</b>")

    app = open_app(workspace.base)

    assert not app.exception
    assert labels(app) == ["A run is going"]
    assert app.sidebar.button[0].disabled
    assert "0 of 4 checks" in said(app)
    assert "CHK-1 &lt;b&gt;Name" in said(app)


def test_read_only_hides_the_button_and_says_why(workspace: Workspace) -> None:
    workspace.settings_file.write_text("[dashboard]\nread_only = true\n")
    app = open_app(workspace.base)

    assert not app.exception
    assert labels(app) == []
    assert "Read-only" in said(app)


def test_read_only_may_be_set_in_the_environment(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENT_DASHBOARD_READ_ONLY", "1")

    assert labels(open_app(workspace.base)) == []


def open_as(base: Path, **claims: str | bool) -> AppTest:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.user = claims
    app.session_state["base_dir"] = str(base)
    return app.run()


def test_where_visitors_log_in_a_stranger_sees_the_way_in_and_nothing_else(
    workspace: Workspace,
) -> None:
    app = open_as(workspace.base, is_logged_in=False)

    assert not app.exception
    assert [button.label for button in app.button] == ["Log in"]
    assert not app.sidebar.button and not app.dataframe
    assert "CHK-1" not in said(app)

    app.button(key="log_in").click().run()
    assert not app.exception
    assert "nobody can log in" in said(app)


@pytest.mark.parametrize(
    ("email", "offered"),
    [("ann@example.org", ["Run Agent Workflow", "Log out"]), ("bob@example.org", ["Log out"])],
    ids=["named", "not named"],
)
def test_who_is_logged_in_looks_and_who_is_named_runs(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, email: str, offered: list[str]
) -> None:
    workspace.settings_file.write_text('[dashboard]\nmay_run = ["ann@example.org"]\n')
    monkeypatch.setenv("AGENT_DASHBOARD_BASE_DIR", str(workspace.base))

    app = open_as(workspace.base, is_logged_in=True, email=email)

    assert not app.exception
    assert labels(app) == offered
    assert f"Logged in as {email}" in said(app)
    assert "CHK-1" in said(app)


def test_a_workspace_of_ones_own_lets_nobody_run_who_is_not_named_at_home(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace.settings_file.write_text('[dashboard]\nmay_run = ["bob@example.org"]\n')
    monkeypatch.setenv("AGENT_DASHBOARD_BASE_DIR", str(tmp_path))

    app = open_as(workspace.base, is_logged_in=True, email="bob@example.org")

    assert labels(app) == ["Log out"]


@pytest.mark.parametrize("base", ["x" * 5_000, "a\0b", "/dev/null", "~nobody-knows/x", "\u202e"])
def test_a_base_dir_that_can_be_none_breaks_nothing(base: str) -> None:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.session_state["base_dir"] = base
    app.run()

    assert not app.exception
