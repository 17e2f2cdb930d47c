"""A laboratory for the steps of one program, as the settings and the machine allow."""

from __future__ import annotations

from pathlib import Path

from backend.contracts.ports import NOT_ISOLATED
from backend.contracts.program import Program
from backend.contracts.settings import SandboxSettings
from backend.executor.run import RunContext
from backend.sandbox.open import open_sandbox
from backend.stages.laboratory import Laboratory
from backend.stages.session import CANCEL

FILE_MB, SLOT_MB = 512, 1024
"""A model may be larger than what other programs leave."""


def open_laboratory(
    program: Program,
    check_id: str,
    context: RunContext,
    folder: Path,
    scratch: Path,
    *,
    seconds: float | None = None,
) -> Laboratory:
    """A laboratory of the session whose folder this is; ``seconds`` may shorten its steps."""
    unsafe = context.sandbox.level == NOT_ISOLATED
    return Laboratory(
        check_id=check_id,
        program=program,
        open_sandbox=lambda files, limits: open_sandbox(files, limits, unsafe=unsafe),
        limits=_limits(context, seconds),
        scratch=scratch,
        is_cancelled=(folder / CANCEL).exists,
    )


def _limits(context: RunContext, seconds: float | None) -> SandboxSettings:
    """Those of one step: never less than other programs have, but for the time that is left."""
    limits, stages = context.limits, context.settings.stages
    wall = max(limits.wall_seconds, stages.step_seconds)
    return limits.model_copy(
        update={
            "wall_seconds": wall if seconds is None else min(wall, seconds),
            "memory_mb": max(limits.memory_mb, stages.memory_mb),
            "file_mb": max(limits.file_mb, FILE_MB),
            "slot_mb": max(limits.slot_mb, SLOT_MB),
            "programs": 1,
        }
    )
