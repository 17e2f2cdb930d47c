"""A duty said as a fact: "codes must be unique" is also "codes are unique"."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.spots import Ending, Spot

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
    is_denied = all(spot.symbol in _DENIERS for spot in firsts)
    return _Facts(ending, is_denied=is_denied).in_both_moods(firsts)


class _Facts:
    """A pattern as a duty, and its rest behind a modal verb that was left out."""

    def __init__(self, ending: Ending, *, is_denied: bool) -> None:
        self._ending = ending
        self._is_denied = is_denied
        self._duties: dict[Spot, Spot] = {}
        self._facts: dict[Spot, list[Spot]] = {}
        self._copies: dict[Spot, Spot] = {}

    def in_both_moods(self, spots: list[Spot]) -> list[Spot]:
        """These spots, and those where a sentence goes on that leaves the modal verb out."""
        duties = [self._duty(spot) for spot in spots]
        modals = (spot for spot in spots if spot.symbol in MODALS)
        return [*duties, *(fact for modal in modals for fact in self._instead_of(modal))]

    def _duty(self, spot: Spot) -> Spot:
        if spot not in self._duties:
            self._duties[spot] = Spot(
                spot.symbol, spot.ending, lambda: self.in_both_moods(spot.follow)
            )
        return self._duties[spot]

    def _instead_of(self, modal: Spot) -> list[Spot]:
        if modal not in self._facts:
            self._facts[modal] = [*self._behind(modal)]
        return self._facts[modal]

    def _behind(self, modal: Spot) -> Iterator[Spot]:
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
            yield _before("_be", [self._as("=always", behind)])
        for verb in in_both_persons(behind.symbol):
            yield self._as(verb, behind)

    def _denied(self, behind: Spot) -> Iterator[Spot]:
        """Must not be: is not, is never; must not match: does not match, never matches."""
        if behind.symbol == "=be":
            yield _before("_be", [self._as("=not", behind), self._as("=never", behind)])
        if verbs := in_both_persons(behind.symbol):
            yield _before("=never", [self._as(verb, behind) for verb in verbs])
            yield _before("_do", [_before("=not", [self._copy(behind)])])

    def _as(self, symbol: str, spot: Spot) -> Spot:
        """This spot, said otherwise."""
        copy = self._copy(spot)
        return Spot(symbol, copy.ending, lambda: copy.follow)

    def _copy(self, spot: Spot) -> Spot:
        """The same place in the pattern told as a fact, where no duty and no verdict follows."""
        if spot not in self._copies:
            symbol = "vp" if spot.symbol == "duty" else spot.symbol
            ending = self._ending if spot.ending else None
            self._copies[spot] = Spot(symbol, ending, lambda: self._as_facts(spot.follow))
        return self._copies[spot]

    def _as_facts(self, spots: list[Spot]) -> list[Spot]:
        return [self._copy(spot) for spot in spots if spot.symbol not in _VERDICTS]


def _before(symbol: str, follow: list[Spot]) -> Spot:
    """A spot in front of others."""
    return Spot(symbol, None, lambda: follow)


def in_both_persons(symbol: str) -> tuple[str, ...]:
    """A literal verb in both persons."""
    word = symbol[1:]
    if not symbol.startswith("=") or not word.isalpha() or word in _NOT_VERBS or word == "be":
        return ()
    ending = "es" if word.endswith(("s", "x", "sh", "ch")) else "s"
    return (symbol, f"={_IRREGULAR.get(word, word + ending)}")
