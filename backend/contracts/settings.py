"""What an operator may set: ``settings.toml`` in the base folder, beside ``checks/``.

There is nothing here that switches isolation off: that takes a word on the command line.
"""

from __future__ import annotations

from typing import Literal

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


class Price(Contract):
    """US dollars for a million tokens."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cache_read: float = Field(ge=0)
    cache_write: float = Field(ge=0)
    long_prompt: int | None = Field(default=None, ge=1)
    """Tokens of input above which the whole call costs ``long_times`` as much."""
    long_times: float = Field(default=1.0, ge=1)


class Rung(Contract):
    """A model of the ladder: the next one is asked where this one's answer is not proven."""

    model: str
    effort: Literal["low", "medium", "high", "xhigh", "max"] | None = None
    price: Price | None = None
    """Where it is not told, the shipped price list's; a model in neither is not called."""


class ModelSettings(Contract):
    """Which models are asked, where, and how patiently."""

    platform: Literal["anthropic", "bedrock", "vertex", "foundry"] = "anthropic"
    ladder: tuple[Rung, ...] = ()
    """The cheapest first; empty for the shipped ladder."""
    timeout_seconds: float = Field(default=180.0, gt=0)
    """One attempt."""
    retries: int = Field(default=4, ge=0, le=20)
    """After a rate limit, an overload or a lost connection, each time waiting longer."""
    wait_seconds: float = Field(default=120.0, ge=0)
    """All waiting for one answer together."""
    heal_attempts: int = Field(default=3, ge=0, le=10)
    second_opinion: bool = True
    """Ask the model also where the offline compiler is sure, and compare."""


class BudgetSettings(Contract):
    """A call that could go beyond any of these is not made. Zero is nothing, None no limit."""

    usd_per_check: float | None = Field(default=0.5, ge=0)
    usd_per_run: float | None = Field(default=10.0, ge=0)
    tokens_per_check: int | None = Field(default=400_000, ge=0)
    tokens_per_run: int | None = Field(default=None, ge=0)


class PrivacySettings(Contract):
    """What of the data a model may see."""

    share: Literal["names", "profile", "samples"] = "names"
    """``names``: tables, columns, types and date formats. ``profile``: also counts, ranges and
    frequent values. ``samples``: also a few rows."""
    sample_rows: int = Field(default=5, ge=0, le=100)
    hidden: tuple[str, ...] = ()
    """Columns (``table.column``, with ``*``) of which no value ever leaves."""


class PromptSettings(Contract):
    """What the audit log keeps."""

    keep: Literal["full", "hash"] = "full"
    secrets: tuple[str, ...] = ()
    """Regular expressions; what they match is blacked out before it is sent or kept."""


class ProofSettings(Contract):
    """How long a proof may take, and over how much."""

    seconds: float = Field(default=4.0, gt=0, le=3600)
    """For one program; what is left out for time is told."""
    rows: int = Field(default=100_000, ge=100)
    """Of longer tables a sample of this many rows is looked at, and that is told."""


class ApprovalSettings(Contract):
    """Whether a changed program waits for a person."""

    approval: Literal["none", "required"] = "none"
    four_eyes: bool = False
    """Who approves may not be the check's owner."""


class DashboardSettings(Contract):
    """Who may start a run from the dashboard."""

    read_only: bool = False
    """Nobody may: for auditors."""
    may_run: tuple[str, ...] = ()
    """E-mail addresses, account names or subject identifiers, as the log-in service tells them.
    Where visitors log in, nobody else may run; where they do not, nobody may if one is named."""


class Settings(Contract):
    """All settings; each has a default, and the file need not be there."""

    sandbox: SandboxSettings = SandboxSettings()
    model: ModelSettings = ModelSettings()
    budget: BudgetSettings = BudgetSettings()
    privacy: PrivacySettings = PrivacySettings()
    prompts: PromptSettings = PromptSettings()
    proof: ProofSettings = ProofSettings()
    approvals: ApprovalSettings = ApprovalSettings()
    dashboard: DashboardSettings = DashboardSettings()
