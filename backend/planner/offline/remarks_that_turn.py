"""Remarks that may turn what a rule says: to be checked as well, fine but to be flagged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.sides import Side, side_of
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Compare,
    Constant,
    Exists,
    Lookup,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Statement
from backend.rules.rule import Rule

_LOOKS = frozenset({"at", "into", "looked", "reviewed", "checked", "investigated", "examined",
                    "inspected"})  # fmt: skip
"""Words for a look at rows, which may find that they are right."""
_AS_WELL = frozenset({"too", "also", "well", "likewise"})
_TO_FLAG = frozenset({"_wrong", "_looked_at", "_flag", "=flagged", "=reported", "=listed"})
_REPORTED = frozenset({
    "flagged", "reported", "listed", "shown", "marked", "flag", "report", "list", "show", "mark",
})  # fmt: skip
"""What is done to rows that are at fault, and to any that are judged."""
_TURNS = frozenset({"but", "yet", "though", "although", "however", "still", "nevertheless"})
_BACK = frozenset({"it", "them", "those", "these", "all"})
_ELSE = frozenset({"else", "otherwise"})
_DAYS = frozenset({"day", "date"})
_NONE_OR_ONE = frozenset({"=none", "_any_either", "=one"})
_SIGNS = frozenset({
    "digit", "digits", "letter", "letters", "character", "characters", "sign", "signs", "space",
    "spaces", "hyphen", "hyphens", "dash", "dashes", "dot", "dots", "comma", "commas", "word",
    "words", "prefix", "suffix", "checksum", "symbol", "symbols", "slash", "slashes", "blank",
    "blanks", "ending", "endings",
})  # fmt: skip
"""What a text may have in it: behind these, "have none" speaks of them or of the text."""


def refuse_turning_remarks(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose later words leave alone what its first ones ask.

    Raises:
        Misfit: they may take an exemption back, or say what was asked of other rows.
    """
    parts = [*node.walk()]
    named = {at for part in parts if part.symbol == "column" for at in range(part.start, part.end)}
    signs = [at for at, token in enumerate(tokens) if token.low in _SIGNS and at not in named]
    for part in parts:
        _refuse_a_look(part, tokens)
        _refuse_kinds_as_well(part, tokens)
        _refuse_flags_of_spared(part, tokens)
        _refuse_none_of_signs(part, signs)
    if any(part.symbol == "_never_steps" for part in parts):
        _refuse_days_as_times(parts, rule, context, tokens)
    _refuse_rows_asked_for(rule)


def _refuse_a_look(part: Node, tokens: Sequence[Token]) -> None:
    """Closed ones are to be checked, too: are they wrong, or is the rule for them as well?"""
    told = [child.symbol for child in part.children]
    if part.symbol != "stmt" or "_looked_at" not in told or "_wrong" in told:
        return
    words = {token.low for token in tokens[part.start : part.end]}
    is_later = any(token.low in (".", ";", ",", "and", "but") for token in tokens[: part.start])
    if is_later and words & _LOOKS:
        raise Misfit(
            "rows to be looked at are wrong, or the rule goes for them as well; say 'are wrong', "
            "or leave the words out"
        )


def _refuse_kinds_as_well(part: Node, tokens: Sequence[Token]) -> None:
    """Prepaid ones are to be reported, too: are they wrong, or is the rule for them as well?"""
    symbols = {child.symbol for child in part.walk()}
    if part.symbol != "stmt" or not symbols & _TO_FLAG:
        return
    start = part.start - (tokens[part.start - 1].low in _AS_WELL if part.start else False)
    end = next((at for at in range(part.end, len(tokens)) if tokens[at].text in _ENDS), len(tokens))
    words = {token.low for token in tokens[start:end]}
    kind = _kind(part.meaning)
    if part.start and words & _AS_WELL and words & _REPORTED and kind:
        raise Misfit(
            f"it is not clear whether rows with {kind} are wrong, or are judged as well: say 'are "
            "wrong', or leave the words out"
        )


_ENDS = frozenset({".", ";", "!", "?"})


def _kind(told: object) -> str:
    """The value that rows must not have: no bound that they break, and nothing that they lack."""
    rule = told.rule if isinstance(told, Statement) else None
    denied = rule.must.part if isinstance(rule, BrokenRows) and isinstance(rule.must, Not) else None
    for part in denied.parts if isinstance(denied, All) else (denied,):
        is_equal = isinstance(part, OneOf) or (isinstance(part, Compare) and part.sign == "==")
        values = [each for each in walk(part) if isinstance(each, Constant)] if part else []
        if is_equal and values and all(isinstance(each.value, str) for each in values):
            return repr(values[0].value)
    return ""


def _refuse_flags_of_spared(part: Node, tokens: Sequence[Token]) -> None:
    """0 is fine, but flag it."""
    if part.symbol != "hint" or len(part.children) < 2 or part.children[0].symbol != "hint":
        return
    before = part.children[0].children
    flags = next((each for each in part.children[1:] if each.symbol == "remark"), None)
    is_behind_remark = bool(before) and before[-1].symbol == "remark"
    if flags is None or not is_behind_remark or not _flags_them(flags, tokens):
        return
    words = {token.low for token in tokens[before[-1].end : flags.end]}
    has_none = any(child.symbol == "=none" for child in before[-1].children)
    if words & _TURNS or (has_none and words & _ELSE):
        raise Misfit("what is to be flagged was just called fine; say which of the two is meant")


def _flags_them(remark: Node, tokens: Sequence[Token]) -> bool:
    """Whether it asks for those that were just told of, and not for all others."""
    is_flag = any(child.symbol == "_do_flag" for child in remark.children)
    return is_flag and tokens[remark.end - 1].low in _BACK


def _refuse_none_of_signs(part: Node, signs: Sequence[int]) -> None:
    """Every code must contain a digit; guest badges have none: no digit, or no code."""
    told = [child.symbol for child in part.children]
    is_none = told[:1] == ["rows"] and bool({*told[-1:]} & _NONE_OR_ONE)
    if part.symbol == "stmt" and is_none and any(at < part.start for at in signs):
        raise Misfit("it is not clear what they have none of; name the column that is empty")


def _refuse_days_as_times(
    parts: Sequence[Node], rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """An earlier day, where the column tells the hour as well."""
    kinds = {tokens[part.start].low for part in parts if part.symbol == "_of_its_kind"}
    cells = [part.of for part in walk(rule) if isinstance(part, Previous)]
    if kinds & _DAYS and any(side_of(cell, context) == Side.TIME for cell in cells):
        raise Misfit("the column tells the time of the day as well; say 'an earlier time'")


def _refuse_rows_asked_for(rule: Rule) -> None:
    """Every tag must have a plate; those without one are skipped."""
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return
    chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    if any(isinstance(part, Not | Unless) and part.part == rule.must for part in chosen):
        raise Misfit("the rows that are left are those that break the rule, all of them")
    if isinstance(rule.must, Exists):
        keys = (rule.must.table, rule.must.keys)
        if any((found.table, found.keys) == keys for found in _looked_up(chosen)):
            raise Misfit(
                f"rows are chosen by what {rule.must.table} says of them, so that they are there"
            )


def _looked_up(chosen: Sequence[Predicate]) -> Iterator[Lookup]:
    """What is looked up in conditions that no row without an owner meets."""
    for part in chosen:
        if not isinstance(part, Unless) or any(isinstance(told, Missing) for told in walk(part)):
            yield from (found for found in walk(part) if isinstance(found, Lookup))
