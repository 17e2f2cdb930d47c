"""Rows that share what should be unique."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, all_of, any_of, call, listed, literal
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import duplicates_sql
from backend.rules.duplicate_phrases import phrase
from backend.rules.folded_keys import folded, folds
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.periods import Period, dated, periods, periods_of_dates
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class Duplicates(Rule):
    """No two rows share the cells of ``columns`` (all columns where none are named).

    ``keep`` tells which of the rows that share a key are flagged: all of them, or all but the
    first. Rows with an empty key cell are not compared, save where whole rows are; ``ignored``
    are columns that whole rows may differ in. With ``per`` only rows of one period of the
    calendar are compared; a row whose date is none breaks the rule.
    """

    kind: Literal["duplicates"] = "duplicates"
    columns: tuple[str, ...] = ()
    keep: Literal["all", "later"] = "all"
    ignored: tuple[str, ...] = ()
    ignore_case: bool = False
    trim: bool = False
    """Leading and trailing blanks do not count."""
    empty_counts: bool = False
    required: bool = False
    """An empty key cell breaks the rule as well: a primary key."""
    per: tuple[Period, ...] = ()
    """Beside ``columns``: whole rows are compared wherever they stand."""

    @property
    def key(self) -> tuple[str, ...]:
        """The columns whose cells make the key."""
        return tuple(dict.fromkeys([*self.columns, *self.date_columns()]))

    def names_its_columns(self) -> bool:
        """Unless whole rows are compared."""
        return bool(self.columns)

    def compares_whole_rows(self) -> bool:
        """Where no columns are named."""
        return not self.columns

    def own_columns(self) -> tuple[str, ...]:
        """The key, and the columns that do not count."""
        return self.key + self.ignored

    def date_columns(self) -> tuple[str, ...]:
        """Columns whose dates tell the periods."""
        return tuple(period.column for period in self.per)


def emit(rule: Duplicates, facts: Facts) -> Functions:
    """``scope`` keeps rows with a whole key; ``check`` gives those whose key is not alone."""
    scope = _scope(rule, facts)
    body = body_for(rule)
    if scope is not None:
        enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    keep = literal(False) if rule.keep == "all" else literal("first")
    repeated = _keys(rule, rows).call("duplicated", keep=keep)
    if rule.required:
        empty = [rows.frame.item(literal(column)).call("isna") for column in rule.key]
        repeated = any_of([*empty, repeated])
    if rule.per:
        repeated = any_of([repeated, *(_undated(rule, period, rows) for period in rule.per)])
    body.give(rows.frame.item(repeated))
    return Functions(check=body, scope=scope)


def _undated(rule: Duplicates, period: Period, rows: Rows) -> Code:
    no_date = dated(period, rows).call("isna")
    return rows.column(period.column).call("notna") & no_date if rule.empty_counts else no_date


def _scope(rule: Duplicates, facts: Facts) -> Body | None:
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    if not (rule.empty_counts or rule.required):
        masks += [rows.frame.item(literal(column)).call("notna") for column in rule.key]
    if not masks:
        return None
    body.give(rows.frame.item(all_of(masks)))
    return body


def _keys(rule: Duplicates, rows: Rows) -> Code:
    if not rule.columns:
        dropped = literal(list(rule.ignored))
        return rows.frame.call("drop", columns=dropped) if rule.ignored else rows.frame
    if not (folds(rule) or rule.per):
        key = list(rule.columns) if len(rule.columns) > 1 else rule.columns[0]
        return rows.frame.item(literal(key))
    plain = [folded(rule, column, rows) for column in rule.columns]
    told = periods if rule.empty_counts else periods_of_dates
    plain += [told(period, rows) for period in rule.per]
    if len(plain) == 1:
        return plain[0]
    return rows.body.let("keys", call("pd.concat", listed(plain), axis=literal(1)))


def say_rule(rule: Duplicates) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    names = (*rule.columns, *(period.label for period in rule.per))
    key = " and ".join(names) if names else "all columns"
    if rule.ignored:
        key += f" but {' and '.join(rule.ignored)}"
    loose = [
        word for word, is_so in (("case", rule.ignore_case), ("outer blanks", rule.trim)) if is_so
    ]
    case = f", ignoring {' and '.join(loose)}" if loose else ""
    which = "every row that shares them" if rule.keep == "all" else "every such row but the first"
    if rule.required:
        which += ", and every row where one of them is empty"
    if rule.per:
        which += f", and every row whose {rule.per[0].column} is no date"
    empty = " Empty cells count as equal." if rule.empty_counts and rule.columns else ""
    return f"No two {rule.table} rows{where} are equal in {key}{case}; flag {which}.{empty}"


KIND = Kind(
    phrases=phrase,
    spec=Duplicates,
    summary="Rows that share what should be unique.",
    emit=emit,
    lower=duplicates_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "email must be unique",
            {"users": (("user_id", "email"), (1, "a"), (2, "b"), (3, "a"), (4, None), (5, None))},
            (0, 2),
            "one_column",
        ),
        Example(
            "The combination of user_id and event_id must be unique among paid orders.",
            {
                "orders": (
                    ("user_id", "event_id", "status"),
                    (1, 1, "paid"),
                    (1, 1, "open"),
                    (1, 2, "paid"),
                    (1, 2, "paid"),
                )
            },
            (2, 3),
            "filtered_pair",
        ),
        Example(
            "No user may have more than one vote per day.",
            {
                "votes": (
                    ("user_id", "voted_at"),
                    (1, "2026-11-20 08:00"),
                    (2, "2026-11-20 09:00"),
                    (1, "2026-11-20 23:59"),
                    (1, "2026-11-21 00:00"),
                )
            },
            (0, 2),
            "once_a_day",
        ),
        Example(
            "No two orders may be identical in all columns.",
            {"orders": (("order_id", "total"), (1, 10), (2, None), (1, 10), (2, None), (1, 11))},
            (0, 1, 2, 3),
            "whole_rows",
        ),
    ),
)
