"""Which files of the data folder are tables, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backend.contracts.errors import DataError
from backend.contracts.schema import TableProblem
from backend.tables.sources import Source, find_source, find_sources, read_content


def names(data: Path) -> list[str]:
    return [source.file for source in find_sources(data)]


def only_problem(data: Path) -> TableProblem:
    (found,) = find_sources(data)
    assert isinstance(found, TableProblem)
    return found


def test_tables_by_name(tmp_path: Path) -> None:
    for name in ("b.csv", "a.tsv", "C.XLSX", "order items-2.csv", "Größe.csv", "a.b.csv"):
        (tmp_path / name).touch()
    expected = ["C.XLSX", "Größe.csv", "a.b.csv", "a.tsv", "b.csv", "order items-2.csv"]
    assert names(tmp_path) == expected


@pytest.mark.parametrize(
    "name", ["~$book.xlsx", ".hidden.csv", ".csv", "notes.txt", "old.xls", "csv", "a.csv.bak"]
)
def test_what_is_no_table_is_ignored(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert names(tmp_path) == []


def test_folders_below_are_not_searched(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.csv").touch()
    assert names(tmp_path) == []


def test_no_data_folder_holds_no_tables(tmp_path: Path) -> None:
    assert find_sources(tmp_path / "data") == []


@pytest.mark.parametrize(
    "name",
    [b"a\nb.csv", b"a\x1b[0m.csv", b"a\\..\\b.csv", b"\xff.csv", b" .csv", "\u202ea.csv".encode()],
)
def test_odd_names_are_refused(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).touch()
    problem = only_problem(tmp_path)
    assert problem.code == "bad-name"
    assert TableProblem.model_validate_json(problem.model_dump_json()) == problem


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    data = tmp_path / "data"
    data.mkdir()
    (data / "t.csv").symlink_to("../secret.csv")
    assert (only_problem(data).code, only_problem(data).table) == ("outside-data", "t")


def test_a_link_inside_the_folder_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n1\n")
    (tmp_path / "b.csv").symlink_to("a.csv")
    assert read_content(find_source(tmp_path, "b.csv")).data == b"a\n1\n"


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.csv").write_text("a\n1\n")
    (tmp_path / "data").symlink_to("real")
    assert names(tmp_path / "data") == ["a.csv"]


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "nowhere.csv").symlink_to("gone.csv")
    (tmp_path / "round.csv").symlink_to("round.csv")
    found = find_sources(tmp_path)
    codes = {each.file: each.code for each in found if isinstance(each, TableProblem)}
    assert codes == dict.fromkeys(
        ["folder.csv", "pipe.csv", "nowhere.csv", "round.csv"], "unreadable-file"
    )


@pytest.mark.parametrize("file", ["../secret.csv", "gone.csv", "/etc/hostname", ""])
def test_no_other_file_is_found(tmp_path: Path, file: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "secret.csv").touch()
    with pytest.raises(DataError) as caught:
        find_source(data, file)
    assert caught.value.code == "unreadable-file"


def test_a_link_put_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "secret.csv").write_text("a\n1\n")
    path = tmp_path / "data" / "t.csv"
    path.touch()
    source = find_source(tmp_path / "data", "t.csv")
    path.unlink()
    path.symlink_to(tmp_path / "secret.csv")
    with pytest.raises(DataError) as caught:
        read_content(source)
    assert caught.value.code == "unreadable-file"


def test_stat_is_taken_with_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a\n1\n")
    content = read_content(Source("t.csv", path))
    found = path.stat()
    assert (content.stat.size, content.stat.inode) == (4, found.st_ino)
    assert content.stat.mtime_ns == found.st_mtime_ns
