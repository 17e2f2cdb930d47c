"""Whether a sentence behind a rule only says that what breaks it is wrong, unreal or forbidden.

Flag ages of 999; this is a filler and not a real age. That is more than we can pay. What is asked
for is told before, and of all of it the verdict speaks, so that it narrows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.cues import FAULTS
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token

_IT = "(?:it|this|that|they|these|those)"
_SEEM = "(?:is|are|was|were|must be|must have been|has to be|have to be|can only be|could only be"
_SEEM += "|looks? like|seems? to be|will be|would be|may be|might be)"
_HOW = "(?:(?:surely|clearly|obviously|certainly|probably|likely|most likely|simply|plainly"
_HOW += "|always|usually|mostly|often|just|only|really|merely|nothing but|all) )*"
_MEANT = "filler|dummy|artefact|artifact|sentinel|fake|leftover|remnant|relic|stopgap|invention"
_MEANT += (
    "|fiction|joke|guess|lie|fluke|slip|mix-up|mixup|hoax|misprint|misreading|blunder|oversight"
)
_MEANT += "|placeholder|stand-in|nonsense|rubbish|garbage|junk"
_OF_ENTRY = "(?:typing|data entry|data-entry|input|entry|spelling|keying|copying|clerical|import)"
_FAULT = f"(?:{_OF_ENTRY} )?(?:mistake|error|typo|slip|fault|bug)"
_A = "(?:a|an|the)? ?(?:mere |simple |obvious |plain )?"
_BAD = f"{_A}(?:(?:{_MEANT})(?:e?s)?(?: (?:value|entry|date|number))?s?|{_FAULT}s?"
_BAD += "|wrong|false|impossible|invented|made up|made-up|nonsensical|suspicious|implausible"
_BAD += "|absurd|unrealistic|unreal|fishy|unlikely|unbelievable)"
_REAL = "(?:real|true|genuine|actual|proper|plausible|possible|credible|believable|realistic"
_REAL += "|sensible|serious)"
_NOT_REAL = rf"(?:not|no|hardly|never)(?: a| an)? {_REAL}(?: \w+)?"
_PART = f"{_HOW}(?:{_BAD}|{_NOT_REAL})"
_TOO = r"(?:far |much |way )?too \w+(?: for us| to be true| to be real| for comfort)?"
_MORE = "(?:far |much )?(?:more|less) than (?:we|anybody|anyone|you|they) can "
_MORE += "(?:pay|afford|bear|handle|use|sell)"
_VERDICT = re.compile(
    f"{_IT} {_SEEM} (?:{_PART}(?: ,? ?(?:and|but) {_PART})?|{_TOO}|{_MORE})"
    f"|{_IT} (?:can not|could not|can hardly)(?: possibly)? be "
    "(?:true|right|real|so|serious|meant|possible)"
    f"|{_IT} makes? no sense|{_IT} (?:do|does) not make (?:any )?sense|{_IT} can not happen"
    f"|{_IT} (?:was|were) (?:put|typed|keyed|filled) in (?:when|where|because) (?:nobody|no one) "
    r"(?:knew|had) (?:it|them|the \w+|any better|better)"
)
_LAW = "(?:law|contract|lease|policy|manual|handbook|agreement|treaty|charter|statute|regulation"
_LAW += "|act|licence|license|board|boss|management|auditor|authority|insurance|bank|customer)s?"
_WHOSE = "(?:the|our|company|house|federal|state|a|their|your)"
_THAT = "(?:it|this|that)"
_FORBIDS = re.compile(
    f"{_IT} (?:is|are) (?:not (?:allowed|permitted|legal|acceptable)|forbidden|prohibited|illegal"
    f"|unlawful|banned|out of the question|against {_WHOSE}(?: company)? (?:{_LAW}|rules?)"
    f"|against (?:policy|regulations?))|(?:{_WHOSE} )?{_LAW} (?:forbids?|prohibits?|rules? out|"
    f"(?:do|does) not (?:allow|permit)) {_IT}"
)
"""Only what must not be is forbidden."""
_DEMANDS = re.compile(
    rf"{_THAT} is {_WHOSE}(?: \w+)? (?:law|policy|rule)|{_THAT} is (?:law|policy)"
    f"|(?:{_WHOSE} )?{_LAW} (?:says? so|(?:demands?|requires?|wants?|prescribes?) {_THAT}"
    f"|insists? on {_THAT})|(?:we|they) insist on {_THAT}|{_THAT} is what {_WHOSE} {_LAW} says?"
)
_NEGATIVE = frozenset({"no", "not", "never", "nobody", "nothing", "none", "cannot", "neither"})
_ENDS = frozenset({".", "!", "?", ";", ":"})


def is_verdict(clause: Clause, named: Mentions) -> bool:
    """Whether the sentence is such a verdict on what the rule just before it asks for."""
    told = [token for token in named.tokens[clause.body : clause.end] if token.text not in _ENDS]
    words = " ".join(token.low for token in told)
    before = named.tokens[: clause.start]
    if not before or any(token.shape == Shape.NUMBER for token in told):
        return False
    if _DEMANDS.fullmatch(words):
        return not _asks_for_rows(before)
    if _FORBIDS.fullmatch(words):
        is_negative = bool(_NEGATIVE & {token.low for token in before})
        return is_negative != _asks_for_rows(before)
    return _VERDICT.fullmatch(words) is not None and _asks_for_rows(before)


def _asks_for_rows(before: Sequence[Token]) -> bool:
    """A single sentence, and a command; or one that calls something wrong."""
    lows = [token.low for token in before]
    while lows and lows[-1] in (*_ENDS, ",", "-", "\u2013", "\u2014"):
        lows.pop()
    if not lows or set(lows) & {".", "?", "!", ";", "unless", "except"}:
        return False
    is_barred = lows[-3:-1] == ["not", "be"]
    is_called = is_barred or (lows[-1] in FAULTS and lows[-2] in ("is", "are"))
    return lows[0] in FLAGS or lows[:2] == ["please", "flag"] or lows[-1] == "flagged" or is_called
