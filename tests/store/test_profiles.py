"""The log of what runs measured: whole lines, whatever happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.history import ColumnMeasures, TableMeasures, TableProfile
from backend.contracts.schema import ColumnType
from backend.contracts.workspace import Workspace
from backend.store.profiles import append_profiles, read_profiles

MEASURES = TableMeasures(
    rows=2,
    columns=(
        ColumnMeasures(
            name="näme",
            type=ColumnType.TEXT,
            filled=1,
            missing=1,
            distinct=1,
            counts={'a "b"\n': 1},
        ),
        ColumnMeasures(name="x", type=None, filled=0, missing=2, distinct=0, counts={}),
    ),
)


def profile(run_id: str, measures: TableMeasures | None = MEASURES) -> TableProfile:
    return TableProfile(
        version=1,
        run_id=run_id,
        at="2026-11-20T01:00:00.000+00:00",
        as_of="2026-11-20",
        table="t",
        fingerprint="xxh3:0",
        measures=measures,
    )


def test_lines_come_back_as_they_were(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_profiles(workspace, [profile("1"), profile("2", None)])
    append_profiles(workspace, [])
    append_profiles(workspace, [profile("3")])

    assert read_profiles(workspace) == ((profile("1"), profile("2", None), profile("3")), ())
    assert len(workspace.profiles_file.read_bytes().splitlines()) == 3


def test_no_log_has_no_lines(tmp_path: Path) -> None:
    assert read_profiles(Workspace(tmp_path)) == ((), ())


def test_a_kill_at_any_byte_loses_at_most_its_own_line(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_profiles(workspace, [profile("1")])
    first = workspace.profiles_file.read_bytes()
    append_profiles(workspace, [profile("2")])
    whole = workspace.profiles_file.read_bytes()
    for end in range(len(first), len(whole)):
        workspace.profiles_file.write_bytes(whole[:end])
        kept = (profile("1"), profile("2")) if end == len(whole) - 1 else (profile("1"),)
        assert read_profiles(workspace) == (kept, ())
        append_profiles(workspace, [profile("3")])
        assert read_profiles(workspace) == ((*kept, profile("3")), ())


@pytest.mark.parametrize("line", [b"{}", b"[]", b"no json", b'{"version": 1, "rows": 3}'])
def test_a_line_that_is_no_profile_is_told_and_left_out(line: bytes, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_profiles(workspace, [profile("1")])
    with workspace.profiles_file.open("ab") as stream:
        stream.write(line + b"\n")
    append_profiles(workspace, [profile("2")])
    found = read_profiles(workspace)

    assert found.profiles == (profile("1"), profile("2"))
    assert found.trouble == (
        "table_profiles.jsonl, line 2 is not the profile of a table; left out.",
    )
