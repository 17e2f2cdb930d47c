"""Adjuncts that say once more what a rule says: "on either side", "in Dept", "over all visits".

A sentence that has no reading is read again without them. Each comes with what must be true of the
rule for it to add nothing; where that is not so, the sentence stays without a reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.adds_nothing import (
    is_anything,
    is_of_all_rows,
    is_of_each_row,
    is_of_one_column,
    is_within_rows,
)
from backend.planner.offline.adjuncts_by_schema import told_by_schema
from backend.planner.offline.as_spelled import as_spelled, flag_in_brackets
from backend.planner.offline.asides_of_values import aside_of_value, bracket_of_value
from backend.planner.offline.beyond_again import beyond_told
from backend.planner.offline.chart import Leaf
from backend.planner.offline.counted_apart import all_counted_apart
from backend.planner.offline.counterexamples import counterexample_at
from backend.planner.offline.given_cells import given_at
from backend.planner.offline.glosses_of_values import glosses_of_values
from backend.planner.offline.keys_in_brackets import key_in_brackets
from backend.planner.offline.kinds_listed import kinds_listed
from backend.planner.offline.leave_clauses import leaves_granted
from backend.planner.offline.letters_left_off import letters_left_off
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.measured_by_word import measured_by_word, same_day_granted
from backend.planner.offline.measures_in_brackets import measure_in_brackets
from backend.planner.offline.nouns_counted import noun_counted
from backend.planner.offline.passed_over import ARTICLES
from backend.planner.offline.reasons_given import (
    none_there_is_fine,
    over_all_of_them,
    reason_given,
)
from backend.planner.offline.said_again import WORDING_LENGTHS, WORDINGS
from backend.planner.offline.same_groups import of_that_group
from backend.planner.offline.scales_told import scale_in_brackets, scale_told
from backend.planner.offline.shown_as_made import made_in_brackets
from backend.planner.offline.shown_in_brackets import shown_in_brackets
from backend.planner.offline.since_then import since_then
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units_told import unit_told
from backend.planner.offline.what_it_gives import what_it_gives
from backend.planner.offline.whatever_else import whatever_else
from backend.planner.offline.whole_places import all_stand_there
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule


class Adjunct(NamedTuple):
    """Words from ``start`` to ``end``, and whether a rule says the same without them."""

    start: int
    end: int
    adds_nothing: Callable[[Rule], bool]
    others: tuple[tuple[int, int], ...] = ()
    """Further words that are left out with these or not at all."""

    def places(self) -> set[int]:
        """Where its words stand."""
        spans = ((self.start, self.end), *self.others)
        return {at for start, end in spans for at in range(start, end)}


_WITHIN = frozenset({"in", "of", "from", "within", "inside", "under", "for", "on"})
_OVER = frozenset({"over", "across", "among", "of", "for", "throughout"})
_FILE = frozenset({
    "list", "table", "file", "sheet", "data", "dataset", "register", "log", "book", "records",
})  # fmt: skip
_COLLECTED = frozenset({"study", "sample", "survey", "census", "experiment", "extract", "export"})
"""What the rows of the only table were collected in."""
_CELL = frozenset({"value", "text", "entry", "cell", "field", "column", "string", "word", "name"})
_COMPARING = frozenset({"compare", "comparing", "see", "by", "using"})
_HEADER = 0.02
"""What a header costs as it is written."""
_EACH_ROW = frozenset({"a", "an", "each", "every", "any"})


def granted_first(
    tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon
) -> Iterator[Adjunct]:
    """Those that are left out even where a reading with them fits no rule."""
    yield from (Adjunct(*told) for told in leaves_granted(tokens, found))
    yield from (Adjunct(*told) for told in all_counted_apart(tokens, found, lexicon))


def adjuncts(tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon) -> Iterator[Adjunct]:
    """Every adjunct of the sentence, with the commas or brackets around it."""
    yield from granted_first(tokens, found, lexicon)
    glosses = [Adjunct(*told) for told in glosses_of_values(tokens, found, lexicon)]
    glosses = [told for told in glosses if not flag_in_brackets(tokens, told.start + 1, lexicon)]
    yield from (told for told in glosses if not _is_wording(tokens, told))
    yield from (Adjunct(*told) for told in kinds_listed(tokens, found, lexicon))
    at = since_then(tokens, lexicon) or 0
    if at:
        yield Adjunct(0, at, is_anything)
    there = all_stand_there(tokens, found, lexicon)
    if there:
        yield Adjunct(0, there, is_of_each_row)
        at = there
    while at < len(tokens):
        told = _at(tokens, at, found, lexicon)
        if told is None or (tokens[at].text != "(" and _is_denied(tokens, at)):
            at += 1
            continue
        end, adds_nothing = told
        yield _set_off(tokens, Adjunct(at, end, adds_nothing))
        at = end


def _is_wording(tokens: Sequence[Token], told: Adjunct) -> bool:
    """Whether a bracket holds a wording that has a sense of its own: (file order)."""
    return tuple(token.low for token in tokens[told.start + 1 : told.end - 1]) in WORDINGS


_Told = tuple[int, Callable[[Rule], bool]]


def _at(tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon) -> _Told | None:
    for length in WORDING_LENGTHS:
        words = tuple(token.low for token in tokens[at : at + length])
        if words in WORDINGS:
            return at + length, WORDINGS[words]
    over = _taken(tokens, at)
    low = tokens[min(over, len(tokens) - 1)].low
    end = _all_rows(tokens, over + 1, found) if low in _OVER and len(lexicon.tables) == 1 else None
    if end is not None:
        return end, is_of_all_rows
    low = tokens[at].low
    if low == "(":
        shown = flag_in_brackets(tokens, at + 1, lexicon) or _bracketed(tokens, at + 1, found)
        shown = shown or shown_in_brackets(tokens, at + 1)
        shown = shown or bracket_of_value(tokens, at + 1) or key_in_brackets(tokens, at + 1, found)
        shown = made_in_brackets(tokens, at + 1, lexicon, shown)
        shown = shown or measure_in_brackets(tokens, at + 1, found)
        return shown or scale_in_brackets(tokens, at + 1, found)
    beside = (
        *(of_that_group, whatever_else, given_at, aside_of_value, as_spelled),
        *(reason_given, over_all_of_them, none_there_is_fine, letters_left_off),
        *((scale_told,) if not at or tokens[at - 1].text in (",", ";", ".") else ()),
        *(measured_by_word, same_day_granted, what_it_gives, beyond_told, unit_told, noun_counted),
    )
    apart = next((told for each in beside if (told := each(tokens, at, found))), None)
    if (
        told := apart
        or told_by_schema(tokens, at, found, lexicon)
        or counterexample_at(tokens, at, found)
    ):
        return told
    if low in _WITHIN:
        return (
            _column(tokens, at + 1, found)
            or _place(tokens, at + 1, found, lexicon)
            or _row(tokens, at + 1, found, lexicon)
        )
    return None


def _taken(tokens: Sequence[Token], at: int) -> int:
    """Behind "taken", where it opens a sentence: taken over all stays, …"""
    opens = at == 0 or tokens[at - 1].text in (".", ";", ":")
    return at + (opens and tokens[at].low in ("taken", "computed", "measured", "seen"))


def _all_rows(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> int | None:
    """Over all visits, of all rows: where that ends."""
    if tokens[at : at + 1] and tokens[at].low in ("all", "every"):
        at = _past_article(tokens, at + 1)
        ends = [leaf.end for leaf in found if leaf.start == at and _names_rows(leaf)]
        if ends:
            return max(ends)
        if tokens[at : at + 1] and tokens[at].low in ("rows", "records", "row", "record", "lines"):
            return at + 1
    return None


def _column(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """In Dept, in the column Dept."""
    at = _past_article(tokens, at)
    if tokens[at : at + 1] and tokens[at].low in ("column", "field"):
        at += 1
    cells = [leaf for leaf in found if leaf.start == at and is_surely_column(leaf)]
    if not cells:
        return None
    end = max(leaf.end for leaf in cells)
    columns = {
        leaf.meaning.column for leaf in cells if leaf.end == end and isinstance(leaf.meaning, Cell)
    }
    if end < len(tokens) and tokens[end].low in ("column", "field"):
        end += 1
    return end, lambda rule: len(columns) == 1 and columns == {column for _, column in rule.reads()}


def _bracketed(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """The columns in brackets behind what names them otherwise: (born, hired)."""
    told: set[str] = set()
    at += at < len(tokens) and tokens[at].low in _COMPARING
    while at < len(tokens):
        cells = [
            leaf
            for leaf in found
            if leaf.symbol == "column" and leaf.start == at and leaf.cost <= _HEADER
        ]
        if not cells:
            return None
        longest = max(cells, key=lambda leaf: leaf.end)
        assert isinstance(longest.meaning, Cell)
        told.add(longest.meaning.column)
        at = longest.end + 1
        if at > len(tokens) or tokens[at - 1].low not in (",", "and", "/", ")"):
            return None
        if tokens[at - 1].text == ")":
            return at, lambda rule: told <= {column for _, column in rule.reads()}
    return None


def _place(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon
) -> _Told | None:
    """In the barrel list, in the whole table; in the name, where there is but one column."""
    start, at = at, _past_article(tokens, at)
    is_bare = at == start
    if tokens[at : at + 1] and tokens[at].low in ("whole", "entire", "same"):
        at += tokens[at].low != "same"
    if at >= len(tokens) or tokens[at].shape != Shape.WORD:
        return None
    of_table = [
        leaf.end
        for leaf in found
        if leaf.start == at and leaf.symbol == "table" and leaf.cost <= 1.0
    ]
    end = max(of_table, default=at)
    if end < len(tokens) and tokens[end].low in _FILE and len(lexicon.tables) == 1:
        return end + 1, is_anything
    if of_table and is_bare and len(lexicon.tables) == 1 and tokens[at].low in lexicon.tables:
        return end, is_anything
    if not is_bare and tokens[at].low in _COLLECTED and len(lexicon.tables) == 1:
        is_named = any(leaf.start == at and leaf.symbol in ("column", "table") for leaf in found)
        return None if is_named else (at + 1, is_anything)
    if not is_bare and tokens[at].low in _CELL and not of_table:
        is_column = any(leaf.start == at and leaf.symbol == "column" for leaf in found)
        of_all_cells = tokens[at].low in ("column", "field")
        return None if is_column else (at + 1, is_of_one_column if of_all_cells else _is_of_a_cell)
    return None


def _is_of_a_cell(rule: Rule) -> bool:
    """In the text: it reads one column, and no two cells of it together."""
    return is_of_one_column(rule) and is_within_rows(rule)


def _row(tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon) -> _Told | None:
    """On a label, of each label, in every heat: each row of the only table."""
    if len(lexicon.tables) != 1 or not tokens[at : at + 1] or tokens[at].low not in _EACH_ROW:
        return None
    ends = [leaf.end for leaf in found if leaf.start == at + 1 and _names_rows(leaf)]
    return (max(ends), is_of_each_row) if ends else None


def _names_rows(leaf: Leaf) -> bool:
    return leaf.symbol in ("table", "keynoun") and leaf.cost <= 1.0


def _past_article(tokens: Sequence[Token], at: int) -> int:
    return at + (at < len(tokens) and tokens[at].low in {*ARTICLES, "this", "its"})


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before make more of it: not in Dept, only on either side."""
    before = tokens[at - 1].low if at else ""
    return before in ("not", "only", "never", "except", "but", "also", "even", "just", "or", "and")


def _set_off(tokens: Sequence[Token], told: Adjunct) -> Adjunct:
    """With the comma before it, or the brackets around it."""
    before = tokens[told.start - 1].text if told.start else ""
    behind = tokens[told.end].text if told.end < len(tokens) else ""
    if (before, behind) == ("(", ")"):
        return told._replace(start=told.start - 1, end=told.end + 1)
    if before == "," and behind in ("", ".", "!", "?", ";", ","):
        return told._replace(start=told.start - 1, end=told.end + (behind == ","))
    if before == ";" and behind in (".", "!", "?"):
        return told._replace(start=told.start - 1)
    if before in (".", "!", "?") and behind in (".", "!", "?"):
        return told._replace(end=told.end + 1)
    if not told.start and behind == ",":
        return told._replace(end=told.end + 1)
    return told
