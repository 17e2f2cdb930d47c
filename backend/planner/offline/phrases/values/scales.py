"""Phrases for a range that is called one, and qualified: outside the scale from 0 to 14, off the 1 to 5 scale."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.comparisons import between
from backend.planner.offline.phrases.values.ranges import Ends
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()

phrase.words(
    "_scale_called",
    "scale | range | interval | limits | bounds | band | window | corridor | bracket | value range",
)
phrase.words(
    "_valid_one",
    "allowed | permitted | valid | legal | possible | admissible | acceptable | accepted | plausible | specified | "
    "sensible | closed | full | fixed | agreed | defined",
)
phrase.words(
    "_scale_of", "of | from | between | : | that (runs|goes) from | running from | going from"
)
phrase.widen(
    "_within_range", "(within|in|inside|inside of|on|along) [_valid_one] _scale_called [_scale_of]"
)
phrase.widen(
    "_outside_range",
    "(outside|outside of|beyond|out of|off) [_valid_one] _scale_called [_scale_of]",
)
phrase.words("_to_or_dash", "to | - | \u2013 | through")


@phrase("adj", "(on|within|in|inside|along) <number> _to_or_dash <number> _scale_called", cost=0.02)
def on_the_scale(low: Constant, high: Constant) -> Predicate | None:
    """On the 1 to 5 scale."""
    return between(low, high)


@phrase(
    "adj",
    "(outside|outside of|beyond|off|out of) <number> _to_or_dash <number> _scale_called",
    cost=0.02,
)
def off_the_scale(low: Constant, high: Constant) -> Predicate | None:
    """Off the 1 to 5 scale."""
    told = between(low, high)
    return None if told is None else not_(told)


@phrase("outside", "_outside_range <ends>", cost=0.02)
def outside_range(found: Ends) -> Predicate | None:
    """Falls outside the allowed range of 0 to 14."""
    told = between(*found)
    return None if told is None else not_(told)


phrase("outside", "(outside|outside of|beyond|off) <number> _to_or_dash <number> _scale_called")(
    off_the_scale
)
phrase.words("_leaves", "leave | leaves | left | leaving | break out of | breaks out of")


@phrase("verb", "_leaves [_valid_one] _scale_called [_scale_of] <ends>", cost=0.05)
def leaves_range(found: Ends) -> Predicate | None:
    """Leaves the scale from 0 to 14."""
    return outside_range(found)
