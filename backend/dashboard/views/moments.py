"""Times and amounts as people read them."""

from __future__ import annotations

from datetime import datetime


def minute(at: str) -> str:
    """``2026-11-20 10:05`` of an ISO 8601 time; what is none stays as it is."""
    try:
        return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def short(at: str) -> str:
    """``Nov 20 10:05`` of an ISO 8601 time."""
    try:
        return datetime.fromisoformat(at).strftime("%b %d %H:%M")
    except ValueError:
        return at


def duration(seconds: float) -> str:
    """``0.8 s``, ``42 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def share(part: int, whole: int) -> str:
    """``0.6%`` of a part; empty without a whole."""
    return f"{part / whole:.1%}" if whole else ""
