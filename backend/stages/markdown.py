"""Markdown that shows a foreign text as it is: nothing in it becomes a link, a tag or a cell."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence


def safe(text: str) -> str:
    """Text for a line or a cell."""
    flat = html.escape(re.sub(r"\s+", " ", text), quote=False)
    return re.sub(r"([\\`*_\[\]|~#])", r"\\\1", flat)


def code(text: str) -> str:
    """A name or a value, set apart; one that cannot be is escaped instead."""
    flat = re.sub(r"\s+", " ", text)
    if not flat.strip() or re.search(r"[`|\\]", flat):
        return f"“{safe(flat)}”"
    return f"`{flat}`"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; cells come ready made from `safe` and `code`."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
