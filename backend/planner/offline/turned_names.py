"""Headers whose words a sentence turns around: the km in the morning, for morning_km."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.places_of_deeds import place_of_deed_leaves
from backend.planner.offline.rest_of_names import named_again_leaves, rest_of_name_leaves
from backend.planner.offline.shared_heads import shared_head_leaves
from backend.planner.offline.sizes_compared import size_leaves
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import parts_of, root, stem, stems_of
from backend.rules.language.terms import Cell

_AT = frozenset({"in", "on", "at", "for", "of", "by", "during", "from"})
_THE = frozenset({"the", "our", "its", "their"})
_TAKEN_UP = frozenset({"that", "those", "the", "one", "it"})
_WERE = frozenset({"were", "was", "are", "is", "be", "got", "have", "had"})
_COST = 0.35
_LONGEST = 3


def turned_name_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column that "km in the morning" names, and behind "than" the one of "in the evening"."""
    if len(lexicon.tables) != 1:
        return
    yield from shared_head_leaves(tokens, start, lexicon)
    yield from rest_of_name_leaves(tokens, start, lexicon)
    yield from named_again_leaves(tokens, start, lexicon)
    yield from size_leaves(tokens, start, lexicon)
    yield from _done_leaves(tokens, start, lexicon)
    yield from place_of_deed_leaves(tokens, start, lexicon)
    for middle in range(start + 1, min(len(tokens), start + 3)):
        if tokens[middle].low in _AT:
            for named, end in _turned(tokens, start, middle, lexicon):
                cell = Cell(table="", column=named.column.name)
                yield Leaf("column", start, end, cell, _COST, f"column {named.column.name}")
            break
    if start > 0 and tokens[start].low in _AT | _TAKEN_UP and _follows_than(tokens, start):
        yield from _of_the_other(tokens, start, lexicon)


def _done_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Sheets were printed, for sheets_printed: what was done with so many."""
    words = [token.low for token in tokens[start : start + 4]]
    if len(words) < 3 or words[1] not in _WERE:
        return
    end = start + 3 + (words[2] == "been")
    named = (tokens[start], *tokens[end - 1 : end])
    told = tuple(root(each) for token in named for each in stems_of(token.text))
    found = {each.column.name for each in lexicon.columns if each.roots in (told, told[::-1])}
    if len(found) == 1:
        cell = Cell(table="", column=found.pop())
        yield Leaf("cell_done", start, end, cell, _COST, f"column {cell.column}")


def _turned(
    tokens: Sequence[Token], start: int, middle: int, lexicon: Lexicon
) -> Iterator[tuple[NamedColumn, int]]:
    """The columns of these words in front of and behind a preposition, and where they end."""
    thing = _stems(tokens[start:middle])
    first = middle + 1
    is_one = first < len(tokens) and tokens[first].low in ("a", "an")
    while first < len(tokens) and tokens[first].low in _THE | {"a", "an"}:
        first += 1
    for end in range(first + 1, min(len(tokens), first + _LONGEST) + 1):
        where = _stems(tokens[first:end])
        if not thing or not where:
            return
        found = [
            each
            for each in lexicon.columns
            if _is_both(each, thing, where)
            or (not is_one and _is_of_table(each, thing, where, lexicon))
        ]
        if len(found) == 1:
            yield found[0], end


def _is_both(named: NamedColumn, thing: tuple[str, ...], where: tuple[str, ...]) -> bool:
    """The km in the morning: morning_km."""
    return named.stems in ((*where, *thing), (*thing, *where))


def _is_of_table(
    named: NamedColumn, thing: tuple[str, ...], where: tuple[str, ...], lexicon: Lexicon
) -> bool:
    """The km in the morning: a column "morning" of a table of kms."""
    is_of_table = set(thing) <= set(lexicon.table_stems[named.table])
    held = {each.stems for each in lexicon.columns}
    return is_of_table and named.stems == where and thing not in held


def _of_the_other(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Than in the evening: of the thing that the sentence has named before."""
    at = start
    while at < len(tokens) and tokens[at].low in _TAKEN_UP:
        at += 1
    if at >= len(tokens) or tokens[at].low not in _AT:
        return
    for before in range(start):
        for middle in range(before + 1, min(start, before + 3)):
            if tokens[middle].low not in _AT or not any(
                True for _ in _turned(tokens, before, middle, lexicon)
            ):
                continue
            moved = [*tokens[before:middle], *tokens[at:]]
            for named, end in _turned(moved, 0, middle - before, lexicon):
                cell = Cell(table="", column=named.column.name)
                close = at + end - (middle - before)
                yield Leaf("column", start, close, cell, _COST, f"column {named.column.name}")
            return


def _follows_than(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is compared with what stands here."""
    before = {token.low for token in tokens[max(at - 2, 0) : at]}
    return tokens[at - 1].low in ("than", "exceed", "exceeds", "as", "equal", "to") or (
        "than" in before and tokens[at - 1].low in _THE
    )


def _stems(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = [token for token in tokens if token.low not in _THE]
    if not words or any(token.shape != Shape.WORD for token in words):
        return ()
    return tuple(stem(part) for token in words for part in parts_of(token.text))
