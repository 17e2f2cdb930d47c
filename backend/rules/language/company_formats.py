"""Formats of the numbers that states give to companies and to those who pay VAT."""

from __future__ import annotations

from collections.abc import Callable

from backend.rules.language import company_numbers
from backend.rules.language.form import Format, tested

_VAT = "vat (number|id|no|code|reg no|registration number|identification number|id number)"


def _vat(label: str, test: Callable[[str], bool], country: str) -> Format:
    letters = "in one piece, its country's letters before it"
    return tested(
        f"{label} VAT number with its check digit, {letters}", test, f"({country}) {_VAT}"
    )


COMPANIES: dict[str, Format] = {
    "abn": tested(
        "an Australian business number of eleven digits with its check digits (ABR), in 2-3-3-3 "
        "groups or in one piece",
        company_numbers.is_abn,
        "(australian |)abn( number| no|)", "australian business (number|no)",
    ),
    "acn": tested(
        "an Australian company number of nine digits with its check digit (ASIC), in threes or in "
        "one piece",
        company_numbers.is_acn,
        "(australian |)acn( number| no|)", "australian company (number|no)",
    ),
    "siren": tested(
        "a French SIREN of nine digits with its check digit (INSEE), in threes or in one piece",
        company_numbers.is_siren,
        "(french |)siren (number|no|code)", "french siren",
    ),
    "siret": tested(
        "a French SIRET of fourteen digits with its check digits (INSEE), in 3-3-3-5 groups or in "
        "one piece",
        company_numbers.is_siret,
        "(french |)siret( number| no| code|)",
    ),
    "cnpj": tested(
        "a Brazilian CNPJ with its check digits, as 11.222.333/0001-81 or in one piece, with "
        "capitals for digits too (IN RFB 2.229/2024)",
        company_numbers.is_cnpj,
        "(brazilian |)cnpj( number| no| code|)",
    ),
    "nip": tested(
        "a Polish NIP of ten digits with its check digit, in one piece or with its hyphens",
        company_numbers.is_nip,
        "(polish |)nip (number|no)", "polish (nip|tax number|tax id)",
    ),
    "gstin": tested(
        "an Indian GSTIN of 15 characters with its check character (CBIC)",
        company_numbers.is_gstin,
        "(indian |)gstin( number| no| code|)", "(indian |)gst identification number",
        "(indian |)(goods and service|goods and services) tax identification number",
    ),
    "partita_iva": tested(
        "an Italian partita IVA of eleven digits with its check digit, without IT",
        company_numbers.is_partita_iva,
        "(italian |)partita iva( number|)",
    ),
    "swiss_uid": tested(
        "a Swiss company's UID with its check digit, as CHE-123.456.788 or in one piece",
        company_numbers.is_swiss_uid,
        "swiss (uid|company uid|company number|company id)( number|)", "che uid( number|)",
    ),
    "spanish_cif": tested(
        "a Spanish company's CIF: a letter, seven digits and the check digit or letter",
        company_numbers.is_cif,
        "spanish cif( number| code|)", "cif number",
    ),
    "spanish_nif": tested(
        "a Spanish NIF of a person or a company with its check digit or letter",
        company_numbers.is_spanish_nif,
        "spanish nif( number| code|)", "spanish tax (number|id|identification number)",
    ),
    "german_vat": _vat("a German", company_numbers.is_german_vat, "german|germany"),
    "french_vat": _vat("a French", company_numbers.is_french_vat, "french|france"),
    "italian_vat": _vat("an Italian", company_numbers.is_italian_vat, "italian|italy"),
    "spanish_vat": _vat("a Spanish", company_numbers.is_spanish_vat, "spanish|spain"),
    "dutch_vat": _vat("a Dutch", company_numbers.is_dutch_vat, "dutch|netherlands"),
    "belgian_vat": _vat("a Belgian", company_numbers.is_belgian_vat, "belgian|belgium"),
    "austrian_vat": _vat("an Austrian", company_numbers.is_austrian_vat, "austrian|austria"),
    "polish_vat": _vat("a Polish", company_numbers.is_polish_vat, "polish|poland"),
    "british_vat": _vat("a British", company_numbers.is_british_vat, "british|uk|gb"),
}  # fmt: skip
