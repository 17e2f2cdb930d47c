"""Rules that hold one column against constants: presence, bounds, lists, steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Tables, each

CARGO = (
    ("crate", "state", "mass", "worth", "pieces", "remark"),
    ("a", "loaded", 12, 100, 10, "ok"),
    ("b", "lost", 0, 250, 15, None),
    ("c", "at sea", -3, None, 4, "  "),
    ("d", "unloaded", 55.5, 90, None, "N/A"),
    ("e", None, None, 400, 21, "handle with care"),
)

READ = [
    ("presence", "c", [
        "worth must be filled",
        "Every crate needs a worth.",
        "Is there a crate without a worth?",
        "Flag crates without worth",
        "Ensure that worth is given",
        "Is there no crate without a worth?",
        "a worth is required",
    ]),
    ("blanks-are-empty", "b c", [
        "remark must not be blank",
        "remark must not be empty or blank",
        "Flag crates where remark is empty",
    ]),
    ("marker", "b c d", [
        "'N/A' in remark means missing. remark must be filled.",
        "N/A counts as missing in remark; remark must be filled",
    ]),
    ("known", "b e", [
        "Every known worth must be at most 200",
        "every recorded worth must be at most 200.",
        "worth must be at most 200 if known",
        "worth, if present, must be at most 200",
        "worth must not exceed 200",
    ]),
    ("missing-other-is-fine", "c", ["Every crate needs a worth; a missing mass is fine."]),
    ("list", "b c", [
        "state must be loaded or unloaded",
        "The only states are loaded and unloaded.",
        "state can be loaded or unloaded only",
        "state may only be loaded or unloaded",
        "state in (loaded, unloaded)",
        "state must be one of 'loaded', 'unloaded'",
        "State must be neither lost nor at sea",
    ]),
    ("not-one", "b", [
        "state must not be lost",
        "no crate may be lost",
        "state must be anything except lost",
        "Are there lost crates?",
        "It must not happen that state is lost",
    ]),
    ("case", "c e", [
        "state must be 'LOADED', 'UNLOADED' or 'LOST' (case does not matter). state "
        "must be filled.",
    ]),
    ("closed", "c d", [
        "mass must be between 0 and 20",
        "mass must be >= 0 and <= 20",
        "0 <= mass <= 20",
        "mass must be in [0, 20]",
        "mass must be no less than 0 and no more than 20",
        "mass should be between 0-20",
    ]),
    ("half-open", "b c d", [
        "mass must be between 0 (exclusive) and 20 (inclusive)",
        "mass must be greater than 0 and at most 20",
        "mass must be positive but not exceed 20",
        "0 < mass <= 20",
    ]),
    ("outside", "a b", [
        "mass must not be between 0 and 20",
        "mass must be outside 0 to 20",
        "mass must be below 0 or above 20",
    ]),
    ("zero-or-more-than", "c", [
        "mass must be 0 or at least 10",
        "mass must be either 0 or at least 10",
    ]),
    ("wrong-value", "e", [
        "a worth above 300 is an error",
        "worths above 300 are not allowed",
        "No worth may be above 300",
        "no worth exceeds 300",
        "Flag crates with a worth of more than 300",
        "Which worths are above 300?",
        "Is the worth ever above 300?",
    ]),
    ("multiple", "c e", [
        "pieces must be a multiple of 5",
        "pieces must be divisible by 5",
    ]),
    ("even", "b e", ["pieces must be even", "Flag crates with odd pieces", "no odd pieces"]),
    ("odd", "a c", ["pieces must be an odd number", "pieces must not be even"]),
    ("step", "d", ["mass must be a multiple of 0.6", "mass must be divisible by 0.6"]),
    ("whole", "d", [
        "mass must be a whole number",
        "mass must have no decimals",
        "mass must not have decimals",
    ]),
    ("example-fits", "d e", [
        "remark must be exactly 2 characters long, such as 'ok'",
    ]),
    ("repeat-fits", "c", ["mass must be at least 0 (i.e. not below 0)"]),
]  # fmt: skip

DECLINED = [
    ("mass must be reasonable", "reasonable"),
    ("mass should usually be positive", "usually"),
    ("most crates must have a worth", "most"),
    ("not every crate must have a worth", "not"),
    ("worth may be empty", "worth"),
    ("worth need not be filled", "worth"),
    ("state must not be loaded and lost", "lost"),
    ("mass must be in (0, 20)", "2 ways"),
    ("mass must be at least 1.000", "mass"),
    ("mass must be at least 0, i.e. not 9", "values that the sentence shows"),
    ("state must be in capitals, such as 'ok'", "such as"),
    ("mass must be at least half of worth or 5", "5"),
    ("Why is mass negative?", "Why"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("bounds") / "w"
    return Tables(folder, {"crates": CARGO})


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
