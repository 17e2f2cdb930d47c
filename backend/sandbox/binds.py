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


def mounts(folders: Iterable[str], protected: Iterable[Path]) -> list[str]:
    """The arguments that mount these folders for bubblewrap.

    Raises:
        SandboxError: one of them would show a protected path, or a repository.
    """
    protected = [path.resolve() for path in protected]
    arguments: list[str] = []
    for folder in folders:
        source = Path(folder).resolve()
        _refuse_to_show(source, protected)
        arguments += ["--ro-bind", str(source), folder]
    return arguments + top_links()


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


def _refuse_to_show(source: Path, protected: Iterable[Path]) -> None:
    shown = [path for path in protected if path == source or path.is_relative_to(source)]
    if shown or (source / ".git").exists():
        what = f"it holds {str(shown[0])!r}" if shown else "it is a repository"
        raise SandboxError(
            f"sandbox: Python needs {str(source)!r}, which no program may see: {what}. Use a "
            "virtual environment in a folder of its own: python3 -m venv .venv.",
            code="unsafe-mount",
        )


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
