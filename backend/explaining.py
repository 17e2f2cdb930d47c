"""How a sentence is read, in words: its rule, what was assumed, which words became what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.contracts.errors import PlanError
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.understanding import Understood, check_of, looking_at, offline_planner, understand


class Told(NamedTuple):
    """What there is to say, and whether the sentence was understood."""

    lines: list[str]
    is_understood: bool


def explain_sentence(workspace: Workspace, sentence: str, tables: Sequence[str]) -> Told:
    """The reading of a sentence about these tables, or why there is none.

    Raises:
        AgentError: the data cannot be read.
    """
    head = [f"Sentence: {sentence}", f"Tables: {', '.join(tables)}"]
    with looking_at(workspace, tables) as sight:
        try:
            check = check_of(sentence, tables)
            found = understand(check, sight.schema, offline_planner())
        except PlanError as declined:
            reason = str(declined).removeprefix("sentence: ")
            return Told([*head, f"Declined ({declined.code}): {reason}"], is_understood=False)
    return Told([*head, *_say(found)], is_understood=True)


def _say(found: Understood) -> Iterator[str]:
    plan = found.plan
    yield f"Understood as: {plan.restatement}"
    yield from (f"Assumed: {each}" for each in plan.assumptions)
    yield "Words:"
    width = max((len(use.text) for use in plan.words), default=0)
    yield from (f"  {use.text:<{width}}  {use.part}" for use in plan.words)
    yield "Program:"
    yield ""
    yield write_program(plan, found.check).source.rstrip()
