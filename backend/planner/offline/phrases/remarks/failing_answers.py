"""Phrases that answer a question by what fails: otherwise the check fails; if so, it is an error."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_if_it_is_so",
    "then | if so | if yes | if it is | if they are | if there (is|are) | in that case | in this case",
)
phrase.words(
    "_otherwise_fails", "_if_otherwise [,] [then] _then_fails | _then_fails (otherwise|if not)"
)
phrase.words("_so_it_fails", "_if_it_is_so [,] [then] _then_fails | _then_fails if (so|yes)")
for _answer in ("_so_it_must", "_would_be_right"):
    phrase.widen(_answer, "_otherwise_fails | (it|they|there) (must|should) have [been]")
for _answer in ("_it_must_not", "_would_be_wrong", "_not_to_be_so"):
    phrase.widen(_answer, "_so_it_fails")
