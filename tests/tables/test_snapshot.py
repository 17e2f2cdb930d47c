"""The schema of a data folder: problems that cost one table, and files that are not read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.contracts.schema import ColumnType, Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

Put = Callable[[str, str | bytes], Path]
TableOf = Callable[..., TableSnapshot]
NEVER = "xxh3:" + "0" * 32


def snap(workspace: Workspace, remembered: Schema | None = None) -> Schema:
    return snapshot_tables(workspace, remembered or Schema())


def seen_later(schema: Schema) -> Schema:
    """The same, as if the stats had been taken ten seconds later."""
    tables = {
        name: each.model_copy(
            update={"stat": each.stat.model_copy(update={"seen_ns": each.stat.seen_ns + 10**10})}
        )
        for name, each in schema.tables.items()
    }
    return schema.model_copy(update={"tables": tables})


def test_a_snapshot_tells_what_was_read(table_of: TableOf) -> None:
    table = table_of("id;when\n1;05.01.2024\n2;\n".encode("utf-8-sig"), "My Events.csv")
    assert (table.table, table.file, table.sheet) == ("My Events", "My Events.csv", None)
    assert (table.rows, table.encoding, table.delimiter) == (2, "utf-8-sig", ";")
    assert table.content_hash.startswith("xxh3:")
    assert table.fingerprint != table.content_hash
    assert [column.type for column in table.columns] == [ColumnType.INTEGER, ColumnType.DATE]
    assert (table.columns[1].date_format, table.columns[1].missing) == ("%d.%m.%Y", 1)


def test_a_schema_survives_json(workspace: Workspace, put: Put) -> None:
    put("a.csv", "Größe,b\n1,x\n")
    put("bad.csv", "a,a\n")
    schema = snap(workspace)
    assert Schema.model_validate_json(schema.model_dump_json()) == schema


def test_a_bad_file_costs_only_its_table(workspace: Workspace, put: Put) -> None:
    put("good.csv", "a\n1\n")
    put("nul.csv", b"a\n\0\n")
    put("ragged.tsv", "a\tb\n1\n")
    put("empty.csv", "")
    put("book.xlsx", b"no workbook")
    schema = snap(workspace)
    assert list(schema.tables) == ["good"]
    assert {name: each.code for name, each in schema.problems.items()} == {
        "nul": "nul-byte",
        "ragged": "ragged-row",
        "empty": "empty-file",
        "book": "not-a-workbook",
    }
    assert schema.problems["ragged"] == TableProblem(
        table="ragged",
        file="ragged.tsv",
        code="ragged-row",
        message="ragged.tsv, line 2: 1 field where the header has 2. Complete the line.",
    )


def test_two_files_with_one_table_name(workspace: Workspace, put: Put) -> None:
    put("users.csv", "a\n1\n")
    put("users.tsv", "a\n2\n")
    put("other.csv", "a\n3\n")
    schema = snap(workspace)
    assert list(schema.tables) == ["other"]
    problem = schema.problems["users"]
    assert problem.code == "name-clash"
    assert problem.message.startswith("users.csv and users.tsv: each gives a table named 'users'.")
    put("users.tsv", "")
    assert snap(workspace, schema).problems["users"].code == "name-clash"
    (workspace.data / "users.tsv").unlink()
    assert list(snap(workspace, schema).tables) == ["other", "users"]


def test_a_sheet_clashes_with_a_file(
    workspace: Workspace, put: Put, book_of: Callable[..., Path]
) -> None:
    book_of({"A": [["x"], [1]], "B": [["y"], [2]]})
    put("book.A.csv", "x\n1\n")
    schema = seen_later(snap(workspace))
    assert (list(schema.tables), list(schema.problems)) == (["book.B"], ["book.A"])
    (workspace.data / "book.A.csv").unlink()
    assert list(snap(workspace, schema).tables) == ["book.A", "book.B"]


def test_an_unchanged_file_is_not_read(workspace: Workspace, put: Put) -> None:
    put("t.csv", "a\n1\n")
    schema = seen_later(snap(workspace))
    assert snap(workspace, schema) == schema


def test_a_file_seen_right_after_its_change_is_read(workspace: Workspace, put: Put) -> None:
    put("t.csv", "a\n1\n")
    schema = snap(workspace)
    again = snap(workspace, schema)
    assert again.tables["t"].stat.seen_ns > schema.tables["t"].stat.seen_ns
    assert again.tables["t"].fingerprint == schema.tables["t"].fingerprint


def test_a_rewrite_of_equal_size_and_time_is_seen(workspace: Workspace, put: Put) -> None:
    path = put("t.csv", "a\n1\n")
    schema = seen_later(snap(workspace))
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text("a\n2\n")
    os.utime(path, ns=times)
    after = snap(workspace, schema).tables["t"]
    assert read_frame(table_file(workspace, after))["a"].tolist() == [2]


def test_a_touched_file_keeps_its_table_and_cache(workspace: Workspace, put: Put) -> None:
    path = put("t.csv", "a\n1\n")
    schema = seen_later(snap(workspace))
    (cache,) = workspace.tables.iterdir()
    written = cache.stat().st_mtime_ns
    path.touch()
    after = snap(workspace, schema).tables["t"]
    before = schema.tables["t"]
    assert after.stat != before.stat
    assert after.model_copy(update={"stat": before.stat}) == before
    assert cache.stat().st_mtime_ns == written


def test_changed_content_is_read(workspace: Workspace, put: Put) -> None:
    put("t.csv", "a\n1\n")
    schema = seen_later(snap(workspace))
    put("t.csv", "a,b\n1,2\n")
    after = snap(workspace, schema).tables["t"]
    assert after.column_names == ("a", "b")
    assert after.fingerprint != schema.tables["t"].fingerprint


@pytest.mark.parametrize("ending", [".lines.arrow", ".arrow"])
def test_a_file_without_cache_is_read(workspace: Workspace, put: Put, ending: str) -> None:
    put("t.csv", 'a,b\n1,"x\ny"\n2,z\n')
    schema = seen_later(snap(workspace))
    for path in workspace.tables.glob(f"*{ending}"):
        path.unlink()
    assert snap(workspace, schema).tables["t"].rows == 2
    assert len(list(workspace.tables.iterdir())) == 2


def test_a_table_of_another_reader_is_read_again(workspace: Workspace, put: Put) -> None:
    put("t.csv", "a\n1\n")
    schema = seen_later(snap(workspace))
    table = schema.tables["t"]
    cache = workspace.tables / f"{table.fingerprint.removeprefix('xxh3:')}.arrow"
    cache.rename(workspace.tables / f"{NEVER.removeprefix('xxh3:')}.arrow")
    older = table.model_copy(update={"fingerprint": NEVER, "rows": 99})
    after = snap(workspace, schema.model_copy(update={"tables": {"t": older}}))
    assert after.tables["t"].rows == 1
    assert after.tables["t"].fingerprint == table.fingerprint


def test_a_problem_is_looked_at_again(workspace: Workspace, book_of: Callable[..., Path]) -> None:
    book_of({"A": [["x"], [1]], "B": [["y", "y"]]})
    schema = seen_later(snap(workspace))
    assert list(schema.problems) == ["book.B"]
    assert list(snap(workspace, schema).problems) == ["book.B"]


def test_a_removed_file_is_forgotten(workspace: Workspace, put: Put) -> None:
    put("t.csv", "a\n1\n").unlink()
    assert snap(workspace) == Schema()


def test_no_data_folder(tmp_path: Path) -> None:
    assert snap(Workspace(tmp_path)) == Schema()


def test_files_of_equal_content_share_a_cache(workspace: Workspace, put: Put) -> None:
    put("a.csv", "x\n1\n")
    put("b.csv", "x\n1\n")
    tables = snap(workspace).tables
    assert tables["a"].fingerprint == tables["b"].fingerprint
    assert len(list(workspace.tables.iterdir())) == 1


def test_tables_stand_in_the_order_of_their_files(workspace: Workspace, put: Put) -> None:
    for number, rows in enumerate((1, 50, 3)):  # the largest is read first
        put(f"{'bac'[number]}.csv", "x\n" + "1\n" * rows)
    assert [*snap(workspace).tables] == ["a", "b", "c"]
