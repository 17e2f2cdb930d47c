"""A run with nothing to compile opens no socket and loads nothing that compiles."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.toolbox import open_toolbox
from tests.tiny_workspace import TinyWorkspace, entry

ROOT = Path(__file__).resolve().parent.parent
CAUGHT = 99
SETTLED_SECONDS = 2.1
"""A file that changed less than two seconds before it was looked at is looked at again."""
EAR = f"""
import os, socket, sys

LOUD = ("anthropic", "black", "httpx", "streamlit", "backend.rules", "backend.planner.offline")
NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")


def listen(event, arguments):
    is_loud = event == "import" and arguments[0].startswith(LOUD)
    is_network = event == "socket.__new__" and arguments[1] != socket.AF_UNIX
    if is_loud or is_network or event in NETWORK:
        os.write(2, repr((event, arguments[:2])).encode())
        os._exit({CAUGHT})


sys.addaudithook(listen)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    ear = tmp_path / "ear"
    ear.mkdir()
    ear.joinpath("sitecustomize.py").write_text(EAR)
    return {**os.environ, "PYTHONPATH": str(ear)}


def python(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_rerun_is_quiet(tmp_path: Path, environment: dict[str, str]) -> None:
    tiny = TinyWorkspace(
        tmp_path / "w",
        entry("PRICE", "price must be at least 0"),
        entry("EMAIL", "Every user must have an email.", "users"),
        entry("VAGUE", "The data should look splendid."),
    )
    agent = ("-m", "backend.agent", "--base-dir", str(tiny.workspace.base))
    first = python({**os.environ}, *agent)
    again = python(environment, *agent)

    assert first.returncode == again.returncode == 3, again.stderr
    assert "nothing changed: 0 compiled" in again.stdout
    tiny.change_check("PRICE", calculation_hint="price must be at least 1")
    assert python(environment, *agent).returncode == CAUGHT


@pytest.mark.parametrize(
    "act",
    [
        "import black",
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
    ],
)
def test_the_ear_hears(act: str, environment: dict[str, str]) -> None:
    assert python(environment, "-c", act).returncode == CAUGHT


def test_planners_are_named_as_they_name_themselves() -> None:
    (offline,) = open_toolbox(offline=True).planners

    assert offline.name == offline.load().name


LISTENING = """
import sys
from backend.agent import main
from backend.executor.ahead import AheadSandbox

announce = AheadSandbox.announce


def listen(self, *jobs):
    announce(self, *jobs)
    print("loaded:", *sorted({"numpy", "pandas", "pyarrow"} & set(sys.modules)))


AheadSandbox.announce = listen
main(sys.argv[1:])
"""


def test_rerun_hands_its_programs_over_before_arrow_loads(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("PRICE", "price must be at least 0"))
    asked = ("run", "--offline", "--base-dir", str(tiny.workspace.base))
    time.sleep(SETTLED_SECONDS)
    first = python({**os.environ}, "-m", "backend.agent", *asked)
    again = python({**os.environ}, "-c", LISTENING, *asked)

    assert (first.returncode, again.returncode) == (1, 0), first.stderr + again.stderr
    assert "loaded:\n" in again.stdout
    assert "PRICE" in again.stdout
