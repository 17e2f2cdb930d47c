"""Preparation learns from train alone, and leaves out what knows the outcome."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine

from backend.stages.kit.prep.apply_prep import apply_prep
from backend.stages.kit.prep.fit_prep import fit_prep

ROWS = 300
RNG = np.random.default_rng(7)
SICK = RNG.choice(["no", "yes"], ROWS, p=[0.6, 0.4])


def columns_of(frame: pd.DataFrame, **dates: str) -> dict[str, Any]:
    def facts(name: str) -> dict[str, Any]:
        if name in dates:
            return {"type": "date", "date_format": dates[name]}
        number = pd.api.types.is_numeric_dtype(frame[name])
        return {"type": "number" if number else "text", "date_format": None}

    return {name: facts(name) for name in frame.columns}


def patients(**more: Any) -> pd.DataFrame:
    rng = np.random.default_rng(3)
    age = rng.integers(18, 90, ROWS).astype(float)
    plain = {
        "age": np.where(rng.random(ROWS) < 0.1, np.nan, age),
        "bill": rng.lognormal(3, 1.5, ROWS),
        "ward": rng.choice(["A", "B", "C"], ROWS),
        "town": rng.choice([f"town {n:02}" for n in range(25)], ROWS),
        "admitted": pd.date_range("2024-01-01", periods=ROWS).strftime("%d.%m.%Y"),
    }
    return pd.DataFrame(plain | more | {"sick": SICK})


def fit(frame: pd.DataFrame, folder: Path, *, target: str = "sick", **more: Any) -> dict[str, Any]:
    folder.mkdir(exist_ok=True)
    arguments = {
        "target": target,
        "problem_type": "classification",
        "columns": columns_of(frame, admitted="%d.%m.%Y", discharged="%d.%m.%Y"),
        "dropped": {},
        "keep": [],
        "figures": False,
    }
    return fit_prep({"train": frame}, artifacts=folder, **(arguments | more))


def roles(given: dict[str, Any]) -> dict[str, str]:
    return {role["column"]: role["role"] for role in given["roles"]}


def reason(given: dict[str, Any], column: str) -> str:
    return str(next(role["reason"] for role in given["roles"] if role["column"] == column))


def test_each_column_has_its_part(tmp_path: Path) -> None:
    assert roles(fit(patients(site="one"), tmp_path)) == {
        "age": "numeric",
        "bill": "skewed",
        "ward": "one_hot",
        "town": "target_encoded",
        "admitted": "date",
        "site": "dropped",
    }


def test_features_are_named_and_traced_and_whole(tmp_path: Path) -> None:
    given = fit(patients(), tmp_path)
    left = pd.read_parquet(tmp_path / "train.parquet")

    assert list(left.columns) == list(given["features"])
    assert given["features"]["ward=B"] == "ward"
    assert given["features"]["age missing"] == "age"
    assert given["features"]["admitted month"] == "admitted"
    assert np.isfinite(left.to_numpy()).all()
    assert left["age missing"].nunique() == 2


def applied(folder: Path, rows: pd.DataFrame) -> pd.DataFrame:
    carried = pd.DataFrame({"bytes": [(folder / "prep_pipeline.pkl").read_bytes()]})
    apply_prep({"pipeline": carried, "rows": rows}, artifacts=folder, leave="val")
    return pd.read_parquet(folder / "val.parquet")


def test_what_train_never_had_is_borne(tmp_path: Path) -> None:
    fit(patients(), tmp_path)
    strange = patients().drop(columns=["sick"]).iloc[:4].copy()
    strange["ward"] = ["A", "Z", None, "B"]
    strange["town"] = ["town 01", "nowhere", None, "town 02"]
    strange["age"] = [np.nan, 1e6, -np.inf, 40]
    strange["admitted"] = ["01.02.2030", None, "not a date", "31.12.1999"]
    got = applied(tmp_path, strange)

    assert np.isfinite(got.to_numpy()).all()
    assert got.loc[1, ["ward=A", "ward=B", "ward=C"]].tolist() == [0, 0, 0]


def test_the_median_is_that_of_train(tmp_path: Path) -> None:
    frame = patients()
    fit(frame, tmp_path)
    rows = frame.drop(columns=["sick"]).iloc[:2].assign(age=[np.nan, frame["age"].median()])
    got = applied(tmp_path, rows)
    assert got.loc[0, "age"] == got.loc[1, "age"]


@pytest.mark.parametrize("file", ["train.parquet", "prep_pipeline.pkl"])
def test_equal_rows_give_equal_bytes(tmp_path: Path, file: str) -> None:
    notes = [
        f"the patient {word} was seen by {w}" for word, w in zip(SICK, SICK[::-1], strict=True)
    ]
    for name in ("a", "b"):
        fit(patients(note=[f"{n} on day {k}" for k, n in enumerate(notes)]), tmp_path / name)
    assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


# Traps --------------------------------------------------------------------------------------------

IS_SICK = SICK == "yes"
DAYS = pd.Series(pd.date_range("2024-02-01", periods=ROWS).strftime("%d.%m.%Y"))
TRAPS: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "a leaking number": ({"dose": IS_SICK * 10.0 + RNG.random(ROWS)}, {}, "dose", "leak"),
    "the target renamed": ({"outcome": np.where(IS_SICK, "J", "N")}, {}, "outcome", "leak"),
    "a gap that tells": ({"died": np.where(IS_SICK, RNG.random(ROWS), np.nan)}, {}, "died", "leak"),
    "a date after the outcome": ({"discharged": DAYS.where(IS_SICK)}, {}, "discharged", "leak"),
    "a date after the row's own time": (
        {"discharged": DAYS},
        {"time": "admitted"},
        "discharged",
        "leak: later than admitted in 100%",
    ),
    "the target in an id": (
        {"code": [f"{s[0].upper()}{n:05}" for n, s in enumerate(SICK)]},
        {},
        "code",
        "id-like",
    ),
    "the target in a number's parity": (
        {"patient_id": np.arange(ROWS) * 2 + IS_SICK},
        {},
        "patient_id",
        "id-like",
    ),
    "the target in a short code": ({"code": np.where(IS_SICK, "P1", "N1")}, {}, "code", "leak"),
}


@pytest.mark.parametrize(("more", "told", "column", "why"), TRAPS.values(), ids=TRAPS.keys())
def test_a_trap_is_left_out_with_its_reason(
    tmp_path: Path, more: dict[str, Any], told: dict[str, Any], column: str, why: str
) -> None:
    given = fit(patients(**more), tmp_path, **told)

    assert roles(given)[column] == "dropped"
    assert reason(given, column).startswith(why)
    assert column not in given["features"].values()


def test_the_owner_may_keep_a_suspect(tmp_path: Path) -> None:
    frame = patients(dose=IS_SICK * 10.0 + RNG.random(ROWS))
    assert roles(fit(frame, tmp_path, keep=["dose"]))["dose"] == "numeric"


def test_what_exploration_flags_is_left_out_with_its_words(tmp_path: Path) -> None:
    given = fit(patients(), tmp_path, dropped={"ward": "leak: asked later"})
    assert reason(given, "ward") == "leak: asked later"


HONEST = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer}


@pytest.mark.parametrize("load", HONEST.values(), ids=HONEST.keys())
def test_a_strong_honest_column_is_kept(tmp_path: Path, load: Any) -> None:
    frame = load(as_frame=True).frame
    assert "dropped" not in roles(fit(frame, tmp_path, target="target")).values()


def test_numbers_are_prepared_for_a_regression_and_their_leak_is_found(tmp_path: Path) -> None:
    frame = load_diabetes(as_frame=True).frame
    frame["double"] = frame["target"] * 2 + 1
    given = fit(frame, tmp_path, target="target", problem_type="regression")
    assert [name for name, role in roles(given).items() if role == "dropped"] == ["double"]


def test_nothing_to_learn_from_is_an_error(tmp_path: Path) -> None:
    frame = pd.DataFrame({"same": "x", "sick": SICK})
    with pytest.raises(ValueError, match=r"no column is left to learn from \(same: constant"):
        fit(frame, tmp_path)


def test_many_categories_are_borne(tmp_path: Path) -> None:
    rows = 20_000
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "shop": [f"s{n}" for n in rng.integers(0, 8_000, rows)],
            "receipt": [f"r{n}" for n in range(rows)],
            "sick": rng.choice(["no", "yes"], rows),
        }
    )
    given = fit(frame, tmp_path)
    assert roles(given) == {"shop": "target_encoded", "receipt": "dropped"}
    assert len(given["features"]) == 1
