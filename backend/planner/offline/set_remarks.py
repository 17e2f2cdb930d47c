"""What a remark does to a rule about two tables, links from row to row, or a calculation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.allowed_gaps import may_lack
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.empty_as_zero import count_as_zero
from backend.planner.offline.form_remarks import FORM_CHANGES
from backend.planner.offline.keys_absent import keys_absent
from backend.planner.offline.leading_zeros import no_leading_zeros
from backend.planner.offline.resolve import located
from backend.planner.offline.rows_behind_gaps import later_row
from backend.planner.offline.rows_there_as_well import key_beside
from backend.rules.broken_rows import BrokenRows
from backend.rules.differing_rows import DifferingRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Measure,
    Not,
    Predicate,
    Previous,
    Reads,
    Term,
    Unless,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.odd_distributions import OddDistributions
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.parent_cycles import ParentCycles
from backend.rules.phrasing import Modifier, any_of, compare
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

Change = Callable[[Rule, Modifier, Context], Rule]


def _missing(counts: bool) -> Change:
    def change(rule: Rule, remark: Modifier, context: Context) -> Rule:
        if not isinstance(rule, DifferingRows) or not rule.keys:
            raise Misfit("what is missing on a side is told where two tables are matched by a key")
        return rule.model_copy(update={"missing": counts})

    return change


def within_tolerance(rule: DifferingRows, remark: Modifier) -> Rule:
    """Numbers of two tables that may be so far apart.

    Raises:
        Misfit: the tolerance is no plain amount, or whole rows are compared.
    """
    given = remark.values[0] if remark.values else None
    amount = remark.number
    if isinstance(given, Constant) and not given.unit:
        amount = float(given.value)
    if amount is None or not rule.keys:
        raise Misfit("the tolerance of a reconciliation is an amount, such as 0.01")
    return rule.model_copy(update={"tolerance": amount})


def _no_cycles(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if not isinstance(rule, ParentCycles):
        raise Misfit("circles are told of links to parents; name the column of the links")
    return rule


def _tie_fails(rule: Rule, remark: Modifier, context: Context) -> Rule:
    tops = [part.measure for part in walk(rule) if isinstance(part, Aggregate)]
    if isinstance(rule, FailingMetrics) and tops == [Measure.TOP]:
        return rule  # each of several values that tie is judged
    if not isinstance(rule, OddDistributions) or rule.measure != "modes":
        raise Misfit("a tie is only told apart where there is to be one most frequent value")
    return rule


def _flag_groups(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Which rows a rule about groups flags anyway; the key that is named must be the rule's."""
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    if isinstance(rule, Duplicates) and rule.keep == "all" and set(named) <= {*rule.columns}:
        return rule
    if isinstance(rule, FailingMetrics):
        if remark.texts[:1] == ("of-those",):
            return rows_of_groups(rule, named or [*rule.by], remark.texts[1:])
        return rows_of_groups(rule, named, remark.texts)
    if isinstance(rule, SequenceGaps) and rule.way == "complete" and {*named} == {*rule.by}:
        return rule
    if not isinstance(rule, InconsistentValues):
        raise Misfit("rows of whole groups are flagged where the rows of a group must agree")
    if remark.texts == ("of-values",) and set(named) <= {*rule.values}:
        return rule.model_copy(update={"whole": True})
    if named and (named[0] not in rule.key or set(named[1:]) - {*rule.values, *rule.key}):
        raise Misfit(f"the rows of a group are told by {rule.key[0]}, not by {named[0]}")
    return rule.model_copy(update={"whole": True})


def _spelled_apart(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Every row of a value that is spelled in several ways, of which the rule must speak."""
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    if not isinstance(rule, InconsistentValues) or rule.key != rule.values or [*rule.key] != named:
        raise Misfit("several spellings are told apart where a value is to be spelled alike")
    return rule


def _same_way(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What a key goes with is always the same: as a rule about this key has it."""
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    if not isinstance(rule, InconsistentValues) or [*rule.key] != named:
        raise Misfit("it is not clear what is to be the same for each of them")
    return rule


def rows_of_groups(rule: FailingMetrics, named: list[str], side: tuple[str, ...]) -> Rule:
    """A rule about groups that flags their rows instead of one record for each group."""
    if not named or rule.per or not set(named) <= {*rule.by}:
        raise Misfit("rows of groups are flagged where the rule is about groups of that column")
    if side and _sign_of(rule.must) not in side:
        raise Misfit("its two sentences speak of different groups")

    def grouped(part: Term) -> Term | None:
        is_plain = isinstance(part, Aggregate) and not part.keys and not part.by
        return part.model_copy(update={"by": rule.by}) if is_plain else None

    must = rewrite(rule.must, grouped)
    return BrokenRows(table=rule.table, where=rule.where, must=must)


def _sign_of(must: Predicate) -> str:
    if isinstance(must, Not):
        return _DENIED.get(_sign_of(must.part), "")
    if isinstance(must, All) and len(signs := {*map(_sign_of, must.parts)}) == 1:
        return signs.pop()
    return must.sign if isinstance(must, Compare) else ""


def _by_key(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The key that leads to another table, said once more: it must be the one that was found."""
    [mine], theirs = remark.values, remark.texts[-1:] or ("",)
    found = [pair for part in walk(rule) if isinstance(part, Exists | Lookup) for pair in part.keys]
    found += [pair for part in walk(rule) if isinstance(part, Aggregate) for pair in part.keys]
    column = mine.column if isinstance(mine, Cell) else ""
    if not any(column in pair and theirs[0] in (*pair, "") for pair in found):
        raise Misfit(f"{column} is not the key that the rule follows")
    return rule


_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def _by_same_key(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The key that a row of another table has as well: it must tell that row from the rest."""
    [key] = remark.values
    column = key.column if isinstance(key, Cell) else ""
    found = [part for part in walk(rule) if isinstance(part, Exists | Lookup)]
    leads = [part for part in found if (column, column) in part.keys]
    there = [context.column(part.table, column) for part in leads]
    is_kept = isinstance(rule, BrokenRows) and bool(leads)
    if is_kept and all(
        isinstance(part, Exists) and key_beside(part, rule, context) for part in leads
    ):
        return rule
    if not leads or any(each is None or not each.unique for each in there):
        raise Misfit(f"rows with the same {column} are not told to be one of each table")
    return rule


def _edge(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Whether the equal case is fine, as the comparison already has it."""
    found = [part for part in walk(rule) if isinstance(part, Compare)]
    signs: list[str] = [part.sign for part in found]
    if isinstance(rule, BrokenRows) and isinstance(rule.must, Not):
        signs = [_DENIED[sign] for sign in signs]
    wanted = ("<=", ">=") if remark.texts == ("fine",) else ("<", ">", "!=")
    bounds = [part.right.value for part in found if isinstance(part.right, Constant)]
    is_other = remark.number is not None and bounds != [remark.number]
    if len(signs) != 1 or signs[0] not in wanted or is_other:
        raise Misfit("the remark on the equal case says otherwise than the comparison")
    named = {value.column for value in remark.values if isinstance(value, Cell)}
    if named - {part.column for part in walk(rule) if isinstance(part, Cell)}:
        raise Misfit("the remark on the equal case is of a column that the rule does not read")
    return rule


def _chosen(rule: Rule) -> Iterator[Term]:
    """What tells the rows that a rule is of, or those of each of its cases."""
    if not isinstance(rule, BrokenRows):
        where = getattr(rule, "where", None)
        yield from () if where is None else walk(where)
        return
    cases = [part.part for part in walk(rule.must) if isinstance(part, Unless)]
    if any(isinstance(case, Unless) for case in cases):
        return
    for condition in [rule.where] if rule.where is not None else cases:
        yield from walk(condition)


def _rest_free(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Whether the rule is of some rows alone, which that column tells from the others."""
    told = {part.column for part in _chosen(rule) if isinstance(part, Cell)}
    is_only = "only" in context.check.calculation_hint.lower().split()
    if remark.texts and (is_only or {*remark.texts[1:]} - {"", getattr(rule, "table", "")}):
        raise Misfit("it is not clear of which rows what is asked need not hold")
    named = {value.column for value in remark.values if isinstance(value, Cell)}
    if not told or not named <= told:
        raise Misfit("it is not clear which rows the others are, for which nothing is asked")
    return rule


def _told_by(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The column by which the rule goes, and one by which it does not."""
    reads = {column for _, column in rule.reads()}
    by, *others = [value.column for value in remark.values if isinstance(value, Cell)]
    if by not in reads or reads & {*others}:
        raise Misfit(f"the rule does not go by {by} alone")
    return rule


def _of_dates(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Whether what is put in order is a date, of which alone there is an oldest."""
    cells = {part.of for part in walk(rule) if isinstance(part, Previous)}
    for cell in cells:
        column = context.column(rule.table, cell.column) if isinstance(cell, Cell) else None
        if column is None or column.reads_as != ColumnType.DATE:
            raise Misfit("the oldest, the newest and an order in time are told of dates")
    return rule


def _closed(is_closed: bool) -> Change:
    def change(rule: Rule, remark: Modifier, context: Context) -> Rule:
        if not isinstance(rule, OverlappingIntervals):
            raise Misfit("whether the last day counts is told of intervals that must not overlap")
        named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
        if (named and rule.end not in named) or named - {rule.start, rule.end}:
            raise Misfit(f"the intervals of {rule.table} run from {rule.start} to {rule.end}")
        return rule.model_copy(update={"closed": is_closed})

    return change


def _refuse_thresholds(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """When a check warns and fails is told beside its sentence."""
    raise Misfit(
        "when a check warns and when it fails is no part of its sentence; write what must hold "
        f"alone, and beside it in the check {remark.texts[0]}"
    )


def _also_allowed(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """One text more that the only column of a rule may hold."""
    if not isinstance(rule, BrokenRows):
        raise Misfit(f"{remark.texts[0]!r} can only be allowed in a rule about single rows")
    cells = {part for part in walk(rule.must) if isinstance(part, Cell)}
    if len(cells) != 1:
        raise Misfit(f"it is not clear which column may hold {remark.texts[0]!r} as well")
    [cell] = cells
    if remark.values and located(remark.values[0], rule.table, context) != cell:
        raise Misfit(f"{remark.texts[0]!r} is allowed in a column that the rule does not read")
    text = Constant(value=remark.texts[0], reads=Reads.TEXT)
    return rule.model_copy(update={"must": any_of(compare(cell, "==", text), rule.must)})


SET_CHANGES: dict[str, Change] = {
    **FORM_CHANGES,
    "missing-counts": _missing(True),
    "missing-fine": _missing(False),
    "closed": _closed(True),
    "open-ended": _closed(False),
    "no-cycles": _no_cycles,
    "tie-fails": _tie_fails,
    "flag-groups": _flag_groups,
    "spelled-apart": _spelled_apart,
    "same-way": _same_way,
    "by-key": _by_key,
    "by-same-key": _by_same_key,
    "edge": _edge,
    "rest-free": _rest_free,
    "of-dates": _of_dates,
    "told-by": _told_by,
    "leading-zeros": no_leading_zeros,
    "absent-fine": keys_absent(counts=False),
    "absent-wrong": keys_absent(counts=True),
    "thresholds": _refuse_thresholds,
    "later-row": later_row,
    "may-lack": may_lack,
    "also-allowed": _also_allowed,
    "empty-as-zero": count_as_zero,
}
