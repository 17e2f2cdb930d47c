"""Columns by words that their headers shorten: vol_l for brew volume, OG for original gravity."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from backend.planner.offline.abbreviations import abbreviates
from backend.planner.offline.chart import Node
from backend.planner.offline.measured_names import is_quantity
from backend.planner.offline.named_columns import NamedColumn, short_cost, without
from backend.planner.offline.neutral_nouns import NEUTRAL
from backend.planner.offline.tokens import Token
from backend.planner.offline.units import unit_named
from backend.planner.offline.well_known_short import surely_shortens
from backend.planner.offline.words import (
    DATE_WORDS,
    FILLERS,
    FUNCTION_WORDS,
    ID_WORDS,
    ORDINALS,
    deed,
    is_of_deed,
    parts_of,
    root,
    stem,
)
from backend.rules.language.terms import Cell

_UNITS = frozenset({
    "l", "ml", "cl", "kg", "g", "mg", "km", "cm", "mm", "m", "c", "f", "eur", "usd", "gbp", "chf",
    "pct", "kwh", "kw",
})  # fmt: skip
"""What the last word of a header tells as a unit, and as nothing else: no "min", which is least."""
_OF_TIME = DATE_WORDS | {"year", "yr"}
_OF_A_UNIT, _OF_INITIALS, _OWN, _OF_A_QUANTITY = 0.9, 0.8, 0.2, 0.6
_OF_A_DAY = 1.3
_SURELY = 4
"""So many letters begin no other deed."""
_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "a", "per", "at"})


def shortened(
    text: str,
    roots: tuple[str, ...],
    table: tuple[str, ...],
    named: NamedColumn,
    columns: Sequence[NamedColumn],
    values: Container[str] = (),
) -> float | None:
    """What it costs to believe that a header is short for these words; None where it is not."""
    short = short_cost(roots, named.roots)
    if short is not None:
        return None if _is_of_another(roots, named) else short
    if is_quantity(roots, named, columns) or _is_its_value(roots, table, named, columns):
        return _OF_A_QUANTITY
    own = roots[len(table) :] if roots[: len(table)] == table else ()
    if _is_measured(roots, named, columns):
        return _OF_A_UNIT
    is_timed = len(named.roots) > 1 and named.roots[-1] == "time"
    if len(roots) > 1 and is_timed:  # scheduled arrival: sched_arr_time
        timed = short_cost(roots, named.roots[:-1])
        if timed is not None:
            return timed + _OWN
    if own and (_is_measured(own, named, columns) or short_cost(own, named.roots) is not None):
        return _OF_A_UNIT + _OWN
    if _is_dated(text, roots, named):
        return _OF_A_DAY
    of_values = any(part.lower() in values for part in parts_of(text))
    return _OF_INITIALS if not of_values and _are_initials(text, named, columns) else None


def _is_its_value(
    roots: tuple[str, ...],
    table: tuple[str, ...],
    named: NamedColumn,
    columns: Sequence[NamedColumn],
) -> bool:
    """The rating for rating_value; an order is no order_value where rows or keys are orders."""
    if named.stems[1:] != ("value",) or roots != named.roots[:1] or roots == table[-1:]:
        return False
    return not any(each.unnumbered == roots for each in columns)


def _is_of_another(roots: Sequence[str], named: NamedColumn) -> bool:
    """Whether a word begins like the header's but for its ending: a station is no state."""
    return any(
        own != whole
        and word != own
        and word.startswith(own)
        and not word.startswith(whole)
        and deed(word) != deed(own)
        for word, own, whole in zip(roots, named.roots, named.stems, strict=False)
    )


def _is_dated(text: str, roots: tuple[str, ...], named: NamedColumn) -> bool:
    """The departure time for dep_at, remodelled for YrRemod: the deed that tells, shortened.

    A noun that is of no deed only begins alike: a region is no reg_date, a department no dep_at.
    """
    bare, own = without(roots, DATE_WORDS), without(named.roots, _OF_TIME)
    if len(bare) != 1 or len(own) != 1 or len(named.roots) < 2 or bare == own:
        return False
    is_done = text.lower().endswith("ed") and len(own[0]) >= _SURELY
    is_deed = is_of_deed(bare[0]) and named.is_date
    return (is_done or is_deed) and abbreviates(bare[0], own[0])


def _is_measured(
    roots: tuple[str, ...], named: NamedColumn, columns: Sequence[NamedColumn]
) -> bool:
    """Volume for vol_l: the header without its unit. Beside tank_l and tank_r no unit is told."""
    header = named.roots
    if len(header) != len(roots) + 1 or header[-1] not in _UNITS:
        return False
    alike = [
        each for each in columns if each.roots[:-1] == header[:-1] or each.roots == header[:-1]
    ]
    return alike == [named] and all(map(surely_shortens, header, roots))


def _are_initials(text: str, named: NamedColumn, columns: Sequence[NamedColumn]) -> bool:
    """Whether capitals begin these words, which are in no header themselves.

    Where all headers are in capitals, those say nothing.
    """
    header = named.column.name
    words = tuple(part.lower() for part in parts_of(text))
    is_short = 2 <= len(header) <= 4 and header.isalpha() and header.isupper()
    if not is_short or len(words) < 2 or header.lower() in ID_WORDS or unit_named(header):
        return False
    if all(each.column.name.isupper() for each in columns if each.table == named.table):
        return False
    known = {word for each in columns for word in each.roots}
    if {root(word) for word in words} & known or not _may_be_named(words):
        return False
    return _begin(header, words)


def _begin(header: str, words: tuple[str, ...]) -> bool:
    tellings = (words, without(words, _SMALL))
    return any("".join(word[0] for word in each).upper() == header for each in tellings)


def _may_be_named(words: tuple[str, ...]) -> bool:
    """Whether words may be what a column is called: no "first grade", "old guests", "each gram"."""
    ends = {words[0], words[-1]}
    is_single = stem(words[-1]) == words[-1] and words[-1] not in NEUTRAL
    chosen = FUNCTION_WORDS | FILLERS | ORDINALS.keys() | _CHOSEN | _SMALL
    return is_single and not ends & chosen and unit_named(words[-1]) is None


_CHOSEN = frozenset({
    "last", "next", "previous", "own", "highest", "lowest", "largest", "smallest", "newest",
    "oldest", "latest", "earliest", "longest", "shortest", "such", "mean", "average", "median",
    "maximum", "minimum", "number", "count", "sum", "share", "new", "old", "open", "empty",
})  # fmt: skip
"""Words that choose rows or measure them, and seldom begin a name."""


def told_by_initials(node: Node, tokens: Sequence[Token]) -> Iterator[str]:
    """What a reading assumes of capitals and shortenings: that OG is the original gravity."""
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        header = part.meaning.column
        words = tuple(token.text for token in tokens[part.start : part.end])
        is_initials = header.isupper() and len(words) > 1 and _begin(header, words)
        if is_initials or _leaves_out_its_unit(header, words):
            yield f"{header} is read as the {' '.join(words).lower()}."


def _leaves_out_its_unit(header: str, words: tuple[str, ...]) -> bool:
    """Whether a header is shortened and has a unit that the sentence does not tell: vol_l."""
    own = tuple(map(root, parts_of(header)))
    said = tuple(root(part) for word in words for part in parts_of(word))[-len(own) + 1 :]
    if len(own) < 2 or own[-1] not in _UNITS or len(said) != len(own) - 1:
        return False
    return said != own[:-1] and all(map(surely_shortens, own, said))
