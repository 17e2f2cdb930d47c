"""Windows of rows and of days, and rows at places: each is proven, and no faulty program is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, failing, hold_court


def _orders() -> str:
    lines = ["order_id,store,ordered_on,amount,paid,noted"]
    for row in range(60):
        day = f"2026-{1 + row // 28:02}-{1 + row % 28:02}"
        noted = "n/a" if row == 30 else row % 9
        lines.append(f"{row + 1},{'AB'[row % 2]},{day},{100 + row * 7 % 13},{row % 5 / 4},{noted}")
    return "\n".join(lines) + "\n"


PROVEN = [
    "amount must be within 2 standard deviations of the previous 7 orders by ordered_on.",
    "amount must be within 2.5 standard deviations of the previous 5 rows.",
    "amount must be within 3 sigma of the previous 10 orders of the same store.",
    "paid must not be more than 1.25 sigma above the mean of the previous 4 rows.",
    "noted must not be more than 2 sigma below the mean of the previous 3 rows.",
    "For orders with store A, amount must be within 2 sigma of the previous 12 rows.",
    "The daily number of orders must be within 3 standard deviations of the previous 12 days.",
    "The daily number of orders must be at most 2.5 sigma below the previous 7 days.",
    "The weekly total amount of each store must be within 2 sigma of the previous 4 weeks.",
    "The daily average noted must be within 2.5 sigma of the previous 5 days.",
    "The monthly number of distinct stores must be within 2 sigma of the previous 3 months.",
    "The daily median amount must be at most 3 sigma above the previous 6 days.",
    "The first row must have order_id 1.",
    "The last row must have store B and amount above 50.5.",
    "The third to last row of orders must not have store A.",
    "For orders with store A, row 20 must have an ordered_on after 2026-01-05.",
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("shop"), {"orders": _orders()}) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_what_stands_before_is_proven(shop: Court, sentence: str) -> None:
    proof = shop.try_sentence(sentence)

    assert proof.reason == ""
    assert not [each for each in proof.mutants if not (each.killed_by or each.equivalent)]


BY_DAY = "amount must be within 2 standard deviations of the previous 7 orders by ordered_on."
OF_STORES = (
    "amount must be within 2 standard deviations of the previous 7 orders of the same store."
)
DAILY = "The daily total amount of each store must be within 2 sigma of the previous 5 days."
THIRD = "The third row must have store A."
LAST = "The last row must have store B."
FAULTS = {
    "the row stands in its own window": (BY_DAY, "range(1, 8)", "range(0, 7)"),
    "a window of one row more": (BY_DAY, "range(1, 8)", "range(1, 9)"),
    "a window of one row less": (BY_DAY, "range(1, 8)", "range(1, 7)"),
    "windows that are not whole are judged": (BY_DAY, "skipna=False", "skipna=True"),
    "the deviation of a population": (BY_DAY, "before.std(", "before.std(ddof=0, "),
    "rows stand as in the file": (BY_DAY, "amount.loc[order]", "amount"),
    "the order runs backwards": (BY_DAY, 'kind="stable"', 'kind="stable", ascending=False'),
    "one side alone": (BY_DAY, "(amount - mean).abs()", "(amount - mean)"),
    "stores are mixed": (OF_STORES, '.groupby(counted["store"])', ""),
    "the mean of all rows": (BY_DAY, 'before.mean(axis="columns", skipna=False)', "amount.mean()"),
    "the day stands in its own window": (DAILY, "range(1, 6)", "range(0, 5)"),
    "a day more": (DAILY, "range(1, 6)", "range(1, 7)"),
    "days of stores are mixed": (DAILY, '.groupby(told["store"])', ""),
    "one row further": (THIRD, "iloc[2:3]", "iloc[3:4]"),
    "the rows up to there": (THIRD, "iloc[2:3]", "iloc[:3]"),
    "the first for the last": (LAST, "iloc[-1:]", "iloc[:1]"),
    "the last but one": (LAST, "iloc[-1:]", "iloc[-2:-1]"),
    "a row that is not there passes": (
        THIRD, '["rows as told"] == 0]', '["rows as told"] < places["rows there"]]',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "was", "now"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_program_is_refused(shop: Court, sentence: str, was: str, now: str) -> None:
    _, program = shop.typed(shop.check(sentence))
    assert was in program.source
    proof = shop.try_sentence(sentence, source=program.source.replace(was, now))

    assert failing(proof) - {"as-written"}
