"""Entropies, cells of blanks, and rows beside the one before in their group: all proven."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

HIVES = """hive,keeper,frame,note
h1,Ann,1,fine
h2,Ann,2,"  "
h3,Bob,1,
h4,Bob,2,mild
"""
PROVEN = [
    "The entropy of keeper in nats must be at least 0.5.",
    "The entropy of keeper in nats must be less than 2.",
    "note must not be empty or consist only of spaces.",
    "Within one keeper every frame is the previous frame plus 1.",
]


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("yard"), {"orders": HIVES}) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_it_is_proven(yard: Court, sentence: str) -> None:
    proof = yard.try_sentence(sentence)

    assert proof.reason == ""
