"""A workspace with one bad thing in it, run with the checks beside it, and what it was told.

Every case has the same promise: one clear message, the checks beside it come to their verdict, and
nothing is left outside the workspace.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from backend.agent import main
from backend.contracts.verdict import RunRecord
from backend.records import BROKEN
from tests.tiny_workspace import TinyWorkspace, entry, state

FIRST = entry("FIRST", "user_id must be filled", "users")
LAST = entry("LAST", "price must be at least -3")
ABOUT_T = entry("T", "a must be filled", "t")
SHEET = "xl/worksheets/sheet1.xml"
LONGEST = 1_000


def is_clear(message: str, base: Path) -> bool:
    """One line of a bearable length, in a whole sentence, without a trace or a machine's path."""
    is_one = message.isprintable() and len(message) <= LONGEST and message.endswith((".", "?"))
    return is_one and "Traceback" not in message and str(base) not in message


class BadPlace:
    """Tables ``users`` and ``orders`` are good, ``t`` and what else there is are the test's."""

    def __init__(self, base: Path) -> None:
        self.base = base / "workspace"
        self.beside = base
        self.tiny = TinyWorkspace(self.base, FIRST, ABOUT_T, LAST)
        self.checks_file = self.tiny.workspace.checks_file
        self.data = self.tiny.workspace.data
        self.put("t.csv", "a,b\n1,2\n")

    def put(self, file: str, content: str | bytes) -> None:
        given = content.encode() if isinstance(content, str) else content
        (self.data / file).write_bytes(given)

    def take_away(self, file: str = "t.csv") -> None:
        (self.data / file).unlink()

    def run(self) -> list[RunRecord]:
        """The records beside FIRST and LAST, which pass whatever stands between them."""
        report = self.tiny.run()
        first, *others, last = report.records
        assert [(first.check_id, first.verdict), (last.check_id, last.verdict)] == [
            ("FIRST", "PASS"),
            ("LAST", "PASS"),
        ]
        broken = [record for record in others if record.verdict == "ERROR"]
        assert report.exit_code == BROKEN if broken else report.exit_code < BROKEN
        assert all(is_clear(record.reason, self.beside) for record in broken), broken
        assert all(record.code != "internal-error" for record in broken)
        assert {path.name for path in self.beside.iterdir()} == {"workspace"}
        return others

    def told_by_run(self) -> tuple[str, str]:
        """Code and reason of the one check between the others, which is in ERROR."""
        (record,) = self.run()
        assert record.verdict == "ERROR"
        return record.code, record.reason

    def told_instead_of_a_run(self, read: pytest.CaptureFixture[str]) -> str:
        """What the command line tells of a set-up in which nothing can be run."""
        before = state(self.base / "cached_mem")
        code = main(["run", "--offline", "--base-dir", str(self.base)])
        printed = read.readouterr()
        assert (code, printed.out) == (BROKEN, "")
        assert state(self.base / "cached_mem") == before
        message = printed.err.removeprefix("error: ").removesuffix("\n")
        assert is_clear(message, self.beside), message
        return message


def book_parts(*rows: list[object]) -> dict[str, bytes]:
    """The parts of a workbook with these rows on its one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], **options: Any) -> bytes:
    """The parts as the bytes of a workbook."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", **{"compression": zipfile.ZIP_DEFLATED, **options}) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return saved.getvalue()
