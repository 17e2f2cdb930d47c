"""A laboratory for the steps of one program, as the settings and the machine allow."""

from __future__ import annotations

import re
from pathlib import Path

from backend.contracts.ports import NOT_ISOLATED
from backend.contracts.program import Program
from backend.contracts.settings import SandboxSettings
from backend.executor.run import RunContext
from backend.sandbox.open import open_sandbox
from backend.stages.laboratory import Laboratory
from backend.stages.session import CANCEL

LIBRARIES = (
    "imblearn.over_sampling",
    "joblib",
    "lightgbm",
    "matplotlib.figure",
    "optuna",
    "scipy.stats",
    "sklearn.calibration",
    "sklearn.compose",
    "sklearn.dummy",
    "sklearn.ensemble",
    "sklearn.feature_extraction.text",
    "sklearn.impute",
    "sklearn.inspection",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.multiclass",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.tree",
)
"""What pages of the kit import, and no other word of a page: a worker that is not locked in yet
imports what is in both."""
_IMPORTED = re.compile(r"""^(?:from |import |.*\bimport_module\(")([\w.]+)""", re.MULTILINE)
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
    wanted = libraries_of(program.source)
    return Laboratory(
        check_id=check_id,
        program=program,
        open_sandbox=lambda files, limits: open_sandbox(
            files, limits, unsafe=unsafe, libraries=wanted
        ),
        limits=_limits(context, seconds),
        scratch=scratch,
        is_cancelled=(folder / CANCEL).exists,
    )


def libraries_of(source: str) -> tuple[str, ...]:
    """Those that a page names, which its worker may import before any step begins."""
    named = set(_IMPORTED.findall(source))
    return tuple(name for name in LIBRARIES if name in named)


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
