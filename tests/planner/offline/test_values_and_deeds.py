"""Rows called by a value, rows of another table in everyday words, and what is done how often."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each_of

BOATS = (
    ("boat_id", "shape", "seats"),
    ("B1", "canoe", 2),
    ("B2", "canoe", 3),
    ("B3", "sit-on-top", 1),
    ("B4", "sit-on-top", 2),
    ("B5", "dinghy", 4),
)
HIRES = (
    ("hire_id", "boat_id", "renter", "hired_at", "state", "came_back", "fee"),
    ("h1", "B1", "Kim", "2024-05-01 09:00:00", "done", "2024-05-01", 10),
    ("h2", "B1", "Kim", "2024-05-01 15:00:00", "no-show", None, 4),
    ("h3", "B2", "Lou", "2024-05-02 10:00:00", "cancelled", None, 0),
    ("h4", "B9", "Lou", "2024-05-03 10:00:00", "done", "2024-05-03", 12),
    ("h5", "B1", "Kim", "2024-05-20 08:00:00", "no-show", "2024-05-21", 3),
    ("h6", "B4", "Lou", "2024-06-20 08:00:00", "cancelled", "2024-06-21", 6),
    ("h7", "B1", "Moe", "2024-06-21 08:00:00", "done", "2024-06-21", 9),
)
FINES = (
    ("fine_id", "renter", "given_on", "mark"),
    ("f1", "Kim", "2024-05-06", "late"),
    ("f2", "Kim", "2024-05-07", "done"),
    ("f3", "Lou", "2024-05-08", "late"),
)
TICKETS = (
    ("ticket_id", "sort", "sort_before", "price"),
    ("t1", "return", "single", 4),
    ("t2", "single", "return", 4),
    ("t3", "return", "return", 9),
)
TABLES = {"tickets": TICKETS, "boats": BOATS, "hires": HIRES, "fines": FINES}
FLAGGED: dict[str, list[Group]] = {
    "boats": [
        ("the plural of a value", "B2", [
            "Canoes must have two seats.",
            "canoes have 2 seats",
            "Every canoe must have two seats.",
            "A canoe has two seats.",
            "No canoe may have more than two seats.",
            "The seats of a canoe must be 2.",
        ]),
        ("a value with hyphens", "B4", [
            "Sit-on-tops must have one seat.",
            "Every sit-on-top has one seat.",
            "sit-on-tops must not have more than one seat",
        ]),
    ],
    "hires": [
        ("no-shows", "h5", [
            "No-shows must not have a came back.",
            "no-shows never have a came_back",
            "A no-show has no came_back.",
            "No no-show may have a came_back.",
            "The came_back of a no-show must be empty.",
            "Are there any no-shows with a came_back? There must not be.",
        ]),
        ("what is done to a row", "h6", [
            "Cancellations must not have a fee above 5.",
            "Every cancellation has a fee of at most 5.",
            "No cancellation may have a fee of more than 5.",
        ]),
        ("twice on one day, in whatever hours", "h1 h2", [
            "Nobody may hire twice on the same day.",
            "No renter may hire twice on the same day.",
            "Each renter may hire at most once a day.",
            "No boat_id may be hired twice on one day.",
            "A boat_id is hired at most once a day.",
            "Nobody may hire the same boat_id twice on the same day.",
        ]),
        ("groups that are too large", "1", [
            "A boat_id may be hired at most 3 times.",
            "No boat_id may be hired more than 3 times.",
            "Each boat_id must be hired at most 3 times.",
            "No renter may hire more than twice a month.",
            "A renter may hire at most twice a month.",
        ]),
    ],
    "hires boats": [
        ("rows that are ours", "h4", [
            "Every hire must be for a boat we have.",
            "Hires must be for boats that we own.",
            "No hire may be for a boat we do not have.",
            "There must be no hire of a boat we don't know.",
            "Each hire must point at a known boat.",
            "Only boats we own may be hired.",
            "The boat hired must be in our fleet.",
            "We must not hire out boats that are not in our fleet.",
            "A hire must be for a boat known to us.",
            "Hires of boats outside our fleet are not allowed.",
        ]),
    ],
    "boats hires": [
        ("never done", "B3 B5", [
            "Which boats were never hired? There should be none.",
            "Which boats have never been hired? There must be none.",
            "Are there boats that were never hired? There should not be any.",
        ]),
        ("none is done too often", "B1", [
            "A boat may be hired at most 3 times.",
            "No boat may be hired more than 3 times.",
        ]),
    ],
}  # fmt: skip
DECLINED = [
    ("a value of two columns", "tickets", "ambiguous", "Returns must have a price above 5."),
    ("which date", "fines hires", "", "Nobody may sail twice on the same day."),
    ("a lower bound is of idle boats too", "hires", "", "A boat may be hired at least twice."),
    ("half of them", "hires", "", "Every second no-show must have a fee above 0."),
    ("some of them", "hires", "", "Most no-shows have no came_back."),
    ("any thirty days", "hires", "", "No renter may hire twice in 30 days."),
    ("by whom", "hires boats", "", "Only boats we own may be hired by people we know."),
    ("of all or of those hired", "hires", "", "On average, a boat_id has at most 2 hires."),
    ("a number of things", "hires", "", "No renter may hire more than two boats a month."),
    ("who is nobody", "boats", "", "Nobody may hire twice on the same day."),
    ("not ours to know", "hires boats", "", "Every hire must be for a boat we like."),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("hire"), TABLES)


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_the_rows_that_are_meant(tables: Tables, names: str, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize(
    ("names", "code", "sentence"), [case[1:] for case in DECLINED], ids=[c[0] for c in DECLINED]
)
def test_what_may_mean_something_else_is_declined(
    tables: Tables, names: str, code: str, sentence: str
) -> None:
    answer = tables.answer(sentence, *names.split())

    assert answer.code and code in answer.code, answer
