"""Pictures are PNG, named in the report, and the same on every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stages.kit.eda.planted import bundled, customers, report_on


def drawn(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_same_table_gives_the_same_pictures(tmp_path: Path) -> None:
    frame = customers()
    frame.loc[::7, "age"] = None
    first = report_on(frame, tmp_path / "a", target="churned", plot_limit=4)
    again = report_on(frame, tmp_path / "b", target="churned", plot_limit=4)

    assert first == again
    assert drawn(tmp_path / "a") == drawn(tmp_path / "b")
    assert sorted(first.visuals.paths) == list(drawn(tmp_path / "a"))
    assert first.visuals.missing_heatmap == "figures/missing_heatmap.png"
    assert all(data.startswith(b"\x89PNG") for data in drawn(tmp_path / "a").values())


def test_no_more_pictures_of_a_kind_than_asked_for(tmp_path: Path) -> None:
    report = report_on(bundled("wine"), tmp_path, plot_limit=2)

    assert len(report.visuals.histograms) == 2
    assert len(report.visuals.features_by_target) == 2


@pytest.mark.parametrize("name", ["iris", "diabetes"])
def test_the_target_is_drawn(name: str, tmp_path: Path) -> None:
    report = report_on(bundled(name), tmp_path, plot_limit=1)

    assert report.visuals.target == ("figures/target.png",)
    assert len(report.visuals.features_by_target) == 1


def test_none_are_drawn_where_none_are_wanted(tmp_path: Path) -> None:
    assert report_on(customers(), tmp_path, plot_limit=0).visuals.paths == ()
    assert drawn(tmp_path) == {}
