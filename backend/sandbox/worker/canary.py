"""The self-test: a locked process tries what no program may, before any program runs.

It proves behaviour, not version numbers: a kernel may claim a lock that it does not hold.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from backend.sandbox.worker import child, kernel, lockdown, slots
from backend.sandbox.worker.lockdown import Guard

FAMILIES = ("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK")
SECRET = "canary"  # noqa: S105 - a file name
MOST_BYTES = 64 * 1024


class Probe(NamedTuple):
    """What is tried; ``allowed`` tells whether it must succeed or must fail."""

    deed: str
    attempt: Callable[[], object]
    allowed: bool = False


def find_leaks(guard: Guard, slot: str, outside: str) -> list[str]:
    """What a locked process could do but must not, or could not do but must; empty is good.

    ``outside`` is a file of the trusted side that no program may read.
    """
    slots.wipe(slot)
    own, other = Path(slot, "own"), Path(slot, "other")
    for folder in (own, other):
        folder.mkdir()
        slots.prepare(str(folder))
    (other / SECRET).write_text(SECRET)
    try:
        return _ask_locked_process(guard, own, other, outside)
    finally:
        slots.wipe(slot)


def _ask_locked_process(guard: Guard, own: Path, other: Path, outside: str) -> list[str]:
    kernel.require_one_thread()
    reading, writing = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _try_all(parent, guard, own, other, outside, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read(MOST_BYTES)
    _, status = os.waitpid(pid, 0)
    if os.waitstatus_to_exitcode(status) != child.DONE:
        return [f"the self-test ended early: {told.decode(errors='replace')}"]
    leaks: list[str] = json.loads(told)
    return leaks


def _try_all(parent: int, guard: Guard, own: Path, other: Path, outside: str, writing: int) -> None:
    code = 1
    try:
        child.leave(parent, [writing, writing, writing])
        child.enter_slot(str(own))
        lockdown.lock(guard, str(own))
        leaks = [leak for probe in _probes(guard, own, other, outside) if (leak := _try(probe))]
        os.write(child.RESULT, json.dumps(leaks).encode())
        code = child.DONE
    except OSError as error:
        os.write(child.RESULT, str(error).encode())
    finally:
        os._exit(code)


def _try(probe: Probe) -> str:
    try:
        probe.attempt()
    except OSError as error:
        return f"a program could not {probe.deed}: {error}" if probe.allowed else ""
    return "" if probe.allowed else f"a program could {probe.deed}"


def _probes(guard: Guard, own: Path, other: Path, outside: str) -> Iterator[Probe]:
    yield Probe("write to its own slot", (own / "file").touch, allowed=True)
    yield Probe("read a library", Path(os.__file__).read_bytes, allowed=True)
    yield Probe("read a file of the user", Path(outside).read_bytes)
    yield Probe("write a file outside its slot", Path("/canary").touch)
    yield Probe("write into a folder of Python", (Path(os.__file__).parent / SECRET).touch)
    yield Probe("read the worker's environment", Path(f"/proc/{os.getppid()}/environ").read_bytes)
    yield Probe("start a process", _fork)
    yield Probe("signal the worker", lambda: os.kill(os.getppid(), 0))
    yield Probe("keep files open that are not its own", _find_open_files)
    for family in FAMILIES:
        attempt = partial(socket.socket, getattr(socket, family))
        yield Probe(f"open a socket ({family})", attempt)
    if guard.landlock:
        yield Probe("read another program's slot", (other / SECRET).read_bytes)
        yield Probe("write to another program's slot", (other / "file").touch)
    if guard.metadata:
        yield Probe("change the mode of a file", lambda: own.chmod(0o700))


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _find_open_files() -> None:
    """Succeed, which is a leak, where a file beyond the four is open."""
    for number in range(4, child.ABOVE * 2):
        try:
            os.fstat(number)
        except OSError:
            continue
        return
    raise OSError
