"""Phrases for a value that may stay level and yet goes one way only: it may stand still, but never fall."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import monotone
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_stays_level",
    "(stays|remains|stands|keeps) (the same|level|unchanged|flat|constant|equal|still|where it is|as it is|put) | "
    "repeats | repeats itself | does not change | is unchanged | is the same",
)
_UP = "increase|rise|grow|climb|go up|move up|go forward|move forward"
_UPS = "increases|rises|grows|climbs|goes up|moves up|goes forward|moves forward"
_DOWN = "decrease|fall|drop|shrink|sink|go down|move down|go back|go backwards|move back"
_DOWNS = "decreases|falls|drops|shrinks|sinks|goes down|moves down|goes back|goes backwards"

for _way, _ways, _back, _aside, _sign in (
    (_UP, _UPS, _DOWN, "down|downwards|back|backwards|lower", ">="),
    (_DOWN, _DOWNS, _UP, "up|upwards|higher", "<="),
):
    phrase(
        "one_way",
        f"[only|only ever|always|either] ({_ways}) or _stays_level",
        f"[only|only ever|always|either] _stays_level or ({_ways})",
    )(lambda sign=_sign: sign)
    phrase(
        "one_way",
        f"(may|can|must|should|is allowed to) (only|only ever|either) ({_way}) or _unmoved",
        f"(may|can|must|should|is allowed to) (only|only ever|either) _unmoved or ({_way})",
        f"(must|should|has to) ({_way}) or _unmoved",
        f"(must|should|has to) _unmoved or ({_way})",
    )(lambda sign=_sign: sign)
    phrase(
        "one_way",
        f"(may|can|is allowed to) ({_way}) or _unmoved [,] but (never|not|must not) ({_aside}|{_back})",
        f"(may|can|is allowed to) _unmoved or ({_way}) [,] but (never|not|must not) ({_aside}|{_back})",
        f"(may|can|is allowed to) _unmoved [,] but (never|not) (go [any] ({_aside})|{_back}|move ({_aside}))",
    )(lambda sign=_sign: sign)

phrase.words("_it_or_they", "it | they | the value | its value")


@phrase("stmt", "<cell> <one_way> [<steps>]", "<steps> [,] <cell> <one_way>", cost=0.04)
def one_way(*parts: Any) -> Statement | None:
    """The counter only ever goes up or stays where it is."""
    sign = next(part for part in parts if isinstance(part, str))
    return monotone(next(part for part in parts if isinstance(part, Cell)), sign)


@phrase(
    "stmt",
    "<cell> _may_well _unmoved [<steps>] [,|;] but [_it_or_they] (<order_duty>|<trend>) [<steps>]",
    "<cell> need not (change|move|rise|fall|grow|increase|decrease|go up|go down) [<steps>] [,|;] but [_it_or_they] "
    "(<order_duty>|<trend>) [<steps>]",
    "<steps> [,] <cell> _may_well _unmoved [,|;] but [_it_or_they] (<order_duty>|<trend>)",
    cost=0.03,
)
def may_stand_still(*parts: Any) -> Statement | None:
    """The counter may stand still, but it may never go down."""
    of: Value = next(part for part in parts if isinstance(part, Cell))
    sign = next(part for part in parts if isinstance(part, str))
    return monotone(of, sign) if sign in ("<=", ">=") else None
