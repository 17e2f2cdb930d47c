"""Which folders of this machine a worker in its own file system needs: Python, and no more.

A folder is mounted read-only at the path by which Python names it, from the place where it really
is: bubblewrap does not follow links in what it mounts on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from backend.contracts.errors import SandboxError

SYSTEM = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/share/zoneinfo", "/usr/share/fonts")
"""Shared libraries, time zones and fonts; not all of /usr, where projects may lie."""
TOP = ("/lib", "/lib64")
"""Links into /usr, or folders of their own on older systems."""
PACKAGES = ("site-packages", "dist-packages")


def python_folders() -> list[str]:
    """The folders and files that a Python like this one reads, as it names them."""
    wanted = [*SYSTEM, *(str(path) for path in _own_folders())]
    there = [path for path in dict.fromkeys(wanted) if Path(path).exists()]
    return [path for path in there if not _is_inside_another(path, there)]


def mounts(folders: Iterable[str]) -> list[str]:
    """The arguments that mount these folders for bubblewrap."""
    arguments: list[str] = []
    for folder in folders:
        arguments += ["--ro-bind", str(Path(folder).resolve()), folder]
    return arguments + top_links()


def refuse_to_show(folders: Iterable[str], private: Path) -> None:
    """Make sure that programs, who may read these folders, do not come by a private path there.

    Raises:
        SandboxError: one of the folders holds it, or is a repository.
    """
    private = private.resolve()
    for folder in folders:
        source = Path(folder).resolve()
        if private.is_relative_to(source) or (source / ".git").exists():
            held = repr(str(private)) if private.is_relative_to(source) else "a repository"
            raise SandboxError(
                f"sandbox: every program may read {folder!r}, where Python lies; it holds {held}. "
                "Use a virtual environment in a folder of its own: python3 -m venv .venv.",
                code="unsafe-mount",
            )


def _own_folders() -> Iterator[Path]:
    for prefix in dict.fromkeys((sys.prefix, sys.base_prefix, sys.base_exec_prefix)):
        yield from (Path(prefix, name) for name in ("lib", "lib64"))
    if sys.prefix != sys.base_prefix:
        yield from (Path(sys.prefix, "bin"), Path(sys.prefix, "pyvenv.cfg"))
    yield from (Path(entry) for entry in sys.path if Path(entry).name in PACKAGES)
    yield from _links_to_executable()


def _links_to_executable() -> Iterator[Path]:
    """Each step from ``sys.executable`` to the real file: Python looks for its home on the way."""
    path = Path(sys.executable)
    while path.is_symlink():
        yield path
        path = path.parent / path.readlink()
    yield path


def _is_inside_another(path: str, folders: Iterable[str]) -> bool:
    return any(path != other and path.startswith(f"{other}/") for other in folders)


def top_links() -> list[str]:
    """The arguments that make /lib and its like, as this system has them."""
    arguments: list[str] = []
    for folder in TOP:
        path = Path(folder)
        if path.is_symlink():
            arguments += ["--symlink", str(path.readlink()), folder]
        elif path.is_dir():
            arguments += ["--ro-bind", folder, folder]
    return arguments
