"""Rules told in two sentences, and words that another word of the sentence or a column explains.

Each wording must be read as the plain sentence at its head is.
"""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Rows, Tables, folders

TABLES: dict[str, Rows] = {
    "stalls": (
        ("stall_no", "holder", "market_day", "pitch", "goods", "state", "let_on", "closed_on"),
        ("S1", "Ames", "2024-03-02", "P1", "cheese", "let", "2024-03-01", "2024-04-01"),
        ("S2", "Ames", "2024-03-02", "P2", "bread", "let", "2024-03-02", None),
        ("S3", "Boyd", "2024-03-09", "P1", "fish", "free", None, None),
        ("S4", "Cole", "2024-03-09", "P3", "cheese", "free", "2024-03-08", None),
    ),
    "readings": (
        ("reading_no", "probe", "tick", "depth"),
        (1, "N1", 5, 10), (2, "N1", 10, 12), (3, "N2", 5, 11), (4, "N1", 20, 15), (5, "N2", 10, 7),
    ),
    "guests": (
        ("guest_no", "gclass", "sex", "fare", "age", "ticket", "homeland", "week_hours", "left_on"),
        ("G1", 1, "female", 80, 30, "AB1", "Chad", 40, "2024-05-01"),
        ("G2", 2, "male", 40, 51, "PC7", "?", 20, "NULL"),
        ("G3", 3, "female", 10, 22, "PC9", "Peru", 60, "2024-05-03"),
        ("G4", 3, "male", 12, 85, "X11", "?", 55, "NULL"),
    ),
    "bills": (("bill_no", "payer"), ("B1", "Ames"), ("B2", "Boyd"), ("B3", "Cole")),
    "bill_lines": (
        ("line_no", "bill_no", "pieces", "unit_cost"),
        ("L1", "B1", 2, 30), ("L2", "B1", 1, 90), ("L3", "B2", 5, 4),
    ),
    "old_prices": (("plu", "price", "shelf"), ("A", 1.5, "x"), ("B", 2.0, "x"), ("C", 3.0, "y")),
    "new_prices": (("plu", "price", "shelf"), ("A", 1.6, "x"), ("B", 1.9, "z"), ("C", 3.0, "y")),
    "coaches": (("coach_no", "name"), ("C1", "Ida"), ("C2", "Jon")),
    "lessons": (("lesson_no", "coach_no", "hall_no"), ("L1", "C1", "H1"), ("L2", "C1", "H2")),
    "stays": (
        ("stay_no", "room", "starts_at", "ends_at"),
        ("T1", "Oak", "2024-06-03 09:00", "2024-06-03 10:30"),
        ("T2", "Oak", "2024-06-03 10:30", "2024-06-03 13:00"),
    ),
    "films": (("film_no", "length", "rating"), (1, "90 min", "7%"), (2, "1 hr", None)),
    "tills": (("till_no", "card"), (1, "4539578763621486"), (2, "12")),
    "suits": (
        ("card_no", "suit", "rank_no"), (1, "Spades", 4), (2, "Hearts", 3), (3, "Spades", 2),
    ),
    "halls": (("hall_no", "town"), ("H1", "Bonn"), ("H2", "Kiel")),
}  # fmt: skip

READ = [
    ("stalls", "Flag all stalls that share holder and market_day.", [
        "A holder cannot have two stalls on the same day. Flag all stalls that share holder and "
        "market_day.",
        "No holder may rent two stalls on one market day. Flag all stalls that share holder and "
        "market_day.",
        "Can a holder have two stalls on a day? Flag all stalls that share holder and market_day.",
    ]),
    ("stalls", "Flag all stalls of a pitch that occurs with more than one goods.", [
        "A pitch belongs to one sort of goods only. Flag all stalls of a pitch that occurs with "
        "more than one goods.",
    ]),
    ("stalls", "let_on must not be before 2024-03-01.", [
        "Our fair opened on 1 March 2024, so let_on must not be before that day.",
        "Our fair opened on 2024-03-01. let_on must not be before that day.",
    ]),
    ("stalls", "Only let stalls have a let_on.", [
        "Only let stalls have a let_on; for any other state it stays empty.",
        "Only let stalls have a let_on; for all others it is empty.",
    ]),
    ("stalls", "At most one stall per pitch may be without a closed_on.", [
        "At most one stall per pitch may be open, that is without a closed_on.",
        "At most one stall per pitch may be open-ended (without a closed_on).",
    ]),
    ("stalls", "If state is filled, it must be one of 'let', 'free'.", [
        "Some stalls are new. If state is filled, it must be one of 'let', 'free'.",
    ]),
    ("stalls", "Flag all stalls that share pitch and market_day.", [
        "No pitch may be booked twice. Flag all stalls that share pitch and market_day.",
    ]),
    ("guests", "Flag guests whose ticket occurs more than once.", [
        "Flag all guests with a ticket that occurs more than once.",
        "A ticket is for one guest. Flag all guests with a ticket that occurs more than once.",
    ]),
    ("lessons halls", "Flag lessons with a hall in Kiel.", [
        "Flag lessons whose hall is in Kiel.", "Flag lessons whose hall lies in Kiel.",
    ]),
    ("stalls", "Flag all stalls that share holder and market_day.", [
        "A holder takes a market_day only once. Flag all stalls that share holder and market_day.",
        "No holder may appear twice on the same day (market_day).",
        "Flag stalls where the same holder is listed more than once on the same day (market_day).",
    ]),
    ("readings", "Does any probe have two readings with the same tick?", [
        "Does a probe have two readings with the same tick? List all such readings.",
    ]),
    ("readings", "Per probe, tick rises by exactly 5 from row to row.", [
        "Per probe, tick goes up by exactly 5 from one row to the next.",
        "Per probe, tick goes up by exactly 5 each time. Flag the row where the step is another.",
        "For each probe, tick must increase by 5 with every row; any other step is wrong.",
    ]),
    ("readings", "tick must be strictly increasing.", ["tick is strictly increasing"]),
    ("readings", "depth must not be 99999.", [
        "The value 99999 must not occur in depth.",
        "The number 99999 in depth is a placeholder for an unknown depth and should not occur.",
    ]),
    ("guests", "The average fare of guests with gclass 1 must be higher than the average fare of "
     "guests with gclass 3.", [
        "On average a first-class guest must have paid more than a third-class guest.",
        "On average, guests with gclass 1 must have a higher fare than guests with gclass 3.",
        "The average fare of guests with gclass 1 must be higher than that of guests with gclass "
        "3.",
    ]),
    ("guests", "No guest may have a fare above 70.", [
        "No guest may have paid more than 70.", "Did anyone pay more than 70?",
    ]),
    ("guests", "Flag guests with gclass 3 whose ticket starts with 'PC'.", [
        "Flag guests whose gclass is 3 and whose ticket starts with PC.",
        "Flag third-class guests whose ticket starts with PC.",
    ]),
    ("guests", "Flag guests whose ticket contains 'PC'.", [
        "Flag guests whose ticket mentions PC.", "Flag guests with PC in their ticket.",
    ]),
    ("guests", "A homeland of '?' means unknown. homeland may be unknown for at most 5% of the "
     "guests.", [
        "A homeland of '?' means unknown. It may be unknown for at most 5% of the guests.",
    ]),
    ("guests", "Flag guests whose left_on is before 2024-05-02. A left_on of NULL means unknown.", [
        "Flag guests whose left_on is before 2024-05-02. A left_on of NULL means not departed "
        "yet.",
    ]),
    ("guests", "Flag guests without a homeland. A homeland of '?' means unknown.", [
        "Flag guests without a homeland ('?').", "Flag guests with an unknown homeland ('?').",
    ]),
    ("films", "length must match the pattern '\\d+ min'.", [
        "length must be a whole number followed by a space and min.",
        "length must be a whole number, a space and the word min.",
    ]),
    ("tills", "card must pass the Luhn check.", [
        "card must be a valid card number, i.e. its digits pass the Luhn check.",
        "card must be a valid card number (its digits pass the Luhn check).",
    ]),
    ("films", "rating must match the pattern '([0-9]|10)%'.", [
        "rating is a whole number from 0 to 10 followed by a % sign.",
        "A rating, if there is one, is a whole number from 0 to 10 followed by a % sign.",
    ]),
    ("stays", "No stay may last longer than two hours.", [
        "Is any room booked for more than two hours?",
        "No room may be booked for more than two hours.",
    ]),
    ("stays", "Stays of the same room must not overlap; one may begin when another ends.", [
        "Stays of the same room must not overlap; one may begin at the very minute another ends.",
    ]),
    ("suits", "suit Spades means rank_no 4 and suit Hearts means rank_no 3.", [
        "suit Spades means rank_no 4 and suit Hearts means rank_no 3; any other number is wrong.",
    ]),
    ("guests", "No guest aged 50 or over may have more than 30 week hours.", [
        "No guest aged 50 or over should be working more than 30 week hours.",
    ]),
    ("guests", "If age is above 50 then fare must be above 20.", [
        "If age (age) is above 50 then fare must be above 20.",
    ]),
    ("bills bill_lines", "For every bill, the sum of pieces * unit_cost over its bill lines must "
     "be at most 100.", [
        "A bill may be worth 100 at most. Its value is pieces * unit_cost summed over its bill "
        "lines.",
        "No bill may be worth more than 100. Its value is the sum of pieces * unit_cost over its "
        "bill lines.",
    ]),
    ("old_prices new_prices", "price in new_prices must be at least price in old_prices with the "
     "same plu.", [
        "For the same plu, the price in new_prices must be at least the price in old_prices.",
    ]),
    ("coaches lessons", "Flag coaches without a lesson.", [
        "Which coaches do not teach any lesson?", "Flag coaches who have not taught any lesson.",
    ]),
]  # fmt: skip

DECLINED = [
    ("stalls", "An urgent holder cannot have two stalls on the same day. Flag all stalls that "
     "share holder and market_day."),
    ("stalls", "A cheese holder cannot have two stalls on the same day. Flag all stalls that "
     "share holder and market_day."),
    ("stalls", "Except on feast days, a holder cannot have two stalls on the same day. Flag all "
     "stalls that share holder and market_day."),
    ("stalls", "A holder of Bonn cannot have two stalls on the same day. Flag all stalls that "
     "share holder and market_day."),
    ("stalls", "A fresh holder takes a market_day only once. Flag all stalls that share holder "
     "and market_day."),
    ("stalls", "No holder may appear twice on the same day (pitch)."),
    ("films", "length must be a whole number and the word min."),
    ("films", "length must be a number followed by min."),
    ("tills", "card must be a valid card number, i.e. its digits are filled."),
    ("bills bill_lines", "A bill may not be worth 100 at most. Its value is pieces * unit_cost "
     "summed over its bill lines."),
    ("readings", "Does a probe always have two readings with the same tick? List all of them."),
    ("stalls", "pitch must be unique. Flag all stalls that share pitch and market_day."),
    ("stalls", "A pitch belongs to one state only. Flag all stalls of a pitch that occurs with "
     "more than one goods."),
    ("stalls", "We opened on 1 March 2024 and closed on 1 May 2024. let_on must not be before "
     "that day."),
    ("stalls", "Only let stalls have a let_on; for all others closed_on is empty."),
    ("readings", "Per probe, tick goes up by at least 5 each time. Any other step is wrong."),
    ("readings", "For the same probe, depth must be at least 5."),
    ("guests", "On average first-class guests must have paid more than 50."),
    ("guests", "A first-class guest must have paid more than a third-class guest."),
    ("guests", "Nobody may be older than 90 (age, fare)."),
    ("old_prices new_prices", "For the same shelf, the price in new_prices must be at least the "
     "price in old_prices."),
    ("bills bill_lines", "A bill may be worth at least 100. Its value is pieces * unit_cost "
     "summed over its bill lines."),
]  # fmt: skip


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    names = {*(tables for tables, _, _ in READ), *(tables for tables, _ in DECLINED)}
    return folders(tmp_path_factory, TABLES, names)


@pytest.mark.parametrize(
    ("names", "plain", "sentence"),
    [(names, plain, sentence) for names, plain, told in READ for sentence in told],
)
def test_told_otherwise_it_is_the_same_rule(
    checked: dict[str, Tables], names: str, plain: str, sentence: str
) -> None:
    here, tables = checked[names], names.split()

    assert here.plan(sentence, *tables).restatement == here.plan(plain, *tables).restatement


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_what_says_more_is_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
    assert checked[names].answer(sentence, *names.split()).reason
