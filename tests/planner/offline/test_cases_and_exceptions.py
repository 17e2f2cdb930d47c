"""One of two columns, values by cases, exceptions told behind, shapes spelt out, ends allowed."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "fares": (
        (
            "fare_no", "fare", "max_bags", "price", "voucher", "card_no", "state", "sold_on",
            "used_on", "code", "adults", "children", "people",
        ),
        ("F1", "Single", 1, 20, "V1", None, "used", "2024-02-01", "2024-02-03", "TX/001", 1, 0, 1),
        ("F2", "Return", 3, 35, None, "C2", "used", "2024-02-01", "2024-03-20", "TX/002", 2, 1, 4),
        ("F3", "Single", 2, 8, "V3", "C3", "lost", "2024-02-05", None, "TX/03", 1, 1, 3),
        ("F4", "Return", 2, 4, None, None, "open", "2023-12-30", None, "TX-004", 3, 0, 3),
        ("F5", "Group", 9, 90, "V5", None, "open", "2024-02-09", "2024-02-10", "TX/0055", 8, 2, 13),
        ("F6", None, 3, 2, None, "C6", "lost", "2024-02-09", "2024-02-12", "TX/006", 1, 2, 5),
    ),
    "folk": (
        ("folk", "name", "stand", "email", "age"),
        ("P1", "Ann", "single", None, 17),
        ("P2", "Bob", "married", None, 16),
        ("P3", "Cid", "single", "c@d.com", 30),
    ),
}  # fmt: skip

FLAGGED = {
    "fares": [
        ("one-of-two", "F3 F4", [
            "A fare must have either a voucher or a card_no, but never both.",
            "Each fare has exactly one of the two: a voucher or a card_no.",
            "voucher or card_no: exactly one of the two",
            "Either the voucher or the card_no must be filled, not both and not neither.",
            "For every fare one, and only one, of voucher and card_no is filled.",
            "Flag fares where voucher and card_no are both filled or both empty.",
            "Flag fares where both or neither of voucher and card_no are filled.",
            "Which fares have both a voucher and a card_no, or neither of the two?",
            "Are there fares with neither a voucher nor a card_no, or both?",
            "No fare may have both a voucher and a card_no, and no fare may have neither.",
            "voucher and card_no must not both be filled, and they must not both be empty.",
            "If voucher is filled, card_no must be empty, and if voucher is empty, card_no must be "
            "filled.",
            "Either voucher or card_no is required, but not both.",
            "There must be either a voucher or a card_no, but not both.",
            "It is an error if both voucher and card_no are filled or if both are empty.",
        ]),
        ("one-of-two-lost", "F3", [
            "Lost fares must have either a voucher or a card_no, but not both.",
            "No lost fare may have both a voucher and a card_no or neither of them.",
            "If state is lost, either voucher or card_no must be filled, but not both.",
        ]),
        ("both-or-neither", "F1 F2 F5 F6", [
            "Both or neither of voucher and card_no must be filled.",
            "A fare must have both a voucher and a card_no or neither.",
            "Flag fares with a voucher or a card_no but not both.",
        ]),
        ("never-both", "F3", ["A fare must not have both a voucher and a card_no."]),
        ("cases", "F2 F3", [
            "max_bags: Single = 1, Return = 2",
            "max_bags by fare: Single -> 1, Return -> 2",
            "max_bags must be 1 (Single) or 2 (Return).",
            "Depending on the fare, max_bags must be 1 (Single) or 2 (Return).",
            "max_bags may be 1 (Single) or 2 (Return), depending on the fare.",
            "The maximum number of bags is 1 in Single fares and 2 in Return fares.",
            "No Single fare may have a max_bags other than 1, and no Return fare a max_bags other "
            "than 2.",
            "Which Single fares have a max_bags other than 1, and which Return fares have one "
            "other than 2?",
            "Flag Single fares where max_bags is not 1 and Return fares where max_bags is not 2.",
        ]),
        ("cases-told", "F2 F3", [
            "max_bags depends on the fare: Single 1, Return 2.",
            "max_bags must be 1 when the fare is Single and 2 when it is Return.",
            "Are there Single fares with max_bags other than 1, or Return fares with one other "
            "than 2?",
        ]),
        ("cases-bounds", "F2 F3", ["max_bags: Single <= 1, Return <= 2, Group <= 9"]),
        ("single", "F3", [
            "No Single fare may have a max_bags other than 1.",
            "Every Single fare must have a max_bags of 1.",
            "Single fares must have a max_bags of 1.",
        ]),
        ("column", "F5", ["The maximum number of bags must be at most 3."]),
        ("but-lost", "F4", [
            "price must be at least 5. This does not apply to lost fares.",
            "price must be at least 5. This rule does not apply when state is lost.",
            "price must be at least 5; the exception is lost fares.",
            "price must be at least 5. Lost fares are exempt from this rule.",
            "price >= 5 (except state lost)",
            "price >= 5, except state lost",
            "Fares other than those with state lost must have a price of at least 5.",
            "Prices below 5 are only allowed for lost fares.",
            "Prices below 5 are allowed only if the state is lost.",
            "Fares, other than lost ones, must have a price of at least 5.",
            "Which fares, except lost ones, have a price below 5?",
            "Flag fares, apart from lost ones, with a price below 5.",
            "Flag fares with a price below 5 without having the state lost.",
            "No fare may have a price below 5 without having the state lost.",
        ]),
        ("but-carded", "F4", ["Flag fares with a price below 5 without having a card_no."]),
        ("only-lost", "F6", ["price must be at least 5. This applies to lost fares only."]),
        ("shape", "F3 F4 F5", [
            'code must start with "TX/" and then have exactly three digits, nothing else.',
            "code looks like TX/001, that is TX, a slash and three digits.",
            "Codes are written as the letters TX, a slash and exactly three digits.",
            'No fare may have a code that is anything other than "TX/" and three digits.',
        ]),
        ("shape-open", "F3 F4", ['code must start with "TX/" followed by at least three digits.']),
        ("earliest", "F4", [
            "The earliest sold_on allowed is 2024-01-01.",
            "The earliest possible sold_on is 2024-01-01.",
            "2024-01-01 is the earliest sold_on allowed.",
        ]),
        ("latest", "F2", ["The latest allowed used_on is 30 days after sold_on."]),
        ("lowest", "F4", ["The lowest price allowed is 5 for Return fares."]),
        ("terse-days", "F2", ["used_on no later than 30 days after sold_on"]),
        ("formula", "F5", [
            "The sum of adults and twice the number of children must be equal to people.",
            "Adults plus two times children has to give exactly the people.",
            "Flag fares where the sum of adults and twice children is not people.",
            "people must be twice the number of children plus the number of adults.",
        ]),
    ],
    "folk": [
        ("idiom", "P1 P2", ["Not a single folk may be younger than 18."]),
        ("kind", "P1", ["Single folk must have an email."]),
    ],
}  # fmt: skip

DECLINED = [
    ("fares", "No lost fare may have both a voucher and a card_no, and no fare may have neither."),
    ("fares", "No fare may have both a voucher and a card_no, and no lost fare may have neither."),
    ("fares", "voucher, card_no or used_on, but not both"),
    ("fares", "At least one of voucher and card_no must be filled, but not both."),
    ("fares", "max_bags must be at most 1 (Single) or 2 (Return)."),
    ("fares", "max_bags: Single at most 1, Return 2"),
    ("fares", "max_bags must not be 1 (Single) or 2 (Return)."),
    ("fares", "Depending on the state, max_bags must be 1 (Single) or 2 (Return)."),
    ("fares", "max_bags must be 1 for Single and Return."),
    ("fares", "Flag Single fares and Return fares with a price above 50."),
    ("fares", "price must be at least 5. This does not apply."),
    ("fares", "price must be at least 5. This does not only apply to lost fares."),
    ("fares", "Prices below 5 are allowed for lost fares."),
    (
        "fares",
        "price must be at least 5. max_bags must be at most 3. This does not apply to lost fares.",
    ),
    (
        "fares",
        "price must be at least 5. This does not apply to lost fares. max_bags must be at most 3.",
    ),
    (
        "fares",
        "price must be at least 5. Group fares are exempt. This does not hold for lost fares.",
    ),
    ("fares", "max_bags must be at least 1 when the fare is Single and 2 when it is Return."),
    ("fares", "The largest price is 100 in Single fares and 2 in Return fares."),
    ("fares", "No fare may have a price below 5 or max_bags above 3 without having state open."),
    ("fares", "code looks like TX/01, that is TX, a slash and three digits."),
    ("fares", 'code must start with "TX/" and then have exactly three digits.'),
    ("fares", "The lowest price not allowed is 5."),
    ("fares", "max_bags must be twice the sum of adults and children."),
    ("folk", "Every single folk must have an email."),
    ("folk", "No single folk may be younger than 18."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
