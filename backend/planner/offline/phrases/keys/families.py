"""Phrases for several columns by what their headers share: the three judges, all waves."""

from __future__ import annotations

from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases, RowSet, Subjects

phrase = Phrases()

_TWO = 2


@phrase("and_cells", "(both|both of) [its|their] <family>")
@phrase("and_cells", "(both|both of) [its|their] <like_columns>", cost=0.2)
def both_of_family(found: Subjects) -> Subjects | None:
    """Both judges; of three it is not clear which two."""
    return found if len(found.items) == _TWO else None


@phrase("and_cells", "(all|all of|each of|all the) [its|their] <family>")
@phrase("and_cells", "(all|all of|each of|all the) [its|their] <like_columns>", cost=0.2)
@phrase("and_cells", "<family>", cost=0.3)
def family(found: Subjects) -> Subjects:
    """The judges: judge_1, judge_2 and judge_3."""
    return found


@phrase("family", "<family> (of|in|for|on|per) [a|an|each|every|one|the same] <noun>", cost=0.05)
@phrase(
    "like_columns",
    "<like_columns> (of|in|for|on|per) [a|an|each|every|one|the same] <noun>",
    cost=0.05,
)
def of_rows(found: Subjects, rows: RowSet) -> Subjects | None:
    """The judges of a heat."""
    return found if rows.where is None else None


@phrase("and_cells", "[all|all of] [its|their] <number> <family>", cost=0.05)
@phrase("and_cells", "[all|all of] [its|their] <number> <like_columns>", cost=0.05)
def counted_family(count: Constant, found: Subjects) -> Subjects | None:
    """All three judges; four would be others."""
    return found if count.value == len(found.items) else None


@phrase("some_subjects", "(at least one|one or more|any) [of] [its|their] <family>", cost=0.05)
def some_of_family(found: Subjects) -> Subjects:
    """At least one of the judges."""
    return found.model_copy(update={"mode": "any"})


@phrase("no_subject", "(no|none of the|none of its|none of their) <family>", cost=0.05)
def none_of_family(found: Subjects) -> Subjects:
    """None of the judges."""
    return found.model_copy(update={"mode": "none"})
