"""The step that transforms one other part with what was learnt from train."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from backend.stages.kit.prep.assembling import name_features
from backend.stages.kit.prep.carried import load_carried
from backend.stages.kit.prep.fit_prep import write_features


def apply_prep(tables: dict[str, pd.DataFrame], *, artifacts: Path, leave: str) -> dict[str, Any]:
    """Transform ``rows`` with the fitted ``pipeline``; leave the features as ``leave``.parquet."""
    prep = load_carried(tables["pipeline"])
    features = name_features(prep)
    write_features(prep.transform(tables["rows"]), list(features), artifacts / f"{leave}.parquet")
    return {"rows": len(tables["rows"]), "features": len(features)}
