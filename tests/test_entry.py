"""The doors work: a top-level ``streamlit.py`` hides no package, the locks agree, set-up is clear.

``streamlit.py`` leads ``sys.path`` wherever Python starts in the repository's root.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
DEV_LOCK = (ROOT / "requirements-dev.lock").read_text("utf-8")


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["-m", "streamlit", "--version"], "Streamlit, version"),
        (["-m", "pytest", "--version"], "pytest"),
        (["streamlit.py", "--help"], "Usage: streamlit run"),
        (["-c", "import streamlit; print(streamlit.__file__)"], "streamlit/__init__.py"),
        (["-c", "import streamlit; print(streamlit.dataframe)"], "dataframe"),
        (["-c", "from streamlit.testing.v1 import AppTest; print(AppTest)"], "AppTest"),
    ],
    ids=["streamlit", "pytest", "script", "import", "attribute", "submodule"],
)
def test_root_finds_the_package_behind_streamlit_py(arguments: list[str], printed: str) -> None:
    done = python(*arguments)

    assert printed in done.stdout + done.stderr
    assert done.returncode == 0


def test_stepping_aside_leaves_the_path_as_it_was() -> None:
    done = python("-c", "import sys; was = sys.path[:]; import streamlit; print(sys.path == was)")

    assert done.stdout == "True\n", done.stderr


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[^\s#].*$", lock, re.M))


def test_development_lock_holds_all_of_the_run_time_lock() -> None:
    assert len(pins(LOCK)) > 20
    assert pins(LOCK) <= pins(DEV_LOCK)


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [("requirements.txt", LOCK), ("requirements-dev.txt", DEV_LOCK)],
    ids=["run", "development"],
)
def test_every_requirement_is_locked(wanted: str, lock: str) -> None:
    names = re.findall(r"^([a-z][\w-]*)", (ROOT / wanted).read_text("utf-8"), re.M)
    locked = {pin.split("==")[0] for pin in pins(lock)}

    assert names
    assert set(names) <= locked


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=["run", "development"])
def test_lock_names_no_machine_and_no_index(lock: str) -> None:
    assert not re.search(r"://|^-|(?<!-r )\S*/\S", lock, re.M)


TOOLS = ("bash", "cat", "dirname", "env", "grep", "id", "rm", "sha256sum")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with set-up and lock alone, and a PATH that holds nothing but plain tools."""
    for name in ("tools/set_up.sh", "requirements.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    return tmp_path


def set_up(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(checkout / "bin" / "bash"), "tools/set_up.sh", "requirements.lock"],
        cwd=checkout,
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def write_python(place: Path, script: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f'#!/bin/sh\n{script}\nexec "{sys.executable}" "$@"\n')
    place.chmod(0o755)


def test_set_up_without_a_python_says_what_to_do(checkout: Path) -> None:
    write_python(checkout / "bin" / "python3", "exit 127")  # a shim that runs nothing

    done = set_up(checkout)

    assert done.returncode == 1
    assert done.stderr.startswith("set-up: No Python 3.11 or newer found. Install one")
    assert done.stderr.count("\n") == 1


def test_set_up_without_venv_says_what_to_do(checkout: Path) -> None:
    write_python(
        checkout / "bin" / "python3", 'case "$2" in *ensurepip*|*virtualenv*) exit 1;; esac'
    )

    done = set_up(checkout)

    assert done.returncode == 1
    assert "set-up: Python has no venv module. Install it: apt-get install python3." in done.stderr
    assert not (checkout / ".venv").exists()


def test_set_up_with_nothing_changed_installs_nothing(checkout: Path) -> None:
    write_python(checkout / ".venv" / "bin" / "python", "exit 1")  # asked for anything, it fails
    write_python(checkout / "bin" / "bwrap", "")
    digest = hashlib.sha256(LOCK.encode()).hexdigest()
    (checkout / ".venv" / "installed-lock").write_text(f"{digest}  -\n")

    done = set_up(checkout)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_continuous_integration_runs_what_a_newcomer_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()

    assert lines[-1] == "exec make test"
