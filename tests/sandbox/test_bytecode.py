"""The worker's modules are compiled once, and never where Python is told to write nothing."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from backend.sandbox.bytecode import compile_modules


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "told.py"
    path.write_text("TOLD = 1\n")
    return path


def _written(module: Path) -> Path:
    return Path(cache_from_source(str(module)))


def test_module_is_compiled_once(module: Path) -> None:
    compile_modules(module.parent)
    first = _written(module).stat()
    compile_modules(module.parent)

    assert _written(module).stat() == first


def test_changed_module_is_compiled_again(module: Path) -> None:
    compile_modules(module.parent)
    before = _written(module).read_bytes()
    module.write_text("TOLD = 22\n")
    later = _written(module).stat().st_mtime_ns + 10**9
    os.utime(module, ns=(later, later))
    compile_modules(module.parent)

    assert _written(module).read_bytes() != before


def test_nothing_is_written_where_python_writes_none(
    module: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compile_modules(module.parent)

    assert not _written(module).exists()


def test_folder_that_takes_nothing_is_left_as_it_is(module: Path) -> None:
    (module.parent / "__pycache__").write_text("no folder")
    compile_modules(module.parent)

    assert (module.parent / "__pycache__").read_text() == "no folder"
