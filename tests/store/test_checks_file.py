"""What owners write: an entry's fault costs that entry, a file's fault stops the run."""

from __future__ import annotations

import json

import pytest

from backend.contracts.check import Severity
from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.checks_file import ChecksFile, read_checks

GOOD = {
    "check_id": "CHK-1",
    "check_name": "Prices",
    "target_table": "orders, users",
    "calculation_hint": "price must be at most 10",
}


def _read(workspace: Workspace, content: str | bytes | list[object]) -> ChecksFile:
    text = json.dumps(content) if isinstance(content, list) else content
    workspace.checks_file.parent.mkdir(exist_ok=True)
    workspace.checks_file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_checks(workspace)


def test_entries_are_read_in_order(workspace: Workspace) -> None:
    other = GOOD | {"check_id": "CHK-2", "target_table": ["orders"], "severity": "high"}
    read = _read(workspace, [GOOD, other])
    assert [check.check_id for check in read.checks] == ["CHK-1", "CHK-2"]
    assert read.checks[0].target_table == ("orders", "users")
    assert read.checks[1].severity is Severity.HIGH
    assert read.invalid == ()


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("", "line 1, column 1 is not JSON"),
        ('[{"check_id": "A"},\n  ?]', "line 2, column 3 is not JSON"),
        ("[1, 2", "line 1, column 6 is not JSON"),
        ("{}", "is not a list of checks"),
        ("NaN", "is not a list of checks"),
        ("null", "is not a list of checks"),
        (b'[\n"\xff"]', "line 2 is not UTF-8"),
        ("[]".encode("utf-16"), "line 1 is not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
    ],
    ids=[
        "empty", "a stray sign", "cut short", "object", "no value", "null",
        "Latin-1", "UTF-16", "deep",
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_stops_the_run(
    workspace: Workspace, content: str | bytes, fact: str
) -> None:
    with pytest.raises(WorkspaceError, match=fact) as caught:
        _read(workspace, content)
    assert str(caught.value).startswith("checks/checks.json")
    assert caught.value.code == "bad-checks-file"
    assert list(workspace.memory.iterdir()) == []


def test_a_file_that_is_not_there_stops_the_run(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match=r"checks/checks\.json is not there"):
        read_checks(workspace)


def test_a_byte_order_mark_is_tolerated(workspace: Workspace) -> None:
    text = json.dumps([GOOD]).encode("utf-8-sig")
    assert len(_read(workspace, text).checks) == 1


INVALID = {
    "no id": ({"check_id": None}, "check_id", "null is no value here"),
    "a number as id": ({"check_id": 7}, "check_id", "7 is not text"),
    "separator in id": ({"check_id": "a::b"}, "check_id", "'::' separates"),
    "path as id": ({"check_id": "../x"}, "check_id", "cannot name a folder"),
    "dots as id": ({"check_id": ".."}, "check_id", "cannot name a folder"),
    "long id": ({"check_id": "x" * 101}, "check_id", "cannot name a folder"),
    "blank name": ({"check_name": " "}, "check_name", "It is empty"),
    "empty sentence": ({"calculation_hint": ""}, "calculation_hint", "It is empty"),
    "blank sentence": ({"calculation_hint": "\n"}, "calculation_hint", "It is empty"),
    "no table": ({"target_table": " , "}, "target_table", "It is empty"),
    "a number as table": ({"target_table": 5}, "target_table", "5 is not a list"),
    "severity": ({"severity": "urgent"}, "severity", "'urgent' is none of 'low', 'medium'"),
    "stage": ({"stage": "ruel"}, "stage", "'ruel' is none of 'rule', 'eda', 'prep', 'train'"),
    "enabled": ({"enabled": "perhaps"}, "enabled", "'perhaps' is not true or false"),
    "tags": ({"tags": [5]}, "tags", "5 is not text"),
    "params": ({"params": [1]}, "params", "[1] is not an object"),
    "param's value": ({"params": {"a": [1]}}, "params", "params.a: [1] is not text, a number"),
    "param's name": ({"params": {"Max": 1}}, "params", "'Max' is not a parameter name"),
    "threshold": ({"fail_if": "lots"}, "fail_if", "'lots' is not a threshold"),
    "examples": ({"examples": {"flagged": 5}}, "examples", "5 is not a list"),
    "a field of examples": ({"examples": {"flaged": []}}, "examples", "Did you mean 'flagged'?"),
    "unknown and null": ({"sevrity": None}, "sevrity", "null is no value here"),
    "unknown": ({"sevrity": "low"}, "sevrity", "Did you mean 'severity'? Fields: check_id"),
    "far from all": ({"zzz": 1}, "zzz", "There is no such field. Fields: check_id"),
    "null": ({"owner": None}, "owner", "null is no value here"),
}


@pytest.mark.parametrize(("change", "field", "fact"), INVALID.values(), ids=INVALID)
def test_an_invalid_entry_costs_itself_only(
    workspace: Workspace, change: dict[str, object], field: str, fact: str
) -> None:
    read = _read(workspace, [GOOD | {"check_id": "B"}, GOOD | change, GOOD | {"check_id": "C"}])
    assert [check.check_id for check in read.checks] == ["B", "C"]
    (invalid,) = read.invalid
    assert (invalid.position, invalid.field) == (1, field)
    assert invalid.message.startswith("checks.json, entry 2")
    assert fact in invalid.message
    assert "pydantic" not in invalid.message


def test_an_invalid_entry_tells_who_it_is(workspace: Workspace) -> None:
    (invalid,) = _read(workspace, [GOOD | {"owner": "ann@x.org", "enabled": []}]).invalid
    assert (invalid.check_id, invalid.check_name) == ("CHK-1", "Prices")
    assert invalid.owner == "ann@x.org"
    assert invalid.message == "checks.json, entry 1 (CHK-1): enabled: [] is not true or false."


def test_every_fault_of_an_entry_is_told_at_once(workspace: Workspace) -> None:
    (invalid,) = _read(workspace, [GOOD | {"severity": 1, "tags": 2}]).invalid
    assert "severity:" in invalid.message
    assert "tags:" in invalid.message


@pytest.mark.parametrize("entry", [5, "text", None, [], [GOOD]], ids=repr)
def test_an_entry_that_is_no_object_is_invalid(workspace: Workspace, entry: object) -> None:
    read = _read(workspace, [entry, GOOD])
    assert [check.check_id for check in read.checks] == ["CHK-1"]
    assert "It is not an object" in read.invalid[0].message


FAULTS = {
    "NaN": ('"params": {"limit": NaN}', "params", "NaN is not a value of JSON"),
    "minus infinity": ('"params": {"a": -Infinity}', "params", "-Infinity is not a value"),
    "beyond a float": ('"params": {"a": 1e999}', "params", "1e999 is beyond"),
    "too many digits": (f'"params": {{"a": {"9" * 5000}}}', "params", "too many digits"),
    "a field twice": ('"owner": "a", "owner": "b"', "owner", "'owner' is given twice"),
    "a param twice": ('"params": {"a": 1, "a": 2}', "params", "'a' is given twice"),
    "half a character": (r'"owner": "\ud800"', "owner", "holds half a character"),
    "half a name": (r'"\udc00": 1', "", "holds half a character"),
}


@pytest.mark.parametrize(("text", "field", "fact"), FAULTS.values(), ids=FAULTS)
def test_what_other_readers_of_json_refuse_is_invalid(
    workspace: Workspace, text: str, field: str, fact: str
) -> None:
    entry = json.dumps(GOOD)[:-1] + f", {text}}}"
    read = _read(workspace, f"[{entry}, {json.dumps(GOOD | {'check_id': 'B'})}]")
    assert [check.check_id for check in read.checks] == ["B"]
    (invalid,) = read.invalid
    assert (invalid.field, invalid.check_id) == (field, "CHK-1")
    assert fact in invalid.message


def test_of_entries_with_one_id_the_first_stands(workspace: Workspace) -> None:
    read = _read(workspace, [GOOD, GOOD | {"check_name": "Other"}, GOOD])
    assert [check.check_name for check in read.checks] == ["Prices"]
    assert [invalid.position for invalid in read.invalid] == [1, 2]
    assert "'CHK-1' is the id of entry 1 too" in read.invalid[0].message


def test_an_invalid_entry_does_not_take_the_id_from_a_good_one(workspace: Workspace) -> None:
    read = _read(workspace, [GOOD | {"severity": "?"}, GOOD])
    assert len(read.checks) == 1


def test_keys_of_workflows_are_unique(workspace: Workspace) -> None:
    first = GOOD | {"check_id": "a:", "check_name": "b"}
    read = _read(workspace, [first, GOOD | {"check_id": "a", "check_name": ":b"}])
    assert [check.key for check in read.checks] == ["a:::b"]
    assert "read like those of entry 1" in read.invalid[0].message


def _hash(workspace: Workspace, *entries: object) -> str:
    return _read(workspace, list(entries)).checks_hash


@pytest.mark.parametrize(
    "same",
    [
        json.dumps([GOOD], indent=4),
        json.dumps([dict(reversed(GOOD.items()))]),
        json.dumps([GOOD | {"target_table": ["orders", "users"]}]),
        json.dumps([GOOD | {"enabled": True}]),
    ],
    ids=["spacing", "order of fields", "a list", "a default written out"],
)
def test_the_hash_does_not_depend_on_the_spelling(workspace: Workspace, same: str) -> None:
    assert _read(workspace, same).checks_hash == _hash(workspace, GOOD)


@pytest.mark.parametrize(
    "other",
    [[], [GOOD, 5], [GOOD | {"owner": "x"}], [GOOD | {"severity": "?"}]],
    ids=["nothing", "one more that is invalid", "owner", "invalid"],
)
def test_the_hash_tells_contents_apart(workspace: Workspace, other: list[object]) -> None:
    assert _hash(workspace, *other) != _hash(workspace, GOOD)
    assert _hash(workspace, GOOD).startswith("xxh3:")
