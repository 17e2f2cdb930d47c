"""Rules about how values are distributed within each group, over the sales of a few kiosks."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

SALES = (
    ("sale", "kiosk", "snack", "buyer"),
    ("s1", "Quay", "nuts", "ann"),
    ("s2", "Quay", "nuts", "bob"),
    ("s3", "Quay", "cake", "ann"),
    ("s4", "Quay", None, None),
    ("s5", "Park", "cake", "ann"),
    ("s6", "Park", "nuts", "bob"),
    ("s7", None, "fudge", "eve"),
)


@pytest.fixture(scope="module")
def sales(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Sales on disk."""
    return Tables(tmp_path_factory.mktemp("sales"), {"sales": SALES})


FAILING: list[Group] = [
    ("at most 40% of a kiosk's sales", "3", [
        "Within each kiosk, no snack may make up more than 40% of the sales.",
        "Within each kiosk no snack may make up more than 40% of the sales.",
        "In each kiosk, no snack may account for more than 40% of the sales.",
        "Per kiosk, every snack may make up at most 40% of the sales.",
        "For every kiosk, no single snack may take up more than 40% of the rows.",
        "No snack may make up more than 40% of the sales in each kiosk.",
    ]),
    ("at least 30%", "1", [
        "In each kiosk, each snack must make up at least 30% of the sales.",
        "Within each kiosk, every snack must account for at least 30% of the sales.",
        "Each snack must make up at least 30% of the sales per kiosk.",
        "For each kiosk, no snack may make up less than 30% of the sales.",
        "Per kiosk, each of the snacks must make up at least 30% of the rows.",
    ]),
    ("rows that share a buyer", "1", [
        "In each kiosk, at most 40% of the rows may share their buyer with another row.",
        "Within each kiosk, no more than 40% of the rows may share a buyer.",
        "Per kiosk, at most 40% of the rows may have a duplicate buyer.",
        "At most 40% of the rows may share their buyer with another row in each kiosk.",
        "For every kiosk, fewer than 40% of the rows may share the same buyer with another row.",
    ]),
    ("one most common", "1", [
        "Within each kiosk, there must be one single most common snack.",
        "Per kiosk, snack must have a single mode.",
        "In each kiosk there must be no tie for the most common snack.",
    ]),
]  # fmt: skip
DECLINED = [
    "No snack may make up more than 40% of the sales of a kiosk.",
    "Within each kiosk, no snack may make up more than 40%.",
    "Within each kiosk, no kiosk may make up more than 40% of the sales.",
    "Within each kiosk, most snacks must make up at least 10% of the sales.",
    "Within each kiosk, nuts and cake must make up more than 40% of the sales.",
    "In most kiosks, no snack may make up more than 40% of the sales.",
    "Except in the Park, no snack may make up more than 40% of the sales.",
]


@pytest.mark.parametrize(("sentence", "flagged"), each(FAILING))
def test_it_flags_what_the_sentence_means(sales: Tables, sentence: str, flagged: str) -> None:
    answer = sales.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_clear_is_declined(sales: Tables, sentence: str) -> None:
    answer = sales.answer(sentence)

    assert answer.code in ("not-understood", "ambiguous"), answer.plan
