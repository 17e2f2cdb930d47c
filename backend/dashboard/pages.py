"""The pages, in the order of the sidebar, and links from one to another.

A page is registered here: its path (the address, and the module below ``views/`` that draws it),
its title, its icon. The module is imported when its page is opened, not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st


class Page(NamedTuple):
    """One entry of the sidebar; ``views/<path>.py`` has ``render(snapshot)``."""

    path: str
    title: str
    icon: str


PAGES = (
    Page("overview", "Overview", ":material/dashboard:"),
    Page("checks", "Checks", ":material/checklist:"),
    Page("check", "Check", ":material/fact_check:"),
    Page("runs", "Runs", ":material/history:"),
    Page("conversations", "Conversations", ":material/forum:"),
    Page("data", "Data", ":material/table:"),
    Page("stages", "Stages", ":material/account_tree:"),
    Page("upload", "Upload", ":material/upload_file:"),
    Page("help", "Help", ":material/help:"),
)


def go_to(path: str, query: Mapping[str, str] | None = None) -> None:
    """Open another page, as if it had been clicked; nothing after this call is drawn."""
    page = next(page for page in PAGES if page.path == path)
    kept = {name: st.query_params[name] for name in ("base",) if name in st.query_params}
    st.switch_page(
        st.Page(_nothing, title=page.title, url_path=page.path),
        query_params={**kept, **(query or {})},
    )


def open_check(check_id: str) -> None:
    """Open the page of one check; the address ``/?check=CHK-001`` does the same."""
    go_to("check", {"check": check_id})


def _nothing() -> None:
    """Streamlit finds a page again by its address alone."""
