"""Rows whose key has several values where it should have one (a functional dependency)."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, any_of, listed, literal
from backend.contracts.plan import Grain
from backend.rules import inconsistent_values_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.folded_keys import folded, folds
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class InconsistentValues(Rule):
    """Rows that agree in ``key`` agree in each of ``values``; all rows of a key that does not
    are flagged. Rows with an empty cell in one of these columns are left out; with ``whole`` those
    of an empty value are flagged with the rest of their key, as "all rows of such keys" asks.
    With ``ignore_case`` or ``trim`` keys are one that differ in no more than that, so that a
    column that is key and value at once must be spelled alike everywhere.

    A functional dependency key → values (Codd 1971).
    """

    kind: Literal["inconsistent_values"] = "inconsistent_values"
    key: tuple[str, ...]
    values: tuple[str, ...]
    whole: bool = False
    ignore_case: bool = False
    trim: bool = False
    """Leading and trailing blanks of a key do not count."""

    def own_columns(self) -> tuple[str, ...]:
        """Key and values."""
        return tuple(dict.fromkeys(self.key + self.values))

    def filled_columns(self) -> tuple[str, ...]:
        """The columns without which a row is left out."""
        return self.key if self.whole else self.own_columns()


def emit(rule: InconsistentValues, facts: Facts) -> Functions:
    """``scope`` keeps complete rows; ``check`` gives all rows of keys with several values."""
    scope = filled_rows(rule, facts, rule.filled_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    groups = rows.frame.call("groupby", _key(rule, rows))
    if len(rule.values) > 1:
        groups = body.let("groups", groups)
    several = [
        groups.item(literal(value)).call("transform", literal("nunique")).compare(">", literal(1))
        for value in rule.values
    ]
    body.give(rows.frame.item(any_of(several)))
    return Functions(check=body, scope=scope)


def _key(rule: InconsistentValues, rows: Rows) -> Code:
    if not folds(rule):
        return literal(list(rule.key) if len(rule.key) > 1 else rule.key[0])
    keys = [folded(rule, column, rows) for column in rule.key]
    return listed(keys) if len(keys) > 1 else keys[0]


def say_rule(rule: InconsistentValues) -> str:
    """The requirement in words."""
    if rule.key == rule.values:
        return _say_spelling(rule)
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    key, values = " and ".join(rule.key), " and ".join(rule.values)
    return (
        f"All {rule.table} rows{where} with the same {key}{_aside(rule)} have the same {values}; "
        f"flag every row of a {key} that has several{', also where it is empty' if rule.whole else ''}."
    )


def _say_spelling(rule: InconsistentValues) -> str:
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    key = " and ".join(rule.key)
    return (
        f"{key} is spelled alike in all {rule.table} rows{where} in which it is the same"
        f"{_aside(rule)}; flag every row of one that is spelled in several ways."
    )


def _aside(rule: InconsistentValues) -> str:
    loose = [
        word for word, is_so in (("case", rule.ignore_case), ("outer blanks", rule.trim)) if is_so
    ]
    return f" (ignoring {' and '.join(loose)})" if loose else ""


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_several",
    "several | more than one | different | multiple | two or more | various | several "
    "different | more than one different | differing | varying | two different | "
    "conflicting | inconsistent | more than 1 | at least two | two | (more than one|two|several|two or more|different|various) "
    "(spelling|spellings|version|versions|variant|variants|form|forms) of",
)
phrase.words(
    "_one",
    "the same | exactly one | only one | one and the same | a single | one | just one | at "
    "most one | the same single | one single | exactly 1 | identical | a "
    "consistent | no more than one | one fixed | consistently the same",
)
phrase.words(
    "_has",
    "has | have | had | goes with | go with | belongs to | belong to | maps to | map to | "
    "is in | are in | corresponds to | is assigned to | are assigned to | comes with | "
    "carries | is linked to | are linked to | lies in | occurs with | appears with | "
    "implies | must have | must belong to | should have | should belong to | have to have | "
    "have paid | must map to | must have paid | share | must share | must go with | must "
    "correspond to | must be linked to | must be assigned to | must be in | always has | "
    "must use | uses | is tied to | are tied to | must be tied to | is located in | are located in | "
    "is always in | always goes with | always has | always have | always belongs to",
)
phrase.words(
    "_in_same",
    "(living|based|located|sitting|working|listed|found|placed|registered) in the same | (in|at|of|from|on) the "
    "same | that (live|work|sit|lie|are) in the same | (in|at|of|from) one",
)
phrase.words(
    "_occurs_with",
    "occur with | occurs with | appear with | appears with | occur under | occurs under | "
    "have | has | with | having | appear under | appears under | are listed with | is "
    "listed with | linked to | map to | maps to | belong to | belongs to | used with | goes "
    "with | go with | come with | are used with | assigned to | listed with | found with | recorded with | entered with | seen with",
)


def _rule(
    key: object, values: object, where: RowSet | None = None, *, whole: bool = False
) -> Statement | None:
    keys, found = (_names(part) for part in (key, values))
    if not keys or not found or set(keys) & set(found):
        return None
    tables = {cell.table for part in (key, values) for cell in _cells(part)} - {""}
    table = where.table if where is not None else ""
    if len(tables | ({table} - {""})) > 1:
        return None
    return Statement(
        rule=InconsistentValues(
            table=table or (tables.pop() if tables else ""),
            key=keys,
            values=found,
            where=None if where is None else where.where,
            whole=whole,
        )
    )


def _cells(part: object) -> tuple[Cell, ...]:
    items = part.items if isinstance(part, Subjects) else (part,)
    return tuple(item for item in items if isinstance(item, Cell))


def _names(part: object) -> tuple[str, ...]:
    return tuple(cell.column for cell in _cells(part))


@phrase(
    "stmt",
    "_each <cell> _has _one <cell>",
    "_each <cell> _must have _one <cell>",
    "<cell> _has _one <cell>",
    "<cell> _has _one <cell> each",
    "_each <cell> _must be tied to _one <cell>",
    "_each <cell> has [its] own <cell>",
    "_each <cell> _has <cell> that is always the same",
    "<cell> (determines|fixes) <cell>",
    "one <cell> (has|must have|may have|can have|belongs to|must belong to) _one <cell>",
    "no <cell> (may|must|should|can) (lie in|be in) _several <cell>",
    "no <cell> (may|must|should|can) (have|belong to|occur with|appear with|map to|be linked to|be assigned to|go with) _several <cell>",
    "<cell> _must_not have _several <cell>",
    "a <cell> _must_not (have|belong to|occur with|map to) _several <cell>",
    "_each <cell> _must _has _one <cell>",
    "_each <cell> _must lie in _one <cell>",
    "<and_cells> [together] _must (determine|fix) <cell>",
    "<and_cells> [together] (determine|fix) <cell>",
    "<cell> _must (determine|fix) <cell>",
    "_row with the same <and_cells> _must have _one <cell>",
    "_each (combination|pair) of <and_cells> _must have _one <cell>",
    "the same <cell> _must (always have|have|always be) [always] _one <cell>",
    "_row with the same <cell> _must have _one <cell>",
    "all _row (with|of|sharing|on) [the same|one|a] <cell> _must have _one <cell>",
    "<cell> _must be (consistent|constant|the same|identical) (within|for|per) [each|every|the same|one|a] <cell>",
)
@phrase(
    "stmt",
    "_flag _each <cell> (that|which) _occurs_with _several <cell>",
    "_flag [any|a|each|every|those] <cell> (that|which|who) _occurs_with _several <cell>",
    "_flag <cell> _occurs_with _several <cell>",
    "_flag _row whose <cell> _occurs_with _several <cell>",
    "do any <cell> _occurs_with _several <cell> [?]",
    "does any <cell> _occurs_with _several <cell> [?]",
    "_flag _each <cell> _occurs_with _several <cell>",
    "(is|are) there [any] <cell> _occurs_with _several <cell> [?]",
    "is there [a|any] <cell> (that|which) _occurs_with _several <cell> [?]",
)
def one_value(key: Value | Subjects, values: Value) -> Statement | None:
    """Each key has one value."""
    return _rule(key, values)


@phrase(
    "stmt",
    "_flag [all] rows of _each <cell> (that|which) _occurs_with _several <cell>",
    "_flag all _row of [any|a|each|every|those] <cell> (that|which|who) _occurs_with _several <cell>",
)
def all_rows_of_keys(key: Value, values: Value) -> Statement | None:
    """Flag all rows of a city that has several countries."""
    return _rule(key, values, whole=True)


@phrase("stmt", "<cell> _must (depend only on|be determined by|be fixed by) <cell>")
@phrase("stmt", "<cell> (depends only on|is determined by|is fixed by) <cell>")
def determined(values: Value, key: Value) -> Statement | None:
    """The country must depend only on the city."""
    return _rule(key, values)


@phrase(
    "stmt",
    "all <rows> (with|on|of|sharing|under) [the same|one|a] <cell> _has _one <cell>",
    "all <rows> (with|on|of|sharing) [the same|one|a] <cell> _must have _one <cell>",
    "<rows> (with|on|of|sharing) the same <cell> _must have _one <cell>",
    "<rows> _in_same <cell> (_must|_must all) (have|live in|be in|lie in|share|belong to) _one <cell>",
    "<rows> _in_same <cell> [all] (have|live in|are in|lie in|share|belong to) _one <cell>",
    "<rows> (with|on|of|sharing) the same <cell> _has _one <cell>",
    cost=0.05,
)
def one_value_of_rows(rows: RowSet, key: Value, values: Value) -> Statement | None:
    """All passengers on the same ticket have paid the same fare."""
    return _rule(key, values, rows)


def rows_on_keys(rows: RowSet, key: Value, values: Value) -> Statement | None:
    """Flag all passengers on tickets with several fares."""
    return _rule(key, values, rows, whole=True)


KIND = Kind(
    phrases=phrase,
    spec=InconsistentValues,
    summary="Rows whose key has several values where it should have one.",
    emit=emit,
    lower=inconsistent_values_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "Each city always has the same country.",
            {
                "shops": (
                    ("shop", "city", "country"),
                    (1, "Paris", "FR"),
                    (2, "Paris", "US"),
                    (3, "Rome", "IT"),
                    (4, "Rome", None),
                    (5, None, "IT"),
                )
            },
            (0, 1),
            "one_to_one",
        ),
    ),
)
