"""Phrases for what alone is accepted, and for what may be missing save in some rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Exists,
    Missing,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_, one_of

phrase = Phrases()

phrase.words(
    "_accept_only",
    "we only accept | we accept only | only accept | accept only | we only allow | we allow only | only "
    "allow | allow only | we only take | we only know | we only use",
)
phrase.words(
    "_accepted",
    "are accepted | is accepted | are allowed | is allowed | are permitted | is permitted | are valid "
    "| is valid | are possible | are acceptable | are ok | are okay | may occur | may appear | may be "
    "used | can occur | must occur | are fine | count as valid | are legal | (may|can) be _jotted_in",
)

phrase.words(
    "_that_we_know",
    "[that|which] we (know|have|use|sell|offer|accept|keep|want|run|allow) | [that|which] (exist|exists|there are|there is) | "
    "of ours | here | at all",
)

# Accepted alone -------------------------------------------------------------------------------


@phrase("stmt", "_accept_only <cell> [values] <adj>", cost=0.05)
@phrase("stmt", "only <cell> [values] <adj> _accepted", cost=0.05)
@phrase("stmt", "_accept_only <cell> [values] (that|which) <vp>", cost=0.05)
def accept_only(subject: Value, told: Predicate) -> Statement:
    """We only accept marks from 1 to 5."""
    return rule(about(told, subject), subject=subject)


@phrase(
    "stmt",
    "_accept_only <cell> [values] (<or_list>|<and_list>|<any_list>)",
    "_accept_only (<or_list>|<and_list>|<any_list>) (as|for|in) <cell>",
    "(only|_nothing_but) <cell> [values] (<or_list>|<and_list>|<any_list>) _accepted",
    "only (<or_list>|<and_list>|<any_list>) _accepted (as|for|in) <cell>",
    "(<or_list>|<and_list>|<any_list>) are the only [allowed|valid|permitted|possible|accepted] <cell> [values]",
    "the only [allowed|valid|permitted|possible|accepted] <cell> [values] are (<or_list>|<and_list>|<any_list>)",
    "the only (allowed|valid|permitted|possible|accepted) values (of|for|in) <cell> are (<or_list>|<and_list>|<any_list>)",
    "only (<or_list>|<and_list>) (occur|occurs|appear|appears|may occur|may appear|are found|may stand|stand) (in|under|as) [the] [column] <cell>",
    "[all] [distinct|different] <cell> [values] _must [all|each] (come from|be from|be in|be on|be taken from) (this|the|the following) (list|set) [of values] [:] (<or_list>|<and_list>|<any_list>)",
    "_among_given <cell> [values|entries] [,] (only|just|nothing but|no values but) (<or_list>|<and_list>|<any_list>) _accepted",
    "_only_from <cell> (<or_list>|<and_list>|<any_list>)",
    "only (<or_list>|<and_list>|<any_list>) (are|is) [a|an] [valid|known|real|allowed|possible|proper|right|true] <cell> [_that_we_know]",
    "any other <cell> than (<or_list>|<and_list>|<any_list>) _be _wrong",
    "no other <cell> than (<or_list>|<and_list>|<any_list>) (_accepted|may be there|exists|exist|is there)",
    "(only|just|none but|_no_person _besides_these) (<or_list>|<and_list>|<any_list>) _may _serve_as <cell>",
    cost=0.05,
)
def accept_values(*parts: Any) -> Statement:
    """Only A, B and C are allowed as shift."""
    subject = next(part for part in parts if isinstance(part, Cell))
    options = next(part for part in parts if isinstance(part, tuple) and not _is_cell(part))
    return rule(one_of(subject, options), subject=subject)


def _is_cell(part: object) -> bool:
    return isinstance(part, Cell)


phrase.words(
    "_among_given",
    "(among|amongst|of|in|within) [all|filled|non-blank|given|known|non-empty|non-null]",
)
phrase.words("_serve_as", "be | act as | serve as | stand as")
phrase.words("_besides_these", "but | except | other than | besides | except for | apart from")
phrase.words("_any_more_of", "any other | every other | all other | each other | another")


@phrase(
    "stmt",
    "(<we_deal>|<we_only>) (<or_list>|<and_list>|<any_list>) (;|,|.|:|-) [and] _any_more_of <cell> _be _wrong",
    "(<we_deal>|<we_only>) (<or_list>|<and_list>|<any_list>) (;|,|.|:|-) no other <cell> _be (allowed|right|possible|valid)",
    cost=0.05,
)
def we_deal_with(_: object, options: tuple[Constant, ...], of: Value) -> Statement:
    """We ship with A, B and C; any other carrier is a mistake."""
    return accept_values(of, options)


@phrase("stmt", "<we_deal> <adjectives> (only|and nothing else|, nothing else)", cost=0.05)
@phrase("stmt", "<we_only> <adjectives>", cost=0.05)
def we_only(_: object, told: Predicate) -> Statement | None:
    """We keep A and B only: of the one column that holds both."""
    is_set = isinstance(told, OneOf) and isinstance(told.of, Cell)
    return rule(told) if is_set else None


phrase.words("_only_from", "allowed | valid | permitted | the allowed values of | valid values of")


@phrase("adj", "anything (but|other than|except) <adj>", "(everything|anything) except <adj>")
def anything_but(told: Predicate) -> Predicate:
    """Anything but empty."""
    return not_(told)


@phrase(
    "or_list",
    "<cell> (<bare>|<text>|<number>) or <cell> (<bare>|<text>|<number>)",
    cost=0.1,
)
def two_of_cell(cell: Value, one: Constant, other_cell: Value, other: Constant) -> Any:
    """Shift A or shift B: a list, where both name one column."""
    return (one, other) if cell == other_cell else None


# May be missing, but not there ----------------------------------------------------------------

phrase.words(
    "_may_lack",
    "(may|can) be (empty|blank|missing|unknown|not known|left out|left empty|left blank|omitted|absent) | is optional | "
    "need not be (given|filled|present|filled in) | is not required | is not mandatory",
)
phrase.words("_but_not", "except | but not | save | other than | only not")


@phrase(
    "stmt",
    "<cell> _may_lack [,] _but_not (for|in|on) (<adjective>|<adjectives>|<rows>)",
    "<cell> _may_lack [,] _but_not (for|in|on) (<adjective>|<adjectives>|<rows>) [,] where it _must be (filled|given|present|filled in|there)",
    "<cell> _may_lack [,] _but_not (for|in|on) (<adjective>|<adjectives>|<rows>) [,] where it is (required|mandatory|obligatory|a must)",
    "<cell> _may_lack [,] _but_not (if|when|where) <clauses>",
    "<cell> _may_lack [,] unless <clauses>",
    "<cell> _may_lack [,] _but_not (if|when|where) <clauses> [,] (where|when|then) it (is|must be) (required|mandatory|filled|given|present)",
    cost=0.05,
)
def optional_but(of: Value, condition: Any) -> Statement | None:
    """The state may be left out, except for the USA, where it is required."""
    table, where = "", condition
    if isinstance(condition, RowSet):
        table, where = condition.table, condition.where
    if where is None or not isinstance(of, Cell):
        return None
    return rule(not_(Missing(of=of)), table, where, of)


# Keys that are not known ----------------------------------------------------------------------


@phrase(
    "stmt",
    "_flag [_each] <cell> (of|in|from) <table> (that|which) (is|are) _missing_from <target>",
    "_flag [_each] <cell> (of|in|from) <table> (that|which) (is|are) not _exists_in <target>",
    "_flag [_each] <cell> (of|in|from) <table> (that|which) _do not (exist|appear|occur) in <target>",
    "_flag [_each] <cell> (of|in|from) <table> _missing_from <target>",
    "(are|is) there [any] <cell> (of|in|from) <table> (that|which) (is|are) _missing_from <target> [?]",
    "(are|is) there [any] <cell> (of|in|from) <table> (that|which) _do not (exist|appear|occur) in <target> [?]",
    "(are|is) there [any] <cell> (in|from) <table> _missing_from <target> [?]",
    "which <cell> (of|in|from) <table> (is|are) _missing_from <target> [?]",
    "which <cell> (of|in|from) <table> _do not (exist|appear|occur) in <target> [?]",
    cost=0.02,
)
def unknown_of_table(of: Value, table: str, found: tuple[RowSet, str]) -> Statement | None:
    """Which customer ids of orders do not occur in customers?"""
    rows, column = found
    if not isinstance(of, Cell) or of.table not in ("", table) or rows.table in ("", table):
        return None
    told = Exists(table=rows.table, keys=((of.column, column),), where=rows.where)
    return rule(told, table, subject=of.model_copy(update={"table": table}))


# A value's share ------------------------------------------------------------------------------


@phrase("valued", "<cell> (<bare>|<text>|<number>)", "<cell> <or_list>", "<adjective>", cost=0.05)
def valued(*parts: Any) -> Predicate | None:
    """Choice b."""
    if len(parts) == 1:
        return parts[0] if isinstance(parts[0], Compare | OneOf) else None
    of, told = parts
    return one_of(of, told) if isinstance(told, tuple) else compare(of, "==", told)


phrase.words(
    "_takes",
    "get | have | receive | make up | account for | reach | take | hold | represent | cover | form | stay",
)


@phrase("stmt", "<valued> _must _takes <share_bound> of [all] <rows>", cost=0.05)
def value_share(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Depot b must take at least 30% of the parcels."""
    from backend.rules.metric_phrases import share, statement

    return None if rows.each else statement(about(bound, share(rows, told)))


@phrase("stmt", "<valued> (may|can) _takes <share_bound> of [all] <rows>", cost=0.05)
def value_share_may(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Depot b may take at most 30% of the parcels."""
    from backend.rules.metric_bounds import allows

    return value_share(told, bound, rows) if allows(bound) else None


@phrase("stmt", "<valued> _must_not _takes <share_bound> of [all] <rows>", cost=0.05)
def value_share_not(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Depot b must not take more than 30% of the parcels."""
    is_outer = getattr(bound, "sign", "") in (">", ">=")
    found = value_share(told, bound, rows) if is_outer else None
    if found is None:
        return None
    negated = not_(found.rule.must)  # type: ignore[attr-defined]
    return found.model_copy(update={"rule": found.rule.model_copy(update={"must": negated})})


@phrase(
    "stmt",
    "<share_bound> of [all] <rows> (may|can) (be for|be of|go to|be|have|be in) <valued>",
    cost=0.1,
)
def rows_of_value_may(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """At most 30% of the parcels may be for depot b."""
    return value_share_may(told, bound, rows)


@phrase("stmt", "<share_bound> of [all] <rows> _must (be for|be of|go to|be in) <valued>", cost=0.1)
@phrase("stmt", "<share_bound> of [all] <rows> (are for|go to|are of|are in) <valued>", cost=0.1)
def rows_of_value(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """At least 30% of the parcels must be for depot b."""
    return value_share(told, bound, rows)
