"""What the pages not yet opened will need, imported while their visitor looks at another.

Nothing here draws. A page that is opened before its turn imports what it needs by itself.
"""

from __future__ import annotations

import threading
import time
from importlib import import_module

from backend.dashboard.pages import PAGES

_PATIENCE = 3.0
"""Seconds after the first page, so that its own drawing is not slowed."""
_started = threading.Event()


def import_ahead(patience: float = _PATIENCE) -> None:
    """Import the modules of all pages in the background, once in a process."""
    if _started.is_set():
        return
    _started.set()
    threading.Thread(target=_import_all, args=[patience], name="import ahead", daemon=True).start()


def _import_all(patience: float) -> None:
    time.sleep(patience)
    for page in PAGES:
        import_module(f"backend.dashboard.views.{page.path}")
    import_module("backend.rules.catalog").kinds()  # the kinds of rules, for the page that helps
