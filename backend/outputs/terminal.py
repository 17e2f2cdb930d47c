"""Whether a stream is a screen; asked before anything is imported that could draw on one.

Nothing is imported here but what Python has loaded anyway.
"""

from __future__ import annotations

import os

FORCED = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""One of these in the environment makes a terminal of what is none, as rich has it."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself takes as long to import as Python takes to start
    from typing import TextIO


def is_plain(stream: TextIO) -> bool:
    """Whether nothing but plain lines belongs on this stream: a file, a pipe."""
    return not stream.isatty() and not any(os.environ.get(name) for name in FORCED)
