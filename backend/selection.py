"""Which checks a run is asked for: ``CHK-002``, ``id:…``, ``tag:…``, ``owner:…``, ``severity:…``.

Nothing here touches a disk. A selector that fits no check is an error, so that a typing mistake
never looks like a clean run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.store.plain_words import list_names

Entry = Check | InvalidCheck

_FACTS: dict[str, Callable[[Entry], tuple[str, ...]]] = {
    "id": lambda entry: (entry.check_id,),
    "owner": lambda entry: (entry.owner,),
    "tag": lambda entry: entry.tags if isinstance(entry, Check) else (),
    "severity": lambda entry: (entry.severity.value,) if isinstance(entry, Check) else (),
}


def select(entries: Sequence[Entry], selectors: Sequence[str]) -> list[Entry]:
    """The entries that at least one selector fits, in their order; all without a selector.

    A selector may hold several, separated by commas, and ``*`` for any text. Case matters not.

    Raises:
        WorkspaceError: a selector is of no known kind, or fits no check.
    """
    wanted = [part.strip() for text in selectors for part in text.split(",") if part.strip()]
    if not wanted:
        return list(entries)
    chosen: set[int] = set()
    for selector in wanted:
        fitting = _fitting(entries, selector)
        if not fitting:
            raise _no_such(selector, entries)
        chosen |= fitting
    return [entry for number, entry in enumerate(entries) if number in chosen]


def _fitting(entries: Sequence[Entry], selector: str) -> set[int]:
    field, text = _read(selector)
    facts = _FACTS[field]
    return {
        number
        for number, entry in enumerate(entries)
        if any(fnmatchcase(fact.lower(), text.lower()) for fact in facts(entry))
    }


def _read(selector: str) -> tuple[str, str]:
    field, colon, text = selector.partition(":")
    if not colon:
        return "id", selector
    if field not in _FACTS:
        raise WorkspaceError(
            f"--select {selector}: checks are not selected by {field!r}. "
            "Use id:, tag:, owner: or severity:.",
            code="bad-selector",
        )
    return field, text.strip()


def _no_such(selector: str, entries: Sequence[Entry]) -> WorkspaceError:
    field, _ = _read(selector)
    known = dict.fromkeys(fact for entry in entries for fact in _FACTS[field](entry) if fact)
    return WorkspaceError(
        f"--select {selector}: no check has this {field}. "
        f"There are: {list_names([*known]) if known else 'none'}.",
        code="nothing-selected",
    )
