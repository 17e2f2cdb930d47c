"""Each word of a sentence is told as what it became, also where the sentence was told anew."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Rows, Tables

TABLES: dict[str, Rows] = {
    "goods": (
        ("good", "ean", "fee", "made_on", "grade"),
        ("G1", "4006381333931", 5, "2024-01-01", "a"),
        ("G2", "4006381333932", 9, "2024-02-01", "b"),
    ),
}
_TOLD = [
    ("fee must be below 8.", {"fee": "column fee", "8": "number"}),
    ("Make sure that fee is below 8.", {"Make": "duty", "fee": "column fee", "8": "number"}),
    (
        "Check that every ean is a 13-digit barcode number with a correct EAN-13 check digit.",
        {"Check": "duty", "ean": "column ean", "13": "number", "-digit": "condition"},
    ),
    ("Is every fee below 8?", {"fee": "column fee", "8": "number"}),
    ("There must be no goods whose fee is above 8.", {"goods": "table goods", "fee": "column fee"}),
    (
        "Make sure that fee (the column fee) is below 8.",
        {"Make": "duty", "fee (the column fee)": "column fee", "8": "number"},
    ),
    ("fee must be below 8 if grade is 'a'.", {"fee": "column fee", "grade": "column grade"}),
]


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("goods"), TABLES)


@pytest.mark.parametrize(("sentence", "parts"), _TOLD)
def test_words_are_told_where_they_stand(
    goods: Tables, sentence: str, parts: dict[str, str]
) -> None:
    words = goods.plan(sentence, "goods").words

    assert [sentence[word.start : word.end] for word in words] == [word.text for word in words]
    starts = [word.start for word in words]
    assert starts == sorted(starts)
    first = {word.text: word.part for word in reversed(words)}
    assert {text: first.get(text) for text in parts} == parts
    told = {place for word in words for place in range(word.start, word.end)}
    left = {at for at, letter in enumerate(sentence) if letter.isalnum()} - told
    assert not left
