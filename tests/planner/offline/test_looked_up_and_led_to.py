"""What is looked up in another table, what the rows of a row come to, which rows lead nowhere."""

from __future__ import annotations

import pytest

from tests.planner.offline.harbour_tables import HARBOUR
from tests.planner.offline.spoken import Group, Tables, each_of, folders

FLAGGED: dict[str, list[Group]] = {
    "voyages ships": [
        ("the fee of its ship", "v2", [
            "Every voyage's day_fee must equal the dayFee of its ship in ships.",
            "The day fee on a voyage is the day fee that the ships table gives for that ship.",
            "Flag voyages whose day fee differs from that of their ship.",
            "Flag voyages whose day fee isn't the one of their ship.",
            "The day fee of a voyage is the same as its ship's.",
            "Show voyages charged at a day fee different from that of the ship.",
            "Look up each ship in ships by its ship ID. The day fee must be that of its ship.",
        ]),
        ("the port of its ship", "v2", [
            "Flag voyages whose port is not that of their ship.",
            "A voyage's port matches that of its ship.",
            "Flag voyages from a port other than that of their ship.",
        ]),
        ("never before the ship was commissioned", "v2", [
            "Flag voyages departed before the ship was commissioned.",
            "Every voyage's departed_on must not be before the commissioned_on of its ship.",
        ]),
        ("a ship that there is", "v3", [
            "Each voyage refers to a ship that we have in the ships table.",
            "Each ship ID in voyages is one of those in ships.",
            "The ship ID of each voyage can be found in ships.",
            "The ship ID must lead to a row in ships.",
            "Flag voyages that belong to no ship.",
            "Flag voyages made with a ship ID that's missing from the ships table.",
            "Which voyages have a ship ID that can't be found in ships?",
            "We only accept voyages whose ship ID is in the ships table.",
        ]),
        ("no closed ship", "v2", [
            "Flag voyages whose ship is closed.",
            "Flag voyages whose ship has the class closed.",
        ]),
    ],
    "ships voyages": [
        ("no voyage at all", "s3", [
            "A ship without a single voyage makes no sense.",
            "Show me ships for which voyages holds nothing.",
            "Each ship turns up in voyages at least once.",
            "Find ships that made no voyages.",
        ]),
        ("two voyages or more", "s1", [
            "A ship makes one voyage at the most.",
            "Flag ships which made more than 1 voyage.",
            "Show ships with over 1 voyage to their name.",
        ]),
    ],
    "voyages crates": [
        ("as many crates", "v4", [
            "The crate count tells how many crates the voyage has.",
            "Count the crates of each voyage; the crate count has to be that number.",
            "Flag voyages where the crate count isn't the number of crates they have.",
            "crate count = number of crates of that voyage",
            "The crate count must agree with how many crates there are.",
        ]),
        ("as heavy as the crates", "v4", [
            "The freight kg of a voyage is what its crates' weights add up to.",
            "Add up the weight in crates for each voyage. The result has to match the freight kg.",
            "Adding up the weights of a voyage's crates gives its freight kg.",
            "Flag voyages whose freight kg is more than 0.01 away from the sum of their weights.",
            "freight kg = total of weight over the voyage's crates (+/- 0.01)",
        ]),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    """The tables of each check on disk."""
    return folders(tmp_path_factory, HARBOUR, [*FLAGGED, *DECLINED])


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_flagged(tables: dict[str, Tables], names: str, sentence: str, flagged: str) -> None:
    """Each wording flags the rows that the plain rule flags."""
    answer = tables[names].answer(sentence, *names.split(), as_of="2026-11-01")

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED: dict[str, list[Group]] = {
    "voyages ships": [
        ("not the value of one row", "not-understood", [
            "The ship ID is one that ships gives.",
            "Every voyage's days must equal that of its ship.",
            "The day fee is roughly the one of its ship.",
            "Flag voyages whose fee is the one of another ship.",
            "We only accept voyages.",
        ]),
    ],
    "ships voyages": [
        ("not counted", "not-understood", [
            "A ship makes voyages at most.",
            "Ships make few voyages.",
        ]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("names", "sentence", "code"), each_of(DECLINED))
def test_declined(tables: dict[str, Tables], names: str, sentence: str, code: str) -> None:
    """What looks alike and means something else is not guessed."""
    answer = tables[names].answer(sentence, *names.split())

    assert (answer.flagged, answer.code) == ("", code)
