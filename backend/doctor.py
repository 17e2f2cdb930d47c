"""Whether this machine and this workspace are fit for a run, with a cure beside each problem.

Nothing here writes into the workspace, no model is asked, and no secret is shown.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from backend.contracts.decision import Action
from backend.contracts.errors import AgentError
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.describe import look
from backend.engine.open import open_engine
from backend.no_op import CREDENTIALS
from backend.records import say_sandbox
from backend.sandbox.doctor import describe as describe_sandbox
from backend.situation import Situation
from backend.store.chain import ChainState
from backend.store.lock import read_lock
from backend.store.prompt_log import verify_chain
from backend.store.settings_file import read_settings
from backend.store.waivers import verify_waivers
from backend.toolbox import can_ask_a_model, open_toolbox

ROOT = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = (3, 11)
LEAST_MB, FEW_MB = 200, 1_000
"""Free space below which a run may not come to its end, and below which it is time to look."""
LEAST_FILES = 1_000
LIBRARIES = ("pandas", "pyarrow", "pydantic", "duckdb", "anthropic")
EXTRAS = {
    "watching (agent watch)": ("watchdog",),
    "the dashboard": ("streamlit",),
    "alerts": ("apprise",),
    "object storage": ("s3fs",),
    "tables of PostgreSQL": ("psycopg",),
    "lineage events": ("openlineage",),
    "checks on many machines (Ray)": ("ray",),
    "exploration, preparation and training": (
        "matplotlib",
        "sklearn",
        "lightgbm",
        "optuna",
        "imblearn",
    ),
}
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?! *;)(?=\s|$)", re.MULTILINE)
"""Of a package that some systems alone need (``; marker``) the file does not tell which."""
_LEFT = ("*.damaged-*", "*.torn-*")


class State(StrEnum):
    """How a thing that was looked at stands; only BAD makes the exit code."""

    OK = "ok"
    NOTE = "note"
    BAD = "BAD"


class Finding(NamedTuple):
    """One thing that was looked at, in words, and what to do about it."""

    about: str
    state: State
    fact: str
    cure: str = ""


def examine(workspace: Workspace) -> Iterator[Finding]:
    """Everything that a run needs, one after the other; what cannot be told is BAD, too."""
    yield from _examine_versions()
    yield from _examine_sandbox()
    settings = Settings()
    try:
        settings = read_settings(workspace)
        yield Finding("settings", State.OK, _say_settings(workspace))
    except AgentError as error:
        yield Finding("settings", State.BAD, str(error), "Mend settings.toml.")
    yield _examine_key(settings)
    yield from _examine_folder(workspace)
    yield _examine_lock(workspace)
    yield from _examine_storage(settings)
    yield from _examine_engine(settings)
    yield from _examine_checks(workspace, settings)
    yield from _examine_chains(workspace)
    yield from _examine_left_overs(workspace)
    yield from _examine_extras()
    if settings.tracking.mlflow:
        yield _examine_tracking()


def _examine_versions() -> Iterator[Finding]:
    found = {name: version(name) for name in LIBRARIES}
    told = ", ".join(f"{name} {number}" for name, number in found.items())
    fact = f"Python {platform.python_version()}, {told}"
    if sys.version_info < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        yield Finding("versions", State.BAD, fact, f"Use Python {oldest} or newer.")
    else:
        yield Finding("versions", State.OK, fact)
    other = list(_other_than_locked())
    if other:
        fact = f"other than requirements.lock has them: {', '.join(other[:10])}"
        yield Finding("versions", State.NOTE, fact, "make set-up installs what is locked.")


def _other_than_locked() -> Iterator[str]:
    try:
        locked = _PIN.findall((ROOT / "requirements.lock").read_text("utf-8"))
    except OSError:
        return
    for name, wanted in locked:
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        if found != wanted:
            yield f"{name} {found} (locked: {wanted})"


def _examine_sandbox() -> Iterator[Finding]:
    """The level that holds here, tried with a real worker; why it is no better, and the cure."""
    found = describe_sandbox()
    state = State.OK if found.level else State.BAD
    cure = " ".join(found.cures)
    told = f"{found.level or 'refused'}: {found.promise}"
    yield Finding("sandbox", state, told, cure if not found.level else "")
    yield from (Finding("sandbox", State.OK, fact) for fact in found.facts)
    why = State.NOTE if found.level else State.BAD
    for reason in found.reasons:
        yield Finding("sandbox", why, f"no better, for {reason}", cure)


def _say_settings(workspace: Workspace) -> str:
    return "settings.toml" if workspace.settings_file.exists() else "the shipped ones"


def _examine_key(settings: Settings) -> Finding:
    names = [name for name in CREDENTIALS if os.environ.get(name)]
    if names:
        return Finding("model", State.OK, f"{', '.join(names)} is set; its value is not shown")
    if can_ask_a_model(settings):
        fact = f"{settings.model.platform} is asked with the credentials of that cloud"
        return Finding("model", State.OK, fact)
    fact = "no key in the environment: sentences are compiled offline, and the rest are in ERROR"
    return Finding("model", State.OK, fact, f"To ask a model, set {CREDENTIALS[0]}.")


def _examine_folder(workspace: Workspace) -> Iterator[Finding]:
    folder = workspace.memory if workspace.memory.exists() else workspace.base
    if not os.access(folder, os.W_OK):
        cure = "Let the user who runs the agent write there."
        yield Finding("folder", State.BAD, f"{folder} cannot be written", cure)
        return
    yield Finding("folder", State.OK, f"{folder} can be written")
    yield _examine_space(folder, workspace)


def _examine_space(folder: Path, workspace: Workspace) -> Finding:
    free = shutil.disk_usage(folder).free >> 20
    cached = sum(path.stat().st_size for path in workspace.tables.glob("*.arrow")) >> 20
    fact = f"{free:,} MB are free; the tables' cache takes {cached:,} MB"
    left = os.statvfs(folder)
    if left.f_files and left.f_favail < LEAST_FILES:
        cure = "Delete files that nobody needs."
        return Finding("disk", State.BAD, f"there is room for {left.f_favail:,} more files", cure)
    if free >= FEW_MB:
        return Finding("disk", State.OK, fact)
    cure = f"Free some space. While no run goes, {workspace.tables} is safe to delete."
    return Finding("disk", State.BAD if free < LEAST_MB else State.NOTE, fact, cure)


def _examine_lock(workspace: Workspace) -> Finding:
    holder, is_held = read_lock(workspace)
    if is_held:
        who = f"{holder}," if holder else "another run"
        fact = f"{who} holds the workspace"
        cure = "A run that comes now ends with 75, or waits with --wait SECONDS."
        return Finding("lock", State.OK, fact, cure)
    if holder is not None:
        fact = f"{holder}, was killed while it held it"
        return Finding("lock", State.NOTE, fact, "The next run sweeps after it; nothing is to do.")
    return Finding("lock", State.OK, "free")


def _examine_storage(settings: Settings) -> Iterator[Finding]:
    """Whether what the settings name answers; nothing is fetched or sent."""
    for url in filter(None, (settings.data, settings.artifacts)):
        from backend.storage.folder import open_folder

        try:
            number = len(open_folder(url).list_objects())
        except AgentError as error:
            yield Finding("storage", State.BAD, str(error))
        else:
            yield Finding("storage", State.OK, f"{url} answers; objects directly in it: {number}")


def _examine_engine(settings: Settings) -> Iterator[Finding]:
    """What the nodes of the cluster give, if the settings name one; each is tried."""
    if settings.engine.name == "local":
        return
    try:
        with open_engine({}, settings.sandbox, settings.engine) as engine:
            yield Finding("engine", State.OK, say_sandbox(engine))
    except AgentError as error:
        yield Finding("engine", State.BAD, str(error))


def _examine_checks(workspace: Workspace, settings: Settings) -> Iterator[Finding]:
    try:
        situation = look(workspace, open_toolbox(settings=settings))
    except AgentError as error:
        yield Finding("checks", State.BAD, str(error), "Mend that; agent status tells more.")
        return
    told = f"{len(situation.checks)} checks, {len(situation.schema.tables)} tables"
    yield Finding("checks", State.OK, told)
    for entry in situation.invalid:
        yield Finding("checks", State.BAD, entry.message, "Mend the entry in checks.json.")
    for problem in situation.schema.problems.values():
        is_file = problem.file != workspace.sources_file.name
        cure = "Mend the file, or take it out of the data folder." if is_file else ""
        yield Finding("tables", State.BAD, problem.message, cure)
    yield from _examine_memory(situation)


def _examine_memory(situation: Situation) -> Iterator[Finding]:
    for sentence in situation.trouble:
        yield Finding("memory", State.NOTE, sentence, "The next run works it out anew.")
    stale = [d for d in situation.decisions.values() if d.action is Action.COMPILE]
    if stale:
        causes = sorted({reason.code for decision in stale for reason in decision.reasons})
        noun = "check is" if len(stale) == 1 else "checks are"
        fact = f"{len(stale)} {noun} stale ({', '.join(causes)})"
        cure = "agent run compiles them; agent status tells which. A --no-compile run does not."
        yield Finding("stale", State.NOTE, fact, cure)
    else:
        yield Finding("stale", State.OK, "no check is stale")


def _examine_chains(workspace: Workspace) -> Iterator[Finding]:
    chains = {
        workspace.prompt_log_file: verify_chain,
        workspace.waivers_file: verify_waivers,
    }
    for path, verify in chains.items():
        try:
            chain = verify(workspace)
        except AgentError as error:
            yield Finding("audit", State.BAD, str(error), "Let the agent read it.")
        else:
            yield _say_chain(path.name, chain)


def _say_chain(name: str, chain: ChainState) -> Finding:
    if chain.ok:
        return Finding("audit", State.OK, f"{name} is whole: {chain.records:,} records")
    fact = f"{name} is broken at line {chain.line}: {chain.reason}"
    cure = f"Keep it as evidence, and put back a copy of it; {chain.records:,} records are good."
    return Finding("audit", State.BAD, fact, cure)


def _examine_left_overs(workspace: Workspace) -> Iterator[Finding]:
    left = sorted(path.name for pattern in _LEFT for path in workspace.memory.glob(pattern))
    if left:
        fact = f"set aside because they could not be read: {', '.join(left[:10])}"
        yield Finding("memory", State.NOTE, fact, "Look at them, then delete them.")


def _examine_extras() -> Iterator[Finding]:
    for use, modules in EXTRAS.items():
        missing = [name for name in modules if importlib.util.find_spec(name) is None]
        if missing:
            cure = "`make ml` installs what stages need, `make outside` what other places need, "
            cure += "`make ray` Ray, `make run` the others; all else works."
            fact = f"{use}: {', '.join(missing)} not installed"
            yield Finding("extras", State.NOTE, fact, cure)
        else:
            yield Finding("extras", State.OK, f"{use}: installed")


def _examine_tracking() -> Finding:
    """Whether each training can be told to the tracker that the settings name."""
    if importlib.util.find_spec("mlflow") is None:
        fact = "tracking.mlflow is set, and mlflow is not installed: no training is told"
        return Finding("tracking", State.NOTE, fact, "`make mlflow` installs it; all else works.")
    return Finding("tracking", State.OK, "tracking.mlflow is set, and mlflow is installed")
