"""New entries stand in checks.json in its owner's hand, and nothing else of it changes."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.checks_file import read_checks
from backend.store.checks_writing import (
    add_entries,
    appended,
    read_entry,
    replace_entry,
    replaced,
)

NEW = {"check_id": "N", "params": {"x": 1}}
SPACED = '[\r\n\t{\r\n\t\t"a": 1\r\n\t},\r\n\r\n\t{ "b": [\r\n2] }\r\n]\r\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", '[\n  {\n    "check_id": "N",\n    "params": {\n      "x": 1\n    }\n  }\n]'),
        ("[\n]\n", '[\n  {\n    "check_id": "N",\n    "params": {\n      "x": 1\n    }\n  }\n]\n'),
        ('[{"a": 1}]', '[{"a": 1}, {"check_id": "N", "params": {"x": 1}}]'),
        ('[\n {"a": 1}\n]', '[\n {"a": 1},\n {"check_id": "N", "params": {"x": 1}}\n]'),
        (
            '[\n    {\n        "a": "]"\n    }\n]\n',
            '[\n    {\n        "a": "]"\n    },\n    {\n        "check_id": "N",\n        '
            '"params": {\n            "x": 1\n        }\n    }\n]\n',
        ),
        (
            SPACED,
            SPACED[: SPACED.rindex("\r\n]")]
            + ',\r\n\r\n\t{"check_id": "N", "params": {"x": 1}}\r\n]\r\n',
        ),
    ],
    ids=["empty", "empty-lines", "one-line", "line-each", "indented", "mixed"],
)
def test_an_entry_is_added_in_the_hand_of_the_last(text: str, expected: str) -> None:
    found = appended(text, [NEW])

    assert found == expected
    assert json.loads(found) == [*json.loads(text), NEW]


def test_an_entry_is_replaced_and_no_other_character() -> None:
    found = replaced(SPACED, 0, {"é": "é"})

    assert found == SPACED.replace('"a": 1', '"é": "é"')


def check(check_id: str) -> dict[str, object]:
    return {
        "check_id": check_id,
        "check_name": "n",
        "target_table": "t",
        "calculation_hint": "h",
    }


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.checks_file.parent.mkdir()
    return made


def test_a_mark_of_the_encoding_stays(workspace: Workspace) -> None:
    workspace.checks_file.write_bytes(codecs.BOM_UTF8 + json.dumps([check("A")]).encode())

    add_entries(workspace, [check("B")])
    replace_entry(workspace, "A", check("A") | {"params": {"seed": 1}})

    assert workspace.checks_file.read_bytes().startswith(codecs.BOM_UTF8)
    assert [each.check_id for each in read_checks(workspace).checks] == ["A", "B"]
    assert read_entry(workspace, "A")["params"] == {"seed": 1}
    assert read_entry(workspace, "C") == {}


def test_a_file_that_is_not_there_is_made(workspace: Workspace) -> None:
    add_entries(workspace, [check("A")])

    assert [each.check_id for each in read_checks(workspace).checks] == ["A"]


@pytest.mark.parametrize(
    ("text", "entry", "code"),
    [
        ('[{"a": 1}', check("A"), "bad-checks-file"),
        ("{}", check("A"), "bad-checks-file"),
        (json.dumps([check("A")]), check("A"), "invalid-check"),
        ("[]", {"check_id": "A"}, "invalid-check"),
    ],
    ids=["torn", "no-list", "id-taken", "no-check"],
)
def test_what_would_not_read_is_refused_and_nothing_changes(
    workspace: Workspace, text: str, entry: dict[str, object], code: str
) -> None:
    workspace.checks_file.write_text(text)

    with pytest.raises(WorkspaceError) as told:
        add_entries(workspace, [entry])

    assert told.value.code == code
    assert workspace.checks_file.read_text() == text


def test_an_entry_that_is_not_there_is_not_replaced(workspace: Workspace) -> None:
    workspace.checks_file.write_text(json.dumps([check("A")]))

    with pytest.raises(WorkspaceError, match="no check 'B'"):
        replace_entry(workspace, "B", check("B"))
