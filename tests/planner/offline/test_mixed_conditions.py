"""'And' beside 'or', rows' ages by the one date that there is, rules that could never fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Tables

LOANS = (
    ("loan", "kind", "branch", "state", "rate"),
    ("l1", "car", "A", "open", 3), ("l2", "car", "B", "paid", 0), ("l3", "home", "A", None, 5),
    ("l4", "home", "B", "open", 2),
)  # fmt: skip
SIGNED = (
    ("signing", "signed_on"), ("s1", "2023-06-30"), ("s2", "2023-07-01"), ("s3", "2024-06-30"),
    ("s4", None),
)  # fmt: skip
CLAUSES = ("kind is car", "branch is A", "state is open")


def mixes() -> list[str]:
    """Every way in which two joints and three clauses leave open what belongs together."""
    a, b, c = CLAUSES
    flat = [f"{a} or {b} and {c}", f"{a} and {b} or {c}"]
    return [
        *(f"{text}." for text in flat),
        *(f"Flag rows where {text}." for text in flat),
        *(f"If {text}, rate must be 3." for text in flat),
        *(f"rate must be 3 if {text}." for text in flat),
        *(f"rate must be 3 unless {text}." for text in flat),
        *(f"For rows where {text}, rate must be 3." for text in flat),
        *(f"The number of rows where {text} must be at least 1." for text in flat),
        f"{a} or {b} but {c}.",
        f"{a}, or {b}, and {c}.",
        "kind must be car or branch must be A and state must be open.",
        "kind must be car and branch must be A or state must be open.",
        "rate must be 0 or at least 2 and at most 4.",
        "Every loan needs a kind or a branch and a state.",
        "Every loan must have a kind and a branch or a state.",
        "rate must be below 1 or above 2 and not 5.",
    ]


@pytest.fixture(scope="module")
def loans(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("mixes") / "w", {"loans": LOANS})


@pytest.mark.parametrize("sentence", mixes())
def test_and_beside_or_is_declined(loans: Tables, sentence: str) -> None:
    assert loans.answer(sentence, tells_cure=False).code in ("ambiguous", "not-understood")


@pytest.mark.parametrize(
    ("flagged", "sentence"),
    [
        ("l3 l4", "kind is car or branch is A, and state is filled."),
        ("l3 l4", "Either kind is car or branch is A, and state is filled."),
        ("l2", "state must be open or paid and rate must be positive."),
        ("l2", "kind must be filled and state must be open or lent."),
        ("l2 l3 l4", "kind is car and branch is A."),
        ("l4", "kind is car or branch is A."),
        ("l1 l3", "rate must be below 3 or above 5."),
        ("l3", "rate must be below 1 or between 2 and 4."),
    ],
)
def test_plain_joints_are_read(loans: Tables, flagged: str, sentence: str) -> None:
    answer = loans.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("ages") / "w", {"signings": SIGNED})


@pytest.mark.parametrize(
    ("flagged", "sentence"),
    [
        ("s1", "No signing may be older than a year."),
        ("s1", "Signings must not be older than one year."),
        ("s1", "Flag signings older than a year."),
        ("s1", "Are there any signings older than 12 months?"),
        ("s1 s2", "Every signing must be younger than a year."),
        ("s1 s2", "No signing may be more than 30 days old."),
        ("s1 s2", "Signings over 30 days old have to be flagged."),
    ],
)
def test_age_of_a_row_is_told_by_its_one_date(signed: Tables, flagged: str, sentence: str) -> None:
    answer = signed.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)
    assert answer.plan is not None
    assert "How old a row of signings is, is told by signed_on." in answer.plan.assumptions


@pytest.mark.parametrize(
    "header",
    [
        ("code", "opened_on", "closed_on"),
        ("code", "due_on"),
        ("code", "birth_date"),
        ("code", "valid_to"),
        ("code", "note"),
    ],
    ids=" ".join,
)
def test_age_without_a_clear_date_is_declined(tmp_path: Path, header: tuple[str, ...]) -> None:
    rows = (header, ("s1", *["2020-01-01" if "note" not in header else "x"] * (len(header) - 1)))
    answer = Tables(tmp_path / "w", {"signings": rows}).answer("Flag signings older than a year.")

    assert answer.code == "not-understood"
    assert "how old a row of signings is" in answer.reason


def test_rows_chosen_by_what_they_must_be_are_no_reading(tmp_path: Path) -> None:
    rows = (
        ("parcel", "status", "shipped_on"), ("p1", "Shipped", "2024-01-01"),
        ("p2", "Shipped", None), ("p3", "open", None),
    )  # fmt: skip
    answer = Tables(tmp_path / "w", {"parcels": rows}).answer("Shipped parcels need a shipped_on.")

    assert (answer.reason, answer.flagged) == ("", "p2")


def test_a_noun_means_the_table_that_is_named_for_it(tmp_path: Path) -> None:
    tables = {
        "client_table": (("row", "CLIENT_ID"), ("r1", 7), ("r2", 8)),
        "job_table": (("line", "JOB_ID", "CLIENT_ID"), ("j1", 1, 7)),
    }
    answer = Tables(tmp_path / "w", tables).answer("Flag clients of client_table without jobs.")

    assert answer.flagged in ("r2", "")
    assert answer.flagged or answer.code == "not-understood"


def test_what_is_not_needed_may_be_there(loans: Tables) -> None:
    assert loans.answer("Loans of branch B need no state.").code == "not-understood"
