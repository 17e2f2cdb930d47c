"""Formats of identifiers: money, goods, devices, publications, people."""

from __future__ import annotations

from backend.rules.language import code_lists, identifiers
from backend.rules.language.company_formats import COMPANIES
from backend.rules.language.form import Both, Format, Listed, Shape, shape, spelled, tested
from backend.rules.language.people_formats import PEOPLE
from backend.rules.language.science_formats import SCIENCE
from backend.rules.language.trade_formats import TRADE

_GS1 = "with its check digit (GS1 General Specifications)"
_BANK_COUNTRIES = Listed("COUNTRIES_OF_BANKS", code_lists.country_codes_or_kosovo, part=(4, 6))

GENERAL: dict[str, Format] = {
    "payment_card": tested(
        "a payment card number: 12 to 19 digits, in groups or not, with its Luhn check digit "
        "(ISO/IEC 7812-1); no issuer is looked up",
        identifiers.is_payment_card,
        "(credit|debit|payment|bank|credit or debit) card( number|)",
    ),
    "luhn": tested(
        "digits with a Luhn check digit (ISO/IEC 7812-1)",
        identifiers.is_luhn,
        "luhn( valid|) number", "number with (valid |correct |)luhn (check digit|checksum)",
    ),
    "iban": tested(
        "an IBAN (ISO 13616): its country's length and check digits, in capitals, in one piece or "
        "in groups of four",
        identifiers.is_iban,
        "iban( number| code| account number|)", "international bank account (number|no)",
    ),
    "bic": Format(
        "a BIC (ISO 9362): four letters, a country, two or five letters or digits; no register is "
        "asked",
        Both(Shape("[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?"), _BANK_COUNTRIES),
        spelled("(bic|swift|bic swift|swift bic)( code| number|)",
                "(business|bank) identifier code"),
    ),
    "routing_number": tested(
        "a US bank routing number with its check digit (ABA)",
        identifiers.is_routing_number,
        "(us |)(aba |bank |aba bank |)routing (number|code)", "aba (transit |)number",
        "routing transit number",
    ),
    "lei": tested(
        "a legal entity identifier with its check digits (ISO 17442)",
        identifiers.is_lei,
        "lei( code| number|)", "legal entity (identifier|id)( code|)",
    ),
    "isin": tested(
        "an ISIN with its check digit (ISO 6166)",
        identifiers.is_isin,
        "isin( code| number|)",
        "international security (identification number|identification code|identifier)",
    ),
    "cusip": tested(
        "a CUSIP of nine characters with its check digit (ANSI X9.6)",
        identifiers.is_cusip,
        "cusip( code| number| identifier|)",
    ),
    "sedol": tested(
        "a SEDOL of seven characters with its check digit",
        identifiers.is_sedol,
        "sedol( code| number| identifier|)",
    ),
    "gtin": tested(
        f"a GTIN of 8, 12, 13 or 14 digits {_GS1}",
        identifiers.is_gtin,
        "gtin( code| number|)", "global trade item number", "(product |)bar code( number|)",
    ),
    "ean": tested(
        f"an EAN of 8 or 13 digits {_GS1}",
        identifiers.is_ean,
        "ean( code| number| bar code|)", "(european|international) article number",
    ),
    "ean_8": tested(
        f"an EAN-8 {_GS1}",
        identifiers.is_ean_8,
        "(ean|gtin) 8( code| number| bar code|)",
        "(8|eight) digit (ean|gtin)( code| number| bar code|)",
    ),
    "ean_13": tested(
        f"an EAN-13 {_GS1}",
        identifiers.is_ean_13,
        "(ean|gtin) 13( code| number| bar code|)",
        "(13|thirteen) digit (ean|gtin)( code| number| bar code|)",
    ),
    "gtin_14": tested(
        f"a GTIN-14 {_GS1}",
        identifiers.is_gtin_14,
        "(gtin|itf) 14( code| number| bar code|)",
        "(14|fourteen) digit gtin( code| number| bar code|)",
    ),
    "upc": tested(
        f"a UPC-A of 12 digits {_GS1}",
        identifiers.is_upc,
        "upc( a|)( code| number| bar code|)", "universal product code", "gtin 12( code| number|)",
        "(12|twelve) digit (upc|gtin)( code| number| bar code|)",
    ),
    "imei": tested(
        "an IMEI of 15 digits with its Luhn check digit (3GPP TS 23.003)",
        identifiers.is_imei,
        "imei( code| number|)", "international mobile equipment identity",
        "(15|fifteen) digit imei( code| number|)",
    ),
    "vin": tested(
        "a VIN of 17 characters (ISO 3779) with the check digit of 49 CFR 565, as North America "
        "requires it",
        identifiers.is_vin,
        "vin( code| number|)", "vehicle identification number",
    ),
    "isbn": tested(
        "an ISBN-10 or ISBN-13 with its check digit (ISO 2108), hyphens or blanks allowed",
        identifiers.is_isbn,
        "isbn( code| number|)", "international standard book number",
        "isbn 10 or isbn 13", "isbn 13 or isbn 10", "isbn 10 or 13( digit|)",
    ),
    "isbn_10": tested(
        "an ISBN-10 with its check digit (ISO 2108), hyphens or blanks allowed",
        identifiers.is_isbn_10,
        "isbn 10( code| number|)", "(10|ten) digit isbn",
    ),
    "isbn_13": tested(
        "an ISBN-13 with its check digit (ISO 2108), hyphens or blanks allowed",
        identifiers.is_isbn_13,
        "isbn 13( code| number|)", "(13|thirteen) digit isbn",
    ),
    "issn": tested(
        "an ISSN with its check digit (ISO 3297), with or without its hyphen",
        identifiers.is_issn,
        "issn( code| number|)", "international standard serial number",
    ),
    "ismn": tested(
        "an ISMN of 13 digits with its check digit (ISO 10957)",
        identifiers.is_ismn,
        "ismn( code| number|)", "international standard music number",
    ),
    "isrc": shape(
        "the shape of an ISRC (ISO 3901), with or without hyphens",
        "[A-Z]{2}-?[0-9A-Z]{3}-?[0-9]{2}-?[0-9]{5}",
        "isrc( code| number|)", "international standard recording code",
    ),
    "doi": shape(
        "a DOI (ISO 26324): 10., a prefix, a slash, a suffix; bare or as a doi: or https address",
        "([Dd][Oo][Ii]: ?|https?://(dx[.])?doi[.]org/)?10[.][0-9]{4,9}([.][0-9]+)*/[!-~]+",
        "doi( number|)", "digital object identifier",
    ),
    "arxiv": tested(
        "an arXiv identifier, new or old style",
        identifiers.is_arxiv_id,
        "arxiv( id| identifier| number| paper id| reference|)",
    ),
    "orcid": tested(
        "an ORCID iD with its check digit (ISO 7064), bare or as an https address",
        identifiers.is_orcid,
        "orcid( id| identifier| number|)", "orc id( id|)",
    ),
    "ssn": tested(
        "a US social security number that can have been issued (SSA): 9 digits, in 3-2-4 groups or "
        "in one piece",
        identifiers.is_ssn,
        "(us |usa |american |)(ssn|ssn number|social security number|social security no)",
    ),
    "ssn_shape": shape(
        "the shape of a US social security number: three digits, two, four, hyphens between",
        "[0-9]{3}-[0-9]{2}-[0-9]{4}",
        "(us |)ssn (shape|layout)", "shape of (us |)ssn",
    ),
    "ein": shape(
        "the shape of a US employer identification number: two digits, hyphen, seven digits",
        "[0-9]{2}-[0-9]{7}",
        "(us |federal |)(ein|employer identification number|employer id number)",
        "federal tax (id|id number|identification number)",
    ),
    "npi": tested(
        "a US National Provider Identifier of ten digits with its check digit",
        identifiers.is_npi,
        "npi( number|)", "national provider (id|identifier)",
    ),
    "icd10": shape(
        "the shape of an ICD-10-CM code: a capital, a digit, a digit or A or B, then a dot and one "
        "to four capitals or digits, or nothing; no register is asked",
        "[A-Z][0-9][0-9AB]([.][0-9A-Z]{1,4})?",
        "icd 10( cm|)( diagnosis| medical|)( code|)",
    ),
    "iata_airport": shape(
        "the shape of an IATA airport code: three capitals; none is looked up",
        "[A-Z]{3}",
        "iata( airport|)( code|)", "(3|three) letter (iata |)airport code",
    ),
    "icao_airport": shape(
        "the shape of an ICAO airport code: four capitals; none is looked up",
        "[A-Z]{4}",
        "icao( airport|)( code|)", "icao location indicator",
        "(4|four) letter (icao |)airport code",
    ),
    "bitcoin_address": shape(
        "the shape of a Bitcoin address (Base58 from 1 or 3, Bech32 from bc1); the checksum is not "
        "computed",
        "[13][1-9A-HJ-NP-Za-km-z]{25,33}|bc1[02-9ac-hj-np-z]{11,71}",
        "(bitcoin|btc) (wallet |)address",
    ),
    "ethereum_address": shape(
        "the shape of an Ethereum address: 0x and 40 hexadecimal digits; the checksum is not "
        "computed",
        "0x[0-9a-fA-F]{40}",
        "(ethereum|eth) (wallet |account |)address",
    ),
}  # fmt: skip

IDENTIFIERS: dict[str, Format] = {**GENERAL, **TRADE, **PEOPLE, **COMPANIES, **SCIENCE}
"""What has a check digit or a register: "the check digit of an ISBN" is one of these."""
