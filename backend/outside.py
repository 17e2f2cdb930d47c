"""What a run has to do with other places: object storage, and receivers of OpenLineage events.

Rules of this file: what it needs loads only where the settings ask for it. Tables that cannot be
fetched end a run, since older ones would be judged in their place; whoever is told of a run, or
keeps its artifacts, can fail none: that is told instead.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from backend.contracts.check import Stage
from backend.contracts.errors import AgentError
from backend.contracts.schema import TableSnapshot
from backend.contracts.settings import Settings
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.records import INTERRUPTED, exit_code

if TYPE_CHECKING:
    from openlineage.client.event_v2 import RunEvent

    from backend.outputs.lineage_events import ToldRun


def reaches_out(workspace: Workspace, settings: Settings) -> bool:
    """Whether a run asks or tells another place, whatever the files here are."""
    elsewhere = settings.data or settings.lineage.to or workspace.remote_data_file.exists()
    return bool(elsewhere) or workspace.sources_file.exists()


class Outside:
    """The other places of one run; it also looks on while checks run."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        """Nothing is asked yet."""
        self.trouble: list[str] = []
        self._workspace = workspace
        self._settings = settings

    @classmethod
    def fetched(cls, workspace: Workspace, settings: Settings) -> Outside:
        """Those of a run that begins; its tables are fetched, and the caller holds the lock.

        Raises:
            WorkspaceError: it cannot be told which tables there are.
        """
        outside = cls(workspace, settings)
        if settings.data or workspace.remote_data_file.exists():
            from backend.storage.fetching import fetch_data

            outside.trouble += fetch_data(workspace, settings.data)
        return outside

    @contextlib.contextmanager
    def telling(
        self,
        run_id: str,
        as_of: str,
        records: Sequence[RunRecord],
        tables: Mapping[str, TableSnapshot],
    ) -> Iterator[None]:
        """Tell that a run begins, and how it ends; then send what it left.

        ``records`` grow meanwhile.
        """
        run = self._told_run(run_id, as_of)
        if run is None:
            yield
        else:
            yield from self._tell(run, records, tables)
        self._send()

    def begins(self, total: int) -> None:
        """So many checks are to be run."""

    def runs(self, name: str) -> None:
        """This one is next."""

    def ends(self, record: RunRecord) -> None:
        """Send what a stage left as soon as it is done."""
        if record.stage != Stage.RULE and not self.trouble:
            self._send()

    def _tell(
        self, run: ToldRun, records: Sequence[RunRecord], tables: Mapping[str, TableSnapshot]
    ) -> Iterator[None]:
        from backend.outputs.lineage_events import end_event, lost_event, start_event

        self._emit(start_event(run))
        try:
            yield
        except BaseException as error:
            message = str(error) if isinstance(error, AgentError) else type(error).__name__
            self._emit(lost_event(run, message))
            raise
        was_ended = any(record.code == INTERRUPTED for record in records)
        code = exit_code(records)
        self._emit(end_event(run, records, tables, code, was_ended=was_ended))

    def _told_run(self, run_id: str, as_of: str) -> ToldRun | None:
        settings = self._settings.lineage
        if not settings.to:
            return None
        if importlib.util.find_spec("openlineage") is None:
            fact = "lineage: openlineage-python is not installed, so nobody was told of the run"
            self.trouble.append(f"{fact}. Install it: pip install -r requirements-outside.txt.")
            return None
        from backend.outputs.lineage_events import ToldRun

        url = self._settings.data or self._workspace.data.resolve().as_uri()
        return ToldRun(run_id, as_of, settings.namespace, settings.job, url)

    def _emit(self, event: RunEvent) -> None:
        from backend.outputs.lineage_sender import send_event

        lack = send_event(event, self._settings.lineage, self._workspace.base)
        if lack:
            kind = event.eventType.value if event.eventType else "an"
            fact = f"lineage: the receiver did not take the {kind} event: {lack}"
            self.trouble.append(f"{fact}. Check [lineage] in settings.toml; nothing else suffers.")

    def _send(self) -> None:
        if self._settings.artifacts:
            from backend.storage.sending import send_artifacts

            self.trouble += send_artifacts(self._workspace, self._settings.artifacts)
