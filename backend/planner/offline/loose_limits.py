"""Limits and questions that may be of one part or of all: short answers, "or empty if", "of a".

Rules of this file: each test names what could be meant otherwise; none of them changes a reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Measure,
    Not,
    OneOf,
    Predicate,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_FINITE = frozenset({
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "may",
    "must", "should", "shall", "will", "would", "which", "what", "who", "whose", "any", "how",
    "flag", "list", "show", "no", "never", "always", "every", "each", "all", "ok", "allowed",
})  # fmt: skip
_ADDING = frozenset(
    {"totalling", "totaling", "totalled", "totaled", "summing", "averaging", "adding"}
)
_GAP = "(?:empty|blank|missing|null|0|zero|none|nothing|unfilled)"
_IF = "(?:if|when|where|for|in|on|with|unless|at|whenever)"
_OR_EMPTY_IF = re.compile(
    rf"\bor (?:be |is |are |left |stay )?{_GAP} {_IF}\b(?! (?:one|any|either|some) of th)"
    r"|\b(?:be|is|are) (?:empty|blank|missing) or (?!blank|missing|null|empty|unknown)"
    rf"[^,.;?]* {_IF} "
)
_SHORT_ANSWER = re.compile(rf"\? (?:but )?(?:only|not|just|never|except) {_IF}\b")
_NO_OR_ONE = re.compile(r"\bno \w+ or (?:a|an) |(?<!be )\bwithout both\b")
_ONLY_THERE = re.compile(
    r"\bonly (?:be )?(?:come|go|occur|appear|stand|given|filled|set|used) together\b"
    r"|\b(?:never|not)\b[^.;?]*, only (?:for|in) "
)
_OR_AS_MUCH = re.compile(r"\b(?:but|yet) (?:at (?:least|most)|not (?:more|less|fewer) than) ")
_UNLESS = re.compile(r"\bunless\b")
_NEEDS_NONE = re.compile(r"\b(?:need|needs|require|requires) (?:no|neither)\b")
_NOT_OR = re.compile(r"\b(?:that|which|who) (?:is|are|was|were) not [^,.;?]* or ")
_IF_ALL = re.compile(
    r"\b(?:if|when|where|whenever) (?:all|every|each|both) [\w ]+ of (?:a|an|the|each|every|its) "
)
_IS_NOT_OR = re.compile(r"\b(?:is|are|was|were) not [^,.;?]* or ")
_BE_NOT_LESS_OR = re.compile(
    r"\bbe not (?:less|lower|smaller|fewer|more|higher|greater|larger|bigger) than [\w.]+ or "
    r"(?!more|less|greater|lower|higher|smaller|larger|above|below|over|under|equal)"
)
_NOT_OR_NOT = re.compile(r"\b(?:is|are|be) not [^,.;?]* or not ")
_NOT_MORE_AND = re.compile(
    r"\b(?:not|no)\b[^.;?]*\bmore than \w+ [\w ]+ and (?:more than )?(?:\d+|two|three|four|five) \w"
)
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)"
_BOUND = (
    "(?:(?:at|least|most|more|less|fewer|no|not|than|above|below|under|over|up|to|greater|lower|"
    "higher|smaller|be|exceed) )*"
)
_HALF_A_SHARE = re.compile(
    rf"(?<![\w.])(?!(?:0|zero)\b){_NUMBER} (?:, )?(?:and|but|,|or(?! at )) {_BOUND}"
    rf"{_NUMBER} ?(?:%|percent|per cent|times) (?:of )?(?:the |its |their )?[a-z]"
)
_OTHER_THAN = re.compile(r"\bof [\w ]+ other than [\w ]+ and ")
_OF_OWN_ROWS = re.compile(
    r"\b(?:every|any|each|all|one of the|among the|not be one of the) [\w ]+ of "
    r"(?:his|her|its|their|(?:the|its|their|that|a) [\w ]+ 's) "
)
_DENIED_SHARE = re.compile(
    r"\b(?:must|may|should|can|shall|need) (?:not|never) .*\b(?:in|for|on|at) "
    r"(?P<how>more|less|fewer) than (?:[\w.]+ ?(?:%|percent)|half|(?:an?|one|two|three) "
    r"(?:half|thirds?|quarters?|fifths?|tenths?|in \w+) of)"
)
_SAME_NUMBER = re.compile(r"\b(?:all|each|every|no two|any two|both)\b[^.;]* same number of\b")
_OF_ONE = re.compile(r"\b(?:of|for|in|per) (?:a|an|any|each|every|one) ")


def _holds_columns_apart(rule: Rule) -> bool:
    """Whether a column is bounded by a number, and by a part of another column."""
    told = [part.right for part in walk(rule) if isinstance(part, Compare)]
    told += [each for part in walk(rule) if isinstance(part, OneOf) for each in part.options]
    return any(isinstance(each, Arithmetic) for each in told) and any(
        isinstance(each, Constant) for each in told
    )


def _is_of_some(rule: Rule) -> bool:
    return getattr(rule, "where", None) is not None


def _is_of_one_table(rule: Rule) -> bool:
    return len({*rule.tables()}) == 1


def _is_of_groups(rule: Rule) -> bool:
    return isinstance(rule, FailingMetrics) and bool(rule.groups)


def _is_elsewhere(rule: Rule) -> bool:
    must = rule.must if isinstance(rule, BrokenRows) else None
    return isinstance(must.part if isinstance(must, Not) else must, Exists)


def _is_mixed(rule: Rule) -> bool:
    """Whether rows are chosen by one thing or another, and not by the values of one column."""
    return isinstance(getattr(rule, "where", None), AnyOf)


def _offers(rule: Rule) -> bool:
    return isinstance(getattr(rule, "must", None), AnyOf)


def _is_of_two_tables(rule: Rule) -> bool:
    return len({*rule.tables()}) > 1


_DOUBTS: tuple[tuple[re.Pattern[str], Callable[[Rule], bool], str], ...] = (
    (_OR_EMPTY_IF, _is_of_some, "it is not clear whether the condition is for both, or for one"),
    (_SAME_NUMBER, _is_of_one_table, "how many there are is no column; say it of each group"),
    (
        _ONLY_THERE,
        bool,
        "it is not clear what is so only there: say it of those rows, or of others",
    ),
    (_NO_OR_ONE, bool, "'no … or a …' and 'without both' may mean one of them, or none"),
    (
        _UNLESS,
        _is_of_groups,
        "it is not clear which rows the exception is for; say it of them",
    ),
    (_NEEDS_NONE, bool, "what is not needed may still be there: say 'must be empty', or nothing"),
    (_NOT_OR, _is_mixed, "it is not clear what 'not' denies: say 'neither … nor'"),
    (_IF_ALL, _is_of_two_tables, "whether all of them are so is not asked of one row"),
    (_BE_NOT_LESS_OR, bool, "it is not clear what 'not' denies: say 'at least' or 'at most'"),
    (_NOT_OR_NOT, bool, "'not … or not' may deny both or one of them"),
    (_IS_NOT_OR, _offers, "it is not clear what 'not' denies: say 'neither … nor'"),
    (
        _NOT_MORE_AND,
        bool,
        "it is not clear whether both limits hold, or one: make two checks of it",
    ),
    (
        _HALF_A_SHARE,
        _holds_columns_apart,
        "the first number may be a share as well: write '% of …' or 'times …' behind both",
    ),
    (_OTHER_THAN, _is_of_two_tables, "it is not clear what is excepted; make two checks of it"),
    (_OF_OWN_ROWS, _is_elsewhere, "it is not clear of which rows: of those of its own, or of all"),
)


def refuse_loose_limits(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading of limits that can belong to one thing alone.

    Raises:
        Misfit: what is limited, or asked, may be another part of the sentence.
    """
    text = " ".join(token.low for token in tokens)
    for pattern, is_open, reason in _DOUBTS:
        if pattern.search(text) and is_open(rule):
            raise Misfit(reason)
    _refuse_verbs_as_columns(node, tokens)
    _refuse_short_questions(text)
    _refuse_denied_shares(rule, text)
    _refuse_owners_unheard(node, rule, text)
    for where in _filters(rule):
        _refuse_impossible(where)
    if isinstance(rule, FailingMetrics) and not rule.groups and _OF_ONE.search(text):
        _refuse_all_owners(rule)
    if isinstance(rule, BrokenRows):
        _refuse_exact_but(rule.must, text)
        _refuse_just_so_many(rule.must, text)


def _refuse_exact_but(must: Predicate, text: str) -> None:
    """A quarter of B, but at least 20: the larger of the two."""
    told = must.parts if isinstance(must, All) and _OR_AS_MUCH.search(text) else ()
    exact = [each.left for each in told if isinstance(each, Compare) and each.sign == "=="]
    if any(isinstance(each, Compare) and each.sign != "==" and each.left in exact for each in told):
        raise Misfit("'but at least' may mean the larger of two; say what it must equal when")


def _refuse_short_questions(text: str) -> None:
    if _SHORT_ANSWER.search(text):
        raise Misfit("an answer that limits a question may mean those rows or all others")
    if text.endswith(" ?") and not _FINITE & {*text.split()}:
        raise Misfit("it asks without a verb: write what must be, or 'flag …'")


def _refuse_verbs_as_columns(node: Node, tokens: Sequence[Token]) -> None:
    """Lesson fees totalling more than 5 are not the column total_fees."""
    for part in node.walk():
        if part.symbol == "column" and {t.low for t in tokens[part.start : part.end]} & _ADDING:
            raise Misfit("what is added up is not clear; name the columns exactly")


def _refuse_denied_shares(rule: Rule, text: str) -> None:
    """Must not be empty in more than 5% of the rows: at most so many may be."""
    found = _DENIED_SHARE.search(text)
    if found is None or not isinstance(rule, FailingMetrics):
        return
    turned = ">" if found["how"] == "more" else "<"
    signs = [part.sign for part in walk(rule.must) if isinstance(part, Compare)]
    if turned in signs:
        raise Misfit("'not … in more than' may deny either part: say 'at most … may be'")


def _refuse_all_owners(rule: FailingMetrics) -> None:
    """At most one of the bookings of a suite: of each suite, and not of all of them together."""
    found = [part for part in walk(rule) if isinstance(part, Exists | Lookup)]
    if found:
        raise Misfit(f"it is not clear whether it is so for each {found[0].table} row or for all")


_OWNERS = frozenset({
    "its", "their", "his", "her", "each", "every", "any", "whose", "per", "it", "they", "those",
    "nobody", "noone", "anyone", "everyone", "somebody", "who", "which", "that",
})  # fmt: skip
"""Words that tell of one row after the other, whatever the rows are called."""


def _refuse_owners_unheard(node: Node, rule: Rule, text: str) -> None:
    """The total payments must be at least 1000: those of one customer, or of all of them."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    if not isinstance(must, Compare) or not isinstance(must.right, Constant):
        return
    total = must.left
    if not isinstance(total, Aggregate) or not total.keys or total.measure == Measure.COUNT:
        return
    if _OWNERS & {*text.split()}:
        return
    if not any(_names(part, rule.tables()[0]) for part in node.walk()):
        raise Misfit(f"it is not clear whether it is so for each {rule.tables()[0]} row or for all")


def _names(part: Node, table: str) -> bool:
    told = part.meaning
    return table in (told, getattr(told, "table", None))


def _filters(rule: Rule) -> Iterator[Predicate]:
    for part in (rule, *walk(rule)):
        where = getattr(part, "where", None)
        if where is not None:
            yield where


def _refuse_impossible(where: Predicate) -> None:
    """Required if the status is A, forbidden if B: no status is both."""
    told: dict[Cell | Lookup, list[set[object]]] = defaultdict(list)
    for part in where.parts if isinstance(where, All) else (where,):
        if isinstance(part, Compare) and part.sign == "==" and isinstance(part.right, Constant):
            if isinstance(part.left, Cell | Lookup):
                told[part.left].append({part.right.value})
        elif isinstance(part, OneOf) and isinstance(part.of, Cell | Lookup):
            told[part.of].append({o.value for o in part.options if isinstance(o, Constant)})
    for of, sets in told.items():
        if not set.intersection(*sets):
            raise Misfit(f"no {of.column} is all of what is asked of it")


def _refuse_just_so_many(must: Predicate, text: str) -> None:
    """No room may have two bookings: three are no better."""
    if {"exactly", "precisely", "just"} & {*text.split()}:
        return
    if not isinstance(must, Compare) or must.sign != "!=" or not isinstance(must.right, Constant):
        return
    count, most = must.left, must.right.value
    is_count = isinstance(count, Aggregate) and count.measure == Measure.COUNT and count.keys
    if is_count and isinstance(most, int | float) and most > 1:
        raise Misfit(f"say whether more than {most:g} are fine: 'exactly', or 'at least'")
