"""What may be set of the engine, and what is told where it is not to be had."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from backend.contracts.engine_settings import EngineSettings
from backend.contracts.errors import SandboxError
from backend.contracts.settings import SandboxSettings
from backend.doctor import State
from backend.engine.cluster import Cluster
from backend.engine.open import open_engine
from backend.sandbox.sandbox import IsolatedSandbox

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_RAY = """
import importlib.machinery, sys

class Finder(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, *rest):
        return None if name == "ray" else super().find_spec(name, *rest)

usual = importlib.machinery.PathFinder
sys.meta_path = [Finder if each is usual else each for each in sys.meta_path]
from backend.contracts.engine_settings import EngineSettings
from backend.contracts.errors import SandboxError
from backend.contracts.settings import SandboxSettings
from backend.doctor import State
from backend.engine.open import open_engine
try:
    open_engine({}, SandboxSettings(), EngineSettings(name="ray"))
except SandboxError as error:
    print(error.code, error)
"""
NOTHING_LOADED = """
import sys
from backend.toolbox import open_toolbox
from backend.contracts.settings import SandboxSettings
from backend.doctor import State
open_toolbox(offline=True).open_sandbox({}, SandboxSettings())
print([name for name in ("ray", "backend.engine.cluster") if name in sys.modules])
"""


@pytest.mark.parametrize(
    "address", ["", "auto", "10.0.0.1:6379", "head.example:6379", "[::1]:6379"]
)
def test_addresses_are_taken(address: str) -> None:
    assert EngineSettings(name="ray", address=address).address == address


@pytest.mark.parametrize("address", ["ray://head:10001", "head", "local", "http://head:1", "a b:1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        EngineSettings(name="ray", address=address)


def test_this_machine_is_the_engine_unless_another_is_named() -> None:
    assert isinstance(open_engine({}, SandboxSettings(), EngineSettings()), IsolatedSandbox)


def run_script(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_missing_extra_is_one_error_with_its_cure() -> None:
    told = run_script(WITHOUT_RAY)

    assert told.startswith("no-ray engine: Ray is not installed.")
    assert "make ray" in told
    assert 'name = "local"' in told


def test_nothing_of_ray_is_loaded_for_this_machine() -> None:
    assert run_script(NOTHING_LOADED) == "[]"


def test_an_address_where_nobody_listens_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    settings = EngineSettings(name="ray", address=f"127.0.0.1:{port}")

    with pytest.raises(
        SandboxError, match=rf"no Ray cluster answers at '127.0.0.1:{port}'"
    ) as caught:
        Cluster(settings, cpus=1).open()
    assert caught.value.code == "no-cluster"


def test_auto_takes_the_address_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("RAY_ADDRESS", f"127.0.0.1:{port}")

    with pytest.raises(SandboxError, match=rf"'127.0.0.1:{port}'"):
        Cluster(EngineSettings(name="ray", address="auto"), cpus=1).open()


def test_doctor_tells_of_a_cluster_that_does_not_answer(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    settings = f'[engine]\nname = "ray"\naddress = "127.0.0.1:{port}"\n'
    (tmp_path / "settings.toml").write_text(settings)
    # Ray keeps for a whole process what it was first loaded for: other tests here have clusters.
    command = [sys.executable, "-m", "backend.agent", "doctor", "--json", "--base-dir"]
    told = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, cwd=ROOT)

    (found,) = [each for each in json.loads(told.stdout)["findings"] if each["about"] == "engine"]
    assert found["state"] == State.BAD
    assert f"'127.0.0.1:{port}'" in found["fact"]
