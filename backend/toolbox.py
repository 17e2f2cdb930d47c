"""The composition root: which planners, which sandbox, which model. Nothing else knows the parts.

Planners are named here and loaded only when a check is compiled: a re-run imports none of them,
and opens no model.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from backend.contracts.check import Stage
from backend.contracts.plan import Plan
from backend.contracts.ports import Model, Planner, PromptLog, Sandbox
from backend.contracts.program import Program, TableFile
from backend.contracts.proof import Proof
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.workspace import Workspace
from backend.engine.open import open_engine
from backend.no_op import CREDENTIALS
from backend.source_version import source_version

if TYPE_CHECKING:
    from backend.batching import AskTogether, WriteRequest
    from backend.contracts.check import Check
    from backend.contracts.model import ModelRequest
    from backend.executor.run import RunContext
    from backend.planner.by_model.privacy import Known

Prove = Callable[[Plan, Program, "Check", "RunContext"], Proof]
LoadPlanner = Callable[[Model, int], Planner]
"""A planner that asks this model, from a rung of its ladder on."""

STAGE_PAGE = (
    "stages/kit_source.py",
    "stages/knobs.py",
    "stages/page.py",
    "stages/stage_program.py",
)
"""The modules that make a page of the kit."""
OBJECTS_A_COLLECTION = 50_000
"""So many more objects, and the youngest are looked through for garbage."""


class NamedPlanner(NamedTuple):
    """A planner by its own name (``offline@3f2a…``), and how to load it."""

    name: str
    load: Callable[[], Planner]


@dataclass(frozen=True)
class Session:
    """What the compiles of one run share: the log, and the model where there is one."""

    log: PromptLog | None = None
    model: Model | None = None
    load_planner: LoadPlanner | None = None
    wants_opinion: bool = True
    trouble: tuple[str, ...] = ()
    write_request: WriteRequest | None = None
    """What is sent first for a check, for asking many together."""
    ask_together: AskTogether | None = None


NO_SESSION = Session()


@dataclass(frozen=True)
class Occasion:
    """What a session is opened for."""

    workspace: Workspace
    settings: Settings
    run_id: str
    schema: Schema


@dataclass(frozen=True)
class Toolbox:
    """What a run works with; planners are asked in order, the model's after them."""

    planners: tuple[NamedPlanner, ...]
    open_sandbox: Callable[[Mapping[str, TableFile], SandboxSettings], Sandbox]
    compiler: str
    """Who turns plans into programs."""
    stage_compiler: str = "stages"
    """Who makes the programs of checks of a stage other than rule."""
    prove: Prove | None = None
    """None takes every program as it is written."""
    model_planner: str = ""
    """The name of the planner that asks a model; empty where none is asked."""
    open_session: Callable[[Occasion], Session] = lambda occasion: NO_SESSION
    """Opened when the first check is compiled, by whoever holds the workspace's lock."""

    def compiler_for(self, check: Check) -> str:
        """Who makes the program of this check."""
        return self.compiler if check.stage is Stage.RULE else self.stage_compiler

    @property
    def planner_names(self) -> tuple[str, ...]:
        """Who is asked; a decline holds until others are."""
        by_model = (self.model_planner,) if self.model_planner else ()
        return (*(planner.name for planner in self.planners), *by_model)


def open_toolbox(
    *, offline: bool = False, unsafe: bool = False, settings: Settings | None = None
) -> Toolbox:
    """The real parts; ``offline`` leaves out every planner that needs a model."""
    settings = settings or Settings()
    offline_name = source_version("offline", "planner/offline", "rules")
    asks = not offline and can_ask_a_model(settings)
    return Toolbox(
        compiler=source_version("pandas", "codegen", "rules", "executor", "proof"),
        stage_compiler=_stage_compiler_name(settings),
        planners=(NamedPlanner(offline_name, lambda: _load_offline(offline_name)),),
        open_sandbox=lambda files, limits: open_engine(
            files, limits, settings.engine, unsafe=unsafe
        ),
        prove=_prove,
        model_planner=_model_planner_name(settings) if asks else "",
        open_session=lambda occasion: _open_session(occasion, asks=asks),
    )


def _stage_compiler_name(settings: Settings) -> str:
    """The same with and without a key, so that a run without one compiles nothing anew."""
    by_model = ", by model" if settings.stages.by_model else ""
    return f"{source_version('stages', 'stages/kit', *STAGE_PAGE)}{by_model}"


def can_ask_a_model(settings: Settings) -> bool:
    """Whether the environment holds a key, or the settings name a cloud that has its own."""
    if settings.model.platform != "anthropic":
        return True
    return any(os.environ.get(name) for name in CREDENTIALS)


def _load_offline(name: str) -> Planner:
    # Fifty thousand productions stay until the process ends. To look through them for garbage again
    # and again, while they are made and ever after, took a fourth of a compile.
    gc.set_threshold(OBJECTS_A_COLLECTION, 20, 50)
    from backend.planner.offline.planner import OfflinePlanner  # its grammar takes a while

    planner = OfflinePlanner(name)
    gc.freeze()
    return planner


def _prove(plan: Plan, program: Program, check: Check, context: RunContext) -> Proof:
    from backend.proof.prove import prove  # a re-run proves nothing

    return prove(
        plan,
        program,
        check,
        context.schema,
        sandbox=context.sandbox,
        settings=context.settings.proof,
        limits=context.limits,
        as_of=context.as_of,
        files=context.files,
    )


def _model_planner_name(settings: Settings) -> str:
    from backend.llm.ladder import ladder_name

    return f"{source_version('model', 'planner', 'rules')}/{ladder_name(settings.model)}"


def _open_session(occasion: Occasion, *, asks: bool) -> Session:
    from backend.store.prompt_log import WrittenPromptLog

    settings = occasion.settings
    log = WrittenPromptLog(occasion.workspace, keep=settings.prompts.keep)
    if not asks:
        return Session(log=log, trouble=log.trouble)
    from backend.batching import FetchedModel
    from backend.llm.batch import ask_together
    from backend.llm.claude import ClaudeModel

    name = _model_planner_name(settings)
    model = ClaudeModel(settings, log, run_id=occasion.run_id)
    known = _known(occasion.workspace)
    return Session(
        log=log,
        model=FetchedModel(model),
        load_planner=_planner_loader(settings, name, known),
        wants_opinion=settings.model.second_opinion,
        trouble=log.trouble,
        write_request=lambda check, schema: _first_request(check, schema, settings, known),
        ask_together=lambda requests: ask_together(model, requests),
    )


def _known(workspace: Workspace) -> Known:
    from backend.planner.by_model.privacy import Known
    from backend.planner.by_model.samples import sampler
    from backend.planner.by_model.summaries import read_summaries

    return Known(read_summaries(workspace), sampler(workspace))


def _planner_loader(settings: Settings, name: str, known: Known) -> LoadPlanner:
    """How to load the model planner with all that the privacy setting lets it tell."""
    from backend.planner.by_model.planner import ModelPlanner

    def load(model: Model, rung: int) -> Planner:
        return ModelPlanner(name, model, settings, known=known, rungs=model.rungs, first_rung=rung)

    return load


def _first_request(check: Check, schema: Schema, settings: Settings, known: Known) -> ModelRequest:
    from backend.planner.by_model.guard import refuse_out_of_scope
    from backend.planner.by_model.prompt import Sharing, plan_request

    refuse_out_of_scope(check)
    return plan_request(check, schema, Sharing(settings.privacy, known))
