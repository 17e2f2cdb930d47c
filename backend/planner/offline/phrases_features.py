"""Phrases for what rows have and do."""

from __future__ import annotations

from backend.planner.offline.phrases_rows import OWN_KEY, exists
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    How,
    It,
    Matches,
    Measure,
    Missing,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Subjects,
    about,
    about_all,
    all_of,
    any_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()
phrase.words("_string", "title | word | text | prefix | suffix | string | letters | letter | phrase")


# Features: what rows have ------------------------------------------------------------------------


@phrase(
    "feature",
    "[any] <expr> <adj>",
    "<expr> that <vp>",
    "<expr> (of|equal to) <operand>",
    "<expr> set to <operand>",
)
def feature(subject: Value, told: object) -> Predicate | None:
    """A column that is so."""
    if isinstance(told, Compare | OneOf | Missing) or _has_hole(told):
        return about(told, subject)  # type: ignore[type-var]
    return compare(subject, "==", told)  # type: ignore[arg-type]


def _has_hole(told: object) -> bool:
    from backend.contracts.contract import Contract
    from backend.rules.language.walk import walk

    return isinstance(told, Contract) and any(isinstance(part, It) for part in walk(told))


@phrase("feature", "[any] <expr> <verb>", "<expr> _that <vp>", cost=0.05)
def verb_feature(subject: Value, told: Predicate) -> Predicate:
    """A column that does something."""
    return about(told, subject)


@phrase("feature", "<adj> <cell>", cost=0.15)
def adjective_feature(told: Predicate, subject: Value) -> Predicate:
    """A negative price."""
    return about(told, subject)


@phrase(
    "feature",
    "<cell> <text>",
    "<cell> <bare>",
    "<cell> <number>",
    "<text> <cell>",
    "<cell> <amount>",
)
def value_feature(*parts: Value) -> Predicate:
    """Status paid."""
    cell, told = parts if isinstance(parts[0], Cell) else parts[::-1]
    return compare(cell, "==", told)


@phrase(
    "feature",
    "<cell> [of] <or_list>",
    "<cell> (in|among) <any_list>",
    "<cell> <comma_list>",
    cost=0.05,
)
def list_feature(cell: Value, options: tuple[Constant, ...]) -> Predicate:
    """Status paid or open."""
    return one_of(cell, options)


@phrase(
    "feature",
    "[any] (valid|known|given|recorded)? <cell>",
    "[any|some|its|their] <cell>",
    "(known|recorded|filled|given|non-empty) <cell>",
    "[any] <cell> (set|given|filled in|filled|recorded)",
    cost=0.3,
)
def presence(subject: Value) -> Predicate:
    """A column that is filled."""
    return not_(Missing(of=subject))


@phrase("feature", "<subjects>", cost=0.3)
def presence_many(subjects: Subjects) -> Predicate:
    """Columns that are filled."""
    return about_all(not_(Missing(of=IT)), subjects)


@phrase(
    "feature",
    "no <cell>",
    "(neither|no) <cell> (value|set|given)",
    "(missing|empty|blank) <cell>",
    "nothing in <cell>",
)
def absence(subject: Value) -> Predicate:
    """A column that is empty."""
    return Missing(of=subject)


@phrase("feature", "neither <cell> nor <cell>", "no <cell> (or|nor|and no) <cell>")
def absences(left: Value, right: Value) -> Predicate:
    """Both empty."""
    return all_of(Missing(of=left), Missing(of=right))


for _head, _sign in (
    ("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly", "=="), ("only", "=="),
):  # fmt: skip
    phrase("feature", f"{_head} <number> [matching|corresponding] <rows>")(
        lambda count, rows, sign=_sign: count_of(rows, sign, count)
    )
phrase("feature", "<number> <rows>", cost=0.2)(lambda count, rows: count_of(rows, "==", count))
phrase("feature", "<number> or more <rows>")(lambda count, rows: count_of(rows, ">=", count))


def count_of(rows: RowSet, sign: str, count: Value) -> Predicate | None:
    """How many rows of another table belong to this one."""
    if not rows.table:
        return None
    if sign == ">=" and isinstance(count, Constant) and count.value == 1:
        return exists(rows)
    aggregate = Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=OWN_KEY)
    return compare(aggregate, sign, count)


@phrase("feature", "[any|some|at least one|a matching|a corresponding|matching] <rows>", cost=0.4)
def any_rows(found: RowSet) -> Predicate | None:
    """At least one row of another table."""
    return exists(found) if found.table else None


@phrase("feature", "no <rows>", "not (a single|one|any) <rows>", "not a single <rows>", cost=0.1)
def no_rows(found: RowSet) -> Predicate | None:
    """No row of another table."""
    return not_(exists(found)) if found.table else None


@phrase("feature", "[_string] <text> (in|inside|within) [its|their|the] <cell>", "[_string] <text> (anywhere|somewhere) in <cell>")
def text_in(text: Constant, subject: Value) -> Predicate:
    """The title 'Mr.' in Name."""
    return Matches(of=subject, how=How.CONTAINS, text=str(text.value))


@phrase("feature", "<sign_mark> (in|inside|within) [its|their|the] <cell>")
def sign_in(mark: str, subject: Value) -> Predicate:
    """A space in the name."""
    return Matches(of=subject, how=How.CONTAINS, text=mark)


@phrase("rel", "<cell> <adj>", "(that|which|who) (was|were) <cell> <adj>", cost=0.35)
@phrase("rowvp", "_be <cell> <adj>", cost=0.35)
@phrase("rowvp", "(be|been|have been|has been|had been) <cell> <adj>", cost=0.35)
def participle_of(subject: Value, told: Predicate) -> Predicate:
    """Created before 2020: a column named by what was done."""
    return about(told, subject)


@phrase("rel", "(that|which|who) [have|has|had|were|was] never [been] <table>", "(nobody|no one) [has|had] [ever] <table>", "never <table>", cost=0.2)
def never_done(table: str) -> Predicate:
    """Customers who never ordered: no row of another table."""
    return not_(exists(RowSet(table=table)))


# What rows do ------------------------------------------------------------------------------------


@phrase(
    "rowvp",
    "(have|has|had|need|needs|require|requires|carry|carries|show|shows|own|owns|contain|contains|include|includes) <feature>",
    "look after <feature>",
)
def have(condition: Predicate) -> Predicate:
    """Rows have a feature."""
    return condition


@phrase(
    "rowvp",
    "_do not (have|need|carry|show) <feature>",
    "_do not have any <feature>",
    "never (had|have) <feature>",
    "(have|has) never had <feature>",
    "not have <feature>",
)
def have_not(condition: Predicate) -> Predicate:
    """Rows lack a feature."""
    return not_(condition)


@phrase("rowvp", "(lack|lacks|miss|misses) [any|the|their|its] <cell>")
def lack(subject: Value) -> Predicate:
    """Rows lack a value."""
    return Missing(of=subject)


@phrase(
    "rowvp",
    "_be (in|present in|found in|listed in|known in|part of|contained in|registered in) <rows>",
    "(appear|appears|exist|exists|occur|occurs) in <rows>",
    cost=0.2,
)
def in_table(other: RowSet) -> Predicate | None:
    """Rows that are in another table."""
    return exists(other) if other.table else None


@phrase(
    "rowvp",
    "_be (not|never) (in|present in|found in|listed in|known in|part of|contained in) <rows>",
    "_be (missing|absent) (from|in) <rows>",
    "_do not (appear|exist|occur) in <rows>",
    "never (appear|appears|occur) in <rows>",
    cost=0.2,
)
def not_in_table(other: RowSet) -> Predicate | None:
    """Rows that are not in another table."""
    return not_(exists(other)) if other.table else None


@phrase("rowvp", "_be <flag_word>", "_be <adjective>")
def flag(condition: Predicate) -> Predicate:
    """People who are active."""
    return condition


@phrase("rowvp", "_be not <flag_word>", "_be not <adjective>")
def not_flag(condition: Predicate) -> Predicate:
    """People who are not active."""
    return not_(condition)


@phrase("rowvp", "<rowvp> and <rowvp>", cost=0.1)
def rowvp_and(left: Predicate, right: Predicate) -> Predicate:
    """Two features."""
    return all_of(left, right)


@phrase("rowvp", "<rowvp> or <rowvp>", cost=0.1)
def rowvp_or(left: Predicate, right: Predicate) -> Predicate:
    """One of two features."""
    return any_of(left, right)


phrase.words(
    "_refers",
    "pointing to | referring to | refer to | refers to | point to | points to | referencing "
    "| reference | references | belonging to | belong to | belongs to | linked to | "
    "assigned to | placed by | made by | attached to | related to | link to | for | of | by",
)


@phrase(
    "participle",
    "_refers [any] <rows> that (is|are|do|does) not (in|exist in|appear in|present in|found in|listed in|exist) <rows>",
    cost=0.05,
)
def refers_to_unknown(named: RowSet, other: RowSet) -> Predicate | None:
    """Pointing to a customer that is not in the customer table."""
    return not_(exists(other)) if other.table and named.table == other.table else None


@phrase(
    "participle",
    "_refers [any] [unknown|missing|non-existing|nonexistent|non-existent|deleted|invalid] <cell> that (is|are|do|does) not (in|exist in|appear in|present in|found in|listed in) <rows>",
    cost=0.05,
)
def refers_to_missing_key(key: Value, other: RowSet) -> Predicate | None:
    """Pointing to a customer id that is not in the customer table."""
    if not isinstance(key, Cell) or not other.table:
        return None
    return not_(Exists(table=other.table, keys=((key.column, ""),), where=other.where))


@phrase(
    "participle",
    "_refers [any] (unknown|missing|non-existing|nonexistent|non-existent|invalid|nonexisting) <rows>",
    "_refers <rows> (that|which|who) _do not exist",
    "_refers no (existing|known) <rows>",
)
@phrase("rel", "_with [any] (unknown|non-existing|nonexistent|non-existent) <rows>", cost=0.05)
def refers_to_nothing(other: RowSet) -> Predicate | None:
    """Pointing to an unknown customer."""
    return not_(exists(other)) if other.table else None


@phrase("participle", "(of|from|by|in) <rows>", cost=0.3)
@phrase(
    "participle",
    "_refers [any] [existing|known|valid] <rows>",
    "that _refers [existing|known|valid] <rows>",
    cost=0.25,
)
def refers_to(other: RowSet) -> Predicate | None:
    """Orders of customers in the USA."""
    return exists(other) if other.table else None


@phrase("rowvp", "_refers [any|one of the] [existing|known|valid|real] <rows>", cost=0.1)
def row_refers(other: RowSet) -> Predicate | None:
    """Orders belong to a known customer."""
    return exists(other) if other.table else None


@phrase(
    "participle", "(in|from|with|of|for) <adjective>", "(in|from|for) <cell> <adjective>", cost=0.2
)
def in_value(*parts: object) -> Predicate:
    """Customers in Brazil."""
    return parts[-1]  # type: ignore[return-value]


@phrase(
    "adjectives",
    "<adjective> (,|and|or|, and|, or) <adjective>",
    "<adjectives> (,|and|or|, and|, or) <adjective>",
)
def several_values(left: object, right: Predicate) -> Predicate | None:
    """USA, Canada and Brazil: values of one column."""
    found = _options_of(left) + _options_of(right)
    cells = {part.left for part in (left, right) if isinstance(part, Compare)} | {
        part.of for part in (left, right) if isinstance(part, OneOf)
    }
    return OneOf(of=cells.pop(), options=found) if len(cells) == 1 else None


def _options_of(part: object) -> tuple[Constant, ...]:
    if isinstance(part, OneOf):
        return part.options
    return (part.right,) if isinstance(part, Compare) and isinstance(part.right, Constant) else ()


@phrase(
    "participle",
    "(in|from|with|of|for) <adjectives>",
    "(in|from|for) [either] <adjectives>",
    cost=0.2,
)
def in_values(condition: Predicate) -> Predicate:
    """Customers in USA, Canada and Brazil."""
    return condition
