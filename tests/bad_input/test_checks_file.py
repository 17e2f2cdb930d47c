"""A ``checks.json`` that is no list of checks: nothing is run, and the place is told."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_input.place import ABOUT_T, FIRST, LAST, BadPlace

WHOLE = json.dumps([FIRST, ABOUT_T, LAST])
CONTENTS: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "line 1, column 1 is not JSON: the file is empty."),
    "blanks": (" \n ", "line 2, column 2 is not JSON: the file is empty."),
    "cut inside a list": (WHOLE[:-1], "the text ends too early."),
    "cut inside a text": (WHOLE[:-5], "is not JSON: a text opens here and is never closed."),
    "null": ("null", "is not a list of checks"),
    "an object": ('{"checks": []}', "is not a list of checks"),
    "text": ('"checks"', "is not a list of checks"),
    "a number": ("5", "is not a list of checks"),
    "NaN": ("NaN", "is not a list of checks"),
    "a trailing comma": ('[\n{"a": 1},\n]', "line 3, column 1 is not JSON: a comma stands before"),
    "a comment": ('[ // mine\n{"a": 1}]', "line 1, column 3 is not JSON: JSON has no comments."),
    "a comment of Python": ("# mine\n[]", "line 1, column 1 is not JSON: JSON has no comments."),
    "single quotes": ("[{'a': 1}]", "line 1, column 3 is not JSON: JSON has double quotes alone."),
    "typographic quotes": ("[{“a”: 1}]", "line 1, column 3 is not JSON: “ is no quote of JSON"),
    "an unresolved merge": ("<<<<<<< HEAD\n[]", "it is a mark of an unresolved merge."),
    "two lists": ("[] []", "the list has ended, and more follows."),
    "a line for each": ("{}\n{}", "line 2, column 1 is not JSON: the list has ended"),
    "a raw line break": ('["a\nb"]', "a text holds a line break or another control character"),
    "NUL": ("[\0]", "line 1, column 2 is not JSON: U+0000 stands here"),
    "a hard blank": ("[{\u00a0}]", "column 3 is not JSON: U+00A0 stands here"),
    "True of Python": ('[{"enabled": True}]', "column 14 is not JSON: True is written true"),
    "None of Python": ('[{"owner": None}]', "column 12 is not JSON: None is written null"),
    "a web page": ("<html>", "column 1 is not JSON: it is the beginning of a web page"),
    "YAML": ("- check_id: A", "line 1, column 1 is not JSON"),
    "no comma": ("[{} {}]", "line 1, column 5 is not JSON: expecting ',' delimiter."),
    "UTF-16": (WHOLE.encode("utf-16"), "line 1 is not UTF-8. Save the file as UTF-8."),
    "UTF-32": (WHOLE.encode("utf-32"), "line 1 is not UTF-8"),
    "Latin-1": ('[\n"é"]'.encode("latin-1"), "line 2 is not UTF-8"),
    "binary": (bytes(range(256)), "line 2 is not UTF-8"),
    "too deep": ("[" * 100_000, "lists and objects are nested too deeply"),
}


@pytest.mark.parametrize(("content", "fact"), CONTENTS.values(), ids=CONTENTS)
def test_what_is_no_list_of_checks_is_told(
    place: BadPlace, content: str | bytes, fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place.checks_file.write_bytes(content.encode() if isinstance(content, str) else content)
    message = place.told_instead_of_a_run(capsys)
    assert message.startswith("checks/checks.json")
    assert fact in message


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(30 << 30)


STAND_INS: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: None, "is not there. Write it as a JSON list of checks."),
    "a folder": (Path.mkdir, "could not be read (it is no regular file)"),
    "a pipe": (os.mkfifo, "could not be read (it is no regular file)"),
    "an endless device": (
        lambda path: path.symlink_to("/dev/zero"),
        "could not be read (it is no regular file)",
    ),
    "a link to itself": (lambda path: path.symlink_to(path.name), "Too many levels"),
    "a link to nothing": (lambda path: path.symlink_to("nobody"), "is not there"),
    "30 GB": (sparse, "could not be read (it holds more than 256 MB)"),
}


@pytest.mark.parametrize(("put", "fact"), STAND_INS.values(), ids=STAND_INS)
def test_what_is_no_file_is_told_and_not_waited_for(
    place: BadPlace, put: Callable[[Path], object], fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place.checks_file.unlink()
    put(place.checks_file)
    message = place.told_instead_of_a_run(capsys)
    assert message.startswith("checks/checks.json")
    assert fact in message


@pytest.mark.parametrize(
    "content",
    [WHOLE.encode("utf-8-sig"), WHOLE.replace(", ", ",\r\n").encode(), WHOLE.encode() + b"\n\n"],
    ids=["a byte order mark", "CRLF", "blank lines below"],
)
def test_what_only_looks_odd_is_read(place: BadPlace, content: bytes) -> None:
    place.checks_file.write_bytes(content)
    (record,) = place.run()
    assert record.verdict == "PASS"
