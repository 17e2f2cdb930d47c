"""How far a denial reaches in a list: to signs that are listed with it, and no further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Any, Compare, Not
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ARTICLES = frozenset({"a", "an", "one"})
_CLOSERS = frozenset({"or", "and", "nor"})
_ALONE = frozenset({"only", "just", "exactly", "all", "solely"})
_DENIALS = frozenset({"not", "no", "never", "cannot", "none"})
_TOGETHER = frozenset({"both", "all", "together"})


def refuse_denied_lists(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "no" reaches to what is surely listed with it.

    Raises:
        Misfit: "no blanks, an @" asks for an @; "no blanks, capitals" may ask for capitals.
    """
    inner = {id(part.children[0]) for part in node.walk() if _is_list(part)}
    for part in node.walk():
        if _is_list(part) and id(part) not in inner:
            _refuse_list([*_items(part)], tokens)
        if part.symbol == "signs_held":
            _refuse_both_at_once(rule, {token.low for token in tokens})
    _refuse_two_articles(node, tokens)


def _is_list(part: Node) -> bool:
    return part.symbol == "lacked" and len(part.children) > 1


def _items(part: Node) -> Iterator[tuple[frozenset[str], Node]]:
    """What is listed, in order, each with the words between it and the one before."""
    if _is_list(part):
        first, *between, last = part.children
        yield from _items(first)
        yield frozenset(each.symbol.removeprefix("=") for each in between), last
    else:
        yield frozenset(), part.children[0]


def _refuse_list(items: list[tuple[frozenset[str], Node]], tokens: Sequence[Token]) -> None:
    is_closed = any(words & _CLOSERS for words, _ in items)
    begins_so = _has_article(items[0][1], tokens)
    for words, told in items[1:]:
        said = [token.text for token in tokens[told.start : told.end]]
        is_own = _has_article(told, tokens) and not (begins_so and (words - {","} or is_closed))
        is_class = any(each.symbol == "char_class" for each in told.walk())
        if "no" not in words and (is_own or _ALONE & {*said} or (is_class and not is_closed)):
            bare = " ".join(said[1:] if said[0] in _ARTICLES else said)
            raise Misfit(f"say 'no {bare}' or 'with {bare}': it is not clear how far 'no' reaches")


def _has_article(told: Node, tokens: Sequence[Token]) -> bool:
    near = tokens[max(0, told.start - 1) : told.start + 1]
    return any(token.low in _ARTICLES for token in near)


def _refuse_both_at_once(rule: Rule, words: set[str]) -> None:
    """Whether "must not contain digits and dots" forbids each or only both is not clear."""
    if not words & _DENIALS or words & _TOGETHER:
        return
    for part in walk(rule):
        if isinstance(part, Any) and all(isinstance(each, Not | Compare) for each in part.parts):
            raise Misfit(
                "say 'or' where none of them may be there, or 'both' where only both may not"
            )


def _refuse_two_articles(node: Node, tokens: Sequence[Token]) -> None:
    """Whether "without a blank, an @" asks for an @ is not clear."""
    parts = [*node.walk()]
    lacked = [part.children[-1] for part in parts if part.symbol == "lacked_first"]
    had = [part for part in parts if part.symbol == "had_next"]
    for part in had:
        first = part.children[0]
        is_counted = any(each.symbol == "sign_count" for each in first.children)
        is_bare = first.symbol == "them_feature" and tokens[first.start].low not in _ARTICLES
        if is_bare and not is_counted:
            raise Misfit(
                "say 'no' or 'with' before each part: it is not clear how far 'no' reaches"
            )
    if any(_has_article(part, tokens) for part in lacked):
        for part in had:
            if tokens[part.start].low in _ARTICLES:
                raise Misfit(
                    "say 'with' before what must be there: how far 'without' reaches is open"
                )
