"""The step that predicts: fitted candidates over rows that carry no label."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from backend.stages.kit.prep.carried import load_carried
from backend.stages.kit.prep.labels import MULTILABEL, as_cells


def predict_rows(
    tables: dict[str, pd.DataFrame],
    *,
    artifacts: Path,
    leave: str,
    problem_type: str,
    models: int = 1,
) -> dict[str, Any]:
    """Predict ``rows`` with ``model_0``, ``model_1``, …; leave ``<leave>_0``.parquet and so on.

    A row for each row, in order: ``prediction`` and, for classes, ``p0``, ``p1``, … in the order
    of the classes that are given back for each model.
    """
    rows, classes = tables["rows"], []
    for place in range(models):
        model = load_carried(tables[f"model_{place}"])
        found = model.predict(rows)
        known: list[Any] = []
        if problem_type == MULTILABEL:
            known = list(model.labels_)
            found = as_cells(np.asarray(found), known)
        predicted = pd.DataFrame({"prediction": found})
        if problem_type != "regression":
            known = known or np.asarray(model.classes_).tolist()
            odds = np.asarray(model.predict_proba(rows))
            predicted = predicted.assign(**{f"p{k}": odds[:, k] for k in range(len(known))})
        predicted.to_parquet(artifacts / f"{leave}_{place}.parquet", index=False)
        classes.append(known)
    return {"rows": len(rows), "classes": classes}
