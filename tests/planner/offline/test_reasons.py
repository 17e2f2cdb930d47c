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

# What the suggestion must speak of: the sentence's own columns.
SUGGESTIONS = [
    ("cut_on must gently follow sown_on", "cut_on must be on or before sown_on."),
    ("crop must be roughly unique", "crop must be unique."),
    ("crop shall never ever be somehow empty", "crop must be filled."),
    ("area_ha must be fairly between things", "area_ha must be between 0 and 100."),
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
    assert f"A sentence that compiles: {wanted!r}" in tables.answer(sentence).reason


@pytest.mark.parametrize("sentence", [case[0] for case in REASONS + SUGGESTIONS])
def test_what_is_suggested_compiles(tables: Tables, sentence: str) -> None:
    suggested = re.search(
        r"A sentence that compiles: (['\"])(.*)\1", tables.answer(sentence).reason
    )
    assert suggested is not None
    assert tables.answer(suggested.group(2)).reason == ""


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
