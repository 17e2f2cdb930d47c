"""Rules over several columns of one row: alike, sums, shares, distances, so many of them."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

DISHES = (
    ("dish", "net", "tax", "gross", "cost", "phone", "mail", "post", "first_chef", "second_chef"),
    ("a", 100, 20, 120, 50, "1", None, None, "Ada", "Ada"),
    ("b", 100, 25, 130, 100, None, "m", None, "Ada", "Bo"),
    ("c", 50, 5, 55, 60, None, None, None, "Bo", None),
    ("d", -10, 2, -8, -4, "2", "n", "p", "Cy", "Cy"),
    ("e", 80, None, 96, 40, None, "o", "q", "Di", "Ed"),
)
# The marks of three judges, with one that is missing.
MARKS = (
    ("skater", "judge_1", "judge_2", "judge_3"),
    ("k", 5, 5, 5),
    ("l", 3, 4, 5),
    ("m", 9, 2, 2),
    ("n", 7, None, 7),
)

READ = [
    ("sum", "b", [
        "gross must equal net + tax",
        "gross must be net plus tax",
        "gross is the sum of net and tax",
        "net and tax must add up to gross",
        "gross minus tax must be net",
        "gross = net + tax",
        "net and tax together must be gross",
    ]),
    ("within-amount", "", ["gross must equal net + tax, give or take 5"]),
    ("within-percent", "b", ["gross must equal net + tax with a tolerance of 2%"]),
    ("added-bound", "b", [
        "net and tax together must be at most 120",
        "the sum of net and tax must not exceed 120",
    ]),
    ("share", "b d", [
        "tax must be at most 20 percent of net",
        "tax must not be more than 20% of net",
        "tax must not exceed 20% of net",
    ]),
    ("more-than-percent", "b c d", [
        "net must be at least 40 percent more than cost",
        "net must exceed cost by at least 40%",
        "net must be at least 1.4 * cost",
    ]),
    ("no-more-above", "a b d e", [
        "gross must be no more than 10% above net",
        "gross must not be more than 10% higher than net",
        "gross must be at most net + 10%",
    ]),
    ("amount-above", "a e", [
        "net must not be more than 20 above cost",
        "net must be at most 20 more than cost",
        "net must not exceed cost by more than 20",
    ]),
    ("apart", "a e", [
        "net and cost must not differ by more than 20",
        "net and cost may differ by at most 20",
        "net must be within 20 of cost",
        "net must not differ from cost by more than 20",
        "the difference between net and cost must be at most 20",
        "the absolute difference between net and cost must be at most 20",
    ]),
    ("within-percent-of", "a c d e", ["net must be within 10% of cost"]),
    ("between-shares", "a c d e", ["cost must be between 50% and 100% of gross"]),
    ("ratio", "c", [
        "the ratio of cost to net must be at most 1",
        "cost / net must not exceed 1",
    ]),
    ("times", "a b d", [
        "cost must be more than 5 times tax",
        "cost must be over five times as high as tax",
    ]),
    ("any-filled", "c", [
        "at least one of phone, mail and post must be filled",
        "phone, mail or post must be given",
        "phone, mail and post must not all be empty",
        "one or more of phone, mail, post must be filled",
        "Flag dishes where phone, mail and post are all empty",
    ]),
    ("one-filled", "c d e", [
        "exactly one of phone, mail and post must be filled",
        "just one of phone, mail and post must be given",
    ]),
    ("few-filled", "d e", [
        "at most one of phone, mail and post may be filled",
        "phone, mail and post are mutually exclusive",
        "no two of phone, mail and post may be filled",
    ]),
    ("not-both", "d", [
        "phone and mail must not both be filled",
        "phone and mail can't both be given",
        "only one of phone and mail may be filled",
    ]),
    ("both-or-none", "a b e", [
        "phone and mail must be either both filled or both empty",
        "either both or neither of phone and mail must be filled",
        "phone must be filled if and only if mail is filled",
    ]),
    ("all-filled", "a b c e", [
        "phone and mail must both be filled",
        "both phone and mail are required",
        "phone and mail must not be empty",
    ]),
    ("none-negative", "d", [
        "none of net, tax and gross may be negative",
        "net, tax and gross must all be at least 0",
        "net, tax and gross are never negative",
    ]),
    ("alike", "b e", [
        "first_chef and second_chef must be the same",
        "the first and the second chef must be the same",
        "first_chef must equal second_chef",
        "first_chef and second_chef must not differ",
    ]),
    ("unlike", "a d", [
        "first_chef must not equal second_chef",
        "first and second chef must be different people",
        "first_chef and second_chef must not be the same",
        "second_chef must be different from first_chef",
    ]),
    ("largest", "d", ["the largest of net, tax and gross must be at least 50"]),
    ("smallest", "d", [
        "the smallest of net and gross must not be negative",
        "the lowest of net and gross must be at least 0",
    ]),
]  # fmt: skip

READ_OF_THREE = [
    ("all-alike", "l m", [
        "judge_1, judge_2 and judge_3 must be equal",
        "judge_1, judge_2 and judge_3 must all be the same",
        "judge_1 = judge_2 = judge_3",
    ]),
    ("all-unlike", "k m n", [
        "judge_1, judge_2 and judge_3 must be different",
        "no two of judge_1, judge_2 and judge_3 may be equal",
    ]),
    ("mean", "k m", [
        "the average of judge_1, judge_2 and judge_3 must be at most 4",
        "the mean of judge_1, judge_2 and judge_3 must be at most 4",
    ]),
    ("first-and-third", "l m", ["the first and the third judge must agree"]),
]  # fmt: skip

DECLINED = [
    ("one of phone, mail and post must be filled", "2 ways"),
    ("net or tax must not be negative", "or"),
    ("net must be less than tax or gross", "gross"),
    ("net and cost must not differ by more than 10%", "fits"),
    ("cost must be between 10 and 50 percent of gross", "gross"),
    ("phone and mail must be filled together", "together"),
    ("net and tax must be 5 and 6 respectively", "respectively"),
    ("tax must be at most 20%", "percent"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("across") / "w", {"dishes": DISHES})


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("marks") / "w", {"marks": MARKS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_flags_what_the_sentence_means(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "flagged"), each(READ_OF_THREE))
def test_it_compares_three_columns(marks: Tables, sentence: str, flagged: str) -> None:
    answer = marks.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "word"), DECLINED, ids=[case[0] for case in DECLINED])
def test_it_declines_what_could_mean_something_else(
    tables: Tables, sentence: str, word: str
) -> None:
    answer = tables.answer(sentence)
    assert answer.code in ("not-understood", "ambiguous")
    assert word in answer.reason
