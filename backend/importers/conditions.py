"""Conditions of other tools, in their simple forms: comparisons, lists, null tests, and/or.

``status == "paid" and amount > 5`` (pandas), ``col("status") == "paid"`` (Great Expectations),
``status = 'paid' AND amount IS NOT NULL`` (SQL). Whatever else a condition says is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from backend.importers.condition_tokens import Dialect, Token, tokenize
from backend.importers.draft import Condition, Refusal, Said, Spelling, Subject
from backend.importers.duties import (
    SIGNS,
    Duty,
    Spoken,
    among,
    compared,
    empty,
    filled,
    fixed,
    outside,
)
from backend.importers.english import constant
from backend.importers.fitting import fit_moment, refuse_mixed
from backend.rules.language.terms import Arithmetic, Cell, Constant, Predicate, Value
from backend.rules.phrasing import all_of, any_of

_SIGNS = {"=": "==", "<>": "!="}
_WORDS = {"&": "and", "&&": "and", "|": "or", "||": "or"}


def read_condition(text: object, subject: Subject, dialect: Dialect) -> Condition:
    """The rows of the table for which a condition is true.

    Raises:
        Refusal: the condition says more than is read here.
    """
    if not isinstance(text, str):
        raise Refusal(f"the condition {text!r} is no text")
    return _Parser(text, subject, dialect).whole()


def read_duty(text: str, subject: Subject, *, of: str = "") -> tuple[Spoken, Duty]:
    """An SQL comparison that must be true of every row; ``of`` is a column that leads it.

    Raises:
        Refusal: it is not a single comparison.
    """
    return _Parser(f'"{of}" {text}' if of else text, subject, "sql").one_comparison()


class _Parser:
    """A recursive descent over one condition."""

    def __init__(self, text: str, subject: Subject, dialect: Dialect) -> None:
        self._text = text
        self._tokens = tokenize(text, dialect)
        self._subject = subject
        self._dialect = dialect

    def whole(self) -> Condition:
        """The condition, all of it."""
        found = self._joined("or")
        if self._tokens:
            raise self._refusal()
        return found

    def one_comparison(self) -> tuple[Spoken, Duty]:
        """One comparison, and nothing else."""
        left = self._operand()
        sign = self._take().text
        sign = _SIGNS.get(sign, sign)
        right = self._operand()
        if self._tokens or sign not in SIGNS or left.column is None:
            raise self._refusal()
        return left.spoken, compared(left.spoken.value, sign, self._fitted(left, right))

    def _refusal(self) -> Refusal:
        return Refusal(f"the condition {self._text!r} is not one of the simple forms that are read")

    def _peek(self) -> Token:
        return self._tokens[0] if self._tokens else Token("end", "")

    def _take(self, *texts: str) -> Token:
        token = self._peek()
        if token.kind == "end" or (texts and token.text.lower() not in texts):
            raise self._refusal()
        return self._tokens.pop(0)

    def _takes(self, *texts: str) -> bool:
        if self._peek().kind in ("word", "mark") and self._peek().text.lower() in texts:
            self._tokens.pop(0)
            return True
        return False

    def _joined(self, word: str) -> Condition:
        marks = [word, *(mark for mark, meant in _WORDS.items() if meant == word)]
        parts = [self._joined("and") if word == "or" else self._atom()]
        while self._takes(*marks):
            parts.append(self._joined("and") if word == "or" else self._atom())
        return join(parts, word)

    def _atom(self) -> Condition:
        if self._takes("("):
            inner = self._joined("or")
            self._take(")")
            return inner
        left = self._operand()
        if self._peek().kind == "null":
            return _null_test(left, is_not="not" in self._take().text.lower())
        if self._takes("is"):
            is_not = self._takes("not")
            self._take("null")
            return _null_test(left, is_not=is_not)
        if self._peek().kind == "sign":
            sign = self._take().text
            return self._comparison(left, _SIGNS.get(sign, sign))
        return self._membership(left)

    def _comparison(self, left: _Operand, sign: str) -> Condition:
        right = self._operand()
        if left.column is None:
            raise self._refusal()
        duty = compared(left.spoken.value, sign, self._fitted(left, right))
        return self._careful(left, duty, sign)

    def _fitted(self, left: _Operand, right: _Operand) -> Spoken:
        """A date as it compares with the column on the left."""
        value = right.spoken.value
        if not isinstance(left.spoken.value, Cell):
            return right.spoken
        facts = self._subject.facts(left.spoken.value.column)
        if isinstance(value, Cell):
            refuse_mixed(facts, self._subject.facts(value.column))
        return fixed(fit_moment(facts, value)) if isinstance(value, Constant) else right.spoken

    def _membership(self, left: _Operand) -> Condition:
        is_not = self._takes("not")
        self._take("in")
        options = self._options()
        if left.column is None:
            raise self._refusal()
        make = outside if is_not else among
        return self._careful(left, make(left.spoken.value, options), "!=" if is_not else "==")

    def _careful(self, left: _Operand, duty: Duty, sign: str) -> Condition:
        """To pandas an empty cell differs from any value; here it is not known to."""
        names = (left.column,) if sign == "!=" and self._dialect == "pandas" else ()
        found = condition_of(left.spoken, duty)
        return found._replace(filled=tuple(name for name in names if name))

    def _options(self) -> list[Constant]:
        closing = {"(": ")", "[": "]"}[self._take("(", "[").text]
        found = [self._constant()]
        while self._takes(","):
            found.append(self._constant())
        self._take(closing)
        return found

    def _constant(self) -> Constant:
        value = self._operand().spoken.value
        if not isinstance(value, Constant):
            raise self._refusal()
        return value

    def _operand(self) -> _Operand:
        return self._chain(self._product(), ("+", "-"), self._product)

    def _product(self) -> _Operand:
        return self._chain(self._single(), ("*", "/"), self._single)

    def _chain(
        self, first: _Operand, signs: tuple[str, ...], following: Callable[[], _Operand]
    ) -> _Operand:
        found = first
        while self._peek().kind == "mark" and self._peek().text in signs:
            sign = self._take().text
            found = _calculated(found, sign, following())
        return found

    def _single(self) -> _Operand:
        token = self._take()
        match token.kind:
            case "column" | "word":
                if token.text.lower() in (
                    "not",
                    "case",
                    "null",
                    "true",
                    "false",
                    "between",
                    "like",
                ):
                    raise self._refusal()
                cell = self._subject.cell(token.text)
                return _Operand(Spoken(cell, lambda spell: spell(token.text)), token.text)
            case "number":
                number = float(token.text) if "." in token.text else int(token.text)
                return _Operand(fixed(constant(number)))
            case "text":
                return _Operand(fixed(constant(token.text)))
        raise self._refusal()


class _Operand(NamedTuple):
    spoken: Spoken
    column: str | None = None
    """What is compared, where it is a column (or a formula of columns)."""


def _calculated(left: _Operand, sign: str, right: _Operand) -> _Operand:
    value: Value = Arithmetic.model_validate(
        {"sign": sign, "left": left.spoken.value, "right": right.spoken.value}
    )

    def said(spell: Spelling) -> str:
        return f"{left.spoken.said(spell)} {sign} {right.spoken.said(spell)}"

    return _Operand(Spoken(value, said), left.column or right.column)


# Parts ---------------------------------------------------------------------------------------


def _null_test(left: _Operand, *, is_not: bool) -> Condition:
    return condition_of(left.spoken, (filled if is_not else empty)(left.spoken.value))


def condition_of(of: Spoken, duty: Duty) -> Condition:
    """A duty told as a fact: ``must be 'a'`` becomes ``is 'a'``."""

    def said(spell: Spelling) -> str:
        return f"{of.said(spell)} {_as_fact(duty.endings[0](spell))}"

    return Condition(duty.must, said)


def _as_fact(ending: str) -> str:
    for duty, fact in (("not be ", "is not "), ("be ", "is "), ("equal ", "equals "),
                       ("not equal ", "does not equal ")):  # fmt: skip
        if ending.startswith(duty):
            return ending.replace(duty, fact, 1)
    raise Refusal(f"{ending!r} cannot be told as a condition")


def join(parts: Sequence[Condition], word: str) -> Condition:
    """Several conditions that are all true, or of which one is.

    Raises:
        Refusal: "and" stands within "or", which a sentence cannot tell apart.
    """
    if len(parts) == 1:
        return parts[0]
    if any(part.predicate.type in ("all", "any") for part in parts):
        raise Refusal("the condition mixes and/or")
    predicate: Predicate = (all_of if word == "and" else any_of)(*(p.predicate for p in parts))
    told: list[Said] = [part.said for part in parts]
    filled_ = tuple(name for part in parts for name in part.filled)
    return Condition(predicate, lambda spell: f" {word} ".join(s(spell) for s in told), filled_)
