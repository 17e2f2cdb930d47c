"""How English leads to rules: the register of phrases, and what phrases mean.

A pattern is words and symbols: ``word|other`` alternatives, ``[optional]``, ``(group|of more)``,
``<symbol>`` a part whose meaning the builder gets, ``_symbol`` a part without meaning. A kind
registers the phrases that lead to it; the planner parses with all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeVar

from pydantic import SerializeAsAny

from backend.contracts.contract import Contract
from backend.rules.language.terms import (
    All,
    Any,
    Compare,
    Constant,
    It,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
    Value,
)
from backend.rules.language.walk import T, rewrite
from backend.rules.rule import Rule

Meaning = object
Builder = Callable[..., Meaning]
B = TypeVar("B", bound=Builder)


class Phrase(NamedTuple):
    """A head with a pattern, as a grammar module writes it."""

    head: str
    pattern: str
    build: Builder
    cost: float


class Phrases:
    """A register of phrases; grammar modules fill one each."""

    def __init__(self) -> None:
        self.items: list[Phrase] = []
        self.classes: set[str] = set()
        """The word classes that this module makes. A class has one home (the architecture test)."""
        self.widened: set[str] = set()
        """The word classes of other modules to which this one adds words."""

    def __call__(self, head: str, *patterns: str, cost: float = 0.0) -> Callable[[B], B]:
        """Register a builder for these patterns.

        A builder refuses its parts by giving None, or by ``next`` finding none of a sort.
        """

        def register(build: B) -> B:
            self.items += [Phrase(head, pattern, build, cost) for pattern in patterns]
            return build

        return register

    def words(self, head: str, patterns: str) -> None:
        """Make a class of wordings without a meaning, separated by `` | ``."""
        self.classes.add(head)
        self._add(head, patterns)

    def widen(self, head: str, patterns: str) -> None:
        """Add wordings to a class that another module makes."""
        self.widened.add(head)
        self._add(head, patterns)

    def include(self, other: Phrases) -> None:
        """Take over what another module registers."""
        self.items += other.items
        self.classes |= other.classes
        self.widened |= other.widened

    def _add(self, head: str, patterns: str) -> None:
        self.items += [Phrase(head, text, _nothing, 0.0) for text in patterns.split(" | ")]


def _nothing(*_: object) -> Meaning:
    return True


IT = It()


class RowSet(Contract):
    """Rows of a table (``""`` where the sentence just says "rows") that fulfil ``where``."""

    table: str = ""
    where: Predicate | None = None
    each: bool = False
    """The sentence says "each": a rule about sets may mean each as a group."""

    def that(self, condition: Predicate) -> RowSet:
        """These rows, narrowed."""
        return self.model_copy(update={"where": both(self.where, condition)})


class Subjects(Contract):
    """Several values that one phrase speaks of; ``mode`` tells whether of all or of any."""

    items: tuple[Value, ...]
    mode: Literal["all", "any", "one", "none"] = "all"


class Modifier(Contract):
    """A remark on a rule: what is empty, how case counts, what to flag."""

    kind: str
    values: tuple[Value, ...] = ()
    number: float | None = None
    condition: Predicate | None = None
    texts: tuple[str, ...] = ()


class Statement(Contract):
    """A whole rule, as far as one sentence tells it, with what further sentences add.

    ``also`` are sentences that must turn out to mean the same; ``remarks`` change the rule.
    """

    rule: SerializeAsAny[Rule]
    subject: Value | None = None
    also: tuple[Statement, ...] = ()
    remarks: tuple[Modifier, ...] = ()


def both(first: Predicate | None, second: Predicate | None) -> Predicate | None:
    """The conjunction of two conditions, either of which may be absent."""
    if first is None or second is None:
        return first or second
    return all_of(first, second)


def all_of(*parts: Predicate) -> Predicate:
    """The conjunction, flat and without repeats."""
    return _joined(All, parts)


def any_of(*parts: Predicate) -> Predicate:
    """The disjunction, flat and without repeats."""
    return _joined(Any, parts)


def _joined(kind: type[All] | type[Any], parts: tuple[Predicate, ...]) -> Predicate:
    flat: list[Predicate] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    once = tuple(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else kind(parts=once)


def not_(part: Predicate) -> Predicate:
    """The negation, without doubling."""
    return part.part if isinstance(part, Not) else Not(part=part)


def about(phrase: T, subject: Value) -> T:
    """The phrase with its open subject filled."""

    def fill(term: Term) -> Term | None:
        return subject if isinstance(term, It) else None

    return rewrite(phrase, fill)


def about_all(phrase: Predicate, subjects: Subjects) -> Predicate:
    """The phrase said of several subjects."""
    told = [about(phrase, item) for item in subjects.items]
    if subjects.mode == "all":
        return all_of(*told)
    if subjects.mode == "any":
        return any_of(*told)
    if subjects.mode == "none":
        return all_of(*(not_(part) for part in told))
    return any_of(
        *(
            all_of(*(part if here == there else not_(part) for there, part in enumerate(told)))
            for here in range(len(told))
        )
    )


def number(value: float) -> Constant:
    """A number as a constant."""
    return Constant(value=value, reads=Reads.NUMBER)


def compare(left: Value, sign: str, right: Value, **options: object) -> Compare:
    """A comparison whose type is decided when the rule is resolved."""
    return Compare.model_validate({"left": left, "sign": sign, "right": right, **options})


def one_of(of: Value, options: tuple[Constant, ...]) -> Predicate:
    """Membership; with one option, equality."""
    if len(options) == 1:
        return compare(of, "==", options[0])
    return OneOf(of=of, options=options)
