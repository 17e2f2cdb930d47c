"""What an author is told: which words were not understood, what would be, and what each became."""

from __future__ import annotations

import re

import pytest

from tests.planner.offline.spoken import Tables

FIELDS = (
    ("plot", "crop", "soil", "area_ha", "sown_on", "cut_on", "yield_t"),
    ("a", "rye", "clay", 3.5, "2024-03-01", "2024-08-01", 9),
    ("b", "oat", "rye", 2.0, "2024-04-01", None, 7),
)

REASONS = [
    ("sown_on must be recent", ["'recent' is not understood", "say in numbers, dates or values"]),
    ("are_ha must be positive", ["'are_ha'", "did you mean the column 'area_ha'"]),
    ("plots with rye must have a cut_on", ["'rye' is a value of crop and of soil"]),
    ("cut_on must be shiny", ["the word 'shiny' is not understood"]),
    ("area_ha must be below crop", ["crop", "area_ha", "have no order"]),
    ("sown_on must be below 5", ["sown_on (a date) and 5 (a number) have no order"]),
    ("yield_t must be at most 5 kilograms", ["yield_t"]),
    ("crop must be wheat", ["'wheat' is no value of crop"]),
]

# The nearest rule in its own words, and what becomes of the author's.
SUGGESTIONS = [
    (
        "cut_on must gently follow sown_on",
        "but leaves out 'gently': 'In every plots row, cut_on is after sown_on.'",
    ),
    (
        "crop must be roughly unique",
        "but leaves out 'roughly': 'No two plots rows are equal in crop; flag every row that "
        "shares them.'",
    ),
    (
        "crop shall never ever be somehow empty",
        "but leaves out 'somehow': 'In every plots row, crop is filled.'",
    ),
    (
        "Plots of the good old kind: area_ha at most 20",
        "but leaves out 'Plots of the good old kind': 'In every plots row, area_ha is at most 20.'",
    ),
    (
        "yield_t must be at least 2, like on any sane farm, for crop 'rye'",
        "but leaves out 'like on any sane farm': \"In every plots row where crop equals 'rye', "
        'yield_t is at least 2."',
    ),
    (
        "yeeld_t must be positive",
        "if 'yeeld_t' is yield_t: 'In every plots row, yield_t is greater than 0.'",
    ),
    ("area_ha must be fairly between things", "'area_ha must be between 0 and 100.'"),
    ("crop wobbles along soil", "\"crop must be one of 'oat', 'rye'.\""),
    ("if crop wobbles, soil does", "\"If crop is 'oat' then soil must be filled.\""),
]

# Words that tell of a rule are not left out, so that nothing is near.
FAR = [
    "cut_on must never ever wobble unless sown_on",
    "flag nothing but the odd ones without any yield_t above the other ones",
    "most of the crop should be at least somewhat like the soil",
]

ACCEPTED = [
    "Please make sure that the area_ha is always positive.",
    "If crop is 'rye', then cut_on must be filled, and vice versa.",
    "cut_on must be at least 60 days after sown_on (empty ones are fine)",
    "Flag all plots where the crop isn't rye, and the yield_t exceeds 8!",
    "yield_t can't be below 0; the soil must be given.",
    "area_ha must be > 0 and <= 100",
    "crop must match [a-z]{3}.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("plots") / "w", {"plots": FIELDS})


@pytest.mark.parametrize(("sentence", "parts"), REASONS, ids=[case[0] for case in REASONS])
def test_the_reason_names_the_words_and_a_cure(
    tables: Tables, sentence: str, parts: list[str]
) -> None:
    answer = tables.answer(sentence)
    assert answer.code == "not-understood"
    assert answer.reason.startswith("C-1: ")
    for part in parts:
        assert part in answer.reason


@pytest.mark.parametrize(("sentence", "wanted"), SUGGESTIONS, ids=[case[0] for case in SUGGESTIONS])
def test_the_suggestion_is_about_the_same_columns(
    tables: Tables, sentence: str, wanted: str
) -> None:
    assert wanted in tables.answer(sentence).reason


@pytest.mark.parametrize("sentence", [case[0] for case in REASONS + SUGGESTIONS])
def test_what_is_suggested_compiles(tables: Tables, sentence: str) -> None:
    suggested = re.search(
        r"A sentence that compiles.*?: (['\"])(.*)\1$", tables.answer(sentence).reason
    )
    assert suggested is not None
    assert tables.answer(suggested.group(2)).reason == ""


@pytest.mark.parametrize("sentence", FAR)
def test_nothing_is_near_that_leaves_out_what_turns_a_rule(tables: Tables, sentence: str) -> None:
    reason = tables.answer(sentence).reason
    assert reason and "leaves out" not in reason


def test_a_choice_is_made_by_copying_it(tables: Tables) -> None:
    sentence = "If crop is 'rye' then soil is filled or yield_t is above 3 and area_ha is above 3"
    answer = tables.answer(sentence)
    choices = re.findall(r"\(\d\) (.*?\.)(?= |$)", answer.reason)
    assert (answer.code, len(choices)) == ("ambiguous", 2)
    assert "Write the one that is meant as it stands here" in answer.reason
    assert [tables.plan(choice).restatement for choice in choices] == choices


@pytest.mark.parametrize("sentence", ACCEPTED)
def test_every_character_of_an_accepted_sentence_is_accounted_for(
    tables: Tables, sentence: str
) -> None:
    uses = tables.plan(sentence).words
    told = {place for use in uses for place in range(use.start, use.end)}
    silent = [char for place, char in enumerate(sentence) if place not in told]
    assert "".join(silent).strip() == ""
    assert all(sentence[use.start : use.end] for use in uses)
    assert all(use.part for use in uses)
