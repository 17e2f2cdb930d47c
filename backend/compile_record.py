"""What goes on record of a compile, and what its model calls came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.model import ModelReply, ModelRequest, Spent
from backend.contracts.plan import Plan
from backend.contracts.ports import Model
from backend.contracts.proof import Proof
from backend.executor.run import RunContext


@dataclass
class HeardModel:
    """A model whose replies are noted, by the hashes of their records; a `Model` itself."""

    model: Model
    name: str
    rungs: int
    calls: list[str] = field(default_factory=list)
    asked: int = 0
    usd: float = 0.0
    """Of the replies."""

    @property
    def spent(self) -> Spent:
        """What the calls since it was made came to, whether they were answered or not."""
        return Spent(calls=self.asked, usd=self.usd)

    def ask(self, request: ModelRequest) -> ModelReply:
        """Ask the model, and note the reply.

        Raises:
            ProviderError: no answer came.
        """
        self.asked += 1
        reply = self.model.ask(request)
        self.calls.append(reply.record)
        self.usd += reply.usd
        return reply


def what_was_asked(check: Check, context: RunContext) -> JsonValue:
    """The sentence and what of the schema a planner had before it."""
    tables = {name: context.schema.tables.get(name) for name in check.target_table}
    return {
        "sentence": check.calculation_hint,
        "tables": {
            name: {column.name: column.type.value for column in table.columns} if table else None
            for name, table in tables.items()
        },
        "params": dict(check.params),
        "examples": check.examples.model_dump(mode="json") if check.examples else None,
    }


def what_came(plan: Plan, proof: Proof | None, remedies: Sequence[str]) -> JsonValue:
    """The plan and its proof in short, as the log keeps them."""
    told: dict[str, JsonValue] = {
        "kind": plan.kind,
        "rule": plan.rule,
        "steps": list(plan.steps),
        "restatement": plan.restatement,
        "assumptions": list(plan.assumptions),
        "sql": plan.sql,
        "remedies": list(remedies),
    }
    if proof is not None:
        trials: list[JsonValue] = [f"{t.name}: {t.finding.value}" for t in proof.trials]
        told["proof"] = {"proven": proof.proven, "trials": trials, "kill_rate": proof.kill_rate}
    return told
