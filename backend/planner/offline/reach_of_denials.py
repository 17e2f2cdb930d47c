"""Denials and "only" whose reach a reading got wrong: a second part, a group, a following step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.contracts.contract import Contract
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Compare, Constant, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_DENIALS = frozenset({"not", "never"})
_DO = frozenset({"do", "does", "did"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "does", "do"})
_TOLD = frozenset({"adj", "vp", "rowvp", "verb", "rel", "reltext"})
_LEADS = frozenset({"for", "in", "on", "at", "among", "with", "within"})
_MAY = frozenset({"may", "can", "could", "might", "will", "would", "is", "are"})
_ASKING = frozenset({"=may", "=can", "=could", "=might", "=will", "=would"})
_DUTIES = frozenset({"must", "should", "shall", "has", "have", "needs", "need", "ought"})
_CASES = frozenset({"if", "when", "whenever", "where", "once", "first", "unless"})
_EMPTY = frozenset({"empty", "blank", "missing", "null"})
_PAUSES = frozenset({".", ";", ":", ",", "\u2013", "—", "-", "?"})


def refuse_short_denials(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which each denial and each "only" reaches as far as its words do.

    Raises:
        Misfit: "does not start with b or end with a" lets no code end with a; "only in the kitchen
            may hours be above 40" forbids it elsewhere; "then" may tell of a case.
    """
    for part in node.walk():
        for left, right in _offered(part):
            if _is_denied_alone(left, right, tokens):
                raise Misfit("it is not clear what 'not' denies: say 'neither … nor', or make two")
        _refuse_rewritten(part, tokens)
        _refuse_lost_empties(part, tokens)
        _refuse_half_denials(part, tokens)
        _refuse_bare_questions(part, tokens)
    _refuse_only_there(rule, tokens)
    _refuse_other_cases(node, rule, tokens)


def _offered(part: Node) -> Iterator[tuple[Node, Node]]:
    """What stands before and behind each "or"."""
    told = part.children
    for at, child in enumerate(told[1:-1], start=1):
        if child.symbol != "=or" or told[at + 1].symbol not in _TOLD:
            continue
        before = [each for each in told[:at] if each.symbol in _TOLD]
        if before:
            yield before[0], told[at + 1]


def _is_denied_alone(left: Node, right: Node, tokens: Sequence[Token]) -> bool:
    """Whether the part before "or" alone has a denial that may be said of both."""
    said = [token.low for token in tokens[left.start : left.end]]
    behind = tokens[right.start].low
    if tokens[right.start].low in {*_DENIALS, "no", "neither"} or _denies(right, tokens):
        return False
    if left.symbol == "adj" and any(
        one in {",", "and", "but"} and other in _DENIALS for one, other in pairwise(said)
    ):
        return right.symbol == "adj"
    if said[:1] and said[0] in _DO and said[1:2] == ["not"]:
        is_plural = said[0] == "do"
        return behind not in _FINITE - {"have", "do"} if is_plural else _is_bare(behind)
    is_never = "never" in said[:2]
    return is_never or (said[0] in _DENIALS and behind not in _FINITE)


def _denies(told: Node, tokens: Sequence[Token]) -> bool:
    return any(token.low in _DENIALS for token in tokens[told.start : told.start + 2])


def _is_bare(verb: str) -> bool:
    """Whether a verb stands as behind "does not": "end" and not "ends"."""
    return verb not in _FINITE - {"have", "do"} and (not verb.endswith("s") or verb.endswith("ss"))


def _refuse_rewritten(part: Node, tokens: Sequence[Token]) -> None:
    """Not 000000: as a number it is 0, and nothing is said of the text."""
    if part.symbol != "shown_one" or part.end != part.start + 1:
        return
    token = tokens[part.start]
    if token.shape == Shape.NUMBER and len(token.text) > 1 and token.text.startswith("00"):
        raise Misfit(f"put {token.text!r} in quotes: it is a text, and no number")


def _refuse_lost_empties(part: Node, tokens: Sequence[Token]) -> None:
    """A denial of empty cells that the rule passes over, or that reaches the first part alone."""
    told = [child.symbol for child in part.children]
    for at, child in enumerate(part.children[1:], start=1):
        before = part.children[at - 1]
        if child.symbol == "_or_none" and tokens[before.start].low in _DENIALS:
            raise Misfit("it is not clear what 'not' denies: say 'neither … nor', or make two")
    said = [token.low for token in tokens[part.children[-1].start : part.end]] if told else []
    if told == ["adj", "=,", "adj"] and said[0] in _DENIALS and _EMPTY & {*said}:
        terms = walk(part.meaning) if isinstance(part.meaning, Contract) else ()
        if not any(isinstance(term, Missing) for term in terms):
            raise Misfit("say 'and must be filled': whether empty cells are wrong is not clear")
    if told[:1] == ["options"] and "=/" in told and tokens[part.start - 1].low in _DENIALS:
        raise Misfit("put a text with a slash in quotes: it is one text, or several")


def _refuse_half_denials(part: Node, tokens: Sequence[Token]) -> None:
    """Does not start with b or contains x: the second verb is not denied."""
    told = part.children
    is_denied = part.symbol == "vp" and [child.symbol for child in told[:2]] == ["_do", "=not"]
    if is_denied and "=or" in [child.symbol for child in told] and told[-1].symbol == "verb":
        verb = tokens[told[-1].start].low
        if tokens[told[0].start].low == "does" and not _is_bare(verb):
            raise Misfit(f"'does not' does not reach to {verb!r}")


def _refuse_bare_questions(part: Node, tokens: Sequence[Token]) -> None:
    """In the office may hours be above 40: a permission, as no question mark ends it."""
    first = part.children[0] if part.children else None
    if part.symbol != "stmt" or first is None or first.symbol not in _ASKING or not part.start:
        return
    is_led = tokens[part.start - 1].low not in _PAUSES
    if is_led and not any(token.text == "?" for token in tokens):
        raise Misfit("it permits something there: say what must be so, or 'only … may'")


def _refuse_only_there(rule: Rule, tokens: Sequence[Token]) -> None:
    """Only for gold loans is the limit above 1000: what it says of others is not in the rule."""
    lows = [token.low for token in tokens]
    if lows[:1] != ["only"] or lows[1:2] == [] or lows[1] not in _LEADS:
        return
    end = next((at for at, word in enumerate(lows) if word in _PAUSES), len(lows))
    said = {*lows[:end]}
    if said & _DUTIES or not said & _MAY or not isinstance(rule, BrokenRows):
        return
    group = {token.text.lower() for token in tokens[2:end]}
    values = _values_of(rule)
    if not values & group:
        raise Misfit(
            "it is not clear what must be so for those rows, and what for others: write 'only if … "
            "may …', or 'for …, it must'"
        )


def _values_of(rule: BrokenRows) -> set[str]:
    """The values that a row must have: where only such rows may be so, they are asked."""
    must = rule.must
    told = must.right if isinstance(must, Compare) and must.sign == "==" else None
    return {*str(told.value).lower().split()} if isinstance(told, Constant) else set()


def _refuse_other_cases(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """A second sentence that tells of a case, or of columns that may differ."""
    lows = [token.low for token in tokens]
    for at in range(1, len(lows) - 1):
        before = {*lows[:at]}
        is_next = lows[at - 1] in (".", ";") and lows[at] == "then"
        if is_next and before & _DUTIES and not before & _CASES:
            raise Misfit("'then' may mean in that case only: say 'if … then …', or leave it out")
    must = rule.must if isinstance(rule, BrokenRows) else None
    is_order = isinstance(must, Compare) and must.sign not in ("==", "!=")
    if not is_order or not isinstance(must, Compare) or isinstance(must.right, Constant):
        return
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if part.symbol == "remark" and symbols[:2] == ["=only", "rows"]:
            last = symbols[-1]
            if last in ("=differ", "=deviate", "=different"):
                raise Misfit(
                    "two values may differ, or such rows are exempt: say 'the rule is not for …'"
                )
