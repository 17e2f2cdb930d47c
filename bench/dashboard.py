"""How long a visitor waits: first paint and each page, in a real browser.

    python -m bench.dashboard --checks 5000 --runs 500

With ``--workspace DIR`` the workspace is made there and kept, and taken as it is the next time.
Beside each first paint stands that of a page of Streamlit with a heading and nothing else, taken in
turns with ours: what a busy machine does to one it does to the other.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from backend.dashboard.pages import PAGES
from bench.browser import EXCEPTION, HEADING, chromium, go, listen, serve, settle
from bench.dashboard_workspace import make_workspace

FIRST_PAINT, PER_PAGE = 2.0, 1.0
TILES = ".pa-tile"
EMPTY = """
import streamlit as st

st.set_page_config(page_title="Empty", layout="wide")
st.title("Empty")
st.html('<div class="pa-tile">nothing</div>')
"""
PARTS = {
    "Check": {
        "Program": "def check",
        "Proof": "Faults put into the program",
        "SQL": "SELECT",
        "History": "runs of this check",
        "Compiles": "rows, beside the one before",
    },
    "Data": {"Values": "distinct", "History": "Checks that read it in run"},
}
"""The tabs of two pages, and words that show when they are drawn."""


class Paint(NamedTuple):
    """Seconds until the first numbers stand there, and until all does."""

    first: float
    whole: float


def main() -> None:
    """Print seconds for the first paint and for each page, beside what is promised."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--checks", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workspace", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = asked.workspace or Path(folder) / "workspace"
        if not (base / "checks").exists():
            began = time.perf_counter()
            make_workspace(base, checks=asked.checks, runs=asked.runs)
            print(f"workspace written in {time.perf_counter() - began:.0f} s")
        measure(base, Path(folder) / "server.log", asked.rounds)


def measure(base: Path, log: Path, rounds: int) -> None:
    """Start a server and look at every page of it."""
    files = [path for path in (base / "cached_mem").glob("*.json*") if path.is_file()]
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 2**20:.0f} MiB" for path in files)
    print(f"{base}: {sizes}")
    empty = log.with_name("empty.py")
    empty.write_text(EMPTY, "utf-8")
    with (
        serve(base, log.with_name("empty.log"), script=str(empty)) as nothing,
        serve(base, log) as server,
        chromium() as browser,
    ):
        _paint(browser, nothing.url)
        fresh = _paint(browser, server.url)
        _say("first paint, server just started", fresh.first, FIRST_PAINT, whole=fresh.whole)
        turns = [(_paint(browser, nothing.url), _paint(browser, server.url)) for _ in range(rounds)]
        floor, ours = (_median(side) for side in zip(*turns, strict=True))
        _say("first paint, another visitor", ours.first, FIRST_PAINT, whole=ours.whole)
        ratio = ours.first / floor.first
        _say("an empty page", floor.first, FIRST_PAINT)
        print(
            f"  ours beside the empty page: {ratio:.2f}, {fresh.first / floor.first:.2f} at first"
        )
        _measure_pages(browser, server.url, rounds)


def _median(paints: Sequence[Paint]) -> Paint:
    return Paint(*(statistics.median(times) for times in zip(*paints, strict=True)))


def _measure_pages(browser: Browser, url: str, rounds: int) -> None:
    page = browser.new_page()
    complaints = listen(page)
    page.goto(url)
    settle(page)
    for each in PAGES:
        times = []
        for _ in range(rounds):
            go(page, "Help" if each.title != "Help" else "Checks")
            times.append(_time(page, lambda title=each.title: go(page, title)))
        _say(each.title, statistics.median(times), PER_PAGE, first=times[0])
        for part, shows in PARTS.get(each.title, {}).items():
            tab, shown = page.get_by_role("tab", name=part), page.get_by_text(shows).first
            took = _time(page, lambda tab=tab, shown=shown: (tab.click(), shown.wait_for()))
            _say(f"{each.title}: {part}", took, PER_PAGE)
    if complaints:
        print("the browser complains:", *complaints, sep="\n  ")


def _paint(browser: Browser, url: str) -> Paint:
    page = browser.new_page()
    began = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(HEADING)
    page.wait_for_selector(TILES)
    first = time.perf_counter() - began
    settle(page)
    whole = time.perf_counter() - began
    page.close()
    return Paint(first, whole)


def _time(page: Page, act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    assert not page.query_selector(EXCEPTION), "a page shows an exception"
    return took


def _say(
    what: str,
    seconds: float,
    promised: float,
    *,
    first: float | None = None,
    whole: float | None = None,
) -> None:
    more = f", the first time {first:.2f} s" if first is not None else ""
    more += f", all of it {whole:.2f} s" if whole is not None else ""
    held = "" if seconds <= promised else f"   over {promised:.0f} s"
    print(f"  {what:36} {seconds:6.2f} s{more}{held}")


if __name__ == "__main__":
    main()
