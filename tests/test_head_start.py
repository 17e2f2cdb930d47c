"""What a run begins before it is imported, and what it leaves to the run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from backend.contracts.settings import SandboxSettings
from backend.head_start import Wanted, begin, read_wanted

DEFAULTS = SandboxSettings()
USUAL = Wanted(DEFAULTS.programs, DEFAULTS.slot_mb, DEFAULTS.start_seconds)
CASES = {
    "a run": (["run"], "", USUAL),
    "its options": (["run", "--offline", "--as-of", "2026-01-01"], "", USUAL),
    "its settings": (
        ["run"],
        "[sandbox]\nprograms = 3\nslot_mb = 64\n",
        USUAL._replace(programs=3, slot_mb=64),
    ),
    "no run": (["doctor"], "", None),
    "help": (["run", "--help"], "", None),
    "without a sandbox": (["run", "--unsafe-no-sandbox"], "", None),
    "on a cluster": (["run"], '[engine]\nname = "ray"\n', None),
}


@pytest.mark.parametrize(("arguments", "settings", "wanted"), CASES.values(), ids=CASES)
def test_worker_that_is_wanted(
    arguments: list[str], settings: str, wanted: Wanted | None, tmp_path: Path
) -> None:
    if settings:
        (tmp_path / "settings.toml").write_text(settings)

    assert read_wanted([*arguments, f"--base-dir={tmp_path}"]) == wanted
    assert read_wanted(["--base-dir", str(tmp_path), *arguments]) == wanted


@pytest.mark.parametrize("settings", ["[sandbox", "sandbox = 3", '[sandbox]\nprograms = "x"'])
def test_settings_that_cannot_be_read_are_left_to_the_run(settings: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(settings)

    begin(["run", "--base-dir", str(tmp_path)])


def test_nothing_slow_is_imported() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, backend.head_start; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert not {"numpy", "pandas", "pyarrow", "pydantic"}.intersection(told.stdout.split())
