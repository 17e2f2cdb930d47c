"""What was perhaps meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from backend.store.plain_words import list_names


def suggest(name: str, known: Iterable[str], noun: str) -> str:
    """The cure for an unknown name: the nearest one, then at most ten of those there are.

    >>> suggest("usr_id", ["event_id", "user_id"], "Columns")
    "Did you mean 'user_id'? Columns: event_id, user_id."
    """
    names = list(known)
    spelled = {found.lower(): found for found in names}
    close = get_close_matches(name.lower(), spelled, n=1, cutoff=0.6)
    hint = f"Did you mean {spelled[close[0]]!r}? " if close else ""
    return f"{hint}{noun}: {list_names(names) if names else 'none'}."
