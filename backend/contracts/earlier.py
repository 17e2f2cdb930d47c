"""What an earlier run made of a check: what a threshold such as ``"> last week"`` compares with."""

from __future__ import annotations

from backend.contracts.contract import Contract


class EarlierResult(Contract):
    """The numbers of one run that judged; ``as_of`` is the day that counted as today in it."""

    run_id: str
    as_of: str
    tested: int
    flagged: int
