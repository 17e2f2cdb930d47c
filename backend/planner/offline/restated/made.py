"""Phrases for a text beside what other texts make, as it is restated."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.restated.terms import Fields, fields
from backend.rules.language.terms import Made, Not, Predicate, Value
from backend.rules.phrasing import Phrases

phrase = Phrases()

_NOT = {
    "is": "is not", "starts with": "does not start with", "ends with": "does not end with",
    "contains": "does not contain",
}  # fmt: skip

for _how, _denied in _NOT.items():

    @phrase("made", f"{_how} the text of <value>", f"{_how} the text of <made_parts>")
    @phrase("not_made", f"{_denied} the text of <value>", f"{_denied} the text of <made_parts>")
    def made(told: Any, how: str = _how) -> Fields:
        """Starts with the text of another value."""
        return fields(how=how, parts=told if isinstance(told, tuple) else (told,))


@phrase(
    "made_parts", "(<value>|<text>) , then (<value>|<text>)", "<made_parts> , then (<value>|<text>)"
)
def made_parts(*parts: Any) -> tuple[Any, ...]:
    """state, then '_', then code."""
    first, *rest = parts
    return (*(first if isinstance(first, tuple) else (first,)), *rest)


@phrase("atom", "<value> <made>")
def made_so(of: Value, told: Fields) -> Predicate:
    """path starts with the text of folder."""
    return Made(of=of, **told.named)


@phrase("atom", "<value> <not_made>")
def not_made_so(of: Value, told: Fields) -> Predicate:
    """path does not start with the text of folder."""
    return Not(part=made_so(of, told))
