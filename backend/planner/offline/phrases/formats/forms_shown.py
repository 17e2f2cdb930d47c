"""Phrases for values that show a rule: GB and not UK; each is held against what it shows."""

from __future__ import annotations

from backend.planner.offline.form_remarks import shows
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()
Shown = tuple[str, ...]
"""Texts with + before what is right and - before what is not."""

phrase.words(
    "_good",
    "fine | right | proper | valid | correct | ok | okay | good | allowed | all right | alright | accepted | "
    "acceptable | in order | possible",
)
phrase.words(
    "_not_good",
    "wrong | invalid | improper | incorrect | bad | not (fine|right|proper|valid|correct|ok|okay|good|allowed|"
    "all right|accepted|acceptable|one|one of them|such a number|such a code) | not | no good | an error | a mistake | forbidden | refused | unacceptable",
)


@phrase("shown_one", "<text>", "<bare>", "<number>", "<date>")
def shown_one(value: Constant) -> str | None:
    """A value; a number is shown as it is written only where it is whole."""
    return None if isinstance(value.value, float) else str(value.value)


@phrase("shown_some", "<shown_one>")
@phrase(
    "shown_some",
    "<shown_one> (and|or) <shown_one>",
    "<shown_one> , <shown_one> (and|or) <shown_one>",
)
def shown_some(*found: str) -> Shown:
    """One value, two, or three."""
    return found


def _good(found: Shown) -> Shown:
    return tuple(f"+{text}" for text in found)


def _bad(found: Shown) -> Shown:
    return tuple(f"-{text}" for text in found)


phrase.words(
    "_but_not_so",
    "and not | but not | , not | not | rather than | instead of | , and not | , but not",
)


@phrase("shown", "<shown_some> _but_not_so <shown_some>", cost=-0.05)
@phrase(
    "shown",
    "<shown_some> (is|are) _good [,] [and|but|while|whereas|;] <shown_some> (is|are) _not_good",
    cost=-0.4,
)
def good_and_bad(good: Shown, bad: Shown) -> Shown:
    """GB and not UK; IX is proper, VIIII is not."""
    return (*_good(good), *_bad(bad))


@phrase(
    "shown",
    "<shown_some> (is|are) _not_good [,] [and|but|while|whereas|;] <shown_some> (is|are) _good",
    cost=-0.4,
)
def bad_and_good(bad: Shown, good: Shown) -> Shown:
    """VIIII is wrong, IX is right."""
    return good_and_bad(good, bad)


phrase.words(
    "_will_do",
    "will do | would do | do | does | is fine | is enough | is right | is good | is valid | is allowed | "
    "counts | passes | is accepted | will pass | is acceptable | is ok",
)


@phrase("shown", "neither <shown_one> nor <shown_one> _will_do")
@phrase("shown", "neither <shown_one> , <shown_one> nor <shown_one> _will_do")
def neither(*bad: str) -> Shown:
    """Neither 'v1.2.3' nor '1.2.3-beta' will do."""
    return _bad(bad)


@phrase(
    "shown",
    "<shown_some> (is|are|would be) _not_good",
    "<shown_some> (will not do|does not pass|do not pass|does not count|do not count|does not exist|do not exist|"
    "(is|are) impossible|can not (happen|occur|be))",
)
@phrase("shown", "not <shown_some>", cost=0.1)
@phrase("shown", "<shown_some> (is|are) (not|no) [_valid] <format>", cost=0.1)
def only_bad(bad: Shown, *_: object) -> Shown:
    """'1,5' is wrong; 1 is not a prime."""
    return _bad(bad)


@phrase(
    "shown",
    "<shown_some> [itself|themselves] (is|are|would be) [still|both|also] _good",
    "<shown_some> (will do|passes|pass|counts|count|can happen|may happen|can occur|may occur)",
)
def only_good(good: Shown) -> Shown:
    """'1.50' is right."""
    return _good(good)


def _as_told(told: Predicate, shown: Shown) -> bool:
    return all(shows(told, text[1:], is_good=text[0] == "+") for text in shown)


phrase.words(
    "_so_that",
    "so | so that | which means that | thus | hence | meaning that | i.e. | therefore | (,|;|:|-|–) that is",
)

for _head in ("adj", "verb"):

    @phrase(
        _head,
        f"<{_head}> [,|:|-|–] <shown>",
        rf"<{_head}> \( [_so_that] [,] <shown> \)",
        f"<{_head}> , _such_as <shown>",
        rf"<{_head}> \( _such_as <shown> \)",
        cost=0.05,
    )
    @phrase(_head, f"<{_head}> [,|;|:|-|–] _so_that [,] <shown>", cost=-0.4)
    def with_shown(told: Predicate, shown: Shown) -> Predicate | None:
        """An ISO country code, so GB and not UK."""
        return told if _as_told(told, shown) else None


phrase.words(
    "_mind_that",
    "(remember|note|mind|notice|observe|keep in mind|bear in mind|do not forget|be aware|recall) [that] [,]",
)


@phrase("remark", "<shown>", "_such_as <shown>", "_mind_that <shown>", cost=0.1)
@phrase("remark", "_so_that [,] <shown>", cost=-0.4)
def shown_behind(shown: Shown) -> Modifier:
    """'1.50' is right, '1.5' is wrong: said behind the rule."""
    return remark("shown", texts=shown)
