"""Phrases for several columns of a row: not all the same, any two alike, neither A nor B nor C."""

from __future__ import annotations

from itertools import combinations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import each_pair
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# All alike, or not all ----------------------------------------------------------------------------

phrase.words(
    "_do_agree",
    "match | agree | coincide | match each other | agree with each other | tally | have the same value | hold the same "
    "(value|number) | show the same (value|number)",
)
phrase.words("_do_not", "do not | don 't | does not | did not")
phrase.words("_two_at_least", "any two | at least two | two or more | any pair | some two")


@phrase(
    "not_alike",
    "<all_subjects> _be not [quite] (all|all of them) _alike",
    "<all_subjects> _do_not all _do_agree",
    "not all of <cells> _be _alike",
    "not all of <cells> _do_agree",
    "any of <cells> (differ|differs|deviates|deviate) [from (the|any) (others|other|rest|other two)]",
    "(one|one or more|at least one) of <cells> (differs|deviates) from the (others|rest|other two)",
    cost=0.02,
)
def not_all_alike(found: Subjects) -> Predicate | None:
    """A, B and C are not all the same."""
    is_of_many = len(found.items) > 2
    return not_(each_pair(_all(found), "==")) if is_of_many else None


@phrase(
    "not_alike",
    "<all_subjects> _be not _alike",
    "<all_subjects> _do_not _do_agree",
    cost=0.02,
)
def not_alike(found: Subjects) -> Predicate | None:
    """A, B and C are not the same, as a fault: one that differs is enough."""
    return not_all_alike(found)


@phrase("not_unlike", "<all_subjects> _be not (all|all of them) _unlike", cost=0.02)
@phrase("not_unlike", "_two_at_least of <cells> _be _alike", cost=0.02)
@phrase("not_unlike", "_two_at_least of <cells> _do_agree", cost=0.02)
def not_all_unlike(found: Subjects) -> Predicate | None:
    """A, B and C are not all different: some two of them are the same."""
    return any_two_alike(found) if len(found.items) > 2 else None


def any_two_alike(found: Subjects) -> Predicate:
    """Whether some two of several are the same."""
    pairs = combinations(found.items, 2)
    return any_of(*(compare(left, "==", right) for left, right in pairs))


def _all(found: Subjects) -> Subjects:
    return found.model_copy(update={"mode": "all"})


phrase.words("_in_such_rows", "where | in which | on which | for which | whose | if | when")


@phrase("rel", "_in_such_rows <not_alike>", "_in_such_rows <not_unlike>", cost=0.02)
def rows_of_unlike(told: Predicate) -> Predicate:
    """Sheets on which A, B and C are not all the same."""
    return told


@phrase("rel", "_in_such_rows <all_subjects> _be all _unlike", cost=0.02)
@phrase("rel", "_in_such_rows <all_subjects> all (differ|disagree)", cost=0.02)
def rows_of_all_unlike(found: Subjects) -> Predicate | None:
    """Sheets where A, B and C are all different."""
    return each_pair(_all(found), "!=") if len(found.items) > 2 else None


@phrase("stmt", "_two_at_least of <cells> _must be _alike", cost=0.02)
@phrase("stmt", "_two_at_least of <cells> _must _do_agree", cost=0.02)
def two_must_agree(found: Subjects) -> Statement | None:
    """At least two of A, B and C must agree."""
    return rule(any_two_alike(found)) if len(found.items) > 2 else None


@phrase("stmt", "<all_subjects> _must_not all (be|_be) _unlike", cost=0.02)
@phrase("stmt", "<all_subjects> _must_not be all _unlike", cost=0.02)
@phrase("stmt", "<all_subjects> _must_not all (differ|disagree)", cost=0.02)
@phrase("stmt", "not all of <cells> _may (be _unlike|differ|disagree)", cost=0.02)
def not_all_may_differ(found: Subjects) -> Statement | None:
    """A, B and C may not all be different."""
    return two_must_agree(found)


# The same in each ---------------------------------------------------------------------------------

phrase.words(
    "_one_value",
    "(the same|one and the same|an identical|the identical|the very same) (value|number|amount|figure|name|text|code|"
    "entry|count|answer|price|date|score|result)",
)
phrase.words("_gives_value", "show | have | give | hold | carry | contain | list | bear | report")


@phrase(
    "stmt",
    "[_each|all|all the] <noun> _must _gives_value _one_value (in|for|under|as) [all of] <all_subjects>",
)
def rows_alike(rows: RowSet, found: Subjects) -> Statement | None:
    """Every sheet must show the same number in A, B and C."""
    if rows.where is not None:
        return None
    return rule(each_pair(found, "=="), rows.table, subject=found.items[0])


@phrase("stmt", "<all_subjects> [:|–|-] [always] all _alike", cost=0.05)
@phrase("stmt", "<cells> [:|–|-] [always] all _alike", cost=0.1)
@phrase("stmt", "[always] _one_value (in|for) [all of] <all_subjects>", cost=0.1)
def all_alike(found: Subjects) -> Statement | None:
    """A, B, C: all the same."""
    return rule(each_pair(found, "=="), subject=found.items[0]) if found.mode == "all" else None


@phrase("stmt", "<all_subjects> [:|–|-] [always] all _unlike", cost=0.05)
@phrase("stmt", "<cells> [:|–|-] [always] all _unlike", cost=0.1)
@phrase("stmt", "<cells> (:|–|-) no two [_of_these_ones] _alike", cost=0.05)
def all_unlike(found: Subjects) -> Statement | None:
    """A, B, C: all different."""
    return rule(each_pair(found, "!="), subject=found.items[0]) if found.mode == "all" else None


# Without all of them ------------------------------------------------------------------------------


@phrase("nor_cells", "<cell> nor <cell>", "<nor_cells> [,] nor <cell>", "<cell> , <nor_cells>")
def nor_cells(*parts: Value | Subjects) -> Subjects | None:
    """A nor B nor C."""
    items: tuple[Value, ...] = ()
    for part in parts:
        items += part.items if isinstance(part, Subjects) else (part,)
    return Subjects(items=items) if len(set(items)) == len(items) else None


@phrase("no_cells", "no <cell> [,] and no <cell>", "no <cell> , <no_cells>")
def no_cells(*parts: Value | Subjects) -> Subjects | None:
    """No A, no B and no C: behind "with", as many as they are."""
    return nor_cells(*parts)


def _all_missing(found: Subjects) -> Predicate:
    return all_of(*(about(Missing(of=IT), item) for item in found.items))


phrase.words(
    "_is_so_given", "(is|are|was|were) [given|filled|known|there|set|recorded|entered|stated|noted]"
)
phrase.words("_has_there", "have | has | had | give | gives | gave | show | shows")
phrase.words("_lacking_all", "without any | without any of | with none of | lacking any of")


@phrase("rel", "_lacking_all <or_cells> [at all]", cost=0.02)
@phrase("rel", "(with no|without) <or_cells> at all", cost=0.02)
@phrase("rel", "(with neither|having neither) <nor_cells>", cost=0.02)
@phrase(
    "rel", "(where|for whom|for which|of whom|of which) neither <nor_cells> _is_so_given", cost=0.02
)
@phrase("rel", "(with|having) <no_cells>", cost=0.02)
@phrase("rel", "without <nor_cells>", cost=0.05)
@phrase("rowvp", "_has_there neither <nor_cells>", "_has_there <no_cells>", cost=0.02)
@phrase("rowvp", "_has_there none of <cells>", "_has_there no <or_cells> at all", cost=0.02)
@phrase("rowvp", "be _lacking_all <or_cells> [at all]", cost=0.02)
@phrase("feature", "neither <nor_cells>", "<no_cells>", cost=0.05)
def lacks_all(found: Subjects) -> Predicate | None:
    """Without any A, B or C."""
    return _all_missing(found)


@phrase("rowvp", "be without [either|any of] <or_cells>", cost=0.05)
def is_without(found: Subjects) -> Predicate:
    """No member may be without A, B and C: as a row without them lacks them all."""
    return _all_missing(found)
