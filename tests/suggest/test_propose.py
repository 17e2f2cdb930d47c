"""What a table's data suggests, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.workspace import Workspace
from backend.suggest.proposal import holds
from tests.suggest.lending import proposed

EXPECTED = {
    "loan_id must be unique.": "key",
    "member_id of loans must exist in members.": "reference",
    "fee must be a number.": "number",
    "due must be a date written 'YYYY-MM-DD'.": "number",
    "email must be a valid e-mail address.": "format",
    "branch must be one of 'North', 'Harbour' or 'South'.": "allowed values",
    "Each member_id always has the same member_name.": "dependency",
    "returned must be on or after lent.": "order of dates",
    "lent must not be in the future.": "range",
    "fine must be at least 0.": "range",
    "branch must be filled in.": "required",
    "shelf must match the pattern 'SH-[0-9]{4}'.": "code",
    "title must have no leading or trailing blanks.": "blanks",
}


@pytest.fixture(scope="module")
def found(library: Workspace) -> dict[str, str]:
    return proposed(library, "loans")


@pytest.mark.parametrize(("sentence", "kind"), EXPECTED.items(), ids=str)
def test_what_nearly_all_rows_keep_is_proposed(
    sentence: str, kind: str, found: dict[str, str]
) -> None:
    assert found.get(sentence) == kind


@pytest.mark.parametrize(
    "words",
    ["noise must be at least", "due must not be in the future", "member_id must be unique",
     "email must match", "branch must have no leading", "title must be one of",
     "loan_id must be at"],
)  # fmt: skip
def test_what_is_chance_or_said_already_is_not(words: str, found: dict[str, str]) -> None:
    assert not [sentence for sentence in found if sentence.startswith(words)]


def test_few_rows_suggest_nothing_that_may_be_chance(library: Workspace) -> None:
    assert proposed(library, "few") == {"few_id must be unique.": "key"}


@pytest.mark.parametrize(
    ("breaking", "tested", "worth"),
    [(0, 5, True), (0, 0, False), (1, 20, True), (1, 19, False), (2, 20, False), (2, 100, True),
     (3, 100, False), (20, 1000, True), (21, 1000, False)],
)  # fmt: skip
def test_few_exceptions_are_let_through(breaking: int, tested: int, worth: bool) -> None:
    assert holds(breaking, tested) is worth


def write(folder: Path, **columns: list[object]) -> Workspace:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    pd.DataFrame(columns).to_csv(workspace.data / "t.csv", index=False)
    return workspace


N = range(40)
TABLES: dict[str, tuple[dict[str, list[object]], str, bool]] = {
    "pair as key": (
        {"order_id": [n // 4 for n in N], "line_no": [n % 4 for n in N]},
        "The combination of order_id and line_no must be unique.",
        True,
    ),
    "no pair beside a key": (
        {"t_id": [*N], "order_id": [n // 4 for n in N], "line_no": [n % 4 for n in N]},
        "The combination of order_id and line_no must be unique.",
        False,
    ),
    "product": (
        {"price": [n + 1.5 for n in N], "pieces": [2 + n % 3 for n in N],
         "total": [(n + 1.5) * (2 + n % 3) for n in N]},
        "total must equal price * pieces, give or take 0.01.",
        True,
    ),
    "sum with a column of zeros": (
        {"net": [n * 1.1 for n in N], "tax": [0] * 40, "gross": [n * 1.1 for n in N]},
        "gross must equal net + tax, give or take 0.01.",
        False,
    ),
    "stars": ({"rating": [1 + n % 5 for n in N]}, "rating must be between 1 and 5.", True),
    "percent": ({"vat_pct": [n for n in N]}, "vat_pct must be between 0 and 100.", True),
    "below zero": ({"balance": [n - 20 for n in N]}, "balance must be at least 0.", False),
    "one length": ({"tag": [f"{n:02d}x{n % 7}{'q' if n % 2 else 'Q'}" for n in N]},
                   "tag must be 5 characters long.", True),
    "country by name": ({"country": ["DE", "FR"] * 20},
                        "country must be a valid ISO country code.", True),
    "letters that are no countries by name": ({"team": ["DE", "FR"] * 20},
                                              "team must be a valid ISO country code.", False),
    "name that is a word": ({"count": [n for n in N]}, "count must be at least 0.", True),
    "many values": ({"town": [f"Town {n}" for n in N]}, "town must be one of", False),
    "texts with an apostrophe": (
        {"kind": ["it's", "its"] * 20}, "kind must be one of \"it's\" or 'its'.", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("columns", "words", "is_proposed"), TABLES.values(), ids=TABLES)
def test_small_tables(
    columns: dict[str, list[object]], words: str, is_proposed: bool, tmp_path: Path
) -> None:
    found = proposed(write(tmp_path, **columns), "t")

    assert any(sentence.startswith(words) for sentence in found) is is_proposed
