"""Tables whose traits are planted, and a report of any table, read through its contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn import datasets

from backend.contracts.eda_report import EdaReport
from backend.stages.kit.eda.explore import explore

META = {"run_id": "run-1", "script_version": "sha256:0", "runtime_ms": 1, "errors": []}
BUNDLED = ("iris", "wine", "breast_cancer", "diabetes", "digits")


def report_on(frame: pd.DataFrame, artifacts: Path, **arguments: Any) -> EdaReport:
    """Explore a table in this very process; without figures unless they are asked for."""
    arguments = {"plot_limit": 0, **arguments}
    told = explore({"table": frame}, artifacts=artifacts, **arguments)
    text = json.dumps({**told, "meta": META}, allow_nan=False)
    return EdaReport.model_validate_json(text, strict=True)


def bundled(name: str) -> pd.DataFrame:
    frame: pd.DataFrame = getattr(datasets, f"load_{name}")(as_frame=True).frame
    return frame


def customers(rows: int = 600, seed: int = 7) -> pd.DataFrame:
    """Customers of whom some leave: age and plan tell a little, nothing tells all."""
    draw = np.random.default_rng(seed)
    age = draw.integers(18, 80, rows)
    plan = draw.choice(["basic", "plus", "pro"], rows, p=[0.6, 0.3, 0.1])
    leaves = draw.random(rows) < np.where(plan == "basic", 0.45, 0.15) + (age < 30) * 0.2
    opened = pd.Timestamp("2024-01-01") + pd.to_timedelta(draw.integers(0, 300, rows), unit="D")
    return pd.DataFrame(
        {
            "customer_id": [f"C{draw.integers(10**6, 10**7)}-{at}" for at in range(rows)],
            "age": age.astype("float64"),
            "plan": pd.Series(plan, dtype="str"),
            "opened": pd.Series(opened).dt.strftime("%Y-%m-%d"),
            "spend": draw.lognormal(3, 0.6, rows).round(2),
            "churned": np.where(leaves, "yes", "no"),
        }
    )


def days_after(frame: pd.DataFrame, column: str, days: Any) -> pd.Series:
    """The dates of a column, later by some days, as text."""
    moments = pd.to_datetime(frame[column]) + pd.to_timedelta(days, unit="D")
    return moments.dt.strftime("%Y-%m-%d")
