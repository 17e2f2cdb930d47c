"""The request for one check: the system prefix, the workspace, the check.

The first two are marked for the provider's cache. The prefix is the same bytes for every check,
process and day; the workspace block is the same for all checks of one schema.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.model import ModelRequest, PromptBlock
from backend.contracts.schema import Schema
from backend.contracts.settings import PrivacySettings
from backend.planner.by_model import wording
from backend.planner.by_model.answer import answer_schema
from backend.planner.by_model.answer_shots import answer_shots
from backend.planner.by_model.catalogue import catalogue
from backend.planner.by_model.privacy import (
    Known,
    examples_facts,
    tables_facts,
    tells_all_tables,
    workspace_facts,
)
from backend.planner.by_model.quoting import block

PURPOSE = "plan"
_LONGEST_SENTENCE = 4000
_MOST_TOKENS = 16_000


class Sharing(NamedTuple):
    """What may leave, and what is known that could."""

    settings: PrivacySettings
    known: Known


def plan_request(check: Check, schema: Schema, sharing: Sharing) -> ModelRequest:
    """All that is sent to have one check planned, for the ladder's first rung.

    Raises:
        CannotPlan: ``too-long``: the sentence is longer than a rule can be.
    """
    return ModelRequest(
        check_id=check.check_id,
        purpose=PURPOSE,
        system=(
            PromptBlock(text=system_prefix(), cached=True),
            PromptBlock(text=_workspace(schema, sharing), cached=True),
        ),
        messages=({"role": "user", "content": _check(check, schema, sharing)},),
        answer=answer_schema(),
        most_tokens=_MOST_TOKENS,
    )


@cache
def system_prefix() -> str:
    """The part of the prompt that knows no workspace; made once per process."""
    parts = (
        wording.ROLE,
        wording.PROMISES,
        wording.DATA,
        wording.READING,
        wording.DECISIONS,
        catalogue(),
        wording.SHOTS_HEAD,
        answer_shots(),
    )
    return "\n\n".join(parts) + "\n"


def _workspace(schema: Schema, sharing: Sharing) -> str:
    facts = workspace_facts(schema, sharing.settings, sharing.known)
    return f"{wording.WORKSPACE_HEAD}\n\n{block('workspace', facts)}\n"


def _check(check: Check, schema: Schema, sharing: Sharing) -> str:
    facts = check_facts(check, sharing.settings)
    if not tells_all_tables(schema):
        facts["the tables"] = tables_facts(
            check.target_table, schema, sharing.settings, sharing.known
        )
    return f"{wording.CHECK_HEAD}\n{block('check', facts)}"


def check_facts(check: Check, settings: PrivacySettings) -> dict[str, JsonValue]:
    """What is told of a check: of its params the types alone, since values change with a run.

    Raises:
        CannotPlan: ``too-long``.
    """
    if len(check.calculation_hint) > _LONGEST_SENTENCE:
        raise CannotPlan(
            f"{check.check_id}: the sentence has {len(check.calculation_hint):,} characters. "
            f"Say the rule in at most {_LONGEST_SENTENCE:,}, or in several checks.",
            code="too-long",
        )
    facts: dict[str, JsonValue] = {
        "name": check.check_name,
        "tables": list(check.target_table),
        "sentence": check.calculation_hint,
    }
    if check.params:
        facts["params"] = {
            name: "text" if isinstance(value, str) else "number"
            for name, value in sorted(check.params.items())
        }
    examples = examples_facts(check, settings)
    if examples is not None:
        facts["examples of the owner"] = examples
    return facts
