"""Phrases for keys that must, or must not, be found in another table."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Compare,
    Exists,
    Lookup,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    not_,
)

phrase = Phrases()


# References --------------------------------------------------------------------------------------

phrase.words(
    "_exists_in",
    "exist in | exists in | be in | is in | are in | be found in | is found in | be present "
    "in | is present in | be known in | appear in | appears in | occur in | occurs in | be "
    "listed in | is listed in | be contained in | refer to | refers to | be one of | "
    "reference | references | point to | points to | belong to | belongs to | be among | come from | have a match in | has a match in | be registered in | "
    "exist as | exists among | have a matching entry in | be defined in | correspond to | "
    "link to | be a known | be an existing | be a valid | identify | be available in | are "
    "present in | are found in | have a counterpart in | has a counterpart in | are listed "
    "in | found in | be assigned to",
)
phrase.words(
    "_missing_from",
    "missing from | absent from | not in | not found in | not present in | not among | not "
    "listed in | unknown in | unknown to | not known in | not part of | not contained in | "
    "not one of | not available in | not existing in | missing in | not registered in",
)


@phrase(
    "target",
    "[existing|valid|one of|known|a known|real|a real|any|registered] <rows>",
    "one of (known|existing|valid|registered) <rows>",
    "[existing|valid|known] <rows> (table|file|list|sheet|records|rows)",
)
def target(found: RowSet) -> tuple[RowSet, str] | None:
    """Some row of another table."""
    return (found, "") if found.table else None


@phrase(
    "target",
    "[existing|valid|known] <cell> (in|of|from) <rows>",
    "<table> . <column>",
    "<column> column (of|in) <rows>",
    "<rows> ( <cell> )",
    "<rows> 's <cell>",
    "list of <cell> (in|of|from) <rows>",
    "<rows> (as|under|by|in|via) <cell>",
    "<rows> <cell>",
)
def target_column(*parts: Any) -> tuple[RowSet, str] | None:
    """A column of another table."""
    cell = next(part for part in parts if isinstance(part, Cell))
    other = next(part for part in parts if not isinstance(part, Cell))
    rows = RowSet(table=other) if isinstance(other, str) else other
    return (rows, cell.column) if isinstance(rows, RowSet) and rows.table else None


def refers(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """The subject's value is a key of the other table."""
    rows, column = found
    if not isinstance(subject, Cell) or subject.table == rows.table:
        return None
    return Exists(table=rows.table, keys=((subject.column, column),), where=rows.where)


@phrase("clause", "<cell> _exists_in <target>", "<cell> _be in <target>")
def key_exists(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """user_id exists in users."""
    return refers(subject, found)


@phrase(
    "clause",
    "<cell> [_be] _missing_from <target>",
    "<cell> _do not (exist|appear|occur) in <target>",
    "<cell> _do not (refer|point|belong|correspond|link) to <target>",
    "<cell> _be not _exists_in <target>",
    "<cell> (has|have) no (match|counterpart|entry|matching row|matching record) in <target>",
    "<cell> can not be found in <target>",
    "<cell> (never) (appears|occurs|exists) in <target>",
    cost=0.0,
)
def key_missing(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """user_id is missing from users."""
    told = refers(subject, found)
    return None if told is None else not_(told)


def _is_same_name(subject: Value, found: tuple[RowSet, str]) -> bool:
    return isinstance(subject, Cell) and subject.column == found[1]


@phrase("clause", "<cell> _do not match <target>")
def key_without_match(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """user_id does not match users."""
    return None if _is_same_name(subject, found) else key_missing(subject, found)


@phrase("clause", "<cell> _do not match <target>", cost=0.5)
def value_without_match(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """The country does not match the user's country: where users has one row for each country."""
    return key_missing(subject, found) if _is_same_name(subject, found) else None


@phrase("rel", "whose <clause>")
def whose_clause(condition: Predicate) -> Predicate | None:
    """Whose user_id is missing from users."""
    return condition


@phrase(
    "rel",
    "with <cell> [that is|that are|which is] _missing_from <target>",
    "with <cell> (that|which) _do not (exist|appear|occur) in <target>",
    "with [an|a] (unknown|invalid|non-existing|nonexistent) <cell> in <target>",
    "having <cell> _missing_from <target>",
    cost=0.1,
)
def with_missing_key(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """With a user_id that is not in users."""
    told = refers(subject, found)
    return None if told is None else not_(told)


@phrase(
    "stmt",
    "<cell> _must _exists_in <target>",
    "_each <cell> _must _exists_in <target>",
    "_each <cell> _exists_in <target>",
    "<cell> _must be in <target>",
    cost=0.05,
)
def key_duty(subject: Value, found: tuple[RowSet, str]) -> Statement | None:
    """user_id must exist in users."""
    told = refers(subject, found)
    return None if told is None else rule(told, _table(subject))


@phrase(
    "stmt",
    "<cell> (of|in|on) [each|every|all|an|the] <rows> _must _exists_in <target>",
    "_each <cell> (of|in|on) <rows> _must _exists_in <target>",
    cost=0.04,
)
def key_duty_of(subject: Value, found: RowSet, wanted: tuple[RowSet, str]) -> Statement | None:
    """user_id of orders must exist in users."""
    told = refers(subject, wanted)
    return None if told is None else rule(told, found.table, found.where)


@phrase(
    "stmt",
    "<cell> _must_not _exists_in <target>",
    "no <cell> _may _exists_in <target>",
    "no <cell> _may be in <target>",
    "<cell> _must _be _missing_from <target>",
    cost=0.05,
)
def key_taboo(subject: Value, found: tuple[RowSet, str]) -> Statement | None:
    """user_id must not be in blocked."""
    told = refers(subject, found)
    return None if told is None else rule(not_(told), _table(subject))


def _table(subject: Value) -> str:
    return subject.table if isinstance(subject, Cell) else ""


@phrase(
    "stmt",
    "<rows> (must|should|may|can) (not be|never be) without [any|a|an|at least one] <rows>",
    "no <rows> _may be without [any|a|an|at least one] <rows>",
    cost=0.05,
)
def not_without(found: RowSet, other: RowSet) -> Statement | None:
    """Orders must not be without a user."""
    return rule(exists(other), found.table, found.where) if other.table else None


@phrase(
    "stmt",
    "<cell> (on|of|in) [the|each|every|an] <table> _must be <cell> of [the|its|their] <table>",
    "<cell> _must (be|match|equal) <cell> of [the|its|their] <table>",
    "<cell> _must be [the same as] <cell> (of|in|on) [the|its|their] <table>",
    cost=0.05,
)
def looked_up(*parts: Any) -> Statement | None:
    """BillingCountry on the invoice must be the country of the customer."""
    table = parts[1] if len(parts) == 4 else ""
    subject, wanted, other = parts[0], parts[-2], parts[-1]
    if not isinstance(wanted, Cell) or not isinstance(other, str) or other == table:
        return None
    found = Lookup(table=other, column=wanted.column, keys=OWN_KEY)
    told = Compare.model_validate({"left": subject, "sign": "==", "right": found})
    return rule(told, str(table), subject=subject)
