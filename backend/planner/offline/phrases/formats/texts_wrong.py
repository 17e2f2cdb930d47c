"""Remarks on kinds of text that break a rule anyway: decimals and words are wrong."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

# What is wrong anyway -----------------------------------------------------------------------------

_SAMPLES = {
    "decimals": "1.5", "decimal numbers": "1.5", "fractions": "1.5", "numbers with decimals": "1.5",
    "words": "seven", "text": "seven", "texts": "seven", "letters": "seven", "plain text": "seven",
    "spelled-out numbers": "seven", "numbers in words": "seven", "number words": "seven",
    "anything that is no number": "seven", "values that are no numbers": "seven",
    "text that is no number": "seven", "text instead of a number": "seven",
    "negative numbers": "-1", "negatives": "-1", "negative values": "-1",
}  # fmt: skip
for _name, _sample in _SAMPLES.items():
    phrase("wrong_kind", f"[any] {_name}")(lambda sample=_sample: sample)


@phrase(
    "wrong_kind",
    "[any] (text|texts|anything|values|whatever|everything) (that is|that are|which is) (no|not) <format> [at all]",
)
@phrase(
    "wrong_kind",
    "[any] (text|anything|something|whatever|values) (that is|that are|which is) (no|not) <noun> [at all]",
    cost=0.1,
)
@phrase(
    "wrong_kind",
    "[any] (text|anything|something) (that is|which is) (no|not) (year|date|number|code|time|amount|address) [at all]",
)
def no_such_thing(*_: object) -> str:
    """Text that is no year at all."""
    return "seven"


phrase.words(
    "_wrong_too",
    "_be [also] (_wrong|_bad) [too|as well|also|likewise] | (must|should) be flagged [too|as well|also] | (count|counts) "
    "as (wrong|errors|an error|invalid|mistakes|violations) [too|as well|also] | (fail|fails) [too|as well|also] | (do|"
    "does) not (count|pass|qualify) [either]",
)


@phrase("remark", "<wrong_kind> _wrong_too", cost=0.0)
@phrase("remark", "<wrong_kind> (and|or) <wrong_kind> _wrong_too", cost=0.0)
@phrase("remark", "<wrong_kind> , <wrong_kind> (and|or) <wrong_kind> _wrong_too", cost=0.0)
def wrong_anyway(*samples: Any) -> Modifier:
    """Decimals and words are wrong: so they must be by the rule."""
    return remark("shown", texts=tuple(f"-{sample}" for sample in samples))
