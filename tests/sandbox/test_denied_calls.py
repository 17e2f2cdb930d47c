"""Each denied system call fails with the errno that says so, and not for another reason."""

from __future__ import annotations

import errno
import json
import platform
from collections.abc import Iterator
from typing import Any

import pytest

from backend.sandbox import machine
from backend.sandbox.sandbox import IsolatedSandbox
from backend.sandbox.worker import denials, syscalls
from tests.sandbox.conftest import WARM, Files, make_job, open_level

HERE = platform.machine()
ALLOWED = {"x86_64": 39, "aarch64": 172}
"""getpid"""

PROGRAM = """
import ctypes, json
libc = ctypes.CDLL(None, use_errno=True)

def error_of(number, arguments):
    ctypes.set_errno(0)
    result = libc.syscall(number, *(ctypes.c_long(each) for each in arguments))
    return ctypes.get_errno() if result == -1 else 0

def check(tables, *, calls):
    print(json.dumps([error_of(number, arguments) for number, arguments in calls]))
    return tables["orders"].iloc[:0]
"""


@pytest.fixture(scope="module", params=WARM)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files) as sandbox:
        yield sandbox


def errors_of(sandbox: IsolatedSandbox, calls: list[list[Any]]) -> list[int]:
    outcome = sandbox.run(make_job(PROGRAM, arguments={"calls": calls}))
    assert outcome.error == ""
    errors: list[int] = json.loads(outcome.stdout)
    return errors


def errors_by_name(
    sandbox: IsolatedSandbox, names: tuple[str, ...], arguments: list[int]
) -> dict[str, int]:
    numbers = {name: syscalls.number(name, HERE) for name in names}
    there = {name: number for name, number in numbers.items() if number is not None}
    errors = errors_of(sandbox, [[number, arguments] for number in there.values()])
    return dict(zip(there, errors, strict=True))


@pytest.mark.parametrize("denial", denials.DENIED, ids=lambda denial: denial.reason)
def test_a_denied_call_is_not_permitted(sandbox: IsolatedSandbox, denial: denials.Denial) -> None:
    # Invalid arguments: a call that were not denied would fail for them, and do no harm.
    errors = errors_by_name(sandbox, denial.calls, [-1] * 6)

    assert errors == dict.fromkeys(errors, errno.EPERM)


def test_metadata_is_out_of_reach_where_files_outside_could_be_ones_own(
    sandbox: IsolatedSandbox,
) -> None:
    errors = errors_by_name(sandbox, denials.METADATA.calls, [-1] * 6)
    locked = sandbox.level == machine.REDUCED or machine.examine().root

    assert all(errors.values())
    assert (set(errors.values()) == {errno.EPERM}) is locked


def test_missing_and_future_calls_do_not_exist(sandbox: IsolatedSandbox) -> None:
    names = errors_by_name(sandbox, denials.MISSING, [-1] * 6)
    future = errors_of(sandbox, [[syscalls.NEWEST + ahead, [-1] * 6] for ahead in (1, 2, 50)])

    assert {*names.values(), *future} == {errno.ENOSYS}


ARGUMENTS = [
    # call, arguments that are denied, arguments that are not (and fail, or do nothing)
    ("clone", [17], None),
    ("clone", [0x10000000 | 0x10000], None),
    ("kill", [1, 0], None),
    ("kill", [-1, 0], None),
    ("tgkill", [1, 1, 0], None),
    ("sched_setaffinity", [1, 0, 0], [0, 0, 0]),
    ("sched_setscheduler", [1, 0, 0], [0, 0, 0]),
    ("prlimit64", [0, 7, 8, 0], [0, 7, 0, 0]),
    ("prlimit64", [0, 7, 1 << 32, 0], [0, 7, 0, 0]),
    ("prctl", [1, 0], [3, 0]),
    ("fcntl", [0, 8, 1], [0, 1, 0]),
    ("fcntl", [0, 10, 1], [0, 3, 0]),
    ("ioctl", [0, 0x5412, 0], [0, 0x5401, 0]),
    ("fchmod", [1, 0o4755], None),
]


@pytest.mark.parametrize(("call", "denied", "allowed"), ARGUMENTS)
def test_arguments_decide(
    sandbox: IsolatedSandbox, call: str, denied: list[int], allowed: list[int] | None
) -> None:
    number = syscalls.number(call, HERE)
    assert number is not None
    errors = errors_of(sandbox, [[number, arguments] for arguments in (denied, allowed or denied)])

    assert errors[0] == errno.EPERM
    assert (errors[1] != errno.EPERM) is (allowed is not None)


def test_what_is_not_named_is_allowed(sandbox: IsolatedSandbox) -> None:
    assert errors_of(sandbox, [[ALLOWED[HERE], []]]) == [0]


@pytest.mark.parametrize("architecture", syscalls.ARCHITECTURES)
def test_every_call_of_the_lists_has_a_number(architecture: str) -> None:
    every = [*denials.DENIED, denials.METADATA, denials.TRUNCATE]
    names = [name for denial in every for name in denial.calls] + [*denials.MISSING]
    numbers = [number for name in names if (number := syscalls.number(name, architecture))]

    assert len(names) == len(set(names))
    assert len(numbers) == len(set(numbers))
    assert max(numbers) <= syscalls.NEWEST
