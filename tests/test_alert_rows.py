"""What of a flagged row may stand in an alert."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.alert_rows import rows_for
from backend.contracts.alert import VerdictChange
from backend.contracts.settings import PrivacySettings
from backend.contracts.workspace import Workspace

PATH = "cached_mem/artifacts/r1/MAIL/flagged.csv"
CASES = {
    "a line of a file": ("users.csv:3", ("users.email",), "users.csv:3"),
    "a key, and nothing hidden": ("users[email=ann@x.org]", (), "users[email=ann@x.org]"),
    "a key of what is hidden": ("users[email=ann@x.org]", ("users.email",), "users"),
    "a row by its number": ("users[3]", ("users.email",), "users[3]"),
}


@pytest.mark.parametrize(("source", "hidden", "told"), CASES.values(), ids=CASES)
def test_a_key_is_not_told_where_cells_are_hidden(
    source: str, hidden: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_text(f"_table,_row,_source,email,age\nusers,2,{source},ann@x.org,7\n")
    blank = dict.fromkeys(VerdictChange.model_fields, "")
    change = VerdictChange.model_validate(blank | {"tags": (), "flagged_path": PATH})
    privacy = PrivacySettings(share="samples", hidden=hidden)

    (row,) = rows_for(Workspace(tmp_path), privacy, 3)(change)
    assert row["_source"] == told
    assert ("email" in row) is ("users.email" not in hidden)
