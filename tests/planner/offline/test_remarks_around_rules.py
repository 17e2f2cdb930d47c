"""What stands behind a rule: why cells are blank, what else is wrong, how case counts, lists."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "hires": (
        (
            "hire_no",
            "skipper",
            "mate",
            "hired_on",
            "back_on",
            "deposit",
            "zone",
            "ticket",
            "payment",
            "voucher",
            "extras",
        ),
        ("h1", "Ann", "Bo", "2024-05-06", "2024-05-06", 20, "A", "T-11", "cash", None, "net;oar"),
        ("h2", "Bo", "Bo", "2024-05-07", "2024-05-09", 22, "B", "T-12", "card", "V7", "oar"),
        ("h3", "Cy", None, "2024-05-12", None, 0, "c ", None, "Cash", "V8", None),
        ("h4", "Di", "Ann", "2024-05-14", "2024-05-13", 35, "b", "t-14", "cash", None, "sail"),
        ("h5", "Ann", "Cy", "2024-05-14", "2024-05-15", None, "X", "T 15", None, "V9", "net"),
    ),
    "singers": (
        ("singer_no", "voice", "joined_on", "left_on", "badge", "fee"),
        ("s1", "SOP", "2020-01-01", None, "B-1", 10),
        ("s2", "mez", "2021-01-01", "2020-06-01", None, 12),
        ("s3", "BAR", "2022-01-01", "2023-01-01", "b-3", None),
        ("s4", "MEZ", "2022-05-01", "2023-01-01", "B-4", 15),
        ("s5", "mezzo", "2022-05-01", "2023-01-01", "B-5", 15),
    ),
}

_MATES = "mate must differ from skipper."
_TICKETS = "ticket consists of capital letters, digits and dashes only."
_STEPS = "deposit must be divisible by 5."
_BACK = "Flag hires with back_on before hired_on."
_PAID = "payment must be cash or card."
_ZONES = "zone is A, B or C."

FLAGGED: dict[str, list[Group]] = {
    "hires": [
        ("lone", "h2", [
            f"{_MATES} Lone trips, where the mate is blank, are all right.",
            "Nobody helps himself: the mate is someone other than the skipper. Lone outings, where "
            "the mate is empty, are fine.",
        ]),
        ("unread", "h4 h5", [
            f"{_TICKETS} A ticket nobody could read is left blank, and that is fine.",
            f"{_TICKETS} An unreadable ticket is left blank, and that is all right.",
            f"{_TICKETS} A ticket the porter smudged stays empty.",
        ]),
        ("meant", "h2", [
            f"{_STEPS} Blank means that no deposit was wanted.",
            f"{_STEPS} An empty cell means that the cashier never asked.",
            "deposit must be divisible by 5, and blank means that nothing was paid.",
            "deposit comes in steps of five euros, so it is divisible by 5. Blank means that the "
            "guest went home early.",
        ]),
        ("afloat", "h4", [
            "back_on must not be before hired_on; no back_on means the boat is still afloat.",
            f"{_BACK} Those without a back_on are still on the water and do not count.",
            f"{_BACK} Hires with no back_on are not over yet and do not matter.",
            f"{_BACK} Those without a back_on are still on the water.",
        ]),
        ("else-wrong", "h3 h5", [
            f"{_PAID} Anything else is an error, and so is a blank.",
            f"{_PAID} Anything else is wrong, as is a blank.",
        ]),
        ("neither", "", [
            f"{_PAID} Upper and lower case do not matter, and neither does an empty cell.",
            f"{_PAID} Upper and lower case do not matter, nor does a blank.",
            f"{_PAID} Capital letters are fine, and so is a blank.",
        ]),
        ("small", "h3 h5", [
            f"{_ZONES} Capital or small letter makes no difference.",
            f"{_ZONES} Small letters do not matter.",
            f"{_ZONES} Whether capital or small letter makes no difference.",
        ]),
        ("stray", "h5", [
            f"{_ZONES} Small letters and stray blanks do not matter.",
            f"{_ZONES} Case and stray blanks do not matter, and neither does an empty cell.",
            f"{_ZONES} Stray spaces and case make no difference.",
        ]),
        ("full", "h3 h4 h5", [
            "zone has to be A, B or C in capitals; lower case or a full word is wrong.",
            f"{_ZONES} A typo or a nickname is an error.",
            "Flag hires with a zone we do not know. The known ones are A, B and C.",
            "Flag hires with an unknown zone. We know A, B and C.",
            "Flag hires with a zone that is not on our list. The list holds A, B and C.",
            "Flag hires with a zone code we do not use; the valid codes are A, B and C.",
            "Flag hires with a zone we do not know. The known ones are A, B and C; blank means the "
            "guest would not say.",
        ]),
        ("listed", "h4", [
            "Flag hires with an extras value we do not know. The known ones are net and oar; a "
            "hire "
            "can have several, separated by semicolons.",
            "Flag hires with extras we do not offer. The known ones are net, oar and mast; a hire "
            "can carry several, separated by semicolons, and blank means nothing was lent.",
        ]),
    ],
    "singers": [
        ("still", "s2", [
            "left_on must not be before joined_on; no left_on means that the singer is still with "
            "us.",
            "Flag singers with left_on before joined_on. Singers without a left_on are still in "
            "the "
            "choir and do not count.",
        ]),
        ("voices", "s2 s5", [
            "voice must be SOP, MEZ, BAR or BAS; small letters or a long word is wrong.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("hires", f"{_STEPS} Blank means 5."),
    ("hires", f"{_STEPS} Blank means the default."),
    ("hires", f"{_STEPS} Blank means the same as above."),
    ("hires", f"{_STEPS} Blank means that somebody must ask."),
    ("hires", f"{_STEPS} Blank means a mistake."),
    ("hires", "deposit must be filled. Blank means that nobody asked."),
    ("hires", f"{_STEPS} Blank means that somebody forgot it."),
    ("hires", f"{_STEPS} Blank means that the cashier was lazy."),
    ("hires", f"{_STEPS} Blank means data loss."),
    ("hires", f"{_BACK} Those without a back_on are suspect."),
    ("hires", f"{_BACK} Those without a back_on are what we look for."),
    ("hires", "If payment is cash, voucher must be empty. Blank means cash."),
    ("hires", "voucher and ticket must not both be empty. Blank means that nobody gave one."),
    ("hires", "Flag hires with no mate. No mate means that the skipper went alone."),
    ("hires", f"{_BACK} Those without a back_on are still on the water and must be flagged."),
    ("hires", f"{_BACK} Those without a payment are still on the water and do not count."),
    ("hires", f"{_BACK} Those without a back_on were refused."),
    ("hires", f"{_TICKETS} A ticket for children is left blank."),
    ("hires", f"{_TICKETS} A ticket nobody could read is wrong, and that is fine."),
    ("hires", "ticket must be filled. A ticket nobody could read is left blank, and that is fine."),
    ("hires", f"{_PAID} Small letters are wrong."),
    ("hires", f"{_PAID} A full word is wrong."),
    ("hires", f"{_PAID} A typo of a child is wrong."),
    ("hires", f"{_ZONES} A letter is wrong."),
    ("hires", f"{_STEPS} Small letters and stray blanks do not matter."),
    ("hires", "Flag hires with a zone we know. The known ones are A, B and C."),
    ("hires", "Flag hires with a zone we do not know. The known ones are A and B for adults."),
    ("hires", "Flag hires with no zone. The known ones are A and B."),
    ("hires", "deposit must be above 0, and so is a blank."),
    ("hires", f"{_PAID} Nothing else matters, and neither does it."),
]

checked, test_what_is_told_behind_a_rule_is_read, test_what_may_change_it_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
