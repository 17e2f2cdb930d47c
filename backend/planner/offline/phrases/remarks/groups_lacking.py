"""Phrases for the rows of groups that lack what each must have: of a species that lacks one of these years."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words(
    "_is_without",
    "(that|which|who) (lack|lacks|miss|misses|are missing|is missing|are without|is without|do not have|does not have|"
    "do not cover|does not cover) | lacking | missing | without",
)
phrase.words(
    "_is_not_seen",
    "(that|which|who) (is|are|was|were|has been|have been) not _on_the_records _met_at | "
    "(that|which|who) (do|does|did) not (occur|appear|show up|turn up|come up) _met_at",
)
phrase.words("_some_of_these", "(one|some|at least one|one or more) of (these|those|them|the)")
phrase.words("_any_of_these", "(any|even one) of (these|those|them|the)")

phrase.widen(
    "_has_fewer",
    "(that|which|who) (deliver|delivers|supply|supplies|provide|provides|offer|offers|report|reports|employ|employs|"
    "sell|sells|stock|stocks|host|hosts|serve|serves|run|runs|get|gets|receive|receives|record|records|submit|"
    "submits|place|places|own|owns|collect|collects|file|files) (fewer|less)",
)
phrase.widen(
    "_has_more",
    "(that|which|who) (deliver|delivers|supply|supplies|provide|provides|offer|offers|report|reports|employ|employs|"
    "sell|sells|stock|stocks|host|hosts|serve|serves|run|runs|get|gets|receive|receives|record|records|submit|"
    "submits|place|places|own|owns|collect|collects|file|files) more",
)


@phrase(
    "remark",
    "_show_all <rows> (of|in|with|on|at|from|by) [a|an|any|every|each|such a|those|such] <cell> "
    "(_is_without (_some_of_these|_any_of_these)|_is_not_seen _some_of_these) <cell>",
    cost=-0.4,
)
def rows_of_lacking_groups(rows: RowSet, key: Value, of: Value) -> Modifier | None:
    """Flag all rows of a species that lacks one of these years."""
    is_plain = rows.where is None and isinstance(key, Cell) and isinstance(of, Cell) and key != of
    return remark("lacking-groups", values=(key, of)) if is_plain else None
