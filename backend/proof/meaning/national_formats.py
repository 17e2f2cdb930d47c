"""Numbers that states give to people and companies, judged by python-stdnum.

Spelling is told here: stdnum takes separators and small letters off before it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

from stdnum.at import uid as at_uid
from stdnum.au import abn, acn, tfn
from stdnum.be import vat as be_vat
from stdnum.br import cnpj, cpf
from stdnum.ca import sin
from stdnum.ch import ssn, uid
from stdnum.de import idnr
from stdnum.de import vat as de_vat
from stdnum.es import cif, dni, nie, nif
from stdnum.eu import vat as eu_vat
from stdnum.fr import siren, siret, tva
from stdnum.gb import nhs
from stdnum.gb import vat as gb_vat
from stdnum.in_ import aadhaar, gstin
from stdnum.it import codicefiscale, iva
from stdnum.nl import bsn, btw
from stdnum.pl import nip, pesel

from backend.proof.meaning.spelled import CAPITALS, DIGITS, is_digits, is_made_of
from backend.rules.language.places import EU_VAT

_CODE = CAPITALS | DIGITS


class _Layout(NamedTuple):
    """Sizes of groups, and the mark behind each but the last."""

    sizes: tuple[int, ...]
    marks: str


def _plain(text: str, *layouts: _Layout) -> str:
    """Capitals and digits of a text in one of the layouts, or in one piece; else nothing."""
    if is_made_of(text, _CODE):
        return text
    for sizes, marks in layouts:
        groups, place = [], 0
        for size, mark in zip(sizes, [*marks, ""], strict=True):
            groups.append(text[place : place + size])
            found = text[place + size : place + size + 1] if mark else text[place + size :]
            place += size + 1
            if found != mark or not is_made_of(groups[-1], _CODE) or len(groups[-1]) != size:
                break
        else:
            return "".join(groups)
    return ""


def _judged(
    library: ModuleType, size: int, *layouts: _Layout, all_digits: bool = True
) -> Callable[[str], bool]:
    """A number of this size, in a layout or in one piece, that a module of stdnum finds valid."""

    def judge(text: str) -> bool:
        plain = _plain(text, *layouts)
        if len(plain) != size or (all_digits and not is_digits(plain)):
            return False
        return bool(plain.strip("0")) and bool(library.is_valid(plain))

    return judge


_THREES = (_Layout((3, 3, 3), "  "), _Layout((3, 3, 3), "--"))
_FROM_2 = _Layout((2, 3, 3, 3), "   ")
_DNI = (_Layout((8, 1), "-"),)
_LETTERED = (_Layout((1, 7, 1), "--"), _Layout((1, 8), "-"), _Layout((8, 1), "-"))


def _is_nino(text: str) -> bool:
    plain = _plain(text, _Layout((2, 2, 2, 2, 1), "    ")) if " " in text else text
    letters = plain[:2]
    has_form = len(plain) == 9 and is_digits(plain[2:8], 6) and plain[8] in set("ABCD")
    is_given = is_made_of(letters, CAPITALS - set("DFIQUV")) and letters[1] != "O"
    return has_form and is_given and letters not in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}


def _is_cpf(text: str) -> bool:
    """One digit eleven times is given to nobody."""
    return len(set(text) & DIGITS) > 1 and _judged(cpf, 11, _Layout((3, 3, 3, 2), "..-"))(text)


def _is_dni(text: str) -> bool:
    plain = _plain(text, *_DNI)
    return is_digits(plain[:8], 8) and bool(plain[:8].strip("0")) and dni.is_valid(plain)


def _is_nie(text: str) -> bool:
    plain = _plain(text, *_LETTERED)
    return is_digits(plain[1:8], 7) and nie.is_valid(plain)


def _is_cif(text: str) -> bool:
    plain = _plain(text, *_LETTERED)
    return bool(plain[1:8].strip("0")) and is_digits(plain[1:8], 7) and cif.is_valid(plain)


def _is_nif(text: str) -> bool:
    if text[:1] in DIGITS:
        return _is_dni(text)
    plain = _plain(text, *_LETTERED)
    is_old = plain[:1] in ("K", "L", "M") and is_digits(plain[1:8], 7) and nif.is_valid(plain)
    return is_old or _is_nie(text) or _is_cif(text)


def _is_fiscal_code(text: str) -> bool:
    """Days above 71 are nobody's; stdnum takes 40 off them."""
    is_spelled = len(text) == 16 and is_made_of(text, _CODE) and codicefiscale.is_valid(text)
    return is_spelled and text[9] not in ("8", "9", "U", "V")


def _is_cnpj(text: str) -> bool:
    has_form = _judged(cnpj, 14, _Layout((2, 3, 3, 4, 2), "../-"), all_digits=False)
    return is_digits(text[-2:]) and has_form(text)


def _is_nip(text: str) -> bool:
    layouts = (_Layout((3, 3, 2, 2), "---"), _Layout((3, 2, 2, 3), "---"))
    return text[:1] != "0" and _judged(nip, 10, *layouts)(text)


def _is_swiss_uid(text: str) -> bool:
    plain = _plain(text, _Layout((3, 3, 3, 3), "-.."))
    has_form = plain[:3] == "CHE" and bool(plain[3:].strip("0")) and is_digits(plain[3:], 9)
    return has_form and uid.is_valid(plain)


def _is_siret(text: str) -> bool:
    return _judged(siret, 14, _Layout((3, 3, 3, 5), "   "))(text)


def _vat(letters: str, library: ModuleType, size: int) -> Callable[[str], bool]:
    """The country's letters, and what a module of stdnum says of the rest."""

    def judge(text: str) -> bool:
        rest = text.removeprefix(letters)
        has_form = len(text) == len(letters) + size and is_made_of(rest, _CODE)
        return has_form and rest != text and bool(rest.strip("0")) and bool(library.is_valid(rest))

    return judge


def _is_french_vat(text: str) -> bool:
    return bool(text[4:].strip("0")) and _vat("FR", tva, 11)(text)


def _is_spanish_vat(text: str) -> bool:
    return text[:2] == "ES" and "-" not in text and _is_nif(text[2:])


def _is_polish_vat(text: str) -> bool:
    return text[:2] == "PL" and "-" not in text and _is_nip(text[2:])


def _is_austrian_vat(text: str) -> bool:
    return text[:3] == "ATU" and is_digits(text[3:], 8) and at_uid.is_valid(text[2:])


def _is_british_vat(text: str) -> bool:
    """By HMRC's sum, which leaves 0, or 42 from 100 on; two more kinds for the state."""
    rest = text.removeprefix("GB")
    if rest == text or not is_made_of(rest, _CODE):
        return False
    if len(rest) == 5:
        return gb_vat.is_valid(rest)
    has_form = is_digits(rest, 9, 12) and bool(rest[:9].strip("0")) and gb_vat.is_valid(rest)
    return has_form and gb_vat.checksum(rest[:9]) in (0, 42)


_NATIONAL_VAT: dict[str, Callable[[str], bool]] = {
    "DE": _vat("DE", de_vat, 9), "FR": _is_french_vat, "IT": _vat("IT", iva, 11),
    "ES": _is_spanish_vat, "NL": _vat("NL", btw, 12), "BE": _vat("BE", be_vat, 10),
    "AT": _is_austrian_vat, "PL": _is_polish_vat,
}  # fmt: skip


def _is_eu_vat(text: str) -> bool:
    """By the library of the state's number; its shape is that of VIES."""
    country, rest = text[:2], text[2:]
    if country not in EU_VAT or not re.fullmatch(EU_VAT[country], rest):
        return False
    if country == "XI":
        return _is_british_vat(f"GB{rest}")
    judge = _NATIONAL_VAT.get(country, eu_vat.is_valid)
    return bool(rest.strip("0")) and judge(text)


NATIONAL: dict[str, Callable[[str], bool]] = {
    "nhs_number": _judged(nhs, 10, _Layout((3, 3, 4), "  "), _Layout((3, 3, 4), "--")),
    "aadhaar": _judged(aadhaar, 12, _Layout((4, 4, 4), "  "), _Layout((4, 4, 4), "--")),
    "canadian_sin": _judged(sin, 9, *_THREES), "australian_tfn": _judged(tfn, 9, _THREES[0]),
    "nino": _is_nino, "cpf": _is_cpf, "spanish_dni": _is_dni, "spanish_nie": _is_nie,
    "pesel": _judged(pesel, 11),
    "german_tax_id": _judged(idnr, 11, _FROM_2),
    "ahv": _judged(ssn, 13, _Layout((3, 4, 4, 2), "...")),
    "italian_fiscal_code": _is_fiscal_code, "bsn": _judged(bsn, 9),
    "abn": _judged(abn, 11, _FROM_2), "acn": _judged(acn, 9, _THREES[0]),
    "siren": _judged(siren, 9, _THREES[0]), "siret": _is_siret, "cnpj": _is_cnpj, "nip": _is_nip,
    "gstin": _judged(gstin, 15, all_digits=False), "partita_iva": _judged(iva, 11),
    "swiss_uid": _is_swiss_uid, "spanish_cif": _is_cif, "spanish_nif": _is_nif,
    "german_vat": _vat("DE", de_vat, 9), "french_vat": _is_french_vat,
    "italian_vat": _vat("IT", iva, 11), "spanish_vat": _is_spanish_vat,
    "dutch_vat": _vat("NL", btw, 12), "belgian_vat": _vat("BE", be_vat, 10),
    "austrian_vat": _is_austrian_vat, "polish_vat": _is_polish_vat,
    "british_vat": _is_british_vat, "eu_vat": _is_eu_vat,
}  # fmt: skip
