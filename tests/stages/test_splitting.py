"""Rows that belong together are on one side, and each row is on one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from backend.contracts.errors import DataError
from backend.contracts.prep_metadata import PARTS, Splits
from backend.stages.splitting import Wish, split_rows

SEED = 42


def people(rows: int = 400) -> pd.DataFrame:
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "id": range(rows),
            "age": rng.integers(18, 90, rows),
            "income": rng.normal(size=rows),
            "doctor": rng.choice([f"d{n}" for n in range(40)], rows),
            "seen": pd.date_range("2024-01-01", periods=rows).strftime("%Y-%m-%d"),
            "ill": rng.choice(["yes", "no", "no", "no"], rows),
        }
    )


def split(frame: pd.DataFrame, **wish: object) -> Splits:
    asked = Wish(**{"stratify": True, **wish})  # type: ignore[arg-type]
    return split_rows(frame, target="ill", wish=asked, seed=SEED)


def all_rows(splits: Splits) -> list[int]:
    lists = (*(splits.of(part) for part in PARTS), splits.copies_removed, splits.without_target)
    return sorted(row for each in lists for row in each)


WISHES: dict[str, dict[str, object]] = {
    "stratified": {},
    "random": {"stratify": False},
    "group": {"group": "doctor"},
    "time": {"time": "seen", "time_format": "%Y-%m-%d"},
}


@pytest.mark.parametrize("name", WISHES)
def test_every_row_is_in_one_list_and_again_the_same(name: str) -> None:
    frame = people()
    frame.loc[::50, "ill"] = None
    splits = split(frame, **WISHES[name])

    assert splits.strategy == name
    assert all_rows(splits) == list(range(400))
    assert splits.without_target == tuple(range(0, 400, 50))
    assert split(frame, **WISHES[name]) == splits


def test_seventy_fifteen_fifteen_of_each_class() -> None:
    frame = people(1000)
    splits = split(frame)

    for part, share in zip(PARTS, (0.70, 0.15, 0.15), strict=True):
        counts = frame.loc[list(splits.of(part)), "ill"].value_counts()
        for label, count in frame["ill"].value_counts().items():
            assert abs(counts[label] - share * count) <= 1


def test_another_seed_is_another_split() -> None:
    frame, wish = people(), Wish(stratify=True)
    first, second = (split_rows(frame, target="ill", wish=wish, seed=seed) for seed in (1, 2))
    assert first.test != second.test


@pytest.mark.parametrize("ids", [(), ("id",)], ids=["exact copies", "copies with new ids"])
def test_copies_of_a_row_are_on_one_side(ids: tuple[str, ...]) -> None:
    frame = people(300).drop(columns=["seen"])
    frame = pd.concat([frame, frame.iloc[:100], frame.iloc[:50]], ignore_index=True)
    if ids:
        frame["id"] = range(len(frame))
    splits = split(frame, ids=ids)

    content = frame.drop(columns=["id"]).astype(str).agg("|".join, axis=1)
    sides = [set(content[list(splits.of(part))]) for part in PARTS]
    assert not sides[0] & sides[1] and not sides[0] & sides[2] and not sides[1] & sides[2]


def test_copies_are_removed_from_train_alone() -> None:
    frame = pd.concat([people(300)] * 2, ignore_index=True).iloc[:450]
    splits = split(frame)

    assert not frame.loc[list(splits.train)].duplicated().any()
    assert frame.loc[list(splits.val + splits.test)].duplicated().sum() > 0
    left = frame.loc[list(splits.val + splits.test)].duplicated().sum()
    assert len(splits.copies_removed) + left == 150


def test_rows_that_repeat_by_nature_are_told_apart_from_mistakes() -> None:
    rng = np.random.default_rng(1)
    drawn = {name: rng.choice(["a", "b", "c"], 400) for name in ("sex", "stage", "ill")}
    splits = split(pd.DataFrame(drawn))

    assert splits.copies_removed == ()
    assert all_rows(splits) == list(range(400))


def test_a_group_is_on_one_side() -> None:
    frame = people()
    splits = split(frame, group="doctor")

    sides = [set(frame.loc[list(splits.of(part)), "doctor"]) for part in PARTS]
    assert not sides[0] & sides[1] and not sides[0] & sides[2] and not sides[1] & sides[2]
    for part, share in zip(PARTS, (0.70, 0.15, 0.15), strict=True):
        assert abs(len(splits.of(part)) / len(frame) - share) < 0.05


def test_what_is_learnt_from_lies_before_what_is_judged() -> None:
    frame = people().sample(frac=1, random_state=3).reset_index(drop=True)
    frame["seen"] = frame["seen"].str[:7]
    splits = split(frame, time="seen", time_format="%Y-%m")

    train, val, test = (frame.loc[list(splits.of(part)), "seen"] for part in PARTS)
    assert train.max() < val.min() and val.max() < test.min()
    assert list(train) == sorted(train)


REFUSED: dict[str, tuple[pd.DataFrame, dict[str, object], str]] = {
    "few rows": (people(19), {}, "too-few-rows"),
    "unknown group": (people(), {"group": "docter"}, "no-such-column"),
    "a row without a time": (
        people().assign(seen=lambda f: f["seen"].where(f.index != 7)),
        {"time": "seen"},
        "no-moment",
    ),
    "one moment": (people().assign(seen="2024-01-01"), {"time": "seen"}, "too-few-rows"),
    "one group": (people().assign(doctor="d"), {"group": "doctor"}, "too-few-rows"),
}


@pytest.mark.parametrize(("frame", "wish", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_split_is_refused(
    frame: pd.DataFrame, wish: dict[str, object], code: str
) -> None:
    with pytest.raises(DataError) as caught:
        split(frame, **wish)
    assert caught.value.code == code
