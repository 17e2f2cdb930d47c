"""Rows "with a discount" where every row has one: an amount may be meant, so it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Tables

SALES = (
    ("sale", "shop_id", "rebate", "tip", "stars", "voucher"),
    ("s1", 1, 0, None, 3, None), ("s2", 1, 5, 2, 4, None), ("s3", 2, 7, 1, 5, "x"),
)  # fmt: skip
FLAGGED = [
    ("s1 s2", "Sales whose rebate is filled must have a voucher."),
    ("s2", "Sales with a rebate above 0 must have a voucher."),
    ("s2", "Sales with a tip must have a voucher."),
    ("s1 s2", "Sales with a shop_id must have a voucher."),
    ("s1 s2", "Sales with stars must have a voucher."),
    ("s2 s3", "No sale may have a tip."),
    ("s1 s2 s3", "rebate must be empty."),
    ("s2 s3", "rebate must be 0."),
]
DECLINED = ["Sales with a rebate must have a voucher.", "Rebates without a voucher are forbidden."]
EMPTY_OR_ZERO = ["No sale may have a rebate.", "Sales must not have a rebate."]


@pytest.mark.parametrize(("flagged", "sentence"), FLAGGED)
def test_presence_that_tells_rows_apart(tmp_path: Path, flagged: str, sentence: str) -> None:
    answer = Tables(tmp_path, {"sales": SALES}).answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", DECLINED)
def test_an_amount_or_its_presence(tmp_path: Path, sentence: str) -> None:
    answer = Tables(tmp_path, {"sales": SALES}).answer(sentence)

    assert answer.code == "not-understood"
    assert "rebate is greater than 0" in answer.reason


@pytest.mark.parametrize("sentence", EMPTY_OR_ZERO)
def test_no_amount_or_an_empty_cell(tmp_path: Path, sentence: str) -> None:
    answer = Tables(tmp_path, {"sales": SALES}).answer(sentence)

    assert answer.code == "not-understood"
    assert "'rebate must be 0' or 'rebate must be empty'" in answer.reason
