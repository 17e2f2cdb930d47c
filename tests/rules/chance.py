"""How many cases a property is tried on: the same few each time, or EXAMPLES new ones."""

from __future__ import annotations

import os

from hypothesis import settings


def chance(examples: int) -> settings:
    """The settings of one property; ``EXAMPLES=2000`` looks further, and elsewhere each time."""
    wanted = os.environ.get("EXAMPLES")
    return settings(max_examples=int(wanted or examples), derandomize=not wanted)
