"""Phrases for a value that must be there, and for frames around a rule in few words.

If it is rented, there must be a tenant; except in Sales, …; keep it between 1 and 5; something is
wrong if …; red and blue are the only colours a shirt may have.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Constant, Missing, Predicate, Unless, Value
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    not_,
    one_of,
)

phrase = Phrases()

# A value that must be there ---------------------------------------------------------------------


@phrase("there_told", "there _must [also] be [some] <cell> [too|as well]")
@phrase("there_told", "there is [also|always|then] <cell> [too|as well]", cost=0.05)
@phrase("there_told", "(we|you) [also] (need|want|require) [some] <cell> [too|as well]", cost=0.02)
def there_must_be(of: Cell) -> Statement:
    """There must be a tenant."""
    return rule(not_(Missing(of=of)), subject=of)


@phrase("there_told", "there _must be no <cell>", "there _must_not be [any] <cell>")
def there_must_be_none(of: Cell) -> Statement:
    """There must be no tenant."""
    return rule(Missing(of=of), subject=of)


@phrase("stmt", "_if <clauses> [,|:] [then] <there_told>", "<there_told> _if <clauses>", cost=0.05)
@phrase("stmt", "(for|in|with) <rows> [,] <there_told>", cost=0.05)
@phrase("stmt", "<there_told> (for|in|with) (each|every) <noun>", cost=0.05)
def there_in_rows(*parts: Any) -> Statement | None:
    """If it is rented, there must be a tenant."""
    told: Statement = next(part for part in parts if isinstance(part, Statement))
    found = next(part for part in parts if not isinstance(part, Statement))
    return narrowed(told, found if isinstance(found, RowSet) else RowSet(where=found))


@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] <there_told>", cost=0.05)
def there_if_rows(rows: RowSet, condition: Predicate, told: Statement) -> Statement | None:
    """If a flat is rented, there must be a tenant."""
    return narrowed(told, rows.that(condition))


@phrase("clause", "there (is|was) <cell>", "there (is|was) [a|an] <cell> given", cost=0.1)
def there_is(of: Cell) -> Predicate:
    """Where there is a tenant."""
    return not_(Missing(of=of))


# Except in ---------------------------------------------------------------------------------------

phrase.words(
    "_but_not_in",
    "except (in|for|at|with) | except where it is | other than (in|for|at) | anywhere but (in|for|at) | everywhere but "
    "(in|for|at) | everywhere except (in|for|at) | apart from [in] | in all cases but | but not (in|for|at)",
)


@phrase("spared", "<adjective>", "<told_value>", "<adjectives>")
def spared(condition: Predicate) -> Predicate:
    """Sales; Sales, Stores and Accounts."""
    return condition


@phrase(
    "spared", "[the|these] <cell> [:] <and_list>", "(the|these) <cell> [:] (<or_list>|<options>)"
)
@phrase("spared", r"[the|these] <cell> \( (<and_list>|<or_list>|<options>) \)")
def spared_of(of: Value, options: tuple[Constant, ...]) -> Predicate | None:
    """The departments Sales and Stores."""
    return one_of(of, options) if isinstance(of, Cell) else None


@phrase("stmt", "_but_not_in <spared> [,] <stmt>", cost=0.2)
@phrase("stmt", "<stmt> [,] _but_not_in <spared>", cost=0.2)
def but_not_in(*parts: Any) -> Statement | None:
    """Except in Sales, the notice must be at least 14."""
    told: Statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    if not isinstance(told.rule, BrokenRows):
        return None  # of the other rows alone, or of all?
    return narrowed(told, RowSet(where=Unless(part=condition)))


# Of several columns, shortly --------------------------------------------------------------------


@phrase("stmt", "no <adj> <cell> or <cell>", cost=0.1)
@phrase("stmt", "no <adj> (values|numbers|entries) (in|for) <cell> or <cell>", cost=0.05)
def none_so(told: Predicate, *cells: Cell) -> Statement:
    """No negative price or fee."""
    return rule(all_of(*(not_(about(told, cell)) for cell in cells)))


@phrase("stmt", "<and_cells> : (never|not) <adj>", cost=0.05)
def never_so_of_all(found: Subjects, told: Predicate) -> Statement:
    """Price and fee: never negative."""
    return rule(all_of(*(not_(about(told, each)) for each in found.items)))


@phrase("stmt", "<told_value> (means|implies) [that] <clauses>", cost=0.1)
def value_means(condition: Predicate, told: Predicate) -> Statement:
    """Status open means that the fee is above 0."""
    return rule(told, where=condition)


# Frames -----------------------------------------------------------------------------------------


@phrase("stmt", "keep [all|every|each] <cell> [values] <adj>", cost=0.1)
def keep_it(of: Cell, told: Predicate) -> Statement | None:
    """Keep the price between 1 and 5."""
    parts = told.parts if isinstance(told, All) else (told,)
    return rule(about(told, of), subject=of) if all(map(is_bound, parts)) else None


@phrase(
    "stmt",
    "(something|things|the data) _be _wrong (if|when|where|whenever) <clauses>",
    "there (is|must be) (something wrong|a mistake|an error) (if|when|where|whenever) <clauses>",
    cost=0.05,
)
def something_is_wrong(condition: Predicate) -> Statement:
    """Something is wrong if the price is below 0."""
    return rule(not_(condition))


Options = tuple[Constant, ...]


@phrase(
    "stmt",
    "(<and_list>|<or_list>|<any_list>) are the only <cell> [values] (allowed|permitted|accepted|possible)",
    "(<and_list>|<or_list>|<any_list>) are the only <cell> [values] [that|which] (may|can) (occur|appear|be used|be there)",
    "(<and_list>|<or_list>|<any_list>) are the only <cell> [values] [that] <noun> (may|can) have",
    cost=0.05,
)
def only_those_values(found: Options, of: Cell, *_: RowSet) -> Statement:
    """Red and blue are the only colours a shirt may have."""
    return rule(one_of(of, found), subject=of)
