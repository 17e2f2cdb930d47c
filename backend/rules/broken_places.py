"""Rows at a told place of the file that are not there, or not as they must be."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, call, listed, literal, mapping
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain
from backend.rules import broken_places_sql
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Aggregate, Exists, Lookup, Predicate, Previous
from backend.rules.language.walk import columns_read, walk
from backend.rules.place_names import labels, say_place
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class BrokenPlaces(Rule):
    """``must`` holds of the row at ``place``: 1 is the first row of data, -1 the last.

    Rows are counted in the order of the file, the header not among them, and of the rows for
    which ``where`` is true. One place is judged, also where there is no such row: that fails, and
    so does a row of which ``must`` cannot be told, as of an empty cell. A failing place is one
    record. (``expect_column_value_at_index`` and its like in other tools.)
    """

    kind: Literal["broken_places"] = "broken_places"
    place: int
    must: Predicate

    def names_its_columns(self) -> bool:
        """A condition names its cells."""
        return True


def require_own_cells(rule: BrokenPlaces) -> None:
    """Pass a rule whose condition is on the cells of one row alone.

    Raises:
        PlanError: it looks at other rows, or there is no such place.
    """
    if rule.place == 0:
        raise PlanError(f"{rule.table}: rows are counted from 1.", code="no-such-place")
    for term in walk(rule.must):
        if isinstance(term, Aggregate | Exists | Lookup | Previous):
            raise PlanError(
                f"{rule.table}: the row at a place is judged by its own cells alone.",
                code="beyond-the-row",
            )


def emit(rule: BrokenPlaces, facts: Facts) -> Functions:
    """``scope`` tells of the place whether it is as told; ``check`` judges that."""
    require_own_cells(rule)
    scope = body_for(rule)
    rows = over(scope, rule.table, facts)
    if rule.where is not None:
        counted = rows.frame.item(holds(rule.where, rows))
        rows = rows.of(rule.table, scope.let("counted", counted))
    place = scope.let("place", Code(f"{rows.frame.text}.iloc[{_slice(rule.place)}]"))
    as_told = place.item(holds(rule.must, rows.of(rule.table, place)))
    cells = list(dict.fromkeys(column for _, column in columns_read(rule.must, rule.table)))
    names = labels(cells)
    told = (literal(say_place(rule.place)), call("len", place), call("len", as_told))
    items = [(name, listed([code])) for name, code in zip(names, told, strict=True)]
    shown = place.item(literal(cells)).call("reset_index", drop=literal(True))
    scope.give(call("pd.DataFrame", mapping(items)).call("join", shown))
    body = body_for(rule)
    arguments = "".join(f", {each}={each}" for each in rule.parameters())
    places = body.scoped_table("places", f"scope(tables{arguments})")
    body.give(places.item(places.item(literal(names.as_told)).compare("==", literal(0))))
    return Functions(check=body, scope=scope, scope_doc="The place, and whether its row is so.")


def _slice(place: int) -> str:
    if place == -1:
        return "-1:"
    return f"{place}:{place + 1}" if place < 0 else f"{place - 1}:{place}"


def say_rule(rule: BrokenPlaces) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    return (
        f"In {say_place(rule.place)} of {rule.table}{where}, {say(rule.must)}; rows are counted "
        "from 1 in file order, without the header. It fails where that row is not there, or does "
        "not tell."
    )


KIND = Kind(
    spec=BrokenPlaces,
    summary="Rows at a told place of the file that are not there, or not as they must be.",
    emit=emit,
    lower=broken_places_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The first row must have order_id 1.",
            {"orders": (("order_id", "status"), (17, "paid"), (1, "paid"))},
            1,
            "first_row",
        ),
        Example(
            "The last row of the file must have kind total.",
            {"lines": (("kind", "qty"), ("line", 3), ("line", 4), ("total", 7))},
            0,
            "last_row",
        ),
    ),
)
