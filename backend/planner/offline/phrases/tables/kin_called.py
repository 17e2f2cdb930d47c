"""Phrases for rows by what they are called: whose media type is called 'MPEG audio file'.

The name is a column of the row that is led to; its key is another thing.
"""

from __future__ import annotations

from backend.planner.offline.kin_called import CALLED
from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate
from backend.rules.phrasing import IT, Phrases, RowSet, about, not_, one_of

phrase = Phrases()

_IN_NAMES = (How.CONTAINS, How.STARTS, How.ENDS)

phrase.words(
    "_goes_by_name",
    "(is|are|was|were) (called|named|titled|labelled|known as) | (has|have|bears|bear|carries|carry) the "
    "(name|title|label) [of] | (go|goes) by the name [of]",
)
phrase.words(
    "_not_by_name",
    "(is|are|was|were) not (called|named|titled|labelled|known as) | (has|have|bears) not the name [of] | (do|"
    "does) not (have|bear|carry) the (name|title|label) [of]",
)
phrase.words(
    "_by_the_name",
    "called | named | titled | labelled | known as | by the name of | with the (name|title) [of] | that "
    "(is|are) (called|named) | which (is|are) (called|named) | having the (name|title) [of]",
)


@phrase("kin_name", "<text>", "<bare>")
def kin_name(told: Constant) -> tuple[Constant, ...]:
    """What a row is called."""
    return (told,)


phrase("kin_name", "<or_list>", "[either] <text> or <text>")(
    lambda *told: tuple(told[0]) if isinstance(told[0], tuple) else told
)


def called_so(rows: RowSet, names: tuple[Constant, ...]) -> RowSet | None:
    """The rows of a table that have one of these names."""
    if not rows.table or rows.where is not None or rows.each:
        return None
    return rows.that(one_of(Cell(table=rows.table, column=CALLED), names))


@phrase("rel", "whose <noun> _goes_by_name <kin_name>", cost=-0.05)
@phrase("rel", "(where|for which|in which) <noun> _goes_by_name <kin_name>", cost=0.05)
def whose_row_is_called(rows: RowSet, names: tuple[Constant, ...]) -> Predicate | None:
    """Whose media type is called 'MPEG audio file'."""
    found = called_so(rows, names)
    return None if found is None else exists(found)


@phrase("rel", "whose <noun> _not_by_name <kin_name>", cost=-0.05)
def whose_row_is_not_called(rows: RowSet, names: tuple[Constant, ...]) -> Predicate | None:
    """Whose media type is not called 'MPEG audio file': it has one, of another name."""
    told = whose_row_is_called(rows, names)
    return None if told is None else not_(told)


@phrase("rel", "(of|in|with|for|from|on|by) [a|the] <noun> _by_the_name <kin_name>", cost=-0.2)
@phrase("rel", "(of|in|with|for|from|on|by) [a|the] <noun> <text>", cost=0.3)
@phrase("rel", "(of|by|from) the <noun> <bare>", cost=0.3)
def of_row_called(rows: RowSet, names: tuple[Constant, ...] | Constant) -> Predicate | None:
    """Of the media type called 'MPEG audio file'."""
    told = (names,) if isinstance(names, Constant) else names
    if isinstance(names, Constant) and names.unquoted and not str(names.value)[:1].isupper():
        return None
    return whose_row_is_called(rows, told)


def _name_so(rows: RowSet, told: Predicate) -> Predicate | None:
    """The row's name has this text in it; numbers and lengths are of no name."""
    is_of_text = isinstance(told, Matches) and told.how in _IN_NAMES and told.of == IT
    if not is_of_text or not rows.table or rows.where is not None or rows.each:
        return None
    return exists(rows.that(about(told, Cell(table=rows.table, column=CALLED))))


@phrase("rel", "whose <noun> <verb>", cost=0.1)
@phrase("rel", "_with [a|an|the] <noun> <verbing>", cost=0.1)
@phrase("rel", "(of|on|in) [a|an|the|any] <noun> <verbing>", cost=0.1)
def whose_row_has_text(rows: RowSet, told: Predicate) -> Predicate | None:
    """Whose media type contains 'video': its name does."""
    return _name_so(rows, told)


@phrase("verbing", "containing <any_text>", "containing the word <any_text>")
def containing(text: Constant | str) -> Predicate:
    """Containing 'video'."""
    told = str(text.value) if isinstance(text, Constant) else str(text)
    return Matches(of=IT, how=How.CONTAINS, text=told)


@phrase("clause", "<noun> _goes_by_name <kin_name>", cost=0.1)
def row_is_called(rows: RowSet, names: tuple[Constant, ...]) -> Predicate | None:
    """If the media type is called 'MPEG audio file', …"""
    return whose_row_is_called(rows, names)


@phrase("clause", "<noun> _not_by_name <kin_name>", cost=0.1)
def row_is_not_called(rows: RowSet, names: tuple[Constant, ...]) -> Predicate | None:
    """Unless the media type is not called so."""
    return whose_row_is_not_called(rows, names)


@phrase("feature", "[a|an|the] <noun> _by_the_name <kin_name>", cost=-0.1)
def row_called(rows: RowSet, names: tuple[Constant, ...]) -> Predicate | None:
    """A media type called 'MPEG audio file'."""
    return whose_row_is_called(rows, names)
