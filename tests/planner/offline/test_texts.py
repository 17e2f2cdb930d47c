"""Rules about how a text is written: parts, characters, words, patterns, case."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

BOOKS = (
    ("book", "shelf", "title", "mail"),
    ("a", "AB12", "The old man", "x@y.org"),
    ("b", "ab12", "Emma", "bad"),
    ("c", "X-9", " padded ", "q@w@e.com"),
    ("d", "QQ7", "War  and peace", None),
    ("e", "A1B2C", None, "A@B.DE"),
)

READ = [
    ("starts-with-any", "b c", [
        "shelf must start with A or Q",
        "shelf must begin with 'A' or 'Q'",
        "shelf must start with one of 'A', 'Q'",
        "shelf must start with either A or Q",
        "Flag books whose shelf starts with neither A nor Q",
    ]),
    ("starts-with-none", "a d e", [
        "shelf must not start with A or Q",
        "no shelf may start with 'A' or 'Q'",
        "shelf must start with none of 'A', 'Q'",
    ]),
    ("ends-with-any", "b e", [
        "mail must end in .org or .com",
        "mail must end with '.org' or '.com'",
    ]),
    ("starts-or-ends", "b", ["shelf must start with A or end with 7 or 9"]),
    ("contains-any", "b c", [
        "title must contain 'old' or 'peace'",
        "title must contain one of 'old', 'peace'",
        "title must contain either 'old' or 'peace'",
    ]),
    ("contains-none", "a d", [
        "title must not contain 'old' or 'peace'",
        "title must contain neither 'old' nor 'peace'",
        "Flag books whose title contains 'old' or 'peace'",
    ]),
    ("digit", "", ["shelf must contain a digit", "shelf must contain at least one digit"]),
    ("two-digits", "c d", ["shelf must contain at least 2 digits"]),
    ("no-digit", "a b c d e", [
        "shelf must not contain digits",
        "shelf must contain no digits",
        "shelf must not contain any numbers",
        "shelf must be free of digits",
    ]),
    ("letters-and-digits", "c", [
        "shelf must contain only letters and digits",
        "shelf may only contain letters and digits",
        "shelf must consist of letters and digits only",
        "shelf must be alphanumeric",
    ]),
    ("letters-digits-hyphens", "", ["shelf must contain only letters, digits and hyphens"]),
    ("capital-first", "b", [
        "shelf must start with a capital letter",
        "shelf must start with an upper-case letter",
        "shelf must begin with a capital",
    ]),
    ("described", "b c d e", [
        "shelf must be two capital letters followed by two digits",
        "shelf: two capital letters, then two digits",
        "shelf must match [A-Z]{2}[0-9]{2}",
        "shelf must match '[A-Z]{2}[0-9]{2}'",
        r"shelf must match the regex ^[A-Z]{2}\d{2}$.",
        "shelf must match the LIKE pattern '__12' and be upper case",
    ]),
    ("like", "b c d e", ["shelf must be like 'AB%'", "shelf must match the LIKE pattern 'AB%'"]),
    ("one-at", "b c", ["mail must contain exactly one @"]),
    ("words", "b c", [
        "title must have at least two words",
        "title must consist of more than 1 word",
    ]),
    ("one-word", "a d", ["title must be a single word"]),
    ("double-blanks", "d", [
        "title must not contain double spaces",
        "title must have no consecutive spaces",
    ]),
    ("outer-blanks", "c", ["title must be trimmed", "title must not start or end with a space"]),
    ("upper", "b", ["shelf must be in capitals", "shelf must be upper case, such as 'AB12'"]),
    ("length", "c d e", [
        "shelf must have 4 characters",
        "shelf must be exactly 4 characters long",
        "the length of shelf must be 4",
    ]),
    ("shortest", "c d", [
        "shelf must be at least 4 characters",
        "shelf must not be shorter than 4 characters",
    ]),
]  # fmt: skip

DECLINED = [
    ("shelf must contain exactly 2 digits", "2 ways"),
    ("title must not contain 'old' and 'man'", "fits"),
    ("title must not contain special characters", "special"),
    ("title must be meaningful", "meaningful"),
    ("title must contain an e-mail address", "may be said of a text that is one"),
    ("shelf must be two digits, such as 'AB'", "fits"),
    ("shelf must be shorter than 5", "order"),
    ("shelf must match shelfmark", "itself"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("books") / "w", {"books": BOOKS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_flags_what_the_sentence_means(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "word"), DECLINED, ids=[case[0] for case in DECLINED])
def test_it_declines_what_could_mean_something_else(
    tables: Tables, sentence: str, word: str
) -> None:
    answer = tables.answer(sentence)
    assert answer.code in ("not-understood", "ambiguous")
    assert word in answer.reason
