"""Phrases for a sentence behind a rule that leaves out rows with a mark for nothing among its cells.

Rows with ERROR, UNKNOWN or nothing in one of the three: of a rule that compares just so many cells.
"""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Reads
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, both, compare, not_

phrase = Phrases()
Marks = tuple[tuple[str, ...], bool]
"""The texts, and whether an empty cell is one of them."""

phrase.words(
    "_or_nothing",
    "nothing | empty | blank | a blank | no value | an empty cell | missing | none at all",
)


@phrase("marks_told", "<text>", "<bare>")
def one_mark(text: Constant) -> Marks:
    """ERROR."""
    return (str(text.value),), False


@phrase("marks_told", "<or_list>", "<comma_list>")
def some_marks(found: tuple[Constant, ...]) -> Marks | None:
    """ERROR or UNKNOWN: texts, and no numbers."""
    are_texts = all(each.reads == Reads.TEXT for each in found)
    return (tuple(str(each.value) for each in found), False) if are_texts else None


@phrase("marks_or_none", "<marks_told>")
@phrase("marks_or_none", "(<marks_told>|<comma_list>) [,] or _or_nothing", cost=-0.1)
def marks_or_none(*told: object) -> Marks | None:
    """ERROR, UNKNOWN or nothing."""
    [found] = told
    assert isinstance(found, tuple)
    return found if isinstance(found[0], tuple) else some_marks(found)


phrase.words("_have_it", "with | having | containing | that (have|has|hold|holds|contain|contains)")
phrase.words("_any_of_it", "(any|one|either|some|at least one) of")
phrase.words("_where_such", "where | in which | for which | whose")


@phrase("its_cells", "_any_of_it (them|these|those|these columns|those columns|the columns)")
@phrase("its_cells", "_any_of_it (the|these|those) <number> [columns|cells|values|fields]")
def its_cells(*number: Constant) -> float:
    """One of the three; of them."""
    return float(number[0].value) if number else 0.0


for _these in (
    "[any|all] (_row|<noun>) _have_it <marks_or_none> in <its_cells>",
    "[any|all] (_row|<noun>) _where_such <its_cells> _be <marks_or_none>",
):

    @phrase(
        "hint",
        f"<hint> _stop {_these} _left_aside_rows [.]",
        f"<hint> _stop _leave_aside_rows {_these} [.]",
        cost=0.03,
    )
    def rows_with_marks_aside(told: Statement, *parts: object) -> Statement | None:
        """Rows with ERROR, UNKNOWN or nothing in one of the three are ignored."""
        rule = told.rule
        rows = [each for each in parts if isinstance(each, RowSet)]
        if not isinstance(rule, BrokenRows) or any(each.where is not None for each in rows):
            return None
        if any(each.table not in ("", rule.table) for each in rows if rule.table):
            return None
        number = next(each for each in parts if isinstance(each, float))
        kept = _kept(rule, next(each for each in parts if isinstance(each, tuple)), number)
        if kept is None:
            return None
        fresh = rule.model_copy(update={"where": both(rule.where, kept)})
        return told.model_copy(update={"rule": fresh})


def _kept(rule: BrokenRows, marks: Marks, number: float) -> Predicate | None:
    """That no cell of the rule is such; None where it compares another number of them."""
    found = list(walk(rule.must))
    cells = tuple(dict.fromkeys(part for part in found if isinstance(part, Cell)))
    if len(cells) < 2 or number not in (0, len(cells)):
        return None
    if any(isinstance(part, Missing) for part in found):
        return None
    texts, with_none = marks
    options = [Constant(value=text, reads=Reads.TEXT) for text in texts]
    without = [not_(compare(cell, "==", each)) for cell in cells for each in options]
    filled = [not_(Missing(of=cell)) for cell in cells] if with_none else []
    return all_of(*without, *filled)
