"""What holds of some rows and what of the others; rows named first, and judged in what follows."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Rows, Tables

ORDERS: Rows = (
    ("order", "status", "paid_on", "reason", "total", "channel", "gift"),
    ("o1", "closed", "2024-01-05", None, 10, "web", "no"),
    ("o2", "closed", None, None, 20, "web", "no"),
    ("o3", "open", None, None, 5, "shop", "yes"),
    ("o4", "open", "2024-02-01", None, 7, "web", "yes"),
    ("o5", "cancelled", None, "late", 0, "shop", "no"),
    ("o6", "cancelled", None, None, 3, "web", "no"),
    ("o7", "open", None, "wrong", 9, "web", "no"),
)
MARKS: Rows = (
    ("mark", "pupil_id", "absent", "points", "bus_rider", "bus_line"),
    ("m1", "p1", "yes", None, "yes", "B1"),
    ("m2", "p2", "yes", 5, "no", None),
    ("m3", "p3", "no", 7, "yes", None),
    ("m4", None, "no", 8, "no", "B2"),
)

READ = [
    (
        "orders",
        "o2 o4",
        "Closed orders must have a paid_on. For all other orders paid_on is empty.",
    ),
    ("orders", "o2 o4", "Closed orders have a paid_on, and all other orders have none."),
    (
        "orders",
        "o2 o4",
        "If status is closed, paid_on must be filled. For every other status it has to be empty.",
    ),
    ("orders", "o2 o4", "Flag closed orders that lack a paid_on and also open orders with one."),
    ("orders", "o6 o7", "Cancelled orders need a reason. The others must not have one."),
    (
        "orders",
        "o6",
        "Look at the orders of status cancelled. Any of them with a total other than 0 is wrong.",
    ),
    ("orders", "o6", "Some orders are cancelled. For them we need a reason."),
    ("orders", "o3", "Take the orders of channel shop. None of them may have a total above 4."),
    ("orders", "o6", "Whenever status says cancelled, reason must be filled."),
    ("orders", "o6", "There must be a reason on every cancelled order."),
    ("orders", "o7", "No reason unless the order was cancelled."),
    ("orders", "o7", "A reason on an order that is not cancelled is wrong."),
    ("orders", "o6", "A cancelled order is not complete without a reason."),
    ("orders", "o6", "status cancelled but no reason: error"),
    ("orders", "o7", "An order can't be both open and have a reason."),
    ("orders", "o6", "total is 0 on cancelled orders and positive on all others."),
    ("orders", "o6", "Do cancelled orders still have a total above 0? They should not."),
    ("orders", "o6 o7", "A reason is filled if, and only if, status is cancelled."),
    ("orders", "o4", "Gifts must have a total of at most 6."),
    ("orders", "o2 o7", "Big orders (total over 8) need a paid_on."),
    (
        "orders",
        "o6 o7",
        "When the status is cancelled, a reason is mandatory. When it's open, the reason must be "
        "blank.",
    ),
    ("orders", "o6", "Flag cancelled orders for which nobody entered a reason."),
    ("orders", "o5 o7", "No order has something in the reason field."),
    ("orders", "o3", "Orders in the shop channel hold a total of at most 4."),
    ("orders", "o2 o7", "Flag orders with a total over 8 but nothing in paid_on."),
    ("marks", "m2", "When absent is yes, points must be empty."),
    ("marks", "m3", "Bus riders need a bus line."),
    ("marks", "m4", "pupil_id must be filled."),
]
DECLINED = [
    ("orders", "not-understood", "total must be positive. For all others reason must be empty."),
    ("orders", "not-understood", "Flag closed orders and open orders that have one."),
    (
        "orders",
        "not-understood",
        "If paid_on is filled then reason must be empty. If it is empty, total must be 0.",
    ),
    ("orders", "not-understood", "Flag orders with no reason and orders whose reason is repeated."),
    ("marks", "not-understood", "When a pupil was absent, points must be empty."),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("others"), {"orders": ORDERS, "marks": MARKS})


@pytest.mark.parametrize(("name", "flagged", "sentence"), READ, ids=[one[2] for one in READ])
def test_the_rows_are_those_that_are_meant(
    tables: Tables, name: str, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, name)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("name", "code", "sentence"), DECLINED, ids=[one[2] for one in DECLINED])
def test_what_is_not_clear_is_declined(tables: Tables, name: str, code: str, sentence: str) -> None:
    assert tables.answer(sentence, name, tells_cure=False).code == code
