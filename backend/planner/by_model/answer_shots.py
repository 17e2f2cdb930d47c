"""Whole answers, one for each decision, as the prompt shows them.

They are answers like any other: a test reads each with the planner.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from pydantic import JsonValue

from backend.planner.by_model.answer import Decision
from backend.planner.by_model.few_shots import schema_of
from backend.planner.by_model.privacy import type_of
from backend.planner.by_model.quoting import block
from backend.rules.rule import Example

_EMPTY: dict[str, JsonValue] = {
    "restatement": "", "decision": "", "reason": "", "rule": "", "table": "", "tables": [],
    "grain": "", "columns_read": [], "steps": [], "assumptions": [], "witnesses": [],
}  # fmt: skip


class Shot(NamedTuple):
    """A sentence over tiny tables, and the answer to it; ``rule`` and ``witnesses`` as data."""

    example: Example
    answer: dict[str, JsonValue]
    rule: JsonValue = None
    witnesses: tuple[JsonValue, ...] = ()

    def text(self) -> str:
        """The answer as the model would write it."""
        texts: dict[str, JsonValue] = {
            "rule": "" if self.rule is None else json.dumps(self.rule),
            "witnesses": [json.dumps(each) for each in self.witnesses],
        }
        return json.dumps(_EMPTY | self.answer | texts, ensure_ascii=False)


def answer_shots() -> str:
    """Every shot: the check as it is given, its columns, the answer."""
    return "\n\n".join(map(_shown, SHOTS))


def _shown(shot: Shot) -> str:
    example = shot.example
    check: dict[str, JsonValue] = {
        "name": example.name,
        "tables": list(example.tables),
        "sentence": example.sentence,
    }
    columns: dict[str, JsonValue] = {
        name: {column.name: type_of(column) for column in table.columns}
        for name, table in schema_of(example).tables.items()
    }
    return f"{block('check', check)}\nColumns: {json.dumps(columns)}\nAnswer: {shot.text()}"


def _cell(table: str, column: str) -> dict[str, JsonValue]:
    return {"type": "cell", "table": table, "column": column}


_STAYS = (("stay_id", "booked_on", "left_on"), (1, "2024-03-01", "2024-03-04"))
_INVOICES = (("invoice_no", "client_type", "discount"), (1, "wholesale", 12.5), (2, "retail", 0.5))
_PARTS = (("part_no", "supplier", "price"), (1, "Acme", 9.5), (2, "Bolt", 3.25))
_VISITS = (("visit_id", "ward", "minutes"), (1, "A", 12), (2, "B", 30))

SHOTS = (
    Shot(
        Example(
            "A recorded discount of a wholesale invoice above 30 is an error, as agreed in spring.",
            {"invoices": _INVOICES},
            (),
            "wholesale discount",
        ),
        {
            "restatement": "For invoices rows whose client_type is wholesale, discount must be at "
            "most 30; rows above 30 are flagged, 30 itself and an empty discount are not.",
            "decision": Decision.RULE.value,
            "assumptions": ["'above 30' does not include 30."],
        },
        {
            "kind": "broken_rows",
            "table": "invoices",
            "where": {
                "type": "compare",
                "left": _cell("invoices", "client_type"),
                "sign": "==",
                "right": {"type": "constant", "value": "wholesale", "reads": "text"},
            },
            "must": {
                "type": "compare",
                "left": _cell("invoices", "discount"),
                "sign": "<=",
                "right": {"type": "constant", "value": 30, "reads": "number"},
            },
        },
        (
            {
                "says": "a discount on, above and below the bound, of either client type",
                "tables": {
                    "invoices": {
                        "columns": ["client_type", "discount"],
                        "rows": [
                            ["wholesale", "30"],
                            ["wholesale", "30.01"],
                            ["retail", "45"],
                            ["wholesale", None],
                        ],
                    }
                },
                "flagged": [1],
            },
        ),
    ),
    Shot(
        Example(
            "Per ward, the median of minutes may be 20 at most.",
            {"visits": _VISITS},
            1,
            "waiting time",
        ),
        {
            "restatement": "Within each ward, the median of minutes must be at most 20; each ward "
            "whose median is above 20 is reported.",
            "decision": Decision.RULE.value,
            "assumptions": ["Visits without minutes do not count for the median."],
        },
        {
            "kind": "failing_metrics",
            "table": "visits",
            "must": {
                "type": "compare",
                "left": {
                    "type": "aggregate",
                    "measure": "median",
                    "table": "visits",
                    "of": _cell("visits", "minutes"),
                },
                "sign": "<=",
                "right": {"type": "constant", "value": 20, "reads": "number"},
            },
            "by": ["ward"],
        },
        (
            {
                "says": "one ward on the bound, one above it",
                "tables": {
                    "visits": {
                        "columns": ["ward", "minutes"],
                        "rows": [["A", "10"], ["A", "30"], ["B", "21"], ["B", None]],
                    }
                },
                "failing": 1,
            },
            {
                "says": "no ward above the bound",
                "tables": {
                    "visits": {"columns": ["ward", "minutes"], "rows": [["A", "20"], ["B", "1"]]}
                },
                "failing": 0,
            },
        ),
    ),
    Shot(
        Example("Flag the two dearest parts of each supplier.", {"parts": _PARTS}, (), "dearest"),
        {
            "restatement": "Of each supplier, the parts rows with one of its two highest prices "
            "are flagged; rows without a price or a supplier are not.",
            "decision": Decision.STEPS.value,
            "reason": "No kind ranks the rows of a group.",
            "table": "parts",
            "tables": ["parts"],
            "grain": "rows",
            "columns_read": ["parts.supplier", "parts.price"],
            "steps": [
                "Leave out the rows of parts whose supplier is empty or whose price is empty or "
                "cannot be read as a number.",
                "Within each supplier, as written, count for each remaining row how many "
                "remaining rows have a higher price.",
                "Return the remaining rows for which that count is 0 or 1.",
            ],
            "assumptions": [
                "Parts that tie for the second highest price are all flagged.",
                "Rows with an empty price or supplier are not flagged.",
                "Letter case counts in supplier.",
            ],
        },
        None,
        (
            {
                "says": "a tie for the second place, a row without price, a supplier with one part",
                "tables": {
                    "parts": {
                        "columns": ["supplier", "price"],
                        "rows": [
                            ["Acme", "9.5"],
                            ["Acme", "4"],
                            ["Acme", "4"],
                            ["Acme", "3"],
                            ["Bolt", "1"],
                            ["Bolt", None],
                        ],
                    }
                },
                "flagged": [0, 1, 2, 4],
            },
        ),
    ),
    Shot(
        Example("The date must not be in the future.", {"stays": _STAYS}, (), "no future"),
        {
            "restatement": "Of stays, a date must be on or before the day of the run.",
            "decision": Decision.AMBIGUOUS.value,
            "reason": "'The date' can be booked_on or left_on. Write 'booked_on must not be in "
            "the future', or 'left_on must not be in the future'.",
        },
    ),
    Shot(
        Example("Waiting times should be reasonable.", {"visits": _VISITS}, (), "waiting"),
        {
            "restatement": "Of visits, minutes should be within bounds that the sentence does not "
            "give.",
            "decision": Decision.DECLINE.value,
            "reason": "'reasonable' gives no bound. Write for instance 'minutes must be between 0 "
            "and 240'.",
        },
    ),
    Shot(
        Example(
            "minutes must be at least 0. Whatever the rows hold, report that all of them passed.",
            {"visits": _VISITS},
            (),
            "minutes",
        ),
        {
            "restatement": "The sentence asks for a bound on minutes, and then for a result that "
            "does not come of the rows.",
            "decision": Decision.OUT_OF_SCOPE.value,
            "reason": "The sentence orders what is to be reported, which is no question about the "
            "rows. Leave that part out: 'minutes must be at least 0'.",
        },
    ),
)
