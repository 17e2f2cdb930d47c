"""Texts on each side of what a rule asks of a text: a pattern, a word of a list, a length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backend.contracts.contract import Contract
from backend.proof.witnesses.samples import sample_format, sample_pattern
from backend.proof.witnesses.spelling import texts_around
from backend.rules.language import terms as T
from backend.rules.language.terms import Function, How, Reads, Term
from backend.rules.language.walk import walk

_MOST_OPTIONS = 6
_FORMS: dict[Function, tuple[str, ...]] = {
    Function.LOWER: ("ann lee", "Ann Lee", "ANN LEE"),
    Function.UPPER: ("ANN LEE", "Ann Lee", "ann lee"),
    Function.TITLE: ("Ann Lee", "ann lee", "ANN LEE", "Ann lee"),
    Function.STRIP: ("ann", " ann", "ann ", "an n"),
    Function.WORDS: ("ann", "ann\tlee", "ann ", "ann lee", "ann m lee", " ann  lee ", "ann b c d"),
}


def texts_for(atom: Term) -> Iterator[str]:
    """Texts for the cells of an atom, those that it is about first."""
    match atom:
        case T.Compare(reads=Reads.TEXT):
            for side in (atom.left, atom.right):
                if isinstance(side, T.Constant):
                    yield from texts_around(str(side.value))
            yield from ("alpha", "Alpha", " alpha", "beta")
        case T.OneOf(reads=Reads.TEXT):
            options = [str(option.value) for option in atom.options]
            yield from texts_around(options[0])
            yield from options[1:_MOST_OPTIONS]
            yield f"no {options[0]}"
        case T.Matches():
            yield from _matching(atom)
        case T.Made():
            yield from _made(atom)
    yield from _of_functions(atom)


def _made(atom: T.Made) -> Iterator[str]:
    """A short text, and longer ones that it is put into as the parts of the atom are."""
    texts = [str(part.value) if isinstance(part, T.Constant) else "ab" for part in atom.parts]
    whole = "".join(texts)
    yield from ("ab", whole, f"{whole}x", f"x{whole}", f"x{whole}x", whole.swapcase(), "abb", "b")
    yield from ("".join(["b", *texts[1:]]), "".join([*texts[:-1], "b"]), "ab".join(texts))


def _of_functions(atom: Term) -> Iterator[str]:
    """Texts of several forms, lengths and numbers of words."""
    functions = [part.function for part in walk(atom) if isinstance(part, T.Apply)]
    for function in dict.fromkeys(functions):
        yield from _FORMS.get(function, ())
        if function is Function.LENGTH:
            yield from ("x" * length for length in lengths_near(atom))
            yield from (" " * length for length in lengths_near(atom) if length)
        if function is Function.WORDS:
            yield from (" ".join(["w"] * count) for count in lengths_near(atom) if count)


def of_a_length(atoms: Iterable[Term], most: int = 8) -> Iterator[str]:
    """Texts that hold what one atom looks for and are as long as another wants them."""
    told = list(atoms)
    lengths = [length for atom in told for length in _lengths_wanted(atom)]
    parts = [atom for atom in told if isinstance(atom, T.Matches) and atom.how in _IN_PLACE]
    pairs = [(part, length) for length in lengths for part in parts if length >= len(part.text)]
    for part, length in pairs[:most]:
        rest = "x" * (length - len(part.text))
        yield rest + part.text if part.how == How.ENDS else part.text + rest
    held = [text for atom in told if isinstance(atom, T.Matches) for text in _held_anywhere(atom)]
    for length in lengths if held else ():
        yield from ("".join(held).ljust(each, "x") for each in (length, length - 1))


_ANYTHING = "(?s:.*)"


def _held_anywhere(atom: T.Matches) -> Iterator[str]:
    """The sign that a text must hold at some place."""
    is_open = atom.text.startswith(_ANYTHING) and atom.text.endswith(_ANYTHING)
    if atom.how == How.PATTERN and is_open and len(atom.text) > 2 * len(_ANYTHING):
        inside = atom.text.removeprefix(_ANYTHING).removesuffix(_ANYTHING)
        yield from sample_pattern(inside)[:1]


_IN_PLACE = (How.STARTS, How.ENDS, How.CONTAINS)


def _lengths_wanted(atom: Term) -> Iterator[int]:
    """The numbers that the length of a text is held against."""
    if any(isinstance(part, T.Apply) and part.function is Function.LENGTH for part in walk(atom)):
        numbers = (part.value for part in walk(atom) if isinstance(part, T.Constant))
        yield from (int(value) for value in numbers if isinstance(value, int | float))


def lengths_near(atom: Contract, most: int = 300) -> list[int]:
    """Each whole number of an atom, and the numbers beside it; up to ``most``."""
    found: dict[int, None] = {}
    for part in walk(atom):
        if isinstance(part, T.Constant) and isinstance(part.value, int | float):
            middle = int(part.value)
            found |= dict.fromkeys(range(max(0, middle - 1), middle + 2))
    return [length for length in found if length <= most]


def measured_lengths(measures: Iterable[T.Aggregate]) -> Iterator[tuple[str, str]]:
    """(table, column) of each column the lengths of whose texts are measured."""
    for measure in measures:
        of = measure.of
        is_length = isinstance(of, T.Apply) and of.function is Function.LENGTH
        if is_length and isinstance(of, T.Apply) and isinstance(of.of, T.Cell):
            yield of.of.table, of.of.column


def _matching(atom: T.Matches) -> Iterator[str]:
    wanted = atom.text
    match atom.how:
        case How.STARTS:
            yield from (f"{wanted}x", wanted, f"x{wanted}", wanted[:-1], f"{wanted}x".swapcase())
        case How.ENDS:
            yield from (f"x{wanted}", wanted, f"{wanted}x", wanted[1:], f"x{wanted}".swapcase())
        case How.CONTAINS:
            yield from (f"x{wanted}x", wanted, f"{wanted[:-1]}x{wanted[-1:]}x", wanted.swapcase())
        case How.PATTERN:
            yield from _near(sample_pattern(wanted))
        case How.FORMAT:
            yield from _near(sample_format(wanted))


def _near(good: tuple[str, ...]) -> Iterator[str]:
    """Texts of a form, and texts that just miss it."""
    yield from good
    for text in good[:2]:
        yield from (text[:-1], f"{text}x", f"{text}1", f" {text}", f"{text}\n", text.swapcase())
        yield text[:-1] + _other(text[-1:])
        yield _other(text[:1]) + text[1:]
        yield re.sub("[0-9]", "x", text, count=1)
        yield re.sub("[^0-9A-Za-z]", "", text)


def _other(char: str) -> str:
    """Another character of the same class."""
    if char.isdigit():
        return str((int(char) + 1) % 10) if char.isascii() else "1"
    return {"z": "y", "Z": "Y"}.get(char, "z" if char.islower() else "Z")
