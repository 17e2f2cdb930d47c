"""Rules about whole tables, groups and related rows in owners' words."""

from __future__ import annotations

import pytest

from tests.planner.offline.fair_tables import (
    BALLOTS,
    CLIENTS,
    CODES,
    CREW,
    DEAL_LINES,
    DEALS,
    GAUGES,
    STAFF,
    TRIALS,
)
from tests.planner.offline.spoken import Tables

TABLES = {
    "ballots": BALLOTS, "gauges": GAUGES, "trials": TRIALS, "crew": CREW, "codes": CODES,
    "clients": CLIENTS, "staff": STAFF, "deals": DEALS, "deal_lines": DEAL_LINES,
}  # fmt: skip

# Tables and sentence; the labels of the rows to flag, or how many groups or measures fail.
READ = [
    ("ballots", "0", "All three flavours - mint, lime and plum - must occur at least once."),
    ("ballots", "1", "All three flavours - mint, lime and 'rose' - must occur at least once."),
    ("ballots", "0", "The set of flavours must be exactly mint, lime, plum."),
    ("ballots", "1", "The set of flavours must be exactly mint, lime."),
    ("ballots", "1", "At least three quarters of the flavour answers must be mint."),
    ("ballots", "0", "mint makes up at least half of the flavours"),
    ("ballots", "1", "No more than 10% of the flavour answers may be missing."),
    ("ballots", "0", "Which flavour was picked most often? It should be mint or lime."),
    ("ballots", "1", "flavour: plum is the most common value"),
    (
        "ballots",
        "0",
        "There has to be one single most common jury_vote (a tie for first place is a failure, "
        "blanks do not count) and it has to be 1.",
    ),
    ("ballots", "1", "There must be one single most common jury_vote and it has to be 2."),
    ("ballots", "0", "The largest sweet is 6; minimum is 1."),
    ("ballots", "1", "Mean of sweet within 0 and 3, standard deviation within 0 and 1."),
    ("ballots", "1", "The spread between the largest and the smallest sweet must not exceed 4."),
    ("ballots", "0", "Median sweet, leaving out blank ballots, must equal 3."),
    ("ballots", "0", "flavour is blank in exactly 1 row"),
    ("ballots", "0", "jury_vote should never be all blank."),
    ("ballots", "1", "4 out of 5 sweet values must be 5 or more"),
    ("gauges", "1", "The longest level must be below 9."),
    ("gauges", "0", "What share of rows has a level above 3? It must be above 85%."),
    ("trials", "t1 t2", "No two trials may have the same plan_id and grade."),
    ("trials", "2", "One trial per plan."),
    ("trials", "1", "No plan_id may appear in more than one grade."),
    ("trials", "2", "No grade gets more than 30% of the trials."),
    ("trials", "0", "At most three grade values are 1."),
    ("crew", "1", "At least 80% of the sailors must have an email."),
    ("crew", "0", "Exactly two sailors are in Oslo."),
    ("trials", "t4 t5", "Two trials of the same plan must not have the same valid_from."),
    (
        "trials",
        "t4 t5",
        "A plan_id always has the same grade; flag all rows of plans with more than one grade.",
    ),
    (
        "trials",
        "t4 t5",
        "Each plan_id always goes with the same grade; flag all rows of a plan_id that has "
        "several values.",
    ),
    ("clients deals", "2 4", "Which clients have never placed a deal?"),
    ("deals clients", "14", "Every deal belongs to a client that exists."),
    ("deals clients", "14", "Deals must refer to a client in the clients table."),
    ("deals clients", "14", "client_id must be the id of a client"),
    ("clients staff", "3", "rep_no must refer to a staff_no in staff; NULL means none."),
    ("deals deal_lines", "14", "Each deal needs at least one deal item."),
    ("deal_lines", "101 102", "A deal should not contain the same item twice."),
    ("deals", "11 12", "No client may have more than one deal on the same day."),
    ("deal_lines", "101 102", "An item may occur only once per deal."),
    ("clients deals", "0", "At least half of the clients must have a deal."),
    ("clients deals", "4", "Which clients have no deals although their limit_eur is positive?"),
    ("clients", "4", "limit_eur must be at least 50 for name other than Ada, Bea."),
    ("deals", "13 14", "town must be Kiel for client_id other than 1, 9."),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("wholes"), TABLES)


@pytest.mark.parametrize(("names", "flagged", "sentence"), READ, ids=[one[2] for one in READ])
def test_the_rows_and_measures_are_those_that_are_meant(
    tables: Tables, names: str, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged)
