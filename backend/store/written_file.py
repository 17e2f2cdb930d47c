"""Files that people write, as bytes: read whole, never waited for, never without end.

A pipe in the place of a file would be waited for, and a device gives bytes for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 256 << 20
"""Of one file; a hundred thousand checks take less."""


def read_written(path: Path) -> bytes:
    """All bytes of a file.

    Raises:
        OSError: it is not there, not to be read, no regular file, or larger than `MOST_BYTES`.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        _refuse_endless(os.fstat(descriptor))
    except OSError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _refuse_endless(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file")
    if found.st_size > MOST_BYTES:
        raise OSError(errno.EFBIG, f"it holds more than {MOST_BYTES >> 20} MB")
