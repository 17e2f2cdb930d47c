"""The page as Streamlit runs it, from ``streamlit.py`` down."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace

ENTRY = Path(__file__).resolve().parents[2] / "streamlit.py"


def open_page(base: Path) -> AppTest:
    page = AppTest.from_file(str(ENTRY), default_timeout=30)
    page.session_state["base_dir"] = str(base)
    return page.run()


def texts(page: AppTest) -> list[str]:
    return [element.value for element in page.text]


def test_page_lists_every_check_with_its_counts(workspace: Workspace) -> None:
    page = open_page(workspace.base)

    assert not page.exception
    shown = page.dataframe[0].value[["check", "verdict", "tested", "flagged", "owner"]]
    assert shown.iloc[0].tolist() == ["CHK-1", "FAIL", 20, 7, "finance@example.com"]
    assert shown["verdict"].tolist() == ["FAIL", "ERROR", "not run yet"]
    assert [(one.label, one.value) for one in page.metric] == [
        ("ERROR", "1"),
        ("FAIL", "1"),
        ("not run yet", "1"),
    ]


def test_picked_check_shows_sentence_plan_program_and_result(workspace: Workspace) -> None:
    page = open_page(workspace.base)

    assert texts(page) == [
        "total must equal quantity * price * 2.",
        "A row of orders is flagged where total differs from quantity * price * 2.",
        "Empty cells are not flagged.",
        "FAIL: 7 of 20 rows flagged",
        "20 tested, 7 flagged",
        "cached_mem/artifacts/r2/CHK-1/flagged.csv",
    ]
    assert 'return tables["orders"]' in page.code[0].value
    assert page.code[1].value == "seven"


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("CHK-2 · Vague", "'look reasonable' is not understood."),
        ("CHK-3 · New", "This check has not run yet."),
    ],
    ids=["declined", "new"],
)
def test_check_without_a_program_says_why(workspace: Workspace, check: str, said: str) -> None:
    page = open_page(workspace.base)
    page.selectbox(key="check").select(check).run()

    assert not page.exception
    assert texts(page)[-1] == said
    assert not page.code


def test_folder_without_checks_is_an_error_and_no_table(tmp_path: Path) -> None:
    page = open_page(tmp_path)

    assert not page.exception
    assert "checks/checks.json" in page.error[0].value
    assert not page.dataframe


def test_sidebar_asks_for_the_base_dir_and_offers_a_run(workspace: Workspace) -> None:
    page = open_page(workspace.base)

    assert page.sidebar.text_input(key="base_dir").label == "Backend base dir"
    assert [button.label for button in page.sidebar.button] == ["Run Agent Workflow"]


def test_run_over_a_folder_without_checks_is_not_called_done(tmp_path: Path) -> None:
    page = open_page(tmp_path)
    page.sidebar.button[0].click().run()

    assert not page.exception
    assert "did not come to its end" in page.error[0].value
    assert page.code[0].value
