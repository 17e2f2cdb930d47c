"""What an operator may set: ``settings.toml`` in the base folder, beside ``checks/``.

There is nothing here that switches isolation off: that takes a word on the command line.
"""

from __future__ import annotations

from pydantic import Field

from backend.contracts.contract import Contract

MOST_MB = 1024 * 1024


class SandboxSettings(Contract):
    """The limits of one program. Sizes are in MiB."""

    wall_seconds: float = Field(default=120.0, gt=0, le=86_400)
    """Wall-clock time; then the program is killed."""
    memory_mb: int = Field(default=2048, ge=64, le=MOST_MB)
    """Memory of its own, beside the mapped tables."""
    programs: int = Field(default=0, ge=0, le=256)
    """Programs that run at once; 0 is one for each core."""
    cpu_extra_seconds: int = Field(default=5, ge=0)
    """CPU time beyond the wall-clock limit, for programs whose libraries use threads."""
    file_mb: int = Field(default=64, ge=1, le=MOST_MB)
    """One file."""
    slot_mb: int = Field(default=256, ge=1, le=MOST_MB)
    """All files of a program together."""
    files: int = Field(default=10_000, ge=1)
    """Files and folders of a program together."""
    threads: int = Field(default=256, ge=8)
    open_files: int = Field(default=256, ge=16)
    stack_mb: int = Field(default=8, ge=1, le=MOST_MB)
    output_kept_mb: int = Field(default=1, ge=1, le=MOST_MB)
    """Printed text that is kept; more is cut with a note."""
    output_mb: int = Field(default=64, ge=1, le=MOST_MB)
    """Printed text at which the program is stopped."""
    result_mb: int = Field(default=256, ge=1, le=MOST_MB)
    """The records of a result."""
    records: int = Field(default=1_000_000, ge=1)
    """Failing groups or metrics of one check."""
    cells: int = Field(default=5_000_000, ge=1)
    """All values of these together; each takes many times its own size once it is read."""
    start_seconds: float = Field(default=60.0, gt=0)
    """How long a worker may take to start or to map its tables."""
    grace_seconds: float = Field(default=10.0, gt=0)
    """How long after the wall-clock limit a worker may stay silent before it counts as lost."""


class Settings(Contract):
    """All settings; each has a default, and the file need not be there."""

    sandbox: SandboxSettings = SandboxSettings()
