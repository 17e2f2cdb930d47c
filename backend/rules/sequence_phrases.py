"""The English of numbers that run without a gap."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
phrase.words(
    "_runs",
    "run | runs | must run | go | goes | should run | count | counts | must go | is "
    "numbered | are numbered | must be numbered | must be sequential | increase | increases "
    "| must increase | start | starts | must start | must be | should be | counts up | count up | goes up | must count up",
)
phrase.words(
    "_gapless",
    "without gaps | without any gaps | with no gaps | gapless | without gaps or repeats | "
    "without gaps or duplicates | without a gap | without holes | without interruption | "
    "consecutively | without missing numbers | with no gaps or repeats | without any gap | "
    "continuously | without gaps or repetitions | without skipping a number | with no "
    "missing numbers | and without gaps | consecutive | with no gap | with no number (left out|missing|skipped) | with none "
    "(left out|missing|skipped) | without (leaving out|missing|skipping) (a number|any number|any|one)",
)
phrase.words(
    "_first_value",
    "min | minimum | smallest [value|number] | lowest [value|number] | first [value|number] "
    "| minimum value",
)
phrase.words(
    "_last_value",
    "max | maximum | largest [value|number] | highest [value|number] | last [value|number] "
    "| maximum value",
)
phrase.words("_numbers", "values | numbers | value | number")


def _statement(table: str, **fields: object) -> Statement:
    """A rule about gaps; its kind is made by the catalog's own spec."""
    from backend.rules.sequence_gaps import SequenceGaps

    return Statement(rule=SequenceGaps.model_validate({"table": table, **fields}))


def _rule(
    column: Value, way: str, by: tuple[Value, ...] = (), start: int | None = None
) -> Statement | None:
    if not isinstance(column, Cell) or not all(isinstance(cell, Cell) for cell in by):
        return None
    groups = tuple(cell.column for cell in by if isinstance(cell, Cell))
    if column.column in groups or (way == "complete" and start is None):
        return None
    return _statement(column.table, column=column.column, way=way, by=groups, start=start)


def _whole(number: Constant) -> int | None:
    return number.value if isinstance(number.value, int) else None


@phrase(
    "stmt",
    "<cell> [_numbers] _runs [from] <number> [,] [<number> [,] <number>] [, ...] [...] [, and so on] [,] _gapless (in file order|row by row|in the order of the file|from row to row)",
    "<cell> [_numbers] _runs <number> , <number> , <number> , . . . _gapless (in file order|row by row)",
)
def in_file_order(column: Value, start: Constant, *more: Constant) -> Statement | None:
    """Counts up row by row."""
    counted = [_whole(number) for number in (start, *more)]
    if counted[0] is None or counted != list(range(counted[0], counted[0] + len(counted))):
        return None
    return _rule(column, "in-order", start=counted[0])


@phrase(
    "stmt",
    "<cell> [_numbers] _begins <number> and _climbs by (1|one) [_with_each_row]",
    "<cell> [_numbers] must (start|begin) (at|with|from) <number> and _climbs by (1|one) [_with_each_row]",
)
def counts_up(column: Value, start: Constant) -> Statement | None:
    """Starts at 1 and grows by one from row to row."""
    return _rule(column, "in-order", start=_whole(start)) if _whole(start) is not None else None


phrase.words(
    "_begins",
    "start at | starts at | begin at | begins at | start with | starts with | start from | starts from",
)
phrase.words(
    "_climbs",
    "increase | increases | go up | goes up | count up | counts up | rise | rises | grow | grows",
)
phrase.words(
    "_with_each_row",
    "from row to row | in file order | row by row | with each row | with every row | each row | per row "
    "| every row | each time",
)


@phrase(
    "stmt",
    "<cell> [_numbers] (increase|increases|must increase|grows|must grow|goes up|must go up|counts up) by (1|one) [(from row to row|in file order|row by row|with each row|with every row|each row)]",
)
def by_one(column: Value) -> Statement | None:
    """Grows by one from row to row."""
    return _rule(column, "in-order")


@phrase(
    "group",
    "(within|in|for|per) [each|every|one|the same|a] <cell> [,]",
    "(within|for) each <cell> [,]",
    "inside [each|every] <cell> [,]",
)
def group(column: Value) -> Value:
    """Within each of something."""
    return column


@phrase(
    "stmt",
    "<group> <cell> [_numbers] _runs [from] <number> [(up to|to) number of _count] _gapless",
    "<cell> [_numbers] _runs [from] <number> [(up to|to) number of _count] _gapless <group>",
    "<group> <cell> [_numbers] _runs [from] <number> [up|upwards|on|onwards] _gapless",
)
def complete_group(*parts: object) -> Statement | None:
    """Runs from one upwards within each group."""
    start = next(part for part in parts if isinstance(part, Constant))
    cells = [part for part in parts if isinstance(part, Cell)]
    column, by = (
        (cells[1], cells[0]) if not isinstance(parts[1], Constant) else (cells[0], cells[-1])
    )
    return _rule(column, "complete", (by,), _whole(start))


phrase.words("_count", "lines | rows | items | records | entries | them | its lines | its rows")


@phrase(
    "stmt",
    "<cell> [_numbers] _runs [from] <number> [up|upwards|on|onwards|(up to|to) the number of _count] _gapless",
    "<cell> [_numbers] _runs <number> , <number> , <number> , . . . _gapless",
    "<cell> [_numbers] _runs <number> , <number> , <number> , ... _gapless",
    "<cell> [_numbers] (are|is|must be|should be) complete : <number> , <number> , <number> , . . . [up to number of _count]",
    "<cell> _must be (consecutive|gapless|sequential|complete|without gaps) [,|and] (must start|starting|start|starts|beginning) (at|with|from) <number>",
    "<cell> _must be (consecutive|gapless|sequential|complete) [sequence|numbers] (from|starting at|starting from|starting with) <number> [_gapless]",
    "<cell> (starts|start|begins|begin) (at|with|from) <number> and (has|have|runs|run|goes|goes on|continues) (no gaps|no holes|without gaps|without a gap|gapless|no missing numbers)",
    "<cell> _must (start|begin) (at|with|from) <number> and (have|run|go on|continue) (no gaps|no holes|without gaps|without a gap|gapless|no missing numbers)",
)
def complete(column: Value, start: Constant, *more: Constant) -> Statement | None:
    """Runs from a number upwards, in any order."""
    first = _whole(start)
    if more and [_whole(each) for each in more] != [(first or 0) + 1, (first or 0) + 2]:
        return None
    return _rule(column, "complete", (), _whole(start))


@phrase(
    "stmt",
    "no [number|value] (may|must|should|can) be (missing|skipped|left out) (between|from) _first_value and _last_value [(of|in) <cell>]",
    "no [number|value] (may|must|should|can) be (missing|skipped) (from|in) <cell> [between _first_value and _last_value]",
    "<cell> : no [number|value] (may|must|should|can) be (missing|skipped) [between _first_value and _last_value]",
    "<cell> [_numbers] _must (be|have) (gapless|no gaps|no holes|consecutive|no missing numbers|without gaps|sequential without gaps)",
    "there (must|should|may) be no (gaps|holes|missing numbers) in <cell>",
    "<cell> _must_not have [any] (gaps|holes|missing numbers)",
    "no gaps in <cell>",
    "<cell> _must be a (gapless|consecutive|complete) sequence",
    "<cell> _must be a sequence _gapless",
    "<cell> [_numbers] (has|have) no gaps",
    "<cell> _must be _gapless",
    "<cell> _must be (consecutive|sequential|continuous) [,|and] (without gaps|without any gaps|with no gaps)",
    "<cell> (is|are) (gapless|consecutive|continuous) [,|and] [without gaps|without any gaps|with no gaps]",
    "<cell> _runs _gapless",
    "<cell> [:|,] [_numbers] _gapless",
    "<cell> [:|,] (consecutive|gapless) [whole] (numbers|values) [,|and|;] [no gaps|without gaps|no gap]",
    "<cell> [:|,] (no gaps|no missing numbers|no holes) [in the numbers]",
    "[_numbers] (in|of) <cell> _must be _gapless",
)
def between_ends(*column: Value) -> Statement | None:
    """No number is missing between the first and the last."""
    return _rule(column[0], "between") if column else None
