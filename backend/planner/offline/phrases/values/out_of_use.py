"""Phrases for columns that nobody uses any more, and that must therefore be empty."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about

phrase = Phrases()

phrase.words("_not_now", "any more | anymore | any longer | at all now")
phrase.words(
    "_out_of_service",
    "(is|are) no longer (in use|used|needed|maintained|filled|valid|supported|kept|in service) | "
    "(is|are) not (in use|used|needed|maintained|filled|kept) [_not_now|yet|here] | "
    "(is|are) (unused|reserved|deprecated|obsolete|retired|discontinued|abandoned|out of use|out of date|a relic) | "
    "(has|have) been (retired|abandoned|discontinued|dropped|replaced|abolished|deprecated|phased out) | "
    "(was|were) (retired|abandoned|discontinued|dropped|abolished|phased out) [last year|long ago|years ago]",
)
phrase.words(
    "_and_is_gone",
    "[,] and [therefore|so|hence|thus] (must|may|should|can) (not|no longer) (appear|occur|turn up|come up|be "
    "used|be there|exist|be found) [any more|anymore|any longer|again]",
)
phrase.words(
    "_stopped", "(stopped|quit|gave up) (using|filling|maintaining|keeping) | no longer use"
)
phrase.words(
    "_and_so_it",
    "and | and so | and therefore | , so it | so it | and it | and so it | : it | , it | ; it | . it | , and so it | "
    "and thus | , therefore it | and hence | , which is why it | , and therefore it",
)


def _empties(of: Value, told: Predicate) -> Statement | None:
    """What is out of use may only be empty; any other duty would be a rule of its own."""
    is_gap = isinstance(told, Missing) and told.of == IT
    return rule(about(told, of), subject=of) if is_gap else None


@phrase("stmt", "<cell> _out_of_service _and_so_it <duty>", cost=0.02)
@phrase("stmt", "we _stopped [column] <cell> _and_so_it <duty>", cost=0.02)
def out_of_use(of: Value, told: Predicate) -> Statement | None:
    """The old code is no longer in use and has to be empty."""
    return _empties(of, told)
