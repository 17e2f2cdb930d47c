"""What is remembered is read as the standard library reads it, and told as it tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.store.remembered import read_json_object

TEXTS = {
    "repeated key": '{"a": 1, "a": 2}',
    "numbers": '{"a": [0.1, -0, -0.0, 1e5, 1e400, 123456789012345678901234567890, NaN]}',
    "half a character": '{"a": "\\ud800"}',
    "byte order mark": '\ufeff{"a": 1}',
    "deep": '{"a": ' + "[" * 300 + "]" * 300 + "}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_reads_what_the_standard_library_reads(tmp_path: Path, text: str) -> None:
    path = tmp_path / "remembered.json"
    path.write_text(text, encoding="utf-8")
    trouble: list[str] = []

    found = read_json_object(path, trouble)

    assert repr(found) == repr(json.loads(path.read_bytes()))
    assert trouble == []


@pytest.mark.parametrize("text", ['{"a": 1', '{"a": [1,]}', '{"a": "\t"}', "[]", ""])
def test_what_cannot_be_read_is_moved_aside_and_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "remembered.json"
    path.write_text(text)
    trouble: list[str] = []

    assert read_json_object(path, trouble) == {}
    assert not path.exists()
    assert len(trouble) == 1 and trouble[0].startswith("remembered.json is damaged: it is not")
