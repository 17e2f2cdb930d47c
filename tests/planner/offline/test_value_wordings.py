"""Sets, ranges and forms of the values of a column, in the wordings that owners have for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Tables, each

TANKS = (
    (
        "tank",
        "water",
        "fish",
        "litres",
        "share_full",
        "depth_cm",
        "feed_step",
        "opens_at",
        "tag",
        "keeper_code",
    ),
    ("t1", "salt", "shark", 900, 0.5, 120, 10, "08:30", "AQ-101", "KA7"),
    ("t2", "sweet", "carp", 300, 0, 80, 25, "7:05", "AQ-102", "KB12"),
    ("t3", "brackish", "eel", 100, 1, 60, 30, "late", "aq-103", "KC3"),
    ("t4", "Salt", "ray", 1000, 1.2, 300, 40.5, "20:00", "QA-104", "XA7"),
    ("t5", "mud", "carp", 99, -0.1, 20, 0, "20:01", " AQ-105", "KA123"),
    ("t6", None, "whale", None, None, None, None, None, None, None),
)

READ = [
    ("three-kinds", "t4 t5", [
        "There are three kinds of water: salt, sweet and brackish.",
        "We know only three waters: salt, sweet and brackish.",
        "water takes three values: salt, sweet, brackish",
        "The waters in use are salt, sweet and brackish, and there are no others.",
        "water: salt / sweet / brackish, anything else is an error",
        "water = salt | sweet | brackish",
        "Every water must be on this list: salt, sweet, brackish.",
        "All tanks have salt, sweet or brackish as their water.",
        "Flag tanks with a water outside salt, sweet and brackish.",
        "Flag tanks whose water is anything other than salt, sweet or brackish.",
        "Is the water ever something else than salt, sweet or brackish? It must not be.",
        "Water comes in salt, sweet or brackish; no other water is known.",
        "The water of a tank lies within the set salt, sweet, brackish.",
    ]),
    ("one-alone", "t2 t3 t4 t5", [
        "water: salt, no other",
        "Flag tanks in any water but salt.",
        "Every tank has salt as its water.",
    ]),
    ("each-in", "t2 t4 t5 t6", [
        "Is each tank in fish shark or eel?",
        "Report tanks kept with a fish other than shark or eel.",
    ]),
    ("three-numbers", "t4 t5", [
        "Anything but 100, 300 or 900 litres is a mistake.",
        "Flag tanks whose litres are something other than 100, 300 or 900.",
        "litres in the set 100, 300, 900",
    ]),
    ("closed-range", "t4 t5", [
        "share full: from 0 up to and including 1",
        "share full 0 to 1, both included",
        "share full: lowest 0, highest 1",
        "share full, min 0, max 1",
        "share full is never negative and at most 1",
        "The share full is never below 0 nor above 1.",
        "The share full can't be negative, nor can it exceed 1.",
        "The share full starts at 0 and ends at 1.",
        "The share full is given on a scale from 0 to 1.",
        "Is the share full always inside the range 0-1?",
        "share full never under 0 nor over 1",
    ]),
    ("open-range", "t2 t3 t4 t5", ["share full between 0 and 1, both excluded"]),
    ("with-unit", "t4 t5", [
        "depth in cm: 60 to 120",
        "depth in cm, min 60, max 120",
        "60 <= depth in cm <= 120",
        "Flag a tank whose depth in cm is below 60, or over 120.",
        "Depths run from 60 through 120.",
    ]),
    ("from-on", "t5", [
        "litres from 100 onwards",
        "litres must be 100 and up",
        "litres - minimum 100",
        "Litres are 100 at the very least.",
    ]),
    ("up-to", "t4", [
        "litres may go up to 900 but not beyond",
        "Litres top out at 900.",
        "litres never climb above 900",
    ]),
    ("either-way", "t1 t2 t4 t5", ["Flag tanks with more or less than 100 litres."]),
    ("negative-one", "t2 t5", ["Flag tanks with a share full of 0 or a negative one."]),
    ("steps", "t2 t4", [
        "Feed steps come in steps of 10.",
        "Can every feed step be divided by 10 without a remainder?",
        "Feed steps come in tens.",
        "Feed steps are rounded to the nearest 10.",
        "Flag tanks whose feed step is not divisible by 10 evenly.",
    ]),
    ("whole", "t4", [
        "feed step without decimals",
        "feed step: whole numbers only",
        "Feed steps are given in whole numbers.",
    ]),
    ("positive-whole", "t4 t5", [
        "Flag feed steps that are not a positive integer.",
        "feed step must be positive and whole",
        "feed step must be whole and above 0",
    ]),
    ("clock", "t3 t5", [
        "opens at must be between 07:00 and 20:00",
        "opens at: 07:00-20:00",
        "opens at not before 07:00 and not after 20:00",
        "Flag tanks whose opens at is earlier than 07:00 or later than 20:00.",
        "Is every opens at 07:00 or later and 20:00 or earlier?",
        "opens at >= 07:00 and <= 20:00",
        "opens at from 7:00 to 20:00, limits included",
    ]),
    ("clock-one-side", "t3 t4 t5", [
        "opens at must be before 8 pm",
        "opens at < 20:00",
    ]),
    ("clock-latest", "t3 t5", ["opens at: 20:00 at the latest", "opens at no later than 20:00"]),
    ("code", "t3 t4 t5", [
        "tag = AQ-, then 3 digits",
        "A tag is AQ- with three digits after it.",
        "tag: AQ- + 3 digits",
        "Tags follow the pattern AQ- followed by exactly three digits, nothing else.",
    ]),
    ("choice-of-letters", "t4 t5", [
        "keeper code = K, then A/B/C, then 1-2 digits",
        "A keeper code is K, one of the letters A, B or C, and 1 to 2 digits.",
        "keeper code = K + letter A-C + 1-2 digits",
    ]),
    ("prefix", "t4", [
        "keeper code: prefix K",
        "Flag tanks whose keeper code has another prefix than K.",
        "Keeper codes carry the prefix K.",
    ]),
    ("outer-blanks", "t5", [
        "No spaces around the tag.",
        "tag: no leading/trailing spaces",
        "Flag any tag that has blanks in front of it or behind it.",
        "Tags are free of leading and trailing whitespace.",
    ]),
    ("length", "t2 t5", [
        "keeper code length 3",
        "keeper code: length 3",
        "Flag tanks with a keeper code that is shorter or longer than 3 characters.",
        "Every keeper code has 3 characters, no more and no fewer.",
    ]),
    ("a-range-and-no-list", "t4 t5", [
        "any share full outside 0 and 1 is wrong",
        "Flag tanks with a share full beyond 1 or below 0.",
    ]),
    ("not-the-negative-one", "t1 t2 t3 t4 t5", ["share full must be negative one"]),
    ("anything-other", "t2 t3 t5", ["water must be anything other than sweet, mud, brackish"]),
    ("denied-list", "t1 t2 t3", ["Flag tanks that have salt, sweet or brackish as their water."]),
    ("length-range", "t5", [
        "keeper code length 2-4",
        "Flag keeper codes shorter than 2 or longer than 4 characters.",
    ]),
]  # fmt: skip

DECLINED = [
    ("There are four kinds of water: salt, sweet and brackish.", "four"),
    ("water takes two values: salt, sweet, brackish", "brackish"),
    ("We like salt, sweet and brackish water.", "like"),
    ("water must start with salt, and there are no others", "others"),
    ("litres must be at most 900, and there are no others", "others"),
    ("fish before 08:30", "08:30"),
    ("opens at must be before litres", "litres"),
    ("tag has more than 2 letters, no more and no fewer", "fewer"),
    ("depth in kg: 60 to 120", "kg"),
    ("water is somewhere between salt and sweet", "between"),
    ("The tag has a valid beginning.", "beginning"),
    ("tags start with two letters and nothing else", "else"),
    ("litres in 100 and 300", "2 ways"),
    ("Feed steps are a whole number of dozens.", "dozens"),
    ("water may be something like salt or sweet", "like"),
    ("Most tanks have salt or sweet as their water.", "Most"),
    ("No tank has three kinds of water: salt, sweet and brackish.", "has"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("values") / "w"
    return Tables(folder, {"tanks": TANKS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_flags_what_the_sentence_means(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "word"), DECLINED, ids=[case[0] for case in DECLINED])
def test_it_declines_what_it_cannot_test(tables: Tables, sentence: str, word: str) -> None:
    answer = tables.answer(sentence)
    assert answer.code in ("not-understood", "ambiguous")
    assert word in answer.reason
