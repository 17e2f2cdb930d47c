"""What an operator may set: ``settings.toml`` in the base folder, beside ``checks/``.

There is nothing here that switches isolation off: that takes a word on the command line.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, field_validator

from backend.contracts import worker_defaults
from backend.contracts.check import Severity
from backend.contracts.contract import Contract
from backend.contracts.elsewhere import Folder, LineageSettings, Variable
from backend.contracts.engine_settings import EngineSettings
from backend.contracts.verdict import Verdict

_HOURS = r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d"

MOST_MB = 1024 * 1024
MOST_COUNT = 1_000_000_000


class SandboxSettings(Contract):
    """The limits of one program. Sizes are in MiB."""

    wall_seconds: float = Field(default=120.0, gt=0, le=86_400)
    """Wall-clock time; then the program is killed."""
    memory_mb: int = Field(default=2048, ge=64, le=MOST_MB)
    """Memory of its own, beside the mapped tables."""
    programs: int = Field(default=worker_defaults.PROGRAMS, ge=0, le=256)
    """Programs that run at once; 0 is one for each core."""
    cpu_extra_seconds: int = Field(default=5, ge=0, le=86_400)
    """CPU time beyond the wall-clock limit, for programs whose libraries use threads."""
    file_mb: int = Field(default=64, ge=1, le=MOST_MB)
    """One file."""
    slot_mb: int = Field(default=worker_defaults.SLOT_MB, ge=1, le=MOST_MB)
    """All files of a program together."""
    files: int = Field(default=10_000, ge=1, le=MOST_COUNT)
    """Files and folders of a program together."""
    threads: int = Field(default=256, ge=8, le=MOST_COUNT)
    open_files: int = Field(default=256, ge=16, le=MOST_COUNT)
    stack_mb: int = Field(default=8, ge=1, le=MOST_MB)
    output_kept_mb: int = Field(default=1, ge=1, le=MOST_MB)
    """Printed text that is kept; more is cut with a note."""
    output_mb: int = Field(default=64, ge=1, le=MOST_MB)
    """Printed text at which the program is stopped."""
    result_mb: int = Field(default=256, ge=1, le=MOST_MB)
    """The records of a result."""
    records: int = Field(default=1_000_000, ge=1, le=MOST_COUNT)
    """Failing groups or metrics of one check."""
    cells: int = Field(default=5_000_000, ge=1, le=MOST_COUNT)
    """All values of these together; each takes many times its own size once it is read."""
    start_seconds: float = Field(default=worker_defaults.START_SECONDS, gt=0, le=86_400)
    """How long a worker may take to start or to map its tables."""
    grace_seconds: float = Field(default=10.0, gt=0, le=86_400)
    """How long after the wall-clock limit a worker may stay silent before it counts as lost."""


class Price(Contract):
    """US dollars for a million tokens."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cache_read: float = Field(ge=0)
    cache_write: float = Field(ge=0)
    long_prompt: int | None = Field(default=None, ge=1)
    """Tokens of input above which the whole call costs ``long_times`` as much."""
    long_times: float = Field(default=1.0, ge=1)


class Rung(Contract):
    """A model of the ladder: the next one is asked where this one's answer is not proven."""

    model: str
    effort: Literal["low", "medium", "high", "xhigh", "max"] | None = None
    price: Price | None = None
    """Where it is not told, the shipped price list's; a model in neither is not called."""


class ModelSettings(Contract):
    """Which models are asked, where, and how patiently."""

    platform: Literal["anthropic", "bedrock", "vertex", "foundry"] = "anthropic"
    ladder: tuple[Rung, ...] = ()
    """The cheapest first; empty for the shipped ladder."""
    timeout_seconds: float = Field(default=180.0, gt=0, le=86_400)
    """One attempt."""
    retries: int = Field(default=4, ge=0, le=20)
    """After a rate limit, an overload or a lost connection, each time waiting longer."""
    wait_seconds: float = Field(default=120.0, ge=0, le=86_400)
    """All waiting for one answer together."""
    heal_attempts: int = Field(default=3, ge=0, le=10)
    second_opinion: bool = True
    """Ask the model also where the offline compiler is sure, and compare."""


class BudgetSettings(Contract):
    """A call that could go beyond any of these is not made. Zero is nothing, None no limit."""

    usd_per_check: float | None = Field(default=0.5, ge=0)
    usd_per_run: float | None = Field(default=10.0, ge=0)
    tokens_per_check: int | None = Field(default=400_000, ge=0)
    tokens_per_run: int | None = Field(default=None, ge=0)


class PrivacySettings(Contract):
    """What of the data a model may see, and whether rows may stand in an alert."""

    share: Literal["names", "profile", "samples"] = "names"
    """``names``: tables, columns, types and date formats. ``profile``: also counts, ranges and
    frequent values. ``samples``: also a few rows."""
    sample_rows: int = Field(default=5, ge=0, le=100)
    hidden: tuple[str, ...] = ()
    """Columns (``table.column``, with ``*``) of which no value ever leaves."""


class PromptSettings(Contract):
    """What the audit log keeps."""

    keep: Literal["full", "hash"] = "full"
    secrets: tuple[str, ...] = ()
    """Regular expressions; what they match is blacked out before it is sent or kept."""

    @field_validator("secrets")
    @classmethod
    def _are_patterns(cls, secrets: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in secrets:
            try:
                re.compile(pattern)
            except (re.error, RecursionError, OverflowError) as error:
                raise ValueError(f"{pattern!r} is no regular expression ({error})") from error
        return secrets


class ProofSettings(Contract):
    """How long a proof may take, and over how much."""

    seconds: float = Field(default=4.0, gt=0, le=3600)
    """For one program; what is left out for time is told."""
    rows: int = Field(default=100_000, ge=100)
    """Of longer tables a sample of this many rows is looked at, and that is told."""


class StageSettings(Contract):
    """The limits of one step of exploration, preparation or training."""

    step_seconds: float = Field(default=900.0, gt=0, le=86_400)
    """Wall-clock time; never less than ``sandbox.wall_seconds``."""
    memory_mb: int = Field(default=4096, ge=64, le=MOST_MB)
    """Memory of its own; never less than ``sandbox.memory_mb``."""
    by_model: bool = False
    """Whether a model, where there is one, writes a part of its own into a stage's page."""


class TrackingSettings(Contract):
    """Where each training is told as well."""

    mlflow: str = ""
    """An MLflow tracker: its address (``http://…``), or a folder beside ``checks/`` for a store of
    its own; empty for none. Credentials stay in MLflow's environment variables."""
    seconds: float = Field(default=120.0, gt=0, le=3600)
    """How long a tracker is waited for."""


class ApprovalSettings(Contract):
    """Whether a changed program waits for a person."""

    approval: Literal["none", "required"] = "none"
    four_eyes: bool = False
    """Who approves may not be the check's owner."""


class RetentionSettings(Contract):
    """For how many days is kept what ``agent clean`` may delete; what is not set is kept for ever.

    What the newest verdict of a check needs stays, however old it is.
    """

    artifacts: int | None = Field(default=None, ge=1)
    """Flagged rows, figures and other files of runs."""
    tables: int | None = Field(default=None, ge=1)
    """Cached tables that are not those of the last run."""
    events: int | None = Field(default=None, ge=1)
    """The course of runs; more than the newest 50 are never kept."""
    history: int | None = Field(default=None, ge=1)
    """Earlier programs of checks: what is gone can neither be repeated nor found again."""
    prompts: int | None = Field(default=None, ge=1)
    """Audit records: only told of, since ``--audit-before`` alone puts them aside."""


class DashboardSettings(Contract):
    """Who may start a run from the dashboard."""

    read_only: bool = False
    """Nobody may: for auditors."""
    may_run: tuple[str, ...] = ()
    """E-mail addresses, account names or subject identifiers, as the log-in service tells them.
    Where visitors log in, nobody else may run; where they do not, nobody may if one is named."""
    upload_mb: int = Field(default=200, ge=1, le=MOST_MB)
    """The largest file that is taken as a table."""
    upload_rows: int = Field(default=200_000, ge=100)
    """Of a table with more rows a sample of so many is offered; nobody has to take it."""


def _read_hours(text: str) -> str:
    if text and (re.fullmatch(_HOURS, text) is None or text[:5] == text[6:]):
        raise ValueError("quiet hours are written '22:00-07:00', or '' for none")
    return text


Hours = Annotated[str, AfterValidator(_read_hours)]
"""``22:00-07:00``; where the end comes before the start, it is on the next day."""


class AlertRoute(Contract):
    """A receiver, and of which checks it is told: those that fit all that is given here."""

    name: str = Field(min_length=1)
    url_env: Variable
    """The environment variable with the receiver's Apprise URL. ``{owner}`` in that URL stands for
    the owner's address."""
    severity: Severity = Severity.LOW
    """The least severity."""
    owners: tuple[str, ...] = ()
    """Any of these, with ``*`` for any text; letter case does not count."""
    tags: tuple[str, ...] = ()
    """Any of these, likewise."""
    verdicts: tuple[Verdict, ...] = (Verdict.FAIL, Verdict.ERROR)
    """It is told when a check comes to one of these, and when it leaves them."""
    sample_rows: int = Field(default=0, ge=0, le=20)
    """Flagged rows of each check, where ``privacy.share`` is ``samples``."""
    quiet_hours: Hours | None = None
    """In place of those of all routes."""


class AlertSettings(Contract):
    """Who is told when a verdict changes."""

    routes: tuple[AlertRoute, ...] = ()
    quiet_hours: Hours = ""
    """What comes up in these is sent with the next run after them."""
    time_zone: str = "UTC"
    """Of the quiet hours: ``Europe/Berlin``."""
    attempts: int = Field(default=5, ge=1, le=100)
    """In so many runs an alert is sent before it is given up."""
    seconds: float = Field(default=60.0, gt=0, le=600)
    """For all sending of one run; what is left goes with the next one."""

    @field_validator("routes")
    @classmethod
    def _have_names_of_their_own(cls, routes: tuple[AlertRoute, ...]) -> tuple[AlertRoute, ...]:
        names = [route.name for route in routes]
        if len(set(names)) < len(names):
            raise ValueError("two routes have the same name")
        return routes

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name != "UTC" and name not in available_timezones():
            raise ValueError("no time zone has this name; one is 'Europe/Berlin'")
        return name


class Settings(Contract):
    """All settings; each has a default, and the file need not be there."""

    data: Folder = ""
    """Where the tables are, if not in the data folder, which is then a copy of it."""
    artifacts: Folder = ""
    """Where artifacts and sessions are sent after each run."""

    sandbox: SandboxSettings = SandboxSettings()
    model: ModelSettings = ModelSettings()
    budget: BudgetSettings = BudgetSettings()
    privacy: PrivacySettings = PrivacySettings()
    prompts: PromptSettings = PromptSettings()
    proof: ProofSettings = ProofSettings()
    stages: StageSettings = StageSettings()
    engine: EngineSettings = EngineSettings()
    tracking: TrackingSettings = TrackingSettings()
    approvals: ApprovalSettings = ApprovalSettings()
    retention: RetentionSettings = RetentionSettings()
    dashboard: DashboardSettings = DashboardSettings()
    alerts: AlertSettings = AlertSettings()
    lineage: LineageSettings = LineageSettings()
