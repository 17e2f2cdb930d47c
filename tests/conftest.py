"""Guards for every test: the user's memory stays untouched, and nothing leaves this machine.

They listen to the interpreter's own audit events, so no import or patch goes around them. A child
process has ears of its own: of those, only the agent's command line is watched.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
REAL_MEMORY = str(ROOT / "backend" / "cached_mem")
settings.register_profile("untimed", deadline=None)  # no test fails for being slow
settings.load_profile("untimed")
LOCAL_NAMES = (None, "", "localhost", b"localhost")


class YouTouchedTheRealCachedMem(AssertionError):
    """A test reads or writes ``backend/cached_mem``; give it a workspace in ``tmp_path``."""


class YouRanTheAgentWithoutABaseDir(AssertionError):
    """A test starts the agent on the real workspace; pass ``--base-dir`` with ``tmp_path``."""


class YouOpenedASocketToTheWorld(AssertionError):
    """A test connects beyond loopback; tests pass with the network unplugged."""


def _refuse_real_memory(*paths: object) -> None:
    for path in paths:
        if isinstance(path, str | bytes | os.PathLike):
            full = os.path.realpath(os.fsdecode(path))
            if full == REAL_MEMORY or full.startswith(REAL_MEMORY + os.sep):
                raise YouTouchedTheRealCachedMem(full)


def _refuse_real_workspace(executable: object, command: object, *rest: object) -> None:
    words = [str(word) for word in command] if isinstance(command, list | tuple) else [str(command)]
    starts_agent = any(
        word == "backend.agent" or word.endswith("backend/agent.py") for word in words
    )
    names_workspace = any(word.startswith(("--base-dir", "--help")) for word in words)
    if starts_agent and not names_workspace:
        raise YouRanTheAgentWithoutABaseDir(" ".join(words))


def _refuse_address(socket: object, address: object) -> None:
    if isinstance(address, tuple):
        _refuse_host(address[0])


def _refuse_host(host: object, *rest: object) -> None:
    if host in LOCAL_NAMES:
        return
    try:
        is_local = ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        is_local = False
    if not is_local:
        raise YouOpenedASocketToTheWorld(str(host))


GUARDS: dict[str, Callable[..., None]] = {
    "open": lambda path, *rest: _refuse_real_memory(path),
    "os.listdir": _refuse_real_memory,
    "os.scandir": _refuse_real_memory,
    "os.mkdir": _refuse_real_memory,
    "os.remove": _refuse_real_memory,
    "os.rename": _refuse_real_memory,
    "os.rmdir": _refuse_real_memory,
    "socket.connect": _refuse_address,
    "socket.getaddrinfo": _refuse_host,
    "socket.gethostbyname": _refuse_host,
    "socket.sendto": _refuse_address,
    "subprocess.Popen": _refuse_real_workspace,
}
_broken: list[AssertionError] = []
_is_listening = False


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    guard = GUARDS.get(event)
    if guard is None or not _is_listening:
        return
    try:
        guard(*arguments)
    except AssertionError as error:
        _broken.append(error)
        raise


sys.addaudithook(_listen)


@pytest.fixture(autouse=True)
def broken_guards() -> Iterator[list[AssertionError]]:
    """What a test did that none may do; a test of the guards empties it.

    It fails at the end as well, should the code under test have swallowed the error.
    """
    global _is_listening
    _is_listening = True
    yield _broken
    _is_listening = False
    errors = [*_broken]
    _broken.clear()
    if errors:
        raise errors[0]


@pytest.fixture(scope="session", autouse=True)
def _no_disk_is_waited_for() -> Iterator[None]:
    """A sync keeps what a loss of power would take, and no test cuts the power: it is looked at
    only whether a file is open. Agents in processes of their own do wait.
    """
    sync = os.fsync

    def look(handle: int) -> None:
        os.fstat(handle)

    os.fsync = look
    yield
    os.fsync = sync


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one headless browser of a session: Playwright cannot be started twice."""
    from bench.browser import chromium

    with chromium() as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first: a fault shows before the slow ones begin."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
