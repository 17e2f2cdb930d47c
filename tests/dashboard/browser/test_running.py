"""From the click to the new verdict, with others looking on, reloading, and killing."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from backend.contracts.workspace import Workspace
from backend.dashboard.live import newest_events
from backend.store.events import read_events
from backend.store.lock import WorkspaceLock
from backend.store.runs_log import read_records
from bench.browser import go, settle

OpenPage = Callable[..., Page]
MAIN, SIDEBAR = '[data-testid="stMain"]', '[data-testid="stSidebar"]'
PATIENCE = 120_000
"""Milliseconds that a run may take on a busy machine."""
LIMITS = tuple(range(30))


@pytest.fixture
def shop(tmp_path: Path) -> Workspace:
    """A workspace that has never run, with work for some seconds."""
    made = Workspace(tmp_path / "shop")
    made.checks_file.parent.mkdir(parents=True)
    made.data.mkdir()
    (made.data / "orders.csv").write_text("order_id,price\n1,5\n2,-3\n3,\n")
    entries = [
        {
            "check_id": f"CHK-{limit}",
            "check_name": f"At least {limit} <b>now</b>",
            "target_table": "orders",
            "calculation_hint": f"price must be at least {limit}",
        }
        for limit in LIMITS
    ]
    made.checks_file.write_text(json.dumps(entries))
    return made


def button(page: Page, name: str) -> Locator:
    return page.locator(SIDEBAR).get_by_role("button", name=name, exact=True)


def wait_for_events(workspace: Workspace) -> Path:
    while (path := newest_events(workspace)) is None or not read_events(path):
        time.sleep(0.05)
    return path


def test_from_the_click_to_the_verdict_with_a_second_visitor_and_a_reload(
    open_page: OpenPage, shop: Workspace
) -> None:
    first, second = open_page("/", shop), open_page("/", shop)
    go(second, "Runs")
    expect(second.locator(MAIN)).to_contain_text("Nothing has run yet")

    button(first, "Run Agent Workflow").click()
    for page in (first, second):
        expect(button(page, "A run is going")).to_be_disabled(timeout=PATIENCE)
    wait_for_events(shop)
    first.reload()
    expect(first.locator(SIDEBAR)).to_contain_text(f"of {len(LIMITS)} checks", timeout=PATIENCE)
    expect(second.locator(MAIN)).to_contain_text("A run is going", timeout=PATIENCE)

    for page in (first, second):
        expect(button(page, "Run Agent Workflow")).to_be_enabled(timeout=PATIENCE)
        expect(page.locator(SIDEBAR)).to_contain_text("The run is done: some checks fail.")
        settle(page)
    expect(first.locator(MAIN)).to_contain_text("FAIL")
    expect(second.locator(MAIN)).to_contain_text("One run")
    records = read_records(shop).records
    assert [record.check_id for record in records] == [f"CHK-{limit}" for limit in LIMITS]
    assert len({record.run_id for record in records}) == 1


def test_a_run_that_is_killed_is_told_as_interrupted(open_page: OpenPage, shop: Workspace) -> None:
    page = open_page("/", shop)
    go(page, "Runs")
    button(page, "Run Agent Workflow").click()
    (began, *_) = read_events(wait_for_events(shop))

    os.kill(began.pid, signal.SIGKILL)

    expect(button(page, "Run Agent Workflow")).to_be_enabled(timeout=PATIENCE)
    expect(page.locator(SIDEBAR)).to_contain_text("did not come to its end (exit code -9)")
    expect(page.locator(MAIN)).to_contain_text(f"Run {began.run_id} was interrupted")


def test_a_workspace_that_is_held_elsewhere_is_told_kindly(
    open_page: OpenPage, shop: Workspace
) -> None:
    page = open_page("/", shop)
    with WorkspaceLock(shop):
        button(page, "Run Agent Workflow").click()
        told = page.locator(SIDEBAR)
        expect(told).to_contain_text("Another run holds this workspace", timeout=PATIENCE)

    expect(button(page, "Run Agent Workflow")).to_be_enabled()
    assert read_records(shop).records == ()


def test_read_only_shows_no_button(open_page: OpenPage, shop: Workspace) -> None:
    shop.settings_file.write_text("[dashboard]\nread_only = true\n")
    page = open_page("/", shop)

    expect(page.locator(SIDEBAR)).to_contain_text("Read-only")
    assert page.locator(SIDEBAR).get_by_role("button", name="Run").count() == 0
