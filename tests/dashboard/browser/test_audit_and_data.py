"""Conversations, data, stages and help in a real browser: whole, changed, and hostile."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from backend.contracts.prompt import PromptRecord
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.store.prompt_log import append_prompt
from backend.store.schema_files import write_schema
from backend.tables.snapshot import snapshot_tables
from bench.browser import go, settle
from tests.dashboard.drawing import HOSTILE
from tests.dashboard.test_conversations import call, compiled

OpenPage = Callable[..., Page]
MAIN = '[data-testid="stMain"]'
GOOD, BROKEN = ".pa-notice.pa-good", ".pa-notice.pa-error"


def fill(workspace: Workspace, words: str = "CHK-1") -> list[PromptRecord]:
    messages = [{"role": "user", "content": words}]
    asked = append_prompt(workspace, call(words, request={"messages": messages}, response=words))
    return [asked, append_prompt(workspace, compiled(words, asked.hash))]


def is_plain(page: Page) -> bool:
    """Nothing that a name, a cell or a model wrote became a picture, a link or a script."""
    found = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain] :is(img, a, script, iframe)')]"
        ".filter(each => /evil|alert|onerror/.test(each.outerHTML)).length"
    )
    return not found


def test_the_chain_is_told_as_whole_and_then_as_broken(open_page: OpenPage, own: Workspace) -> None:
    fill(own)
    page = open_page("/", own)
    go(page, "Conversations")
    expect(page.locator(GOOD)).to_contain_text("The chain holds: 2 records")

    changed = own.prompt_log_file.read_bytes().replace(b"price is above 0", b"price is above 9")
    own.prompt_log_file.write_bytes(changed)
    page.get_by_role("button", name="Walk the whole chain again").click()

    expect(page.locator(BROKEN)).to_contain_text("The chain is broken at line 2")


def test_a_record_is_opened_by_its_address(open_page: OpenPage, own: Workspace) -> None:
    _, made = fill(own)
    page = open_page(f"/conversations?record={made.hash}", own)

    expect(page.locator(MAIN)).to_contain_text("In every row, price is above 0.")
    expect(page.locator(MAIN)).to_contain_text("The calls that made it")


def test_a_log_that_grows_is_read_on(open_page: OpenPage, own: Workspace) -> None:
    fill(own)
    page = open_page("/", own)
    go(page, "Conversations")
    fill(own, "CHK-2")
    go(page, "Data")
    go(page, "Conversations")

    expect(page.locator(GOOD)).to_contain_text("The chain holds: 4 records")


def test_hostile_words_stay_text_on_every_page(open_page: OpenPage, own: Workspace) -> None:
    names = [*HOSTILE.values()]
    records = [record for name in names for record in fill(own, name)]
    write_orders(own, [name for name in names if "\0" not in name])
    summary = {"orders": {"summary": " ".join(names), "columns": {n: n for n in names}, "by": "x"}}
    own.summaries_file.write_text(json.dumps(summary))
    report = own.sessions / "churn" / "eda" / "report.md"
    report.parent.mkdir(parents=True)
    report.write_text("\n\n".join(names))

    page = None
    for record in records:
        page = open_page(f"/conversations?record={record.hash}", own, page)
        assert is_plain(page)
    page = open_page("/data?table=orders", own, page)
    assert is_plain(page)
    for tab in ("Values", "History"):
        page.get_by_role("tab", name=tab).click()
        settle(page)
        assert is_plain(page)
    go(page, "Stages")
    assert is_plain(page)


@pytest.mark.parametrize("name", [HOSTILE["nul"], HOSTILE["markdown"]], ids=["nul", "markdown"])
def test_hostile_words_of_one_writer_stay_text(
    open_page: OpenPage, own: Workspace, name: str
) -> None:
    """A table that is refused, and one whose summary is all of one word."""
    write_orders(own, [name])
    summary = {"orders": {"summary": name, "columns": {name: name}, "by": name}}
    own.summaries_file.write_text(json.dumps(summary))

    assert is_plain(open_page("/data?table=orders", own))


def write_orders(workspace: Workspace, names: list[str]) -> None:
    """Names as columns and as cells."""
    quoted = ['"' + name.replace('"', '""') + '"' for name in names]
    lines = [["id", *quoted], ["1", *quoted], ["2", *reversed(quoted)]]
    (workspace.data / "orders.csv").write_text("".join(f"{','.join(line)}\n" for line in lines))
    write_schema(workspace, snapshot_tables(workspace, Schema()))


def test_a_sentence_is_tried(open_page: OpenPage) -> None:
    page = open_page("/")
    go(page, "Help")
    page.get_by_label("Rule").fill("price must be at least 0")
    page.locator('[data-testid="stForm"] input[role="combobox"]').click()
    page.get_by_role("option", name="orders").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Read it").click()

    main = page.locator(MAIN)
    expect(main).to_contain_text("In every orders row, price is at least 0.", timeout=60_000)
    expect(main.locator(".pa-word").first).to_be_visible()
    expect(main).to_contain_text("FAIL: 4 of 10 orders rows flagged", timeout=60_000)
