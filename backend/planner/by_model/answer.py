"""The answer that is asked of a model: small and flat, since the API compiles it to a grammar.

No field is optional and none is nested; the rule and the witnesses travel as JSON texts that are
validated here, which keeps one schema for all rule kinds.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import NoReturn

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

_DEEPEST = 40
_TEXT: dict[str, JsonValue] = {"type": "string"}
_TEXTS: dict[str, JsonValue] = {"type": "array", "items": _TEXT}


class Decision(StrEnum):
    """What the model makes of a check."""

    RULE = "rule"
    STEPS = "steps"
    AMBIGUOUS = "ambiguous"
    DECLINE = "decline"
    OUT_OF_SCOPE = "out_of_scope"


class Answer(BaseModel):
    """One answer as it came, its parts not yet believed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    restatement: str
    decision: Decision
    reason: str
    rule: str
    table: str
    tables: tuple[str, ...]
    grain: str
    columns_read: tuple[str, ...]
    steps: tuple[str, ...]
    assumptions: tuple[str, ...]
    witnesses: tuple[str, ...]


class BadAnswer(Exception):
    """An answer that cannot be used; the text says why, for the model to mend."""


def answer_schema() -> dict[str, JsonValue]:
    """The JSON schema of an answer: thirteen lines of grammar, the same for every check."""
    fields: dict[str, JsonValue] = {
        "restatement": _TEXT,
        "decision": {"type": "string", "enum": [each.value for each in Decision]},
        "reason": _TEXT,
        "rule": _TEXT,
        "table": _TEXT,
        "tables": _TEXTS,
        "grain": {"type": "string", "enum": ["", "rows", "groups"]},
        "columns_read": _TEXTS,
        "steps": _TEXTS,
        "assumptions": _TEXTS,
        "witnesses": _TEXTS,
    }
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def read_answer(text: str) -> Answer:
    """The answer in a reply's text; words around it, which some gateways leave, are passed over.

    Raises:
        BadAnswer: it is not the JSON that was asked for.
    """
    try:
        return Answer.model_validate_json(text[text.find("{") : text.rfind("}") + 1])
    except ValidationError as error:
        refuse(f"The answer is not as it was asked for: {first_fault(error)}", error)


def read_object(text: str, what: str) -> dict[str, JsonValue]:
    """The JSON object in a field of the answer.

    Raises:
        BadAnswer: it holds something else.
    """
    if _depth(text) > _DEEPEST:
        raise BadAnswer(f"{what} is nested deeper than {_DEEPEST} levels.")
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except ValueError as error:
        refuse(f"{what} is not JSON ({error}).", error)
    if not isinstance(found, dict):
        raise BadAnswer(f"{what} is not a JSON object.")
    return found


def _depth(text: str) -> int:
    """How deep brackets are nested, those inside strings aside."""
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", text)):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def first_fault(error: ValidationError) -> str:
    """At most three of the things that pydantic found wrong, in one line."""
    faults = error.errors(include_url=False, include_context=False)
    told = [f"{'.'.join(map(str, each['loc'])) or 'it'}: {each['msg']}" for each in faults[:3]]
    more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
    return "; ".join(told) + more + "."


def refuse(text: str, error: Exception) -> NoReturn:
    """Raise a BadAnswer that comes of another error."""
    raise BadAnswer(text) from error
