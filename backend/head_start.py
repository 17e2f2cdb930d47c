"""What a run begins before the rest of it is imported: the worker of its sandbox.

Rules of this file: it decides nothing and tells nothing. Whatever is in doubt (another command, an
option or a setting that it does not know) is left to the run; it imports nothing slow.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts import file_names, worker_defaults
from backend.contracts.errors import SandboxError
from backend.sandbox.early import begin_worker

_OWN_FOLDER = Path(__file__).resolve().parent
_WITHOUT = frozenset({"--help", "--unsafe-no-sandbox"})
"""Options of runs that need no worker."""
_ONE_BLAS_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""This process multiplies no matrices, and idle threads of OpenBLAS spin before they sleep."""
_NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""To look for some, Pydantic reads what every package that is installed says of itself."""


class Wanted(NamedTuple):
    """The settings of a worker; nobody has checked them."""

    programs: int
    slot_mb: int
    start_seconds: float


def begin(arguments: list[str]) -> None:
    """Start the worker of the run that these arguments of the command line ask for, if they do."""
    os.environ.setdefault(*_ONE_BLAS_THREAD)
    os.environ.setdefault(*_NO_PLUGINS)
    gc.disable()  # what is imported stays; `backend.process.without_garbage` enables it
    with suppress(SandboxError, OSError, ValueError, AttributeError, TypeError):
        wanted = read_wanted(arguments)
        if wanted is not None and (os.cpu_count() or 1) > 1:
            begin_worker(*wanted)


def read_wanted(arguments: list[str]) -> Wanted | None:
    """The worker that a run with these arguments will want; None where it wants none.

    Raises:
        OSError, ValueError, AttributeError: the settings cannot be read, or are none.
    """
    if "run" not in arguments or _WITHOUT.intersection(arguments):
        return None
    settings = _read_settings(_base_dir(arguments).resolve() / file_names.SETTINGS)
    if settings.get("engine", {}).get("name", "local") != "local":
        return None
    limits = settings.get("sandbox", {})
    return Wanted(
        limits.get("programs", worker_defaults.PROGRAMS),
        limits.get("slot_mb", worker_defaults.SLOT_MB),
        limits.get("start_seconds", worker_defaults.START_SECONDS),
    )


def _base_dir(arguments: list[str]) -> Path:
    for place, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == "--base-dir":
            return Path(value if sign else "".join(arguments[place + 1 : place + 2]))
    return _OWN_FOLDER


def _read_settings(path: Path) -> dict[str, Any]:
    """What the settings say, before anything of it is checked."""
    if not path.exists():
        return {}
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8-sig"))
