"""Where a person finds a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend.contracts.schema import TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.locate import locate_rows


@pytest.mark.parametrize(
    ("content", "rows", "places"),
    [
        pytest.param("a,b\n1,2\n3,4\n", [0, 1], ["t.csv:2", "t.csv:3"], id="even"),
        pytest.param("a,b\n1,2\n3,4\n", [1], ["t.csv:3"], id="one of them"),
        pytest.param("a,b\n1,2\n3,4\n", [], [], id="none"),
        pytest.param('a,b\n1,"x\ny"\n3,4\n', [1, 0], ["t.csv:4", "t.csv:2"], id="quoted break"),
        pytest.param("a,b\n\n\n1,2\n\n3,4\n", [0, 1], ["t.csv:4", "t.csv:6"], id="blank lines"),
    ],
)
def test_places(
    workspace: Workspace,
    table_of: Callable[..., TableSnapshot],
    content: str,
    rows: list[int],
    places: list[str],
) -> None:
    assert locate_rows(workspace, table_of(content), rows) == places


def test_lines_are_kept_only_where_they_are_not_even(
    workspace: Workspace, table_of: Callable[..., TableSnapshot]
) -> None:
    assert table_of("a,b\n1,2\n").even_lines
    assert not list(workspace.tables.glob("*.lines.arrow"))
    assert not table_of("a,b\n\n1,2\n").even_lines
    assert list(workspace.tables.glob("*.lines.arrow"))
