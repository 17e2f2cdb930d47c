"""Entries of ``checks.json`` that are no checks: each costs itself, and says so in one message."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.bad_input.place import ABOUT_T, FIRST, LAST, BadPlace

DEEP = 500


def about(**fields: Any) -> dict[str, Any]:
    return ABOUT_T | fields


FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "id: a path": ({"check_id": "../../x"}, "cannot name a folder"),
    "id: a path of Windows": ({"check_id": "..\\x"}, "cannot name a folder"),
    "id: an absolute path": ({"check_id": "/etc/x"}, "cannot name a folder"),
    "id: a dot": ({"check_id": "."}, "cannot name a folder"),
    "id: hidden": ({"check_id": ".x"}, "cannot name a folder"),
    "id: 300 letters": ({"check_id": "x" * 300}, "cannot name a folder"),
    "id: 30 emoji": ({"check_id": "🙂" * 30}, "cannot name a folder"),
    "id: NUL": ({"check_id": "a\0b"}, "cannot name a folder"),
    "id: a line break": ({"check_id": "a\nb"}, "cannot name a folder"),
    "id: an escape": ({"check_id": "a\x1b[31mb"}, "cannot name a folder"),
    "id: right to left": ({"check_id": "a\u202eb"}, "cannot name a folder"),
    "id: no width": ({"check_id": "T\u200b"}, "cannot name a folder"),
    "id: C1": ({"check_id": "a\x85b"}, "cannot name a folder"),
    "id: a line separator": ({"check_id": "a\u2028b"}, "cannot name a folder"),
    "id: blanks around": ({"check_id": " T "}, "cannot name a folder"),
    "id: a hard blank": ({"check_id": "T\xa0"}, "cannot name a folder"),
    "id: of a nameless entry": ({"check_id": "entry 3"}, "what an entry without an id is called"),
    "id: taken": ({"check_id": "FIRST"}, "'FIRST' is the id of entry 1 too"),
    "id: taken in other case": ({"check_id": "first"}, "'first' is the id of entry 1 too"),
    "id: two parts": ({"check_id": "a::b"}, "'::' separates"),
    "id: a number": ({"check_id": 7}, "7 is not text"),
    "id: a list": ({"check_id": ["T"]}, "['T'] is not text"),
    "id: true": ({"check_id": True}, "True is not text"),
    "name: blank": ({"check_name": " \t"}, "check_name: It is empty"),
    "name: endless": ({"check_name": "x" * 1_000_000}, "It has 1,000,000 characters"),
    "sentence: 5 MB": ({"calculation_hint": "a is filled " * 400_000}, "4,799,999 characters"),
    "sentence: a list": ({"calculation_hint": ["a"]}, "calculation_hint: ['a'] is not text"),
    "owner: endless": ({"owner": "x" * 100_000}, "It has 100,000 characters"),
    "table: nested lists": ({"target_table": [["t"]]}, "target_table.0: ['t'] is not text"),
    "table: an object": ({"target_table": {"t": 1}}, "is not a list"),
    "severity: another case": ({"severity": "HIGH"}, "'HIGH' is none of"),
    "severity: a number": ({"severity": 1}, "1 is none of"),
    "enabled: 2": ({"enabled": 2}, "2 is not true or false"),
    "allow_empty: perhaps": ({"allow_empty": "perhaps"}, "'perhaps' is not true or false"),
    "tags: an object": ({"tags": {"a": 1}}, "tags: {'a': 1} is not a list"),
    "params: text": ({"params": "a=1"}, "params: 'a=1' is not an object"),
    "params: no name": ({"params": {"": 1}}, "'' is not a parameter name"),
    "params: a word of Python": ({"params": {"class": 1}}, "'class' is not a parameter name"),
    "params: underscores": ({"params": {"__class__": 1}}, "is not a parameter name"),
    "params: null": ({"params": {"a": None}}, "params.a: null is no value here"),
    "params: an object": ({"params": {"a": {"b": 1}}}, "params.a: {'b': 1} is not text"),
    "threshold: a number": ({"fail_if": 5}, "fail_if: 5 is not text"),
    "threshold: negative": ({"fail_if": "> -1"}, "'> -1' is not a threshold"),
    "threshold: no number": ({"warn_if": "> nan"}, "'> nan' is not a threshold"),
    "threshold: 400 digits": ({"fail_if": "> " + "9" * 400}, "is not a threshold"),
    "depends_on: a number": ({"depends_on": 5}, "depends_on: 5 is not a list"),
    "examples: a list": ({"examples": [1]}, "examples: [1] is not an object"),
    "examples: a cell": ({"examples": {"flagged": [{"a": [1]}]}}, "[1] is not text, a number"),
    "session: a number": ({"session": 5}, "session: 5 is not text"),
    "target: an object": ({"target": {}}, "target: {} is not text"),
    "stage: unknown": ({"stage": "ruel"}, "'ruel' is none of"),
    "all null": (dict.fromkeys(ABOUT_T), "check_id: null is no value here"),
}


@pytest.mark.parametrize(("fields", "fact"), FIELDS.values(), ids=FIELDS)
def test_a_bad_field_costs_its_entry(place: BadPlace, fields: dict[str, Any], fact: str) -> None:
    place.tiny.write_checks(FIRST, about(**fields), LAST)
    code, reason = place.told_by_run()
    assert code == "invalid-check"
    assert reason.startswith("checks.json, entry 2")
    assert fact in reason


ENTRIES = {
    "null": ("null", "It is not an object"),
    "a list": ("[]", "It is not an object"),
    "text": ('"T"', "It is not an object"),
    "a number": ("1e5", "It is not an object"),
    "nothing in it": ("{}", "check_id: The field is missing"),
    "a field twice": (json.dumps(ABOUT_T)[:-1] + ',"owner":"a","owner":"b"}', "is given twice"),
    "NaN": (json.dumps(about(params={"a": float("nan")})), "NaN is not a value of JSON"),
    "Infinity": (json.dumps(about(fail_if=float("inf"))), "Infinity is not a value of JSON"),
    "1e999": (json.dumps(about(params={"a": 7})).replace("7", "1e999"), "1e999 is beyond"),
    "5,000 digits": (
        json.dumps(about(params={"a": 7})).replace("7", "9" * 5_000),
        "has too many digits",
    ),
    "half a character": (json.dumps(about(owner="\ud800")), "holds half a character"),
    "half a character as id": (json.dumps(about(check_id="\udc00")), "holds half a character"),
    "a deep parameter": (
        json.dumps(about(params={"a": 7})).replace("7", "[" * DEEP + "]" * DEEP),
        "is not text, a number",
    ),
    "a deep example": (
        json.dumps(about(examples=7)).replace("7", '{"a":' * DEEP + "1" + "}" * DEEP),
        "There is no such field",
    ),
    "a deep entry": ("[" * DEEP + "]" * DEEP, "It is not an object"),
}


@pytest.mark.parametrize(("text", "fact"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_that_is_none_costs_itself(place: BadPlace, text: str, fact: str) -> None:
    place.checks_file.write_text(f"[{json.dumps(FIRST)}, {text}, {json.dumps(LAST)}]")
    code, reason = place.told_by_run()
    assert code == "invalid-check"
    assert reason.startswith("checks.json, entry 2")
    assert fact in reason


def test_an_id_given_twice_leaves_the_first_check_its_verdict_and_its_record(
    place: BadPlace,
) -> None:
    again = FIRST | {"check_name": "again", "owner": "ann@example.org"}
    place.tiny.write_checks(FIRST, again, LAST | {"depends_on": "FIRST"})
    (record,) = place.run()
    assert (record.check_id, record.owner) == ("entry 2", "ann@example.org")
    rollup = place.tiny.workspace.rollup_file.read_text().splitlines()
    assert [line.split(",")[0] for line in rollup[1:]] == ["FIRST", "entry 2", "LAST"]
    assert ",PASS," in rollup[1]


def test_bad_entries_without_number_cost_themselves(place: BadPlace) -> None:
    place.tiny.write_checks(FIRST, *[{"check_id": n % 7} for n in range(300)], LAST)
    records = place.run()
    assert len({record.check_id for record in records}) == 300


WAITING = {
    "for itself": ([about(depends_on="T")], ["circular-dependency"]),
    "in a circle": (
        [about(check_id="A", depends_on="B"), about(check_id="B", depends_on="A")],
        ["circular-dependency"] * 2,
    ),
    "for nobody": ([about(depends_on="NOBODY")], ["unknown-dependency"]),
    "for one that is no check": (
        [about(check_id="A", severity="?"), about(check_id="B", depends_on="A")],
        ["invalid-check", "waiting"],
    ),
}


@pytest.mark.parametrize(("entries", "codes"), WAITING.values(), ids=WAITING)
def test_waiting_in_vain_costs_who_waits(
    place: BadPlace, entries: list[dict[str, Any]], codes: list[str]
) -> None:
    place.tiny.write_checks(FIRST, *entries, LAST)
    assert [record.code for record in place.run()] == codes


def test_a_chain_of_any_length_is_walked_to_its_end(place: BadPlace) -> None:
    chain = [about(check_id=f"C{n}", depends_on=f"C{n + 1}", enabled=False) for n in range(1_500)]
    place.tiny.write_checks(FIRST, *chain, about(check_id="C1500", enabled=False), LAST)
    assert {record.code for record in place.run()} == {"disabled"}


TABLES = {
    "unknown": ("nobody", "data has no table 'nobody'"),
    "a path": ("../t", "data has no table '../t'"),
    "a file": ("t.csv", "data has no table 't.csv'"),
    "another case": ("T", "Did you mean 't'?"),
    "no name": ([""], "data has no table ''"),
    "a thousand": ([f"t{n}" for n in range(1_000)], "data has no table 't0'"),
    "a control character": ("t\0", "data has no table 't\\x00'"),
}


@pytest.mark.parametrize(("tables", "fact"), TABLES.values(), ids=TABLES)
def test_a_table_that_is_not_there_costs_its_check(
    place: BadPlace, tables: object, fact: str
) -> None:
    place.tiny.write_checks(FIRST, about(target_table=tables), LAST)
    code, reason = place.told_by_run()
    assert code == "unknown-table"
    assert fact in reason
