"""The tables of a run in Ray's store, each put there when a job first needs it."""

from __future__ import annotations

import mmap
import threading
from collections.abc import Iterable, Mapping

import numpy as np
import ray

from backend.contracts.errors import SandboxError
from backend.contracts.program import Job, TableFile
from backend.engine.node_tables import Sent
from backend.sandbox.sandbox import tables_of


class TableStore:
    """Arrow streams as they are in the columnar cache, copied once into shared memory."""

    def __init__(self, files: Mapping[str, TableFile]) -> None:
        """Nothing is put yet."""
        self._files = files
        self._sent: dict[str, Sent] = {}
        self._lock = threading.Lock()

    def send(self, jobs: Iterable[Job]) -> dict[str, Sent]:
        """The places of every table that these jobs read.

        Raises:
            SandboxError: a table is not there, or cannot be read.
        """
        wanted = {file.table: file for job in jobs for file in tables_of(job, self._files)}
        with self._lock:
            for name in wanted.keys() - self._sent.keys():
                self._sent[name] = _put(wanted[name])
            return {name: self._sent[name] for name in wanted}


def _put(file: TableFile) -> Sent:
    try:
        with file.path.open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        place = ray.put(np.frombuffer(mapped, np.uint8))  # an array is copied once, and not pickled
    except (OSError, ValueError, ray.exceptions.RayError) as error:
        raise SandboxError(
            f"{file.table}: the columnar file cannot be sent to the nodes: {error}. Give Ray's "
            "object store more memory, or delete cached_mem/tables and run again.",
            code="table-not-sent",
        ) from error
    return Sent(place, file.rows)
