"""Phrases for empty cells that count as zero, and for how exact a calculation must be."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Modifier, Phrases, Subjects

phrase = Phrases()

phrase.words("_void", "empty | blank | missing | null | absent | unfilled | unknown")
phrase.words("_nil", "zero | 0 | nothing | nil | a zero | 0.00 | 0.0")
phrase.words(
    "_as_nil",
    "(counts|count|is|are|is taken|are taken|is treated|are treated|is read|are read|is counted|are counted|"
    "is regarded|goes in|go in|is to be read|is to be taken|is to be treated|must be read|should be treated|"
    "should be taken|should be counted|must be treated|must be counted|should count|enters|is considered|"
    "are considered|counting|being counted|taken|counted|treated) (as|to be|like|for) _nil | (means|mean|equals|stands for|stand for|is|are) _nil",
)
phrase.words(
    "_taken_as", "treat | read | take | count | regard | consider | interpret | handle | use"
)
phrase.words(
    "_voids",
    "empties | blanks | nulls | empty cells | empty values | missing values | blank cells | missing parts | "
    "empty parts | empty fields | missing amounts | empty amounts | an empty cell | an empty value | a "
    "missing value | a blank | empty ones | missing ones | what is empty | what is missing | empty columns",
)
phrase.widen("_whenever", "if | when | where | whenever | wherever | in case")


@phrase(
    "remark",
    "[any] _void <cell> [values|cells] _as_nil",
    "_taken_as [any] _void <cell> [values|cells] (as|for|like) _nil",
    "_whenever <cell> (is|are) _void [,] (it|they|this|that) _as_nil",
    "_whenever <cell> (is|are) _void [,] _taken_as [it|them] (as|for|like) _nil",
    "_whenever <cell> (is|are) _void [,] use _nil",
    "_whenever there is no <cell> [,] it _as_nil",
    "no <cell> (means|counts as|is) _nil",
    "[where]  <cell> [is] [left] _void _as_nil",
    "with _void <cell> (as|counting as|counted as|taken as|read as|treated as) _nil",
    "_void <cell> = _nil",
    cost=0.02,
)
def void_as_zero(cell: Value) -> Modifier:
    """An empty bonus counts as zero."""
    return remark("empty-as-zero", values=(cell,))


@phrase(
    "remark",
    "[any] _void <or_cells> [values|cells] _as_nil",
    "[any] _void <and_cells> [values|cells] _as_nil",
    "_taken_as [any] _void <and_cells> (as|for|like) _nil",
    cost=0.02,
)
def voids_of_several(cells: Subjects | tuple[Value, ...]) -> Modifier:
    """An empty bonus or fee counts as zero."""
    items = cells.items if isinstance(cells, Subjects) else cells
    return remark("empty-as-zero", values=items)


phrase.words(
    "_some_amount",
    "count | amount | number | figure | field | part | quantity | entry | component | item | share | place | "
    "position | element | summand | answer | score | answers | scores | counts | amounts | numbers | figures | quantities | entries | parts",
)


@phrase("remark", "[an|any|every|each|all] _void _some_amount _as_nil", cost=0.6)
@phrase("remark", "_taken_as [an|any|every|each] _void _some_amount (as|for|like) _nil", cost=0.6)
@phrase("remark", "(empty|blank|missing) _as_nil", cost=0.1)
@phrase(
    "remark",
    "[all|any] _voids _as_nil",
    "_taken_as [all|any] _voids (as|for|like) _nil",
    "with _voids (as|counting as|counted as|taken as|read as|treated as) _nil",
    cost=0.02,
)
def all_voids() -> Modifier:
    """Empty cells count as zero."""
    return remark("empty-as-zero")


# How exact --------------------------------------------------------------------------------------

phrase.words(
    "_exact_to", "exact | exactly | correct | accurate | right | precise | precisely | true | down"
)


@phrase(
    "remark",
    "_exact_to to the (cent|penny|last cent|very cent|last penny)",
    "to the (cent|penny|last cent)",
)
@phrase("remark", "cent by cent", "_exact_to to a cent", "_exact_to to two decimals")
def exact_to_the_cent() -> Modifier:
    """Exact to the cent: what is less than half a cent away is equal."""
    return remark("tolerance", number=0.005)


@phrase(
    "remark",
    "<amount> of (tolerance|leeway|rounding|slack|difference) [is|are] [allowed|fine|ok|granted|permitted|acceptable]",
    "(plus or minus|give or take|\\+ / -|±) [a|one|at most] <amount>",
    "[with a|with|a] (leeway|slack|margin) of <amount>",
    "(differences|deviations|rounding differences) (up to|of up to|of at most) <amount> (are|is) (fine|ok|allowed|accepted|tolerated|ignored)",
    cost=0.02,
)
def leeway(given: Value) -> Modifier | None:
    """One cent of tolerance."""
    return remark("tolerance", values=(given,)) if isinstance(given, Constant) else None
