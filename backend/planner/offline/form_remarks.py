"""What a remark on how values are written does to a rule: it must be true of the rule."""

from __future__ import annotations

from collections.abc import Callable

from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.detail_remarks import DETAIL_CHANGES
from backend.planner.offline.equivalence import fits
from backend.planner.offline.forms_granted import grants_signs, grants_x
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Apply, Cell, Constant, It, Matches, Predicate, Reads
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, not_
from backend.rules.rule import Rule

_ISO = ("ISO8601", "%Y-%m-%d")


def _dates_as(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All dates are DD/MM/YYYY: as they were taken anyway."""
    told = remark.texts[0]
    cells = {part for part in walk(rule) if isinstance(part, Cell)}
    columns = [context.column(cell.table, cell.column) for cell in cells]
    layouts = {each.date_format for each in columns if each is not None and each.date_format}
    layouts |= {
        part.text.removeprefix("date ")
        for part in walk(rule)
        if isinstance(part, Matches) and part.text.startswith("date ")
    }
    if not layouts or not all(each == told or {each, told} == {*_ISO} for each in layouts):
        raise Misfit(f"the dates that the rule reads are not all written {told}")
    return rule


def _shown(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """GB is fine and UK is not: what the rule says of these values."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("values are shown of a rule about single rows alone")
    cells = {part for part in walk(rule.must) if isinstance(part, Cell)}
    if len(cells) != 1:
        raise Misfit("it is not clear of which column the values are that the sentence shows")
    headers = {column.name.lower() for each in context.tables.values() for column in each.columns}
    if any(text.lower() in headers for _, text in _signed(remark)):
        raise Misfit("a column is spoken of where values are shown")
    must = rewrite(rule.must, lambda part: It() if isinstance(part, Cell) else None)
    (cell,) = cells
    if "-seven" in remark.texts and _may_hold_letters(
        must, context.column(cell.table, cell.column)
    ):
        raise Misfit("the rule says nothing of letters; say 'and must not contain letters'")
    if not all(shows(must, text, is_good=sign == "+") for sign, text in _signed(remark)):
        raise Misfit("the values that the sentence shows are not as its rule has them")
    return rule


def _may_hold_letters(must: Predicate, column: Column | None) -> bool:
    """Whether a value with digits that is as it must be, may have a letter as well: 2024-000x."""
    if column is None:
        return False
    held = [value for value in column.values if value[-1:].isdigit()]
    fine = [value for value in held if shows(must, value, is_good=True)]
    return any(not shows(must, f"{value[:-1]}x", is_good=False) for value in fine)


def _signed(remark: Modifier) -> list[tuple[str, str]]:
    return [(text[0], text[1:]) for text in remark.texts]


def shows(told: Predicate, text: str, *, is_good: bool) -> bool:
    """Whether a value certainly is, or is not, as a phrase says."""
    value = Constant(value=text, reads=Reads.TEXT)
    if text.isdecimal() and _compares_numbers(told):
        value = Constant(value=int(text), reads=Reads.NUMBER)
    return fits(told if is_good else not_(told), value)


def _compares_numbers(told: Predicate) -> bool:
    """Whether a phrase holds something against numbers, and nothing against texts."""
    fixed = [part for part in walk(told) if isinstance(part, Constant)]
    is_of_texts = any(isinstance(part, Matches | Apply) for part in walk(told))
    return bool(fixed) and not is_of_texts and all(part.reads == Reads.NUMBER for part in fixed)


FORM_CHANGES: dict[str, Callable[[Rule, Modifier, Context], Rule]] = {
    "dates-as": _dates_as,
    "shown": _shown,
    "signs-granted": grants_signs,
    "x-granted": grants_x,
    **DETAIL_CHANGES,
}
