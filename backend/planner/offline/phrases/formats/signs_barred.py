"""Phrases for signs that may stand nowhere in a text: the letters I, O and Q never occur in it."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, not_

phrase = Phrases()

phrase.words(
    "_signs_called",
    "[any of] [the] [capital|small] (letter|letters|character|characters|sign|signs|digit|digits) [like]",
)
phrase.words(
    "_stand_within",
    "(occur|occurs|appear|appears|stand|stands|show up|shows up|turn up|turns up|be used|be found|"
    "be present|come up|comes up|be) [anywhere] in",
)
phrase.words(
    "_stand_never", "never | _must_not | must never | may never | (do|does) not | (is|are) not to"
)


@phrase("signs_barred", "_signs_called (<all_signs>|<any_signs>|<sign_told>)")
def signs_barred(signs: str) -> Predicate:
    """The letters I, O and Q: none of them is in it."""
    return all_of(*(not_(Matches(of=IT, how=How.CONTAINS, text=sign)) for sign in signs))


@phrase(
    "stmt",
    "<signs_barred> _stand_never _stand_within <cell>",
    "no <signs_barred> _may _stand_within <cell>",
    "there (must|may|should) (be no|not be) <signs_barred> in <cell>",
    cost=0.05,
)
def never_in(told: Predicate, of: Value) -> Statement:
    """The letter Q must not occur in the plate."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "<signs_barred> _stand_never _stand_within it", cost=0.1)
def never_in_it(told: Predicate) -> Statement:
    """The letters I, O and Q never occur in it."""
    return rule(told)
