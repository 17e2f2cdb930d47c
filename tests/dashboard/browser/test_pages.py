"""Every page in a real browser: over results, over nothing, over damage, while it is written."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from backend.contracts.workspace import Workspace
from backend.dashboard.pages import PAGES
from backend.dashboard.views.check import PARTS
from backend.store.runs_log import append_records
from bench.browser import EXCEPTION, go, settle
from tests.dashboard.drawing import HOSTILE
from tests.dashboard.full_workspace import check, record

OpenPage = Callable[..., Page]
MAIN = '[data-testid="stMain"]'
FILES = ("workflows.json", "checks_rollup.csv", "runs_log.jsonl", "table_snapshots.json")


def visit_all(page: Page) -> None:
    for each in PAGES:
        go(page, each.title)
        assert page.locator(EXCEPTION).count() == 0, each.title


def test_every_page_opens_by_its_link(open_page: OpenPage) -> None:
    visit_all(open_page())


def test_every_page_opens_by_its_address(open_page: OpenPage) -> None:
    drawn = None
    for page in PAGES[1:]:
        drawn = open_page(f"/{page.path}", page=drawn)

        assert drawn.title().startswith(page.title)


def test_address_opens_a_check_and_a_reload_keeps_it(open_page: OpenPage) -> None:
    page = open_page("/?check=CHK-2")
    expect(page.locator(f"{MAIN} h1")).to_have_text("Vague")
    page.reload()
    settle(page)

    expect(page.locator(f"{MAIN} h1")).to_have_text("Vague")


def test_click_on_a_row_opens_its_check(open_page: OpenPage) -> None:
    page = open_page()
    go(page, "Checks")
    box = page.locator('[data-testid="stDataFrame"] canvas').first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 250, box["y"] + 90)
    page.wait_for_function("document.title.startsWith('Check ')")
    settle(page)

    expect(page.locator(f"{MAIN} h1")).to_have_text("Prices")
    assert "check=CHK-1" in page.url


def test_every_part_of_a_check_opens(open_page: OpenPage) -> None:
    page = open_page("/?check=CHK-1")
    for part in PARTS:
        page.get_by_role("tab", name=part.name).click()
        settle(page)
        expect(page.get_by_role("tab", name=part.name)).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize(("button", "ending"), [("CSV", ".csv"), ("Excel", ".xlsx")])
def test_flagged_rows_leave_as_files(open_page: OpenPage, button: str, ending: str) -> None:
    page = open_page("/?check=CHK-1")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    content = Path(waiting.value.path()).read_bytes()

    assert waiting.value.suggested_filename == f"CHK-1 flagged{ending}"
    assert content.startswith(b"PK" if ending == ".xlsx" else b"_table,_row,_source")


def test_program_leaves_as_a_script(open_page: OpenPage) -> None:
    page = open_page("/?check=CHK-1")
    page.get_by_role("tab", name="Program").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Stand-alone script").click()

    assert b"def check(" in Path(waiting.value.path()).read_bytes()


def test_two_visitors_see_their_own_pages(open_page: OpenPage) -> None:
    first, second = open_page("/?check=CHK-1"), open_page("/?check=CHK-2")
    first.get_by_role("tab", name="Proof").click()
    settle(first)

    expect(first.locator(f"{MAIN} h1").first).to_have_text("Prices")
    expect(second.locator(f"{MAIN} h1").first).to_have_text("Vague")


@pytest.mark.parametrize("content", [None, b'{"half": \xff'], ids=["missing", "damaged"])
@pytest.mark.parametrize(
    "files",
    [FILES, *(pytest.param((file,), marks=pytest.mark.soak) for file in FILES)],
    ids=["all", *FILES],
)
def test_files_that_are_not_there_or_damaged_cost_no_page(
    open_page: OpenPage, own: Workspace, files: tuple[str, ...], content: bytes | None
) -> None:
    for file in files:
        (own.memory / file).unlink()
        if content is not None:
            (own.memory / file).write_bytes(content)

    visit_all(open_page("/", own))


def test_empty_workspace_tells_the_next_step(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "empty" / "checks").mkdir(parents=True)
    (tmp_path / "empty" / "checks" / "checks.json").write_text("[]")

    page = open_page("/", Workspace(tmp_path / "empty"))

    expect(page.locator(MAIN)).to_contain_text("Write a rule in plain English")
    visit_all(page)


def test_folder_that_is_no_workspace_is_told(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/", Workspace(tmp_path / "nowhere"))

    expect(page.locator(MAIN)).to_contain_text("checks/checks.json is not there")


def test_workspace_that_is_being_written_is_shown(open_page: OpenPage, own: Workspace) -> None:
    stop = threading.Event()
    one = check("CHK-1", "Prices", "price must be positive.")

    def write() -> None:
        entries = own.checks_file.read_text("utf-8")
        while not stop.wait(0.05):
            append_records(own, [record(2, one, "FAIL", 5, None)])
            own.checks_file.write_text(entries, "utf-8")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        visit_all(open_page("/", own))
    finally:
        stop.set()
        writer.join()


def test_hostile_names_stay_text(open_page: OpenPage, own: Workspace) -> None:
    """Each on the page of a check that has everything, all of them on every other page."""
    (first, *others) = json.loads(own.checks_file.read_text())
    named = [
        {"check_name": name, "owner": name, "tags": [name], "calculation_hint": name}
        for name in HOSTILE.values()
    ]
    more = [first | names | {"check_id": f"NEW-{at}"} for at, names in enumerate(named)]
    page = None
    for names in named:
        own.checks_file.write_text(json.dumps([first | names, *others, *more]))

        page = open_page("/?check=CHK-1", own, page)

        assert_names_are_text(page)
    for each in PAGES:
        go(page, each.title)
        assert page.locator(EXCEPTION).count() == 0, each.title
        assert_names_are_text(page)


def assert_names_are_text(page: Page) -> None:
    assert page.evaluate("document.querySelectorAll('[data-testid=stMain] img').length") == 0
    assert page.locator(f'{MAIN} a[href*="evil"]').count() == 0
