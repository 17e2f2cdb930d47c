"""Opens the best sandbox that this machine gives, or refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from backend.contracts.errors import SandboxError
from backend.contracts.program import TableFile
from backend.contracts.settings import SandboxSettings
from backend.sandbox import bubblewrap, machine
from backend.sandbox.guards import guard_for, is_isolated
from backend.sandbox.launch import Launch, child_process
from backend.sandbox.machine import Machine
from backend.sandbox.sandbox import IsolatedSandbox
from backend.sandbox.worker.lockdown import Guard

DEFAULTS = SandboxSettings()


def open_sandbox(
    files: Mapping[str, TableFile],
    limits: SandboxSettings = DEFAULTS,
    *,
    unsafe: bool = False,
    libraries: Sequence[str] = (),
) -> IsolatedSandbox:
    """A sandbox over these tables; no worker is started before the first program.

    ``unsafe`` gives a plain child process, without isolation, on a person's explicit word. The
    worker imports the ``libraries`` that are installed before it serves: name none but trusted
    ones.

    Raises:
        SandboxError: this machine gives no isolation.
    """
    facts = machine.examine()
    if unsafe:
        return open_at(machine.NONE, facts, files, limits, libraries=libraries)
    choice = machine.choose(facts)
    if choice.level is None:
        raise SandboxError(
            f"sandbox: {'; '.join(choice.reasons)}. {' '.join(choice.cures)} Only "
            "--unsafe-no-sandbox runs programs without isolation."
        )
    return open_at(choice.level, facts, files, limits, libraries=libraries)


def open_at(
    level: str,
    facts: Machine,
    files: Mapping[str, TableFile],
    limits: SandboxSettings,
    *,
    warm: bool = True,
    libraries: Sequence[str] = (),
) -> IsolatedSandbox:
    """A sandbox of this very level on such a machine, whether or not it gives a better one.

    Without ``warm`` every program has a worker of its own, as without Landlock it must.

    Raises:
        SandboxError: Python lies where the user's own files do.
    """
    guard, isolated = guard_for(level, facts), is_isolated(level)
    prepare = _in_bubblewrap(guard, limits) if isolated else partial(child_process, guard)
    return IsolatedSandbox(
        files,
        level=level,
        backend=_backend(facts, guard, isolated),
        prepare=lambda slots: replace(prepare(slots), libraries=tuple(libraries)),
        warm=warm and level != machine.FULL_SLOW,
        limits=limits,
    )


def _in_bubblewrap(guard: Guard, limits: SandboxSettings) -> Callable[[int], Launch]:
    found = bubblewrap.find()
    if found is None:
        raise SandboxError(f"sandbox: {machine.NOT_INSTALLED}. {machine.INSTALL}")
    return partial(bubblewrap.launch, found.path, guard, limits.slot_mb)


def _backend(facts: Machine, guard: Guard, isolated: bool) -> str:
    """What isolates, for the record: ``bubblewrap 0.8.0, Landlock 7, seccomp``."""
    parts = [facts.bubblewrap.version] if isolated and facts.bubblewrap else []
    parts += [f"Landlock {guard.landlock}"] if guard.landlock else []
    parts += ["seccomp"] if guard.seccomp else []
    return ", ".join(parts) or "a child process"
