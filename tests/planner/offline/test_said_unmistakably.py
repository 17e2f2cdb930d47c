"""Restatements that say unmistakably what an empty cell does, and how far a pattern reaches."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

_TABLES = {
    "kennels": (("slot", "yard", "fee"), ("k1", "east", 0), ("k2", "west", 20), ("k3", "", 5)),
    "moorings": (("berth", "tags"), ("b1", "art;sea"), ("b2", "sea"), ("b3", "Party")),
}

_SAID = [
    ("moorings", "tags must match [a-z]+", "tags matches as a whole the pattern [a-z]+"),
    (
        "kennels",
        "If the yard is east fee must be 0, otherwise it must be at least 20.",
        "certainly (yard equals 'east') or fee is at least 20",
    ),
]


@pytest.mark.parametrize(("names", "sentence", "said"), _SAID)
def test_the_plan_says_it_unmistakably(
    tmp_path_factory: pytest.TempPathFactory, names: str, sentence: str, said: str
) -> None:
    tables = Tables(tmp_path_factory.mktemp("tables"), {names: _TABLES[names]})

    plan = tables.plan(sentence, names)

    assert said in plan.restatement
    assert tables.plan(plan.restatement, names).rule == plan.rule
