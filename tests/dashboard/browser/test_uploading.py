"""From the dropped file to its report, by hand."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from backend.contracts.workspace import Workspace
from bench.browser import settle

OpenPage = Callable[..., Page]
MAIN = '[data-testid="stMain"]'
PATIENCE = 240_000
"""Milliseconds that an exploration may take on a busy machine."""
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "empty")
    made.checks_file.parent.mkdir(parents=True)
    made.checks_file.write_text("[]\n")
    return made


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "People & pets (2026).csv"
    lines = [f"{20 + n % 17},{HOSTILE if n % 3 else 'cat'},{int(n % 17 > 8)}" for n in range(120)]
    path.write_text("\n".join(["age,pet,left", *lines]))
    return path


@pytest.mark.timeout(600)
@pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="the libraries of stages are not installed"
)
def test_from_the_drop_to_the_report(open_page: OpenPage, empty: Workspace, people: Path) -> None:
    page = open_page("/upload", empty)
    page.set_input_files("input[type=file]", people)
    main = page.locator(MAIN)
    expect(main).to_contain_text("it is the likeliest", timeout=PATIENCE)
    expect(main.locator("td").get_by_text(HOSTILE).first).to_be_visible()

    page.get_by_role("button", name="Begin exploration").click()
    page.wait_for_url("**/stages?**session=People_pets_2026**", timeout=PATIENCE)
    expect(main).to_contain_text("eda_running", timeout=PATIENCE)
    expect(main).to_contain_text("eda_done", timeout=PATIENCE)
    settle(page)

    expect(main).to_contain_text("Exploration of People_pets_2026")
    expect(main).to_contain_text("Figures (")
    expect(page.get_by_role("button", name="Go on to preparation")).to_be_enabled(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Run Agent Workflow")).to_be_enabled(timeout=PATIENCE)
    assert page.locator(f"{MAIN} img[src=x]").count() == 0
    page.get_by_text("Files (").click()
    settle(page)
    with page.expect_download(timeout=PATIENCE) as waiting:
        # by key: opening moves what stands below, also between a button's press and its release
        page.get_by_role("button", name="Download", exact=True).press("Enter")
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")
    (entry,) = json.loads(empty.checks_file.read_text())
    assert (entry["check_id"], entry["session"]) == ("EDA-1", "People_pets_2026")
    assert [path.name for path in empty.data.iterdir()] == ["People_pets_2026.csv"]


def test_read_only_takes_no_file(open_page: OpenPage, empty: Workspace) -> None:
    empty.settings_file.write_text("[dashboard]\nread_only = true\n")
    page = open_page("/upload", empty)

    expect(page.locator(MAIN)).to_contain_text("So no file can be uploaded either.")
    assert page.locator("input[type=file]").count() == 0
