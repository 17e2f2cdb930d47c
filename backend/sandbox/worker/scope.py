"""The process of one data scope: it holds these tables and no others, and forks per program.

Messages on the control socket: first ``{"tables": [name, …]}`` from there, whose files came when
the process was made (so that the zygote never knew the names), and ``{"ready": {table: rows}}`` or
``{"error": text}`` from here; then, for each program, ``{"seconds", "memory_mb", "slot",
…limits}`` with six files from there: the program, stdout, stderr, the result, an archive for what
it leaves, and the socket on which its end is told. The archive is never open in the program. While
programs run, the loop looks at their slots and threads, often enough that none can fill the
machine.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from backend.sandbox.worker import child, kernel, message, pack, slots, tables
from backend.sandbox.worker.lockdown import Guard

ABANDONED = "abandoned"
WALL_SECONDS = "wall_seconds"
LOOK_MILLISECONDS = 100
"""How often slots are looked at while a program runs."""


@dataclass
class Running:
    """A program on its way; ``stopped`` names the limit that ended it."""

    pid: int
    pidfd: int
    told: socket.socket
    started: float
    deadline: float
    order: dict[str, Any]
    archive: int
    stopped: str = ""


def serve(control: socket.socket, files: list[int], guard: Guard) -> None:
    """Map the tables, then run programs until the control socket closes."""
    kernel.refuse_tracing()
    try:
        request, _ = message.receive(control)
        frames = tables.load(request["tables"], files)
    except (OSError, ValueError, TypeError, pa.ArrowException) as error:
        message.send(control, {"error": f"{type(error).__name__}: {error}"})
        return
    gc.collect()
    gc.freeze()
    message.send(control, {"ready": {name: len(frame) for name, frame in frames.items()}})
    Scope(control, frames, guard).run()


class Scope:
    """The loop: start programs, end them on time, tell how they ended."""

    def __init__(
        self, control: socket.socket, frames: dict[str, pd.DataFrame], guard: Guard
    ) -> None:
        """Nothing runs yet."""
        self._control = control
        self._frames = frames
        self._guard = guard
        self._running: dict[int, Running] = {}
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)

    def run(self) -> None:
        """Serve until the control socket closes; then end every program."""
        try:
            while True:
                self._step()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            pass
        finally:
            for program in self._running.values():
                _kill(program)

    def _step(self) -> None:
        for descriptor, _ in self._poll.poll(self._milliseconds_to_look()):
            if descriptor == self._control.fileno():
                self._start(*message.receive(self._control))
            elif descriptor in self._running:
                self._finish(self._running[descriptor])
            else:
                self._abandon(descriptor)
        for program in self._running.values():
            if not program.stopped and (limit := _passed_limit(program)):
                _stop(program, limit)

    def _milliseconds_to_look(self) -> int | None:
        waiting = [p.deadline for p in self._running.values() if not p.stopped]
        if not waiting:
            return None
        left = int((min(waiting) - time.monotonic()) * 1000) + 1
        return max(0, min(left, LOOK_MILLISECONDS))

    def _start(self, order: dict[str, Any], files: list[int]) -> None:
        told, archive = socket.socket(fileno=files.pop()), files.pop()
        kernel.require_one_thread()
        slots.prepare(order["slot"])
        started = time.monotonic()
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            child.run(parent, self._guard, order, files, self._frames)
        for file in files:
            os.close(file)
        ends = started + order["seconds"]
        program = Running(pid, os.pidfd_open(pid), told, started, ends, order, archive)
        self._running[program.pidfd] = program
        self._poll.register(program.pidfd, select.POLLIN)
        self._poll.register(told, select.POLLIN)  # nothing is ever sent: it has ended or left

    def _abandon(self, descriptor: int) -> None:
        for program in self._running.values():
            if program.told.fileno() == descriptor:
                _stop(program, ABANDONED)
                self._poll.unregister(descriptor)

    def _finish(self, program: Running) -> None:
        _kill(program)
        _, status, usage = os.wait4(program.pid, 0)
        if not program.stopped:
            program.stopped = _passed_size(program)
        end = {
            "code": os.waitstatus_to_exitcode(status),
            "stopped": program.stopped,
            "seconds": time.monotonic() - program.started,
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "unfit": _pack(program) if program.order["keeps_files"] else "",
        }
        del self._running[program.pidfd]
        self._poll.unregister(program.pidfd)
        if program.stopped != ABANDONED:
            self._poll.unregister(program.told)
        slots.wipe(program.order["slot"])
        _tell(program.told, end)
        program.told.close()
        os.close(program.archive)
        os.close(program.pidfd)


def _passed_limit(program: Running) -> str:
    if time.monotonic() >= program.deadline:
        return WALL_SECONDS
    if kernel.count_threads(program.pid) > program.order["threads"]:
        return "threads"
    return _passed_size(program)


def _passed_size(program: Running) -> str:
    order = program.order
    return slots.passed_limit(order["slot"], mebibytes=order["slot_mb"], files=order["files"])


def _pack(program: Running) -> str:
    """Pack what an ended program leaves; tells why it cannot leave, if so."""
    if program.stopped:
        return ""
    folder = f"{program.order['slot']}/{slots.ARTIFACTS}"
    try:
        pack.pack(folder, program.archive, mebibytes=program.order["slot_mb"])
    except pack.Unfit as error:
        return str(error)
    except OSError as error:
        return f"its files cannot be read: {error.strerror}"
    return ""


def _tell(told: socket.socket, end: dict[str, Any]) -> None:
    with suppress(BrokenPipeError, ConnectionResetError):  # the one who asked has left
        message.send(told, end)


def _stop(program: Running, limit: str) -> None:
    program.stopped = limit
    _kill(program)


def _kill(program: Running) -> None:
    """End the program and its group; the pid is not reused before it is waited for."""
    signal.pidfd_send_signal(program.pidfd, signal.SIGKILL)
    with suppress(ProcessLookupError, PermissionError):  # no group of its own yet, or none left
        os.killpg(program.pid, signal.SIGKILL)
