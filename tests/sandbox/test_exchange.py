"""A worker serves one set of tables after another, with libraries that it has imported before."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.program import Outcome, OutcomeStatus
from backend.sandbox.open import open_at
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import (
    LEVELS,
    LIMITS,
    ORDERS,
    WARM,
    Files,
    levels,
    make_job,
    missing_for,
    open_level,
    write_table,
)

AMOUNTS = "def check(tables):\n    return [str(each) for each in tables['orders']['amount']]\n"
TABLES = "def check(tables):\n    return sorted(tables)\n"


def value_of(sandbox: IsolatedSandbox, source: str, *tables: str) -> object:
    outcome = sandbox.run(make_job(source, *tables, any_result=True))
    assert outcome.status is OutcomeStatus.OK, outcome.error
    return outcome.value


@pytest.mark.parametrize("level", WARM)
def test_a_table_of_the_same_name_is_the_new_one(level: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    later = write_table(new, "orders", pd.DataFrame({"amount": [1.0]}))
    with open_level(level, {"orders": write_table(old, "orders", ORDERS)}) as sandbox:
        assert value_of(sandbox, AMOUNTS) == ["10.0", "nan", "-5.0", "7.5"]
        sandbox.exchange({"orders": later})
        assert value_of(sandbox, AMOUNTS) == ["1.0"]


@pytest.mark.parametrize("level", WARM)
def test_what_held_the_former_tables_is_gone(level: str, tmp_path: Path) -> None:
    table = write_table(tmp_path, "secrets", ORDERS)
    with open_level(level, {"secrets": table}) as sandbox:
        value_of(sandbox, TABLES, "secrets")
        assert processes_that_map(table.path)
        sandbox.exchange({"orders": write_table(tmp_path, "orders", ORDERS)})
        assert not processes_that_map(table.path)
        assert value_of(sandbox, TABLES) == ["orders"]
        with pytest.raises(SandboxError) as caught:
            sandbox.run(make_job(TABLES, "secrets", any_result=True))
    assert caught.value.code == "unknown-table"


def processes_that_map(path: Path) -> list[str]:
    """Every process that has this file open or mapped; only who is root sees them all."""
    if os.geteuid():
        pytest.skip("only root may look into the processes of a sandbox")
    name, found = str(path), []
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            if name in maps.read_text():
                found.append(maps.parent.name)
        except OSError:
            continue
    return found


IS_THERE = "def check(tables):\n    import sys\n    return 'wave' in sys.modules\n"
AS_PROGRAMS_HAVE_IT = (
    "def check(tables):\n    import os, sys\n"
    "    return [sorted(os.environ), os.listdir(os.environ['TMPDIR'])]\n"
)


def with_libraries(level: str, files: Files, *libraries: str) -> IsolatedSandbox:
    if why := missing_for(level):
        pytest.skip(why)
    name, facts = LEVELS[level]
    return open_at(name, facts, files, LIMITS, libraries=libraries)


@pytest.mark.parametrize("level", levels("full", "reduced", "full, slow", "none"))
def test_libraries_are_there_before_a_program_begins(level: str, tmp_path: Path) -> None:
    files = {"orders": write_table(tmp_path, "orders", ORDERS)}
    with with_libraries(level, files) as sandbox:
        assert value_of(sandbox, IS_THERE) is False
        own = value_of(sandbox, AS_PROGRAMS_HAVE_IT)
    with with_libraries(level, files, "wave", "no_such_library") as sandbox:
        assert value_of(sandbox, IS_THERE) is True
        assert value_of(sandbox, AS_PROGRAMS_HAVE_IT) == own


def test_a_worker_that_does_not_start_with_its_libraries_starts_without(tmp_path: Path) -> None:
    """``unittest.__main__`` ends the process that imports it."""
    files = {"orders": write_table(tmp_path, "orders", ORDERS)}
    with with_libraries("full", files, "unittest.__main__", "wave") as sandbox:
        outcome: Outcome = sandbox.run(make_job(IS_THERE, any_result=True))

    assert (outcome.status, outcome.value) == (OutcomeStatus.OK, False)
