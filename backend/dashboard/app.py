"""The dashboard's frame: the sidebar, the run button, and the pages.

A page is one line of `PAGES` and a module of that name below ``views/`` with ``render(snapshot)``.
The snapshot carries the workspace and a memo of what was read; what else a page shows it asks of a
reader ``snapshot_<topic>.py`` of its own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import streamlit as st

from backend.dashboard.access import may_run, read_visitor
from backend.dashboard.ahead import import_ahead
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.options import Options, folder_of, home_of, read_options
from backend.dashboard.pages import PAGES, Page, open_check
from backend.dashboard.plain import STYLE, say_error
from backend.dashboard.snapshot import Snapshot, read_snapshot
from backend.dashboard.views import log_in

_NAME = "Pandas Codegen Agent"
_ICON = str(Path(__file__).with_name("icon.svg"))


def render() -> None:
    """Draw the page that the address names, from the files as they are now."""
    st.set_page_config(page_title=_NAME, layout="wide")
    st.html(STYLE)
    options = read_options()
    visitor = read_visitor()
    if not visitor.may_look:
        log_in.render()
        return
    base = _place(options)
    pages = [_page(page, base) for page in PAGES]
    chosen = st.navigation(pages, position="hidden")
    _draw_links(pages)
    below = st.sidebar.container()
    from backend.dashboard.views import run_panel  # its contracts are slow to import

    mark = run_panel.read_mark(base, _memo())  # before the page: what ends meanwhile is drawn anew
    chosen.run()  # before the rest of the sidebar: the page is what its visitor waits for
    with below:
        _ask_base()
        access = may_run(visitor, options, home=home_of(options), base=base)
        run_panel.render(base, access, _memo(), mark)
        log_in.tell(visitor)
    import_ahead()


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def _memo() -> FileMemo:
    gc.freeze()  # what is imported stays: collecting need not walk it while files are read
    return FileMemo()


def _page(page: Page, base: Path) -> st.Page:
    return st.Page(
        _draw(page, base),
        title=page.title,
        url_path=page.path,
        default=page is PAGES[0],
    )


def _draw(page: Page, base: Path) -> Callable[[], None]:
    def draw() -> None:
        st.set_page_config(page_title=f"{page.title} · {_NAME}", page_icon=_ICON)
        if page is PAGES[0] and "check" in st.query_params:
            open_check(st.query_params["check"])
        snapshot = read_snapshot(base, _memo())
        _tell_trouble(snapshot)
        import_module(f"backend.dashboard.views.{page.path}").render(snapshot)

    return draw


def _draw_links(pages: Sequence[st.Page]) -> None:
    """The pages with their icons; an icon of the page itself would be fetched for the tab."""
    st.sidebar.html(f'<div class="pa-name">{_NAME}</div>')
    with st.sidebar.container(key="links", gap=None):
        for page, drawn in zip(PAGES, pages, strict=True):
            st.page_link(drawn, label=page.title, icon=page.icon, width="stretch")


def _place(options: Options) -> Path:
    """The workspace that the visitor sees; a link names it where it is not the usual one."""
    linked = st.query_params.get("base")
    written = st.session_state.setdefault("base_dir", linked or options.base_dir)
    if written != options.base_dir and written != linked:
        st.query_params["base"] = written
    return folder_of(written)


def _ask_base() -> None:
    st.text_input(
        "Backend base dir", key="base_dir", help="A folder with checks/, data/ and cached_mem/."
    )


def _tell_trouble(snapshot: Snapshot) -> None:
    for sentence in snapshot.trouble:
        say_error(sentence)
    for entry in snapshot.invalid:
        say_error(entry.message)
