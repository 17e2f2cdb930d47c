"""A file is as it was or as it should be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.store.atomic import free_name, replacing, set_aside, sweep, write_atomic


@pytest.mark.parametrize(
    ("data", "content"), [("é\r\n", b"\xc3\xa9\r\n"), (b"\0\xff", b"\0\xff")], ids=["text", "bytes"]
)
def test_content_is_written_as_it_stands(tmp_path: Path, data: str | bytes, content: bytes) -> None:
    path = tmp_path / "new" / "folder" / "file"
    write_atomic(path, data)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_an_error_inside_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomic(path, "before")
    with pytest.raises(KeyError), replacing(path) as stream:
        stream.write(b"half")
        raise KeyError
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomic(path, "before")
    path.chmod(0o640)
    write_atomic(path, "after")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    path = tmp_path / "folder" / "file"
    path.parent.mkdir()
    path.symlink_to(outside)
    write_atomic(path, "ours")
    assert outside.read_text() == "theirs"
    assert path.read_text() == "ours"
    assert not path.is_symlink()


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(WorkspaceError, match="could not be written") as caught:
        write_atomic(tmp_path / "file", "x")
    assert caught.value.code == "cannot-write"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_that_refuses_is_told(
    tmp_path: Path, small_files: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "file"
    write_atomic(path, "before")
    with small_files(1000), pytest.raises(WorkspaceError, match="File too large") as caught:
        write_atomic(path, "x" * 1001)
    assert caught.value.code == "cannot-write"
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_sweep_takes_unfinished_files_and_nothing_else(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for path in (tmp_path / ".new-1.tmp", deep / ".new-2.tmp"):
        path.write_text("half")
    kept = [tmp_path / "workflows.json", deep / "notes.tmp", deep / ".new-folder.tmp"]
    kept[0].touch()
    kept[1].touch()
    kept[2].mkdir()
    assert sweep(tmp_path) == 2
    assert all(path.exists() for path in kept)
    assert sweep(tmp_path) == 0


def test_files_are_set_aside_under_the_next_free_number(tmp_path: Path) -> None:
    names = []
    for content in ("one", "two"):
        (tmp_path / "log").write_text(content)
        names.append(set_aside(tmp_path / "log", "damaged").name)
    assert names == ["log.damaged-1", "log.damaged-2"]
    assert (tmp_path / "log.damaged-2").read_text() == "two"
    assert free_name(tmp_path / "log", "torn").name == "log.torn-1"


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for number in range(5):
        write_atomic(tmp_path / str(number), "x")
    assert len(list(Path("/proc/self/fd").iterdir())) == before
