"""The agent is killed at every single write that it makes; nothing is lost, and the next run heals.

The writes of an act are counted once; then, for each of them, a copy of the same workspace suffers
the act up to there, is looked at as it lies, and is run again. `make soak` goes through them all,
`make test` through one of each few in a row, drawn by chance.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.store.closed_months import find_months
from backend.store.prompt_archive import preceding_parts
from backend.store.prompt_log import verify_chain
from backend.store.unchanged_runs import read_unchanged_runs
from backend.store.waivers import verify_waivers
from tests.faults.acting import RUN, Stage
from tests.faults.holding import (
    ENTRIES,
    Deliveries,
    assert_healed,
    assert_sound,
    known,
    orders,
    users,
)
from tests.tiny_workspace import TinyWorkspace, entry

Scene = Callable[[TinyWorkspace, Stage], tuple[str, ...]]
SCENES: dict[str, Scene] = {}
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def scene(act: Scene) -> Scene:
    SCENES[act.__name__] = act
    return act


@scene
def first_run(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    return RUN


@scene
def edits(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    stage.act(tiny.workspace.base, *RUN)
    tiny.write_checks(entry("PRICE", "price must be at least 2"), *ENTRIES[1:])
    tiny.write_table("orders.csv", orders(2))
    return RUN


@scene
def nothing_changed(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    stage.act(tiny.workspace.base, *RUN)
    return (*RUN, "--changed-only")


@scene
def one_changed(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    stage.act(tiny.workspace.base, *RUN)
    checks = json.loads(tiny.workspace.checks_file.read_text())
    tiny.write_checks(checks[0] | {"fail_if": "> 0"}, *checks[1:])
    return (*RUN, "--changed-only")


@scene
def months_are_over(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    log = tiny.workspace.runs_log_file
    for month in ("2020-09", "2020-10"):
        stage.act(tiny.workspace.base, *RUN)
        lines = log.read_text()
        log.write_text(re.sub(r'("started_at":")20(2[1-9]|[3-9]\d)-\d\d', rf"\g<1>{month}", lines))
    return RUN


@scene
def clean(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    for _ in range(2):
        stage.act(tiny.workspace.base, *RUN)
    first = min(path for path in tiny.workspace.artifacts.iterdir())
    for number in (1, 2):
        shutil.copytree(first, first.with_name(f"2020010{number}T000000Z-beef"))
    tiny.workspace.settings_file.write_text("[retention]\nartifacts = 100\nevents = 100\n")
    return ("clean",)


@scene
def audit_records_put_aside(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    stage.act(tiny.workspace.base, *RUN)
    return ("clean", "--audit-before", "2099-01-01", "--by", "ann", "--why", "old")


@scene
def waiver(tiny: TinyWorkspace, stage: Stage) -> tuple[str, ...]:
    stage.act(tiny.workspace.base, *RUN)
    return ("waive", "PRICE", "--until", "2099-01-01", "--by", "ann", "--why", "known")


LEAVES: dict[str, Callable[[Workspace], bool]] = {
    "first_run": lambda done: verify_chain(done).records == 4,
    "one_changed": lambda done: [each.ran for each in read_unchanged_runs(done).runs] == [1],
    "months_are_over": lambda done: len(find_months(done)) == 2,
    "clean": lambda done: len([*done.artifacts.iterdir()]) == 2,
    "audit_records_put_aside": lambda done: len(preceding_parts(done)) == 1,
    "waiver": lambda done: verify_waivers(done).records == 1,
}
"""What shows that an act did what it is here for."""


def drawn(writes: list[str], every: int) -> list[int]:
    """Of so many writes in a row the number of one, counted from 1."""
    draw = random.Random(20261120)
    last = len(writes)
    return [
        draw.randint(first, min(first + every - 1, last)) for first in range(1, last + 1, every)
    ]


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.soak)], ids=["some", "all"])
@pytest.mark.parametrize("act", SCENES.values(), ids=SCENES)
def test_kill_at_every_write(
    act: Scene, every: int, stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    deliveries.know(orders=orders(1), users=users(1))
    deliveries.know(orders=orders(2))
    tiny = TinyWorkspace(room / "as-it-was", *ENTRIES)
    tiny.write_table("orders.csv", orders(1))
    tiny.write_table("users.csv", users(1))
    argv = act(tiny, stage)
    before = known(tiny.workspace)
    whole = shutil.copytree(tiny.workspace.base, room / "whole", symlinks=True)
    acted = stage.act(whole, *argv, counts=True)
    assert len(acted.writes) > 3
    assert LEAVES.get(act.__name__, lambda base: True)(Workspace(whole)), acted.told
    assert_sound(Workspace(whole), before, deliveries)

    for number in drawn(acted.writes, every):
        what = acted.writes[number - 1]
        copy = Workspace(room / "copy")
        shutil.copytree(tiny.workspace.base, copy.base, symlinks=True)
        killed = stage.act(copy.base, *argv, die_at=number)
        assert killed.code == -9, (number, what, killed.told)
        try:
            assert_sound(copy, before, deliveries)
            left = known(copy)
            again = stage.act(copy.base, *RUN)
            assert again.code == 3, again.told
            assert_sound(copy, left, deliveries)
            assert_healed(copy)
        except AssertionError as error:
            error.add_note(f"killed at write {number} of {len(acted.writes)}: {what}")
            raise
        shutil.rmtree(copy.base)
