"""The hash of what a program gave: equal rows (or groups), equal hash.

Nothing here touches a disk.
"""

from __future__ import annotations

import hashlib
import json
import sys

from backend.contracts.program import Outcome, OutcomeStatus


def result_hash(outcome: Outcome) -> str:
    """``sha256:…`` over the number tested and the flagged rows or failing groups.

    Rows are hashed as 64-bit little-endian positions, groups as canonical JSON in the order that
    the program gave. An outcome with nothing to judge has none: the empty text.
    """
    if outcome.status is not OutcomeStatus.OK:
        return ""
    digest = hashlib.sha256(f"tested {outcome.tested}\n".encode())
    rows = outcome.rows
    if sys.byteorder == "big":
        rows = rows[:]
        rows.byteswap()
    digest.update(rows.tobytes())
    for record in outcome.records:
        digest.update(json.dumps(record, sort_keys=True, separators=(",", ":")).encode() + b"\n")
    return f"sha256:{digest.hexdigest()}"
