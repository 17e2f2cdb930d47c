"""What preparation made of the numeric columns of the train part, as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

MOST_DRAWN = 6


def draw_prepared(
    train: pd.DataFrame, prepared: np.ndarray, features: list[str], numbers: list[str], path: Path
) -> None:
    """Draw the first of these columns before and after; nothing is left where there is none."""
    shown = [name for name in numbers if name in features][:MOST_DRAWN]
    if not shown:
        return
    figure = Figure(figsize=(8, 2.2 * len(shown)), layout="constrained")
    for row, name in enumerate(shown):
        before, after = (figure.add_subplot(len(shown), 2, 2 * row + side) for side in (1, 2))
        before.hist(pd.to_numeric(train[name], errors="coerce").dropna(), bins=30, color="#4c72b0")
        before.set_title(f"{name}, raw")
        after.hist(prepared[:, features.index(name)], bins=30, color="#55a868")
        after.set_title(f"{name}, prepared")
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, dpi=90)
