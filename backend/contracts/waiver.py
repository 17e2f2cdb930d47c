"""That the FAIL of a check counts as a warning until a day: one line of ``waivers.jsonl``."""

from __future__ import annotations

from datetime import date

from backend.contracts.contract import Contract


class Waiver(Contract):
    """A person's word about one check; the newest of a check is the one that holds.

    Each carries the hash of the one before it, whichever check that is about.
    """

    at: str
    """ISO 8601, UTC."""
    check_id: str
    until: date | None
    """The last day on which it is in force; None withdraws what was said before."""
    by: str
    why: str
    previous: str = ""
    hash: str = ""
    """``sha256:…`` over the record's canonical JSON without the hash itself."""
