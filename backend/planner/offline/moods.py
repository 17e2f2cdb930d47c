"""A duty said as a fact: "codes must be unique" is also "codes are unique"."""

from __future__ import annotations

from collections.abc import Iterator

Symbols = tuple[str, ...]

_NOT_VERBS = frozenset({"all", "both", "each", "only", "also", "either", "neither", "ever", "in"})
_IRREGULAR = {"have": "has", "do": "does", "go": "goes", "match": "matches"}
_VERDICTS = frozenset({"_looked_at", "_wrong", "_bad", "_fine", "=flagged", "=reported", "=listed"})
_IN_EITHER_MOOD = frozenset({"_exists_in", "_contains", "_makes_up", "_starts", "_ends"})
"""Classes of verbs that hold both persons."""
_MODALS = frozenset({"_must", "=must", "_must_not", "_may", "<duty>"})
"""Without one of these there is nothing to say otherwise."""
_DENIERS = ("=no", "=neither", "=nobody", "=none", "=nothing")


def indicative(symbols: Symbols) -> Iterator[Symbols]:
    """The ways to say a rule's pattern without its modal verb; nothing for one that has none.

    What must be listed is wrong, but what is listed is not: a verdict is no fact.
    """
    if _MODALS.isdisjoint(symbols) or not _VERDICTS.isdisjoint(symbols):
        return
    for at, symbol in enumerate(symbols[:-1]):
        before, behind = symbols[:at], symbols[at + 1 :]
        if symbol == "_must" and behind[0] in _IN_EITHER_MOOD:
            yield (*before, *behind)
        if symbol in ("_must", "=must"):
            yield from _told(before, behind)
        elif symbol == "_must_not":
            yield from _denied(before, behind)
        elif symbol == "_may" and before and before[0] in _DENIERS:
            yield from _told(before, behind)

    if "<duty>" in symbols:
        yield tuple("<vp>" if symbol == "<duty>" else symbol for symbol in symbols)


def _told(before: Symbols, behind: Symbols) -> Iterator[Symbols]:
    """Must be: is; must match: matches."""
    if behind[0] in ("=not", "=never") and len(behind) > 1:
        yield from _denied(before, behind[1:])
        return
    if behind[0] == "=be":
        yield (*before, "_be", *behind[1:])
        yield (*before, "_be", "=always", *behind[1:])
    for verb in _verbs(behind[0]):
        yield (*before, verb, *behind[1:])


def _denied(before: Symbols, behind: Symbols) -> Iterator[Symbols]:
    """Must not be: is not, is never; must not match: does not match, never matches."""
    if behind[0] == "=be":
        yield (*before, "_be", "=not", *behind[1:])
        yield (*before, "_be", "=never", *behind[1:])
    for verb in _verbs(behind[0]):
        yield (*before, "=never", verb, *behind[1:])
    if _verbs(behind[0]):
        yield (*before, "_do", "=not", *behind)


def _verbs(symbol: str) -> tuple[str, ...]:
    """A literal verb in both persons."""
    word = symbol[1:]
    if not symbol.startswith("=") or not word.isalpha() or word in _NOT_VERBS or word == "be":
        return ()
    ending = "es" if word.endswith(("s", "x", "sh", "ch")) else "s"
    return (symbol, f"={_IRREGULAR.get(word, word + ending)}")
