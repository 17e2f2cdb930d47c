"""A file that has grown is read as a whole one is, though only its end is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.aside import aside
from backend.contracts.schema import Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file, table_path
from backend.tables.columnar import grown_reading, read_arrow
from backend.tables.grown_file import may_have_grown, opened_growth
from backend.tables.snapshot import snapshot_tables
from backend.tables.sources import Source, read_stat
from backend.tables.unquoted import LONG

Put = Callable[[str, str | bytes], Path]
MANY = "".join(f"{number},u{number % 250},2024-01-{number % 28 + 1:02d}\n" for number in range(600))
START = "id,name,day\n" + MANY


def found_of(workspace: Workspace, remembered: Schema) -> object:
    """All that is known of the table ``t``, and its cells."""
    schema = snapshot_tables(workspace, remembered)
    if "t" in schema.problems:
        return schema.problems["t"]
    table = schema.tables["t"]
    facts = table.model_dump(exclude={"stat"})
    return facts, read_arrow(table_file(workspace, table)).combine_chunks()


def grown(workspace: Workspace, name: str, before: bytes, after: bytes) -> tuple[object, object]:
    """What is found of the grown file, and of the same file when nothing is remembered."""
    (workspace.data / name).write_bytes(before)
    schema = snapshot_tables(workspace, Schema())
    (workspace.data / name).write_bytes(after)
    found = found_of(workspace, schema)
    for path in workspace.tables.iterdir():
        path.unlink()
    return found, found_of(workspace, Schema())


def is_read_quickly(workspace: Workspace, path: Path, before: TableSnapshot) -> bool:
    """Whether a file that was ``before`` is read without its old lines."""
    source = Source(path.name, path)
    with opened_growth(source, before) as growth:
        may_have = may_have_grown(before, read_stat(source))
        return may_have and growth is not None and bool(grown_reading(workspace, before, growth))


APPENDED = {
    "rows": ("601,u7,2024-02-29\n602,u8,\n", True),
    "no newline at the end": ("601,u7,2024-02-29", True),
    "blank lines at the end": ("601,u7,2024-02-29\n\n\r\n", True),
    "a repeated key": ("3,u7,2024-02-29\n", True),
    "an empty row": (",,\n", True),
    "a huge integer": ("9223372036854775807,u7,2024-02-29\n", True),
    "another word": ("601,jan,2024-02-29\n", True),
    "a date of another format": ("601,u7,29.02.2024\n", True),
    "no date": ("601,u7,never\n", True),
    "a decimal": ("1.5,u7,2024-02-29\n", False),
    "a code": ("007,u7,2024-02-29\n", False),
    "a word for a number": ("x,u7,2024-02-29\n", False),
    "a quote": ('601,"u,7",2024-02-29\n', False),
    "a blank line": ("\n601,u7,2024-02-29\n", False),
    "a ragged row": ("601,u7\n", False),
    "a byte order mark": ("\ufeff601,u7,2024-02-29\n", False),
    "another delimiter": ("601;u7;2024-02-29\n", False),
}


@pytest.mark.parametrize(("more", "is_quick"), APPENDED.values(), ids=APPENDED)
def test_what_is_appended(workspace: Workspace, put: Put, more: str, is_quick: bool) -> None:
    found, expected = grown(workspace, "t.csv", START.encode(), (START + more).encode())
    assert found == expected
    put("t.csv", START)
    before = snapshot_tables(workspace, Schema()).tables["t"]
    assert is_read_quickly(workspace, put("t.csv", START + more), before) == is_quick


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(START, START.replace("\n3,", "\n4,", 1) + "601,u,\n", id="an old row changed"),
        pytest.param(START[:-1], START[:-1] + "9\n601,u,\n", id="the last line goes on"),
        pytest.param(START + "\n", START + "\n601,u,\n", id="a blank line between"),
        pytest.param("a,b\n1,\"x\ny\"\n", "a,b\n1,\"x\ny\"\n2,z\n", id="quoted before"),
        pytest.param("a,b\n\n1,2\n", "a,b\n\n1,2\n3,4\n", id="uneven before"),
        pytest.param("a\r1\r", "a\r1\r\n2\n", id="a line end is completed"),
    ],
)  # fmt: skip
def test_what_is_no_mere_growth(workspace: Workspace, put: Put, before: str, after: str) -> None:
    found, expected = grown(workspace, "t.csv", before.encode(), after.encode())
    assert found == expected
    put("t.csv", before)
    table = snapshot_tables(workspace, Schema()).tables["t"]
    assert not is_read_quickly(workspace, put("t.csv", after), table)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(START[:-1], START + "601,u,\n", id="no newline at the end before"),
        pytest.param("a,b\n", "a,b\n1,2\n", id="no row before"),
        pytest.param("a\r\n1\r\n", "a\r\n1\r\n2\r\n", id="CRLF"),
        pytest.param("\ufeffa;b\n1;2\n", "\ufeffa;b\n1;2\n3;4\n", id="byte order mark"),
        pytest.param("a,b,\n1,2,\n", "a,b,\n1,2,\n3,4,\n", id="trailing commas"),
    ],
)
def test_growth(workspace: Workspace, put: Put, before: str, after: str) -> None:
    found, expected = grown(workspace, "t.csv", before.encode(), after.encode())
    assert found == expected
    put("t.csv", before)
    table = snapshot_tables(workspace, Schema()).tables["t"]
    assert is_read_quickly(workspace, put("t.csv", after), table)


def test_a_damaged_cache_is_not_built_upon(workspace: Workspace, put: Put) -> None:
    put("t.csv", START)
    table: TableSnapshot = snapshot_tables(workspace, Schema()).tables["t"]
    (path,) = workspace.tables.glob("*.arrow")
    path.write_bytes(path.read_bytes().replace(b"2024-01-05", b"2024-01-06"))
    after = put("t.csv", START + "601,u7,2024-02-29\n")
    assert not is_read_quickly(workspace, after, table)


def test_a_problem_in_the_new_lines_is_told_with_its_line(workspace: Workspace, put: Put) -> None:
    put("t.csv", START)
    schema = snapshot_tables(workspace, Schema())
    put("t.csv", START + "601,u7\n")
    problem = snapshot_tables(workspace, schema).problems["t"]
    assert isinstance(problem, TableProblem)
    assert problem.message.startswith("t.csv, line 602: 2 fields where the header has 3.")


CELLS = st.sampled_from(
    [
        *("", "1", "2", "3", "-4", "1.5", "007", "9007199254740993", "9223372036854775808", "x"),
        *("2024-01-05", "05/06/2024", "25/06/2024", "2024-02-30", "true", "False", "1e5", " ", "é"),
    ]
)
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=5)
ENDS = st.sampled_from(["", "\n", "\r\n", "\n\n"])


@settings(max_examples=50)
@given(first=ROWS, more=ROWS, end=ENDS, last=ENDS, fill=st.sampled_from(["", "1", "x", "true"]))
def test_random_growth(
    first: list[tuple[str, str]], more: list[tuple[str, str]], end: str, last: str, fill: str
) -> None:
    old = "\n".join(["a,b", *(f"{fill},{fill}" for _ in range(3)), *map(",".join, first)]) + end
    new = old + "\n".join(map(",".join, more)) + last
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        workspace.data.mkdir()
        found, expected = grown(workspace, "t.csv", old.encode(), new.encode())
    assert found == expected


LONG_START = "id,name,day\n" + "".join(
    f"{number},u{number % 250},2024-01-{number % 28 + 1:02d}\n" for number in range(LONG)
)
LONG_GROWTH = {
    "rows": ("70000,u7,2024-02-29\n70001,u8,\n", True),
    "an integer is missing": (",u7,2024-02-29\n", True),
    "another word": ("70000,jan,2024-02-29\n", True),
    "no date": ("70000,u7,never\n", True),
    "a decimal": ("1.5,u7,2024-02-29\n", False),
    "more than there is room for": ("".join(f"{n},u,\n" for n in range(70_000, 90_000)), False),
}


@pytest.mark.parametrize(("more", "is_same_file"), LONG_GROWTH.values(), ids=LONG_GROWTH)
def test_a_long_table_grows_where_it_lies(
    workspace: Workspace, more: str, is_same_file: bool
) -> None:
    path = workspace.data / "t.csv"
    path.write_text(LONG_START)
    before = snapshot_tables(workspace, Schema())
    old = table_path(workspace, before.tables["t"])
    inode = old.stat().st_ino
    path.write_text(LONG_START + more)
    found = found_of(workspace, before)
    (new,) = (each for each in workspace.tables.iterdir() if each != old)
    assert (new.stat().st_ino == inode, old.exists()) == (is_same_file, not is_same_file)
    new.unlink()
    assert found == found_of(workspace, Schema())


def test_what_is_looked_at_aside_does_not_grow_the_cache(workspace: Workspace) -> None:
    path = workspace.data / "t.csv"
    path.write_text(LONG_START)
    before = snapshot_tables(workspace, Schema())
    old = table_path(workspace, before.tables["t"])
    whole = old.read_bytes()
    path.write_text(LONG_START + "70000,u7,\n")
    with aside(workspace) as other:
        assert snapshot_tables(other, before).tables["t"].rows == LONG + 1
    assert old.read_bytes() == whole
