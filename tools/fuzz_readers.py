"""Fuzz the readers of tables, checks and settings with Atheris, guided by what they run through.

It is no requirement of the project. In an environment of its own::

    python -m venv fuzz && fuzz/bin/pip install -r requirements.txt atheris
    fuzz/bin/python -m tools.fuzz_readers csv -max_total_time=600

The first word is what to fuzz: csv, workbook, checks or settings; what follows goes to libFuzzer
(``fuzz/bin/python -m tools.fuzz_readers csv -help=1``), a folder among it as the corpus. An error
that is none of the project's own ends the search, and libFuzzer leaves the bytes that led to it.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris  # type: ignore[import-not-found, unused-ignore]

with atheris.instrument_imports(include=["backend"]):
    from backend.contracts.errors import WorkspaceError
    from backend.contracts.workspace import Workspace
    from backend.store.checks_file import read_checks
    from backend.store.settings_file import read_settings
    from backend.tables.reading import read_tables

FOLDER = tempfile.TemporaryDirectory(prefix="fuzz-")
PLACE = Workspace(Path(FOLDER.name))


def fuzz_csv(content: bytes) -> None:
    """A CSV file of these bytes."""
    list(read_tables(content, file="t.csv"))


def fuzz_workbook(content: bytes) -> None:
    """A workbook of these bytes."""
    list(read_tables(content, file="t.xlsx"))


def fuzz_checks(content: bytes) -> None:
    """A ``checks.json`` of these bytes."""
    PLACE.checks_file.parent.mkdir(exist_ok=True)
    PLACE.checks_file.write_bytes(content)
    with contextlib.suppress(WorkspaceError):
        read_checks(PLACE)


def fuzz_settings(content: bytes) -> None:
    """A ``settings.toml`` of these bytes."""
    PLACE.settings_file.write_bytes(content)
    with contextlib.suppress(WorkspaceError):
        read_settings(PLACE)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "csv": fuzz_csv,
    "workbook": fuzz_workbook,
    "checks": fuzz_checks,
    "settings": fuzz_settings,
}


def main() -> None:
    """Fuzz what the first argument names, until libFuzzer ends."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Name what to fuzz: {', '.join(TARGETS)}.")
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
