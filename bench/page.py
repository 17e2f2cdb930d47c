"""The figures on ``docs/performance.md``: each block is written by the command that measured it."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def fill(name: str, text: str) -> None:
    """Put figures where ``<!-- name -->`` and ``<!-- end -->`` hold a place for them.

    Raises:
        SystemExit: the page has no such place.
    """
    page = PAGE.read_text()
    place = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not place.search(page):
        raise SystemExit(f"{PAGE.name}: there is no place named {name!r}.")
    PAGE.write_text(place.sub(lambda found: f"{found[1]}{text}\n{found[2]}", page))
