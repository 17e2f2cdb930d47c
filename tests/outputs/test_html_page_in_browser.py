"""The page of 3,000 checks in a real browser, opened from the disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from backend.outputs.html_page import write_html
from backend.outputs.run_report import ReportedRun
from bench.browser import find_chromium
from tests.outputs.reported_runs import HOSTILE, hostile, record

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_chromium() is None, reason="there is no chromium on this machine"),
]
VERDICTS = ("FAIL", "PASS", "ERROR")


@pytest.fixture(scope="module")
def many(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """1,000 checks of each verdict, and the hostile ones."""
    records = [record(f"CHK-{at:04}", VERDICTS[at % 3]) for at in range(3_000)]
    records += [hostile(text) for text in HOSTILE.values()]
    path = tmp_path_factory.mktemp("html") / "report.html"
    with path.open("w", encoding="utf-8") as stream:
        write_html(stream, ReportedRun(tuple(records)))
    page = browser.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: trouble.append(request.url))
    page.goto(path.as_uri())
    assert trouble == [path.as_uri()]
    return page


def shown(page: Page) -> int:
    return page.locator("#checks tbody tr:visible").count()


def test_all_checks_are_there_and_no_hostile_text_has_run(many: Page) -> None:
    total = 3_000 + len(HOSTILE)
    assert many.locator("#shown").inner_text() == f"{total} of {total} checks"
    assert many.title() == "Data checks, 20261120T030000Z-0002"
    assert many.locator("#checks tbody tr").count() == total


def test_verdict_and_text_filter_together(many: Page) -> None:
    many.select_option("#verdict", "ERROR")
    assert shown(many) == 1_000
    many.fill("#text", "chk-0005")
    assert many.locator("#shown").inner_text().startswith("1 of ")
    assert shown(many) == 1
    many.select_option("#verdict", "PASS")
    assert shown(many) == 0
    many.fill("#text", "")
    many.select_option("#verdict", "")
    assert shown(many) == 3_000 + len(HOSTILE)


def test_script_of_another_is_refused(many: Page) -> None:
    many.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'owned'";
          document.body.append(script);
        }"""
    )
    assert many.title() == "Data checks, 20261120T030000Z-0002"
