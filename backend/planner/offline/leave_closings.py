"""Sentences that end a check and ask for nothing: that is all, there is no upper limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.leave_checks import follows_an_order, forbidden_side, keeps_to_some
from backend.planner.offline.leave_subjects import Check
from backend.planner.offline.leave_words import BARRED
from backend.rules.rule import Rule

_LOOKED_AT = "(?:checked|asked|looked at|required|needed|tested|demanded|judged|of interest)"
_ALL = re.compile(
    f"that is (?:all|it)|nothing (?:else|more) is {_LOOKED_AT}(?: here| for now)?"
    "|(?:we|i) (?:check|ask for|look at) nothing (?:else|more)(?: here)?"
    "|nothing (?:else|more) (?:matters|counts|interests us)(?: here)?"
    f"|(?:the |all |all the )?other columns (?:are not {_LOOKED_AT}"
    f"|do not matter|do not count)(?: here)?"
    f"|no other column (?:is {_LOOKED_AT}|matters|counts)(?: here)?"
)
_UPPER = "upper limit|upper bound|maximum|ceiling|cap|limit upwards"
_LOWER = "lower limit|lower bound|minimum|floor|limit downwards"
_NO_LIMIT = re.compile(
    f"(?:there is|we set|we know|it has|they have) no (?:(?P<upper>{_UPPER})|{_LOWER})"
    "|(?:it|they) (?:may|can) be as (?:(?P<high>high|large|big|long|great)|low|small|short) as "
    "(?:you|we|they|it) (?:like|likes|please|want|wants|wish|can)"
)
_STEPS = re.compile(
    "(?:by )?how (?:much|far|fast|quickly)(?: (?:it|they|the values) (?:rises?"
    "|falls?|grows?|changes?"
    "|goe?s?|moves?|drops?|climbs?))? (?:does not matter|is free|is open|is not (?:asked|checked))"
    "|(?:where|at what(?: value)?) (?:it|they|the counter) (?:starts?|begins?|ends?|stops?) "
    "(?:does not matter|is free|is open|is not checked)"
    "|it may (?:start|begin) (?:anywhere|at any (?:value|number))|it (?:starts|begins) anywhere"
    "|(?:gaps|jumps|leaps|big steps|large steps|a gap|a jump|a big step|a large step) "
    "(?:is|are|do not|does not|may|can) (?:also |still )?(?:fine|ok"
    "|okay|allowed|matter|occur|happen|possible|permitted|no problem)"
    "|by (?:whatever|any) (?:amount|step|margin)"
)
_NO_OTHERS = re.compile(
    "(?:nobody else|no one else|no others?|nothing else|none of the others) "
    "(?:needs?|has to|have to|is obliged to|is required to) (?P<told>.+)"
)


def closing(words: Sequence[str]) -> Check | None:
    """Whether a rule is left as it is by such a sentence; nothing if it is none."""
    text = " ".join(words)
    if _ALL.fullmatch(text):
        return _any_rule
    if _STEPS.fullmatch(text):
        return follows_an_order
    found = _NO_OTHERS.fullmatch(text)
    if found is not None and not BARRED & {*found["told"].split()}:
        return keeps_to_some
    return _no_limit(text)


def _any_rule(rule: Rule) -> bool:
    return bool(rule.table)


def _no_limit(text: str) -> Check | None:
    """There is no upper limit, where the rule sets but a lower one."""
    found = _NO_LIMIT.fullmatch(text)
    if found is None:
        return None
    side = "under" if found["upper"] or found["high"] else "over"
    return lambda rule: forbidden_side(rule, frozenset()) == side
