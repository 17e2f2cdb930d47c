"""Phrases for exactly one of two columns, and for both or neither: in every frame and order."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about_all,
    any_of,
    not_,
)

phrase = Phrases()

phrase.words(
    "_not_both",
    "[,] [but|and|yet] (not|never) both [of them|of the two|of these] [together|at once|at the same time] | "
    "[,] [but|and] never both and never neither | [,] [but|and] not both and not neither | [,] [but|and] "
    "(never|not) both [,] (and|or|nor) (never|not) neither | [,] [but|and] neither both nor (none|neither) | "
    "[,] but only one of (them|the two|these|both)",
)
phrase.words(
    "_of_the_two",
    "of the two | of these two | of the two columns | of the following two | of the following two columns | "
    "of the two fields | of the two values",
)
phrase.words(
    "_none_of_them",
    "neither | none | none at all | neither one | neither of them | none of them | neither of the two | "
    "none of the two | neither of both | neither of these | none of these | none of both",
)
phrase.words("_have_too", "have | has | having | with")

# Exactly one ------------------------------------------------------------------------------------


@phrase("one_subject", "[either] <or_cells> _not_both", cost=0.01)
@phrase("one_subject", "one [,] and (only|just|exactly) one [,] of <cells>", cost=0.01)
@phrase("one_subject", "(exactly|just|precisely) one _of_the_two [:|,|–|-|\\(] <cells> [\\)]")
@phrase("one_subject", "one [,] and (only|just|exactly) one [,] _of_the_two [:|,|–|-] <cells>")
def just_one(found: Subjects) -> Subjects | None:
    """One, and only one, of A and B; A or B, never both."""
    return found.model_copy(update={"mode": "one"}) if len(found.items) == 2 else None


@phrase("stmt", "[either] <or_cells> <duty> _not_both", cost=0.02)
@phrase("stmt", "one of <cells> <duty> _not_both", cost=0.02)
@phrase("stmt", "[either] <or_cells> <obliged> _not_both", cost=0.02)
def one_must(found: Subjects, told: Predicate) -> Statement | None:
    """Either A or B must be filled in, never both."""
    subjects = just_one(found)
    return None if subjects is None else rule(about_all(told, subjects))


@phrase("stmt", "there _must be [either] <or_cells> _not_both", cost=0.02)
@phrase(
    "stmt",
    "<cells> (:|,|–|-) (exactly|precisely|just) one [of them|of the two|of these|of both]",
    "<cells> (:|,|–|-) one [,] and only one [,] (of them|of the two|of these|of both)",
    "<cells> (:|,|–|-) (exactly|precisely|just) one (of them|of the two|of these) _be_set",
    "<cells> (:|,|–|-) (exactly|precisely|just) one (of them|of the two|of these) _must _be_set",
    "of <cells> [,] (exactly|precisely|just) one _must _be_set",
    cost=0.05,
)
def one_of_them_filled(found: Subjects) -> Statement | None:
    """A or B: exactly one of them."""
    return one_must(found, not_(Missing(of=IT)))


# Both or neither --------------------------------------------------------------------------------


def _alike(found: Subjects, one: Predicate, other: Predicate) -> Predicate:
    everyone = found.model_copy(update={"mode": "all"})
    return any_of(about_all(one, everyone), about_all(other, everyone))


@phrase("feature", "<and_cells> [,] or _none_of_them", cost=0.05)
@phrase("rowvp", "(have|has) <and_cells> [,] or (have|has) _none_of_them", cost=0.05)
@phrase("rel", "_have_too <and_cells> [,] or _have_too _none_of_them", cost=0.05)
def both_or_neither(found: Subjects) -> Predicate:
    """Both a key and a card, or neither of them."""
    return _alike(found, not_(Missing(of=IT)), Missing(of=IT))


@phrase("feature", "neither <cell> nor <cell> [,] or [else] both", cost=0.02)
def neither_or_both(*cells: Value) -> Predicate:
    """Neither a key nor a card, or both."""
    return both_or_neither(Subjects(items=cells))


phrase.words(
    "_both_or_neither_of",
    "[either] both or (neither|none) of | [either] (neither|none) or both of | [either] both of or none of",
)


@phrase("clause", "_both_or_neither_of <cells> <vp>", cost=-0.1)
def both_or_neither_so(found: Subjects, told: Predicate) -> Predicate | None:
    """Where both or neither of A and B are filled."""
    return _alike(found, told, not_(told)) if len(found.items) == 2 else None


@phrase("stmt", "_both_or_neither_of <cells> <duty>", cost=-0.1)
def both_or_neither_must(found: Subjects, told: Predicate) -> Statement | None:
    """Both or neither of A and B must be filled."""
    condition = both_or_neither_so(found, told)
    return None if condition is None else rule(condition)


@phrase("cell_pair", "<cell> and <cell>")
def cell_pair(*cells: Value) -> Subjects:
    """A and B."""
    return Subjects(items=cells)


@phrase("clause", "<and_cells> _be [either] both <adj> [,] or [are] both <adj>", cost=-0.1)
@phrase("clause", "<and_cells> _be [either] both <adj> [,] or [are] neither <adj>", cost=-0.1)
@phrase(
    "clause",
    "both <cell_pair> _be <adj> [,] or [if|when|where] (both|they both|both of them) [_be] <adj>",
    cost=-0.1,
)
def both_so_or_so(found: Subjects, one: Predicate, other: Predicate) -> Predicate:
    """A and B are both filled or both empty."""
    return _alike(found, one, other)


@phrase("clause", "<and_cells> _be [either] both or (neither|none) <adj>", cost=-0.1)
def both_or_none_so(found: Subjects, told: Predicate) -> Predicate:
    """A and B are both or neither filled."""
    return _alike(found, told, not_(told))


phrase.words("_be_both", "be both | both be | all be | be all")
phrase.words(
    "_nor_be_both",
    "[,] and [also] [they] must not both be | [,] and [also] [they] must not be both | [,] and [they] (may|should|can) "
    "not both be | [,] and [they] (may|should|can) not be both | [,] (or|nor) both | [,] (or|nor) both be | [,] (or|nor) "
    "be both | [,] and [also] not both | [,] nor (may|must|should|can) they both be | [,] and never both",
)


@phrase("stmt", "<and_cells> _must_not _be_both <adj> _nor_be_both <adj>", cost=-0.1)
@phrase("stmt", "<and_cells> _must neither _be_both <adj> nor [be] both [be] <adj>", cost=-0.1)
def not_both_so_or_so(found: Subjects, one: Predicate, other: Predicate) -> Statement | None:
    """A and B must not both be filled, and they must not both be empty."""
    return None if one == other else rule(not_(_alike(found, one, other)))


@phrase(
    "none_has_neither",
    "[,] (and|nor|or) no <noun> (may|must|should|can) have _none_of_them",
    "[,] (and|nor|or) no <noun> has _none_of_them",
    "[,] (and|nor|or) <noun> _must_not have _none_of_them",
)
def none_has_neither(rows: RowSet) -> RowSet | None:
    """And no room may have neither: of the rows that were spoken of."""
    return rows


@phrase("none_has_neither", "[,] (and|nor|or) [they] [_must_not] [have] _none_of_them")
def nor_neither() -> Subjects:
    """And they must not have neither."""
    return Subjects(items=())


@phrase("stmt", "no <rows> _may have <and_cells> <none_has_neither>", cost=-0.1)
@phrase("stmt", "<rows> _must_not have <and_cells> <none_has_neither>", cost=-0.1)
def not_both_and_not_neither(
    rows: RowSet, found: Subjects, others: RowSet | Subjects
) -> Statement | None:
    """No room may have both a key and a card, and no room may have neither."""
    if isinstance(others, RowSet) and others != rows.model_copy(update={"each": others.each}):
        return None
    return rule(not_(both_or_neither(found)), rows.table, rows.where)
