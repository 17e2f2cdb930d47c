"""Values told plainly: bounds, lists, shares, and what columns have to do with each other."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read


def _rows(*columns: tuple[object, ...]) -> Rows:
    """A table told by its columns, each a header with its cells."""
    return tuple(zip(*columns, strict=True))


TABLES: dict[str, Rows] = {
    "orders": _rows(
        ("order_id", 1, 2, 3, 4),
        ("customer_id", 1, 1, 9, 2),
        ("status", "open", "done", "lost", "open"),
        ("town", "Bonn", "Kiel", "Ulm", "Bonn"),
        ("net", 10, 20, -5, 7.5),
        ("tax", 2, -2, 0, 1),
        ("tip", 1, 0, None, 0),
        ("total", 12, 25, -5, 8.5),
        ("phone", "030", None, "031", None),
        ("mail", "a@x.org", "b x", None, None),
        ("placed_on", "2024-06-01", "2024-06-05", "2024-06-30", "2023-01-01"),
        ("due_on", "2024-06-04", "2024-07-02", "2024-06-20", None),
        ("buyer", "Ann", "Ann", "Cy", "Di"),
        ("seller", "Bo", "Ann", "Di", None),
        ("code", "AB123", "-1", "--2", "AB123"),
        ("grade", 1, 2, 3, 5),
    ),
}  # fmt: skip

CASES: list[Read] = [
    ("orders", "3", "A lost never has a negative net."),
    ("orders", "2 3 4", "All columns (phone, mail) must be filled."),
    ("orders", "1", "All the grades 1 to 4 must occur."),
    ("orders", "1 2 4", "An order must show the same amount in net and total."),
    ("orders", "1", "At least 4 different values must appear in status."),
    ("orders", "1", "At least 60% of all orders are in Bonn."),
    ("orders", "4", "At most two of phone, mail and due_on may be empty."),
    ("orders", "2", "buyer must be someone other than seller."),
    ("orders", "2", "buyer, seller: never the same person."),
    ("orders", "2 3", "code must begin with 2 letters, and go on with 3 digits."),
    ("orders", "1 3 4", "code must begin with just one hyphen."),
    ("orders", "1 2", "Different statuses must not mix within one customer_id."),
    ("orders", "2", "Done orders must have Bonn as their town."),
    ("orders", "1 3", "due_on must be within the next 5 days."),
    ("orders", "1 2", "Each buyer may be used by only one seller."),
    ("orders", "1 4", "Each code may appear only once in the table."),
    ("orders", "1", "Each grade between 1 and 4 must have been used."),
    ("orders", "1", "Each town may have at most 1 open."),
    ("orders", "1", "Every one of the grades 1, 2 and 4 must have been ordered."),
    ("orders", "4", "Every order must either have a phone or a mail."),
    ("orders", "2", "Flag orders above 15 (in net)."),
    ("orders", "3", "Flag orders with anything but open or done as status."),
    ("orders", "1", "grade 2 to 9."),
    ("orders", "4", "grade may take the values 1, 2 and 3."),
    ("orders", "4", "grade must be 1 up to 3."),
    ("orders", "4", "grade must be a whole number (1 to 3)."),
    ("orders", "4", "If status is open, it needs a phone."),
    ("orders", "3", "Lost orders are never in Ulm."),
    ("orders", "2", "mail must be valid email addresses only."),
    ("orders", "2", "mail must contain no invalid email addresses."),
    ("orders", "2", "mail must have an @ with a dot after it."),
    ("orders", "2", "mail must not be malformed."),
    ("orders", "2 3", "net and tax: neither may be negative."),
    ("orders", "1", "net and total must have the same sum."),
    ("orders", "2 3", "net can be any number from 0 to 15."),
    ("orders", "1 2 4", "net falls to or under 0. Flag it."),
    ("orders", "2 3", "net is not negative, and neither is tax."),
    ("orders", "2", "net may be at most 2 lower than total."),
    ("orders", "3", "net may be higher than or equal to 7."),
    ("orders", "2", "net may reach at most 10."),
    ("orders", "3", "net must be at least total less 20 percent."),
    ("orders", "2 3 4", "net must be from 7.5 to 20, exclusive."),
    ("orders", "2", "net must contain no integers above 15."),
    ("orders", "3", "net must contain no negative integers."),
    ("orders", "4", "net must have no fractional part."),
    ("orders", "2 3", "net must not be out of range of 0 to 15."),
    ("orders", "1 3 4", "net must not differ from total by 2 or less."),
    ("orders", "3", "net, tax and tip must be filled; this applies to net, tax and tip."),
    ("orders", "2 3", "net, tax and tip: at least two must be positive."),
    ("orders", "2 3", "net: highest 15, lowest 0"),
    ("orders", "3", "No code other than open and done is allowed for status."),
    ("orders", "4", "No order may be without either phone or mail."),
    ("orders", "1 2 3 4", "No past dates are allowed in placed_on."),
    ("orders", "1 3", "No past dates in due_on."),
    ("orders", "2", "No town without an open order."),
    ("orders", "0", "Not all orders may have the same status."),
    ("orders", "2", "Only an open has a mail."),
    ("orders", "3", "Only Bonn may have lost orders."),
    (
        "orders",
        "2 3",
        "Only orders with status open may carry data; net must be 0 for every other status.",
    ),
    ("orders", "1", "Open orders must not have a net above 9, nor may they be of Ulm."),
    ("orders", "3", "orders . net must be positive."),
    ("orders", "3", "Orders are only in Bonn or Kiel (see town)."),
    ("orders", "1", "Orders must have average net below 5."),
    ("orders", "2 3", "Orders need a net above 0 and a tax above 0."),
    ("orders", "2 3", "phone and mail must be filled or both empty."),
    ("orders", "4", "phone and mail: at least one of the two must be filled."),
    ("orders", "3", "phone only with mail"),
    ("orders", "1", "phone or mail can be filled but not both."),
    ("orders", "4", "phone or mail is needed."),
    ("orders", "2 3", "placed_on must be 3 days before due_on."),
    ("orders", "2 3", "placed_on must be within 3 days before due_on."),
    ("orders", "1 4", "placed_on must be younger than 30 days."),
    ("orders", "2", "status and town must match: status open means Bonn, status done means Bonn."),
    ("orders", "3", "status is only open or done."),
    ("orders", "3", "status must be status open or status done."),
    ("orders", "3", "status must not have any value except open or done."),
    ("orders", "3", "status not in ('lost', 'gone')."),
    ("orders", "2", "status other than open means 0 tax."),
    ("orders", "4", "The grade offered is only 1, 2, 3."),
    ("orders", "1", "The min. net must be at least 0."),
    ("orders", "0", "The secret column must not exist."),
    ("orders", "1", "The share of Bonn must be at most 40%."),
    ("orders", "1", "The share of status open must be at least 60%."),
    ("orders", "2 3 4", "The two columns phone and mail must be filled."),
    ("orders", "1", "There are at most 1 open."),
    ("orders", "1 3", "There may not be less than 5 days between placed_on and due_on."),
    ("orders", "0", "There must be as many different buyers as different sellers."),
    ("orders", "1", "There must be at least one order with each of the grades 1, 2 and 4."),
    ("orders", "1", "There must be some open orders in Kiel."),
    ("orders", "4", "total must be above the difference between net plus tax and tip."),
    ("orders", "3", "total must be at most double as high as net."),
    ("orders", "2", "total must equal net plus tax, allowing 6 for rounding."),
    ("orders", "1", "town must have one single value in the whole table."),
    ("orders", "0", "town must not have one and the same value throughout."),
    ("orders", "4", "Values outside 1, 2, 3 are invalid for grade."),
    ("orders", "2 3", "We have orders only in Bonn."),
]

DECLINED = [
    ("orders", "code must be of type text."),
    ("orders", "The three columns phone and mail must be filled."),
    ("orders", "net, tax and tip must be positive: net and tax."),
    ("orders", "code must be of type string."),
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    wanted = {names for names, *_ in CASES} | {names for names, _ in DECLINED}
    return folders(tmp_path_factory, TABLES, wanted)


@pytest.mark.parametrize(("names", "flagged", "sentence"), read(CASES))
def test_flagged(checked: dict[str, Tables], names: str, flagged: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged), answer


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert answer.reason, answer
