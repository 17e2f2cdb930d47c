"""Rules about sets of rows: programs flag what the plain reading means, in every variant."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.chance import draw_tables
from backend.proof.meaning import NoPlainReading, find
from backend.proof.meaning.distributions import goodness_of_fit, kurtosis, skewness
from backend.proof.pools import fill_pools
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import kinds, write_page
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule
from backend.rules.unlike_headers import UnlikeHeaders
from tests.proof.trials import AS_OF, expected, told
from tests.rules.words import cell, compare, num

TYPES = {
    "int": ColumnType.INTEGER, "num": ColumnType.NUMBER,
    "text": ColumnType.TEXT, "date": ColumnType.DATE,
}  # fmt: skip
COUNTED = compare(cell("n"), ">=", num(1))
DRAWN = 10


class Variant(NamedTuple):
    """A rule with the types of its columns: ``~int`` is text that mostly holds whole numbers."""

    rule: Rule
    facts: Facts


def _fact(table: str, column: str, told_type: str) -> ColumnRead:
    mostly = TYPES[told_type[1:]] if told_type.startswith("~") else None
    form = "%Y-%m-%d" if told_type == "date" else None
    read = ColumnType.TEXT if mostly else TYPES[told_type]
    return ColumnRead(table=table, column=column, type=read, mostly=mostly, date_format=form)


def _variant(kind: str, columns_of: dict[str, str], /, **fields: Any) -> Variant:
    """Columns by ``table.column``; a name without a table is one of ``t``."""
    named = {tuple(name.rpartition(".")[::2]): how for name, how in columns_of.items()}
    facts = {(table or "t", name): _fact(table or "t", name, how)
             for (table, name), how in named.items()}  # fmt: skip
    rule = kinds()[kind].spec.model_validate({"kind": kind, "table": "t", **fields})
    return Variant(rule, facts)


def _both(**types: str) -> dict[str, str]:
    return {f"{table}.{name}": how for table in "tu" for name, how in types.items()}


def _reconciled(types: dict[str, str], **fields: Any) -> Variant:
    return _variant("differing_rows", types, other="u", **fields)


def _shaped(measure: str, *bounds: tuple[str, float], how: str = "text", **fields: Any) -> Variant:
    columns = {"a": how, "n": "int", "g": "text"}
    columns = {c: columns[c] for c in ("a", *fields.get("by", ()), *(["n"] * ("where" in fields)))}
    return _variant(
        "odd_distributions", columns, column="a", measure=measure, bounds=bounds, **fields
    )


def _priced(columns: dict[str, str], **fields: Any) -> Variant:
    entry = {"u.k": columns["k"], "u.s": "date", "u.e": "date"}
    fields = {"at": cell("d"), "listed": "u", "key": ("k", "k"), "start": "s", "end": "e", **fields}
    return _variant("outdated_values", {**columns, **entry}, **fields)


PRICE = {"value": cell("p"), "wanted": "p"}
ORDERED = {"type": "lookup", "table": "o", "column": "d", "keys": (("oid", "id"),)}
HALVES = {"column": "a", "shares": (("1", 0.5), ("2", 0.5))}
VARIANTS = {
    "tolerance": _reconciled(_both(k="int", a="num"), keys=("k",), columns=("a",), tolerance=0.01),
    "two keys": _reconciled(
        _both(k="text", m="int", a="text", b="date"), keys=("k", "m"), columns=("a", "b"),
        missing=True,
    ),
    "number beside text": _reconciled(
        {"k": "int", "a": "num", "u.k": "text", "u.a": "text"}, keys=("k",), columns=("a",)
    ),
    "whole numbers beside decimals": _reconciled(
        {"a": "int", "b": "text", "u.a": "num", "u.b": "text"}, columns=("a", "b")
    ),
    "empty columns where": _variant(
        "empty_columns", {"n": "int", "a": "text", "b": "num"}, where=COUNTED
    ),
    "skewness by": _shaped("skewness", (">=", -1), ("<=", 1), how="~num", by=("g",)),
    "kurtosis where": _shaped("kurtosis", ("<=", 3), how="int", where=COUNTED),
    "nats by": _shaped("nats", ("<", 0.7), by=("g",)),
    "modes where": _shaped("modes", ("==", 1), where=COUNTED),
    "singles": _shaped("singles", ("<=", 2)),
    "singles share by": _shaped("singles_share", ("<=", 0.1), by=("g",)),
    "repeated": _shaped("repeated", (">", 1), how="num"),
    "copies": _shaped("copies", ("<", 4)),
    "copies share": _shaped("copies_share", ("<=", 0.25)),
    "copies of rows where": _shaped("copies_of_rows", ("<=", 0.05), where=COUNTED),
    "each share": _shaped("each_share", (">=", 0.2), ("<=", 0.5)),
    "price where": _priced({"d": "date", "k": "int", "n": "int"}, where=COUNTED),
    "price of mixed types": _priced(
        {"d": "date", "k": "text", "p": "~num", "u.p": "num"}, **PRICE
    ),
    "price on the day of the order": _priced(
        {"k": "text", "oid": "int", "p": "int", "o.id": "int", "o.d": "date", "u.p": "num"},
        at=ORDERED, **PRICE,
    ),
    "cycles where": _variant(
        "parent_cycles", {"k": "int", "p": "~int", "n": "int"}, parent="p", key="k", where=COUNTED
    ),
    "running, in file order": _variant(
        "running_totals", {"s": "num", "a": "num"}, total="s", amount="a"
    ),
    "running, by": _variant(
        "running_totals", {"s": "~num", "a": "int", "o": "~int", "g": "int"},
        total="s", amount="a", by=("g",), order_by="o",
    ),
    "copies of some rows": _variant(
        "repeated_rows", {"n": "int"}, bounds=(("<=", 3),), where=COUNTED
    ),
    "surplus share but for a column": _variant(
        "repeated_rows", {"a": "text"}, ignored=("a",), measure="surplus", is_share=True,
        bounds=(("<", 1 / 3),),
    ),
    "copies of two columns": _variant(
        "repeated_rows", {"a": "text", "b": "num"}, columns=("a", "b"), is_share=True,
        bounds=(("<=", 0.05),),
    ),
    "names in snake case": _variant(
        "misnamed_columns", {}, way="pattern", pattern="[a-z][a-z0-9]*(_[a-z0-9]+)*", says="is so"
    ),
    "names in lower case": _variant("misnamed_columns", {}, way="lower"),
    "exact shares of numbers": _variant("unexpected_shares", {"a": "num"}, **HALVES),
    "shares at a level": _variant("unexpected_shares", {"a": "text"}, level=0.01, **HALVES),
    "headers in order": _variant("unlike_headers", {}, other="u", way="order"),
    "headers and types": _variant("unlike_headers", {}, other="u", way="order", types=True),
    "columns of the other": _variant("unlike_headers", {}, other="u", way="within"),
    "types there": _variant("unlike_headers", {}, other="u", way="within", types=True),
    "types of both": _variant("unlike_headers", {}, other="u", way="shared", types=True),
    "types in several columns": _variant(
        "mixed_types", {"a": "text", "b": "~num", "n": "int"}, columns=("a", "b"), where=COUNTED
    ),
    "numbers and dates": _variant(
        "mixed_types", {"a": "date"}, columns=("a",), apart=("number", "date")
    ),
    "no text among truth values": _variant(
        "mixed_types", {"a": "text"}, columns=("a",), apart=("truth value", "text")
    ),
    "types of numbers": _variant("mixed_types", {"a": "num", "b": "int"}, columns=("a", "b")),
    "as many columns": _variant("unlike_headers", {}, other="u", way="count"),
    "correlation": _variant(
        "weak_correlations", {"a": "num", "b": "int"}, left="a", right="b",
        bounds=((">=", 0.35), ("<", 0.9)),
    ),
    "size of ranks": _variant(
        "weak_correlations", {"a": "~num", "b": "int"}, left="a", right="b", ranks=True, size=True,
        bounds=((">=", 0.3),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_the_program_flags_what_the_witnesses_say(name: str) -> None:
    rule, facts = VARIANTS[name]
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    for witness in witnesses:
        assert told(source, rule, witness, facts, {}) == expected(witness), witness.says
    assert any(witness.flagged or witness.failing for witness in witnesses)
    assert any(not (witness.flagged or witness.failing) for witness in witnesses)


@pytest.mark.parametrize("name", VARIANTS)
def test_program_and_plain_reading_agree_on_rows_by_chance(name: str) -> None:
    rule, facts = VARIANTS[name]
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)
    pools = fill_pools(witnesses, facts, (), {})

    for drawn in draw_tables(witnesses, pools, DRAWN, seed=1):
        witness = Witness(says=drawn.says, tables=drawn.tables, as_of=AS_OF)
        try:
            meant = find(rule, witness.tables, facts, as_of=AS_OF)
        except NoPlainReading:
            continue
        found = told(source, rule, witness, facts, {})
        assert found == (meant.rows, meant.failing, meant.tested), witness.tables


def test_what_is_no_number_does_not_pass_for_an_empty_cell() -> None:
    rule, facts = VARIANTS["tolerance"]
    tables = {
        "t": TinyTable(columns=("k", "a"), rows=((1, "abc"),)),
        "u": TinyTable(columns=("k", "a"), rows=((1, "xyz"),)),
    }
    witness = Witness(says="no numbers on both sides", tables=tables, as_of=AS_OF)

    with pytest.raises(ValueError, match="abc"):
        told(write_page(rule, facts, title="T-1 · Test"), rule, witness, facts, {})


@pytest.mark.parametrize("name", ["it's", "mine", 'a "b"'])
def test_headers_of_tables_of_any_name_are_compared(name: str) -> None:
    rule = UnlikeHeaders(table="theirs", other=name)
    header = TinyTable(columns=("a", "b"), rows=())
    tables = {"theirs": header, name: TinyTable(columns=("a", "c"), rows=())}
    witness = Witness(says="other headers", tables=tables, as_of=AS_OF)
    source = write_page(rule, {}, title="T-1 · Test")

    assert told(source, rule, witness, {}, {}) == (None, 2, 2)


@pytest.mark.parametrize(
    ("counts", "p_value"),
    [((10, 10), 1.0), ((15, 5), 0.0253473187), ((30, 50), 0.0253473187), ((1, 0), 0.3173105079)],
    ids=str,
)
def test_the_p_value_is_the_published_one(counts: tuple[int, int], p_value: float) -> None:
    """Chi-square statistics 0, 5, 5 and 1 at one degree of freedom: the tails erfc(sqrt(x / 2))."""
    found = goodness_of_fit(Counter(dict(zip("ab", counts, strict=True))), {"a": 0.5, "b": 0.5})

    assert found == pytest.approx(p_value, abs=1e-9)


def test_moments_are_those_of_a_worked_example() -> None:
    """Of 1, 2, 4: m2 = 14/9 and m3 = 20/27. Of 1, 2, 3, 4: m4 / m2^2 = 41/25."""
    assert skewness([Fraction(n) for n in (1, 2, 4)]) == pytest.approx(
        6**0.5 * (20 / 27) / (14 / 9) ** 1.5
    )
    assert kurtosis([Fraction(n) for n in (1, 2, 3, 4)]) == pytest.approx(-1.2)
    assert skewness([Fraction(2)] * 5) is None
    assert kurtosis([Fraction(n) for n in (1, 2, 4)]) is None
