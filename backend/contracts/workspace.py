"""The only place that knows the names of files and folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backend.contracts import file_names


@dataclass(frozen=True)
class Workspace:
    """A base folder with ``checks/``, ``data/`` and ``cached_mem/`` inside."""

    base: Path

    @property
    def checks_file(self) -> Path:
        """What the owners edit."""
        return self.base / file_names.CHECKS

    @property
    def settings_file(self) -> Path:
        """What the operator may set; need not be there."""
        return self.base / file_names.SETTINGS

    @property
    def data(self) -> Path:
        """The folder of the tables."""
        return self.base / file_names.DATA

    @property
    def sources_file(self) -> Path:
        """Tables that are no files; need not be there."""
        return self.base / file_names.DATA / "sources.toml"

    @property
    def remote_data_file(self) -> Path:
        """Whence the tables were fetched, where the data folder is a copy; beside them."""
        return self.data / ".remote.json"

    @property
    def sent_artifacts_file(self) -> Path:
        """What of artifacts and sessions is on object storage."""
        return self.memory / "sent_artifacts.json"

    @property
    def memory(self) -> Path:
        """The folder of everything that is remembered."""
        return self.base / file_names.MEMORY

    @property
    def lock_file(self) -> Path:
        """Held by the one process that writes."""
        return self.base / file_names.LOCK

    @property
    def workflows_file(self) -> Path:
        """Plan and execution of each check."""
        return self.memory / "workflows.json"

    @property
    def workflows_seal(self) -> Path:
        """What tells that `workflows_file` is as the agent wrote it; safe to delete."""
        return self.memory / "workflows_seal.txt"

    @property
    def schema_cols_file(self) -> Path:
        """Table to column names."""
        return self.memory / "schema_cols.json"

    @property
    def snapshots_file(self) -> Path:
        """File, fingerprint, rows and columns of each table."""
        return self.memory / "table_snapshots.json"

    @property
    def baseline_file(self) -> Path:
        """The normalised copy of ``checks.json`` that the last run saw."""
        return self.memory / "checks_last.csv"

    @property
    def runs_log_file(self) -> Path:
        """One line per run and check; only grows, until its month is closed."""
        return self.memory / "runs_log.jsonl"

    @property
    def runs_archive(self) -> Path:
        """The closed months of the runs log, a file for each."""
        return self.memory / "runs_log"

    @property
    def rollup_file(self) -> Path:
        """Latest verdict and trend of each check."""
        return self.memory / "checks_rollup.csv"

    @property
    def rollup_seal(self) -> Path:
        """What tells that `rollup_file` is as the agent wrote it; safe to delete."""
        return self.memory / "checks_rollup_seal.txt"

    @property
    def prompt_log_file(self) -> Path:
        """Every exchange with a model; hash-chained; only grows."""
        return self.memory / "plan_prompt_log.jsonl"

    @property
    def prompt_archive(self) -> Path:
        """Sealed parts of the prompt log that were archived on a person's word."""
        return self.memory / "plan_prompt_log"

    @property
    def calls_out(self) -> Path:
        """Calls that were sent and whose answer is not on record yet."""
        return self.memory / "calls_out"

    @property
    def approvals_file(self) -> Path:
        """Who approved which program; only grows."""
        return self.memory / "approvals.jsonl"

    @property
    def waivers_file(self) -> Path:
        """Whose FAIL counts as a warning, until when; hash-chained; only grows."""
        return self.memory / "waivers.jsonl"

    @property
    def alerts_file(self) -> Path:
        """The verdicts that were told, and what is still to be sent."""
        return self.memory / "alerts.json"

    @property
    def profiles_file(self) -> Path:
        """The measures of each table at each run that saw it changed; only grows."""
        return self.memory / "table_profiles.jsonl"

    @property
    def last_verdicts_file(self) -> Path:
        """The last verdict of each check, and what it hangs on; safe to delete."""
        return self.memory / "last_verdicts.json"

    @property
    def unchanged_index(self) -> Path:
        """How all that verdicts hang on stood after the last run; safe to delete."""
        return self.base / file_names.UNCHANGED_INDEX

    @property
    def unchanged_json(self) -> Path:
        """What ``--json`` prints where nothing changed since; safe to delete."""
        return self.base / file_names.UNCHANGED_JSON

    @property
    def unchanged_runs_file(self) -> Path:
        """One line per run that found nothing changed; only grows."""
        return self.base / file_names.UNCHANGED_RUNS

    @property
    def summaries_file(self) -> Path:
        """A sentence or two about each table."""
        return self.memory / "ai_table_summaries.json"

    @property
    def history(self) -> Path:
        """Every workflow ever compiled, by content."""
        return self.memory / "history"

    @property
    def events(self) -> Path:
        """The newest runs as they went, a file for each."""
        return self.memory / "events"

    @property
    def tables(self) -> Path:
        """The columnar cache."""
        return self.memory / "tables"

    @property
    def spill(self) -> Path:
        """What checks of tables beyond memory put on disk while they run; safe to delete."""
        return self.memory / "spill"

    @property
    def artifacts(self) -> Path:
        """Flagged rows and other files, by run and check."""
        return self.memory / "artifacts"

    @property
    def sessions(self) -> Path:
        """What exploration, preparation and training left: a folder a session, then a stage."""
        return self.memory / "sessions"
