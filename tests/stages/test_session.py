"""Sessions have names that folders may have, and files that are read with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.errors import CheckError
from backend.stages import session as sessions
from tests.stages.stage_bench import StageBench, leaves_all, stage_check

NAMES = {
    "its own": ({"session": "walk-1"}, "walk-1"),
    "the table's": ({}, "people"),
    "a table with blanks": ({"target_table": "all people"}, "all-people-49f5c823"),
    "a table that no folder is called like": ({"target_table": "../x"}, "x-"),
    "a long table": ({"target_table": "x" * 90}, "x" * 60 + "-"),
}


@pytest.mark.parametrize(("fields", "expected"), NAMES.values(), ids=NAMES.keys())
def test_a_session_has_a_name_for_a_folder(fields: dict[str, str], expected: str) -> None:
    name = sessions.session_name(stage_check(**fields))

    assert name.startswith(expected)
    assert sessions.session_name(stage_check(session=name)) == name


def test_tables_that_look_alike_have_sessions_of_their_own() -> None:
    names = {
        sessions.session_name(stage_check(target_table=each)) for each in ("a b", "a-b", "a/b")
    }

    assert len(names) == 3


BAD_NAMES = ("", "..", "a/b", ".hidden", "a b", "x" * 81, "a\n")


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_no_folder_may_have_is_refused(name: str) -> None:
    with pytest.raises(CheckError, match=r"EDA-1: session is .* Use letters, digits"):
        sessions.session_name(stage_check(session=name))


def test_all_sessions_are_found(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    for name in ("b", "a"):
        bench.run("eda", leaves_all, session=name)
    bench.workspace.sessions.joinpath("stray").mkdir()
    bench.folder("a").joinpath("session.json").write_text("[]")
    found = dict(sessions.sessions_of(bench.workspace))

    assert list(found) == ["a", "b"]
    assert found["a"].session is None
    assert "session.json of session 'a' is not what it should be." in found["a"].trouble
    assert found["b"].session is not None


def test_only_the_newest_changes_are_kept(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    session = bench.session()
    mark = session.stages[stage_check().stage]
    for _ in range(300):
        session = sessions.changed(session, mark, session.state)

    assert len(session.changes) == 200


def test_exploring_another_table_begins_the_session_anew(tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people="a\n1\n")
    bench.run("eda", leaves_all, session="s")
    bench.run("prep", leaves_all, session="s")
    check = stage_check(target_table="cars", session="s")
    found = sessions.open_session(bench.folder("s"), check, "run-9").session

    assert found is not None
    assert (found.table, found.stages) == ("cars", {})
