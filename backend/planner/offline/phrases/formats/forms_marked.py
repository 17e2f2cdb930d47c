"""Phrases for the sign between the parts of a named format: a hardware address with colons or dashes."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of, any_of

phrase = Phrases()

_MARKED = frozenset({"mac"})
"""Formats whose parts one of several signs may stand between; other signs part two values."""

for _head in ("adj", "verb"):

    @phrase(
        _head,
        f"<{_head}> [,] (written|separated|parted|divided) (with|by) <sign_mark>",
        cost=0.1,
    )
    def marked(told: Predicate, mark: str) -> Predicate | None:
        """A hardware address separated by colons."""
        is_marked = isinstance(told, Matches) and told.how == How.FORMAT and told.text in _MARKED
        if not is_marked or len(mark) != 1:
            return None
        free = f"[^{re.escape(mark)}]*"
        return all_of(told, _form(How.PATTERN, f"{free}({re.escape(mark)}{free})+"))

    @phrase(
        _head,
        f"<{_head}> [,] [written|separated|parted|divided] (with|by) <sign_mark> or <sign_mark> [between them|in between]",
        cost=0.05,
    )
    def marked_either(told: Predicate, one: str, other: str) -> Predicate | None:
        """A hardware address with colons or dashes."""
        found = [marked(told, mark) for mark in (one, other)]
        is_plain = one != other and None not in found
        return any_of(*(each for each in found if each is not None)) if is_plain else None
