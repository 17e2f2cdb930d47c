"""Formats of the numbers that states give to people."""

from __future__ import annotations

from backend.rules.language import people_numbers
from backend.rules.language.form import Format, shape, tested

PEOPLE: dict[str, Format] = {
    "nhs_number": tested(
        "an NHS number of ten digits with its check digit, in 3-3-4 groups or in one piece",
        people_numbers.is_nhs_number,
        "(uk |english |british |)nhs (patient |)(number|no)", "national health service number",
    ),
    "nino": tested(
        "the shape of a UK national insurance number (HMRC): two capitals, six digits, A to D, in "
        "pairs or in one piece; it has no check digit",
        people_numbers.is_nino,
        "nino( number|)", "(uk |british |)national insurance (number|no)", "uk ni number",
    ),
    "aadhaar": tested(
        "an Aadhaar number of twelve digits with its check digit (UIDAI), in fours or in one piece",
        people_numbers.is_aadhaar,
        "(indian |)(aadhaar|aadhar|adhaar)( card|)( number| no| id|)",
    ),
    "indian_pan": shape(
        "the shape of an Indian PAN: five capitals, the fourth telling the kind of holder, four "
        "digits, a capital; its check letter is not published",
        "[A-Z]{3}[ABCFGHJKLPT][A-Z](?!0000)[0-9]{4}[A-Z]",
        "(indian|india) pan( card|)( number| no| code|)", "pan card( number| no|)",
        "(indian |india |)permanent account number",
    ),
    "canadian_sin": tested(
        "a Canadian social insurance number of nine digits with its check digit, in threes or in "
        "one piece",
        people_numbers.is_canadian_sin,
        "(canadian|canada) sin( number| no|)", "sin number",
        "(canadian |canada |)social insurance (number|no)",
    ),
    "australian_tfn": tested(
        "an Australian tax file number of nine digits with its check digit (ATO), in threes or in "
        "one piece",
        people_numbers.is_australian_tfn,
        "(australian |)tfn( number|)", "(australian |)tax file (number|no)",
    ),
    "cpf": tested(
        "a Brazilian CPF with its check digits, as 123.456.789-09 or in one piece",
        people_numbers.is_cpf,
        "(brazilian |)cpf( number| no| code|)",
    ),
    "spanish_dni": tested(
        "a Spanish DNI: eight digits and the check letter, a hyphen between or none",
        people_numbers.is_dni,
        "(spanish |)dni( number| no|)", "spanish (national |)(id|identity) (card |)number",
    ),
    "spanish_nie": tested(
        "a Spanish NIE: X, Y or Z, seven digits and the check letter, hyphens between or none",
        people_numbers.is_nie,
        "(spanish |)nie( number| no|)", "spanish foreigner (id|identity|identification) number",
    ),
    "pesel": tested(
        "a Polish PESEL of eleven digits: a real day of birth and the check digit",
        people_numbers.is_pesel,
        "(polish |)pesel( number| no|)",
    ),
    "german_tax_id": tested(
        "a German tax id of eleven digits with its check digit (Section 139b AO), in 2-3-3-3 "
        "groups or in one piece",
        people_numbers.is_german_tax_id,
        "(german |)(steuer id|steuer id nr|steuer identifikationsnummer)",
        "german tax (id|id number|identification number|identifier)",
    ),
    "ahv": tested(
        "a Swiss AHV number with its check digit, as 756.1234.5678.97 or in one piece",
        people_numbers.is_ahv_number,
        "(swiss |)(ahv|avs|ahv avs|avs ahv|ahvn 13|ahv 13)( number| no|)",
        "swiss social (security|insurance) (number|no)",
    ),
    "italian_fiscal_code": tested(
        "a person's Italian fiscal code of 16 characters with a real day of birth and its check "
        "letter",
        people_numbers.is_italian_fiscal_code,
        "italian (fiscal|tax) code", "codice fiscale", "italian (fiscal|tax) (id|number)",
    ),
    "bsn": tested(
        "a Dutch citizen service number of nine digits with its check digit (the test of eleven)",
        people_numbers.is_bsn,
        "(dutch |)bsn( number| no|)", "(dutch |)(citizen service number|burger service nummer)",
    ),
}  # fmt: skip
