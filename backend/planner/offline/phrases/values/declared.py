"""Phrases for what a schema declares: order_id must be declared not null and unique.

That a column may be empty is no rule; its reading says so (`declared_columns`).
"""

from __future__ import annotations

from typing import Any, Literal

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import primary, unique
from backend.rules.language.terms import Cell, Missing, Value
from backend.rules.phrasing import IT, Modifier, Phrases, Statement, Subjects, about_all, not_

phrase = Phrases()
Declared = Literal["filled", "unique", "key"]
_AS_VALUES = Modifier(kind="as-values")

phrase.words("_as_declared", "declared | defined | specified | declared in the schema | set up")
phrase.words(
    "_declared_filled",
    "not null | not-null | notnull | non-null | not nullable | non-nullable | nonnullable | "
    "no nulls | without nulls | required | mandatory | nullable no | nullable = no | "
    "nullable = false | nullable : no",
)
phrase.words("_declared_key", "primary key | primary | a key | key | pk | table key")
phrase.words("_declared_unique", "unique | distinct")
phrase.words("_with_this", "and | , | plus | as well as | & | , and | /")


@phrase("declared_so", "_declared_filled")
def declared_filled() -> Declared:
    """Not null."""
    return "filled"


@phrase("declared_so", "_declared_unique")
def declared_unique() -> Declared:
    """Unique."""
    return "unique"


@phrase("declared_so", "_declared_key")
@phrase("declared_so", "[both] _declared_filled [_with_this] _declared_unique")
@phrase("declared_so", "[both] _declared_unique [_with_this] _declared_filled")
@phrase("declared_so", "_declared_key [_with_this] _declared_filled")
def declared_key() -> Declared:
    """Primary key; not null and unique."""
    return "key"


@phrase("bound_so", "<declared_so> (constraint|constraints)")
@phrase("bound_so", "constraint <declared_so>", "constraints <declared_so>")
def bound_so(told: Declared) -> Declared:
    """A NOT NULL constraint."""
    return told


@phrase(
    "bound_so", "_declared_filled [constraint] and [a] _declared_unique (constraint|constraints)"
)
@phrase(
    "bound_so", "_declared_unique [constraint] and [a] _declared_filled (constraint|constraints)"
)
def bound_twice() -> Declared:
    """A not null and a unique constraint."""
    return "key"


def _rule(of: Any, told: Declared) -> Statement | None:
    cells = of.items if isinstance(of, Subjects) else (of,)
    if not all(isinstance(cell, Cell) for cell in cells):
        return None
    if told == "filled":
        filled = about_all(not_(Missing(of=IT)), Subjects(items=cells))
        found: Statement | None = rule(filled, subject=of if isinstance(of, Cell) else None)
    elif told == "key":
        found = primary(of)
    else:  # of two columns each may be unique, or the two together
        found = unique(of) if isinstance(of, Cell) else None
    return found and found.model_copy(update={"remarks": (*found.remarks, _AS_VALUES)})


@phrase(
    "stmt",
    "[column] (<cell>|<and_cells>) _must be _as_declared [as|to be] <declared_so>",
    "(<cell>|<and_cells>) _must be a column _as_declared [as] <declared_so>",
    "(<cell>|<and_cells>) _must (have|carry) [a|an|the] <bound_so>",
    "there _must be [a|an] <bound_so> (on|for) (<cell>|<and_cells>)",
    "<bound_so> (on|for) (<cell>|<and_cells>)",
    "(<cell>|<and_cells>) : <bound_so>",
    "(is|are) (<cell>|<and_cells>) _as_declared [as] <declared_so> [?]",
    "(does|do) (<cell>|<and_cells>) (have|carry) [a|an|the] <bound_so> [?]",
    "the schema must (declare|define) (<cell>|<and_cells>) [as|to be] <declared_so>",
)
def declared(*parts: Any) -> Statement | None:
    """order_id must be declared not null and unique."""
    told = next(part for part in parts if isinstance(part, str))
    of = next(part for part in parts if not isinstance(part, str))
    return _rule(of, told)  # type: ignore[arg-type]


@phrase("stmt", "<cell> [:] _declared_filled [_with_this] _declared_unique", cost=0.02)
@phrase("stmt", "<cell> [:] _declared_unique [_with_this] _declared_filled", cost=0.02)
@phrase("stmt", "<cell> : (primary key|pk)", cost=0.02)
def shortly(of: Value) -> Statement | None:
    """order_id: NOT NULL, UNIQUE."""
    return primary(of) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<cell> _must_not be nullable",
    "<cell> _must_not be _as_declared [as] nullable",
)
def not_nullable(of: Value) -> Statement | None:
    """order_id must not be declared nullable."""
    return _rule(of, "filled")


# What forbids nothing -------------------------------------------------------------------------

phrase.words(
    "_nothing_there", "null | empty | blank | missing | left empty | left blank | left out"
)


@phrase(
    "stmt",
    "<cell> (may|can) [also|sometimes] be _nothing_there",
    "<cell> (may|can) (contain|have|hold) (nulls|null|null values|empty values|empty cells|blanks|gaps)",
    "<cell> (is|are) [a] (nullable|optional) [column|field]",
    "<cell> _must be [a] (nullable|optional) [column|field]",
    "<cell> _must be _as_declared [as] (nullable|optional)",
    "<cell> (is|are) allowed to be _nothing_there",
    "<cell> (need|needs) not be (filled|filled in|given|set|present)",
    "<cell> (does|do) not (have|need) to be (filled|filled in|given|set|present)",
    "<cell> (is|are) not (required|mandatory|compulsory)",
    "(nulls|null values|empty values|empty cells|gaps) (are|is) (allowed|permitted|fine|ok|acceptable) in <cell>",
    "<cell> : (nullable|optional|may be null|null allowed|nulls allowed)",
    cost=0.3,
)
def forbids_nothing(of: Value) -> Statement | None:
    """customer_id may be null."""
    if not isinstance(of, Cell):
        return None
    told = rule(not_(Missing(of=of)), subject=of)
    remark = Modifier(kind="forbids-nothing", values=(of,))
    return told.model_copy(update={"remarks": (remark,)})
