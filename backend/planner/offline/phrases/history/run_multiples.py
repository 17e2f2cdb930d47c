"""Phrases for what doubles, triples or halves since earlier runs."""

from __future__ import annotations

from backend.planner.offline.phrases.history.run_bounds import Size
from backend.rules.earlier_runs import Baseline
from backend.rules.phrasing import Phrases

phrase = Phrases()
_MOVES = (
    ("up", 100.0, "double|doubles|be doubled|become twice as high", "doubled"),
    ("up", 200.0, "triple|triples|treble|trebles|be tripled", "tripled|trebled"),
    ("up", 300.0, "quadruple|quadruples|be quadrupled", "quadrupled"),
    ("down", 50.0, "halve|halves|be halved|drop to half|drop by half|fall by half|fall to half", "halved"),
)  # fmt: skip

for _move, _percent, _now, _before in _MOVES:

    @phrase("run_shift", f"({_now}) <since>", f"at least ({_now}) <since>")
    @phrase("run_shift", f"have ({_before}) <since>")
    @phrase("run_shifted", f"[has|have|is|are] ({_before}) <since>")
    def multiplied(
        runs: Baseline, move: str = _move, percent: float = _percent
    ) -> tuple[str, Size, Baseline]:
        """Double since the last run: by 100% or more."""
        return move, Size(">=", percent, "percent"), runs

    @phrase("run_shift", f"more than ({_now}) <since>")
    @phrase("run_shift", f"have more than ({_before}) <since>")
    @phrase("run_shifted", f"[has|have] more than ({_before}) <since>")
    def multiplied_more(
        runs: Baseline, move: str = _move, percent: float = _percent
    ) -> tuple[str, Size, Baseline]:
        """More than double since the last run."""
        return move, Size(">", percent, "percent"), runs
