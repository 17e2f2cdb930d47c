"""Phrases for cells that are filled together: go together, either both are there or neither."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects, all_of, any_of, not_

phrase = Phrases()

phrase.words(
    "_are_there_together",
    "[_be] (there|present|filled|filled in|given|set|known|complete|entered|provided)",
)
phrase.words(
    "_are_gone",
    "[_be] (absent|missing|empty|blank|gone|not given|not there|left out|unfilled|left empty|left blank)",
)


def _together(found: Subjects) -> Predicate | None:
    if found.mode != "all" or len(found.items) < 2:
        return None
    gone = [Missing(of=of) for of in found.items]
    return any_of(all_of(*(not_(part) for part in gone)), all_of(*gone))


_PAIR = "(either|:|,|;|: either|, either|; either) (both|all|all three|all of them|both of them) _are_there_together or (both|all|neither|none|all three|neither of them|none of them) [_are_there_together|_are_gone]"


@phrase("stmt", f"<and_cells> (go|belong|come) together {_PAIR}", cost=0.05)
@phrase(
    "stmt",
    "<and_cells> (go|belong|come|_must go|_must come) together [:|,|;] (all or nothing|all or none|both or none|both or neither)",
    cost=0.05,
)
@phrase(
    "stmt",
    "<and_cells> (:|,) [either] [all|both] _are_there_together or [else] (all|both|none|neither) [_are_there_together|_are_gone]",
    "<and_cells> (are|_must be) [either] [all|both] _are_there_together or [else] (all|both|none|neither) [_are_there_together|_are_gone]",
    cost=0.08,
)
def go_together(found: Subjects) -> Statement | None:
    """Street and zip go together: either both are there or neither."""
    told = _together(found)
    return None if told is None else rule(told)


@phrase(
    "stmt",
    "_flag <noun> (where|in which|for which|with|on which) <and_cells> (are|is) not (all|both) _are_there_together or (all|both) _are_gone",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <noun> (where|in which|for which|on which) (only some|some but not all|not all but some|only part|only one) of <and_cells> (are|is) _are_there_together",
    cost=0.05,
)
@phrase(
    "stmt",
    r"_flag <noun> with (a|an) (partly|partially|half) filled (address|<column>|name|set|entry|block) \( <and_cells> \)",
    cost=0.05,
)
@phrase(
    "stmt",
    r"_flag <noun> with (a|an) (partly|partially|half) filled (address|<column>|name|set|entry|block) \( <cell> , <cell> [,] <cell> \)",
    cost=0.05,
)
def not_together(rows: RowSet, *found: object) -> Statement | None:
    """Flag rows where street, zip and city are not all present or all absent."""
    pair = found[-1] if isinstance(found[-1], Subjects) else Subjects(items=found[-3:])  # type: ignore[arg-type]
    told = _together(pair)
    return None if told is None or rows.where is not None else rule(told)


@phrase(
    "stmt",
    "(if|when|as soon as|once|whenever) (one|any|any one|at least one) of <and_cells> (is|are) _are_there_together [,] [then] [all] the other [two|three|ones] _must _are_there_together (too|as well|also)",
    cost=0.05,
)
@phrase(
    "stmt",
    "(if|when|as soon as|once|whenever) (one|any|any one|at least one) of <and_cells> (is|are) _are_there_together [,] [then] (all|all of them|both|all three|the others|the rest|the other|the other two|the other one) _must [also] _are_there_together [too|as well|also]",
    cost=0.05,
)
def one_takes_all(found: Subjects) -> Statement | None:
    """If one of street, zip and city is filled, the other two must be filled as well."""
    told = _together(found)
    return None if told is None else rule(told)
