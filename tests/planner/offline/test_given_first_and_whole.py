"""Cells that are given, first rows, whole copies, keys with several values, barred signs, kin."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "dogs": (
        ("dog_no", "chip", "dam_no", "breed", "born_on", "vet_mail", "kennel"),
        (1, "A17", None, "collie", "01.02.2019", "v@x.org", "north"),
        (2, "B1O", 1, "collie", "03.04.2021", None, "north"),
        (3, "A17", 9, "beagle", "05.06.2022", "v@x.org", "south"),
        (4, None, 2, "beagle", "07.08.2023", "w@x.org", "north"),
    ),
    "rides": (
        ("ride", "van", "start_km", "end_km"),
        ("r1", "v1", 10, 20),
        ("r2", "v2", 5, 9),
        ("r3", "v1", 20, 30),
        ("r4", "v2", 11, 15),
        ("r5", "v1", 30, 44),
    ),
    "goods": (
        ("good", "price", "listed"),
        ("g1", 3, "yes"),
        ("g2", 5, "no"),
    ),
    "sales": (
        ("sale", "good", "price"),
        (10, "g1", 3),
        (11, "g2", 4),
        (12, "g9", 7),
    ),
    "quotes": (
        ("quote", "paid", "slip_no", "low", "high", "note", "bonus_eur"),
        ("q1", "yes", "s1", 3, 5, "ok", 0),
        ("q2", "yes", None, 5, 5, "  ", 4),
        ("q3", "no", None, 7, 5, None, -1),
    ),
    "slips": (
        ("code", "shop", "total"),
        ("s1", "north", 4),
        ("s2", "south", 5),
        ("s1", "north", 4),
        ("s3", "north", 4),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "dogs": [
        (
            "unique",
            "1 3",
            [
                "Every chip that is filled in must be unique.",
                "Is every chip that is given unique?",
                "Every filled chip must be unique.",
                "No two dogs may share a chip that is recorded.",
                "Each non-empty chip must be unique.",
            ],
        ),
        (
            "known",
            "3",
            [
                "Does every dam_no that is filled in occur as a dog_no?",
                "Every dam_no that is given must be a dog_no.",
                "Every filled dam_no must exist as a dog_no.",
                "Every dam_no that has a value must be found among the dog_nos.",
            ],
        ),
        (
            "signs",
            "2",
            [
                "The letters O and Q never occur in chip.",
                "The letter O must not appear in chip.",
                "No letter O may be used in chip.",
                "There must be no letters O, Q or Z in chip.",
                "Every chip must have 3 characters. The letters O and Q never occur in it.",
            ],
        ),
        (
            "dam",
            "3 4",
            [
                "The dam must have a vet_mail.",
                "The dog behind dam_no must have a vet_mail.",
            ],
        ),
        (
            "breed",
            "",
            [
                "The dam must be of breed collie.",
                "The dog behind dam_no must be of breed collie.",
                "A dam must not be from kennel south.",
            ],
        ),
        (
            "layout",
            "2 3 4",
            [
                "Flag dogs where born_on is after 2020-01-01. The dates are written DD.MM.YYYY.",
                "Flag dogs where born_on is after 2020-01-01 (dates are DD.MM.YYYY).",
            ],
        ),
    ],
    "rides": [
        (
            "before",
            "r4",
            [
                "A ride's start_km equals the end_km of the same van's previous ride.",
                "start_km is the end_km of the van's preceding ride. A van's first ride is exempt.",
                "start_km is the end_km of the van's previous ride. The first of a van is fine.",
                "start_km must be at most the end_km of the van's previous ride.",
            ],
        ),
    ],
    "sales goods": [
        (
            "looked",
            "11",
            [
                "A sale's price is the price of its good. Sales with an unknown good are fine.",
                "price must be the price of the good. Sales with an unknown good are skipped.",
            ],
        ),
        (
            "shown",
            "11",
            [
                "Flag sales of a good that is not listed (listed is no).",
                "Flag sales of a good that is no longer listed (listed = no).",
            ],
        ),
    ],
    "quotes": [
        (
            "also",
            "q2",
            [
                "Wherever paid is yes there is also a slip_no.",
                "If paid is yes there is a slip_no.",
                "If paid is yes a slip_no is required, which then may not be left empty.",
            ],
        ),
        (
            "edge",
            "q3",
            [
                "low must never exceed high, though the two may be equal.",
                "low must not exceed high, but both may be the same.",
                "Report every quote whose bonus is below zero; a bonus of exactly zero is fine.",
                "The agent's premium (bonus_eur) must not be negative.",
                "No reward of the house (bonus_eur) may be negative.",
            ],
        ),
        (
            "spaces",
            "q2",
            [
                "Do any notes consist of nothing but spaces? Empty ones are fine.",
                "note must not consist of spaces only. Blanks are fine.",
                "note must not begin or end with a space. Empty ones are fine.",
            ],
        ),
        (
            "over",
            "0",
            ["Taken over all quotes, the average low must lie between 4 and 6."],
        ),
    ],
    "slips": [
        (
            "later",
            "s1",
            [
                "Flag slips that repeat an earlier row in every column. The first one is fine.",
                "No slip may repeat an earlier row.",
                "Flag slips which are copies of an earlier slip.",
                "Flag slips that are identical to an earlier one in all columns.",
            ],
        ),
        (
            "both",
            "s1 s1",
            [
                "Flag slips that repeat another slip completely.",
                "Flag every slip that is the same as another row.",
                "Flag slips identical to another slip.",
                "No slip may repeat an earlier row. Flag both rows.",
            ],
        ),
        (
            "shop",
            "s1 s1 s3",
            [
                "Where one total turns up with different codes, flag all slips for that total.",
                "Flag every slip whose total has different codes.",
                "The same total must not have different codes.",
            ],
        ),
        (
            "rare",
            "",
            [
                "If the same code comes with different totals, all its slips need a second look.",
            ],
        ),
    ],
}

DECLINED = [
    ("quotes", "low must be below high, though the two may be equal."),
    ("quotes", "bonus must be above 0; a bonus of exactly zero is fine."),
    ("quotes", "Taken over paid quotes, the average low must lie between 4 and 6."),
    ("quotes", "low must be above 2, not even one."),
    ("sales goods", "Flag sales of a good that is no longer listed (listed = yes)."),
    ("dogs", "Every chip that is filled in needs a vet_mail."),
    ("dogs", "Not every chip that is given is unique."),
    ("dogs", "Every chip that is not filled in must be unique."),
    ("dogs", "The letters never occur in chip."),
    ("dogs", "The letters O and Q never occur in it."),
    ("dogs", "Flag dogs where born_on is after 2020-01-01. The dates are written MM/DD/YYYY."),
    ("rides", "start_km must equal the end_km of the same van's best ride."),
    ("slips", "Flag slips that repeat the total of an earlier slip."),
    ("slips", "Flag slips that are the same as an earlier slip in total."),
    ("slips", "Where the same total turns up with different codes, flag all slips for that shop."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
