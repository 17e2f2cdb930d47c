"""Columns that arrive as text for one bad cell, with leading zeros, blanks or no cell at all."""

from __future__ import annotations

import pytest

from tests.planner.offline.doubtful_tables import MIXED
from tests.planner.offline.spoken import Tables

TABLES = {"mixed": MIXED}

READ = [
    ("mixed", "r2 r3", "num_bad must be positive"),
    ("mixed", "r2 r3", "num_bad must not be negative"),
    ("mixed", "r2", "num_bad must be a number"),
    ("mixed", "r2 r5", "num_bad must be between -5 and 10"),
    ("mixed", "r4", "num_bad must be filled"),
    ("mixed", "r2 r3", "num_bad must be greater than intfloat"),
    ("mixed", "r5", "zeros must be 3 characters long"),
    ("mixed", "r5", "zeros must be exactly three digits"),
    ("mixed", "r2 r3 r5", "zeros must be '007'"),
    ("mixed", "r3 r5", "zeros must start with 0 and must not be '0'"),
    ("mixed", "r3", "blanks must not be negative"),
    ("mixed", "r3 r4", "blanks must be positive"),
    ("mixed", "r2", "blanks must be filled"),
    ("mixed", "", "blanks must be a whole number"),
    ("mixed", "r1 r2 r3 r4 r5", "allempty must be filled"),
    ("mixed", "", "allempty must be positive"),
    ("mixed", "", "allempty must be at least 5"),
    ("mixed", "", "allempty must be one of 'a', 'b'"),
    ("mixed", "", "allempty must be a valid e-mail address"),
    ("mixed", "", "allempty must be empty"),
    ("mixed", "r2 r5", "bools must be true"),
    ("mixed", "r1 r4", "bools must be false"),
    ("mixed", "r3", "bools must be true or false and must be filled"),
    ("mixed", "r2 r3 r5", "boolmix must be yes"),
    ("mixed", "r2 r3 r5", "boolmix must be 'yes' or 'no'"),
    ("mixed", "r2 r5", "boolnum must be 1"),
    ("mixed", "r2 r5", "boolnum must be true"),
    ("mixed", "r2 r3", "datebad must be a valid date"),
    ("mixed", "r2 r3 r5", "datebad must not be in the future"),
    ("mixed", "r2 r3", "datebad must be on or after 2024-01-01"),
    ("mixed", "r3", "tsbad must be a valid date and time"),
    ("mixed", "r3 r5", "tsbad must not be in the future"),
    ("mixed", "r3", "intfloat must be a whole number"),
    ("mixed", "r3", "intfloat must be an integer"),
    ("mixed", "r2 r3 r4", "sp must not have leading or trailing spaces"),
    ("mixed", "r4", "sp must not be blank"),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    folder = tmp_path_factory.mktemp("domains")
    return {name: Tables(folder / name, {name: rows}) for name, rows in TABLES.items()}


@pytest.mark.parametrize(
    ("domain", "flagged", "sentence"), READ, ids=[sentence for _, _, sentence in READ]
)
def test_the_rows_are_those_that_the_owner_means(
    domains: dict[str, Tables], domain: str, flagged: str, sentence: str
) -> None:
    answer = domains[domain].answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)
