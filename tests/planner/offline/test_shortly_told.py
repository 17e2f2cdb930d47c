"""Rules in few words and requests in many, about a garden: signs, copies, sums, days, rows."""

from __future__ import annotations

from tests.planner.offline.garden_tables import TABLES
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "plots": [
        ("sign", "p1", ["Flag plots with an exclamation mark in tag.",
                        "Point out plots with a hash in their tag."]),
        ("no-such", "p1 p2 p3 p4 p5", ["tag: no digits", "no digits in tag"]),
        ("blank", "p3",
         ["tag without spaces", "no spaces in tag", "Flag plots with a blank in their tag.",
          "No tag with a space in it.", "tag: no spaces", "tag must be free of spaces and dashes",
          "tag: no slashes, spaces or dots"]),
        ("neither", "p1 p2 p3 p4 p5", ["tag: free of digits and spaces",
                                       "tag without digits or spaces"]),
        ("digit", "", ["every tag with a digit in it", "tag always with a digit in it"]),
        ("any-digit", "p1 p2 p3 p4 p5", ["Flag plots with a digit in their tag.",
                                         "tag without digits"]),
        ("at", "", ["every keeper_mail with an @ in it", "keeper_mail with exactly one @"]),
        ("front", "p1 p4", ["'T' in front of every tag"]),
        ("other-signs", "p1 p3", ["Flag tags containing anything but letters and digits.",
                                  "Spot plots with anything but letters and digits in tag."]),
        ("address", "p2", ["Flag plots whose keeper_mail is not a valid address.",
                           "keeper_mail: a valid address or nothing"]),
        ("verb", "p3", ["Report the plots that show a soil_ph above 8.",
                        "Track down plots that record soil_ph above 8."]),
        ("goes-without", "p3", ["No plot goes without a keeper_mail.",
                                "Nobody goes without a keeper_mail."]),
        ("inside", "p4", ["All plots lie between height_cm 5 and 30."]),
        ("inside-both", "p3 p4",
         ["All plots lie between height_cm 5 and 30 and between soil_ph 5 and 8."]),
        ("outside", "p3 p4", ["Flag plots outside soil_ph 5.5 to 8."]),
        ("values", "p4", ["light is sun or shade, in small letters",
                          "light sun or shade; anything else is an error",
                          "light: sun or shade, nothing else",
                          "light sun or shade, spelled exactly like that"]),
        ("word-in-list", "p4", ["light must be sun, shade or day", "light: day, sun or shade"]),
        ("layout", "p3", ["bed as a capital letter, a dash and two digits",
                          "bed: a capital letter, a dash, two digits, nothing more",
                          "bed is a capital letter and a dash plus two digits"]),
        ("span", "p2", ["Flag plots with more than two days between planted_on and checked_on.",
                        "Between planted_on and checked_on lie at most 3 days."]),
        ("as-zero", "p3 p5",
         ["total_l is water_l plus extra_l, exact to the cent. An empty extra_l counts as zero.",
          "total_l must equal water_l + extra_l; a missing extra_l counts as 0.",
          "total_l must equal water_l + extra_l. If extra_l is empty, it counts as zero.",
          "total_l must equal water_l + extra_l. Treat empty cells as zero."]),
        ("as-nothing-said", "p3", ["total_l is water_l plus extra_l, exact to the cent."]),
        ("share", "p3",
         ["dead_leaves make up between 10 and 40 percent of leaves plus dead_leaves.",
          "dead_leaves must be between 10% and 40% of leaves plus dead_leaves."]),
        ("before", "p3 p5", ["height_cm must never be lower than in the row before.",
                             "height_cm: never lower than in the previous row",
                             "Flag plots whose height_cm is lower than the one before."]),
        ("jump", "p4",
         ["Flag plots whose height_cm is more than 9 higher than the one before."]),
        ("jump-within", "p5",
         ["Flag plots whose height_cm is more than 5 higher than the one before at the same "
          "light."]),
        ("deviations", "p4",
         ["List each plot whose height_cm is more than 1.5 sample standard deviations away from "
          "the column's mean.",
          "height_cm lies within 1.5 standard deviations of its mean"]),
        ("formula", "p2", ["leaves minus dead_leaves: never negative, at most 7"]),
        ("sum-in-all", "p5", ["Flag plots whose leaves and dead_leaves together exceed 10."]),
        ("pair", "", ["bed and tag: never the same"]),
        ("total", "1", ["Sum up water_l over all plots. The check fails once the sum is above 9.",
                        "Add up water_l. It must not exceed 9."]),
        ("total-fine", "0",
         ["Sum up water_l over all plots. The check fails once the sum is above 10."]),
        ("average", "1", ["Work out the average height_cm. It must be at most 18."]),
        ("median", "0", ["The median plot has a height_cm of 12 or less."]),
        ("different", "1", ["at least four different lights"]),
        ("in-so-many", "1", ["light sun in at most one plot"]),
        ("in-few", "0", ["light dark in at most one plot"]),
    ],
    "visits plots": [
        ("day-when", "v1", ["Flag visits made before the day on which their plot was planted."]),
        ("known", "v3", ["every plot in visits also known in plots",
                         "Flag visits of plots missing from the plot list."]),
        ("sizes", "1", ["visits and plots: same number of rows",
                        "visits has the same number of rows as plots"]),
    ],
    "sowings": [
        ("together", "s1 s2",
         ["no two sowings with the same bed, seed and day; flag every copy",
          "bed, seed and day unique together, all rows of a repeated combination flagged",
          "bed, seed and day never repeat as a combination",
          "No two sowings of the same bed with the same day."]),
        ("alone", "s1 s3 s4", ["grams unique in sowings, flag everyone who shares one"]),
        ("whole", "", ["no two sowings alike in every column"]),
        ("grams", "", ["grams in whole numbers, nothing after the decimal point but zero"]),
    ],
    "slips": [
        ("example", "n2 n3", ["printed_at: a real date and time, written like 2026-05-05T08:57:03Z",
                              "printed_at looks like 2026-05-05T08:57:03Z"]),
        ("code", "n2 n3", ["number as GA-, then two digits", "number: GA- and two digits"]),
    ],
}  # fmt: skip


DECLINED = [
    ("plots", "Flag seedlings with a height_cm above 15."),  # some plots, or all
    ("plots", "every plot with a keeper_mail"),  # must have one, or is to be flagged
    ("plots", "height_cm in whole metres"),
    ("plots", "height_cm must be at least 5. An empty extra_l counts as zero."),
    ("plots", "Flag plots taken before 2024-02-01."),  # planted, or checked
    ("plots", "Work out the average height_cm."),
    ("plots", "tag: a valid address"),
    ("plots", "Flag plots in which keeper_mail and tag are the same country."),
    ("plots", "Flag plots that rate the light above 3."),
    ("plots", "Flag plots not showing a soil_ph above 8."),
    ("plots", "All plots lie between height_cm 5 and 30 or soil_ph 5 and 8."),
    ("plots", "total_l is water_l plus extra_l. An empty extra_l does not count as zero."),
    ("plots", "The check does not fail if the average height_cm is above 18."),
    ("plots", "leaves limited to 5 and 8"),
    ("sowings", "no two sowings with the same bed and different seed"),
    ("visits plots", "Flag visits of plots that are in plots and are not in plots."),
    ("visits plots", "plots and visits: same number of columns and rows"),
    ("sowings", "no two sowings with the same colour, seed and day"),
    ("slips", "paid_on written like 05.06.2024"),  # of which both may be the month
    ("slips", "Slips with a fine must have a number."),  # 0.00 is no fine
]


checked, test_shortly_told, test_what_may_mean_more_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
