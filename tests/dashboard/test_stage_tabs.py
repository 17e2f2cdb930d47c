"""A session's tabs: which there are, in which order, and which is open at first."""

from __future__ import annotations

import itertools

import pytest

from backend.contracts.workspace import Workspace
from tests.dashboard.drawing import draw_view, said
from tests.dashboard.test_stages import leave, walk_of


def test_no_tab_changes_its_place_when_a_stage_leaves_something(workspace: Workspace) -> None:
    leave(workspace, "churn/session.json", walk_of())
    places = []
    for left in ("", "eda/report.md", "train/report.md", "notes/a.txt", "prep/report.md"):
        if left:
            leave(workspace, f"churn/{left}", "# Churn")
        page = draw_view("stages", workspace.base)
        assert not page.exception
        places.append([tab.label for tab in page.tabs])

    for earlier, later in itertools.pairwise(places):
        assert later[: len(earlier)] == earlier


@pytest.mark.parametrize(
    ("left", "opens"),
    [
        ("", "Exploration"),
        ("notes/a.txt", "Folder 1"),
        ("eda/report.md", "Exploration"),
        ("prep/report.md", "Preparation"),
    ],
)
def test_the_last_stage_that_left_something_is_open(
    workspace: Workspace, left: str, opens: str
) -> None:
    leave(workspace, "churn/session.json", walk_of())
    if left:
        leave(workspace, f"churn/{left}", "# Churn")

    page = draw_view("stages", workspace.base)

    assert page.session_state["parts of churn"] == opens
    assert ("This stage has left no file yet." in said(page)) == (not left)
