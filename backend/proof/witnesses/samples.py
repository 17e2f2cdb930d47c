"""Texts that are of a form: out of a regular expression, a list, a calendar, or published ones."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable
from typing import Any

from backend.proof.meaning import NoPlainReading
from backend.proof.witnesses.spelling import CALENDAR
from backend.rules.language.form import Both, Form, Listed, RealDate, Shape, TestedWith
from backend.rules.language.formats import format_of
from backend.rules.language.json_fields import sample_json_fields
from backend.rules.language.listed_once import sample_lists

_PUBLISHED: dict[str, tuple[str, ...]] = {
    "letters": ("Ann", "Éva"), "letters_digits": ("A1", "ab"), "ascii": ("plain", "é"),
    "latitude": ("90", "-90.0", "90.1"), "longitude": ("180", "-180.0", "180.1", "90.5"),
    "money": ("$1,234.50", "12.5", "1.234,50 €", "1,23.4"),
    "phone": ("+1 (555) 010-9999", "5550109", "555010"),
    "iso_timestamp": ("2024-02-29T10:00:00Z", "2023-02-29T10:00:00", "2024-01-05 23:59:59"),
    "leap_year": ("2024", "2023", "1900", "2000"),
    "prime": ("97", "91", "2", "1"), "palindrome": ("level", "Level", "levels"),
    "fibonacci": ("0", "8", "4", "144"), "square": ("0", "49", "50", "-4"),
    "palindrome_any_case": ("Level", "levels"), "distinct_digits": ("1234", "1123"),
    "email": ("ann@example.org", "ann@example", "a..b@example.org"),
    "url": ("https://example.org/a?b=1", "ftp://example.org", "//example.org"),
    "web_url": ("https://example.org/a", "ftp://example.org"),
    "host_name": ("web-1.example.org", "-a.org", "10"),
    "domain_name": ("example.org", "example", "a_b.org"),
    "ip": ("192.168.0.1", "::1", "256.1.1.1"), "ipv4": ("10.0.0.1", "010.0.0.1", "::1"),
    "ipv6": ("2001:db8::1", "1::2::3", "fe80::1%eth0"),
    "private_ipv4": ("10.1.2.3", "172.15.0.1", "172.16.0.1", "192.169.0.1"),
    "private_ipv6": ("fd00::1", "fe00::1"), "cidr": ("10.1.2.3/8", "10.1.2.3/33"),
    "ip_network": ("10.0.0.0/8", "10.1.2.3/8"), "port": ("65535", "65536", "0"),
    "mime_type": ("text/html", "foo/html"), "semantic_version": ("1.2.3-rc.1", "1.2", "01.2.3"),
    "json": ('{"a": 1}', "{'a': 1}", "NaN", "[1]"), "json_object": ('{"a": 1}', "[1]"),
    "json_array": ("[1, 2]", "{}"), "xml": ("<a><b/></a>", "<a><b></a>"),
    "hashtag": ("#data", "#a b"), "payment_card": ("4111111111111111", "378282246310005"),
    "luhn": ("79927398713", "18"), "iban": ("GB82WEST12345698765432", "DE89370400440532013000"),
    "bic": ("DEUTDEFF", "DEUTXXFF", "NEDSZAJJXXX"), "routing_number": ("021000021", "011401533"),
    "lei": ("5493001KJTIIGC8Y1R12",), "isin": ("US0378331005", "AU0000XVGZA3"),
    "cusip": ("037833100", "38259P508"), "sedol": ("0263494", "B0WNLY7"),
    "gtin": ("96385074", "4006381333931"), "ean": ("96385074", "4006381333931"),
    "ean_8": ("96385074", "73513537"), "ean_13": ("4006381333931", "5901234123457"),
    "gtin_14": ("10614141000415",), "upc": ("036000291452",), "imei": ("490154203237518",),
    "vin": ("1M8GDM9AXKP042788", "11111111111111111"),
    "isbn": ("0306406152", "978-3-16-148410-0"), "isbn_10": ("080442957X", "0-306-40615-2"),
    "isbn_13": ("9780306406157", "979-10-90636-07-1"), "issn": ("0378-5955", "2434-561X"),
    "ismn": ("9790260000438",), "arxiv": ("0706.0001", "hep-th/9901001", "1501.00001"),
    "orcid": ("0000-0002-1825-0097", "0000-0002-1694-233X"),
    "ssn": ("536-90-4399", "666-12-3456", "536904399"), "npi": ("1234567893",),
    "gln": ("5412345000013",), "sscc": ("106141412345678908",),
    "container_number": ("CSQU3054383", "CSQU 305438 3"), "imo_number": ("9319466", "IMO 9319466"),
    "figi": ("BBG000BLNQ16",), "creditor_reference": ("RF18539007547034", "RF18 5390 0754 7034"),
    "iccid": ("89148000000745809013",), "meid": ("AF0123450ABCDEC", "A10000009296F2"),
    "isni": ("0000 0001 2103 2683", "000000012146438X"), "iswc": ("T-034.524.680-1", "T0345246801"),
    "isan": ("0000-0000-D07A-0090-Q", "0000-0001-8CFA-0000-I-0000-0000-K"),
    "nhs_number": ("943 476 5870", "9434765919"), "nino": ("AB123456C", "AB 12 34 56 C"),
    "aadhaar": ("2341 2341 2346", "234123412346"),
    "canadian_sin": ("123 456 782", "046454286"), "australian_tfn": ("123 456 782", "123456783"),
    "cpf": ("390.533.447-05", "11111111111"), "spanish_dni": ("54362315K", "12345678-Z"),
    "spanish_nie": ("X2482300W", "Y-1234567-X"), "pesel": ("44051401359", "02070803628"),
    "german_tax_id": ("36574261809", "36 574 261 809"), "ahv": ("756.9217.0769.85",),
    "italian_fiscal_code": ("RCCMNL83S18D969H", "CNTCHR83T41D969D"), "bsn": ("111222333",),
    "abn": ("83 914 571 673", "51824753556"), "acn": ("004 085 616", "010499966"),
    "siren": ("732829320", "404 833 048"), "siret": ("73282932000074", "35600000000048"),
    "cnpj": ("16.727.230/0001-97", "12ABC34501DE35"), "nip": ("8567346215", "526-025-02-74"),
    "gstin": ("27AAPFU0939F1ZV",), "partita_iva": ("00743110157",),
    "swiss_uid": ("CHE-100.155.212", "CHE100155212"), "spanish_cif": ("B64717838", "J99216582"),
    "spanish_nif": ("54362315K", "X-5253868-R", "B64717838", "M-1234567-L"),
    "german_vat": ("DE136695976",), "french_vat": ("FR23334175221", "FRK7399859412"),
    "italian_vat": ("IT00743110157",), "spanish_vat": ("ES54362315K", "ESB64717838"),
    "dutch_vat": ("NL004495445B01", "NL002455799B11"), "belgian_vat": ("BE0428759497",),
    "austrian_vat": ("ATU13585627",), "polish_vat": ("PL8567346215",),
    "british_vat": ("GB980780684", "GBGD001"),
    "cas_number": ("7732-18-5", "58-08-2"), "chemical_formula": ("CuSO4·5H2O", "Ca(OH)2", "Xy2"),
    "loinc": ("2951-2", "8302-2"), "snomed": ("404684003", "73211009", "900000000000207008"),
    "dea_number": ("AB1234563", "F91234563"), "object_identifier": ("1.3.6.1.4.1", "1.40.1"),
    "dicom_uid": ("1.2.840.10008.1.2", "2.25.329800735698586629295641978511506172918"),
    "arn": ("arn:aws:s3:::bucket/key", "arn:aws:iam::123456789012:user/Ann", "arn:aws:s3"),
    "as_number": ("64512", "AS64512", "4294967296"), "ipv4_port": ("10.0.0.1:8080", "10.0.0.1"),
    "iso_week_date": ("2020-W53-7", "2021-W53-7"), "iso_week": ("2020-W53", "2021-W53"),
    "ordinal_date": ("2024-366", "2023-366"), "iso_duration": ("P3Y6M4DT12H30M5S", "P2W", "PT0.5H"),
    "rfc_3339": ("2024-02-29T10:00:00Z", "2024-02-29 10:00:00.5+05:30", "2016-12-31T23:59:60Z"),
    "rfc_2822": ("Mon, 15 Aug 2005 15:52:01 +0000", "1 Jan 2024 09:00 GMT"),
    "cron": ("*/15 0 1,15 * 1-5", "0 9 * jan-mar mon", "60 * * * *"),
    "coordinate_pair": ("48.1, 11.5", "91,11.5"), "wkt_point": ("POINT (30 10)", "POINT (30)"),
    "wkt_polygon": ("POLYGON ((30 10, 40 40, 20 40, 30 10))", "POLYGON ((30 10, 40 40, 20 40))"),
    "wkt": ("LINESTRING (30 10, 10 30)", "MULTIPOINT ((10 40), (40 30))", "POINT (30 10)"),
    "geojson": ('{"type": "Point", "coordinates": [30, 10]}', '{"type": "Point"}'),
    **{f"power_of_{base}": ("1", str(base**3), str(base**3 + 1), "0") for base in range(2, 11)},
    "cube": ("0", "27", "-8", "28"), "triangular": ("0", "10", "12"), "pronic": ("0", "6", "8"),
    "pentagonal": ("0", "22", "7", "26"), "factorial": ("1", "24", "25", "0"),
    "perfect_number": ("28", "12", "496"), "semiprime": ("9", "10", "8", "7"),
    "mersenne_prime": ("7", "127", "63", "2047"),
    "printable": ("Éva x", "a\tb"), "html_free": ("a < b", "<b>a</b>", "a<br/>"),
    "uk_postcode": ("SW1A 1AA", "M1 1AE"), "eu_vat": ("DE136695976", "DE136695978", "ATU13585627"),
}  # fmt: skip
"""Texts of each format that a function tests, and a few that are none."""
_MOST_WORDS = 2


def sample_format(name: str) -> tuple[str, ...]:
    """A few texts of a named format, and some that just miss it; none where none is known."""
    if name.startswith("listed_once "):
        return sample_lists(name.removeprefix("listed_once "))
    if name.startswith("json_field "):
        return sample_json_fields(name.removeprefix("json_field "))
    return _PUBLISHED.get(name) or _of_form(format_of(name).form)


def _of_form(form: Form) -> tuple[str, ...]:
    match form:
        case Shape():
            return sample_pattern(form.expression)
        case Listed():
            return form.words()[:_MOST_WORDS]
        case RealDate():
            days = [day.strftime(form.layout) for day in CALENDAR[2:4]]
            return (*days, re.sub(r"\b0", "", days[0]), "2023-02-29")
        case TestedWith():
            return _of_key(form.word)
        case Both():
            return _of_form(form.one)
        case _:
            return ()


def _of_key(key: str) -> tuple[str, ...]:
    return (json.dumps({key: 1}), json.dumps({f"{key}_": 1}), json.dumps([key]), "{")


def sample_pattern(expression: str) -> tuple[str, ...]:
    """A text that a regular expression matches from end to end, shortest repeats and longer ones.

    Nothing is given where the expression asks for more than this reads.
    """
    try:
        parsed = list(re._parser.parse(expression))  # type: ignore[attr-defined]
    except (re.error, OverflowError):
        return ()
    found = []
    for extra in (0, 1):
        try:
            text = _text(parsed, extra)
        except NoPlainReading:
            continue
        if re.fullmatch(expression, text):
            found.append(text)
    return tuple(dict.fromkeys(found))


def _text(parts: Iterable[tuple[Any, Any]], extra: int) -> str:
    return "".join(_piece(str(code), value, extra) for code, value in parts)


def _piece(code: str, value: Any, extra: int) -> str:  # noqa: C901 - a case a code
    match code:
        case "LITERAL":
            return chr(int(value))
        case "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _of_set(list(value), extra)
        case "BRANCH":
            return _text(value[1][min(extra, len(value[1]) - 1)], extra)
        case "SUBPATTERN":
            return _text(value[-1], extra)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, inner = value
            return _text(inner, extra) * max(int(low), min(int(high), int(low) + extra))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return ""
        case _:
            raise NoPlainReading(f"A text for the pattern's {code} is not to be had.")


_CLASSES = {
    "CATEGORY_DIGIT": string.digits, "CATEGORY_WORD": string.ascii_letters, "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_WORD": "-", "CATEGORY_NOT_SPACE": "a",
}  # fmt: skip


def _of_set(items: list[tuple[Any, Any]], extra: int) -> str:
    codes = [str(code) for code, _ in items]
    if codes[0] == "NEGATE":
        known = "".join(_chars(str(code), value) for code, value in items[1:])
        return next(char for char in "ab1-_ ~é" if char not in known)
    chars = "".join(_chars(str(code), value) for code, value in items)
    return chars[min(extra, len(chars) - 1)]


def _chars(code: str, value: Any) -> str:
    if code == "LITERAL":
        return chr(value)
    if code == "RANGE":
        return "".join(map(chr, range(value[0], min(value[1], value[0] + 30) + 1)))
    return _CLASSES.get(str(value), "a")
