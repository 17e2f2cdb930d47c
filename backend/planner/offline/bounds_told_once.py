"""Bounds that are said once: of which of two numbers, or of two columns, they are told.

"At most 40 or 44 in the kitchen", "at most 0.8 or twice the bonds", "A is at least 6 and B 20": the
second half has no bound of its own, so it was taken for what a value must equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.contracts.contract import Contract
from backend.planner.offline.chart import Node
from backend.planner.offline.resolve import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Compare, Constant, It, Matches
from backend.rules.language.walk import walk
from backend.rules.phrasing import Meaning

_BOUNDS = ("<", "<=", ">", ">=")
_JOINED = frozenset({"=or", "=and", "=,", "_joined_to", "=but"})
_EXACT = frozenset({
    "equal", "equals", "equalling", "exactly", "precisely", "just", "same", "identical", "as", "=",
    "==", "match", "matches", "is", "are", "be",
})  # fmt: skip
_COUNTED = frozenset({
    "character", "characters", "char", "chars", "word", "words", "letter", "letters", "digit",
    "digits", "sign", "signs", "capitals", "bytes",
})  # fmt: skip
_MOST_OR = re.compile(
    r"\b(?:max|maximum|min|minimum) [\d.]+ or [\d.]+(?: (?:in|for|on|at|with) |\W*$)"
)
_SOME = frozenset({"in", "for", "on", "at", "of", "with", "when", "if", "where", "during", "among"})


def refuse_bounds_of_one(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which every number beside a bound has a bound, or is said to be equal.

    Raises:
        Misfit: the second of two numbers has none, and may have that of the first.
    """
    words = [token.low for token in tokens]
    if _MOST_OR.search(" ".join(words)):
        raise Misfit("'max so much or so much' bounds one of the two: say 'at most' of each")
    for part in node.walk():
        for first, second in _joined(part):
            if second.symbol == "adj" and _is_bounded(first.meaning):
                _refuse_second_number(first, second, words)
            elif second.symbol in ("gaps", "measure_told") and _is_bounded(first.meaning):
                _refuse_second_column(second, words)
        _refuse_both_together(part)
        _refuse_highest_of_lowest(part, words)


def _joined(part: Node) -> Iterator[tuple[Node, Node]]:
    """What stands before and behind a joining word."""
    for at in range(1, len(part.children) - 1):
        if part.children[at].symbol in _JOINED:
            before = next((c for c in part.children[at - 1 :: -1] if c.symbol not in _JOINED), None)
            if before is not None:
                yield before, part.children[at + 1]


def _refuse_second_number(first: Node, second: Node, words: Sequence[str]) -> None:
    said = words[second.start : second.end]
    behind = words[second.end] if second.end < len(words) else ""
    is_exact = bool(_EXACT & {*said})
    if is_exact and behind not in _SOME:
        return
    text = " ".join(said)
    told = second.meaning
    if (
        isinstance(told, Matches)
        and not is_exact
        and _COUNTED & {*said}
        and _COUNTED & {*_said(first, words)}
    ):
        raise Misfit(f"it is not clear whether {text!r} is bounded as well: say it again")
    if not isinstance(told, Compare) or told.sign != "==":
        return
    if not isinstance(told.left, It) and not _COUNTED & {*said}:
        return
    number = _number(told.right) if isinstance(told.right, Constant) else None
    if number is None and (is_exact or isinstance(told.right, Constant)):
        return
    if number is not None and behind in _SOME:
        raise Misfit(f"it is not clear of which rows {text!r} is told: make two checks of it")
    is_plain = number is not None and not _COUNTED & {*said}
    if not is_plain or (number != 0 and _is_idle(first.meaning, number)):
        raise Misfit(
            f"it is not clear whether {text!r} is bounded as well: say 'at most', 'at least' or "
            "'exactly' of both"
        )


def _number(told: Constant) -> float | None:
    """The number, if it was taken for a text as well."""
    value = told.value
    if isinstance(value, str) and value.replace(".", "", 1).isdecimal():
        return float(value)
    return float(value) if isinstance(value, int | float) else None


def _said(part: Node, words: Sequence[str]) -> Sequence[str]:
    return words[part.start : part.end]


def _is_idle(told: Meaning, number: float | None) -> bool:
    """Whether the number is within the bound anyway, or the bound is a column."""
    bounds = [each for each in _compared(told) if each.sign in _BOUNDS]
    for each in bounds:
        value = _number(each.right) if isinstance(each.right, Constant) else None
        if value is None or number is None:
            return True
        is_within = number < value if each.sign in ("<", "<=") else number > value
        if not is_within:
            return False
    return True


def _refuse_second_column(second: Node, words: Sequence[str]) -> None:
    """A is at least 6 and B 20."""
    for part in second.walk():
        told = part.meaning
        is_bare = part.symbol == "adj" and isinstance(told, Compare) and told.sign == "=="
        if not is_bare or not isinstance(told, Compare) or not isinstance(told.right, Constant):
            continue
        said = words[part.start : part.end]
        if _number(told.right) is not None and not _EXACT & {*said}:
            raise Misfit(
                f"it is not clear whether {' '.join(said)!r} is a bound as well: say 'at most', "
                "'at least' or 'exactly' of both"
            )


def _refuse_both_together(part: Node) -> None:
    """0 or more and at most 4 together: each is 0 or more, and the sum at most 4."""
    if not part.children or part.children[-1].symbol != "_in_all":
        return
    for inner in part.children[:-1]:
        for each in inner.walk():
            told = [(first, second) for first, second in _joined(each) if second.symbol == "adj"]
            if any(_is_bounded(a.meaning) and _is_bounded(b.meaning) for a, b in told):
                raise Misfit("it is not clear which of the bounds is of the sum: make two checks")


_LOWEST = frozenset({"lowest", "smallest", "minimum", "min", "least", "earliest", "shortest"})
_HIGHEST = frozenset({"highest", "largest", "maximum", "max", "most", "biggest", "greatest"})


def _refuse_highest_of_lowest(part: Node, words: Sequence[str]) -> None:
    """The lowest rate is at least 12 and the highest 21: of two measures, and not of one."""
    if len(part.children) < 2:
        return
    of = next((c for c in part.children if c.symbol in ("metric", "measure")), None)
    kinds = {*_said(of, words)} & (_LOWEST | _HIGHEST) if of is not None else set()
    if not kinds:
        return
    for inner in part.walk():
        if inner.symbol not in ("_lowest", "_highest"):
            continue
        said = [word for word in _said(inner, words) if word not in ("the", "a", "an")]
        if len(said) == 1 and said[0] in _LOWEST | _HIGHEST:
            raise Misfit(
                f"{said[0]!r} beside {min(kinds)!r} is another measure: say of both what they must "
                "be"
            )


def _is_bounded(told: Meaning) -> bool:
    return any(each.sign in _BOUNDS for each in _compared(told))


def _compared(told: Meaning) -> Iterator[Compare]:
    if isinstance(told, Contract):
        yield from (each for each in walk(told) if isinstance(each, Compare))
