"""The dashboard in a real browser: a server of its own, Chromium, and when a page has settled.

Both the measurement (`bench.dashboard`) and the tests in ``tests/dashboard/browser`` drive it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
HEADING = '[data-testid="stMain"] h1'
EXCEPTION = '[data-testid="stException"]'
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.getAttribute('data-test-script-state') === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"]');
}"""
_PROBES = ("/_stcore/health", "/_stcore/host-config")
"""Opened at ``/checks``, Streamlit's page first looks for its server below that address."""


class Server(NamedTuple):
    """A running dashboard."""

    url: str
    process: subprocess.Popen[bytes]


def find_chromium() -> str | None:
    """The browser of this machine, if there is one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


@contextlib.contextmanager
def serve(base: Path, log: Path, *arguments: str, script: str = "streamlit.py") -> Iterator[Server]:
    """A dashboard over this workspace on a free port; it ends with the block.

    ``script`` is another one for Streamlit to run, below the repository or with its whole path.
    """
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true"]
    options += ["--server.fileWatcherType", "none"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    command += ["--", "--base-dir", str(base), *arguments]
    with (
        log.open("wb") as stream,
        subprocess.Popen(command, cwd=ROOT, stdout=stream, stderr=subprocess.STDOUT) as process,
    ):
        try:
            _wait_for(f"http://localhost:{port}/_stcore/health", process)
            yield Server(f"http://localhost:{port}", process)
        finally:
            process.terminate()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox"] if is_root else []
        )
        try:
            yield browser
        finally:
            browser.close()


def listen(page: Page) -> list[str]:
    """What the page complains of, from now on; the list grows."""
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not address.endswith(_PROBES):
            told.append(f"{message.text} {address}".strip())

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


def settle(page: Page, *, timeout: float = 60.0) -> None:
    """Wait until the page has a heading and nothing runs for it any more."""
    page.wait_for_selector(HEADING, timeout=1000 * timeout)
    page.wait_for_function(SETTLED, timeout=1000 * timeout)


def go(page: Page, title: str) -> None:
    """Click a page's name in the sidebar and wait for it."""
    page.locator(".st-key-links a").get_by_text(title, exact=True).click()
    page.wait_for_function("title => document.title.startsWith(title + ' ')", arg=title)
    settle(page)


def shoot(
    browser: Browser, url: str, target: Path, *, widths: Sequence[int], height: int = 1000
) -> list[Path]:
    """Screenshots of an address, light and dark, at each width."""
    made = []
    for scheme in ("light", "dark"):
        for width in widths:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="light" if scheme == "light" else "dark",
            )
            page.goto(url)
            settle(page)
            page.wait_for_timeout(600)
            made.append(target.with_name(f"{target.name}-{scheme}-{width}.png"))
            page.screenshot(path=made[-1])
            page.close()
    return made


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the dashboard ended at once, with exit code {process.returncode}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=2).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"no dashboard answers at {url}")
