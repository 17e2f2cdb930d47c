"""Tiny tables on disk, checks over them, and answers as a model would write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backend.contracts.check import Check
from backend.contracts.model import ModelRequest
from backend.contracts.schema import Schema
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.llm.scripted import Answer, ScriptedModel
from backend.planner.by_model.planner import ModelPlanner
from backend.planner.by_model.privacy import NOTHING_KNOWN, Known
from backend.planner.by_model.prompt import Sharing, plan_request
from backend.tables.snapshot import snapshot_tables

ORDERS = (
    "order_id,user_id,status,price,placed_at\n"
    "1,1,Paid,5,2024-01-05\n2,9,open,-3,2024-01-06\n3,,open,,2024-02-01\n"
)
USERS = (
    "user_id,email,ssn\n"
    "1,ann@example.org,123-45-6789\n2,bo@example.org,987-65-4321\n3,,123-45-6789\n"
)
FILES = {"orders.csv": ORDERS, "users.csv": USERS}
NOTHING: dict[str, Any] = {
    "restatement": "", "decision": "rule", "reason": "", "rule": "", "table": "", "tables": [],
    "grain": "", "columns_read": [], "steps": [], "assumptions": [], "witnesses": [],
}  # fmt: skip


def tables(base: Path, files: dict[str, str] = FILES) -> Schema:
    base.joinpath("data").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        base.joinpath("data", name).write_text(text, "utf-8")
    return snapshot_tables(Workspace(base), Schema())


def check(sentence: str = "price must be at least 0", names: str = "orders", **more: Any) -> Check:
    entry = {"check_id": "C-1", "check_name": "a check", "target_table": names}
    return Check.model_validate(entry | {"calculation_hint": sentence} | more)


def answer(rule: object = None, *, witnesses: tuple[object, ...] = (), **more: Any) -> str:
    texts = {
        "rule": "" if rule is None else json.dumps(rule),
        "witnesses": [json.dumps(each) for each in witnesses],
    }
    return json.dumps(NOTHING | texts | more)


def cell(column: str, table: str = "orders") -> dict[str, Any]:
    return {"type": "cell", "table": table, "column": column}


def number(value: float) -> dict[str, Any]:
    return {"type": "constant", "value": value, "reads": "number"}


def text(value: str) -> dict[str, Any]:
    return {"type": "constant", "value": value, "reads": "text"}


def compare(left: object, sign: str, right: object) -> dict[str, Any]:
    return {"type": "compare", "left": left, "sign": sign, "right": right}


def must(condition: object, table: str = "orders", **more: Any) -> dict[str, Any]:
    return {"kind": "broken_rows", "table": table, "must": condition, **more}


PRICE = must(compare(cell("price"), ">=", number(0)))
WITNESS = {
    "says": "the bound",
    "tables": {"orders": {"columns": ["price"], "rows": [["0"], ["-1"], [None]]}},
    "flagged": [1],
}


def planner(*answers: Answer, rungs: int = 1) -> tuple[ModelPlanner, ScriptedModel]:
    model = ScriptedModel(*answers)
    return ModelPlanner("claude@test", model, Settings(), rungs=rungs), model


def request(
    of: Check, schema: Schema, settings: Settings | None = None, known: Known = NOTHING_KNOWN
) -> ModelRequest:
    return plan_request(of, schema, Sharing((settings or Settings()).privacy, known))


def sent(asked: ModelRequest) -> str:
    """Everything of a request as one text."""
    return json.dumps(asked.model_dump(mode="json"), ensure_ascii=False)
