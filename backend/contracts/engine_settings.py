"""What judges, and where: the part ``[engine]`` of the settings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from backend.contracts.contract import Contract

MOST_MB = 1024 * 1024
RAY_ADDRESS = "RAY_ADDRESS"
"""The environment variable that the address ``auto`` reads."""
ADDRESS = r"^(auto|[^\s/:]+:\d{1,5}|\[[0-9A-Fa-f:]+\]:\d{1,5})?$"


class EngineSettings(Contract):
    """Sizes are in MiB."""

    judge_by: Literal["size", "pandas", "duckdb"] = "size"
    """``size``: by the Pandas program, and where its tables are beyond memory by the rule's SQL,
    out of core. ``pandas``: never by SQL. ``duckdb``: by SQL wherever the rule has it."""
    memory_mb: int = Field(default=0, ge=0, le=MOST_MB)
    """What a program's tables may need before SQL judges them; DuckDB takes what the agent itself
    leaves of it (320 MiB less), and at least 128. 0 is ``sandbox.memory_mb``."""
    spill_mb: int = Field(default=20480, ge=0, le=MOST_MB)
    """What DuckDB may write to the disk for one check, beside its memory; it is gone when the
    check is judged."""
    threads: int = Field(default=1, ge=1, le=256)
    """Of DuckDB; with one, sums of fractions add up in one order."""
    sample_rows: int = Field(default=2000, ge=100, le=100_000)
    """Of each table, in the sample on which program and SQL must agree."""

    name: Literal["local", "ray"] = "local"
    """Where programs run. ``ray``: on the nodes of a Ray cluster; tables and programs leave this
    machine for every node."""
    address: str = Field(default="", pattern=ADDRESS)
    """``host:port`` of a running cluster of which this machine is a node; ``auto`` for the one
    that RAY_ADDRESS names, else the one on this machine; empty for one of our own on this machine,
    which starts and ends with the run. RAY_ADDRESS alone sends no table anywhere."""
