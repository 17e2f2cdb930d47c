"""The frame as Streamlit runs it, from ``streamlit.py`` down."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from backend.contracts.workspace import Workspace
from backend.dashboard.pages import PAGES
from tests.dashboard.drawing import said
from tests.dashboard.full_workspace import make

ENTRY = Path(__file__).resolve().parents[2] / "streamlit.py"


def open_page(base: Path, path: str = "overview") -> AppTest:
    page = AppTest.from_file(str(ENTRY), default_timeout=60)
    page.session_state["base_dir"] = str(base)
    if path != PAGES[0].path:
        page._page_hash = calc_hash(path)
    return page.run()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_of_the_sidebar_opens(tmp_path: Path, page: object) -> None:
    workspace = make(tmp_path / "made")

    drawn = open_page(workspace.base, page.path)  # type: ignore[attr-defined]

    assert not drawn.exception
    assert callable(import_module(f"backend.dashboard.views.{page.path}").render)  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_opens_over_nothing(tmp_path: Path, page: object) -> None:
    drawn = open_page(tmp_path / "nowhere", page.path)  # type: ignore[attr-defined]

    assert not drawn.exception
    assert "checks/checks.json is not there" in said(drawn)


def test_sidebar_asks_for_the_base_dir_and_links_every_page(workspace: Workspace) -> None:
    page = open_page(workspace.base)

    assert page.sidebar.text_input(key="base_dir").label == "Backend base dir"
    links = page.sidebar.get("page_link")
    assert [link.proto.label for link in links] == [each.title for each in PAGES]
    assert "Run Agent Workflow" in [button.label for button in page.sidebar.button]


def test_the_sidebar_keeps_its_order(workspace: Workspace) -> None:
    """Links, then the folder, then the button: though the page is drawn in between."""
    kinds = [element.type for element in open_page(workspace.base).sidebar]

    assert kinds.index("page_link") < kinds.index("text_input") < kinds.index("button")


def test_pages_are_imported_ahead() -> None:
    program = """
import sys, threading
from backend.dashboard.ahead import import_ahead
import_ahead(0)
import_ahead(0)
behind = [each for each in threading.enumerate() if each.name == "import ahead"]
[each.join() for each in behind]
print(len(behind), *sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ENTRY.parent
    )
    number, *modules = done.stdout.split()

    assert number == "1"
    wanted = {f"backend.dashboard.views.{page.path}" for page in PAGES} | {"backend.rules.catalog"}
    assert wanted <= set(modules)


def test_address_opens_a_check(workspace: Workspace) -> None:
    page = AppTest.from_file(str(ENTRY), default_timeout=60)
    page.session_state["base_dir"] = str(workspace.base)
    page.query_params["check"] = "CHK-2"
    page.run()

    assert not page.exception
    assert "'look reasonable' is not understood." in said(page).replace("&#x27;", "'")


def test_address_names_another_workspace(workspace: Workspace) -> None:
    page = AppTest.from_file(str(ENTRY), default_timeout=60)
    page.query_params["base"] = str(workspace.base)
    page.run()

    assert page.sidebar.text_input(key="base_dir").value == str(workspace.base)
    assert not page.exception


def test_entry_that_cannot_be_read_is_told_as_text(workspace: Workspace) -> None:
    text = workspace.checks_file.read_text()
    workspace.checks_file.write_text(text.replace('"orders"', "7", 1))

    assert "checks.json, entry 1 (CHK-1)" in said(open_page(workspace.base))
