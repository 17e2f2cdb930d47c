"""Phrases for every column of a table, and for networks that an address is in."""

from __future__ import annotations

from ipaddress import IPv4Network, ip_network
from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Cell, Constant, How, Matches, Missing, Predicate
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    any_of,
    not_,
)

phrase = Phrases()

# Every column ---------------------------------------------------------------------------------


@phrase("every_column", "(every|each|all|any) <table_columns> [of (the table|every row|each row)]")
@phrase("every_column", "all of the <table_columns>")
def every_column(cells: tuple[Cell, ...]) -> Subjects:
    """Every column of the one table at hand."""
    return Subjects(items=cells)


@phrase(
    "every_column",
    "<every_column> [,] (except|but|other than|apart from|except for|save) [column|columns] <cell> [,]",
    "<every_column> [,] (except|but|other than|apart from|except for|save) [columns] <and_cells> [,]",
)
def columns_but(found: Subjects, left_out: Any) -> Subjects | None:
    """All columns except the first."""
    gone = left_out.items if isinstance(left_out, Subjects) else (left_out,)
    names = {cell.column for cell in gone if isinstance(cell, Cell)}
    kept = tuple(
        cell for cell in found.items if isinstance(cell, Cell) and cell.column not in names
    )
    is_known = len(kept) == len(found.items) - len(names)
    return found.model_copy(update={"items": kept}) if kept and is_known else None


@phrase("stmt", "<every_column> <duty>", cost=0.05)
@phrase("stmt", "<every_column> <vp>", cost=0.2)
def columns_duty(found: Subjects, told: Predicate) -> Statement:
    """Every column must be filled."""
    return rule(about_all(told, found))


@phrase(
    "stmt",
    "no <table_columns> (may|must|should|can) be (empty|blank|missing|null|left empty|left blank)",
    "no (empty|missing|blank|null) <table_columns> [(are|is) allowed]",
    "there (must|should|may) be no (empty|missing|blank|null) <table_columns> [in the table|anywhere]",
    "_flag [all|any] _row with [any|an|at least one] (empty|missing|blank|null) <table_columns>",
    "_flag [all|any] _row that (have|has) [any|an|at least one] (empty|missing|blank|null) <table_columns>",
    cost=0.05,
)
def no_empty_cell(cells: tuple[Cell, ...]) -> Statement:
    """No cell may be empty."""
    return rule(about_all(not_(Missing(of=IT)), Subjects(items=cells)))


# Networks -------------------------------------------------------------------------------------


@phrase("network", "<network_mark>", "[the] <network_mark> (network|range|subnet|block|net)")
@phrase("network", "(network|range|subnet|block|net) <network_mark>")
def network(mark: Constant) -> str | None:
    """10.0.0.0/8, as a pattern of its addresses."""
    try:
        return _addresses(ip_network(str(mark.value)))
    except ValueError:
        return None


def _addresses(found: object) -> str | None:
    """A pattern of all addresses of an IPv4 network (RFC 4632), each number without a zero ahead."""
    if not isinstance(found, IPv4Network):
        return None
    first, last = (str(end).split(".") for end in (found[0], found[-1]))
    return r"\.".join(_numbers(int(low), int(high)) for low, high in zip(first, last, strict=True))


def _numbers(low: int, high: int) -> str:
    if (low, high) == (0, 255):
        return "([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])"
    told = "|".join(str(number) for number in range(low, high + 1))
    return told if low == high else f"({told})"


@phrase("networks", "<network>")
def one_network(pattern: str) -> tuple[str, ...]:
    """A network by itself."""
    return (pattern,)


@phrase("networks", "<networks> (,|or|, or) <network>")
def more_networks(before: tuple[str, ...], pattern: str) -> tuple[str, ...]:
    """One of several networks."""
    return (*before, pattern)


phrase.words(
    "_private_nets",
    "private (blocks|ranges|networks|subnets|IPv4 blocks|IPv4 ranges|IPv4 networks|address ranges|range|nets|IP ranges) | "
    "IPv4 (blocks|ranges|networks) | following (networks|ranges|blocks)",
)


@phrase("networks", "<networks> [,] (and|or) <network>", "_private_nets [:] <networks>")
@phrase("networks", "one of [the] _private_nets [:] <networks>")
def named_networks(before: tuple[str, ...], *pattern: str) -> tuple[str, ...]:
    """One of the private blocks 10.0.0.0/8 and so on."""
    return (*before, *pattern)


@phrase("adj", "(in|within|inside|from|part of|on) <networks>", "in one of <networks>", cost=0.05)
@phrase("verb", "(belong|belongs) to <networks>", "(lie|lies|fall|falls) (in|within) <networks>")
@phrase("verb", "(come|comes) from <networks>")
def in_network(patterns: tuple[str, ...]) -> Predicate:
    """In 10.0.0.0/8, or in one of several."""
    told = patterns[0] if len(patterns) == 1 else "|".join(f"({each})" for each in patterns)
    return Matches(of=IT, how=How.PATTERN, text=told)


@phrase("adj", "(outside|outside of|not in|not within|not from) <networks>", cost=0.05)
def not_in_network(patterns: tuple[str, ...]) -> Predicate:
    """Outside of 10.0.0.0/8."""
    return not_(in_network(patterns))


_ALWAYS = "at all times|at any time|throughout|in all cases|in every case|under all circumstances"


@phrase("stmt", f"<stmt> ({_ALWAYS})", cost=0.02)
def always(statement: Statement) -> Statement | None:
    """… at all times: what a rule says anyway, but of how many there are at one of them."""
    told = statement.rule
    is_counted = isinstance(told, Duplicates | FailingMetrics)
    return None if is_counted else statement


phrase("stmt", "(within|in) [the] (table|file|dataset|data) [,] <stmt>", cost=0.05)(
    lambda statement: statement
)


@phrase("stmt", "no single <rows> _may <rowvp>", cost=0.02)
def no_single(rows: RowSet, told: Predicate) -> Statement:
    """No single order may have a negative price."""
    return rule(not_(told), rows.table, rows.where)


@phrase("stmt", "<expr> _must either be <adj> or [be] <adj>", cost=0.02)
@phrase("stmt", "<expr> (is|are) either <adj> or <adj>", cost=0.1)
def either_so(subject: Any, one: Predicate, other: Predicate) -> Statement:
    """A text must either be empty or valid JSON."""
    return rule(about(any_of(one, other), subject), subject=subject)


@phrase(
    "stmt",
    "<rows> (_must have|_needs) (value|date|entry|something) (in|for|under) <cell>",
    cost=0.05,
)
def has_value_in(rows: RowSet, of: Any) -> Statement:
    """Each invoice must have a date in paid_on."""
    return rule(not_(Missing(of=of)), rows.table, rows.where)


@phrase(
    "stmt",
    "<cells> : (at least one|one) of them _must be <adj> [in every row|in each row]",
    cost=0.02,
)
def one_of_them(found: Subjects, told: Predicate) -> Statement:
    """A and B: at least one of them must be filled."""
    return rule(any_of(*(about(told, item) for item in found.items)))


@phrase("stmt", "no <rows> _may be without [any|one of] (its|their) <table_columns>", cost=0.1)
def complete_rows(rows: RowSet, cells: tuple[Cell, ...]) -> Statement:
    """No row may be without any of its columns."""
    return rule(about_all(not_(Missing(of=IT)), Subjects(items=cells)), rows.table, rows.where)
