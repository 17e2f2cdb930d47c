"""A worker that was begun early serves the sandbox that wants its like, and no other."""

from __future__ import annotations

from dataclasses import replace

from backend.contracts.program import OutcomeStatus
from backend.contracts.settings import SandboxSettings
from backend.sandbox import bubblewrap, early, machine
from backend.sandbox.guards import guard_for
from backend.sandbox.launch import Launch
from tests.sandbox.conftest import LIMITS, Files, make_job, open_level

SOURCE = "def check(tables):\n    return tables['orders']"


def _launch(limits: SandboxSettings) -> Launch:
    facts = machine.examine()
    assert facts.bubblewrap is not None
    guard = guard_for(machine.FULL, facts)
    return bubblewrap.launch(facts.bubblewrap.path, guard, limits.slot_mb, limits.programs)


def _begin(limits: SandboxSettings) -> None:
    early.begin_worker(limits.programs, limits.slot_mb, limits.start_seconds)


def test_sandbox_takes_the_worker_that_was_begun(files: Files) -> None:
    with open_level("full", files) as sandbox:
        _begin(LIMITS)
        outcome = sandbox.run(make_job(SOURCE, "orders"))

    assert outcome.status is OutcomeStatus.OK
    assert early.take(_launch(LIMITS)) is None


def test_worker_of_other_settings_is_not_taken(files: Files) -> None:
    other = LIMITS.model_copy(update={"slot_mb": LIMITS.slot_mb * 2})
    with open_level("full", files) as sandbox:
        _begin(other)
        outcome = sandbox.run(make_job(SOURCE, "orders"))
    left = early.take(_launch(other))

    assert outcome.status is OutcomeStatus.OK
    assert left is not None
    left.close(seconds=0)


def test_worker_that_does_not_start_is_forgotten() -> None:
    broken = replace(_launch(LIMITS), command=("/nonexistent/bwrap",))
    early.begin(broken, start_seconds=5)

    assert early.take(broken) is None
