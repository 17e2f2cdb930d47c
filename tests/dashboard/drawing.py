"""One view drawn by Streamlit without the frame around it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

HOSTILE = {
    "html": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "markdown": "[click](https://evil.example) ![pixel](https://evil.example/p.png) **loud**",
    "long": "x" * 10_000,
    "right-to-left": "אבג \u202etxt.exe",
    "zero-width": "ad\u200bmin\ufeff",
    "nul": "a\x00b\x07",
    "emoji": ":red[colour] :material/home: $x^2$ 🙂",
}
"""Names that try to become more than text."""


def draw_view(view: str, base: Path, *, tab: str = "", **query: str) -> AppTest:
    """The page of ``views/<view>.py`` over this workspace, opened with this address.

    ``tab`` is the one that is open on the page of tables.
    """
    page = AppTest.from_function(_script, default_timeout=60, kwargs={"view": view, "base": base})
    for name, value in query.items():
        page.query_params[name] = value
    if tab:
        page.session_state["parts of a table"] = tab
    return page.run()


def said(page: AppTest) -> str:
    """All that stands on the page: headings, boxes, texts, code, and cells."""
    parts = [*page.title, *page.subheader, *page.caption, *page.code, *page.text]
    texts = [str(part.value) for part in parts]
    texts += [element.proto.body for element in page.get("html")]
    texts += [frame.value.to_csv() for frame in page.dataframe]
    return "\n".join(texts)


def _script(view, base):  # type: ignore[no-untyped-def]  # its source runs alone
    from importlib import import_module

    from backend.dashboard.snapshot import read_snapshot

    import_module(f"backend.dashboard.views.{view}").render(read_snapshot(base))
