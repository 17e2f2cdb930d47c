"""Lists in cells, and lists of values: each tag of "a, b", and one value that is "a, b"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.split_parts import is_about_parts
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    OneOf,
    Term,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_VALUES = frozenset({"bare", "valuenoun", "adjective"})
_DETERMINERS = frozenset({"each", "every", "any", "no", "a", "one"})
_INSIDE = frozenset({"in", "of", "within", "from", "inside"})
_SEVERAL = re.compile(r"\S\s*[,;|]\s*\S")
_WORDS = re.compile(r"[^\s,;|]+(?:[,;|] ?[^\s,;|]+)*")
_MOST = 0.5


def refuse_lists_as_values(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that takes no list for a value, and no cell that holds a list for one item.

    Raises:
        Misfit: "a, b or c" was read as 'a, b' or 'c', since a cell holds "a, b"; "each tag" as
            each whole cell of ``tags``; "tags has at most 3 entries" as the rows of each list.
    """
    if any(is_about_parts(part) for part in walk(rule)):
        return
    for part in node.walk():
        inner = tokens[part.start : part.end]
        is_bare = part.symbol in _VALUES and all(each.shape != Shape.QUOTED for each in inner)
        if is_bare and not part.children and any(each.text == "," for each in inner[1:-1]):
            text = " ".join(each.text for each in inner).replace(" ,", ",")
            raise Misfit(f"{text!r} is one value of the data, or a list of values: put in quotes")
        if part.symbol == "column" and isinstance(part.meaning, Cell):
            _refuse_item(part, context.column(rule.table, part.meaning.column), tokens)
            _refuse_each_in(part, context.column(rule.table, part.meaning.column), tokens)
    _refuse_parts_of_items(rule, context, tokens)
    _refuse_columns_as_rows(node, rule, context, tokens)
    _refuse_rows_of_lists(node, rule, context, tokens)
    _refuse_repeats_inside(rule, context, tokens)


def _refuse_columns_as_rows(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """The number of items, in a table with a column items, is no number of rows."""
    table = context.tables.get(rule.table)
    later = table.columns[1:] if table is not None else ()
    headers = {column.name.lower() for column in later}
    for part in node.walk():
        word = tokens[part.start].low
        is_noun = part.symbol in ("_row", "keynoun") and part.end == part.start + 1
        held = [column.name for column in later if _is_one_of(word, column)]
        if is_noun and held:
            raise Misfit(
                f"a {word} is one of what {held[0]} holds, or a row of {rule.table}: write "
                f"'{held[0]}' or 'every row'"
            )
        is_plural = stem(word) not in ("row", "record", word)
        if is_noun and is_plural and word in headers:
            raise Misfit(f"{word!r} is a column of {rule.table}; write 'rows' if rows are counted")


def _is_one_of(word: str, column: Column) -> bool:
    """Whether a column of lists is called by the plural of a word: a tag, for tags."""
    plural = column.name.lower()
    return word != plural and stem(word) == word == stem(plural) and _holds_lists(column)


def _refuse_item(part: Node, column: Column | None, tokens: Sequence[Token]) -> None:
    """Each tag, where the column is called tags."""
    before = tokens[part.start - 1].low if part.start else ""
    if column is None or before not in _DETERMINERS or part.end != part.start + 1:
        return
    word = tokens[part.start].low
    is_one = stem(word) == word and word != column.name.lower() and stem(column.name) == word
    if is_one and _holds_lists(column):
        raise Misfit(
            f"a cell of {column.name} holds several of them: {before} {word} cannot be judged; "
            f"write '{column.name} must …' of whole cells"
        )


def _refuse_each_in(part: Node, column: Column | None, tokens: Sequence[Token]) -> None:
    """Each tag in tags, every label of the labels: an item by the name of its column."""
    words = [token.low for token in tokens[: part.start] if token.low not in ("the", "its")]
    if column is None or len(words) < 3 or words[-1] not in _INSIDE:
        return
    is_item = words[-3] in _DETERMINERS and words[-2] in (stem(column.name), "one")
    if is_item and _holds_lists(column):
        raise Misfit(
            f"a cell of {column.name} holds several of them: write 'each part of {column.name}, "
            f"split by '{_sign_between(column)}', must …', or '{column.name} must …' of whole cells"
        )


def _refuse_parts_of_items(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Tags must contain art: an item of its own, or a part of "party" as well."""
    quoted = {token.text.strip("'\"") for token in tokens if token.shape == Shape.QUOTED}
    for part in walk(rule):
        _refuse_whole_items(part, rule, context, quoted)
        if not isinstance(part, Matches) or part.how != How.CONTAINS or part.text in quoted:
            continue
        column = context.column(rule.table, part.of.column) if isinstance(part.of, Cell) else None
        is_word = part.text.replace(" ", "").isalnum()
        if column is not None and is_word and _holds_items(column):
            raise Misfit(
                f"a cell of {column.name} holds several items, and {part.text!r} would be found "
                f"inside of longer ones as well: say 'contains the text '{part.text}'' if any "
                "place in the cell will do"
            )


def _refuse_whole_items(part: Term, rule: Rule, context: Context, quoted: set[str]) -> None:
    """Every dish must have the label red: one of its labels, and no cell that is nothing else."""
    told: tuple[Value, ...] = part.options if isinstance(part, OneOf) else ()
    if isinstance(part, Compare) and part.sign in ("==", "!="):
        told = (part.right,)
    of = part.of if isinstance(part, OneOf) else getattr(part, "left", None)
    column = context.column(rule.table, of.column) if told and isinstance(of, Cell) else None
    texts = [str(each.value) for each in told if isinstance(each, Constant)]
    is_item = any(text not in quoted and not _SEVERAL.search(text) for text in texts)
    if column is not None and is_item and _holds_items(column):
        raise Misfit(
            f"a cell of {column.name} holds several items: write '{texts[0]}' in quotes if the "
            f"whole cell is meant, or 'each part of {column.name}, split by "
            f"'{_sign_between(column)}', must …'"
        )


def _sign_between(column: Column) -> str:
    found = (re.search(r"[,;|]", value) for value in column.values)
    return next((sign.group() for sign in found if sign), ",")


def _refuse_rows_of_lists(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """tags must have at most 3 entries: of its own, and no rows."""
    if not isinstance(rule, FailingMetrics):
        return
    counted = any(
        part.symbol == "_row" and tokens[part.start].low.rstrip("s") not in ("row", "record")
        for part in node.walk()
    )
    cells = [part.meaning for part in node.walk() if part.symbol == "column"]
    for cell in cells if counted else ():
        column = context.column(rule.table, cell.column) if isinstance(cell, Cell) else None
        if column is not None and _holds_lists(column):
            raise Misfit(
                f"the entries of a cell of {column.name} may be meant, which cannot be counted, or "
                f"the rows that share it: write 'rows' for these"
            )


_NO_REPEATS = re.compile(
    r"\b(?:contains?|holds?|lists?|includes?|has|have) (?:no |any )?"
    r"(?:repeats|repetitions|duplicates|duplicate (?:values|entries|items)|doubles)\b"
)
_IN_ONE = re.compile(r"\b(?:within|inside|in|for) (?:a|an|each|every|one|any|the same)\b|\bper\b")


def _refuse_repeats_inside(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Tags contain no repeats: no list twice, or nothing twice in a list."""
    if not isinstance(rule, Duplicates):
        return
    columns = [context.column(rule.table, name) for name in rule.columns]
    kept = [each for each in columns if each is not None and _holds_lists(each)]
    others = [each for each in columns if each is not None and each not in kept]
    text = " ".join(token.low for token in tokens)
    is_told = _NO_REPEATS.search(text) or _IN_ONE.search(text)
    if is_told and len(kept) == 1 and all(each.unique for each in others):
        raise Misfit(
            f"a cell of {kept[0].name} holds several of them: say 'no two rows may have the same "
            f"{kept[0].name}', or '{kept[0].name} is a list without repeats, split at …'"
        )


def _holds_lists(column: Column) -> bool:
    """Whether most of its texts are lists, or one is a list of its other texts: a, b and "a;b"."""
    held = [value for value in column.values if _SEVERAL.search(value)]
    if column.type != ColumnType.TEXT:
        return False
    alone = {value.strip().lower() for value in column.values}
    return len(held) > _MOST * len(column.values) or any(
        all(item.strip() in alone for item in re.split("[,;|]", value.lower())) for value in held
    )


def _holds_items(column: Column) -> bool:
    """Whether its cells are lists of single words: no address, and no "Doe, John"."""
    if not _holds_lists(column) or not all(map(_WORDS.fullmatch, column.values)):
        return False
    counts = {len(re.split("[,;|]", value)) for value in column.values}
    return len(counts) > 1 or any(sign in value for value in column.values for sign in ";|")
