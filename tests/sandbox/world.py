"""What attacks are aimed at, and whether it is still as it was."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import stat
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backend.contracts.program import Outcome

Listener = tuple[str, socket.socket]
ESCAPED = "ESCAPED"
"""What an attack prints that did what no program may."""


def _token(kind: str) -> str:
    return f"{kind}-{secrets.token_hex(16)}"


@dataclass
class World:
    """Canaries: files, listeners and secrets that no program may reach."""

    folder: Path
    tables: dict[str, Path]
    secret: str = field(default_factory=lambda: _token("SECRET"))
    salary: str = field(default_factory=lambda: _token("SALARY"))
    name: str = field(default_factory=lambda: _token("canary"))
    jailed: bool = True
    listeners: list[Listener] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.restore()
        self._listen("tcp", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        self._listen("tcp6", socket.AF_INET6, socket.SOCK_STREAM, ("::1", 0))
        self._listen("udp", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        self._listen("unix", socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "socket"))
        self._listen("abstract", socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.name)

    def _listen(self, name: str, family: int, kind: int, address: Any) -> None:
        listener = socket.socket(family, kind)
        with contextlib.suppress(OSError):  # a machine without IPv6
            listener.bind(address)
            if kind == socket.SOCK_STREAM:
                listener.listen()
            listener.setblocking(False)
            self.listeners.append((name, listener))

    def restore(self) -> None:
        """Put every canary file in place again."""
        self.outside.mkdir(exist_ok=True)
        (self.outside / "secret").write_text(self.secret)
        (self.outside / "secret.py").write_text(f"print({self.secret!r})")
        (self.outside / "file").write_text("as it was")
        (self.outside / "file").chmod(0o644)

    @property
    def outside(self) -> Path:
        return self.folder / "outside"

    def arguments(self) -> dict[str, Any]:
        """What an attack is told: where things lie, never what they hold."""
        ports = {name: listener.getsockname() for name, listener in self.listeners}
        return {
            "secret": str(self.outside / "secret"),
            "file": str(self.outside / "file"),
            "outside": str(self.outside),
            "unix": str(self.folder / "socket"),
            "name": self.name,
            "jailed": self.jailed,
            **{name: ports[name][1] for name in ("tcp", "tcp6", "udp") if name in ports},
            **{name: str(path) for name, path in self.tables.items()},
        }

    def state(self) -> dict[str, Any]:
        """All that an attack could have changed."""
        folders = (tempfile.gettempdir(), "/dev/shm", "/", str(Path(os.__file__).parent))
        return {
            "files": {str(path): _describe(path) for path in sorted(self.outside.rglob("*"))},
            "tables": {name: _describe(path) for name, path in self.tables.items()},
            "left": [folder for folder in folders if Path(folder, self.name).exists()],
        }

    def callers(self) -> list[str]:
        """Which listeners were reached."""
        return [name for name, listener in self.listeners if _was_reached(listener)]

    def leaks(self, outcome: Outcome) -> list[str]:
        """What a program's outcome tells of things that it could not know or do."""
        said = "\n".join((outcome.stdout, outcome.error, outcome.trace, str(outcome.records)))
        found = [word for word in (self.secret, self.salary) if word in said]
        return found + [ESCAPED] * (ESCAPED in outcome.stdout)

    def close(self) -> None:
        for _, listener in self.listeners:
            listener.close()


def _describe(path: Path) -> tuple[object, ...]:
    facts = path.lstat()
    content = path.read_bytes() if stat.S_ISREG(facts.st_mode) else b""
    names = os.listxattr(path, follow_symlinks=False)
    return facts.st_mode, facts.st_uid, facts.st_mtime_ns, content, names


def _was_reached(listener: socket.socket) -> bool:
    try:
        if listener.type == socket.SOCK_DGRAM:
            listener.recv(100)
        else:
            listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True
