"""A customer's invoice date, in a table of invoices: the row's own, and no cell of another row.

A key leads to another row of its own table only where it says so: ReportsTo leads to a colleague,
and CustomerId, in a table of invoices, to nobody in it.
"""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.keys import is_key, names_rows_of
from backend.planner.offline.kin_words import is_told_as_verb
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Compare, Lookup, Previous, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_KIN = frozenset({
    "report", "manager", "boss", "supervisor", "superior", "chief", "mgr", "parent", "head", "lead",
    "leader", "mentor", "buddy", "spouse", "partner", "sponsor", "deputy", "substitute", "tutor",
    "coach", "twin", "sibling", "father", "mother", "child", "predecessor", "successor", "previous",
    "prior", "preceding", "next", "following", "first", "last", "original", "replaced",
    "replacement", "linked", "related", "source", "origin", "master", "root", "base", "main",
    "upline", "referrer", "corrected", "reversed", "cancelled", "prev", "old", "new", "other",
    "peer", "pair", "paired", "matching", "counterpart", "return", "up", "follow", "dam", "sire",
    "guardian", "ancestor", "alternate", "alternative", "backup", "superseded", "supersede",
    "replace", "rival", "companion", "stepparent", "godparent", "senior", "elder",
})  # fmt: skip
"""Words of headers that speak of another row of the same table."""
_PERSONS = frozenset({
    "employee", "customer", "person", "people", "user", "member", "client", "patient", "guest",
    "student", "staff", "pupil", "player", "volunteer", "worker", "contact", "donor", "resident",
    "participant", "passenger", "driver", "teacher", "colleague", "tenant", "applicant",
    "crew", "agent", "rep", "personnel", "attendee", "visitor", "subscriber", "artist", "author",
})  # fmt: skip
_IN_ALL = frozenset({"total", "sum", "sums", "subtotal", "turnover", "revenue"})
"""What may be told of an owner's rows together as well."""


def with_own_cells(rule: Rule, context: Context) -> Rule:
    """The rule with the cells of its rows' owners, who are no rows of the table, as its own.

    Raises:
        Misfit: it is not clear whose cell is meant.
    """
    found = {part for part in walk(rule) if isinstance(part, Lookup)}
    far = {part for part in found if _leads_nowhere(part, rule.table, context)}
    if not far:
        return rule
    owner = sorted(far, key=repr)[0]
    if not isinstance(rule, BrokenRows) or _is_measured(rule, far):
        raise Misfit(
            f"{owner.keys[0][0]} leads to no row of {rule.table}; say 'per {owner.keys[0][0]}'"
        )
    for part in far:
        _refuse_unclear(part, rule, context)
    told = rewrite(_within_owners(rule, far), lambda part: _own(part, far))
    idle = {
        f"{here} leads to the {each.table} row with that {there}."
        for each in far
        for here, there in each.keys
    }
    context.assumptions[:] = [each for each in context.assumptions if each not in idle]
    for column, key in sorted({(each.column, each.keys[0][0]) for each in far}):
        context.assume(f"{key} leads to no row of {rule.table}: its {column} is the row's own.")
    for compared in walk(told):
        if isinstance(compared, Compare) and compared.left == compared.right:
            raise Unclear(f"{owner.keys[0][0]} leads to no row of {rule.table}; name both columns")
    return told


def _leads_nowhere(part: Lookup, table: str, context: Context) -> bool:
    """Whether a key of somebody else was taken for one of the table's own rows."""
    if part.table != table or part.key_of is not None or len(part.keys) != 1:
        return False
    here, there = part.keys[0]
    if here == there or not is_key(here) or is_told_as_verb(here):
        return False
    snapshot = context.tables[table]
    owner = {word for word in stems_of(here) if word not in ID_WORDS}
    told = [word for word in stems_of(there) if word not in ID_WORDS]
    mine = {*told[-1:], *stems_of(table)[-1:]}
    if names_rows_of(here, snapshot) or owner & _KIN or owner & mine:
        return False
    return not (_is_of_persons(table) and _is_agent(owner)) and not _holds(part, context)


def _is_of_persons(table: str) -> bool:
    return bool({*stems_of(table)} & _PERSONS)


def _is_agent(owner: set[str]) -> bool:
    """A recruiter, a referee: one of the people that the table lists, for all that is known."""
    return any(word.endswith(("er", "or", "ee")) and word not in _PERSONS for word in owner)


def _holds(part: Lookup, context: Context) -> bool:
    """Whether the values say that the key leads into its own table: codes, and no whole numbers."""
    here, there = (context.column(part.table, each) for each in part.keys[0])
    if here is None or there is None or not here.values:
        return False
    are_codes = any(not value.isdigit() for value in here.values)
    return are_codes and {*here.values} <= {*there.values}


def _refuse_unclear(part: Lookup, rule: BrokenRows, context: Context) -> None:
    key = part.keys[0][0]
    column = context.column(rule.table, part.column)
    if column is not None and names_rows_of(part.column, context.tables[rule.table]):
        raise Misfit(
            f"{part.column} tells the rows of {rule.table} apart; if they are counted, say "
            f"'Each {key} has at most … rows'"
        )
    if _is_of_persons(rule.table):
        raise Misfit(f"{key} leads to no row of {rule.table}, so that its {part.column} is unknown")
    if {*stems_of(part.column)} & _IN_ALL:
        raise Unclear(
            f"{part.column} may be that of one row or of all rows of a {key}; say "
            f"'{part.column} must …' or 'the sum of {part.column} per {key} must …'"
        )


def _is_measured(rule: BrokenRows, far: set[Lookup]) -> bool:
    measures = [part for part in walk(rule) if isinstance(part, Aggregate)]
    return any(part in far for measure in measures for part in walk(measure))


def _within_owners(rule: BrokenRows, far: set[Lookup]) -> BrokenRows:
    """The row before an owner's is that owner's row before."""

    def change(part: Term) -> Term | None:
        keys = {each.keys[0][0] for each in walk(part) if isinstance(each, Lookup) and each in far}
        if not isinstance(part, Previous) or not keys:
            return None
        return part.model_copy(update={"by": (*part.by, *sorted(keys - {*part.by}))})

    return rewrite(rule, change)


def _own(part: Term, far: set[Lookup]) -> Term | None:
    if not isinstance(part, Lookup) or part not in far:
        return None
    return Cell(table=part.table, column=part.column, empty_if=part.empty_if)
