"""A step's value is believed only where it has the form that it must have."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import ProgramError
from backend.contracts.step_results import Explained
from backend.stages.laboratory import Finished
from backend.stages.step_values import read_learnt, read_value

FILES = ("candidates/Baseline.pkl", "candidates/Ridge.pkl")


def candidate(called: str, **more: Any) -> dict[str, Any]:
    told = {"name": called, "family": called, "params": {}, "strategy": "none", "tuned": False}
    return told | {"cv": {"rmse": 1.0}, "file": f"candidates/{called}.pkl"} | more


def learnt(*candidates: dict[str, Any], **more: Any) -> Finished:
    value: dict[str, Any] = {
        "classes": [],
        "candidates": [*candidates],
        "strategies": [],
        "imbalance_ratio": 1.0,
        "folds": 5,
        "trials": 2,
        "stopped_by_time": False,
        "learning_curve": [],
    }
    return Finished(value | more, FILES, 1.0)


def test_what_fits_is_read() -> None:
    read = read_learnt(learnt(candidate("Baseline"), candidate("Ridge")), check_id="T")
    assert [each.file for each in read.candidates] == [*FILES]


REFUSED: dict[str, tuple[Finished, str]] = {
    "no candidate": (learnt(), "candidates"),
    "a file that was not left": (
        learnt(candidate("Ridge", file="../../session.json")),
        "each names one file",
    ),
    "one file for two": (
        learnt(candidate("Ridge"), candidate("Ridge", name="other")),
        "each names one file",
    ),
    "no score": (learnt(candidate("Ridge", cv={"rmse": "good"})), "candidates.0.cv.rmse"),
    "a key too many": (learnt(candidate("Ridge"), secret=1), "secret"),
    "no mapping": (Finished(None, FILES, 1.0), "value"),
}


@pytest.mark.parametrize(("finished", "place"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused_with_its_place(finished: Finished, place: str) -> None:
    with pytest.raises(ProgramError) as caught:
        read_learnt(finished, check_id="T")
    assert caught.value.code == "bad-result"
    assert place in str(caught.value)


def test_an_error_quotes_no_value() -> None:
    with pytest.raises(ProgramError) as caught:
        read_value(Explained, {"method": "Ada Lovelace"}, check_id="T", step="explain_model")
    assert "Lovelace" not in str(caught.value)
