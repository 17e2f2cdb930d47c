"""What is said of a file rather than of its name, in rules about the table of the files."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.units import UNITS
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Cell, Compare, Constant, Missing, Term
from backend.rules.language.walk import rewrite
from backend.rules.rule import Rule

_NAME, _SIZE = "file", "bytes"
_SIZES = ("byte", "kilobyte", "megabyte", "gigabyte")


def lists_files(table: str, context: Context) -> bool:
    """Whether the table is the one that lists the files."""
    return table in context.tables and not context.tables[table].file


def of_files(rule: Rule, context: Context) -> Rule:
    """The rule with a file's size where it says how many bytes a file has.

    Raises:
        Misfit: it can never fail, since every file has a name of its own.
    """
    if not lists_files(rule.table, context):
        return rule
    if isinstance(rule, Duplicates) and rule.columns == (_NAME,):
        raise Misfit("no two files have one name; say that no two have the same content")
    if isinstance(rule, FailingMetrics) and rule.by == (_NAME,):
        raise Misfit("each file is one row of the table of the files")
    return rewrite(rule, _about_the_file)


def _about_the_file(part: Term) -> Term | None:
    match part:
        case Compare(left=Cell(column="file") as cell, right=Constant() as bound) if (
            bound.unit in UNITS and UNITS[bound.unit].kind in _SIZES
        ):
            return part.model_copy(update={"left": cell.model_copy(update={"column": _SIZE})})
        case Missing(of=Cell(column="file")):
            raise Misfit("a file always has a name; say how many bytes or rows it must have")
        case _:
            return None
