"""Phrases for how many different values a group is told to have: each flight is reported by three sources.

So many sources, where they are named by texts, are so many different ones.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.told_dependencies import same_for_several
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.words import stems_of
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.metric_group_values import group_distinct
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, Subjects, compare

phrase = Phrases()

_WRITTEN = frozenset({
    "comment", "note", "remark", "description", "text", "message", "answer", "review", "result", "reading",
    "reply", "entry", "value", "measurement", "score", "grade", "mark", "rating", "time", "date", "day",
})  # fmt: skip
"""What rows may have alike and each of their own: two comments may be two rows of the same words."""

phrase.words(
    "_covered_by",
    "(reported|covered|given|listed|recorded|named|shown|carried|confirmed|seen|served|known|entered|noted|mentioned|"
    "described|tracked|provided) by | (visited|sampled|observed|surveyed|inspected|tested|played|held|seen|measured|"
    "counted|rated|reviewed|recorded|used|shown|offered) (in|on|at)",
)
phrase.words("_is_so", "is | are | _must be | is always | has been | have been | _must have been")
phrase.words(
    "_has_so_many",
    "have | has | must have | should have | needs | need | requires | has to have | needs to have",
)


@phrase(
    "stmt", "<each_group> _is_so _covered_by <count_bound> [different|distinct] <cell>", cost=0.1
)
def covered_by_so_many(*parts: Any) -> Statement | None:
    """Each flight is reported by at least three sources."""
    return group_distinct(*parts)


@phrase("stmt", "<each_group> _has_so_many at least <number> <cell>", cost=0.9)
def has_so_many(by: Keys, least: Constant, of: Value) -> Statement | None:
    """Each flight must have at least three sources: with one it may just be filled."""
    is_several = isinstance(least.value, int) and least.value > 1
    is_free = isinstance(of, Cell) and bool(_WRITTEN & {*stems_of(of.column)})
    return None if is_free or not is_several else group_distinct(by, compare(IT, ">=", least), of)


@phrase(
    "stmt", "<each_group> _is_so _covered_by <number> [different|distinct] <cell> or more", cost=0.1
)
@phrase("stmt", "<each_group> _has_so_many <number> (different|distinct) <cell> or more", cost=0.1)
def covered_by_or_more(by: Keys, least: Constant, of: Value) -> Statement | None:
    """A flight is covered by two sources or more."""
    return group_distinct(by, compare(IT, ">=", least), of)


@phrase(
    "stmt",
    "(is|are) (each|every|all) <keys> _covered_by <count_bound> [different|distinct] <cell> [?]",
    cost=0.1,
)
@phrase(
    "stmt",
    "(does|do) (each|every|all) <keys> _has_so_many <count_bound> [different|distinct] <cell> [?]",
    cost=0.4,
)
@phrase(
    "stmt",
    "(is|are) (a|an) <keys> _covered_by at least <number> [different|distinct] <cell> [?]",
    "(does|do) (a|an) <keys> _has_so_many at least <number> [different|distinct] <cell> [?]",
    cost=0.4,
)
def asked_so_many(*parts: Any) -> Statement | None:
    """Is every flight reported by at least three sources? Of any that has more it is not told."""
    if isinstance(parts[1], Constant):
        parts = (parts[0], compare(IT, ">=", parts[1]), *parts[2:])
    told = group_distinct(*parts)
    asked = remark("asked-of-all")
    return None if told is None else told.model_copy(update={"remarks": (asked,)})


phrase.words(
    "_not_enough_of_them",
    "only one | just one | a single one | only a single one | fewer | less | too few | fewer of them",
)


@phrase(
    "offenders",
    "[_all_the] _row _of_group [_one_such] <cell> (with|having|that have|that has|where there is|where there are) _not_enough_of_them",
    cost=0.05,
)
def of_too_few(*parts: object) -> Modifier | None:
    """All rows of flights with only one."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    cells = tuple(part for part in parts if isinstance(part, Cell))
    is_plain = all(each.where is None for each in rows) and len(cells) == 1
    return remark("flag-groups", values=cells, texts=(">", ">=")) if is_plain else None


# Pairs of rows ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_flag [all|any|every|each] (pair|pairs) of <noun> (with|sharing|that share|having|that have|who share) [the] same (<cell>|<and_cells>)",
    "_flag [all|any|every|each] (pair|pairs) of <noun> (with|having|that have) identical (<cell>|<and_cells>)",
    cost=0.05,
)
def pairs_alike(rows: RowSet, key: Any) -> Statement | None:
    """Flag pairs of people with the same phone and area code."""
    return unique_among(rows.model_copy(update={"each": False}), key)


@phrase("stmt", "[all|any] <rows> _in_same <and_cells> [all|always] _bears _one <cell>", cost=0.3)
def alike_for_several(*parts: Any) -> Statement | None:
    """People with the same state, salary and status pay the same rate."""
    return same_for_several(*parts)


@phrase("stmt", "for <noun> _in_same <and_cells> [,] <cell> _must be _never_changes", cost=0.1)
@phrase(
    "stmt",
    "for <noun> _in_same <cell> (with|and) the same <cell> [,] <cell> _must be _never_changes",
    cost=0.1,
)
def alike_for_rows_of(rows: RowSet, *cells: Value | Subjects) -> Statement | None:
    """For people with the same state and salary the rate must be the same."""
    *keys, of = cells
    key = keys[0] if isinstance(keys[0], Subjects) else Subjects(items=tuple(keys))  # type: ignore[arg-type]
    return same_for_several(rows.model_copy(update={"each": False}), key, of)
