"""Takes in what a program prints and gives back, never more than its limits allow."""

from __future__ import annotations

import os
import selectors
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from backend.sandbox.launch import WorkerLost
from backend.sandbox.worker import message

CHUNK = 256 * 1024


@dataclass
class Stream:
    """What came through one pipe: the first ``keep`` bytes; more than ``most`` is too much.

    What is kept is also written to ``copy`` at once, where there is one.
    """

    name: str
    keep: int
    most: int
    data: bytearray = field(default_factory=bytearray)
    seen: int = 0
    copy: BinaryIO | None = None

    def take(self, file: int) -> bool:
        """Read what is there; tells whether the pipe is still open."""
        chunk = os.read(file, CHUNK)
        self.seen += len(chunk)
        kept = chunk[: max(0, self.keep - len(self.data))]
        self.data += kept
        if self.copy is not None:
            with suppress(OSError):  # a disk that is full costs the copy, and not the program
                self.copy.write(kept)
        return bool(chunk)

    @property
    def is_too_long(self) -> bool:
        """Whether the program is to be stopped for it."""
        return self.seen > self.most


def collect(streams: dict[int, Stream], told: socket.socket, deadline: float) -> dict[str, Any]:
    """Read all pipes until the worker tells how the program ended.

    Gives the worker's word, with ``stopped`` naming the stream that was too long, if one was.

    Raises:
        WorkerLost: the worker ended, or stays silent beyond the deadline.
    """
    with selectors.DefaultSelector() as selector:
        for file in (*streams, told.fileno()):
            selector.register(file, selectors.EVENT_READ)
        while True:
            ready = _wait(selector, deadline)
            for file in ready & streams.keys():
                if not streams[file].take(file):
                    selector.unregister(file)
                if streams[file].is_too_long:
                    return _stop(told, streams[file], deadline)
            if told.fileno() in ready:
                return _end(streams, told)


def _wait(selector: selectors.BaseSelector, deadline: float) -> set[int]:
    left = deadline - time.monotonic()
    ready = {key.fd for key, _ in selector.select(max(0.0, left))}
    if not ready and left <= 0:
        raise WorkerLost
    return ready


def _end(streams: dict[int, Stream], told: socket.socket) -> dict[str, Any]:
    try:
        end = message.receive_text(told)
    except (EOFError, OSError) as error:
        raise WorkerLost from error
    for file, stream in streams.items():
        _drain(file, stream)
    return end


def _drain(file: int, stream: Stream) -> None:
    """Read what the ended program left in the pipe; another process may still hold it open."""
    os.set_blocking(file, False)
    with suppress(BlockingIOError):
        while not stream.is_too_long and stream.take(file):
            pass


def _stop(told: socket.socket, stream: Stream, deadline: float) -> dict[str, Any]:
    told.shutdown(socket.SHUT_WR)
    told.settimeout(max(0.1, deadline - time.monotonic()))
    try:
        end = message.receive_text(told)
    except (EOFError, OSError) as error:
        raise WorkerLost from error
    return {**end, "stopped": stream.name}
