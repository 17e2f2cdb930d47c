"""``settings.toml``: what it sets, and what it says of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.settings import DashboardSettings, SandboxSettings
from backend.contracts.workspace import Workspace
from backend.store.settings_file import read_settings


def read(folder: Path, text: str) -> SandboxSettings:
    workspace = Workspace(folder)
    workspace.settings_file.write_text(text)
    return read_settings(workspace).sandbox


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(Workspace(tmp_path)).sandbox.wall_seconds == 120


@pytest.mark.parametrize(
    ("text", "wall_seconds", "memory_mb"),
    [
        ("", 120, 2048),
        ("[sandbox]\nwall_seconds = 5", 5, 2048),
        ("[sandbox]\nwall_seconds = 0.5\nmemory_mb = 512", 0.5, 512),
    ],
)
def test_what_is_set_holds(tmp_path: Path, text: str, wall_seconds: float, memory_mb: int) -> None:
    found = read(tmp_path, text)
    assert (found.wall_seconds, found.memory_mb) == (wall_seconds, memory_mb)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[sandbox]\nwall_sconds = 5", ["sandbox.wall_sconds", "'wall_seconds'"]),
        ("[sandbx]\nmemory_mb = 5", ["sandbx", "'sandbox'"]),
        ("[sandbox]\nzzz = 5", ["sandbox.zzz", "memory_mb"]),
        ("[sandbox]\nmemory_mb = 1", ["sandbox.memory_mb", "64"]),
        ("[sandbox]\nwall_seconds = 'long'", ["sandbox.wall_seconds", "'long'"]),
        ("[sandbox]\nunsafe = true", ["sandbox.unsafe", "no such setting"]),
        ("sandbox = [", ["settings.toml", "Invalid"]),
        ("\xff", ["settings.toml"]),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(WorkspaceError) as error:
        read(tmp_path, text)
    assert error.value.code == "bad-settings"
    assert all(word in str(error.value) for word in words), str(error.value)


def test_the_dashboard_lets_everybody_run_unless_it_is_told_otherwise(tmp_path: Path) -> None:
    assert read_settings(Workspace(tmp_path)).dashboard == DashboardSettings()

    text = '[dashboard]\nread_only = true\nmay_run = ["ann@example.org"]'
    Workspace(tmp_path).settings_file.write_text(text)
    found = read_settings(Workspace(tmp_path)).dashboard
    assert (found.read_only, found.may_run) == (True, ("ann@example.org",))
