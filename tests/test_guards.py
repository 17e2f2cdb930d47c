"""The guards of conftest.py do bite, and only where they should."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MEMORY = ROOT / "backend" / "cached_mem"
AGENT = [sys.executable, "-m", "backend.agent"]


def connect(host: str) -> None:
    with socket.socket() as client:
        client.settimeout(1)
        client.connect((host, 9))


FORBIDDEN: dict[str, tuple[str, Callable[[], object]]] = {
    "write": ("YouTouchedTheRealCachedMem", lambda: (MEMORY / "x.json").write_text("")),
    "read": ("YouTouchedTheRealCachedMem", lambda: (MEMORY / ".gitkeep").read_bytes()),
    "list": ("YouTouchedTheRealCachedMem", lambda: list(MEMORY.iterdir())),
    "detour": (
        "YouTouchedTheRealCachedMem",
        lambda: (ROOT / "tests/../backend/cached_mem/x").touch(),
    ),
    "connect": ("YouOpenedASocketToTheWorld", lambda: connect("192.0.2.1")),
    "resolve": ("YouOpenedASocketToTheWorld", lambda: socket.getaddrinfo("example.com", 80)),
    "run": ("YouRanTheAgentWithoutABaseDir", lambda: subprocess.run([*AGENT, "run"], check=False)),
}


@pytest.mark.parametrize(("error", "act"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_guard_refuses(
    error: str, act: Callable[[], object], broken_guards: list[AssertionError]
) -> None:
    with pytest.raises(AssertionError) as refused:
        act()

    assert type(refused.value).__name__ == error
    assert broken_guards == [refused.value]
    broken_guards.clear()


def test_guard_lets_loopback_and_other_folders_pass(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    folder = tmp_path / "cached_mem"
    folder.mkdir()
    (folder / "workflows.json").write_text("{}")

    assert [path.name for path in folder.iterdir()] == ["workflows.json"]
