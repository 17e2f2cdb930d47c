"""A preparation that learnt from what it must not see is caught."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from backend.contracts.prep_metadata import PARTS, Splits
from backend.executor.program_hash import hash_source
from backend.stages.laboratory import Laboratory, file_table
from backend.stages.parts import Parts, do_step
from backend.stages.prep_proof import (
    poison,
    prove_alone,
    prove_refit,
    prove_row_by_row,
    prove_schemas,
    prove_splits,
)
from backend.stages.splitting import Wish, split_rows
from tests.stages.stage_bench import laboratory, page

WISH = Wish(stratify=True)
PAGE = """\
import numpy as np
import pandas as pd


def check(tables, *, step, artifacts, arguments):
    if step == "fit_prep":
        train = tables["train"]
        mean = train["age"].mean()
        (artifacts / "prep_pipeline.pkl").write_text(str(mean))
        left(train, mean).to_parquet(artifacts / "train.parquet", index=False)
        return {}
    mean = float(tables["pipeline"].at[0, "bytes"])
    left(tables["rows"], mean).to_parquet(artifacts / (arguments["leave"] + ".parquet"))
    return {}


def left(rows, mean):
    return pd.DataFrame({"age": FORMULA})
"""
HONEST = "rows['age'] - mean"


def patients() -> Parts:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "age": rng.normal(50, 20, 200),
            "ward": rng.choice(["A", "B"], 200),
            "ill": rng.choice(["yes", "no"], 200),
        }
    )
    return Parts(frame, "ill", split_rows(frame, target="ill", wish=WISH, seed=42))


def bench(formula: str, scratch: Path) -> Laboratory:
    source = PAGE.replace("FORMULA", formula)
    program = page().model_copy(update={"source": source, "sha256": hash_source(source)})
    return replace(laboratory(scratch), program=program)


def prepare(formula: str, base: Path, parts: Parts) -> tuple[Laboratory, Path]:
    left = base / "left"
    with bench(formula, base / "scratch") as lab:
        do_step(lab, "fit_prep", {"train": parts.train}, {}, left, target="ill")
        for part in PARTS[1:]:
            tables = {"pipeline": file_table(left / "prep_pipeline.pkl"), "rows": parts.rows(part)}
            do_step(lab, "apply_prep", tables, {"leave": part}, left, target="ill")
    return lab.anew(), left


def test_an_honest_preparation_is_proven(tmp_path: Path) -> None:
    parts = patients()
    lab, left = prepare(HONEST, tmp_path, parts)
    points = [
        *prove_splits(parts, WISH),
        prove_refit(lab, parts, {}, left),
        prove_row_by_row(lab, parts, left),
        *prove_schemas(left, ("age",)),
    ]
    assert [point.held for point in points] == [True] * 6


FICKLE = {
    "chance": "rows['age'] + np.random.default_rng().random()",
    "where things lie in memory": "rows['age'] + id(pd) // 4096",
}


@pytest.mark.parametrize("formula", FICKLE.values(), ids=FICKLE.keys())
def test_a_fit_that_is_not_the_same_twice_is_caught(tmp_path: Path, formula: str) -> None:
    parts = patients()
    lab, left = prepare(formula, tmp_path, parts)
    assert not prove_refit(lab, parts, {}, left).held


CHEATS = {
    "the part's own mean": "rows['age'] - rows['age'].mean()",
    "the part's own ranks": "rows['age'].rank()",
    "the row before": "rows['age'].ffill() - rows['age'].shift(1).fillna(0)",
}


@pytest.mark.parametrize("formula", CHEATS.values(), ids=CHEATS.keys())
def test_a_transformer_that_learns_from_validation_is_caught(tmp_path: Path, formula: str) -> None:
    parts = patients()
    lab, left = prepare(formula, tmp_path, parts)
    assert not prove_row_by_row(lab, parts, left).held


def test_gaps_and_other_columns_are_caught(tmp_path: Path) -> None:
    parts = patients()
    _, left = prepare("rows['age'].where(rows['age'] > 30)", tmp_path, parts)
    pd.DataFrame({"age": [1.0], "more": [2.0]}).to_parquet(left / "test.parquet")
    schema, gaps = prove_schemas(left, ("age",))
    assert (schema.held, gaps.held) == (False, False)


def test_poison_reaches_every_cell_outside_train_and_none_inside() -> None:
    parts = patients()
    poisoned = poison(parts)
    train, others = list(parts.splits.train), list(parts.splits.val + parts.splits.test)

    pd.testing.assert_frame_equal(poisoned.loc[train], parts.frame.loc[train], check_dtype=False)
    assert (poisoned.loc[others] != parts.frame.loc[others]).all(axis=None)


def broken(**change: tuple[int, ...]) -> Parts:
    parts = patients()
    return replace(parts, splits=parts.splits.model_copy(update=change))


def test_splits_that_share_or_lose_rows_are_caught() -> None:
    whole = patients().splits
    for splits in (broken(val=whole.train[:5]), broken(test=whole.test[1:])):
        assert not prove_splits(splits, WISH)[0].held


def test_copies_and_groups_across_parts_are_caught() -> None:
    frame = patients().frame.assign(doctor="d1")
    frame.loc[1] = frame.loc[0]
    rows = tuple(range(2, 150))
    splits = Splits(
        strategy="group",
        why="",
        seed=1,
        train=(0, *rows),
        val=(1, *range(150, 180)),
        test=tuple(range(180, 200)),
    )
    points = prove_splits(Parts(frame, "ill", splits), Wish(stratify=True, group="doctor"))
    assert {point.name: point.held for point in points} == {
        "ids disjoint and complete": True,
        "copies on one side": False,
        "groups on one side": False,
    }


def test_a_time_that_runs_backwards_is_caught() -> None:
    frame = patients().frame.assign(seen=pd.date_range("2024-01-01", periods=200).astype(str))
    cut = {"train": tuple(range(60, 200)), "val": tuple(range(30)), "test": tuple(range(30, 60))}
    splits = Splits.model_validate({"strategy": "time", "why": "", "seed": 1, **cut})
    wish = Wish(stratify=True, time="seen", time_format="%Y-%m-%d")
    assert not prove_splits(Parts(frame, "ill", splits), wish)[1].held


ALONE: dict[str, tuple[str, bool]] = {
    "the same page": (HONEST, True),
    "a page that does it otherwise": ("rows['age'] * 2", False),
}


@pytest.mark.parametrize(("formula", "held"), ALONE.values(), ids=ALONE.keys())
def test_a_pipeline_that_hangs_on_its_own_page_is_caught(
    tmp_path: Path, formula: str, held: bool
) -> None:
    parts = patients()
    _, left = prepare(HONEST, tmp_path, parts)
    frame = pd.read_parquet(left / "val.parquet").assign(ill=parts.labels("val"))
    frame.to_parquet(left / "val.parquet", index=False)

    assert prove_alone(bench(formula, tmp_path / "kit"), parts, left).held is held
    broken = prove_alone(bench("rows['agee']", tmp_path / "none"), parts, left)
    assert not broken.held and broken.fact == "on the kit's page it fails with program-failed"
