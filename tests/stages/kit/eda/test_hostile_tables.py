"""A table of any shape gives a report that fits its contract, or one clear error."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from backend.contracts.eda_report import EdaReport
from backend.stages.eda_page import write_page
from tests.stages.kit.eda.planted import report_on

DRAW = np.random.default_rng(5)


def with_target(**columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(columns)
    return frame.assign(out=np.arange(len(frame)) % 2)


def all_missing() -> pd.DataFrame:
    nothing = pd.Series([None] * 60, dtype="str")
    return with_target(a=[np.nan] * 60, b=nothing, c=["?"] * 60, d=pd.Series([pd.NaT] * 60))


def infinite() -> pd.DataFrame:
    return with_target(
        a=[np.inf, -np.inf, 1, 2, 3] * 20, b=[1e308, -1e308, 0, 1, 2] * 20, c=[1e-300] * 100
    )


def strange_names() -> pd.DataFrame:
    numbers = DRAW.normal(size=80)
    names = ["Größe (cm)", "年齢", "$x_^{$", "🎉|`", "", "<script>", "a\nb", "a" * 500, " "]
    return with_target(**{name: numbers + at for at, name in enumerate(names)})


def rare_class() -> pd.DataFrame:
    frame = with_target(x=DRAW.normal(size=3000), c=DRAW.choice(list("abc"), 3000))
    return frame.assign(out=(np.arange(3000) == 7).astype(int))


TABLES: dict[str, Callable[[], pd.DataFrame]] = {
    "100,000 categories": lambda: with_target(c=[f"v{at}" for at in range(100_000)]),
    "lists and mappings": lambda: with_target(
        a=[[1, 2], [3], None, ["x"]] * 30, b=[{"k": 1}, {}] * 60, c=[np.array([1, 2])] * 120
    ),
    "columns without a value": all_missing,
    "one row": lambda: with_target(a=[1.0], b=["x"]),
    "two rows": lambda: with_target(a=[1.0, None], b=["x", "?"]),
    "no row": lambda: with_target(a=pd.Series([], dtype="float64"), b=pd.Series([], dtype="str")),
    "infinite and extreme numbers": infinite,
    "names of every kind": strange_names,
    "a class of one row": rare_class,
    "a target of one value": lambda: with_target(a=range(50)).assign(out=1),
    "a target without a value": lambda: with_target(a=range(50)).assign(out=np.nan),
    "a class for each row": lambda: with_target(a=range(50)).assign(
        out=[f"v{i}" for i in range(50)]
    ),
    "more columns than rows": lambda: with_target(
        **{f"c{at}": DRAW.normal(size=20) for at in range(60)}
    ),
    "the target alone": lambda: pd.DataFrame({"out": [0, 1] * 20}),
    "nullable types": lambda: with_target(
        a=pd.array([True, None] * 30, dtype="boolean"), b=pd.array([1, None] * 30, dtype="Int64")
    ),
    "bytes": lambda: with_target(a=[b"\x00\xff", b"x"] * 30),
}


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_a_strange_table_gives_a_report(make: Callable[[], pd.DataFrame], tmp_path: Path) -> None:
    frame = make()
    report = report_on(frame, tmp_path, target="out", plot_limit=3)

    assert report.dataset.n_rows == len(frame)
    assert report.dataset.columns == tuple(frame.columns)
    assert all(
        (tmp_path / path).read_bytes().startswith(b"\x89PNG") for path in report.visuals.paths
    )
    assert is_well_formed(write_page(report, "table"))


def is_well_formed(page: str) -> bool:
    """Each line of a table has as many cells as its head."""
    lines = [line.replace("\\|", "") for line in page.split("\n") if line.startswith("|")]
    counts = [line.count("|") for line in lines]
    heads = [at for at, line in enumerate(lines) if set(line) <= set("| -") and "-" in line]
    bounds = [*(at - 1 for at in heads), len(lines)]
    return "<script>" not in page.replace("`<script>`", "") and all(
        len(set(counts[first:last])) == 1 for first, last in pairwise(bounds)
    )


def copies() -> pd.DataFrame:
    frame = pd.DataFrame(np.ones((30, 2)))
    frame.columns = pd.Index(["a", "a"])
    return frame


REFUSED: dict[str, tuple[Callable[[], pd.DataFrame], str]] = {
    "two columns of one name": (copies, "table: two columns are named 'a'. Give each a name"),
    "no column": (lambda: pd.DataFrame(index=range(3)), "table: the table has no column. Give it"),
}


@pytest.mark.parametrize(("make", "told"), REFUSED.values(), ids=REFUSED)
def test_a_table_that_cannot_be_explored_is_refused(
    make: Callable[[], pd.DataFrame], told: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=told):
        report_on(make(), tmp_path)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> EdaReport:
    at = np.arange(1_000_000)
    frame = pd.DataFrame(
        {"step": at % 1000, "kind": np.where(at % 4 == 0, "a", "b"), "out": (at % 5 == 0) * 1}
    )
    return report_on(frame, tmp_path_factory.mktemp("large"), target="out")


@pytest.mark.slow
def test_a_million_rows_are_counted_and_not_sampled(large: EdaReport) -> None:
    assert large.dataset.n_rows == 1_000_000
    assert large.target is not None
    assert large.target.class_counts == {"0": 800_000, "1": 200_000}
    assert large.flags.duplicate_rows == 1_000_000 - 1000
    told = large.columns_profile["kind"].summary
    assert told.model_dump()["top_values"] == {"b": 750_000, "a": 250_000}
