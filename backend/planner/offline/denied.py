"""Whether a sentence only denies the question before it: that must not happen; none should be.

That they have to be listed says the same of what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.tokens import Token

_IT = "(?:it|they|that|this|these|those)"
_NONE = f"(?:none|none of {_IT}|none of them|nobody|no one|no-one|nothing of the (?:kind|sort))"
_MODAL = "(?:must|should|may|can|could|shall|will|ought to)"
_NOT = f"(?:{_MODAL}|do|does|is|are) (?:not|never)"
_BE = (
    "(?: (?:ever )?(?:be|be any|be one|be some|be so|be the case|be allowed|be possible|be there"
    r"|be like (?:that|this)|happen|occur|exist|be a single one|be (?:any )?such \w+))?"
)
_WRONG = (
    "(?:wrong|an error|a mistake|a problem|forbidden|prohibited|unacceptable|impossible|illegal"
    "|invalid|a fault|a defect|a bug|out of the question)"
)
_RIGHT = "(?:allowed|permitted|acceptable|ok|okay|possible|right|correct|fine|valid|accepted)"
_TO_BE = "(?:must|should|have to|has to|need to|needs to|are to|is to|ought to) be"
_SEEN = (
    "(?:listed|shown|flagged|reported|highlighted|marked|pointed out|named|returned|corrected"
    "|fixed|looked at|looked into|investigated|followed up)"
)
_WE = "we (?:do not|can not|must not|should not|never)"
_DENIALS = re.compile(
    "|".join((
        f"(?:{_IT}|there) {_NOT}{_BE}",
        f"{_NONE} {_MODAL}{_BE}",
        f"{_NONE} (?:is|are) (?:{_RIGHT}|expected|wanted)",
        rf"there {_MODAL} (?:be none|be no such \w+|never be (?:any|one))",
        f"{_IT} (?:is|are) (?:not|never) {_RIGHT}",
        f"{_IT} (?:is|are|would be|will be) {_WRONG}",
        f"{_IT} (?:must|should) be (?:impossible|avoided|prevented|ruled out|excluded)",
        rf"(?:{_IT}|all of them|such \w+|those \w+|these \w+) {_TO_BE} {_SEEN}",
        r"(?:i|we) (?:want|need|would like) to (?:see|know) (?:them|those|these|it)(?: all)?",
        f"{_WE} (?:want|allow|accept|expect|permit|have|see) (?:to see )?(?:{_IT}|them|any)",
        "(?:of course|certainly|i hope|we hope|hopefully) not|no , never",
        "not (?:allowed|acceptable)",
    ))
)  # fmt: skip


def denies(rest: Sequence[Token]) -> bool:
    """Whether the words, up to a last sign, say nothing else."""
    words = [token.low for token in rest]
    while words and words[-1] in (".", "!"):
        words.pop()
    return bool(words) and _DENIALS.fullmatch(" ".join(words)) is not None
