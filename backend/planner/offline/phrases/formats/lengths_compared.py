"""Phrases for texts of which one is longer than another, or just as long."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, Statement, Subjects, all_of, compare

phrase = Phrases()

phrase.words("_that_of_it", "that of | those of | the one in | the one of | its | their | the")
phrase.words("_its_size", "number of _chars | length | amount of _chars")


def _length(of: Value) -> Value:
    return Apply(function=Function.LENGTH, of=of)


def _beside(of: Value, sign: str, more: Value | None = None) -> Predicate | None:
    if not isinstance(of, Cell):
        return None
    other = _length(of) if more is None else Arithmetic(sign="+", left=_length(of), right=more)
    return compare(LENGTH, sign, other)


for _words, _sign in (
    ("longer than", ">"), ("shorter than", "<"),
    ("(not|no) longer than|at most as long as", "<="),
    ("(not|no) shorter than|at least as long as", ">="),
    ("[just|exactly] as long as|equally long as|[exactly] [of] the same length as", "=="),
):  # fmt: skip
    phrase("adj", f"({_words}) [_that_of_it] <cell>", cost=0.5)(
        lambda of, sign=_sign: _beside(of, sign)
    )

for _words, _sign in (
    ("more _chars than", ">"), ("fewer _chars than|less _chars than", "<"),
    ("(not|no) more _chars than|at most as many _chars as", "<="),
    ("(not|no) fewer _chars than|at least as many _chars as", ">="),
    ("[exactly|just] as many _chars as|the same _its_size as", "=="),
):  # fmt: skip
    phrase("verb", f"(have|has|contain|contains) ({_words}) <cell>", cost=0.02)(
        lambda of, sign=_sign: _beside(of, sign)
    )

for _word, _sign in (("longer", "+"), ("shorter", "-")):
    phrase("adj", f"[exactly] <number> _chars {_word} than <cell>")(
        lambda count, of, sign=_sign: _apart(of, sign, count, "==")
    )
    phrase("adj", f"at least <number> _chars {_word} than <cell>")(
        lambda count, of, sign=_sign: _apart(of, sign, count, ">=")
    )
    phrase("adj", f"at most <number> _chars {_word} than <cell>")(
        lambda count, of, sign=_sign: _apart(of, sign, count, "<=")
    )


def _apart(of: Value, sign: str, count: Constant, bound: str) -> Predicate | None:
    """So many characters longer than another text; "at most" leaves open how short it may be."""
    if not isinstance(of, Cell):
        return None
    ends = {"==": "==", ">=": ">=" if sign == "+" else "<=", "<=": "<=" if sign == "+" else ">="}
    other = Arithmetic.model_validate({"sign": sign, "left": _length(of), "right": count})
    return compare(LENGTH, ends[bound], other)


phrase.words(
    "_alike_in_size",
    "be equally long | be just as long | be of [the] (same|equal) length | be of the same _its_size | "
    "(have|has) the same _its_size | (have|has) as many _chars | agree in length | be the same length",
)


@phrase("stmt", "<and_cells> _must [all|both] _alike_in_size", cost=0.02)
@phrase("stmt", "_its_size of <and_cells> _must (be the same|be equal|match|agree|coincide)")
def equally_long(subjects: Subjects) -> Statement | None:
    """Code and label must have the same number of characters."""
    first, *others = subjects.items
    if subjects.mode != "all" or not others:
        return None
    told = [compare(_length(first), "==", _length(other)) for other in others]
    return rule(all_of(*told), subject=first)
