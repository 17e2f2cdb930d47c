"""What a remark grants that a named format has anyway: dashes in an ISBN, an X at its end."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.own_formats import own_format
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.formats import format_of
from backend.rules.language.terms import Cell, How, Matches
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_SPELLED = {
    "isbn": ("978-0-306-40615-7", "978 0 306 40615 7", "9780306406157"),
    "isbn_10": ("0-306-40615-2", "0 306 40615 2", "0306406152"),
    "isbn_13": ("978-0-306-40615-7", "978 0 306 40615 7", "9780306406157"),
    "issn": ("0378-5955", "0378 5955", "03785955"),
    "iban": (
        "GB82-WEST-1234-5698-7654-32",
        "GB82 WEST 1234 5698 7654 32",
        "GB82WEST12345698765432",
    ),
    "payment_card": ("4111-1111-1111-1111", "4111 1111 1111 1111", "4111111111111111"),
    "orcid": ("0000-0002-1825-0097", "0000 0002 1825 0097", "0000000218250097"),
    "uk_postcode": ("SW1A-1AA", "SW1A 1AA", "SW1A1AA"),
    "ca_postcode": ("K1A-0B1", "K1A 0B1", "K1A0B1"),
    "isni": ("0000-0001-2103-2683", "0000 0001 2103 2683", "0000000121032683"),
    "nhs_number": ("943-476-5870", "943 476 5870", "9434765870"),
    "us_zip": ("12345-6789", "12345 6789", "12345"),
}
"""One text of a format with dashes, with blanks and without either."""
_WITH_X = frozenset({"isbn", "isbn_10", "issn", "orcid", "isni"})


def grants_signs(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule as it is, where its format has such signs and goes without them.

    Raises:
        Misfit: the format may not have them, or it is no format of which that is known.
    """
    name = _format_of(rule, context)
    dashed, blank, plain = _SPELLED.get(name, ("", "", ""))
    texts = {"-": dashed, " ": blank}
    told = [texts.get(sign, "") for sign in remark.texts]
    if not plain or not all(text and format_of(name).accepts(text) for text in (*told, plain)):
        raise Misfit("it is not clear where in the text the signs may stand that are granted")
    return rule


def grants_x(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule as it is, where the last sign of its format may be an X.

    Raises:
        Misfit: it may be none.
    """
    if _format_of(rule, context) not in _WITH_X:
        raise Misfit("the form has no place at its end where an X may stand")
    return rule


def _format_of(rule: Rule, context: Context) -> str:
    """The one named format that a rule about single rows asks of its column."""
    forms = [part for part in walk(rule) if isinstance(part, Matches)]
    if not isinstance(rule, BrokenRows) or len(forms) != 1 or forms[0].how != How.FORMAT:
        return ""
    (form,) = forms
    column = context.column(form.of.table, form.of.column) if isinstance(form.of, Cell) else None
    if rule.where is not None:
        return ""
    return form.text if column is None else own_format(form, column).text
