"""``sources.toml`` as somebody may have left it: one clear sentence, and other tables untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.schema import Schema, TableProblem
from backend.contracts.workspace import Workspace
from backend.tables.declared.sources_file import read_declared
from backend.tables.snapshot import snapshot_tables

SECTIONS = {
    "no place": ('query = "SELECT 1"', "t: it has to name one of postgresql, duckdb"),
    "two places": ('duckdb = "a"\nsqlite = "b"\nquery = "SELECT 1"', "it has to name one of"),
    "no query": ('duckdb = "a"', "a table of duckdb needs a query = 'SELECT …'."),
    "a blank query": ('sqlite = "a"\nquery = "  "', "a table of sqlite needs a query"),
    "a query over Parquet": ('parquet = "a"\nquery = "SELECT 1"', "takes no query."),
    "a name mistyped": ('duckdb = "a"\nquerry = "x"', "querry: there is no such setting. Did you"),
    "a name nobody knows": ('duckdb = "a"\ncolour = "x"', "colour: there is no such setting. Set"),
    "no rows at all": (
        'parquet = "a"\nmost_rows = 0',
        "most_rows: It should be greater than or equal to 1.",
    ),
    "time as text": ('parquet = "a"\nseconds = "long"', "seconds: It should be a valid number"),
    "key as text": ('parquet = "a"\nkey = "id"', 'key: It should be a list: ["…", "…"].'),
    "a place as a number": ("parquet = 7", "parquet: It should be a valid string."),
    "a password": (
        'postgresql = "postgresql://u:hunter2@h/d"\nquery = "SELECT 1"',
        "a password stands in the URL; put it into the environment, and ${NAME} here.",
    ),
    "a password as a parameter": (
        'postgresql = "postgresql://h/d?user=u&password=hunter2"\nquery = "SELECT 1"',
        "a password stands in the URL",
    ),
    "words and no URL": (
        'postgresql = "host=h password=hunter2"\nquery = "SELECT 1"',
        "write postgresql://user:${NAME}@host/database",
    ),
    "another service": (
        'postgresql = "mysql://u:hunter2@h/d"\nquery = "SELECT 1"',
        "write postgresql://user:${NAME}@host/database",
    ),
}


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "users.csv").write_text("a\n1\n")
    return Workspace(tmp_path)


@pytest.mark.parametrize(("section", "told"), SECTIONS.values(), ids=SECTIONS)
def test_a_section_that_is_wrong_costs_its_own_table(
    section: str, told: str, place: Workspace
) -> None:
    place.sources_file.write_text(f"[t]\n{section}\n")
    schema = snapshot_tables(place, Schema())

    assert [*schema.tables] == ["users"]
    (problem,) = schema.problems.values()
    assert (problem.table, problem.file, problem.code) == ("t", "sources.toml", "bad-source")
    assert told in problem.message
    assert problem.message.startswith("sources.toml, t: ")
    assert "hunter2" not in problem.message


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ('["a/b"]', "sources.toml, a/b: the name cannot be a table's."),
        ('["a\\u0007b"]', "sources.toml, a\\x07b: the name cannot be a table's."),
        ('[" "]', "the name cannot be a table's."),
        ("t = 1\n#", "sources.toml, t: it is a value where the section of a table is meant."),
    ],
    ids=["a slash", "a control", "a blank", "a value"],
)
def test_what_names_no_table_is_told(name: str, told: str, place: Workspace) -> None:
    place.sources_file.write_text(f'{name}\nparquet = "x"\n'.replace('#\nparquet = "x"', ""))
    (found,) = read_declared(place).values()

    assert isinstance(found, TableProblem)
    assert told in found.message


FILES = {
    "no TOML": (b"[t\n", "data/sources.toml is no TOML: "),
    "a section twice": (b"[t]\n[t]\n", "data/sources.toml is no TOML: "),
    "not UTF-8": (b"[caf\xe9]\n", "data/sources.toml is not UTF-8."),
    "binary": (bytes(range(256)), "data/sources.toml is not UTF-8."),
    "deep": (b"a = " + b"[" * 100_000, "data/sources.toml is no TOML: "),
    "too large": (b"#" * (2 << 20), "data/sources.toml holds more than 1 MB."),
}


@pytest.mark.parametrize(("content", "told"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_toml_stops_the_run(content: bytes, told: str, place: Workspace) -> None:
    place.sources_file.write_bytes(content)

    with pytest.raises(WorkspaceError) as caught:
        snapshot_tables(place, Schema())
    assert str(caught.value).startswith(told)
    assert caught.value.code == "bad-sources"


def test_a_folder_in_its_place_stops_the_run(place: Workspace) -> None:
    place.sources_file.mkdir()

    with pytest.raises(WorkspaceError, match="this is not a regular file"):
        read_declared(place)


def test_a_file_of_the_same_name_is_a_clash(place: Workspace) -> None:
    place.sources_file.write_text('[users]\nparquet = "x"\n')
    schema = snapshot_tables(place, Schema())

    assert schema.problems["users"].code == "name-clash"
    assert "sources.toml and users.csv: each gives a table" in schema.problems["users"].message
