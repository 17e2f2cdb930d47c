from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.proof_page import ALONE, NO_TABLE, Tried, try_all, write_page
from tools.seeded_faults import FAULTS, broken_versions

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (ROOT / "tests" / "golden" / "broken_rows_unknown_keys.py").read_text("utf-8")


def test_broken_versions_are_three_programs_that_differ() -> None:
    for turn in range(len(FAULTS)):
        made = [broken.source for broken in broken_versions(PROGRAM, turn)]

        assert len({PROGRAM, *made}) == 4
        assert all(compile(source, "broken", "exec") for source in made)


def test_the_page_counts_what_was_caught() -> None:
    tried = [Tried("p", "f", "witnesses"), Tried("p", "g", NO_TABLE), Tried("q", "f", ALONE)]

    page = write_page(tried)

    assert "2 compiled programs" in page
    assert "1 are caught by what they flag, 1 by `as-written` alone" in page
    assert re.search(r"other 1 flag\s+the same rows", page)


def test_the_shipped_page_is_of_sixty_programs() -> None:
    page = (ROOT / "docs" / "proof.md").read_text("utf-8")
    rows = [line.split(" | ") for line in page.partition("One by one")[2].splitlines()[4:]]
    alone = sum(row[-1].startswith(ALONE) for row in rows)

    assert "60 compiled programs" in page
    assert len({row[0] for row in rows}) == 60
    assert f"{alone} by `as-written` alone" in page
    assert alone <= 5


@pytest.mark.slow
def test_what_changes_rows_is_refused() -> None:
    missed = [tried for tried in try_all(5) if tried.caught_by == ALONE]

    assert not missed
