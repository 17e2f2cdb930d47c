"""Tables as mapped files, jobs over them, and a sandbox of every level."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, Program, TableFile
from backend.contracts.settings import SandboxSettings
from backend.sandbox import machine
from backend.sandbox.open import open_at
from backend.sandbox.sandbox import IsolatedSandbox

Files = dict[str, TableFile]
MACHINE = machine.examine()
LEVELS = {
    "full": (machine.FULL, MACHINE),
    "full, oldest Landlock": (machine.FULL, replace(MACHINE, landlock=1)),
    "reduced": (machine.REDUCED, MACHINE),
    "full, slow": (machine.FULL_SLOW, replace(MACHINE, landlock=0)),
    "none": (machine.NONE, MACHINE),
}
QUICK = ("full", "reduced", "none")


def levels(*names: str) -> list[object]:
    """The levels as parameters; what few machines use is left to `make soak`."""
    marks = {name: [] if name in QUICK else [pytest.mark.soak] for name in names}
    return [pytest.param(name, marks=marks[name], id=name) for name in names]


ISOLATING = levels("full", "reduced", "full, oldest Landlock", "full, slow")
WARM = ISOLATING[:3]
LIMITS = SandboxSettings(programs=2)
ORDERS = pd.DataFrame(
    {"order_id": [1, 2, 3, 4], "amount": [10.0, None, -5.0, 7.5], "note": ["a", "b", None, "d"]}
)


def missing_for(level: str) -> str:
    """Why this machine cannot test a level, or ``""``."""
    name, facts = LEVELS[level]
    if name in (machine.FULL, machine.FULL_SLOW) and not facts.has_namespaces:
        return "bubblewrap does not work here"
    if name in (machine.FULL, machine.REDUCED) and not facts.landlock:
        return "the kernel has no Landlock"
    return ""


def open_level(level: str, files: Files, limits: SandboxSettings = LIMITS) -> IsolatedSandbox:
    """A sandbox of this level, or a skipped test."""
    if why := missing_for(level):
        pytest.skip(why)
    name, facts = LEVELS[level]
    return open_at(name, facts, files, limits)


def write_table(folder: Path, name: str, frame: pd.DataFrame) -> TableFile:
    """The frame as an Arrow IPC stream."""
    path = folder / f"{name}.arrow"
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return TableFile(table=name, path=path, rows=len(frame))


def make_job(source: str, *tables: str, **rest: Any) -> Job:
    """A job over these tables (``orders`` if none is named), flagged rows in the first."""
    named = tables or ("orders",)
    grain = rest.pop("grain", Grain.ROWS)
    program = Program(source=source, sha256="sha256:0", table=named[0], tables=named, grain=grain)
    return Job(check_id="CHK-001", program=program, **{"seconds": 20.0, **rest})


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("tables")
    users = pd.DataFrame({"user_id": [1, 2, 3], "name": ["Ann", "Bob", "Cy"]})
    return {
        name: write_table(folder, name, frame)
        for name, frame in (("orders", ORDERS), ("users", users))
    }


Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def plain(files: Files) -> Iterator[IsolatedSandbox]:
    """The quickest sandbox: for what does not depend on isolation."""
    with open_level("none", files) as sandbox:
        yield sandbox


@pytest.fixture
def run(plain: IsolatedSandbox) -> Run:
    """Run a source in the quickest sandbox."""
    return lambda source, *tables, **rest: plain.run(make_job(source, *tables, **rest))
