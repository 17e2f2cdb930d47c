"""Rules about single rows in owners' words: a fair, a ledger, gauges, codes, trials, a crew."""

from __future__ import annotations

import pytest

from tests.planner.offline.fair_tables import BALLOTS, CODES, CREW, GAUGES, HEATS, LEDGER, TRIALS
from tests.planner.offline.spoken import Domains, Tables, read

TABLES = {
    "ballots": BALLOTS,
    "ledger": LEDGER,
    "heats": HEATS,
    "gauges": GAUGES,
    "codes": CODES,
    "trials": TRIALS,
    "crew": CREW,
}

READ = [
    ("ballots", "v5", "No flavour other than mint, lime may appear."),
    ("ballots", "v5", "flavour only contains the values mint and lime"),
    ("ballots", "v5", "Flavours: mint, lime and nothing else"),
    ("ballots", "v3", "sweet is a whole number on a scale of 1 to 5"),
    ("ballots", "v3", "sweet: max 5, min 1"),
    ("ballots", "v4", "Did any ballot leave out the flavour?"),
    ("ballots", "v4", "Which ballots skipped flavour?"),
    ("ballots", "v3", "A jury_vote blank is fine; otherwise it is 1 or 3"),
    ("ledger", "e3", "The GL amount may differ from the bank amount by no more than 0.01."),
    ("ledger", "e3", "Flag entries where gl_amount and bank_amount are further apart than 0.5."),
    ("ledger", "e2 e3", "Do the GL amount and the bank amount agree in every entry?"),
    (
        "ledger",
        "e2 e3 e5",
        "Flag entries where the memo amount differs from the bank amount (some memo amounts are "
        "not even numbers - those differ too).",
    ),
    ("ledger", "e3", "The difference (bank_amount - gl_amount) must be below 1."),
    ("ledger", "", "At least one of gl_amount and bank_amount is needed."),
    ("ledger", "", "gl_amount and bank_amount must be equal (rounding of 5 is allowed)"),
    ("heats", "h2 h3", "All three judges of a heat must be different."),
    ("heats", "h2", "judge_1 must differ from judge_2; equality is an error"),
    ("heats", "h4", "All judges must be given."),
    ("heats", "h2", "The two shares must add up to one."),
    ("gauges", "g3 g4", "level must be in strictly increasing order from row to row"),
    ("gauges", "g4", "level increases from row to row (ties are fine)"),
    ("gauges", "g4", "Levels never go down from one hour to the next."),
    ("gauges", "g4", "The counter goes up in steps of 3."),
    ("gauges", "g4", "The stamps go up in file order."),
    ("gauges", "g2 g4", "Temp_c must not jump by more than 10 degrees from one hour to the next."),
    ("codes", "c2 c3", "Each code starts with tt followed by seven digits."),
    ("codes", "c2 c3 c4", "state must be a two-letter upper-case code"),
    ("codes", "c2 c3 c4", "State is a two-letter code in capitals."),
    ("codes", "c3 c4", "tag is one to three digits followed by a percent sign"),
    ("codes", "c2 c3", "paid_on has to be in day/month/year form, DD/MM/YYYY"),
    ("codes", "c3", "The first two characters of code are 'tt'."),
    ("codes", "c1 c3", "The last digit of code must not be 7."),
    ("codes", "c1 c2 c3 c4 c5", "code must be a 32-digit hexadecimal string"),
    ("codes", "c3", "raw must hold valid JSON"),
    ("codes", "c3", "raw must be readable as JSON"),
    (
        "trials",
        "t2 t3",
        "valid_to must be later than valid_from; a trial that starts and ends on "
        "the same day is an error.",
    ),
    ("trials", "t3", "valid_to must be on or after valid_from; the same day is fine"),
    ("trials", "t2 t3 t5", "There must be no trial shorter than 7 days."),
    (
        "trials",
        "t3 t4 t5",
        "valid_from must lie in the first quarter of 2024 and before 2024-03-02",
    ),
    ("trials", "t2", "Which trials start and end on the same day?"),
    ("trials", "t3", "Trials must not end before they start."),
    ("trials", "t2 t3", "valid_to must be between 3 and 40 days after valid_from"),
    ("trials", "t5", "grade at least 1 and at most 2"),
    ("trials", "t4", "Do we have trials without a valid_to?"),
    ("trials", "t4", "Trials with a valid_from must also have a valid_to, and vice versa."),
    ("trials", "t3 t4 t5", "valid_from must lie in the first two months of 2024"),
    ("crew", "m2 m3", "No two sailors share an email."),
    ("crew", "m4", "Every sailor needs an email."),
    ("crew", "m2 m4", "Sailors must have no gain (0)."),
    ("crew", "m3 m4", "All sailors live in Kiel."),
    ("crew", "m4", "port Oslo always means rank_no 2"),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("domains"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_the_rows_are_those_that_the_owner_means(
    domains: Domains, domain: str, flagged: str, sentence: str
) -> None:
    domains.assert_flags(domain, flagged, sentence)


# What could be read wrongly -------------------------------------------------------------------

DECLINED = [
    ("heats", "judge_3 must not be one of the first two judges"),
    ("heats", "All four judges of a heat must be different."),
    ("crew", "Anyone with gain must have no email."),
    ("crew", "No sailor may be over 25."),
    ("ledger", "Anyone settled with settled must be given gl_amount."),
    ("ballots", "Every flavour must be nice and nothing else."),
    ("ballots", "jury_vote: 1 is fine and nothing else counts"),
    ("gauges", "level must be in increasing order, ties are not what we want"),
    ("gauges", "The counter goes up in steps of 0."),
    ("trials", "valid_to must be after valid_from; the same day is fine"),
    (
        "trials",
        "valid_to must be later than valid_from; a trial that ends before it starts is fine",
    ),
    ("codes", "code must have a digit and a half"),
    ("codes", "raw must be a JSON object with some keys"),
    ("codes", "tag: max 5 characters, min something"),
]


@pytest.mark.parametrize(("domain", "sentence"), DECLINED, ids=[each[1] for each in DECLINED])
def test_what_is_not_clear_is_declined(
    tmp_path_factory: pytest.TempPathFactory, domain: str, sentence: str
) -> None:
    tables = Tables(tmp_path_factory.mktemp("declined"), {domain: TABLES[domain]})

    answer = tables.answer(sentence)

    assert (answer.code in ("not-understood", "ambiguous"), answer.flagged) == (True, "")
