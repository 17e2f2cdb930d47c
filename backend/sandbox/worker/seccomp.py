"""A filter of system calls in classic BPF, for one process.

The source of every constant is Linux's ``include/uapi``: ``linux/filter.h``, ``linux/seccomp.h``,
``linux/sched.h``, ``linux/fcntl.h`` and ``asm-generic/ioctls.h``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.sandbox.worker import denials, kernel, syscalls

LOAD, EQUAL, GREATER, ANY_BIT, RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
"""ld [k], jeq, jgt, jset, ret."""
NUMBER, ARCHITECTURE = 0, 4
"""Offsets into ``struct seccomp_data``."""
KILL, ALLOW, ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
X32 = 0x40000000

CLONE_THREAD = 0x00010000
CLONE_NEW = 0x7E020000
"""All the flags of ``clone`` that make a namespace."""
SET_ID_BITS = 0o6000

PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2


class Instruction(NamedTuple):
    """One BPF instruction: how far to jump when true or false, and its constant."""

    code: int
    if_true: int
    if_false: int
    constant: int


Block = list[Instruction]


def install(*, metadata: bool, truncate: bool) -> None:
    """Filter this process from now on; ``no_new_privs`` must be set.

    Raises:
        OSError: the kernel refuses, or the architecture is not known.
    """
    denied = [*denials.DENIED]
    denied += [denials.METADATA] if metadata else []
    denied += [denials.TRUNCATE] if truncate else []
    _install(assemble(platform.machine(), os.getpid(), denied))


def assemble(machine: str, pid: int, denied: Iterable[denials.Denial]) -> bytes:
    """The filter's bytes for a process of this pid.

    Raises:
        OSError: the architecture is not known.
    """
    if machine not in syscalls.ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no table of system calls for {machine}")
    program = _check_architecture(syscalls.ARCHITECTURES[machine].audit)
    calls = [call for denial in denied for call in denial.calls]
    for number in _numbers(calls, machine):
        program += _when(number, [_fail(errno.EPERM)])
    for number in _numbers(denials.MISSING, machine):
        program += _when(number, [_fail(errno.ENOSYS)])
    for call, block in _checks(pid):
        for number in _numbers([call], machine):
            program += _when(number, block)
    program.append(_return(ALLOW))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)


def _numbers(calls: Iterable[str], machine: str) -> Iterator[int]:
    for call in calls:
        number = syscalls.number(call, machine)
        if number is not None:
            yield number


def _check_architecture(audit: int) -> Block:
    return [
        Instruction(LOAD, 0, 0, ARCHITECTURE),
        Instruction(EQUAL, 1, 0, audit),
        _return(KILL),
        Instruction(LOAD, 0, 0, NUMBER),
        Instruction(ANY_BIT, 0, 1, X32),
        _return(KILL),
        Instruction(GREATER, 0, 1, syscalls.NEWEST),
        _fail(errno.ENOSYS),
    ]


def _checks(pid: int) -> Iterator[tuple[str, Block]]:
    """The calls whose arguments decide; a block ends with a verdict, whatever it loads."""
    yield "clone", _only_threads()
    for call in ("kill", "tgkill"):
        yield call, _only_if(0, [pid])
    for call in ("setaffinity", "setscheduler", "setparam", "setattr"):
        yield f"sched_{call}", _only_if(0, [0, pid])
    yield "prlimit64", _only_null_pointer(2)
    yield "prctl", _never_if(0, [kernel.PR_SET_PDEATHSIG])
    yield "fcntl", _never_if(1, FCNTL_SIGNALS)
    yield "ioctl", _never_if(1, IOCTL_DENIED)
    for call, argument in (("chmod", 1), ("fchmod", 1), ("fchmodat", 2), ("fchmodat2", 2)):
        yield call, _never_any_bit(argument, SET_ID_BITS)


FCNTL_SIGNALS = (8, 10, 15, 1024, 1026)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY: a way to signal other processes."""
IOCTL_DENIED = (0x5412, 0x541C, 0x5452, 0x8901, 0x8902)
"""TIOCSTI and TIOCLINUX type into a terminal; FIOASYNC, FIOSETOWN and SIOCSPGRP signal others."""


def _only_threads() -> Block:
    return [
        _load_argument(0),
        Instruction(ANY_BIT, 1, 0, CLONE_THREAD),
        _fail(errno.EPERM),
        Instruction(ANY_BIT, 0, 1, CLONE_NEW),
        _fail(errno.EPERM),
        _return(ALLOW),
    ]


def _only_if(argument: int, values: list[int]) -> Block:
    block = [_load_argument(argument)]
    for value in values:
        block += _when(value, [_return(ALLOW)])
    return [*block, _fail(errno.EPERM)]


def _never_if(argument: int, values: Iterable[int]) -> Block:
    block = [_load_argument(argument)]
    for value in values:
        block += _when(value, [_fail(errno.EPERM)])
    return [*block, _return(ALLOW)]


def _never_any_bit(argument: int, bits: int) -> Block:
    return [
        _load_argument(argument),
        Instruction(ANY_BIT, 0, 1, bits),
        _fail(errno.EPERM),
        _return(ALLOW),
    ]


def _only_null_pointer(argument: int) -> Block:
    low = _load_argument(argument)
    return [
        low,
        *_when_not(0, [_fail(errno.EPERM)]),
        low._replace(constant=low.constant + 4),
        *_when_not(0, [_fail(errno.EPERM)]),
        _return(ALLOW),
    ]


def _when(value: int, block: Block) -> Block:
    return [Instruction(EQUAL, 0, len(block), value), *block]


def _when_not(value: int, block: Block) -> Block:
    return [Instruction(EQUAL, len(block), 0, value), *block]


def _load_argument(argument: int) -> Instruction:
    """The low half, which is all that the kernel itself reads of an int; little-endian."""
    return Instruction(LOAD, 0, 0, 16 + 8 * argument)


def _fail(number: int) -> Instruction:
    return _return(ERRNO | number)


def _return(verdict: int) -> Instruction:
    return Instruction(RETURN, 0, 0, verdict)


def _install(program: bytes) -> None:
    code = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    )
    kernel.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(header))
