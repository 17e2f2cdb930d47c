"""What this machine gives, and the best level of isolation that follows from it."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass

from backend.contracts.ports import NOT_ISOLATED
from backend.sandbox import bubblewrap
from backend.sandbox.worker import landlock, syscalls

FULL, FULL_SLOW, REDUCED, NONE = "full", "full, slow", "reduced", NOT_ISOLATED

REDUCED_SINCE = 3
"""The Landlock version without which nothing but bubblewrap will do."""

NOT_INSTALLED = "bubblewrap is not installed"
INSTALL = "Install bubblewrap with the system's package manager (apt install bubblewrap)."
NEWER_BUBBLEWRAP = "Install bubblewrap 0.8 or newer."
NAMESPACES_DENIED = (
    "Allow unprivileged user namespaces, or install the distribution's own bubblewrap, to which "
    "AppArmor may grant them; inside a container, let the container start with "
    "--security-opt seccomp=unconfined, or run the agent outside."
)
NEWER_KERNEL = "Use a kernel with Landlock (Linux 6.2 or newer) and 'landlock' in its lsm list."
NOT_AS_ROOT = "Run the agent as an ordinary user."


@dataclass(frozen=True)
class Machine:
    """The facts that decide the level."""

    system: str
    architecture: str
    root: bool
    landlock: int
    """The kernel's version of it; 0 for none."""
    bubblewrap: bubblewrap.Found | None

    @property
    def has_namespaces(self) -> bool:
        """Whether bubblewrap is there and works."""
        return self.bubblewrap is not None and not self.bubblewrap.problem

    @property
    def has_seccomp(self) -> bool:
        """Whether system calls can be filtered: the numbers of this architecture are known."""
        return self.architecture in syscalls.ARCHITECTURES


@dataclass(frozen=True)
class Choice:
    """A level, why it is no better one, and how to get better; no level is a refusal."""

    level: str | None
    reasons: tuple[str, ...] = ()
    cures: tuple[str, ...] = ()


def examine() -> Machine:
    """Look at this machine; changes nothing."""
    on_linux = sys.platform == "linux"
    return Machine(
        system=platform.system(),
        architecture=platform.machine(),
        root=os.geteuid() == 0,
        landlock=landlock.version() if on_linux else 0,
        bubblewrap=bubblewrap.find() if on_linux else None,
    )


def choose(machine: Machine) -> Choice:
    """The best level that these facts allow."""
    if machine.system != "Linux" or not machine.has_seccomp:
        fact = f"there is no sandbox for {machine.system} on {machine.architecture}"
        return Choice(None, (fact,), ("Use Linux on x86_64 or aarch64; on Windows, WSL 2.",))
    if not machine.has_namespaces:
        return _choose_without_namespaces(machine)
    if machine.landlock:
        return Choice(FULL)
    return Choice(FULL_SLOW, ("the kernel has no Landlock",), (NEWER_KERNEL,))


def _choose_without_namespaces(machine: Machine) -> Choice:
    fact, cure = _why_no_namespaces(machine.bubblewrap)
    if machine.landlock < REDUCED_SINCE:
        old = f"the kernel's Landlock has version {machine.landlock}, not {REDUCED_SINCE}"
        return Choice(None, (fact, old), (cure, NEWER_KERNEL))
    if machine.root:
        root = "without bubblewrap no program may run as root"
        return Choice(None, (fact, root), (cure, NOT_AS_ROOT))
    return Choice(REDUCED, (fact,), (cure,))


def _why_no_namespaces(found: bubblewrap.Found | None) -> tuple[str, str]:
    if found is None:
        return NOT_INSTALLED, INSTALL
    if "disable-userns" in found.problem:
        return f"{found.path} is older than 0.8 ({found.version})", NEWER_BUBBLEWRAP
    return f"{found.path} does not work here: {found.problem}", NAMESPACES_DENIED
