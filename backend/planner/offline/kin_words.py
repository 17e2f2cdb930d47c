"""Words for rows of the same table that a row leads to: its manager, the visit it follows up on.

A header that ends in a preposition is a verb (``FollowUpOf``, ``ReportsTo``, ``ReplacedBy``); a
manager is whom the one column of that sort leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import deed, parts_of, root, stem, stems_of
from backend.rules.language.terms import Cell

SUPERIORS = frozenset({
    "manager", "boss", "supervisor", "superior", "chief", "principal", "senior", "teamlead",
})  # fmt: skip
_LEADS_UP = frozenset({"report", "manager", "boss", "supervisor", "superior", "chief", "mgr"})
_LED = frozenset({"report", "subordinate", "underling", "reportee"})
_PREPOSITIONS = frozenset({"to", "by", "of", "for", "from", "with", "on", "after", "upon"})


def kin_leaves(words: Sequence[str], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What begins at a place: a word for a superior, or a header told as a verb."""
    stems = tuple(map(stem, words))
    if stems[0] in SUPERIORS:
        found = {named.column.name: named for named in lexicon.columns if _leads_up(named)}
        is_header = any(stems[0] in named.stems for named in found.values())
        if len(found) == 1 and not is_header:
            (name,) = found
            yield Leaf("superior", at, at + 1, Cell(table="", column=name), 0.3, f"column {name}")
    yield from _led_leaves(stems[0], at, lexicon)
    roots = tuple(map(root, stems))
    for end in range(1, len(roots) + 1):
        verbs = {each.column.name for each in lexicon.columns if _is_verb(roots[:end], each)}
        if len(verbs) == 1:
            (name,) = verbs
            cell = Cell(table="", column=name)
            yield Leaf("kin_verb", at, at + end, cell, 0.1, f"column {name}")
    bare = {each.column.name for each in lexicon.columns if _is_verb((roots[0], "to"), each)}
    if len(bare) == 1:
        (name,) = bare
        yield Leaf("kin_bare", at, at + 1, Cell(table="", column=name), 0.1, f"column {name}")
    yield from _kin_deeds(words[0], at, lexicon)


def _led_leaves(word: str, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Subordinates, reports: the rows that the one column of that sort leads up from."""
    found = {named.column.name for named in lexicon.columns if _leads_up(named)}
    if word in _LED and len(found) == 1:
        (name,) = found
        yield Leaf("led_rows", at, at + 1, Cell(table="", column=name), 0.1, f"column {name}")


def _kin_deeds(word: str, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Referred, where a header is ``ref_by``: what another row did with this one."""
    found = {
        named.column.name
        for named in lexicon.columns
        if _is_done_by(word, [part.lower() for part in parts_of(named.column.name)])
    }
    if len(found) == 1:
        (name,) = found
        yield Leaf("kin_done", at, at + 1, Cell(table="", column=name), 0.2, f"column {name}")


def _is_done_by(word: str, parts: Sequence[str]) -> bool:
    if len(parts) != 2 or parts[1] != "by":
        return False
    told, header = deed(root(word)), parts[0]
    if root(word) == root(header) or told == deed(root(header)):
        return True
    return is_abbreviated(header, word) and (
        len(header) > 3 or root(word) in _SHORT.get(header, ())
    )


_SHORT = {
    "ref": ("refer",), "rec": ("recommend",), "inv": ("invit",), "app": ("approv",),
    "rep": ("report",), "sup": ("supervis",), "nom": ("nominat",),
}  # fmt: skip
"""Deeds that three letters stand for: who is refused or refunded is not referred."""


def is_abbreviated(header: str, told: str) -> bool:
    """Whether a header is the beginning of a verb: ``dep`` for depart."""
    return 3 <= len(header) <= 4 and len(told) > len(header) + 1 and told.startswith(header)


def _leads_up(named: NamedColumn) -> bool:
    return bool(_LEADS_UP & {*named.stems}) and len(named.stems) <= 3


def leads_up(header: str) -> bool:
    """Whether a header says to whom a row reports: no number of reports."""
    stems = stems_of(header)
    return "report" in stems and stems[-1] in _PREPOSITIONS


def is_told_as_verb(header: str) -> bool:
    """Whether a header ends in a preposition: it names the row, and not whom it leads to."""
    stems = stems_of(header)
    return len(stems) > 1 and stems[-1] in _PREPOSITIONS


def _is_verb(told: tuple[str, ...], named: NamedColumn) -> bool:
    header = tuple(map(root, named.stems))
    if len(header) < 2 or named.stems[-1] not in _PREPOSITIONS:
        return False
    last = told[-1] in _PREPOSITIONS
    return len(told) == len(header) and last and told[:-1] == header[:-1]


def goes_on(
    tokens: Sequence[Token], start: int, end: int, stems: tuple[str, ...], lexicon: Lexicon
) -> float:
    """What it costs to stop at "product" where "product line" or "old product" is a column."""
    following = stems_of(tokens[end].text) if end < len(tokens) else ()
    before = stems_of(tokens[start - 1].text) if start else ()
    longer = (*stems, *following)
    headers = [named.stems for named in lexicon.columns]
    is_column = bool(following) and longer in headers
    is_behind = bool(before) and (*before, *stems) in headers
    is_table = longer in lexicon.table_stems.values()
    return 1.0 if is_behind or (is_column and not is_table) else 0.0
