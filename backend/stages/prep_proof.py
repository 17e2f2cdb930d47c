"""What is proven of a preparation: nothing of validation or test is in what was learnt.

Rules of this file: a proof compares what the step left with what it leaves under other
conditions; it never asks the step what it did.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import JsonValue

from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import PARTS, ProofPoint
from backend.stages.laboratory import Laboratory, StepFailed, file_table
from backend.stages.parts import Parts, do_step
from backend.stages.splitting import Wish, copy_key, read_moments

POISON_NUMBER = 1e9
POISON_TEXT = "poisoned"
CLOSE = 1e-9


def prove_splits(parts: Parts, wish: Wish) -> list[ProofPoint]:
    """The parts are disjoint and complete, and no copy, group or moment lies on two sides."""
    splits = parts.splits
    lists = [splits.of(part) for part in PARTS]
    lists += [splits.copies_removed, splits.without_target]
    rows = [row for each in lists for row in each]
    is_whole = sorted(rows) == list(range(len(parts.frame)))
    fact = f"{len(rows)} row ids in {len(lists)} lists, {len(set(rows))} different"
    points = [ProofPoint(name="ids disjoint and complete", held=is_whole, fact=fact)]
    if splits.strategy == "time":
        return [*points, _prove_order(parts, wish)]
    if not splits.copies_kept:
        points.append(_prove_apart(parts, "copies on one side", _copies(parts, wish)))
    if wish.group:
        groups = parts.frame[wish.group].astype("str").where(parts.frame[wish.group].notna())
        points.append(_prove_apart(parts, "groups on one side", groups))
    return points


def _copies(parts: Parts, wish: Wish) -> pd.Series:
    known = parts.frame[parts.frame[parts.target].notna()]
    if wish.group:
        return pd.util.hash_pandas_object(known, index=False)
    return pd.util.hash_pandas_object(copy_key(known, wish.ids), index=False)


def _prove_apart(parts: Parts, name: str, keys: pd.Series) -> ProofPoint:
    sides = [set(keys.loc[list(parts.splits.of(part))].dropna()) for part in PARTS]
    shared = (sides[0] & sides[1]) | (sides[0] & sides[2]) | (sides[1] & sides[2])
    return ProofPoint(name=name, held=not shared, fact=f"{len(shared)} on more than one side")


def _prove_order(parts: Parts, wish: Wish) -> ProofPoint:
    moments = read_moments(parts.frame, str(wish.time), wish.time_format)
    train, val, test = (moments.loc[list(parts.splits.of(part))] for part in PARTS)
    held = bool(train.max() < val.min() and val.max() < test.min())
    fact = f"train ends at {train.max()}, validation at {val.max()}"
    return ProofPoint(name="time runs from train to test", held=held, fact=fact)


def prove_refit(
    laboratory: Laboratory, parts: Parts, arguments: dict[str, JsonValue], left: Path
) -> ProofPoint:
    """Fitting once more, from a table whose other rows are poisoned, gives the same bytes."""
    poisoned = Parts(poison(parts), parts.target, parts.splits)
    again = laboratory.scratch / "refit"
    quiet = arguments | {"figures": False}
    do_step(laboratory, "fit_prep", {"train": poisoned.train}, quiet, again, target=parts.target)
    before, after = ((folder / "train.parquet").read_bytes() for folder in (left, again))
    fact = f"{len(before)} bytes of train.parquet, {'equal' if before == after else 'different'}"
    name = "poisoned validation and test rows change nothing of train"
    return ProofPoint(name=name, held=before == after, fact=fact)


def poison(parts: Parts) -> pd.DataFrame:
    """The table with every cell of every row outside train replaced by what it never holds."""
    outside = ~parts.frame.index.isin([*parts.splits.train, *parts.splits.copies_removed])
    poisoned = {}
    for name in parts.frame.columns:
        values = parts.frame[name]
        if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
            poisoned[name] = values.mask(outside, int(POISON_NUMBER))
        else:
            poisoned[name] = values.astype("object").mask(outside, POISON_TEXT)
            if values.dtype != object:
                poisoned[name] = poisoned[name].astype("str")
    return pd.DataFrame(poisoned, index=parts.frame.index)


def prove_row_by_row(laboratory: Laboratory, parts: Parts, left: Path) -> ProofPoint:
    """Every second row of validation and test, transformed together, comes out as before.

    A transformer that takes anything from the rows that it transforms (their mean, their
    categories) gives them other values in other company.
    """
    chosen = {part: parts.rows(part).iloc[::2] for part in PARTS[1:]}
    mixed = pd.concat([chosen["test"], chosen["val"]], ignore_index=True)
    tables = {"pipeline": file_table(left / "prep_pipeline.pkl"), "rows": mixed}
    folder = laboratory.scratch / "mixed"
    do_step(laboratory, "apply_prep", tables, {"leave": "mixed"}, folder, target=parts.target)
    got = read_matrix(folder / "mixed.parquet")
    wanted = np.concatenate([read_matrix(left / f"{p}.parquet")[::2] for p in ("test", "val")])
    held = got.shape == wanted.shape and bool(np.allclose(got, wanted, rtol=CLOSE, atol=CLOSE))
    fact = f"{len(mixed)} rows in other company, {'equal' if held else 'different'}"
    return ProofPoint(name="rows are transformed one by one", held=held, fact=fact)


def prove_alone(kit: Laboratory, parts: Parts, left: Path) -> ProofPoint:
    """The pipeline does the same on the kit's own page: nothing of a part hangs on to it.

    ``left`` holds the pipeline and ``val.parquet``, whose last column is the target.
    """
    tables = {"pipeline": file_table(left / "prep_pipeline.pkl"), "rows": parts.rows("val")}
    folder, name = kit.scratch / "alone", "the pipeline stands alone"
    try:
        do_step(kit, "apply_prep", tables, {"leave": "val"}, folder, target=parts.target)
    except StepFailed as error:
        fact = f"on the kit's page it fails with {error.code}"
        return ProofPoint(name=name, held=False, fact=fact)
    got = read_parquet(folder / "val.parquet")
    wanted = read_parquet(left / "val.parquet").drop_columns([parts.target])
    held = got.column_names == wanted.column_names and np.allclose(_matrix(got), _matrix(wanted))
    fact = f"{got.num_columns} features on the kit's page, {'equal' if held else 'different'}"
    return ProofPoint(name=name, held=bool(held), fact=fact)


def prove_schemas(left: Path, features: tuple[str, ...]) -> list[ProofPoint]:
    """All three parts have these columns and types, and no value is missing or infinite."""
    tables = {part: read_parquet(left / f"{part}.parquet") for part in PARTS}
    schemas = {part: table.schema.remove_metadata() for part, table in tables.items()}
    same = len({str(each) for each in schemas.values()}) == 1
    named = all(tuple(table.column_names) == features for table in tables.values())
    fact = f"{len(features)} columns in {len(tables)} parts"
    bad = sum(int((~np.isfinite(_matrix(table))).sum()) for table in tables.values())
    return [
        ProofPoint(name="schema equal across parts", held=same and named, fact=fact),
        ProofPoint(name="no missing values", held=bad == 0, fact=f"{bad} are missing or infinite"),
    ]


def read_matrix(path: Path) -> np.ndarray:
    """A parquet file of numbers as a matrix."""
    return _matrix(read_parquet(path))


def read_parquet(path: Path) -> pa.Table:
    """A parquet file that a step left.

    Raises:
        ProgramError: ``bad-result``: there is none, or it is none.
    """
    try:
        return pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise ProgramError(
            f"{path.name}: the step left no such Parquet file. Let it write one to artifacts.",
            code="bad-result",
        ) from error


def _matrix(table: pa.Table) -> np.ndarray:
    columns = [column.to_numpy() for column in table.columns]
    if not columns or any(not np.issubdtype(each.dtype, np.number) for each in columns):
        return np.full((table.num_rows, max(1, len(columns))), np.nan)
    return np.column_stack(columns)
