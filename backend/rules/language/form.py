"""What a named format is made of, and how each kind of form becomes a mask.

A form says the same of a text in two ways: ``accepts`` here, ``emit`` on a program's page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Protocol

from backend.codegen.code import Code, call, distinct_where, literal, pattern, word_list
from backend.codegen.page import Body

_INLINE = 84
"""A list of words whose literal is longer becomes a constant of the page."""


class Form(Protocol):
    """A set of texts. ``text`` of ``emit`` is a Series of texts; empty cells have no form."""

    def accepts(self, text: str) -> bool:
        """Whether the whole text is of the form."""
        ...

    def emit(self, text: Code, body: Body) -> Code:
        """A mask of the texts that are."""
        ...


@dataclass(frozen=True)
class Shape:
    """Texts that a regular expression matches from end to end.

    It means the same to Python and to RE2: sets are written out, ``[0-9]`` rather than ``\\d``.
    """

    expression: str

    def accepts(self, text: str) -> bool:
        """Whether the expression matches."""
        return re.fullmatch(self.expression, text) is not None

    def emit(self, text: Code, body: Body) -> Code:
        """``text.str.fullmatch(…)``."""
        return text.call("str.fullmatch", pattern(self.expression))


@dataclass(frozen=True)
class Made:
    """Texts made of one class of characters, by a method that str and Series.str share."""

    of: str

    def accepts(self, text: str) -> bool:
        """What the method says."""
        return bool(getattr(text, self.of)())

    def emit(self, text: Code, body: Body) -> Code:
        """``text.str.isalpha()``, for instance."""
        return text.call(f"str.{self.of}")


@dataclass(frozen=True)
class RealDate:
    """Dates that the calendar has, written in one strptime layout with all its digits."""

    layout: str

    @property
    def shape(self) -> Shape:
        """The layout with digits in place of codes."""
        shape = re.sub(r"%Y", "[0-9]{4}", re.escape(self.layout).replace(r"\%", "%"))
        return Shape(re.sub(r"%[mdHMSy]", "[0-9]{2}", shape))

    def accepts(self, text: str) -> bool:
        """Whether it has the shape and can be read."""
        try:
            datetime.strptime(text, self.layout)
        except ValueError:
            return False
        return self.shape.accepts(text)

    def emit(self, text: Code, body: Body) -> Code:
        """The shape's mask, and what ``pd.to_datetime`` can read."""
        options = {"format": literal(self.layout), "errors": literal("coerce")}
        return self.shape.emit(text, body) & call("pd.to_datetime", text, **options).call("notna")


@dataclass(frozen=True)
class Tested:
    """Texts that pass a Python function, of which the page carries the source."""

    test: Callable[[str], bool]

    def accepts(self, text: str) -> bool:
        """What the function says."""
        return self.test(text)

    def emit(self, text: Code, body: Body) -> Code:
        """Membership in the distinct texts that pass: each is tested once."""
        topic = self.test.__name__.removeprefix("is_")
        if "(" in text.text:
            text = body.let(f"{topic} text", text)
        passing = distinct_where(text, body.use(self.test))
        return text.call("isin", body.let(f"valid {topic}", passing))


@dataclass(frozen=True)
class TestedWith:
    """Texts that pass a Python function of the text and of one word that a rule names."""

    test: Callable[[str, str], bool]
    word: str

    def accepts(self, text: str) -> bool:
        """What the function says."""
        return self.test(text, self.word)

    def emit(self, text: Code, body: Body) -> Code:
        """Membership in the distinct texts that pass: each is tested once."""
        if "(" in text.text:
            text = body.let("tested text", text)
        texts = text.call("dropna").call("unique").text
        test = f"{body.use(self.test).text}(text, {literal(self.word).text})"
        passing = body.let("passing text", Code(f"[text for text in {texts} if {test}]"))
        return text.call("isin", passing)


@dataclass(frozen=True)
class Listed:
    """Texts that stand in a list; ``words`` is called when a program is compiled.

    With ``part``, only that stretch of the text (from, to) must stand in the list.
    """

    title: str
    words: Callable[[], tuple[str, ...]]
    any_case: bool = False
    part: tuple[int, int] | None = None

    def accepts(self, text: str) -> bool:
        """Whether the list has the text."""
        text = text if self.part is None else text[slice(*self.part)]
        return (text.lower() if self.any_case else text) in self._words()

    def emit(self, text: Code, body: Body) -> Code:
        """``text.isin(…)``, with a long list as a constant of the page."""
        if self.part is not None:
            start, end = self.part
            text = text.attribute("str").item(Code(f"{start}:{end}"))
        text = text.call("str.lower") if self.any_case else text
        listed = word_list(self._words())
        is_long = len(listed.text) > _INLINE
        return text.call("isin", body.constant(self.title, listed) if is_long else listed)

    def _words(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.words()) if self.any_case else self.words()


@dataclass(frozen=True)
class Both:
    """Texts of both forms."""

    one: Form
    other: Form

    def accepts(self, text: str) -> bool:
        """Whether both forms have it."""
        return self.one.accepts(text) and self.other.accepts(text)

    def emit(self, text: Code, body: Body) -> Code:
        """Both masks."""
        return self.one.emit(text, body) & self.other.emit(text, body)


@dataclass(frozen=True)
class Format:
    """A named form of text.

    ``label`` completes "the value is …" and names the source. ``names`` is how owners call it, in
    lower case and singular, with a blank wherever one of them may write a blank or a hyphen.
    """

    label: str
    form: Form
    names: tuple[str, ...] = ()

    def accepts(self, text: str) -> bool:
        """Whether the whole text is of the format."""
        return self.form.accepts(text)

    def emit(self, text: Code, body: Body) -> Code:
        """A mask of the texts that have the form."""
        return self.form.emit(text, body)


def shape(label: str, expression: str, *names: str) -> Format:
    """A format by a regular expression."""
    return Format(label, Shape(expression), spelled(*names))


def tested(label: str, test: Callable[[str], bool], *names: str) -> Format:
    """A format by a function."""
    return Format(label, Tested(test), spelled(*names))


def spelled(*names: str) -> tuple[str, ...]:
    """All that ``"(valid|) (zip|post) code"`` stands for, without repeats."""
    found: dict[str, None] = {}
    for name in names:
        for words in product(*_choices(name)):
            found[" ".join("".join(words).split())] = None
    return tuple(found)


def _choices(name: str) -> Iterator[list[str]]:
    for part in re.split(r"(\([^()]*\))", name):
        yield part[1:-1].split("|") if part.startswith("(") else [part]


def listed(label: str, form: Listed, *names: str) -> Format:
    """A format by a list, which owners also call "one of the official …"."""
    return Format(label, form, spelled(*(f"(one of |)(official |){name}" for name in names)))
