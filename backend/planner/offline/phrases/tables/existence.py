"""Phrases for rows that must exist elsewhere, as owners put it: existing orders, an employee's id."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, all_of, not_

phrase = Phrases()

phrase.words(
    "_existing",
    "existing | valid | known | real | registered | matching | corresponding | defined | listed | an "
    "existing | a known | a valid | a real | a matching | a corresponding",
)
phrase.words(
    "_gone",
    "unknown | missing | non-existing | nonexistent | non-existent | nonexisting | invalid | deleted | "
    "undefined",
)
phrase.words(
    "_at_work",
    "work in | works in | work at | works at | work for | works for | live in | lives in | sit in | sits "
    "in | go to | goes to | hang on | hangs on | depend on | depends on | is attached to | are attached "
    "to | be attached to | be linked to | be tied to | be placed by | be made by | be issued to | be "
    "sent to | come from | comes from | be on | be for | be of | lead to | leads to | is assigned to | "
    "are assigned to | be assigned to | is linked to | are linked to | is tied to | is made by | is "
    "placed by | are placed by | are made by | was placed by | was made by | were made by | were placed "
    "by",
)
phrase.words(
    "_did",
    "placed | made | received | bought | issued | sent | booked | submitted | ordered | written | given "
    "| had | got | ever placed | ever made | ever had | ever received | ever bought | paid | recorded",
)


# Existing rows --------------------------------------------------------------------------------


@phrase("target", "<rows> (that|which|who) (exist|exists|really exists|is there|are there)")
@phrase("target", "_existing <rows> (in|of|from) (table|list|file)", cost=0.02)
def that_exists(found: RowSet) -> tuple[RowSet, str] | None:
    """A customer that exists."""
    return (found, "") if found.table else None


@phrase(
    "target",
    "[_existing] <rows> (in|of|from|listed in) <table> [table|file|list|sheet]",
    cost=0.05,
)
def in_its_table(found: RowSet, table: str) -> tuple[RowSet, str] | None:
    """An album in the Album table: the noun is a row of that table."""
    if found.where is not None or found.table not in ("", table):
        return None
    return (RowSet(table=table), "")


@phrase(
    "target",
    "(id|number|key|code|identifier) of [an|a|some|one|any] [_existing] <rows>",
    "[_existing] <rows> (id|number|key|identifier)",
    cost=0.05,
)
def key_of_row(found: RowSet) -> tuple[RowSet, str] | None:
    """The id of an employee."""
    return (found, "") if found.table else None


@phrase("feature", "[an|a|at least one] _existing <rows>", cost=0.05)
def existing_rows(found: RowSet) -> Predicate | None:
    """An existing order."""
    return exists(found) if found.table else None


@phrase(
    "feature", "[an|a|any] _gone <rows>", "<rows> (that|which|who) (do|does) not exist", cost=0.05
)
def gone_rows(found: RowSet) -> Predicate | None:
    """An unknown customer."""
    return not_(exists(found)) if found.table else None


@phrase("rowvp", "_at_work [_existing] <target>", cost=0.15)
def at_work(found: tuple[RowSet, str]) -> Predicate | None:
    """Every employee works in an existing office."""
    rows, column = found
    return None if column else exists(rows)


@phrase("stmt", "<cell> _must be [_existing] <rows>", cost=0.3)
@phrase("stmt", "<rows> 's <cell> _must _exists_in <target>", cost=0.1)
@phrase("stmt", "<rows> 's <cell> _must be <rows>", cost=0.3)
def must_be_row(*parts: Any) -> Statement | None:
    """A customer's representative must be an employee."""
    subject = next(part for part in parts if isinstance(part, Cell))
    owner = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    wanted = parts[-1] if isinstance(parts[-1], tuple) else (parts[-1], "")
    if not isinstance(wanted[0], RowSet) or not wanted[0].table or wanted[0].table == owner.table:
        return None
    told = refers(subject, wanted)
    return None if told is None else rule(told, owner.table, owner.where, subject)


@phrase(
    "rowvp",
    "_at_work [a|an|any] <rows> (that|which|who) (do|does) not exist",
    "(is|are|was|were) (for|of) [a|an|any] <rows> (that|which|who) (do|does) not exist",
    "(_at_work|(is|are|was|were) (for|of)) (a|an|any) _gone <rows>",
    cost=0.1,
)
def at_work_nowhere(found: RowSet) -> Predicate | None:
    """Tickets that are for a show that does not exist."""
    return gone_rows(found) if found.where is None else None


# Never done -----------------------------------------------------------------------------------


@phrase(
    "rowvp",
    "(have|has|had) never _did [any|a single] <rows>",
    "never _did [any|a single] <rows>",
    "(have|has|had) not _did [any|a single] <rows>",
    "(have|has) (yet to make|yet to place) [a|an|any] <rows>",
    cost=0.05,
)
def never_did(found: RowSet) -> Predicate | None:
    """Have never placed an order."""
    return not_(exists(found)) if found.table and found.where is None else None


@phrase("rowvp", "(have|has|had) _did <feature>", "_did <feature>", cost=0.1)
def did(told: Predicate) -> Predicate:
    """Have placed at least one order."""
    return told


@phrase(
    "rel",
    "(nobody|no one|no-one|no customer|none) [has|have|had] [ever] (ordered|bought|booked|used|wanted|chosen)",
    "never (ordered|bought|booked|used|sold|chosen|referenced)",
    "[that is|that are|which is|which are] not used by any <rows>",
    "[that is|that are|which is|which are] unused by <rows>",
    cost=0.3,
)
def unused(*found: RowSet) -> Predicate | None:
    """Not used by any track."""
    return not_(exists(found[0])) if found and found[0].table else None


@phrase("rowvp", "<rowvp> at least once", cost=0.05)
def at_least_once(told: Predicate) -> Predicate | None:
    """Have been ordered at least once: there is a row of it."""
    return told if getattr(told, "type", "") == "exists" else None


@phrase(
    "stmt",
    "_each <noun> _must be (used|referenced|referred to|covered|bought|ordered|held) [at least once] (by|in) [at least one|some|any|a] <rows>",
    "_each <noun> _must (occur|appear|be used|be referenced) [at least once] in <rows>",
    cost=0.1,
)
def must_be_used(owner: RowSet, found: RowSet) -> Statement | None:
    """Each genre must be used by at least one track."""
    is_clear = found.table and owner.table and owner.table != found.table and not found.each
    return rule(exists(found), owner.table, owner.where) if is_clear else None


phrase.words(
    "_occurs_in_it",
    "appear | occur | be used | be found | be listed | be present | exist | show up | be",
)


@phrase("stmt", "only <rows> _may _occurs_in_it in [the] <rows>", cost=0.2)
def only_such_there(rows: RowSet, found: RowSet) -> Statement | None:
    """Only units in use may appear in stock: nothing else there, be it known or not."""
    is_clear = rows.table and found.table and rows.table != found.table and not found.each
    is_narrowed = rows.where is not None and found.where is None
    return rule(exists(rows), found.table) if is_clear and is_narrowed else None


# Which keys are meant -------------------------------------------------------------------------

phrase.words(
    "_keyed_by",
    "same | with same | for same | of same | join on | join by | joined over | joined via | match on | match by | "
    "matched via | matched over | keyed by | keyed on | key | key : | the key is | linked by | linked via | link : | "
    "linked on | through | through the | with | matching | per | in | rows with the same | matched using",
)


@phrase(
    "remark",
    r"\( <cell> - > <cell> \)",
    r"\( <cell> = <cell> \)",
    r"\( <cell> (→|in|to|matches|match|refers to|points to) <cell> \)",
    r"\( [by|via|on|over|matched on|joined on|using] <cell> \)",
    r"\( _keyed_by <cell> \)",
    "(via|matched by|matched on|joined on|joined by|linked by|using) <cell>",
    cost=0.05,
)
def by_key(cell: Value, *other: Any) -> Modifier:
    """(user_id -> customers.id): the key, said once more."""
    return Modifier(kind="by-key", values=(cell,), texts=tuple(
        part.column if isinstance(part, Cell) else str(part) for part in other
    ))  # fmt: skip


phrase.words(
    "_points_to",
    "belong to | belongs to | refer to | refers to | point to | points to | reference | references | be "
    "linked to | is linked to | are linked to | be assigned to | is assigned to | link to | links to | "
    "lead to | leads to | be for | be made by | be placed by",
)


@phrase(
    "rowvp",
    "_points_to [_existing] <rows> (that|which|who) (exist|exists|is there|are there)",
    "_points_to [_existing] <noun> (in|of|from|listed in) <table> [table|file|list|sheet]",
    cost=0.1,
)
def points_to(found: RowSet, *table: str) -> Predicate | None:
    """Belongs to a customer that exists."""
    if table and found.table not in ("", table[0]):
        return None
    return exists(found) if found.table else None


@phrase(
    "rowvp",
    "_points_to [both] [_existing] <noun> and [to] [_existing] <noun>",
    cost=0.1,
)
@phrase("feature", "[both] _existing <noun> and _existing <noun>", cost=0.1)
def points_to_both(one: RowSet, other: RowSet) -> Predicate | None:
    """Must point to an existing list and an existing track."""
    if not one.table or not other.table or one.table == other.table:
        return None
    return all_of(exists(one), exists(other))


@phrase("stmt", "[_each] <cell> _must be <key_target>", cost=0.05)
@phrase("stmt", "[_each] <cell> _must (equal|be equal to) [the] <key_target>", cost=0.05)
def must_be_key(subject: Value, found: tuple[RowSet, str]) -> Statement | None:
    """ReportsTo must be the id of an employee."""
    told = refers(subject, found)
    return None if told is None else rule(told, subject=subject)


@phrase(
    "key_target",
    "(id|number|key|code|identifier) of [an|a|some|one|any] [_existing] <rows>",
)
def key_target(found: RowSet) -> tuple[RowSet, str] | None:
    """The id of an employee."""
    return (found, "") if found.table else None


# Matching -------------------------------------------------------------------------------------


@phrase("clause", "<cell> (match|matches) <target>")
def matches(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """user_id matches a user."""
    return None if found[1] else refers(subject, found)


@phrase("stmt", "<cell> _must match <target>", "_each <cell> _must match <target>", cost=0.05)
def must_match(subject: Value, found: tuple[RowSet, str]) -> Statement | None:
    """user_id must match a user."""
    told = matches(subject, found)
    return None if told is None else rule(told, subject=subject)


@phrase("stmt", "<cell> _must match <column_in>", "_each <cell> _must match <column_in>", cost=0.05)
@phrase("stmt", "<cell> (in|of) <rows> _must match <column_in>", cost=0.05)
@phrase("stmt", "<cell> _must match <target>", "_each <cell> _must match <target>", cost=0.5)
@phrase("stmt", "<cell> (matches|match) <target>", cost=0.8)
def must_match_column(subject: Value, *parts: Any) -> Statement | None:
    """user_id must match an id in users; "the city of the customer" is rather looked up."""
    owner = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    found = parts[-1]
    told = refers(subject, found) if found[1] else None
    return None if told is None else rule(told, owner.table, owner.where, subject)


@phrase("column_in", "[existing|valid|known|one of the|any] <cell> in <rows>")
def column_in(cell: Value, found: RowSet) -> tuple[RowSet, str] | None:
    """Country in captains: any of them."""
    return (found, cell.column) if found.table and isinstance(cell, Cell) else None
