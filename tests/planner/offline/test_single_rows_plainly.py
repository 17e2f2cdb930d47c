"""Signs that are missing, one of several columns, or within a row, what may be, except in."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kilns": (
        ("kiln", "mark", "owner", "phone", "heat", "trays", "hall", "vented", "lit_on", "cold_on"),
        ("K1", "a#1", "Ida", None, 900, 2, "North", "yes", "2024-01-01", "2024-01-03"),
        ("K2", "b2", None, "555", 700, 6, "North", "no", "2024-01-02", "2024-01-02"),
        ("K3", "c#3", None, None, 950, 4, "South", "yes", "2024-01-05", "2024-01-20"),
        ("K4", "d4", "Odd", "556", 400, 1, "South", "no", "2024-01-06", "2024-01-08"),
    ),
    "glazes": (
        ("glaze", "shade", "price", "worth", "firm", "batch"),
        ("g1", "amber", 5, 9, "Lund", "x1"),
        ("g2", "coral", 9, 9, "Berg", None),
        ("g3", "amber", 12, 10, "Berg", "x3"),
        ("g4", "ivory", 14, 10, None, None),
    ),
}  # fmt: skip

FLAGGED = {
    "kilns": [
        ("no-sign", "K2 K4", [
            "A mark without \"#\" is not allowed.",
            "Marks without a # are invalid.",
            "No mark may lack a #.",
            "There must always be a # in the mark.",
            "A # must be present in every mark.",
            "The # must not be missing in any mark.",
            "Flag kilns where the # is missing in the mark.",
            "Show me the marks where the # is missing.",
            "Kilns without a # in the mark are wrong.",
        ]),
        ("sign", "K1 K3", [
            "There must be no # in the mark.",
            "A # must not appear in any mark.",
        ]),
        ("some", "K3", [
            "Every kiln needs at least an owner or a phone.",
            "At least one of the two, owner or phone, must be filled.",
            "One or more of these fields must be given: owner, phone.",
            "owner or phone required (at least one)",
            "Either owner or phone must be filled, at least one of them.",
            "No kiln may be without both an owner and a phone.",
            "No kiln may lack both an owner and a phone.",
        ]),
        ("both-bad", "K2 K4", [
            "No kiln may have a heat under 500 or more than 5 trays.",
            "Kilns with a heat under 500, or with more than 5 trays, are not allowed.",
            "Make sure that heat is at least 500 and that trays is at most 5.",
            "Both must hold: heat is at least 500 and trays is at most 5.",
            "A kiln that has a heat under 500 or that has trays above 5 is wrong.",
        ]),
        ("sign-asked-for", "K1 K3", ["Is there a # in any mark?"]),
        ("never-both", "K2", [
            "It must never happen that heat is below 800 and that trays is above 3.",
        ]),
        ("own", "K3", [
            "When the hall is South and the kiln is vented, heat must be below 940.",
            "The heat of a South kiln must be below 940 if it has more than 3 trays.",
        ]),
        ("apart", "K2", [
            "cold_on must follow lit_on by at least one day.",
            "lit_on must precede cold_on by a day or more.",
            "cold_on must come after lit_on by at least 1 day.",
        ]),
        ("not-far", "K2 K3", ["cold_on must follow lit_on by no more than 10 days."]),
        ("there", "K3", [
            "If the kiln is vented, there must be an owner.",
            "There must be an owner where vented is yes.",
        ]),
        ("but-in", "K4", [
            "Except in North, heat must be above 500.",
            "Everywhere but in North, heat must be above 500.",
            "heat must be above 500 except in North.",
            "Except for hall North, heat must be above 500.",
        ]),
    ],
    "glazes": [
        ("no-more", "g3 g4", [
            "price may equal worth but must not be above it.",
            "The price can be the same as the worth, but not higher.",
            "price must not exceed worth, but it may equal it.",
            "The price must be below the worth or equal to it.",
            "price may be no higher than worth.",
        ]),
        ("two-above", "g4", [
            "price may be at most 2 above worth.",
            "price may exceed worth by 2 at most.",
            "price can be up to 2 higher than worth.",
        ]),
        ("far", "g1 g4", [
            "price may differ from worth by 3 at most.",
            "The difference between price and worth may be 3 at most.",
        ]),
        ("range", "g3 g4", [
            "price may range from 0 to 10.",
            "price may be between 0 and 10.",
            "Keep the price between 0 and 10.",
            "Something is wrong if the price is below 0 or above 10.",
            "A glaze may have a price of at most 10.",
        ]),
        ("dear", "g4", [
            "Above a price of 10, the batch must be filled.",
            "At prices above 10, batch must be filled.",
            "batch must be filled at prices above 10.",
            "For price > 10: batch must be filled",
            "With prices above 10 there must be a batch.",
            "A missing batch is only OK if the price is at most 10.",
        ]),
        ("as-one", "g2", [
            "firm and batch always come together.",
            "Either both firm and batch are filled or neither.",
            "If one of firm and batch is missing, the other must be missing too.",
            "firm must not be filled without batch.",
        ]),
        ("of-value", "g3", [
            "In shade amber, price must be below 10.",
            "price must be below 10 in shade amber.",
            "shade amber means price is below 10.",
        ]),
        ("small", "g3 g4", ["A price above 9 is only allowed if the worth is above 10."]),
        ("only", "g4", ["Amber and coral are the only shades a glaze may have."]),
        ("of-some", "g3", ["Amber glazes may have a price of at most 10."]),
    ],
}  # fmt: skip

DECLINED = [
    ("kilns", "A # may be in the mark."),
    ("kilns", "A mark without \"North\" is not allowed."),
    ("kilns", "owner or phone is not required."),
    ("kilns", "No kiln may be without an owner and a phone."),
    ("kilns", "Make sure it never happens that heat is below 800 and that trays is above 3."),
    ("kilns", "Flag kilns whose heat is below 500 or that are vented and whose trays is above 3."),
    ("kilns", "No kiln may have a heat below 500 or more than 5 trays without having a phone."),
    ("kilns", "Flag kilns without a phone or with a heat below 500 from North."),
    ("kilns", "Only in North must heat be above 500."),
    ("kilns", "If the kiln is vented, there need not be an owner."),
    ("glazes", "price may be above 5."),
    ("glazes", "A glaze may have a price of more than 5."),
    ("glazes", "price may equal worth."),
    ("glazes", "firm and batch must not come together."),
    ("glazes", "If one of firm and batch is missing, the other must be filled."),
    ("glazes", "shade amber does not mean price is below 10."),
    ("glazes", "A price above 9 is allowed if the worth is above 10."),
    ("glazes", "A glaze must have a price below 10 with a worth above 9."),
    ("glazes", "Only in shade amber must price be below 10."),
    ("glazes", "Keep only prices above 5."),
    ("glazes", "Nothing is wrong if the price is below 0."),
    ("glazes", "Amber and coral are not the only shades a glaze may have."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
