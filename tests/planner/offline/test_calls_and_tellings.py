"""Rows called for, told of first, or put without a verb: a greenhouse and its gardeners."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

PLANTS = (
    ("plant", "bed", "kind", "height_cm", "price", "sown_on", "sold_on", "gardener_id", "potted",
     "label"),
    ("p1", "N-1", "fern", 20, 5.0, "2024-02-01", "2024-05-01", 1, "yes", "green fern"),
    ("p2", "N-2", "rose", 120, -1.0, "2024-03-01", "2024-02-01", 2, "no", ""),
    ("p3", "", "dead", "", 0.0, "2024-04-01", "", 9, "yes", "gone "),
    ("p4", "S-1", "rose", 45, 12.5, "2024-05-01", "", 1, "no", ""),
    ("p5", "S-2", "dead", 80, 30.0, "", "2024-06-01", "", "no", "x"),
    ("p6", "S-3", "cactus", -2, 7.25, "2024-06-01", "2024-06-01", 3, "yes", ""),
)  # fmt: skip
GARDENERS = (
    ("gardener_id", "name", "badge_no", "email", "phone"),
    (1, "Ann", "B1", "a@x.org", ""),
    (2, "Bob", "B2", "", ""),
    (3, "Cy ", "B1", "", "555"),
)

OF_PLANTS: list[Group] = [
    ("called-for", "p2", [
        "Alert me when the price is negative.",
        "Let us know about plants with a negative price.",
        "Raise an alarm if the price is negative.",
        "Treat plants with a negative price as wrong.",
        "Treat any price below 0 as suspicious.",
        "If a plant has a negative price, report it.",
        "If the price is negative, flag the plant.",
        "Check whether there are any plants with a negative price.",
        "Can you check whether any price is negative?",
        "Find out if any plant has a negative price.",
    ]),
    ("never", "p2", [
        "Under no circumstances may the price be negative.",
        "At no time may a plant have a negative price.",
        "There should not be a single plant with a negative price.",
        "None of the plants may have a negative price.",
        "Can you check whether the price is at least 0 for all plants?",
        "Please check if every plant has a price of at least 0.",
        "A plant is only valid if its price is at least 0.",
        "Only plants with a price of at least 0 are acceptable.",
        "In a correct record the price is at least 0.",
        "Anything with a negative price must be flagged.",
    ]),
    ("seen", "p2", [
        "Last week we found plants with a negative price. That must not happen again.",
        "There are plants with a negative price. List them.",
        "We worry that some plants have a negative price. List them.",
        "Our cashier noticed plants with a negative price. They need to be listed.",
        "Visitors complained about plants with a negative price. There should be no such plants.",
    ]),
    ("told-first", "p4", [
        "If a plant has a price above 10, it must have a label.",
        "If a plant has a price above 10, the plant must have a label.",
        "Some plants have a price above 10. Those must have a label.",
        "Some plants have a price above 10. Their label must be filled.",
        "Sometimes the price is above 10. In that case a label must be given.",
        "Should the price be above 10, the label must be filled in.",
        "Are there plants whose price is above 10 but which have no label?",
    ]),
    ("left-out", "p2 p4 p6", [
        "Plants other than dead ones must have a label.",
        "All plants except dead ones must have a label.",
        "Every plant must have a label. Only dead plants may deviate.",
    ]),
    ("only-if", "p4 p5", [
        "The price may be above 10 only if the plant is potted.",
        "The price may only be above 10 if the plant is potted.",
        "The price may exceed 10 only if the plant is potted.",
        "Only if a plant is potted may its price exceed 10.",
        "The price may only exceed 10 for potted plants.",
    ]),
    ("without-a-verb", "p3", [
        "label without trailing blanks",
        "label without leading or trailing spaces",
        "Flag plants with leading or trailing blanks in the label.",
    ]),
    ("not", "p2", ["price not negative", "price not below 0"]),
    ("from-to", "p2 p3", ["price 1-40", "price 1 - 40", "price: 1-40"]),
    ("where-there", "p2", ["sold_on >= sown_on (if sold_on)"]),
    ("if-such", "p6", ["label must be filled if potted"]),
    ("fails-to", "p1 p2 p3 p6", ["Show me the plants whose price fails to exceed 10."]),
    ("share", "1", [
        "What share of the plants have a label? At least 80%.",
        "What percentage of plants is potted? At least 60% must be.",
        "The label must be filled in at least 9 out of 10 plants.",
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    tables = {"plants": PLANTS, "gardeners": GARDENERS}
    return Tables(tmp_path_factory.mktemp("greenhouse"), tables)


@pytest.mark.parametrize(("sentence", "flagged"), each(OF_PLANTS))
def test_plants_are_found(house: Tables, sentence: str, flagged: str) -> None:
    answer = house.answer(sentence, "plants")
    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "We want the gardener to exist in the list of gardeners.",
        "Every plant must have a gardener_id that exists in gardeners.",
        "No plant may have a gardener_id that does not exist in gardeners.",
        "A gardener_id that is not known in gardeners is an error.",
        "Do all plants have a gardener_id that exists in gardeners?",
    ],
)
def test_what_another_table_knows(house: Tables, sentence: str) -> None:
    answer = house.answer(sentence, "plants", "gardeners")
    assert (answer.flagged, answer.reason) == ("p3", "")


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("email or phone filled", "2"),
        ("email and phone filled", "1 2 3"),
        ("email and phone not both empty", "2"),
        ("Are there gardeners with the same badge number?", "1 3"),
        ("no two gardeners with the same badge_no", "1 3"),
        ("name without trailing blanks", "3"),
    ],
)
def test_gardeners_are_found(house: Tables, sentence: str, flagged: str) -> None:
    answer = house.answer(sentence, "gardeners")
    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize(
    "sentence",
    [
        # What is told of them is no duty, or frees them from one.
        "Some plants are dead. They must not be flagged.",
        "If a plant is dead, it need not have a label.",
        "If a plant is dead, it may have a label.",
        "We found plants without a label. That is fine.",
        "There are plants without a label. Ignore them.",
        "Sometimes the price is negative. In that case ignore the plant.",
        "Some plants have no label. Those are exempt.",
        "If the price is negative, the plant is fine.",
        # A quantity, or all and none of them, is not some.
        "Most plants have a label. Those must have a price.",
        "We found 3 plants without a label. List them.",
        "If no plant is dead, it must have a label.",
        # Whether, without a word of which answer is wanted.
        "Check whether the price is negative.",
        "Check if not all plants have a label.",
        "Alert me unless the price is positive.",
        # Valid if: also in other cases, perhaps.
        "A plant is valid if its price is positive.",
        "The label must be filled only if the plant is dead.",
        # Dead ones with a low price, or all with a low price but dead ones?
        "All plants except dead ones whose price is negative must have a label.",
        "Treat dead plants as valid.",
        "The label must be filled in at most 3 out of 10 plants.",
        "What share of plants is dead? 10%.",
        "Show me the plants whose gardener fails to exist.",
    ],
)
def test_what_tells_no_duty_is_declined(house: Tables, sentence: str) -> None:
    assert house.answer(sentence, "plants", tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
