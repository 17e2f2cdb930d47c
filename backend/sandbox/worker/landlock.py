"""Landlock: this process may open only what is named here.

Numbers and structures are those of ``linux/landlock.h``; rights that a kernel does not know are
left out, those that it knows and nobody is given are denied.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag

from backend.sandbox.worker import kernel

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION_FLAG = 1
PATH_BENEATH = 1


class Right(IntFlag):
    """What may be done to a file or folder."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13
    TRUNCATE = 1 << 14
    IOCTL_DEV = 1 << 15


_RIGHTS_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights, counted from the lowest, each version knows; 5 and above know all."""

READ = Right.READ_FILE | Right.READ_DIR
WRITE = (
    READ
    | Right.WRITE_FILE
    | Right.REMOVE_DIR
    | Right.REMOVE_FILE
    | Right.MAKE_DIR
    | Right.MAKE_REG
    | Right.REFER
    | Right.TRUNCATE
)
"""Files and folders, but no link, pipe, socket or device, and nothing to execute."""
OF_FILES = Right.EXECUTE | Right.WRITE_FILE | Right.READ_FILE | Right.TRUNCATE | Right.IOCTL_DEV

BIND_AND_CONNECT = 0b11
"""TCP, from version 4; no port is given, so both are denied."""
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
"""Scopes, from version 6."""


@dataclass(frozen=True)
class Grant:
    """Rights on a path and all beneath it."""

    path: str
    rights: Right


def version() -> int:
    """The kernel's Landlock version, 0 where it has none."""
    return max(0, kernel.syscall(CREATE_RULESET, None, 0, VERSION_FLAG))


def restrict(grants: Iterable[Grant], *, at_most: int = 99) -> None:
    """Deny everything but these grants to this process; ``no_new_privs`` must be set.

    A granted path that is not there grants nothing.

    Raises:
        OSError: the kernel has no Landlock, or refuses.
    """
    abi = min(version(), at_most)
    if abi < 1:
        raise OSError(errno.ENOSYS, "this kernel has no Landlock")
    handled = Right((1 << _RIGHTS_BY_ABI.get(abi, 16)) - 1)
    ruleset = _create(abi, handled)
    try:
        for grant in grants:
            _add(ruleset, grant.path, grant.rights & handled)
        _check(kernel.syscall(RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    finally:
        os.close(ruleset)


def _create(abi: int, handled: Right) -> int:
    attributes = struct.pack("=Q", handled)
    attributes += struct.pack("=Q", BIND_AND_CONNECT) if abi >= 4 else b""
    attributes += struct.pack("=Q", ABSTRACT_SOCKETS_AND_SIGNALS) if abi >= 6 else b""
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    address = ctypes.c_void_p(ctypes.addressof(buffer))
    return _check(
        kernel.syscall(CREATE_RULESET, address, len(attributes), 0), "landlock_create_ruleset"
    )


def _add(ruleset: int, path: str, rights: Right) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112 - a few microseconds count here
            rights &= OF_FILES
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, parent), 12)
        address = ctypes.c_void_p(ctypes.addressof(rule))
        _check(kernel.syscall(ADD_RULE, ruleset, PATH_BENEATH, address, 0), f"landlock: {path}")
    finally:
        os.close(parent)


def _check(result: int, place: str) -> int:
    if result < 0:
        raise OSError(-result, f"{place}: {os.strerror(-result)}")
    return result
