"""More of the programs that are broken as a careless author would; `tests/proof` tries a few."""

from __future__ import annotations

import pytest

from tools.proof_page import ALONE, try_all


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_what_changes_rows_is_refused() -> None:
    missed = [tried for tried in try_all(12) if tried.caught_by == ALONE]

    assert not missed
