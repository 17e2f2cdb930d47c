"""What whoever starts the dashboard may set.

After ``--`` on the command line, or in the environment:
``streamlit run streamlit.py -- --base-dir /srv/shop --read-only``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_BASE = "backend/"
BASE_VARIABLE = "AGENT_DASHBOARD_BASE_DIR"
READ_ONLY_VARIABLE = "AGENT_DASHBOARD_READ_ONLY"

_NO = ("", "0", "false", "no", "off")


class Options(NamedTuple):
    """The workspace that a visitor sees first, and whether anything can be started."""

    base_dir: str = DEFAULT_BASE
    read_only: bool = False


def read_options(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] | None = None
) -> Options:
    """Read both places; the command line counts first, what it does not know is left alone."""
    environ = os.environ if environment is None else environment
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--base-dir", default=environ.get(BASE_VARIABLE) or DEFAULT_BASE)
    parser.add_argument("--read-only", action="store_true")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        asked, _ = parser.parse_known_args(list(given))
    except argparse.ArgumentError:
        return Options(read_only=True)
    is_set = environ.get(READ_ONLY_VARIABLE, "").strip().lower() not in _NO
    return Options(asked.base_dir, asked.read_only or is_set)


def home_of(options: Options) -> Path:
    """The workspace that the dashboard was started for."""
    return folder_of(options.base_dir)


def folder_of(written: str) -> Path:
    """The folder that somebody wrote; one without a root lies below the repository.

    What can be the name of no folder gives a path below which nothing is.
    """
    path = Path(written.replace("\0", ""))
    with contextlib.suppress(RuntimeError):  # ``~`` of nobody
        path = path.expanduser()
    try:
        (ROOT / path).exists()
    except (OSError, ValueError):  # too long, or characters that no name can have
        return Path(os.devnull)
    return ROOT / path
