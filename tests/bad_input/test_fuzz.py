"""Input that no person thought of: a reader gives what there is, or one error of its own.

``tools/fuzz_readers.py`` goes on where these bounded searches end.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.contracts.errors import WorkspaceError
from backend.contracts.schema import TableProblem
from backend.contracts.workspace import Workspace
from backend.store.checks_file import read_checks
from backend.store.settings_file import read_settings
from backend.tables.declared.sources_file import read_declared
from backend.tables.reading import read_tables
from tests.bad_input.place import ABOUT_T, LONGEST, SHEET, book_parts, packed

QUICK = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = [b"a", b"b,", b",", b";", b"\t", b'"', b'""', b"\n", b"\r", b"\r\n", b"\0", b"\xff\xfe"]
PIECES += [b"\xef\xbb\xbf", b"\xe9", "é".encode(), b"1", b"-1.5e9", b"2024-02-30", b" ", b"\xd8"]
PARTS = book_parts(["a", "b", "c"], [1, "x", 2.5], [2, "#REF!", True], [3, " ", 10**20])
PLACES = [*PARTS, *[SHEET] * 8, *["xl/workbook.xml", "xl/_rels/workbook.xml.rels"] * 3]
NUMBERS = [b"0", b"-1", b"16385", b"1048577", b"4294967295", b"9" * 30, b"1e308", b"NaN", b""]
LETTERS = st.one_of(st.sampled_from(["\ud800", "\0", "::", "/", "entry 2", "NaN"]), st.text())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | LETTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=6,
)
FIELDS = [*ABOUT_T, "severity", "enabled", "owner", "tags", "stage", "params", "warn_if", "fail_if"]
FIELDS += ["allow_empty", "examples", "depends_on", "session", "target", "unknown"]


def read_or_refuse(content: bytes, file: str) -> None:
    """Every table that comes of a file is whole, or stands there as a problem that is told."""
    for found in read_tables(content, file=file):
        if isinstance(found, TableProblem):
            assert found.message.startswith(file)
            assert found.message.endswith(".")
            assert len(found.message) <= LONGEST
        else:
            assert all(len(column.cells) == found.rows for column in found.columns)
            assert found.lines is None or len(found.lines) == found.rows


@QUICK
@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(PIECES)).map(b"".join)))
def test_any_bytes_are_a_csv_or_are_refused(content: bytes) -> None:
    read_or_refuse(content, "t.csv")
    read_or_refuse(content, "t.xlsx")


@st.composite
def damaged_parts(draw: st.DrawFn) -> bytes:
    """A workbook with some bytes of one part replaced, removed or said again."""
    name = draw(st.sampled_from(PLACES))
    content = PARTS[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        cut = draw(st.integers(0, 30))
        put = draw(st.one_of(st.sampled_from(NUMBERS), st.binary(max_size=4), st.just(content[:9])))
        content = content[:at] + put + content[at + cut :]
    return packed({**PARTS, name: content}, compression=zipfile.ZIP_STORED)


@QUICK
@given(damaged_parts())
def test_any_damage_inside_a_workbook_is_told_or_harmless(content: bytes) -> None:
    read_or_refuse(content, "t.xlsx")


@QUICK
@given(st.data())
def test_any_damage_to_the_bytes_of_a_workbook_is_told_or_harmless(data: st.DataObject) -> None:
    content = bytearray(packed(PARTS))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(content), "t.xlsx")


@QUICK
@given(st.sampled_from([*PARTS]), st.integers(0, 3_000))
def test_a_part_that_breaks_off_is_told_or_harmless(name: str, size: int) -> None:
    read_or_refuse(packed({**PARTS, name: PARTS[name][:size]}), "t.xlsx")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "checks").mkdir()
    return Workspace(tmp_path)


@QUICK
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4), max_size=4))
def test_any_entries_are_checks_or_are_told(
    workspace: Workspace, changes: list[dict[str, object]]
) -> None:
    entries = [ABOUT_T | change for change in changes]
    workspace.checks_file.write_text(json.dumps(entries))
    read = read_checks(workspace)
    assert len(read.checks) + len(read.invalid) == len(entries)
    for number, entry in enumerate(read.invalid):
        assert entry.message.startswith(f"checks.json, entry {entry.position + 1}")
        assert number == 0 or entry.position > read.invalid[number - 1].position
    ids = [check.check_id.casefold() for check in read.checks]
    ids += [entry.check_id.casefold() for entry in read.invalid if entry.check_id]
    assert len(set(ids)) == len(ids)


@QUICK
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode())))
def test_any_bytes_are_checks_or_stop_the_run(workspace: Workspace, content: bytes) -> None:
    workspace.checks_file.write_bytes(content)
    try:
        read_checks(workspace)
    except WorkspaceError as error:
        assert error.code == "bad-checks-file"


TOML = ["[sandbox]\n", "[", "]", "=", "files", "\n", "'", '"""', "inf", "1979-05-27", "{", ".", "9"]


@QUICK
@given(st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(TOML)).map("".join)))
def test_any_bytes_are_settings_or_stop_the_run(workspace: Workspace, content: bytes | str) -> None:
    written = content.encode() if isinstance(content, str) else content
    workspace.settings_file.write_bytes(written)
    try:
        read_settings(workspace)
    except WorkspaceError as error:
        assert error.code == "bad-settings"


SOURCES = ["[t]\n", "[t", "]", "=", "duckdb", "query", "postgresql", "\n", "'a'", "key", "seconds"]
SOURCES += ["'postgresql://u:${P}@h'", "'postgresql://u:p@h:x/d'", "'${'", "[['a']]", "inf", "'['"]


@QUICK
@given(st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(SOURCES)).map("".join)))
def test_any_bytes_are_sources_or_stop_the_run(workspace: Workspace, content: bytes | str) -> None:
    written = content.encode() if isinstance(content, str) else content
    workspace.sources_file.parent.mkdir(exist_ok=True)
    workspace.sources_file.write_bytes(written)
    try:
        found = read_declared(workspace)
    except WorkspaceError as error:
        assert error.code == "bad-sources"
        return
    for name, each in found.items():
        if isinstance(each, TableProblem):
            assert each.message.startswith("sources.toml, ")
            assert each.message.endswith(".")
        else:
            assert each.place, name


def test_a_workbook_of_any_archive_is_told_or_harmless() -> None:
    """The headers of an archive, each byte of them changed once."""
    whole = packed({"a": b"x" * 9}, compression=zipfile.ZIP_STORED)
    assert zipfile.ZipFile(io.BytesIO(whole)).namelist() == ["a"]
    for at in range(len(whole)):
        read_or_refuse(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], "t.xlsx")
