"""The examples of docs/operations.md: each command that they hold is run, each file is read."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.operations.documented import PAGE
from tests.operations.place import ROOT, Place

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(PAGE.read_text("utf-8"))


def blocks(language: str) -> list[str]:
    found = [text for name, text in BLOCKS if name == language]
    assert found
    return found


def here(text: str, place: Place, folder: Path) -> str:
    """An example with the paths of this test in place of the reader's."""
    paths = {
        "/srv/data-quality/.venv/bin/python": sys.executable,
        ".venv/bin/python": sys.executable,
        "python -m": f"{sys.executable} -m",
        "/srv/data-quality": ROOT,
        "/srv/quality": place.base,
        "/tmp/quality": folder / "quality",
        "--base-dir quality": f"--base-dir {place.base}",
        "--junit quality.xml": f"--junit {folder / 'quality.xml'}",
        '"$GITHUB_STEP_SUMMARY"': folder / "summary.md",
        "User=quality": "User=root",
    }
    theirs = re.compile("|".join(map(re.escape, paths)))
    return theirs.sub(lambda found: str(paths[found[0]]), text)


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def cron_lines() -> list[str]:
    (text,) = blocks("crontab")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("line", cron_lines(), ids=["nightly", "often"])
def test_crontab_prints_only_what_is_wrong(line: str, place: Place, tmp_path: Path) -> None:
    *when, command = line.split(maxsplit=5)
    place.keep("GOOD")
    well = shell(here(command, place, tmp_path))
    place.change("GOOD", calculation_hint="The data should look gorgeous.")
    unwell = shell(here(command, place, tmp_path))

    assert all(re.fullmatch(r"[\d*/,-]+", field) for field in when)
    assert "%" not in command, "cron takes it for a line break"
    assert (well.stdout, well.stderr) == ("", "")
    told = " ".join(unwell.stdout.split())
    assert "(by the program before: --no-compile, and text-changed)" in told, unwell.stdout


def test_systemd_takes_the_units(place: Place, tmp_path: Path) -> None:
    names = re.findall(r"`/etc/systemd/system/(.*?)`", PAGE.read_text("utf-8"))
    units = blocks("ini")
    for name, text in zip(names, units, strict=True):
        tmp_path.joinpath(name).write_text(here(text, place, tmp_path))
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd-analyze on this machine")
    files = [str(tmp_path / name) for name in names]
    done = subprocess.run([analyze, "verify", *files], capture_output=True, text=True, check=False)

    ours = [line for line in done.stderr.splitlines() if "data-quality" in line]
    assert (ours, done.returncode) == ([], 0), done.stderr


def test_systemd_starts_a_run(place: Place, tmp_path: Path) -> None:
    service = here(blocks("ini")[0], place, tmp_path)
    settings = dict(re.findall(r"^(\w+)=(.*)$", service, re.MULTILINE))
    place.keep("BAD")
    done = subprocess.run(shlex.split(settings["ExecStart"]), cwd=ROOT, check=False)

    assert str(done.returncode) in settings["SuccessExitStatus"].split()


def test_actions_workflow_is_yaml_and_its_commands_run(place: Place, tmp_path: Path) -> None:
    (text,) = blocks("yaml")
    workflow = yaml.safe_load(text)
    steps = workflow["jobs"]["checks"]["steps"]
    agent = [step["run"] for step in steps if "backend.agent" in step.get("run", "")]
    place.keep("GOOD", "BAD")
    codes = [shell(here(command, place, tmp_path)).returncode for command in agent]

    assert {"schedule", "push"} <= set(workflow[True])  # YAML 1.1 reads the key `on` as true
    assert codes == [1, 0]
    assert all(bool(step.get("uses")) != bool(step.get("run")) for step in steps)
    assert tmp_path.joinpath("quality.xml").read_text().startswith("<?xml")
    assert "BAD" in tmp_path.joinpath("summary.md").read_text()


def test_the_first_example_runs(place: Place, tmp_path: Path) -> None:
    command = f"{blocks('bash')[0].strip()} --base-dir {place.base}"
    done = shell(here(command, place, tmp_path))

    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith("{")
