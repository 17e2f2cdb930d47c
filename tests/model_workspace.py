"""A workspace whose checks a scripted model may plan and write, with the real offline planner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from backend.agent import Report, Request, run
from backend.batching import Fetched, FetchedModel
from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelRequest
from backend.contracts.ports import Model, Planner
from backend.contracts.settings import Settings
from backend.llm.scripted import Answer, ScriptedModel
from backend.planner.by_model.planner import ModelPlanner
from backend.planner.by_model.privacy import NOTHING_KNOWN
from backend.planner.by_model.prompt import Sharing, plan_request
from backend.store.prompt_log import WrittenPromptLog
from backend.store.settings_file import read_settings
from backend.toolbox import Occasion, Session, Toolbox, open_toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import AS_OF, TinyWorkspace, Watched

NAME = "model@test"


class ModelWorkspace(TinyWorkspace):
    """Tables ``users`` and ``orders``; each run plays the answers that it is given."""

    def __init__(self, base: Path, *entries: dict[str, Any], settings: str = "") -> None:
        super().__init__(base, *entries)
        self.model = ScriptedModel()
        self.together: list[str] = []
        if settings:
            self.workspace.settings_file.write_text(settings)

    def run_with(
        self, *answers: Answer, rungs: int = 1, near: bool = True, batch: bool = False
    ) -> Report:
        """One run; every answer must be asked for, and every question answered."""
        self.model = ScriptedModel(*answers, rungs=rungs, name=NAME)
        toolbox = self.toolbox(read_settings(self.workspace))
        if near:
            toolbox = replace(toolbox, open_sandbox=NearSandbox)
        request = Request(self.workspace, (), AS_OF, "fail", batch)
        with self.model:
            return run(request, toolbox, Watched())

    def toolbox(self, settings: Settings) -> Toolbox:
        offline = open_toolbox(offline=True, settings=settings)
        return replace(offline, model_planner=NAME, open_session=self._open)

    def _open(self, occasion: Occasion) -> Session:
        log = WrittenPromptLog(occasion.workspace, keep=occasion.settings.prompts.keep)
        self.model._log, self.model._run_id = log, occasion.run_id

        def load(model: Model, rung: int) -> Planner:
            return ModelPlanner(NAME, model, occasion.settings, rungs=model.rungs, first_rung=rung)

        sharing = Sharing(occasion.settings.privacy, NOTHING_KNOWN)
        return Session(
            log,
            FetchedModel(self.model),
            load,
            occasion.settings.model.second_opinion,
            write_request=lambda check, schema: plan_request(check, schema, sharing),
            ask_together=self._ask_together,
        )

    def _ask_together(self, requests: Sequence[ModelRequest]) -> list[Fetched]:
        self.together = [request.check_id for request in requests]
        return [self._came(request) for request in requests]

    def _came(self, request: ModelRequest) -> Fetched:
        try:
            return self.model.ask(request)
        except ProviderError as error:
            return error
