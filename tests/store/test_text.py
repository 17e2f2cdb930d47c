"""The same value gives the same bytes, and other readers read it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from backend.contracts.kept import KeptVerdict
from backend.contracts.verdict import RunRecord, Verdict
from backend.store.text import canonical_json, csv_text, json_line, json_text, quick_line, to_bytes


def test_json_for_people_keeps_the_order_and_the_letters() -> None:
    assert json_text({"b": 1, "a": "é"}) == '{\n  "b": 1,\n  "a": "é"\n}\n'


def test_canonical_json_does_not_depend_on_the_order() -> None:
    assert canonical_json({"b": 1, "a": [2]}) == canonical_json({"a": [2], "b": 1})
    assert canonical_json({"b": 1, "a": [2]}) == b'{"a":[2],"b":1}'


def test_a_log_line_is_one_line() -> None:
    line = json_line({"text": "one\ntwo\r\u2028three"})
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert json.loads(line) == {"text": "one\ntwo\r\u2028three"}


def _record(**told: Any) -> RunRecord:
    told = {"run_id": "", "summary": "", "tested": 0, "flagged": 0, "started_at": ""} | told
    return RunRecord(check_id="", check_name="", verdict=Verdict.PASS, as_of="", **told)


ODD: list[object] = [
    *("one\ntwo\r\u2028three", "half \ud800 a character", "NaN", "Infinity", "\x7f\x00", '"\\'),
    *(None, True, 0, -1, 2**70, 0.1, 1e-7, 1e22, [], {}, [[1]], {"b": 1, "a": {"é": None}}),
]


@pytest.mark.parametrize("value", ODD, ids=ascii)
def test_a_quick_line_is_read_as_the_other(value: object) -> None:
    line = quick_line({"value": value})
    assert json.loads(line) == json.loads(json_line({"value": value}))
    assert line.index("\n") == len(line) - 1


@pytest.mark.parametrize("text", [each for each in ODD if isinstance(each, str)], ids=ascii)
def test_a_model_is_spelled_as_what_it_holds(text: str) -> None:
    model = _record(summary=text, seconds=1e-7)
    held = model.model_dump(mode="json")
    assert quick_line(model) == quick_line(held)
    assert json_text({"of": [model], "and": (model,)}) == json_text({"of": [held], "and": [held]})


def test_a_model_that_is_no_json_is_refused() -> None:
    model = _record(seconds=0.5).model_copy(update={"seconds": float("nan")})
    for value in (model, {"in": [model]}, KeptVerdict(entry="", conditions="", record=model)):
        for write in (json_text, quick_line):
            with pytest.raises(ValueError, match="not JSON compliant"):
                write(value)


def test_a_line_that_is_chained_is_spelled_as_ever() -> None:
    assert json_line({"usd": 1e-05, "é": [1, 2.5]}) == '{"usd":1e-05,"é":[1,2.5]}\n'


@pytest.mark.parametrize("write", [json_text, quick_line, json_line])
@pytest.mark.parametrize("value", [float("nan"), float("inf")], ids=["nan", "infinity"])
def test_what_is_no_json_is_refused(write: Callable[[object], str], value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write([value])


def test_half_a_character_becomes_the_replacement_character() -> None:
    assert to_bytes("a\ud800b") == "a\ufffdb".encode()


@pytest.mark.parametrize(
    "cell",
    ["a", "a,b", 'say "hi"', "two\nlines", "lone\rreturn", " spaces ", "=1+1", "é", "nul\0"],
    ids=repr,
)
def test_csv_gives_every_text_back(cell: str) -> None:
    text = csv_text([["head", "x"], [cell, "y"]])
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["head", "x"], [cell, "y"]]


def test_csv_spells_what_is_no_text() -> None:
    assert csv_text([[Verdict.PASS, "a,b"], [], ["a", "b"]]) == 'PASS,"a,b"\n\na,b\n'
    assert csv_text([[None, True, 3, 0.5]]) == ",true,3,0.5\n"
