"""JSON objects that must have a field of a type, within bounds."""

from __future__ import annotations

import pytest

from tests.rules.language.judging import flagged, refused

FIELDS = (
    ("integer id", ('{"id": 1}', '{"id": 2.0}', '{"id": -3, "x": "y"}', '{"id": 8}')),
    ("integer>=2<=8 id", ('{"id": 2.0}', '{"id": 8}')),
    ("number<1.5 id", ('{"id": 1}', '{"id": 0.5}', '{"id": -3, "x": "y"}')),
    ("string id", ('{"id": "1"}',)),
    ("boolean id", ('{"id": true}',)),
    ("array id", ('{"id": [1]}',)),
    ("object id", ('{"id": {"id": 1}}',)),
)
JSON_TEXTS = (
    '{"id": 1}', '{"id": 2.0}', '{"id": -3, "x": "y"}', '{"id": 8}', '{"id": 0.5}', '{"id": 9.5}',
    '{"id": "1"}', '{"id": true}', '{"id": [1]}', '{"id": {"id": 1}}', '{"id": null}', '{"x": 1}',
    '["id"]', "{id: 1}",
)  # fmt: skip


@pytest.mark.parametrize(("told", "right"), FIELDS)
def test_a_json_object_may_be_asked_for_the_type_of_a_field(
    told: str, right: tuple[str, ...]
) -> None:
    wrong = {text for text in JSON_TEXTS if text not in right}

    assert refused(f"json_field {told}", list(JSON_TEXTS)) == wrong
    assert flagged(f"json_field {told}", list(JSON_TEXTS)) == wrong
