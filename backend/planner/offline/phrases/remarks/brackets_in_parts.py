"""Phrases for brackets that say several things at once: (staff_id, tolerance 0.01), (born, manager in reports_to).

Each part is a remark of its own, a column that the rule reads, or the key that it follows.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

Parts = tuple[Modifier, ...]

# What one part says -----------------------------------------------------------------------------------


@phrase("bracket_part", "<remark>", "<gloss>")
def part_remarked(told: Modifier) -> Parts | None:
    """Tolerance 0.01."""
    return (told,) if isinstance(told, Modifier) else None


@phrase("bracket_part", "[column] <cell>", cost=0.02)
def part_named(of: Value) -> Parts | None:
    """A column that the rule reads."""
    return (remark("names-column", values=(of,)),) if isinstance(of, Cell) else None


@phrase("bracket_part", "[column|via|by|over|through|using|key] <cell>", cost=0.04)
def part_key(of: Value) -> Parts | None:
    """The key that the rule follows."""
    return (remark("by-key", values=(of,)),) if isinstance(of, Cell) else None


@phrase("bracket_part", "<superior> (in|is|=|as|by|:) [column] <cell>", cost=0.02)
def part_superior(key: Cell, of: Value) -> Parts | None:
    """Manager in reports_to."""
    return part_key(of) if key == of else None


@phrase("bracket_part", "<noun> (in|is|=|as|by|:) [column] <cell>", cost=0.02)
def part_led_by(rows: RowSet, of: Value) -> Parts | None:
    """Shipper in shipVia: by what a row leads to one."""
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    return part_key(of) if is_plain else None


@phrase(
    "bracket_part", "<cell> (vs|versus|against|compared to|compared with) [.] <cell>", cost=0.02
)
def part_compared(*cells: Value) -> Parts | None:
    """Ordered_on vs joined_on."""
    found = [part_named(each) for each in cells]
    return tuple(part for each in found if each for part in each) if all(found) else None


# All of them ------------------------------------------------------------------------------------------


@phrase("bracket_parts", "<bracket_part> (,|;|and|, and|+) <bracket_part>")
@phrase("bracket_parts", "<bracket_parts> (,|;|and|, and) <bracket_part>", cost=0.01)
@phrase("bracket_parts", "<part_alone>")
def bracket_parts(*parts: Parts) -> Parts:
    """Staff_id, tolerance 0.01."""
    return tuple(each for part in parts for each in part)


phrase("part_alone", "<superior> (in|is|=|as|by|:) [column] <cell>", cost=0.02)(part_superior)
phrase("part_alone", "<noun> (in|is|=|as|by|:) [column] <cell>", cost=0.02)(part_led_by)
phrase("part_alone", "<cell> (vs|versus|against|compared to|compared with) [.] <cell>", cost=0.02)(
    part_compared
)


@phrase("hint", r"<hint> \( <bracket_parts> [.] \) [.|!|?]", cost=0.06)
def remarked_in_parts(statement: Statement, told: Any) -> Statement:
    """… (staff_id, tolerance 0.01)."""
    return statement.model_copy(update={"remarks": (*statement.remarks, *told)})
