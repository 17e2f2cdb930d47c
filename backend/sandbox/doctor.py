"""What this machine gives, tried and not assumed, and how to get better."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contracts.errors import SandboxError
from backend.contracts.settings import SandboxSettings
from backend.sandbox import machine
from backend.sandbox.bubblewrap import Found
from backend.sandbox.machine import Choice, Machine
from backend.sandbox.open import open_at

PROMISES = {
    machine.FULL: "each program sees Python, its own tables and its own folder, and no network",
    machine.FULL_SLOW: "as 'full', but each program pays for a process of its own",
    machine.REDUCED: (
        "no file can be read or written outside, and no socket opened, but names, sizes and times "
        "of files outside can be seen"
    ),
}


@dataclass(frozen=True)
class Description:
    """The level that ``open_sandbox`` gives here; none means that it refuses."""

    level: str | None
    promise: str
    facts: tuple[str, ...]
    """What was found on this machine, a line each."""
    reasons: tuple[str, ...]
    """Why the level is no better."""
    cures: tuple[str, ...]


def describe() -> Description:
    """Examine this machine, and start a worker to see whether its self-test passes."""
    facts = machine.examine()
    choice = machine.choose(facts)
    problem = _try(choice, facts)
    if problem:
        choice = Choice(None, (*choice.reasons, problem), choice.cures)
    return Description(
        level=choice.level,
        promise=PROMISES.get(choice.level or "", "no program runs"),
        facts=_facts(facts),
        reasons=choice.reasons,
        cures=choice.cures,
    )


def _try(choice: Choice, facts: Machine) -> str:
    if choice.level is None:
        return ""
    try:
        with open_at(choice.level, facts, {}, SandboxSettings(programs=1)) as sandbox:
            sandbox.start()
    except SandboxError as error:
        return str(error)
    return ""


def _facts(facts: Machine) -> tuple[str, ...]:
    return (
        f"system: {facts.system} on {facts.architecture}, as {'root' if facts.root else 'a user'}",
        f"bubblewrap: {_describe_bubblewrap(facts.bubblewrap)}",
        f"Landlock: {f'version {facts.landlock}' if facts.landlock else 'not in this kernel'}",
        f"seccomp: {'known' if facts.has_seccomp else 'unknown'} system calls",
    )


def _describe_bubblewrap(found: Found | None) -> str:
    if found is None:
        return "not installed"
    return f"{found.version} at {found.path}, {found.problem or 'works'}"
