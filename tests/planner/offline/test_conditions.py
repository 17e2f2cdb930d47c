"""If, unless, only if, if and only if, otherwise; several sentences of one check."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

LOANS = (
    ("loan", "status", "returned_on", "fine", "branch", "renewals", "card"),
    ("a", "returned", "2024-02-01", 0, "North", 1, "c1"),
    ("b", "returned", None, 2, "South", 4, None),
    ("c", "open", None, None, "North", 6, "c3"),
    ("d", "open", "2024-03-01", 5, "South", 0, None),
    ("e", "lost", None, 9, "North", 2, "c5"),
    ("f", None, "2024-04-01", 3, None, 7, None),
)

READ = [
    ("if", "b", [
        "If status is returned then returned_on must be filled",
        "returned_on must be filled if status is returned",
        "whenever status is returned, returned_on must be given",
        "returned loans must have a returned_on",
        "returned_on is required when status is returned",
        "Flag loans where status is returned and returned_on is empty",
        "Flag loans where status is returned but returned_on is empty",
        "Flag returned loans without returned_on",
    ]),
    ("only-if", "d", [
        "returned_on may be filled only if status is returned",
        "returned_on may only be filled if status is returned",
        "only returned loans may have a returned_on",
        "If returned_on is filled then status must be returned",
    ]),
    ("both-ways", "b d", [
        "returned_on must be filled if and only if status is returned",
        "returned_on must be filled exactly when status is returned",
        "If status is returned, returned_on must be filled, and vice versa.",
        "If status is returned then returned_on is filled, and the other way round.",
    ]),
    ("otherwise-is-all-others", "b d f", [
        "returned_on must be filled if status is returned and empty otherwise",
        "returned_on must be filled if status is returned, otherwise it must be empty",
    ]),
    ("unless", "b d f", [
        "fine must be at least 9 or 0 unless branch is North. fine must be below 100.",
        "Unless branch is North, fine must be 0 or at least 9",
    ]),
    ("unless-keeps-unknown", "c d e f", [
        "renewals must be above 4 and below 6 unless status is returned",
    ]),
    ("else", "d e", [
        "If status is returned, renewals must be below 5, otherwise renewals must be at least 3",
        "If status is returned then renewals must be below 5, else it must be at least 3",
        "renewals must be below 5 if status is returned, otherwise at least 3",
    ]),
    ("two-consequences", "b d", [
        "If branch is South, card must be filled and renewals must be at least 1",
        "In South, card must be filled and renewals must be at least 1",
    ]),
    ("value-of-one-column", "b d", [
        "card is mandatory in South",
        "In South, card must be filled",
        "for branch South card is required",
        "Loans in South must have a card",
    ]),
    ("ellipsis", "b", [
        "returned_on must be filled if card is not. renewals must be filled.",
        "If card is empty then returned_on must be filled",
    ]),
    ("two-duties", "c d", [
        "fine must be filled. It must not be 5.",
        "fine must be filled; it must differ from 5",
        "fine must be given and fine must not be 5",
    ]),
    ("said-twice", "e", [
        "fine must be at most 8. Flag loans with a fine above 8.",
        "fine must be at most 8 (fine <= 8)",
        "No fine may be above 8: fine must be at most 8.",
    ]),
    ("requires", "c d e", [
        "card requires returned_on. status must be anything but open.",
    ]),
    ("needs", "c", [
        "renewals above 5 require a returned_on if branch is North",
        "renewals above 5 need a returned_on unless status is empty",
    ]),
    ("exempt", "d", [
        "fine must be below 4; lost loans are exempt",
        "fine must be below 4. Lost loans do not count.",
        "fine must be below 4 unless status is lost",
    ]),
    ("echo", "b c d e f", [
        "Both card and returned_on are required; flag loans where at least one of them is empty.",
    ]),
]  # fmt: skip

DECLINED = [
    ("fine must be at most 8. Flag loans with a fine of 8 or more.", "different things"),
    ("If status is open then fine must be empty and vice.", "vice"),
    ("fine must be 0 and card must be filled if status is open", "both parts"),
    ("status must be returned if branch is North or renewals", "renewals"),
    ("If status is open, if branch is North", "fits"),
    ("the former must be filled", "former"),
    ("Flag loans with an empty card and branch", "fits"),
    ("delivered card or branch must not be empty", "delivered"),
    ("fine must be 5 when appropriate", "appropriate"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("loans") / "w", {"loans": LOANS})


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
