"""The remark that upper and lower case do not matter: to which texts of a rule it belongs."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Measure,
    OneOf,
    Reads,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_ANY_CASE = {"palindrome": "palindrome_any_case"}
"""The formats that have a twin for which case does not count."""
_BY_SPELLING = (Measure.DISTINCT, Measure.TOP)


def ignore_case(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with each of its texts compared in any case.

    Raises:
        Misfit: it compares none; or a measure or a format takes each spelling for itself.
    """
    if isinstance(rule, Duplicates):
        if not rule.columns:
            raise Misfit("whole rows are compared as they are written; name the columns instead")
        return rule.model_copy(update={"ignore_case": True})
    _refuse_some_alone(rule, remark)
    changed = False

    def loosen(part: Term) -> Term | None:
        nonlocal changed
        if isinstance(part, Matches) and part.how == How.FORMAT:
            changed = True
            return _twin(part)
        if _compares_texts(part, context):
            changed = True
            is_so = part.ignore_case  # type: ignore[union-attr]
            return None if is_so else part.model_copy(update={"ignore_case": True})
        return None

    fresh = rewrite(rule, loosen)
    if not changed:
        raise Misfit("there is no text whose case could be ignored")
    return fresh


def _refuse_some_alone(rule: Rule, remark: Modifier) -> None:
    """Y or N, and y counts as Y: of N it says nothing.

    Raises:
        Misfit: some of the values may not be compared in any case.
    """
    if any(isinstance(part, Aggregate) and part.measure in _BY_SPELLING for part in walk(rule)):
        raise Misfit("values that are counted are counted as they are written, letter by letter")
    told = {part.value for part in walk(rule) if isinstance(part, Constant)}
    if remark.texts and sum(isinstance(value, str) for value in told) > 1:
        raise Misfit("it is not clear whether case counts in the other values: say it of all")


def _twin(part: Matches) -> Matches:
    """The form for which case does not count.

    Raises:
        Misfit: it has no such twin.
    """
    if part.text not in _ANY_CASE:
        raise Misfit("a format says itself which letters it is written in")
    return part.model_copy(update={"text": _ANY_CASE[part.text]})


def _compares_texts(part: Term, context: Context) -> bool:
    match part:
        case Matches():
            return True
        case OneOf():
            return any(option.reads == Reads.TEXT for option in part.options)
        case Compare(sign="==" | "!="):
            return not any(_is_no_text(side, context) for side in (part.left, part.right))
        case _:
            return False


def _is_no_text(side: Value, context: Context) -> bool:
    """A number, a date, or what is measured and calculated."""
    if isinstance(side, Constant):
        return side.reads != Reads.TEXT
    if isinstance(side, Aggregate | Arithmetic):
        return True
    column = context.column(side.table, side.column) if isinstance(side, Cell) else None
    return column is not None and column.reads_as in ("integer", "number", "date")


def exact_case(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with its texts spelled as the sentence does, and not as the data does."""

    def as_written(part: Term) -> Term | None:
        is_word = isinstance(part, Constant) and part.unquoted and part.reads == Reads.TEXT
        return part.model_copy(update={"unquoted": False}) if is_word else None

    return rewrite(rule, as_written)
