"""Small JSON messages with open files, over a SOCK_SEQPACKET socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from typing import Any

LARGEST = 64 * 1024
MOST_FILES = 250
"""The kernel passes at most 253 files with one message (SCM_MAX_FD)."""


def send(control: socket.socket, message: dict[str, Any], files: Sequence[int] = ()) -> None:
    """Send one message; the files stay open here."""
    socket.send_fds(control, [json.dumps(message).encode()], list(files))


def receive(control: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Wait for one message.

    Raises:
        EOFError: the other side is gone.
    """
    data, files, _, _ = socket.recv_fds(control, LARGEST, MOST_FILES, socket.MSG_CMSG_CLOEXEC)
    return _parse(data), files


def receive_text(control: socket.socket) -> dict[str, Any]:
    """Wait for one message, and take no files with it: for the side that trusts nobody.

    Raises:
        EOFError: the other side is gone.
    """
    return _parse(control.recv(LARGEST))


def _parse(data: bytes) -> dict[str, Any]:
    if not data:
        raise EOFError
    message: dict[str, Any] = json.loads(data)
    return message
