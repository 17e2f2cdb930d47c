"""Cells at the edges of their types are judged out of core as programs judge them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.out_of_core.ground import Ground, assert_alike

ORDERS = """order_id,user_id,status,price,paid,placed,shipped,code,note,mail,empty
1,1,open,5,5.5,2024-01-01,2024-01-02,007,"plain",a@example.org,
2,9,paid,-3,,2024-02-30,2024-02-29,008,"two
lines",not an address,
3,,OPEN,abc,0.1,2024-03-01,,009,"a ""quoted"" word",ü@example.org,
4,2,öffen,9007199254740993,1e-05,2023-12-31,2023-12-30,007,"=1+1",x@localhost,
5,2,Öffen,,-0.0,1999-01-01,2031-01-01,010,😀,b@example.com,
5,3, open ,12,3,2024-06-30,2024-07-01,011,,,
"""
USERS = "user_id,country,joined\n1,FR,2020-01-01\n2,İstanbul,2024-01-15\n4,,2025-01-01\n"
SENTENCES = {
    "a number column with a bad cell": "price must be at least 0",
    "an empty number": "paid must be at least 0.00001",
    "a date that no calendar has": "placed must not be after shipped",
    "a day": "placed must not be in the future",
    "unknown keys": "user_id must exist in users",
    "repeated keys": "order_id must be unique",
    "letters beyond ASCII": "status must be one of open, paid, öffen",
    "codes with zeros": "code must be unique",
    "a named format": "mail must be a valid email address",
    "what must be there": "note must not be empty",
    "a length": "note must be at most 5 characters long",
    "a group": "each user_id must have at most 1 order",
    "a measure": "the average of paid must be at least 2",
}  # fmt: skip


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("edges"), {"orders": ORDERS, "users": USERS})


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_edge_is_judged_alike(ground: Ground, sentence: str) -> None:
    tables = ("orders", "users") if "users" in sentence else ("orders",)
    judged = ground.judge(sentence, *tables)

    found = judged.in_sql()

    assert_alike(judged.in_pandas(), found)
    assert len(found.rows) + len(found.records) > 0, "the sentence flags nothing here"


@pytest.mark.parametrize("rows", ["", "1,1\n"], ids=["none", "one"])
def test_short_table_is_judged_alike(rows: str, tmp_path: Path) -> None:
    judged = Ground(tmp_path, {"orders": f"order_id,price\n{rows}"}).judge(
        "order_id must be unique"
    )

    assert_alike(judged.in_pandas(), judged.in_sql())
