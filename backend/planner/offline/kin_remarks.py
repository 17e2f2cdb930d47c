"""What remarks on rows that lead nowhere, and on equal values, ask of a rule: that it agrees."""

from __future__ import annotations

from collections.abc import Iterable

from backend.planner.offline.identical_rows import whole_rows
from backend.planner.offline.nil_of_none import nil_of_none
from backend.planner.offline.resolve import Context, Misfit, located
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Measure,
    Not,
    Predicate,
    Term,
    Unless,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, all_of, both
from backend.rules.rule import Rule
from backend.rules.unmatched_values import UnmatchedValues


def lost_passed(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A row that leads to none in a table is not judged, which is the convention of a look-up."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("only a rule about single rows passes over a row that leads nowhere")
    table = remark.texts[0]
    found = [part for part in walk(rule.must) if isinstance(part, Lookup | Exists)]
    led = [part for part in found if table in ("", part.table)]
    if not led:
        raise Misfit("the rule looks for no row that could be missing")
    _refuse_other_keys(led, remark)
    asked = [part for part in led if isinstance(part, Exists)]
    if not asked:
        return rule
    bare = [part.model_copy(update={"where": None}) for part in asked]
    if len(asked) != 1 or asked[0].where is None:
        raise Misfit("the rule asks that there be such a row, and a remark passes over it")
    where = bare[0] if rule.where is None else all_of(rule.where, bare[0])
    return rule.model_copy(update={"where": where})


def _refuse_other_keys(found: Iterable[Lookup | Exists], remark: Modifier) -> None:
    """That what is not in the list is what leads to another row."""
    keys = {column for part in found for pair in part.keys for column in pair}
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if not named <= keys:
        raise Misfit("what is not in the list is another column than the one that leads to a row")


def equal_fine(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The bound lets an equal value pass, or the remark changes what was said."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("equal values are only spoken of where single rows are compared")
    must = rule.must
    found = [part for part in walk(must) if isinstance(part, Compare)]
    if len(found) != 1:
        raise Misfit("it is not clear which values may be equal")
    is_denied = isinstance(must, Not) and must.part == found[0]
    if not (is_denied or must == found[0]):
        raise Misfit("it is not clear which values may be equal")
    lets_pass = (">", "<", "!=") if is_denied else (">=", "<=", "==")
    if found[0].sign not in lets_pass:
        raise Misfit("the rule does not let equal values pass, and a remark does")
    return rule


def lost_wrong(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A key that leads to no row is an error: there must be such a row."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("only a rule about single rows has keys that could lead nowhere")
    table = remark.texts[0]
    found = [part for part in walk(rule.must) if isinstance(part, Lookup | Exists)]
    _refuse_other_keys(found, remark)
    led = {(part.table, part.keys) for part in found if table in ("", part.table)}
    if len(led) != 1 or any(isinstance(part, Lookup) and part.key_of for part in found):
        raise Misfit("it is not clear which key leads nowhere")
    [(other, keys)] = led
    there = Exists(table=other, keys=keys)
    is_asked = any(part == there for part in found)
    return rule if is_asked else rule.model_copy(update={"must": all_of(there, rule.must)})


_OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}


def _undenied(must: Predicate) -> Predicate:
    """Not more than ten: at most ten."""
    if isinstance(must, Not) and isinstance(must.part, Compare):
        return must.part.model_copy(update={"sign": _OPPOSITE[must.part.sign]})
    return must


def ends_in(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The ends of a range belong to it, as the rule has it."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("the ends of a range are only spoken of where single rows are compared")
    bounds = [part for part in walk(rule.must) if isinstance(part, Compare)]
    ordered = [part.sign for part in bounds if part.sign not in ("==", "!=")]
    if len(ordered) < 2 or {"<", ">"} & {*ordered}:
        raise Misfit("the rule has no range whose ends belong to it")
    return rule


def flag_children(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All rows of an owner that has too many, in place of the owner."""
    child, owner = remark.texts
    must = _undenied(rule.must) if isinstance(rule, BrokenRows) else None
    count = must.left if isinstance(must, Compare) else None
    is_plain = isinstance(count, Aggregate) and isinstance(must, Compare)
    if not is_plain or rule.table != owner or getattr(rule, "where", None) is not None:
        raise Misfit(f"the rows of a {owner} row are only shown where they are counted")
    assert isinstance(count, Aggregate) and isinstance(must, Compare)
    is_fixed = isinstance(must.right, Constant) and count.measure == Measure.COUNT
    if count.table != child or len(count.keys) != 1 or count.where is not None or not is_fixed:
        raise Misfit(f"the rows of a {owner} row are only shown where they are counted")
    [(mine, theirs)] = count.keys
    group = count.model_copy(update={"keys": (), "by": (theirs,)})
    told = must.model_copy(update={"left": group})
    owned = Exists(table=owner, keys=((theirs, mine),))
    return BrokenRows(table=child, where=owned, must=told)


def children_left_out(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Some of the rows that are counted or added up for each row stay out of it."""
    table = remark.texts[0]
    if not isinstance(rule, BrokenRows) or rule.table == table or remark.condition is None:
        raise Misfit(f"the rule counts no {table} rows for each row")
    if any(isinstance(part, Lookup) for part in walk(rule.must)):
        raise Misfit(f"it is not clear which {table} rows are left out")
    return _narrowed(rule, table, Unless(part=located(remark.condition, table, context)))


def children_kept(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Only such of the rows that are counted or added up for each row are."""
    measured = [part for part in walk(rule) if isinstance(part, Aggregate) and part.keys]
    tables = {part.table for part in measured}
    if not isinstance(rule, BrokenRows) or len(tables) != 1 or remark.condition is None:
        raise Misfit("the rule adds up no rows of another table for each row")
    [table] = tables
    is_plain = all(part.where is None for part in measured)
    if not is_plain or any(name != table for name in remark.texts):
        raise Misfit(f"it is not clear which {table} rows are counted")
    return _narrowed(rule, table, located(remark.condition, table, context))


def _narrowed(rule: BrokenRows, table: str, where: Predicate) -> Rule:
    """The rule with a filter on the rows that it counts or adds up for each row."""

    def narrow(part: Term) -> Term | None:
        is_theirs = isinstance(part, Aggregate | Exists) and part.keys and part.table == table
        if not is_theirs or not isinstance(part, Aggregate | Exists):
            return None
        return part.model_copy(update={"where": both(part.where, where)})

    changed = rewrite(rule.must, narrow)
    if changed == rule.must:
        raise Misfit(f"the rule counts no {table} rows for each row")
    return rule.model_copy(update={"must": changed})


def of_kin(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What is asked of whom a column leads to is looked up there, and no cell of the row itself."""
    keys = {key for part in walk(rule) if isinstance(part, Lookup) for key, _ in part.keys}
    if not keys & {*remark.texts}:
        raise Misfit(f"{remark.texts[0]} leads to no row; name the column that is meant")
    return rule


def unlike_there(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What a rule on the values of two columns fails for anyway."""
    if not isinstance(rule, UnmatchedValues) or ("count" in remark.texts) > rule.equally_often:
        raise Misfit("the rule does not compare how often values occur on two sides")
    return rule


KIN_CHANGES = {
    "unlike-there": unlike_there,
    "of-kin": of_kin,
    "children-left-out": children_left_out,
    "children-kept": children_kept,
    "lost-passed": lost_passed,
    "nil-of-none": nil_of_none,
    "whole-rows": whole_rows,
    "lost-wrong": lost_wrong,
    "equal-fine": equal_fine,
    "flag-children": flag_children,
    "ends-in": ends_in,
}
