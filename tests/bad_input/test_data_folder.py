"""What lies in the data folder and is no table: never opened, never waited for, always told."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_input.place import BadPlace, book_parts, packed


def listen(path: Path) -> None:
    """Leave a socket; its address may have no more than 108 bytes."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(path.name)
    finally:
        os.chdir(before)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"a,b\n1,2\n")
        file.truncate(1 << 43)


STAND_INS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a folder": (Path.mkdir, "unreadable-file", "this is not a regular file."),
    "a pipe": (os.mkfifo, "unreadable-file", "this is not a regular file."),
    "a socket": (listen, "unreadable-file", "this is not a regular file."),
    "a link to itself": (lambda path: path.symlink_to(path.name), "unreadable-file", "nowhere."),
    "a link to nothing": (lambda path: path.symlink_to("x"), "unreadable-file", "nowhere."),
    "a link out": (lambda path: path.symlink_to("/etc/passwd"), "outside-data", "leads out"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "outside-data", "leads out"),
    "8 TB": (sparse, "file-too-large", "t.csv: the file holds 8,388,608 MB"),
}


@pytest.mark.parametrize(("put", "code", "fact"), STAND_INS.values(), ids=STAND_INS)
def test_what_stands_in_place_of_a_file_is_told(
    place: BadPlace, put: Callable[[Path], object], code: str, fact: str
) -> None:
    place.take_away()
    put(place.data / "t.csv")
    told = place.told_by_run()
    assert told[0] == code
    assert told[1].startswith("T: t.csv: ")
    assert fact in told[1]


TWINS = {
    "a workbook": ("t.xlsx", packed(book_parts(["a"], [1]))),
    "tabs": ("t.tsv", b"a\n1\n"),
    "another ending": ("t.CSV", b"a\n1\n"),
    "one that cannot be read": ("t.tsv", b""),
}


@pytest.mark.parametrize(("file", "content"), TWINS.values(), ids=TWINS)
def test_two_files_for_one_table_are_none(place: BadPlace, file: str, content: bytes) -> None:
    place.put(file, content)
    code, reason = place.told_by_run()
    assert code == "name-clash"
    assert {"t.csv", file} <= set(reason.replace(":", "").split())


def test_names_that_differ_in_case_are_two_tables(place: BadPlace) -> None:
    place.put("T.csv", "a\n\n")
    (record,) = place.run()
    assert (record.verdict, record.tested) == ("PASS", 1)


@pytest.mark.parametrize("name", [b"t\n.csv", b"\xff.csv", b" .csv", b"...csv", b"a\x1bb.csv"])
def test_a_name_that_is_no_tables_harms_no_other(place: BadPlace, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(place.data) + b"/" + name)).write_text("a\n1\n")
    (record,) = place.run()
    assert record.verdict == "PASS"


def test_a_file_that_goes_away_costs_its_table(place: BadPlace) -> None:
    place.run()
    place.take_away()
    code, reason = place.told_by_run()
    assert (code, reason) == ("unknown-table", "T: data has no table 't'. Tables: orders, users.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_costs_its_table(place: BadPlace) -> None:
    (place.data / "t.csv").chmod(0)
    code, reason = place.told_by_run()
    assert code == "unreadable-file"
    assert "Permission denied" in reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_may_not_be_listed_stops_the_run(
    place: BadPlace, capsys: pytest.CaptureFixture[str]
) -> None:
    place.data.chmod(0)
    try:
        message = place.told_instead_of_a_run(capsys)
    finally:
        place.data.chmod(0o700)
    assert message.startswith("data: the folder of the tables cannot be listed (Permission denied)")


@pytest.mark.parametrize(
    "put",
    [lambda path: None, lambda path: path.write_text("a\n1\n"), lambda path: path.mkdir()],
    ids=["nothing", "a file", "an empty folder"],
)
def test_without_tables_every_check_says_so(place: BadPlace, put: Callable[[Path], object]) -> None:
    shutil.rmtree(place.data)
    put(place.data)
    report = place.tiny.run()
    assert report.exit_code == 3
    assert {record.code for record in report.records} == {"unknown-table"}
    assert all(record.reason.endswith("Tables: none.") for record in report.records)
