"""A duty said as a fact: "codes must be unique" is also "codes are unique"."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.spots import Ending, Spot, reachable

_NOT_VERBS = frozenset({"all", "both", "each", "only", "also", "either", "neither", "ever", "in"})
_IRREGULAR = {"have": "has", "do": "does", "go": "goes", "match": "matches"}
_VERDICTS = frozenset({"_looked_at", "_wrong", "_bad", "_fine", "=flagged", "=reported", "=listed"})
"""What must be listed is wrong, but what is listed is not: a verdict is no fact."""
_IN_EITHER_MOOD = frozenset({"_exists_in", "_contains", "_makes_up", "_starts", "_ends"})
"""Classes of verbs that hold both persons."""
MODALS = frozenset({"_must", "=must", "_must_not", "_may", "duty"})
"""What makes a duty of a pattern."""
_DENIERS = frozenset({"=no", "=neither", "=nobody", "=none", "=nothing", "=no-one"})


def with_facts(firsts: list[Spot], ending: Ending) -> list[Spot]:
    """The beginnings of a pattern, which can now also be passed through without a modal verb.

    ``ending`` is what a pattern ends with that is told as a fact.
    """
    spots = list(reachable(firsts))
    if not any(spot.symbol in MODALS for spot in spots):
        return firsts
    facts = _Facts(ending, is_denied=all(spot.symbol in _DENIERS for spot in firsts))
    told = {spot: [*facts.instead_of(spot)] for spot in spots if spot.symbol in MODALS}
    for spot in spots:
        spot.follow = [*spot.follow, *(each for at in spot.follow for each in told.get(at, ()))]
    return [*firsts, *(each for spot in firsts for each in told.get(spot, ()))]


class _Facts:
    """The rest of a pattern behind a modal verb that was left out."""

    def __init__(self, ending: Ending, *, is_denied: bool) -> None:
        self._ending = ending
        self._is_denied = is_denied
        self._copies: dict[Spot, Spot] = {}

    def instead_of(self, modal: Spot) -> Iterator[Spot]:
        """Where a sentence goes on that does not say this verb."""
        if modal.symbol == "duty":
            yield self._copy(modal)
        for behind in modal.follow:
            if modal.symbol == "_must" and behind.symbol in _IN_EITHER_MOOD:
                yield self._copy(behind)
            if modal.symbol in ("_must", "=must") or (modal.symbol == "_may" and self._is_denied):
                yield from self._told(behind)
            elif modal.symbol == "_must_not":
                yield from self._denied(behind)

    def _told(self, behind: Spot) -> Iterator[Spot]:
        """Must be: is, is always; must match: matches."""
        if behind.symbol in ("=not", "=never"):
            for each in behind.follow:
                yield from self._denied(each)
            return
        if behind.symbol == "=be":
            yield self._as("_be", behind)
            yield Spot("_be", [self._as("=always", behind)])
        for verb in _verbs(behind.symbol):
            yield self._as(verb, behind)

    def _denied(self, behind: Spot) -> Iterator[Spot]:
        """Must not be: is not, is never; must not match: does not match, never matches."""
        if behind.symbol == "=be":
            yield Spot("_be", [self._as("=not", behind), self._as("=never", behind)])
        if verbs := _verbs(behind.symbol):
            yield Spot("=never", [self._as(verb, behind) for verb in verbs])
            yield Spot("_do", [Spot("=not", [self._copy(behind)])])

    def _as(self, symbol: str, spot: Spot) -> Spot:
        """This spot, said otherwise."""
        copy = self._copy(spot)
        return Spot(symbol, copy.follow, copy.ending)

    def _copy(self, spot: Spot) -> Spot:
        """The same place in the pattern told as a fact, where no duty and no verdict follows."""
        made = self._copies.get(spot)
        if made is None:
            symbol = "vp" if spot.symbol == "duty" else spot.symbol
            made = self._copies[spot] = Spot(symbol, [], self._ending if spot.ending else None)
            follow = (each for each in spot.follow if each.symbol not in _VERDICTS)
            made.follow = [self._copy(each) for each in follow]
        return made


def _verbs(symbol: str) -> tuple[str, ...]:
    """A literal verb in both persons."""
    word = symbol[1:]
    if not symbol.startswith("=") or not word.isalpha() or word in _NOT_VERBS or word == "be":
        return ()
    ending = "es" if word.endswith(("s", "x", "sh", "ch")) else "s"
    return (symbol, f"={_IRREGULAR.get(word, word + ending)}")
