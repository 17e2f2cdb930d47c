"""Policy asks deeper where the first look gives cause, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from backend.stages.eda_probes import decide_probes
from tests.stages.kit.eda.planted import bundled, customers, report_on


def leaky() -> pd.DataFrame:
    frame = customers(300)
    return frame.assign(code=frame["churned"].map({"yes": 7, "no": 3}))


def holed() -> pd.DataFrame:
    frame = customers(300)
    frame.loc[:59, "age"] = np.nan
    frame.loc[:5, "spend"] = np.nan
    return frame.assign(nothing=np.nan)


def mixed() -> pd.DataFrame:
    return customers(300).assign(size=["1", "2", "three"] * 100)


def all_of_it() -> pd.DataFrame:
    return holed().assign(code=leaky()["code"], size=mixed()["size"])


CASES = {
    "nothing to ask": (lambda: customers(300), {}),
    "a leak": (leaky, {"leakage_check": ("code",)}),
    "gaps, but not where nothing is known": (holed, {"drill_missing": ("age",)}),
    "two types": (mixed, {"type_disambiguation": ("size",)}),
    "leakage first, gaps last": (
        all_of_it,
        {"leakage_check": ("code",), "type_disambiguation": ("size",), "drill_missing": ("age",)},
    ),
}


@pytest.mark.parametrize(("make", "expected"), CASES.values(), ids=CASES)
def test_probes_follow_from_the_report(
    make: object, expected: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    assert callable(make)
    probes = decide_probes(report_on(make(), tmp_path, target="churned"))

    assert {each.name: each.columns for each in probes} == expected
    assert [each.name for each in probes] == list(expected)


def test_a_target_that_could_be_read_in_two_ways_is_asked_about(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": np.arange(120) * 0.5, "grade": [1, 2, 3, 4, 5, 6] * 20})
    (probe,) = decide_probes(report_on(frame, tmp_path, target="grade"))

    assert (probe.name, probe.columns) == ("type_disambiguation", ("grade",))


@pytest.mark.parametrize("name", ["wine", "diabetes"])
def test_a_healthy_set_is_left_alone(name: str, tmp_path: Path) -> None:
    assert decide_probes(report_on(bundled(name), tmp_path)) == []
