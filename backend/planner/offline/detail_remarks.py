"""What a remark on a detail does to a rule: letters, words and blanks that are wrong as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.detail_bounds import BOUND_CHANGES
from backend.planner.offline.equivalence import fits
from backend.planner.offline.signs_ahead import with_sign_ahead
from backend.planner.offline.signs_aside import without_signs
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    Lookup,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Reads,
    Term,
)
from backend.rules.language.walk import parts, rewrite, walk
from backend.rules.phrasing import IT, Modifier, about, all_of, both, compare, not_
from backend.rules.rule import Rule

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_OF_WHOLE = frozenset({"whole_number", "leap_year", "prime", "fibonacci"})
_OF_NUMBERS = _OF_WHOLE | {"number"}
"""Formats that no word has."""
_SAMPLES = (
    Constant(value="seven", reads=Reads.TEXT),
    *(Constant(value=value, reads=Reads.NUMBER) for value in (1.5, -1, -1.5, 0, 0.5, 1001.25)),
)


def _the_cell(rule: Rule) -> tuple[BrokenRows, Cell]:
    """The one column that a rule about single rows bounds.

    Raises:
        Misfit: it bounds several, or holds rows against each other.
    """
    if not isinstance(rule, BrokenRows):
        raise Misfit("what is wrong as well is told of a rule about single rows")
    asked = [*walk(rule.must)]
    if any(isinstance(part, Aggregate | Previous | Exists | Lookup) for part in asked):
        raise Misfit("it is not clear of which values it is told what is wrong as well")
    cells = {part for part in asked if isinstance(part, Cell)}
    if len(cells) != 1:
        raise Misfit("it is not clear of which column it is told what is wrong as well")
    return rule, cells.pop()


# Letters, words and decimals --------------------------------------------------------------------


def _letters_wrong(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Small letters, or capitals, are wrong: as the rule has it, or beside what it asks."""
    rule, cell = _the_cell(rule)
    is_small = remark.texts == ("lower",)
    texts = list(_told_texts(rule.must))
    if texts:
        is_list = isinstance(rule.must, OneOf) or getattr(rule.must, "sign", "") == "=="
        if is_list and all(text == (text.upper() if is_small else text.lower()) for text in texts):
            return rule
        raise Misfit("the rule names texts with the very letters that a remark calls wrong")
    if any(getattr(part, "ignore_case", False) for part in walk(rule.must)):
        raise Misfit("the rule passes over case, and a remark does not")
    if any(isinstance(part, Matches) and _is_of_a_part(part) for part in walk(rule.must)):
        raise Misfit("it is not clear whether such letters are wrong in the rest of the text too")
    function = Function.UPPER if is_small else Function.LOWER
    told = compare(cell, "==", Apply(function=function, of=cell))
    return rule.model_copy(update={"must": all_of(rule.must, told)})


def _is_of_a_part(told: Matches) -> bool:
    return told.how in (How.STARTS, How.ENDS, How.CONTAINS) or "(?s:" in told.text


def _told_texts(must: Predicate) -> Iterator[str]:
    for part in walk(must):
        if isinstance(part, Constant) and isinstance(part.value, str):
            yield part.value


def _wrong_too(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What is wrong beside what breaks the rule: words where it asks for numbers."""
    rule, cell = _the_cell(rule)
    assert remark.condition is not None
    if any(isinstance(part, Missing) for part in walk(remark.condition)):
        raise Misfit("it is not clear in which rows an empty cell is wrong as well")
    is_kind = remark.texts == ("of numbers",)
    if is_kind and not _is_of_numbers(rule.must, cell):
        raise Misfit("words and decimals are told apart where a rule asks for numbers")
    several = remark.condition.parts if isinstance(remark.condition, Any) else (remark.condition,)
    told = [
        about(not_(each), cell) for each in several if not (is_kind and _is_denied(each, rule.must))
    ]
    if told and rule.where is not None:
        raise Misfit("it is not clear in which rows it is wrong as well")
    return rule.model_copy(update={"must": all_of(rule.must, *told)})


def _is_of_numbers(must: Predicate, cell: Cell) -> bool:
    """Whether it asks of the column what can be asked of numbers alone."""
    if isinstance(must, All | Any):
        return all(_is_of_numbers(part, cell) for part in must.parts)
    if isinstance(must, Not):
        return _is_of_numbers(must.part, cell)
    if isinstance(must, Matches):
        return must.how == How.FORMAT and must.text in _OF_NUMBERS
    if isinstance(must, Compare):
        of = must.left.of if isinstance(must.left, Apply) else must.left
        is_length = isinstance(must.left, Apply) and must.left.function == Function.LENGTH
        is_plain = of == cell or isinstance(of, Arithmetic)
        fixed = [part for part in walk(must.right) if isinstance(part, Constant)]
        return is_plain and not is_length and all(map(_is_number, fixed)) and bool(fixed)
    if isinstance(must, OneOf):
        return must.of == cell and all(map(_is_number, must.options))
    return False


def _is_number(constant: Constant) -> bool:
    return constant.reads == Reads.NUMBER


def _is_denied(wrong: Predicate, must: Predicate) -> bool:
    """Whether the rule forbids it anyway, as it does the sample of such a value."""
    told = _of_it(must)
    named = [part for part in walk(wrong) if isinstance(part, Constant)]
    samples = [sample for sample in (*_SAMPLES, *named) if fits(wrong, sample)]
    return bool(samples) and all(fits(not_(told), sample) for sample in samples)


def _of_it(must: Predicate) -> Predicate:
    return rewrite(must, lambda part: IT if isinstance(part, Cell) else None)


def _capitals_aside(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Capitals that do not count: texts are compared in any case."""
    if isinstance(rule, Duplicates) and rule.columns:
        return rule.model_copy(update={"ignore_case": True})
    atoms = [part for part in walk(rule) if isinstance(part, Compare | Matches | OneOf)]
    if not isinstance(rule, BrokenRows) or len(atoms) != 1 or not _compares_texts(atoms[0]):
        raise Misfit("capitals that do not count are told where texts are compared")
    wide = atoms[0].model_copy(update={"ignore_case": True})
    return rewrite(rule, lambda part: wide if part == atoms[0] else None)


def _compares_texts(atom: Compare | Matches | OneOf) -> bool:
    if isinstance(atom, Matches):
        return atom.how in (How.STARTS, How.ENDS, How.CONTAINS)
    if isinstance(atom, OneOf):
        return isinstance(atom.of, Cell)
    sides = (atom.left, atom.right)
    is_text = all(isinstance(side, Cell | Lookup) or _is_text(side) for side in sides)
    return is_text and atom.sign in ("==", "!=")


def _is_text(value: object) -> bool:
    return isinstance(value, Constant) and value.reads == Reads.TEXT


# Cells of blanks alone --------------------------------------------------------------------------


def _blank_cells(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Cells of nothing but blanks, which are empty, or wrong beside what breaks the rule."""
    is_wrong = remark.texts == ("wrong",)
    if isinstance(rule, Duplicates) and len(rule.columns) == 1 and not is_wrong:
        if rule.required or rule.empty_counts:
            raise Misfit("it is not clear whether two cells of blanks alone are copies")
        filled = not_(Missing(of=Cell(table=rule.table, column=rule.columns[0])))
        return rule.model_copy(update={"where": both(rule.where, filled)})
    if not isinstance(rule, BrokenRows):
        raise Misfit("cells of blanks alone are told of in a rule about single rows")
    asked = [part.of for part in walk(rule) if isinstance(part, Missing)]
    if asked and not _other_cells(rule):
        return rewrite(rule, _with_blanks)
    rule, cell = _the_cell(rule)
    if cell in asked or (rule.where is not None and cell in walk(rule.where)):
        raise Misfit("the rule already says when a cell may be empty")
    if not is_wrong:
        return rule.model_copy(update={"where": both(rule.where, not_(Missing(of=cell)))})
    if fits(not_(_of_it(rule.must)), Constant(value="  ", reads=Reads.TEXT)):
        return rule
    blanks = Matches(of=cell, how=How.PATTERN, text=r"\s+", says="nothing but blanks")
    return rule.model_copy(update={"must": all_of(rule.must, not_(blanks))})


def _with_blanks(part: Term) -> Term | None:
    return part.model_copy(update={"blanks": True}) if isinstance(part, Missing) else None


def _other_cells(rule: BrokenRows) -> set[Term]:
    """The cells of which it is asked more than whether they are filled."""
    cells: set[Term] = set()
    for root in (rule.must, rule.where):
        stack: list[Term] = [] if root is None else [root]
        while stack:
            part = stack.pop()
            if isinstance(part, Cell):
                cells.add(part)
            if not isinstance(part, Missing):
                stack += list(parts(part))
    return cells


DETAIL_CHANGES: dict[str, Callable[[Rule, Modifier, Context], Rule]] = {
    "signs-aside": without_signs,
    "sign-ahead": with_sign_ahead,
    "letters-wrong": _letters_wrong,
    "wrong-too": _wrong_too,
    "capitals-aside": _capitals_aside,
    "blank-cells": _blank_cells,
    **BOUND_CHANGES,
}
