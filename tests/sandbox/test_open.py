"""Which level a machine gets, and that what does not hold is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.program import OutcomeStatus
from backend.contracts.settings import SandboxSettings
from backend.sandbox import binds, bubblewrap, machine
from backend.sandbox.doctor import describe
from backend.sandbox.launch import Launch, Worker, child_process
from backend.sandbox.open import open_sandbox
from backend.sandbox.worker import landlock
from backend.sandbox.worker.lockdown import Guard
from tests.sandbox.conftest import MACHINE, WARM, Files, make_job, missing_for, open_level

WORKS = bubblewrap.Found("/usr/bin/bwrap", "bubblewrap 0.8.0", "")
DENIED = WORKS._replace(problem="bwrap: Creating new namespace failed: Operation not permitted")
BEST = machine.Machine("Linux", "x86_64", root=False, landlock=7, bubblewrap=WORKS)
MACHINES = {
    "all there is": (BEST, "full", ""),
    "as root": (replace(BEST, root=True), "full", ""),
    "an old Landlock": (replace(BEST, landlock=1), "full", ""),
    "no Landlock": (replace(BEST, landlock=0), "full, slow", "has no Landlock"),
    "no bubblewrap": (replace(BEST, bubblewrap=None), "reduced", "bubblewrap is not installed"),
    "no namespaces": (replace(BEST, bubblewrap=DENIED), "reduced", "Operation not permitted"),
    "an old bubblewrap": (
        replace(BEST, bubblewrap=DENIED._replace(problem="Unknown option --disable-userns")),
        "reduced", "older than 0.8",
    ),
    "no namespaces, as root": (
        replace(BEST, bubblewrap=DENIED, root=True), None, "no program may run as root",
    ),
    "no namespaces, an old Landlock": (
        replace(BEST, bubblewrap=None, landlock=2), None, "has version 2, not 3",
    ),
    "nothing": (replace(BEST, bubblewrap=None, landlock=0), None, "bubblewrap is not installed"),
    "another processor": (replace(BEST, architecture="riscv64"), None, "riscv64"),
    "another system": (replace(BEST, system="Darwin", landlock=0), None, "Darwin"),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "level", "reason"), MACHINES.values(), ids=MACHINES)
def test_the_level_follows_from_the_machine(
    facts: machine.Machine, level: str | None, reason: str
) -> None:
    choice = machine.choose(facts)

    assert choice.level == level
    assert reason in "; ".join(choice.reasons)
    assert bool(choice.cures) is (level != "full")


def test_this_machine_is_described_as_it_is_opened(files: Files) -> None:
    found = describe()
    if found.level is None:
        with pytest.raises(SandboxError, match="unsafe-no-sandbox"):
            open_sandbox(files)
    else:
        assert open_sandbox(files).level == found.level
    assert len(found.facts) == 4


def test_without_isolation_only_on_explicit_word(files: Files) -> None:
    with open_sandbox(files, unsafe=True) as sandbox:
        outcome = sandbox.run(make_job("def check(tables): return tables['orders']"))

    assert (sandbox.level, outcome.status) == ("none", OutcomeStatus.OK)


@pytest.mark.parametrize(
    ("level", "backend"),
    [
        ("full", r"bubblewrap [\d.]+, Landlock \d+, seccomp"),
        ("full, slow", r"bubblewrap [\d.]+, seccomp"),
        ("reduced", r"Landlock \d+, seccomp"),
        ("none", "a child process"),
    ],
)
def test_what_isolates_is_on_record(files: Files, level: str, backend: str) -> None:
    assert re.fullmatch(backend, open_level(level, files).backend)


def test_opening_imports_no_pandas_and_starts_nothing() -> None:
    source = (
        "import sys, threading\n"
        "from pathlib import Path\n"
        "from backend.sandbox.open import open_sandbox\n"
        "with open_sandbox({}, unsafe=True): pass\n"
        "heavy = {'pandas', 'numpy', 'pyarrow'} & set(sys.modules)\n"
        "children = Path('/proc/self/task/%d/children' % threading.get_native_id()).read_text()\n"
        "print(heavy or children or 'nothing')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, cwd=Path.cwd(), check=True
    )
    assert ran.stdout == "nothing\n"


def start(launch: Launch) -> None:
    Worker(launch, start_seconds=20.0).close()


LOOSE = {
    # a guard with one lock missing, and what the self-test finds
    "no Landlock": (Guard(seccomp=True, metadata=True), "read a file of the user"),
    "libraries out of reach": (Guard(99, seccomp=True), "a program could not read a library"),
}


@pytest.mark.parametrize(("guard", "leak"), LOOSE.values(), ids=LOOSE)
def test_a_worker_whose_locks_do_not_hold_is_refused(guard: Guard, leak: str) -> None:
    if not landlock.version():
        pytest.skip("the kernel has no Landlock")
    with pytest.raises(SandboxError, match="its self-test failed") as told:
        start(child_process(guard, 1))

    assert told.value.code == "no-sandbox"
    assert leak in str(told.value)


def test_a_worker_with_a_secret_in_its_environment_is_refused() -> None:
    guard = Guard(99, seccomp=True, metadata=True, readable=tuple(binds.python_folders()))
    launch = child_process(guard, 1)
    secretive = replace(launch, environment={**launch.environment, "API_KEY": "x"})

    with pytest.raises(SandboxError, match="its environment holds API_KEY"):
        start(secretive)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("/bin/sh", "-c", "echo no room >&2; exit 1", "sh"), "did not start: no room"),
        (("/bin/sleep", "9", "#"), "did not start"),
    ],
    ids=["it fails", "it fails at once"],
)
def test_a_worker_that_does_not_start_says_why(command: tuple[str, ...], told: str) -> None:
    with pytest.raises(SandboxError, match=told):
        start(replace(child_process(Guard(), 1), command=command))


@pytest.mark.parametrize("level", WARM)
def test_a_table_that_is_no_table_costs_its_own_program(files: Files, level: str) -> None:
    broken = files["users"].path.with_name("broken.arrow")
    broken.write_bytes(b"no Arrow stream")
    short = files["users"].model_copy(update={"rows": 2})
    wrong = {"broken": files["users"].model_copy(update={"table": "broken", "path": broken})}
    with open_level(level, {**files, **wrong, "users": short}) as sandbox:
        for table in ("broken", "users"):
            with pytest.raises(SandboxError, match=f"{table}: the columnar file cannot be mapped"):
                sandbox.run(make_job("", table))
        outcome = sandbox.run(make_job("def check(tables): return tables['orders']"))

    assert outcome.status == OutcomeStatus.OK


def test_python_is_all_that_is_mounted(tmp_path: Path) -> None:
    folders = binds.python_folders()

    assert str(Path(os.__file__).parent).startswith(tuple(folders))
    assert not [folder for folder in folders if Path(__file__).is_relative_to(folder)]
    assert not [folder for folder in folders if Path.home().is_relative_to(folder)]


@pytest.mark.parametrize("inside", ["data.arrow", "a/b/data.arrow", "."])
def test_a_readable_folder_with_something_private_is_refused(tmp_path: Path, inside: str) -> None:
    binds.refuse_to_show([str(tmp_path / "other")], tmp_path / inside)
    with pytest.raises(SandboxError, match="where Python lies; it holds") as told:
        binds.refuse_to_show([str(tmp_path)], tmp_path / inside)
    assert told.value.code == "unsafe-mount"


def test_a_link_is_mounted_from_where_it_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)

    assert binds.mounts([str(link)])[:3] == ["--ro-bind", str(real), str(link)]
    with pytest.raises(SandboxError):
        binds.refuse_to_show([str(link)], real / "data.arrow")


def test_a_repository_is_not_readable(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    with pytest.raises(SandboxError, match="it holds a repository"):
        binds.refuse_to_show([str(tmp_path)], Path("/elsewhere"))


def test_a_table_among_pythons_files_is_refused(files: Files) -> None:
    inside = Path(binds.python_folders()[0], "data.arrow")
    hidden = {"orders": files["orders"].model_copy(update={"path": inside})}
    with open_level("full", hidden) as sandbox, pytest.raises(SandboxError) as told:
        sandbox.run(make_job(""))

    assert told.value.code == "unsafe-mount"


def test_the_sandbox_of_this_machine_is_the_one_that_is_tested() -> None:
    level = machine.choose(MACHINE).level

    assert level is None or not missing_for(level)
    assert SandboxSettings().programs == 0
