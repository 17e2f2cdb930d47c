"""Reasons before a rule that is said in full: its own day or number, a trait, a gloss, a thing."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "hires": (
        ("hire_no", "boat", "hired_on", "deposit", "state", "zone", "ticket", "hours", "damage"),
        ("h1", "Otter", "2024-05-06", 20, "done", "A", "T-11", 3, 0),
        ("h2", "Heron", "2024-05-07", 22, "done", "B", "T-12", 4, 0),
        ("h3", "Otter", "2024-05-12", 0, "open", "C", "t-13", 5, 0),
        ("h4", "Swan", "2024-05-14", 35, "lost", "A", "T-14", 30, 50),
        ("h5", "Swan", "2024-05-14", None, "lost", "X", "T 15", 6, 0),
    ),
    "ropes": (
        ("rope_no", "rope season", "length_m", "knots"),
        ("r1", 3, 20, 2),
        ("r2", 6, 25, 4),
        ("r3", 1, 30, 9),
        ("r4", 0, 30, 1),
    ),
    "pots": (
        ("pot_no", "glaze", "fired_on", "price", "cracks", "grade"),
        ("p1", "ash", "2024-06-01", 40, 0, 1),
        ("p2", "salt", "2024-06-05", 42, 3, 1),
        ("p3", "ash", "2024-06-06", 65, 0, 2),
        ("p4", "tin", "2024-06-08", 120, 1, 9),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "hires": [
        ("days", "h1", [
            "We are closed on Mondays, so no hire may be on a Monday.",
            "We are closed on Mondays, so no hire falls on one.",
            "The harbour is shut on Mondays, so hired_on must not be a Monday.",
            "Nobody goes out on Mondays; hired_on must never be a Monday.",
            "Nobody works here on a Monday. Therefore hired_on must never be a Monday.",
        ]),
        ("hours", "h4 h5", [
            "Our cheap tariff ends after the fifth hour, so hours must not exceed 5.",
        ]),
        ("shares", "1", [
            "Our insurer reckons that eight hires in ten end within 5 hours. So the 80th "
            "percentile "
            "of hours must not be higher than 5.",
            "We plan that four in five hires take 5 hours or less, so the 80th percentile of hours "
            "must be at most 5.",
        ]),
        ("rare", "1", [
            "Damage is rare on this lake; for at least 90% of the hires the damage is 0.",
            "Capsizes are rare here; at least 90% of the hires have damage 0.",
        ]),
        ("glosses", "h5", [
            "State lost means that somebody ran aground. Flag hires with state lost and damage 0.",
            "State lost stands for a wreck. Flag hires with state lost and damage 0.",
        ]),
        ("letters", "h1 h4", [
            "Zone A stands for the north bank. Flag hires with zone A and deposit above 0.",
        ]),
        ("machines", "h3", [
            "The ticket machine only prints capitals; flag tickets that contain a small letter.",
            "Our scanner can only read capital letters. Flag tickets with a small letter.",
        ]),
        ("steps", "h2", [
            "deposit comes in steps of five euros, so it is divisible by 5.",
            "deposit comes in steps of five euros, so deposit must be divisible by 5.",
        ]),
        ("once", "h4 h5", [
            "A boat can be let only once a day: no combination of boat and hired_on may come up "
            "twice.",
            "A boat can go out only once a day: no combination of boat and hired_on may come up "
            "twice. Flag all hires involved.",
            "Look for double bookings: list all hires that share boat and hired_on with another "
            "hire.",
            "Search for repeats: report every hire that has the same boat and hired_on as another "
            "hire.",
        ]),
        ("that-day", "h3 h4 h5", [
            "The licence ended on 10 May 2024, so nobody's hired_on may be later than that day.",
            "The licence ended on 10 May 2024, so nobody's hired_on may be later than that day "
            "(the "
            "dates are written like 14 Mar 2023).",
            "No hired_on may be later than 10 May 2024 (dates are given as in 3 Mar 2023).",
        ]),
        ("nobody", "h4", ["Nobody's hours may be above 24."]),
        ("of-all", "h4", [
            "Our lamps last for 24 hours, so hours must be at most 24.",
            "The insurer names a limit of 24, so hours must be at most 24.",
            "A gas bottle holds 24 hours, so hours must be at most 24.",
            "Storms come without warning, so hours must be at most 24.",
            "Students complained to us, so hours must be at most 24.",
            "Beginners pay 24 euros, so no hire may have hours above 24.",
        ]),
        ("opened", "h1", [
            "Our insurance started on 7 May 2024, so hired_on must not be before 2024-05-07.",
        ]),
        ("of-a-group", "h4", [
            "Wrecks take 9 hours, so if state is lost, hours must be at most 9.",
        ]),
        ("case", "1", [
            "A zone of X means that nobody looked. This may be the case for a tenth of the "
            "hires at "
            "most.",
            "A zone of 'X' means that nobody looked. This may be the case for at most 10% of the "
            "hires.",
        ]),
    ],
    "ropes": [
        ("seasons", "r2 r4", [
            "A rope is thrown away after its fifth season, so rope season must not be above 5 or "
            "below 1.",
            "Ropes are thrown away after their fifth season and we start at 1, so the rope season "
            "should never be above 5 or below 1.",
        ]),
        ("retired", "r2", ["We retire a rope after its fifth season, so rope season must be at "
                  "most 5."]),
        ("knots", "r3", ["A rope wears out at its ninth knot, so knots must not reach 9."]),
    ],
    "pots": [
        ("kiln", "p1 p4", [
            "The kiln rests on Saturdays, so fired_on must not be a Saturday.",
            "On Saturdays the kiln rests. So no fired_on may be a Saturday.",
        ]),
        ("graded", "p2", ["Grade 1 means that a pot is sound. Flag pots with grade 1 and cracks "
                  "above 0."]),
        ("cracked", "1", ["Cracks are rare with us; for at least 80% of the pots the cracks are "
                  "0."]),
    ],
}  # fmt: skip

DECLINED = [
    ("hires", "Members come on Sundays, so hired_on must be a Sunday."),
    ("hires", "Members only come on Sundays, so hired_on must be a Sunday."),
    ("hires", "We lend dinghies on Sundays only, so hired_on must be a Sunday."),
    ("hires", "Unless it is a holiday we are shut on Mondays, so hired_on must not be a Monday."),
    ("hires", "We are closed on Mondays, so hired_on must not be a Tuesday."),
    ("hires", "We usually close on Mondays, so hired_on must not be a Monday."),
    ("hires", "The fourth hour is free, so hours must not exceed 4."),
    ("hires", "Our tariff ends after the fourth hour, so hours must not exceed 6."),
    ("hires", "We plan that nine in ten hires take 5 hours, so the 80th percentile of hours "
              "must be "
              "at most 5."),
    ("hires", "Tourists are important; the deposit must be 20."),
    ("hires", "Old boats are dear, so the deposit must be at least 20."),
    ("hires", "State lost means that 3 people fell in. Flag hires with state lost and damage 0."),
    ("hires", "State done means free. Flag hires with state done and deposit above 0."),
    ("hires", "Zone A stands for the north bank. Flag hires with zone B and deposit above 0."),
    ("hires", "A damage of 0 stands for a voucher. damage must be above 0."),
    ("hires", "The ticket machine only prints members; flag tickets that contain a small letter."),
    ("hires", "Find late bookings: list all hires that share boat and hired_on with another hire."),
    ("hires", "deposit must be at least 5 (dates are given as in 3 Mar 2023)."),
    ("hires", "A zone of X means members. This may be the case for 3 of the boats or the zone."),
    ("hires", "A child pays 20 euros, so deposit must be 20."),
    ("hires", "A child pays nothing, so deposit must be 0."),
    ("hires", "For children the limit is 5 hours, so hours must be at most 5."),
    ("hires", "For a dog the limit is 5 hours, so hours must be at most 5."),
    ("hires", "Children get tired, so hours must be at most 5."),
    ("hires", "A beginner cannot row for more than 5 hours, so hours must be at most 5."),
    ("hires", "Foreign crews have no ticket, so ticket must be empty."),
    ("hires", "Tourists have no ticket. So ticket must be empty."),
    ("hires", "Some crews pay 20, so deposit must be 20."),
    ("hires", "We charge tourists 20 euros, so deposit must be 20."),
    ("hires", "We give students a discount, so deposit must be at most 20."),
    ("hires", "With kids we are careful, so hours must be at most 5."),
    ("hires", "The price for pensioners is 20, so deposit must be 20."),
    ("hires", "The student price is 20, so deposit must be 20."),
    ("hires", "Our regulars pay 20, so deposit must be 20."),
    ("hires", "A dog weighs at most 20 kilos, so deposit must be at most 20."),
    ("hires", "People from Oslo pay 20, so deposit must be 20."),
    ("hires", "Everyone who comes by bus pays 20, so deposit must be 20."),
    ("hires", "Whoever comes by bus pays 20, so deposit must be 20."),
    ("hires", "If a child comes alone, he pays nothing, so deposit must be 0."),
    ("hires", "In the small bay nobody stays for more than 5 hours, so hours must be at most 5."),
    ("hires", "A hire at night costs 20, so deposit must be 20."),
    ("hires", "The deposit is 20 at night, so deposit must be 20."),
    ("hires", "One of our winches lifts 20 kilos, so deposit must be at most 20."),
    ("hires", "The licence for tourists ended on 10 May 2024, so hired_on must not be after "
              "2024-05-10."),
    ("hires", "The licence for tourists ended on 10 May 2024, so no hired_on may be later than "
              "that day."),
    ("hires", "The night deposit is 20, so deposit must be 20."),
    ("hires", "Weekend hires are 20 euros, so deposit must be 20."),
    ("hires", "ticket must be empty, because tourists have no ticket."),
    ("hires", "deposit must be 20, because a child pays 20 euros."),
    ("pots", "Grade 9 means the best. Flag pots with grade 9 and cracks above 0."),
    ("pots", "Apprentices fire on Saturdays, so fired_on must be a Saturday."),
]  # fmt: skip

checked, test_what_leads_to_a_rule_is_set_aside, test_what_may_change_it_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
