"""One meaning in many frames: synonyms, facts for duties, arrows, terse lists, questions."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each_of
from tests.planner.offline.theatre_tables import THEATRE

READ: dict[str, list[Group]] = {
    "tickets": [
        (
            "filled",
            "b e",
            [
                "buyer_email has been entered for every ticket",
                "Point out tickets whose buyer_email has not been entered.",
                "Each and every ticket carries a buyer_email.",
                "I would like to see all tickets w/o a buyer_email.",
                "Which tickets lack a buyer_email?",
                "Is the buyer_email missing for any ticket?",
                "Has every ticket got a buyer_email? If not, tell me which ones.",
                "buyer_email has to be there.",
                "Who is missing a buyer_email?",
                "Raise an alert for tickets that lack a buyer_email.",
            ],
        ),
        (
            "negative price",
            "b",
            [
                "price never negative",
                "Does the price ever drop below 0?",
                "Is the price anywhere below 0?",
                "A negative price is such nonsense and must be flagged.",
                "Any known price below 0 is wrong and needs to be reported.",
                "A given price below 0 is implausible.",
                "Prices are never below 0.",
                "It is essential that price is not negative.",
                "price: numeric, at least 0",
                "Can the price ever be negative? It must not.",
                "price >= 0 and <= 1000",
            ],
        ),
        (
            "arrow",
            "b",
            [
                "desk => seat is not A1",
                "channel desk -> seat is not A1",
                "If channel is desk then seat must not be A1.",
            ],
        ),
        (
            "unique",
            "a b",
            [
                "Is there a seat that was used twice?",
                "no dup seats",
                "Each seat is given to only one ticket.",
                "No seat is held by two tickets.",
                "Two tickets never share the same seat.",
                "Report duplicate tickets: same seat and same played_on.",
                "seat + played_on uniq",
            ],
        ),
        (
            "pattern",
            "c d",
            [
                "code: TX + dash + three digits",
                "Codes that do not look like TX-100 (two capital letters, a dash, three digits) "
                "must be flagged.",
                "code consists of TX-, then three digits",
            ],
        ),
        ("between", "c", ["discount must be from 0 to 50, both ends included"]),
        ("only", "c", ["only 0, 5 and 10 in discount", "discount 0, 5 or 10 only"]),
        ("takes", "b c", ["discount takes the values 0 to 5"]),
        ("signs", "b c", ["discount >= 0 and < 10"]),
        ("other than", "b d", ["Flag channel values other than web and mail."]),
        ("gloss", "c", ["The rebate (discount) must not be above 50."]),
        ("date", "c", ["No ticket was booked after it was played.",
                       "Was any ticket booked after it was played?"]),
    ],
    "casts": [
        ("per holder", "2", ["List actors who have more than one cast."]),
        ("once", "", ["An actor occurs at most once in a show."]),
    ],
    "casts shows": [
        (
            "reference",
            "k4",
            [
                "Every cast belongs to a registered show.",
                "List every cast whose show_id we do not have in the shows table.",
                "show_id in shows.show_id",
                "Find casts made for shows that do not exist.",
            ],
        )
    ],
}  # fmt: skip
DECLINED = [
    # a limit that is no limit, and a question whose wanted answer is not plain
    ("tickets", "Is the average price above 30?"),
    ("tickets", "Do more than 10% of the tickets have a discount?"),
    # valid alone says nothing of most columns
    ("tickets", "code must be valid"),
    ("tickets", "code: valid, short"),
    ("tickets", "seat must be well-formed"),
    # rows by themselves are no rule
    ("tickets", "Tickets with a price above 10"),
    ("tickets", "Which seat?"),
    # two keys, or one of two columns
    ("casts shows", "show_id and cast_id must exist in shows"),
    # "been" belongs to a duty that lies in time
    ("tickets", "All tickets should have been played by now"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("theatre") / "t", THEATRE)


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(READ))
def test_it_flags_what_the_sentence_means(
    tables: Tables, names: str, sentence: str, flagged: str
) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("names", "sentence"), DECLINED, ids=[one[1] for one in DECLINED])
def test_what_is_not_clear_is_declined(tables: Tables, names: str, sentence: str) -> None:
    answer = tables.answer(sentence, *names.split())

    assert answer.code in ("not-understood", "ambiguous"), answer.plan
