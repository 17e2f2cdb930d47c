"""Phrases for keys and counts that are told in pieces: no two books by the same author with the same title."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import framed
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()

# No two … with the same … and the same … ----------------------------------------------------------

phrase.words(
    "_joins", "by | of | from | in | at | on | for | with | and | and with | and of | , | under"
)
phrase.words(
    "_may_share",
    "may share | share | may have | have | with | and | may carry | must share | of | , | sharing",
)


@phrase(
    "same_cell", "_joins the same <cell>", "_joins one <cell>", "_joins one and the same <cell>"
)
def same_cell(cell: Value) -> Value:
    """By the same author."""
    return cell


@phrase("stmt", "no two <rows> <same_cell> _may_share the same <cell>", cost=0.03)
@phrase("stmt", "no two <rows> <same_cell> <same_cell> [<same_cell>]", cost=0.03)
@phrase("stmt", "no two <rows> <same_cell> _may have the same <cell>", cost=0.03)
@phrase("stmt", "no two <rows> <same_cell> _may share [a|an|their] <cell>", cost=0.03)
def same_both(rows: RowSet, *cells: Value) -> Statement | None:
    """No two books by the same author with the same title."""
    return unique_among(rows, Subjects(items=cells)) if len(set(cells)) > 1 else None


@phrase("stmt", "<count_bound> (different|distinct|unique) <cell> [values]", cost=0.05)
def so_many_different(bound: Predicate, of: Value) -> Statement | None:
    """At least two different cities."""
    if not isinstance(of, Cell):
        return None
    return statement(about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table="")))


# Formulas, said shortly ----------------------------------------------------------------------------


@phrase("adj", "never <adj>", cost=0.7)
def never_so(told: Predicate) -> Predicate:
    """Never negative."""
    return not_(told)


@phrase("adj", "never <adj> (and|but) <adj>", cost=0.1)
def never_and(told: Predicate, other: Predicate) -> Predicate:
    """Never negative and at most 5: unlike "or", "and" may stand beside the denial."""
    return all_of(not_(told), other)


@phrase("stmt", "<sum> : <adj>", "<sum> : <adj> [,] [and|but] <adj>", cost=0.1)
def formula_so(total: Value, *told: Predicate) -> Statement | None:
    """End minus start: never negative, at most 500."""
    if not isinstance(total, Arithmetic) or any(isinstance(part, Missing) for part in told):
        return None
    return rule(all_of(*(about(part, total) for part in told)))


@phrase("adj", "(capped|limited) (at|to|by) <amount>", "not to exceed <amount>", cost=0.05)
def capped(bound: Value) -> Predicate:
    """Capped at 2."""
    return compare(IT, "<=", bound)


@phrase(
    "stmt", "<cell> (capped|limited) (at|to) <amount>", "<cell> not to exceed <amount>", cost=0.05
)
def cell_capped(of: Value, bound: Value) -> Statement:
    """Renewals capped at 2."""
    return rule(compare(of, "<=", bound), subject=of)


@phrase("case_adj", "[all|always|only] in (small letters|lower case|lowercase) [only]")
def in_small() -> Predicate:
    """In small letters."""
    from backend.planner.offline.phrases.formats.texts import lower

    return lower()


@phrase(
    "case_adj",
    "[all|always|only] in (capital letters|capitals|upper case|uppercase|block letters) [only]",
)
def in_capitals() -> Predicate:
    """In capital letters."""
    from backend.planner.offline.phrases.formats.texts import upper

    return upper()


@phrase("stmt", "<cell> [:] [written] <case_adj>", cost=0.1)
def cell_in_case(of: Value, told: Predicate) -> Statement:
    """Language in small letters."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "<and_cells> [:] [both|all] [written] <case_adj>", cost=0.1)
def cells_in_case(found: Subjects, told: Predicate) -> Statement:
    """Name and town in small letters."""
    return rule(about_all(told, found))


phrase.words("_like_each_other", "the same | equal | identical | alike | the same value")
phrase.words("_unlike_each_other", "different | unequal | not the same | not equal | unlike")
phrase.words("_always", "always | must be | are | should be")
for _words, _sign in (
    ("_always _like_each_other", "=="), ("(never|not|must not be|are not|may not be) _like_each_other", "!="),
    ("_always _unlike_each_other", "!="), ("never _unlike_each_other", "=="),
):  # fmt: skip

    @phrase("stmt", f"<cell> and <cell> : {_words}", f"<cell> and <cell> {_words}", cost=0.05)
    def pair_so(one: Value, other: Value, sign: str = _sign) -> Statement | None:
        """A and B: never the same."""
        return rule(compare(one, sign, other)) if one != other else None


@phrase("rel", "whose <added> _in_all <vp>", cost=0.02)
@phrase("clause", "<added> _in_all <vp>", cost=0.05)
def sum_clause(total: Value, told: Predicate) -> Predicate:
    """Whose cars and trucks together exceed the capacity."""
    return about(told, total)


# Anything else is an error ----------------------------------------------------------------------------

phrase.words(
    "_other_values",
    "anything else | any other value | all other values | every other value | everything else | other values | any other entry | all else",
)
phrase.words(
    "_is_bad",
    "is wrong | is an error | are errors | are wrong | is not allowed | are not allowed | is invalid | are "
    "invalid | is a mistake | is to be flagged | are to be flagged | must be flagged | counts as wrong | "
    "counts as an error | is forbidden | are forbidden | gets flagged | is a failure | is flagged | is rejected",
)


@phrase("remark", "_other_values _is_bad", "flag _other_values", "report _other_values", cost=0.02)
def all_else_bad() -> Modifier:
    """Anything else is an error: as any rule has it."""
    return remark("flag-them")


@phrase("stmt", "<cell> <or_list> (;|,|.|-|–) _other_values _is_bad", cost=0.02)
@phrase("stmt", "<cell> <or_list> (;|,|.|-|–) flag _other_values", cost=0.02)
def values_or_error(of: Value, options: tuple[Constant, ...]) -> Statement:
    """Tariff day, night or weekend; anything else is an error."""
    return rule(one_of(of, options), subject=of)


# On average a row … --------------------------------------------------------------------------------------

phrase.words(
    "_consumes",
    "use | uses | need | needs | have | has | take | takes | cost | costs | carry | carries | bring | brings | "
    "yield | yields | hold | holds | contain | contains | earn | earns | get | gets | show | shows | count | "
    "counts | consume | consumes | make | makes | produce | produces",
)


@phrase("stmt", "on average [,] [a|an|each|every] <noun> [_must] _consumes <adj> <cell>", cost=0.1)
@phrase(
    "stmt", "[a|an|each|every] <noun> [_must] _consumes [,] on average [,] <adj> <cell>", cost=0.1
)
@phrase("stmt", "[the] average <noun> [_must] _consumes <adj> <cell>", cost=0.1)
@phrase("stmt", "[a|an|each|every] <noun> [_must] _consumes <adj> <cell> on average", cost=0.1)
def average_row(rows: RowSet, told: Predicate, of: Value) -> Statement | None:
    """On average a trip should use no more than 15 litres."""
    if not isinstance(of, Cell) or rows.each:
        return None
    mean = Aggregate(measure=Measure.MEAN, of=of, table=rows.table, where=rows.where)
    return statement(about(told, mean))


# The one before, of the same … -----------------------------------------------------------------------------


@phrase("factor", "<cell> of (its|the|their|his|her) (previous|preceding|prior) <noun>", cost=0.05)
@phrase("factor", "(its|the|their) (previous|preceding|prior) <noun> 's <cell>", cost=0.05)
@phrase("factor", "<cell> of the <noun> (before|above)", cost=0.05)
def cell_before(*parts: Any) -> Value | None:
    """The end of its previous trip."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    cells = [part for part in parts if isinstance(part, Cell)]
    is_plain = len(rows) == len(cells) == 1 and rows[0].where is None
    return Previous(of=cells[0]) if is_plain else None


@phrase("stmt", "<cell> (of|in|at|on|for) (a|each|every|any|one) <cell> <duty>", cost=0.2)
@phrase("stmt", "<cell> (of|in|at|on|for) (a|each|every|any|one) <cell> <vp>", cost=0.4)
def told_of_each(of: Value, by: Value, told: Predicate) -> Statement | None:
    """km_start of a bus is never below km_end of its previous trip."""
    if not any(isinstance(part, Previous) for part in walk(told)) or of == by:
        return None
    return framed(rule(about(told, of), subject=of), (("by", (by,)),))


@phrase(
    "rows_we_lack",
    "<noun> [that are|which are|who are|that is] _not_found_there <noun> [_kind_of_list]",
    cost=0.05,
)
@phrase(
    "rows_we_lack",
    "<noun> [that are|which are|who are|that is] _not_found_there [our] list of <noun>",
    cost=0.05,
)
def lacked_in(rows: RowSet, same: RowSet) -> RowSet | None:
    """Readers missing from the reader list."""
    is_same = rows.table and rows == same and rows.where is None and not rows.each
    return rows if is_same else None


phrase.words(
    "_not_found_there",
    "missing from | absent from | not in | not on | not found in | unknown in | unknown to | not listed in | missing in",
)
phrase.words(
    "_kind_of_list",
    "list | table | file | register | sheet | catalogue | master data | master list",
)
