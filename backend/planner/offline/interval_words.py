"""Words in headers for the first and the last day of an interval."""

from __future__ import annotations

STARTS = frozenset({
    "from", "begin", "since", "in", "arrival", "checkin", "admitted", "admission", "lent",
    "borrowed", "opened", "effective", "joined", "rented", "issued", "started", "begun",
})  # fmt: skip
ENDS = frozenset({
    "to", "end", "until", "till", "through", "out", "departure", "checkout", "discharged",
    "discharge", "returned", "closed", "left", "expiry", "expired", "expire", "ended",
    "finished", "stopped",
})  # fmt: skip
LENT = frozenset({"rental", "loan", "lent", "lending", "loaned", "hired"})
"""What a rental begins with, where no header says it plainly."""
BACK = frozenset({"return"})
"""What it ends with."""
