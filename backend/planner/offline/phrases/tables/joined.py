"""Phrases for clauses, and for several of them joined."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Cell, Exists, Predicate, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Phrases, RowSet, Subjects, about, about_all, all_of, any_of

phrase = Phrases()


# Clauses -----------------------------------------------------------------------------------------


@phrase("clause", "<expr> <vp>", "<formula> <vp>")
@phrase("clause", "_each <expr> <vp>", cost=0.05)
def clause(subject: Value, phrase_: Predicate) -> Predicate:
    """A subject and what is said of it."""
    return about(phrase_, subject)


@phrase(
    "clause",
    "<subjects> <vp>",
    "<subjects> (both|all) _be <adj>",
    "<all_subjects> _be (both|all) <adj>",
)
def clause_of_many(subjects: Subjects, phrase_: Predicate) -> Predicate:
    """Several subjects and what is said of them."""
    return about_all(phrase_, subjects)


@phrase("condition", "<clauses>")
def condition(told: Predicate) -> Predicate:
    """What must be so for something else to be."""
    return told


@phrase("condition", "<noun> <rowvp>", cost=0.05)
def condition_of_row(found: RowSet, told: Predicate) -> Predicate | None:
    """The parcel is lost: said of the row at hand, whose columns are of its table."""
    if found.where is not None or any(isinstance(part, Exists | Aggregate) for part in walk(told)):
        return None

    def placed(term: Term) -> Term | None:
        is_open = isinstance(term, Cell) and not term.table
        return term.model_copy(update={"table": found.table}) if is_open else None

    return rewrite(told, placed)


@phrase("clauses", "<clause>")
def one_clause(inner: Predicate) -> Predicate:
    """A clause by itself."""
    return inner


@phrase("clauses", "<clauses> [,] (but|yet|although|though|even though) <clause>")
@phrase("clauses", "<clauses> [,] and <clause>", "both <clause> and <clause>")
def and_clause(left: Predicate, right: Predicate) -> Predicate:
    """Two clauses that are both so."""
    return all_of(left, right)


@phrase("clauses", "[either] <clause> [,] or <clauses>")
def or_clause(left: Predicate, right: Predicate) -> Predicate:
    """Two clauses of which one is so."""
    return any_of(left, right)
