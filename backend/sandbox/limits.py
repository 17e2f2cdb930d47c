"""Every limit of the sandbox, with its default: the one settings file."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What a program may use beside the wall clock and memory that its job names.

    Sizes are in MiB. ``programs`` is how many run at once; 0 means one for each core.
    """

    programs: int = 0
    cpu_extra_seconds: int = 5
    """CPU time beyond the wall-clock limit, for programs whose libraries use threads."""
    file_mb: int = 64
    slot_mb: int = 256
    """All files of a program together."""
    files: int = 10_000
    """Files and folders of a program together."""
    threads: int = 256
    open_files: int = 256
    stack_mb: int = 8
    output_kept_mb: int = 1
    """Printed text that is kept; more is cut with a note."""
    output_mb: int = 64
    """Printed text at which the program is stopped."""
    result_mb: int = 256
    """The records of a result."""
    records: int = 1_000_000
    """Failing groups or metrics of one check."""
    cells: int = 5_000_000
    """All values of these together; each takes many times its own size here."""
    start_seconds: float = 60.0
    """How long a worker may take to start or to map its tables."""
    grace_seconds: float = 10.0
    """How long after the wall-clock limit a worker may stay silent before it counts as lost."""
