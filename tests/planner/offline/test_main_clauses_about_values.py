"""Plain main clauses about values: all alike, pairs, the longest of them, times by example."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "slips": (
        ("slip", "judge_a", "judge_b", "judge_c", "home_tel", "cell_tel", "pager"),
        ("T1", 3, 3, 3, "0-11", "", ""),
        ("T2", 3, 4, 3, "", "", ""),
        ("T3", 5, 6, 7, "", "0-12", ""),
        ("T4", 2, 2, 9, "0-13", "0-14", "0-99"),
    ),
    "bales": (
        ("bale", "ordered", "supplied"),
        ("B1", 100, 104),
        ("B2", 100, 111),
        ("B3", 50, 44),
        ("B4", 80, 80),
    ),
    "dives": (
        ("dive", "boat", "minutes", "hose_length", "mask_price", "tank_kg", "tank_use"),
        ("D1", "Ida", 40, 90, 30, 11.5, "sport"),
        ("D2", "Ida", 55, 120, 45, 14, "club"),
        ("D3", "Una", 70, 150, 60, 9, "sport"),
    ),
    "wines": (
        ("wine", "year", "grower_salary"),
        ("W1", 1987, 1200),
        ("W2", 2004, 900),
        ("W3", 2019, 3100),
    ),
    "kites": (
        ("kite", "size", "tail", "lines", "retired", "launched", "lift"),
        ("K1", "S", "red", 2, "yes", "6:15 a.m.", "40%"),
        ("K2", "M", "blue", 0, "yes", "12:50 p.m.", "101%"),
        ("K3", "S", "blue", 4, "no", "14:05", "7 %"),
        ("K4", "L", "red", 3, "no", "9:40 p.m.", "100%"),
    ),
    "tokens": (
        ("token", "serial"),
        ("X1", "79927398713"),
        ("X2", "79927398710"),
        ("X3", ""),
    ),
}

FLAGGED = {
    "slips": [
        ("not-all-same", "T2 T3 T4", [
            "Flag slips where judge_a, judge_b and judge_c are not all the same.",
            "Flag slips on which judge_a, judge_b and judge_c do not all agree.",
            "Show me the slips whose judge_a, judge_b and judge_c are not identical.",
            "Is there a slip where judge_a, judge_b and judge_c are not all equal?",
            "Flag slips where any of judge_a, judge_b and judge_c differs from the others.",
            "judge_a, judge_b, judge_c: all the same.",
            "Every slip must show the same number in judge_a, judge_b and judge_c.",
        ]),
        ("all-different", "T3", [
            "Flag slips where judge_a, judge_b and judge_c are all different.",
            "At least two of judge_a, judge_b and judge_c must agree.",
        ]),
        ("not-all-different", "T1 T2 T4", [
            "Flag slips where judge_a, judge_b and judge_c are not all different.",
            "Flag slips where any two of judge_a, judge_b and judge_c are equal.",
            "judge_a, judge_b, judge_c: all different.",
        ]),
        ("none-of-them", "T2", [
            "Are there slips without any home_tel, cell_tel or pager?",
            "Flag slips that have neither home_tel nor cell_tel nor pager.",
            "Flag slips with no home_tel, cell_tel or pager at all.",
            "Is there any slip that has no home_tel, no cell_tel and no pager?",
            "Flag slips for which neither home_tel, cell_tel nor pager is given.",
        ]),
        ("no-two", "T2", ["Flag slips with no home_tel and no cell_tel."]),
    ],
    "bales": [
        ("a-tenth", "B2 B3", [
            "supplied may differ from ordered by at most 10 percent of ordered, up or down.",
            "supplied must not differ from ordered by more than 10 % of ordered.",
            "supplied may be at most 10 percent above or below ordered.",
            "supplied may be up to 10 % more or less than ordered.",
            "Flag bales where supplied is more than 10 percent over or under ordered.",
        ]),
        ("of-itself", "B3", [
            "supplied may differ from ordered by at most 10 percent of supplied.",
        ]),
        ("pieces", "B2 B3", ["supplied may be at most 5 above or below ordered."]),
    ],
    "dives": [
        ("longest", "1", [
            "The longest dive must have taken between 40 and 60 minutes.",
            "The longest dive may last at most 1 hour.",
            "The longest dive must not take longer than 65 minutes.",
            "The longest hose must measure at most 140.",
            "The dearest mask may cost at most 50.",
            "The cheapest mask must cost at least 35.",
        ]),
        ("shortest", "0", [
            "The shortest dive must take at least 40 minutes.",
            "The longest hose must be between 100 and 150.",
            "The heaviest dive must weigh at most 14 kg.",
            "The heaviest sport dive must weigh at most 12 kg.",
        ]),
    ],
    "wines": [
        ("oldest", "1", [
            "The worst-paid wine must earn at least 1000.",
            "The oldest wine must be from 1990 or later.",
            "The newest wine must be from 2018 at the latest.",
            "The best-paid wine must earn at most 3000.",
        ]),
        ("newest", "0", ["The newest wine must be from 2015 or later."]),
    ],
    "kites": [
        ("pairs", "K3 K4", [
            "Size and tail may only occur as S/red or M/blue.",
            "Size/tail may only be S-red or M-blue.",
            "Only S/red and M/blue are allowed as size and tail.",
            "Flag kites whose size and tail are neither S/red nor M/blue.",
            "Only these size/tail pairs may appear: S/red, M/blue.",
            "Size and tail must be S/red or M/blue.",
        ]),
        ("never", "K3 K4", ["Size and tail must never be S/blue or L/red."]),
        ("times", "K3", [
            "Flag any launched that is not written like '6:15 a.m.' or '12:50 p.m.'.",
            "launched must be written like '6:15 a.m.'.",
            "launched must look like '6:15 a.m.' or '12:50 p.m.'.",
        ]),
        ("percent", "K2 K3", [
            "The lift is a whole number from 0 to 100 followed directly by a % sign.",
        ]),
        ("each-of-a-list", "K4", ["Size must be S/M."]),
        ("range", "K2", ["lines may be 2 to 4.", "lines may only be 2 to 4."]),
    ],
    "tokens": [
        ("luhn", "X2", [
            "Where a serial is given, its check digit must be right (Luhn check).",
            "The check digit of serial must be right (Luhn check).",
            "The serial must have a correct check digit (Luhn).",
            "serial check digit must be valid according to Luhn.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("slips", "Flag slips where judge_a, judge_b and judge_c differ."),
    ("slips", "Flag slips where judge_a and judge_b are not all the same."),
    ("slips", "judge_a, judge_b and judge_c are not the same."),
    ("slips", "Flag slips where two of judge_a, judge_b and judge_c are equal."),
    ("slips", "Flag slips with no home_tel or no cell_tel."),
    ("bales", "Flag bales where ordered and supplied are more than 10 percent apart."),
    ("bales", "No bale may get less than 100 a bale."),
    ("dives", "The longest dive must be at most 60."),
    ("dives", "The longest dive must take at most 60."),
    ("dives", "The longest boat must measure at most 20."),
    ("dives", "The heaviest dive must weigh at most 14."),
    ("dives", "The shortest dive must not be from 1990 or later."),
    ("wines", "The oldest wine must be at least 1990."),
    ("kites", "Tail and size may only occur as S/red or M/blue."),
    ("kites", "Size and tail may only occur as S/red or S/S."),
    ("kites", "launched must be written like '6 a.m.' or '7 p.m.'."),
    ("kites", "launched must be written like 'half past six'."),
    ("kites", "Size and tail may only be X/black or Y/white."),
    ("kites", "The lift is a number followed by the word percent."),
    ("kites", "Retired kites must not have lines."),
    ("tokens", "The check digit of serial must not be right (Luhn check)."),
    ("tokens", "The serial must have a correct check digit."),
    ("tokens", "The check digit of serial must be right."),
]

checked, test_plain_clauses_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
