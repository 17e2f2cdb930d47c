"""Phrases for what is spoken of, in everyday words: whatever stands in a column, A and B of a pet."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.values import added
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import All, Cell, Compare, Constant, Predicate, Value
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    any_of,
    compare,
)

phrase = Phrases()

phrase.widen(
    "_wrong",
    "a typing error | typing errors | a typing mistake | typing mistakes | a keying error | a clerical error | an "
    "input error | an entry error | a transcription error | a misprint | not credible | not believable | "
    "unbelievable | improbable | a false entry | a slip of the pen | mistakes | not realistic | unrealistic",
)
phrase.words(
    "_subject_stands",
    "stands | is written | is entered | is given | is put | is recorded | is noted | is typed | was entered | was "
    "typed | was put | you find | we find | people type | people enter | is stored | is",
)


@phrase("cell", "(whatever|what) _subject_stands (in|under) [column] <column>", cost=0.1)
@phrase("cell", "(value|entry|text|number) that _subject_stands in [column] <column>", cost=0.1)
def whatever_stands(of: Cell) -> Cell:
    """Whatever stands in the year has to be a leap year."""
    return of


@phrase("and_cells", "<and_cells> (of|in|on|for) [_each|any|one] <noun>", cost=0.1)
def of_one_row(found: Subjects, rows: RowSet) -> Subjects | None:
    """The lots a, b and c of a portfolio."""
    if rows.where is not None or not rows.table:
        return None
    cells = [part for part in found.items if isinstance(part, Cell)]
    if len(cells) < len(found.items) or any(cell.table not in ("", rows.table) for cell in cells):
        return None
    own = tuple(cell.model_copy(update={"table": rows.table}) for cell in cells)
    return found.model_copy(update={"items": own})


phrase.words(
    "_none_wanted",
    "none is expected | none are expected | none is wanted | none are wanted | we expect none | none is allowed | "
    "none are allowed | none is acceptable | no such _row (is|are) expected | nobody should be | there cannot be "
    "any | there can be none | there should not be | there must not be | there should never be | "
    "there ought not to be | there ought to be none",
)


@phrase("stmt", "(is|are) there [any] <rows> ? _none_wanted", cost=0.02)
def none_wanted(rows: RowSet) -> Statement | None:
    """Are there trips without a fare? None is expected."""
    return flag(rows)


phrase.words(
    "_same_one", "same | same one | same value | same entry | identical one | identical value"
)


@phrase(
    "stmt",
    "<cell> : no two <noun> (with|share|sharing|have|having) _same_one",
    "<cell> : never _same_one twice",
    "<cell> : [_each] <noun> (has|have|with) (its|their|his|her|an) own",
    cost=0.05,
)
def none_alike(of: Value, rows: RowSet | None = None) -> Statement | None:
    """Last name: no two people with the same one."""
    if not isinstance(of, Cell) or (rows is not None and rows.where is not None):
        return None
    table = rows.table if rows is not None else ""
    return Statement(rule=Duplicates(table=table or of.table, columns=(of.column,)))


phrase.words(
    "_at_liberty",
    "have either sign | have any sign | have both signs | have any value | be anything | be of either sign | be "
    "positive or negative | be negative or positive | be of any sign | have whatever value | take any value | go "
    "either way | hold any value | hold anything | be whatever it likes | be any number | have any number",
)


@phrase("remark", "<rows> (may|can) _at_liberty", cost=0.05)
def at_liberty(rows: RowSet) -> Modifier | None:
    """Adjustments may have either sign: nothing is asked of them."""
    return None if rows.where is None else remark("left-out", condition=rows.where)


# Asked of somebody --------------------------------------------------------------------------------

phrase.widen(
    "_ensure",
    "could you | can you | would you | could you please | can you please | would you please | i need you to | "
    "we need you to | i would like you to | we would like you to | be so kind as to | make it so that",
)


@phrase("stmt", "_flag [_each|all] <noun> , <rel>", cost=0.1)
def flag_such(rows: RowSet, told: Predicate) -> Statement | None:
    """Flag members, whose mail is missing."""
    return flag(rows.that(told))


@phrase(
    "stmt",
    "we (have|know|keep|hold|accept) no <rows>",
    "we _must not have [any] <rows>",
    "we (do not|should not|must not|cannot) have any <rows>",
    cost=0.1,
)
def we_have_none(rows: RowSet) -> Statement | None:
    """We have no members under 18."""
    return flag(rows)


@phrase("stmt", "_flag [_each|all] <noun> <rel> or <rel>", cost=0.1)
def flag_either(rows: RowSet, one: Predicate, other: Predicate) -> Statement | None:
    """Flag members whose age is below 18 or who have no card."""
    return flag(rows.that(any_of(one, other))) if rows.where is None else None


@phrase("stmt", "[_each|all] <noun> <rel> or <rel> _must <rowvp>", cost=0.1)
def either_must(
    rows: RowSet, one: Predicate, other: Predicate, told: Predicate
) -> Statement | None:
    """Members who are under 18 or who come from abroad must have a card."""
    return rule(told, rows.table, any_of(one, other)) if rows.where is None else None


@phrase("stmt", "<all_subjects> _must [_in_all] _add_up <adj>", cost=0.1)
@phrase("stmt", "<formula> _must [_in_all] _add_up <adj>", cost=0.1)
def must_come_to_so_much(found: Value | Subjects, told: Predicate) -> Statement | None:
    """The parts must add up to at most 50."""
    is_bound = isinstance(told, Compare) and told.sign in ("<", "<=", ">", ">=")
    is_range = isinstance(told, All) and all(isinstance(part, Compare) for part in told.parts)
    total = added(found) if isinstance(found, Subjects) else found
    return rule(about(told, total)) if is_bound or is_range else None


@phrase("stmt", "<all_subjects> (_be|_must be) <number> different (values|numbers|ones)", cost=0.05)
@phrase("stmt", "are <all_subjects> <number> different (values|numbers|ones) [?]", cost=0.05)
@phrase(
    "stmt",
    "are <all_subjects> <number> different (values|numbers) (for|in|of) (every|each|all) <noun> [?]",
    cost=0.05,
)
def so_many_different(
    found: Subjects, count: Constant, rows: RowSet | None = None
) -> Statement | None:
    """A, B and C are three different values: as many as there are columns."""
    items = found.items
    if count.value != len(items) or len(items) < 2 or (rows is not None and rows.where is not None):
        return None
    pairs = [
        compare(one, "!=", other) for place, one in enumerate(items) for other in items[place + 1 :]
    ]
    return rule(all_of(*pairs), rows.table if rows is not None else "")
