"""A model over the loopback server with a real prompt log, and the waits that it asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backend.contracts.model import ModelReply, ModelRequest, PromptBlock
from backend.contracts.prompt import PromptRecord
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.llm.claude import ClaudeModel
from backend.store.prompt_log import WrittenPromptLog, read_prompts, verify_chain

PATIENT = {"retries": 3, "wait_seconds": 60.0, "timeout_seconds": 5.0}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"kind": {"type": "string"}},
    "required": ["kind"],
    "additionalProperties": False,
}


def request(**changes: Any) -> ModelRequest:
    """A plain request of CHK-1."""
    plain: dict[str, Any] = {
        "check_id": "CHK-1",
        "purpose": "plan",
        "system": (PromptBlock(text="You plan checks.", cached=True), PromptBlock(text="Now.")),
        "messages": ({"role": "user", "content": "Flag what is wrong."},),
        "most_tokens": 1000,
    }
    return ModelRequest.model_validate(plain | changes)


@dataclass
class Asking:
    """What a test asks with, and what came of it."""

    folder: Path
    slept: list[float] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder)

    def model(self, client: Any = None, **sections: dict[str, Any]) -> ClaudeModel:
        """A model with these settings; sleeping takes no time."""
        sections["model"] = PATIENT | sections.get("model", {})
        settings = Settings.model_validate(sections)
        log = WrittenPromptLog(self.workspace, keep=settings.prompts.keep)
        return ClaudeModel(settings, log, run_id="run-1", client=client, sleep=self.slept.append)

    def ask(self, **changes: Any) -> ModelReply:
        """One request to a fresh model."""
        return self.model().ask(request(**changes))

    def records(self) -> list[PromptRecord]:
        """The log, whose chain must hold and of which no call may be out."""
        assert verify_chain(self.workspace).ok
        assert list(self.workspace.calls_out.glob("*")) == []
        return list(read_prompts(self.workspace))
