"""Verbs of the grammar in another form: "lay" and "lying" are forms of "lie".

Patterns spell a verb in the present, in both persons. Past and gerund say the same of a rule,
which has no tense, and so stand for them where a sentence has no reading as it is spelled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token

_COST = 0.05
_BASES = {
    base: forms.split()
    for base, forms in {
        "bear": "bore borne", "become": "became", "begin": "began begun", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "choose": "chose chosen",
        "come": "came", "deal": "dealt", "draw": "drew drawn", "fall": "fell fallen",
        "get": "got gotten", "give": "gave given", "go": "went gone", "grow": "grew grown",
        "hang": "hung", "hold": "held", "keep": "kept", "know": "knew known", "lead": "led",
        "leave": "left", "lend": "lent", "lie": "lay lain lying", "lose": "lost", "make": "made",
        "mean": "meant", "overlap": "overlapped overlapping", "pay": "paid", "rise": "rose risen",
        "run": "ran", "say": "said", "see": "saw seen", "sell": "sold", "send": "sent",
        "show": "showed shown", "shrink": "shrank shrunk", "sink": "sank sunk", "sit": "sat",
        "speak": "spoke spoken", "spend": "spent", "stand": "stood", "take": "took taken",
        "teach": "taught", "tell": "told", "tie": "tying", "wear": "wore", "write": "wrote written",
    }.items()
}  # fmt: skip
_IRREGULAR = {form: base for base, forms in _BASES.items() for form in forms}
_ENDINGS = (("ied", "y"), ("ed", ""), ("ing", ""))


def inflected(tokens: Sequence[Token], grammar_words: Collection[str]) -> Iterator[Leaf]:
    """The verbs in the present, both persons, that a past or gerund of the sentence stands for."""
    for at, token in enumerate(tokens):
        for base in bases_of(token.low) if token.shape == Shape.WORD else ():
            both = {base, _third(base)}
            if both <= set(grammar_words):
                for form in sorted(both):
                    yield Leaf(f"={form}", at, at + 1, True, _COST)


def bases_of(word: str) -> tuple[str, ...]:
    """What the word may be a past or gerund of."""
    found = [_IRREGULAR[word]] if word in _IRREGULAR else []
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending) + instead
            found += [stem, f"{stem}e"]
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def _third(base: str) -> str:
    """Lie: lies; match: matches; vary: varies."""
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    ending = "es" if base.endswith(("s", "x", "z", "sh", "ch", "o")) else "s"
    return f"{base}{ending}"
