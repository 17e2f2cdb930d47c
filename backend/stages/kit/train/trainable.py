"""The module ``trainable``: live metrics of a program, one JSON object a line.

``log`` writes ``{"type": "metric", "step", "metrics", "run"}`` and ``configure_dashboard`` writes
``{"type": "charts", "charts"}``, each to ``metrics.jsonl`` below the artifacts and to the program's
output, which can be read while it runs.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

METRICS_FILE = "metrics.jsonl"


def install_trainable(artifacts: Path) -> ModuleType:
    """Make ``from trainable import log, configure_dashboard`` work; gives the module."""

    def log(step: int, metrics: dict[str, float], run: str = "main") -> None:
        """Note numbers of one step of a run; what is not finite is noted as null."""
        numbers = {str(name): finite_or_none(value) for name, value in metrics.items()}
        _append_line(
            artifacts, {"type": "metric", "step": int(step), "metrics": numbers, "run": str(run)}
        )

    def configure_dashboard(charts: list[dict[str, Any]]) -> None:
        """Say which charts to draw: ``{"title", "metrics": [names], "type": "line"}`` each."""
        _append_line(artifacts, {"type": "charts", "charts": [dict(chart) for chart in charts]})

    module = ModuleType("trainable", __doc__)
    module.__dict__.update(log=log, configure_dashboard=configure_dashboard)
    sys.modules["trainable"] = module
    return module


def finite_or_none(value: float) -> float | None:
    """A number that JSON has."""
    return float(value) if math.isfinite(value) else None


def _append_line(artifacts: Path, entry: dict[str, Any]) -> None:
    line = json.dumps(entry)
    with (artifacts / METRICS_FILE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    print(line, flush=True)
