"""Fitted things that travel into a step as a table of one row with a column ``bytes``."""

from __future__ import annotations

import io
from typing import Any, cast

import joblib
import pandas as pd


def load_carried(table: pd.DataFrame) -> Any:
    """What the table carries, as it was when an earlier step left it."""
    return joblib.load(io.BytesIO(cast(bytes, table["bytes"].iloc[0])))
