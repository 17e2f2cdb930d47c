"""A real server and a real browser, started once for all tests of this folder.

A test opens a page with ``open_page``; when it ends, no page may show an exception and no console
may have complained. The same page, given back, goes to another address in a third of the time.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from backend.contracts.workspace import Workspace
from bench.browser import EXCEPTION, Server, find_chromium, listen, serve, settle
from tests.dashboard.full_workspace import make

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here takes seconds, and none can do without a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            if find_chromium() is None:
                item.add_marker(pytest.mark.skip(reason="there is no chromium on this machine"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace that the server opens with; no test changes it."""
    return make(tmp_path_factory.mktemp("browser") / "made")


@pytest.fixture(scope="session")
def server(made: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(made.base, tmp_path_factory.mktemp("server") / "log") as running:
        yield running


@pytest.fixture
def own(made: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workspace that a test may change."""
    shutil.copytree(made.base, tmp_path / "own")
    return Workspace(tmp_path / "own")


@pytest.fixture
def open_page(server: Server, browser: Browser) -> Iterator[OpenPage]:
    """Open an address (``/``, ``/?check=CHK-1``), over the session's workspace or a test's own.

    In a browser of its own, as a visitor comes, or in one that is open.
    """
    opened: list[tuple[Page, list[str]]] = []

    def open_it(
        address: str = "/", workspace: Workspace | None = None, page: Page | None = None
    ) -> Page:
        if page is None:
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            opened.append((page, listen(page)))
        else:
            assert page.locator(EXCEPTION).count() == 0
        sign = "&" if "?" in address else "?"
        more = f"{sign}base={quote(str(workspace.base))}" if workspace else ""
        page.goto(f"{server.url}{address}{more}")
        settle(page)
        return page

    yield open_it
    complaints = [told for _, each in opened for told in each]
    exceptions = [page.locator(EXCEPTION).count() for page, _ in opened]
    for page, _ in opened:
        page.close()
    assert not complaints
    assert not any(exceptions)
