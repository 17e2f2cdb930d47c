"""Names of clouds and networks, read piece by piece with Python's own parsers."""

from __future__ import annotations

import socket
import string
from collections.abc import Callable

from backend.proof.meaning.spelled import DIGITS, in_range, is_digits, is_made_of

_SMALL = frozenset(string.ascii_lowercase)


def _is_arn(text: str) -> bool:
    found = text.split(":", 5)
    words = text.split(" ")
    if len(found) < 6 or not all(is_made_of(word, _VISIBLE) for word in words):
        return False
    arn, partition, service, region, account, resource = found
    is_owned = not account or is_digits(account, 12) or is_made_of(account, _SMALL | {"-"})
    is_named = partition.split("-")[0] == "aws" and is_made_of(service, _SMALL | DIGITS | {"-"})
    parts = partition.split("-")
    is_named = is_named and all(is_made_of(part, _SMALL | DIGITS) for part in parts)
    is_placed = region in ("", "*") or _is_region(region.split("-"))
    return (
        arn == "arn" and is_named and is_placed and bool(resource) and (is_owned or account == "*")
    )


_VISIBLE = frozenset(map(chr, range(0x21, 0x7F)))


def _is_region(parts: list[str]) -> bool:
    is_long = len(parts) > 1 and len(parts[0]) > 1 and is_made_of(parts[0], _SMALL)
    return is_long and all(is_made_of(part, _SMALL | DIGITS) for part in parts[1:])


def _is_as_number(text: str) -> bool:
    digits = text.removeprefix("AS")
    return in_range(digits, 0, 0xFFFFFFFF) and str(int(digits)) == digits


def _is_with_port(text: str) -> bool:
    address, colon, port = text.rpartition(":")
    if not colon or port[:1] == "0" or not in_range(port, 1, 65535):
        return False
    try:
        return socket.inet_ntoa(socket.inet_pton(socket.AF_INET, address)) == address
    except (OSError, ValueError):
        return False


SOFTWARE: dict[str, Callable[[str], bool]] = {
    "arn": _is_arn, "as_number": _is_as_number, "ipv4_port": _is_with_port,
}  # fmt: skip
