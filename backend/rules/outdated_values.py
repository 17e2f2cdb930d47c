"""Values that are not those in force on their day: a price list, a rate, a contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from backend.codegen.code import Code, all_of, call, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import outdated_values_sql
from backend.rules.language.emit_keys import matched
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.presence import filled
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.say import say, say_value
from backend.rules.language.terms import Cell, Reads, Value
from backend.rules.outdated_phrases import phrase
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class OutdatedValues(Rule):
    """``value`` equals ``wanted`` of an entry of ``listed`` that is in force on the day ``at``.

    An entry is in force for rows with its ``key`` from its ``start`` to its ``end``, both days
    included; an empty end is open, one that cannot be read never holds. Where several are, one
    that agrees is enough; one with an empty ``wanted`` says nothing. A row for which none is in
    force is not judged, unless no ``value`` is compared: then it is what is flagged.
    """

    kind: Literal["outdated_values"] = "outdated_values"
    at: Value
    listed: str
    key: tuple[str, str] = ("", "")
    """This row's column and the entry's; found from the schema where they are left open."""
    start: str = ""
    end: str = ""
    value: Cell | None = None
    wanted: str = ""

    def own_columns(self) -> tuple[str, ...]:
        """The key of the row."""
        return (self.key[0],) if self.key[0] else ()

    def entry_cells(self) -> tuple[Cell, ...]:
        """The cells of an entry that are read."""
        names = (self.key[1], self.start, self.end, *((self.wanted,) if self.value else ()))
        return tuple(Cell(table=self.listed, column=name) for name in names if name)

    def reads(self) -> Iterator[tuple[str, str]]:
        """The row's columns, and the entry's."""
        yield from super().reads()
        yield from ((cell.table, cell.column) for cell in self.entry_cells())

    def tables(self) -> tuple[str, ...]:
        """The rows, the entries, and tables that lead to the day."""
        return tuple(dict.fromkeys([*super().tables(), self.listed]))


def emit(rule: OutdatedValues, facts: Facts) -> Functions:
    """Both functions find the entries in force; ``scope`` keeps the rows that can be judged."""
    scope, body = body_for(rule), body_for(rule)
    rows = over(scope, rule.table, facts)
    rows = rows.of(rule.table, scope.let("counted", rows.frame.item(_filled(rule, rows))))
    if rule.value is None:
        scope.give(rows.frame)
    else:
        in_force = _in_force(rule, rows, compares=False)
        is_unclear = rows.value(rule.at, Reads.DATE).call("isna")
        scope.give(rows.frame.item(_is_among(rows, in_force) | is_unclear))
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    in_force = _in_force(rule, rows, compares=rule.value is not None)
    if rule.value is not None:
        in_force = in_force.item(_agrees(rule, in_force, rows))
    body.give(rows.frame.item(~_is_among(rows, body.let("right", in_force))))
    return Functions(check=body, scope=scope)


def _filled(rule: OutdatedValues, rows: Rows) -> Code:
    mask = all_of([rows.column(rule.key[0]).call("notna"), *filled(rule.at, rows)])
    if rule.value is not None:
        mask = mask & rows.column(rule.value.column).call("notna")
    return mask if rule.where is None else holds(rule.where, rows) & mask


def _is_among(rows: Rows, found: Code) -> Code:
    index = call("pd.Series", rows.frame.attribute("index"), index=rows.frame.attribute("index"))
    return index.call("isin", found.item(literal("row")))


def _in_force(rule: OutdatedValues, rows: Rows, *, compares: bool) -> Code:
    """Each row with each entry of its key that holds on its day, with both values to compare.

    Without ``compares`` those entries are left out that have none.
    """
    body = rows.body
    entries = rows.of(rule.listed, body.whole_table(rule.listed))
    if rule.value is not None and not compares:
        has_value = entries.column(rule.wanted).call("notna")
        entries = rows.of(rule.listed, body.let("entries", entries.frame.item(has_value)))
    keys = matched(rows, rule.key[0], entries, rule.key[1])
    start, end = (
        entries.value(Cell(table=rule.listed, column=name), Reads.DATE)
        for name in (rule.start, rule.end)
    )
    asked = [("key", keys.mine), ("at", rows.value(rule.at, Reads.DATE))]
    told = [("key", keys.theirs), ("start", start), ("end", end)]
    told.append(("open", entries.column(rule.end).call("isna")))
    if rule.value is not None and compares:
        reads = _reads(rule, rows)
        asked.append(("value", rows.value(rule.value, reads)))
        told.append(("wanted", entries.value(Cell(table=rule.listed, column=rule.wanted), reads)))
    asked_frame = call("pd.DataFrame", mapping(asked)).call("rename_axis", literal("row"))
    asked_code = body.let("asked", asked_frame.call("reset_index"))
    told_frame = call("pd.DataFrame", mapping(told))
    if keys.mine != rows.column(rule.key[0]):  # one that cannot be read is empty, and merges
        told_frame = told_frame.call("dropna", subset=literal(["key"]))
    pairs = body.let(
        "pairs", asked_code.call("merge", body.let("told", told_frame), on=literal("key"))
    )
    return body.let("in force", pairs.item(_holds_on_the_day(pairs)))


def _holds_on_the_day(pairs: Code) -> Code:
    at, start, end, is_open = (pairs.item(literal(n)) for n in ("at", "start", "end", "open"))
    return start.compare("<=", at) & (end.compare(">=", at) | is_open)


def _reads(rule: OutdatedValues, rows: Rows) -> Reads:
    assert rule.value is not None  # noqa: S101 - its callers compare one
    both = rows.fact(rule.table, rule.value.column), rows.fact(rule.listed, rule.wanted)
    may_be_numbers = all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in both)
    has_numbers = any(fact.type in NUMERIC for fact in both)
    return Reads.NUMBER if has_numbers and may_be_numbers else Reads.TEXT


def _agrees(rule: OutdatedValues, in_force: Code, rows: Rows) -> Code:
    mine, wanted = in_force.item(literal("value")), in_force.item(literal("wanted"))
    if _reads(rule, rows) == Reads.NUMBER:
        return mine.combine("-", wanted).call("round", literal(9)).compare("==", literal(0))
    return mine.compare("==", wanted)


def say_rule(rule: OutdatedValues) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    entry = (
        f"{rule.listed} entry for its {rule.key[0]} that is in force on {say_value(rule.at)} "
        f"({rule.start} to {rule.end}, both included; an empty {rule.end} is open)"
    )
    if rule.value is None:
        return f"Every {rule.table} row{where} has a {entry}."
    return (
        f"{rule.value.column} of every {rule.table} row{where} is the {rule.wanted} of the {entry}"
        "; rows without one are not judged."
    )


KIND = Kind(
    phrases=phrase,
    spec=OutdatedValues,
    summary="Rows whose value is not the one in force on their day, or for which none is in force.",
    emit=emit,
    lower=outdated_values_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "The price of each sale must equal the price in tariffs valid on sold_on.",
            {
                "sales": (
                    ("sale", "item_code", "sold_on", "price"),
                    (1, "a", "2024-01-31", 5),
                    (2, "a", "2024-02-01", 5),
                    (3, "b", "2024-02-01", 5),
                    (4, "a", "2023-12-31", 4),
                ),
                "tariffs": (
                    ("item_code", "valid_from", "valid_to", "price"),
                    ("a", "2024-01-01", "2024-01-31", 5),
                    ("a", "2024-02-01", None, 6),
                ),
            },
            (1,),
            "price_in_force",
        ),
        Example(
            "Each sale must have a tariffs entry that is valid on sold_on.",
            {
                "sales": (
                    ("sale", "item_code", "sold_on"),
                    (1, "a", "2024-01-31"),
                    (2, "b", "2024-02-01"),
                    (3, "a", "2024-02-01"),
                ),
                "tariffs": (
                    ("item_code", "valid_from", "valid_to"),
                    ("a", "2024-01-01", "2024-01-31"),
                ),
            },
            (1, 2),
            "entry_in_force",
        ),
    ),
)
