"""Formats of countries, currencies, languages, regions, postcodes and tax numbers."""

from __future__ import annotations

from backend.rules.language import code_lists, places, vat_numbers
from backend.rules.language.form import Format, Listed, listed, shape, tested

_ISO_3166 = "(iso |iso 3166 |iso 3166 1 |)"
_US = "(us|u s|usa|american|united states)"
_TZ = "(iana|tz|olson|iana tz|iana time zone)"
_STATE = f"(of|for)( one of|) (50 |fifty |){_US} state"
_OF_STATE = f"(postal|state|postal state) (code|abbreviation) {_STATE}"
_OF_COUNTRY = "(code|abbreviation) (of|for)( one of|) country"
_TWO = "(2 letter|two letter|2 character|two character)"
_THREE = "(3 letter|three letter|3 character|three character)"

LISTS: dict[str, Format] = {
    "country_code": listed(
        "a country code of two capitals (ISO 3166-1 alpha-2)",
        Listed("COUNTRY_CODES", code_lists.country_codes),
        "(iso|iso 3166|iso 3166 1) country code", "(iso 3166|iso 3166 1)( code|)",
        f"{_ISO_3166}{_TWO} country code", "(iso |)alpha 2 country code",
        "(iso |)country code (iso 3166 |iso 3166 1 |)(alpha 2|two letter|2 letter)",
        "(iso 3166|iso 3166 1) alpha 2( country|)( code|)",
        f"{_TWO} (iso|iso 3166|iso 3166 1) country code", "iso 2 country code",
        f"(official |){_ISO_3166}{_TWO} {_OF_COUNTRY}", f"official {_TWO} country code",
    ),
    "country_code_3": listed(
        "a country code of three capitals (ISO 3166-1 alpha-3)",
        Listed("COUNTRY_CODES_3", code_lists.country_codes_3),
        f"{_ISO_3166}{_THREE} country code", "(iso |)alpha 3 country code",
        "(iso |)country code (iso 3166 |iso 3166 1 |)(alpha 3|three letter|3 letter)",
        "(iso 3166|iso 3166 1) alpha 3( country|)( code|)",
        f"{_THREE} (iso|iso 3166|iso 3166 1) country code", "iso 3 country code",
        f"(official |){_ISO_3166}{_THREE} {_OF_COUNTRY}", f"official {_THREE} country code",
    ),
    "country_letters": listed(
        "a country code of two or three capitals (ISO 3166-1 alpha-2 or alpha-3)",
        Listed("COUNTRY_LETTERS", code_lists.country_letters),
        "country code",
    ),
    "country_number": listed(
        "a country code of three digits (ISO 3166-1 numeric)",
        Listed("COUNTRY_NUMBERS", code_lists.country_numbers),
        f"{_ISO_3166}(numeric|3 digit|three digit|numerical) country code",
        "(iso 3166|iso 3166 1) numeric( country|)( code|)", "country number",
    ),
    "country_name": listed(
        "a country's short or common English name (ISO 3166-1)",
        Listed("COUNTRY_NAMES", code_lists.country_names),
        f"{_ISO_3166}(english |)country name", "(english |)name of country",
    ),
    "country": listed(
        "a country: its short or common English name, or its code of two or three capitals "
        "(ISO 3166-1)",
        Listed("COUNTRIES", code_lists.countries),
        "(valid|real|existing|iso|iso 3166|recognised|recognized) country",
        "country (name or code|code or name)",
    ),
    "currency_code": listed(
        "a currency code of three capitals (ISO 4217)",
        Listed("CURRENCY_CODES", code_lists.currency_codes),
        f"(iso |iso 4217 |){_THREE} currency code", "(iso |iso 4217 |)currency code",
        f"{_THREE} (iso|iso 4217) currency code",
        "currency code iso 4217", "iso 4217( code| currency| alphabetic code|)",
        f"{_THREE} iso 4217( code| currency|)",
        "(valid|real|iso|existing) currency",
    ),
    "language_code": listed(
        "a language code of two small letters (ISO 639-1)",
        Listed("LANGUAGE_CODES", code_lists.language_codes),
        f"(iso |iso 639 |iso 639 1 |){_TWO} language code", "(iso|iso 639 1) language code",
        f"{_TWO} (iso|iso 639|iso 639 1) language code", "iso 639 1( code| language|)",
        f"{_TWO} iso 639( 1|) code",
        "language code iso 639 1",
    ),
    "language_code_3": listed(
        "a language code of three small letters (ISO 639-2), not one for local use",
        Listed("LANGUAGE_CODES_3", code_lists.language_codes_3),
        "iso 639 2( code| language| language code|)", f"iso 639 2 {_THREE} (language |)code",
    ),
    "language_code_of_all": listed(
        "a language code of three small letters (ISO 639-3)",
        Listed("LANGUAGE_CODES_OF_ALL", code_lists.language_codes_of_all),
        "iso 639 3( code| language| language code|)", f"iso 639 3 {_THREE} (language |)code",
    ),
    "language_letters": listed(
        "a language code of two or three small letters (ISO 639-1, 639-2 or 639-3)",
        Listed("LANGUAGE_LETTERS", code_lists.language_letters),
        "iso 639( language| code| language code|)", "language code (in|of|from|by) iso 639",
        "(language|code) iso 639", "language code( iso 639|)",
    ),
    "subdivision_code": listed(
        "a subdivision code such as DE-BY: country, hyphen, one to three signs (ISO 3166-2)",
        Listed("SUBDIVISION_CODES", code_lists.subdivision_codes),
        "iso 3166 2( subdivision| region| province| state|)( code|)",
        "(iso |iso 3166 |)subdivision code", "subdivision code (in|of|from|by) iso 3166 2",
        "(subdivision|region|province|state) code iso 3166 2",
    ),
    "time_zone": listed(
        "the name of a time zone in the IANA database",
        Listed("TIME_ZONES", code_lists.time_zones),
        "(iana|iana tz|tz|olson|tz database|valid|real|existing) time zone( name| identifier| id|)",
        f"(valid |real |)time zone( name| identifier| id|) (in|of|from) {_TZ} database",
        "(iana |)time zone (name|identifier)", "name (in|of|from) iana time zone database",
        "name of (iana |real |valid |)time zone",
        f"name of (real |valid |)time zone (in|of|from) {_TZ} database",
    ),
    "us_state_code": listed(
        "the code of one of the 50 US states, two capitals",
        Listed("US_STATE_CODES", code_lists.us_state_codes),
        f"(50 |fifty |){_US} (postal |)state (code|abbreviation|postal code|postal abbreviation)",
        f"{_TWO} {_US} (postal |)state( code| abbreviation| postal abbreviation|)",
        f"(50 |fifty |)(official |){_TWO} {_US} (postal |)state( code| abbreviation)",
        f"{_US} {_TWO} state (code|abbreviation)", f"({_TWO[1:-1]}) {_US} state code (50 state)",
        f"{_US} state (code|abbreviation) (50 state)", f"(code|abbreviation) of {_US} state",
        "usps state (code|abbreviation)",
        f"(official |){_TWO} {_OF_STATE}", _OF_STATE,
        f"(official |){_TWO} (code|abbreviation) {_STATE}",
    ),
    "us_state_or_dc_code": listed(
        "the code of one of the 50 US states or DC, two capitals",
        Listed("US_STATES_AND_DC", code_lists.us_state_or_dc_codes),
        f"{_US} state( code| abbreviation|) (or|and|including|or district of columbia|incl) dc",
        f"{_US} state or dc (code|abbreviation)", "code of 50 state and dc",
        f"{_US} state( code| abbreviation|) (or|and|including) district of columbia",
    ),
    "us_territory_code": listed(
        "the code of a US outlying area (ISO 3166-2), two capitals",
        Listed("US_TERRITORIES", code_lists.us_territory_codes),
        f"{_US} territory (code|abbreviation)",
    ),
    "us_state_or_territory_code": listed(
        "the code of one of the 50 US states, DC or an outlying area (ISO 3166-2), two capitals",
        Listed("US_STATES_AND_TERRITORIES", code_lists.us_state_or_territory_codes),
        f"{_US} state (or|and) territory (code|abbreviation)",
        f"{_US} state (code|abbreviation) (or|and|including) territory",
    ),
    "us_state_name": listed(
        "the name of one of the 50 US states",
        Listed("US_STATE_NAMES", code_lists.us_state_names),
        f"(full |){_US} state name", f"(full |)name of {_US} state",
    ),
    "us_state": listed(
        "one of the 50 US states, by name or by code of two capitals",
        Listed("US_STATES", code_lists.us_states),
        f"(50 |fifty |){_US} state", f"{_US} state (name or code|code or name)",
    ),
    "province_code": listed(
        "the code of one of Canada's ten provinces, two capitals",
        Listed("PROVINCE_CODES", code_lists.province_codes),
        "(10 |ten |)(canadian|canada) province (code|abbreviation)",
        f"{_TWO} canadian province (code|abbreviation)", "(code|abbreviation) of canadian province",
    ),
    "province_or_territory_code": listed(
        "the code of a Canadian province or territory, two capitals",
        Listed("PROVINCES_AND_TERRITORIES", code_lists.province_or_territory_codes),
        "canadian province (or|and) territory (code|abbreviation)",
        "canadian province (code|abbreviation) (or|and|including) territory",
    ),
    "province_name": listed(
        "the English name of one of Canada's ten provinces",
        Listed("PROVINCE_NAMES", code_lists.province_names),
        "canadian province name", "name of canadian province",
    ),
    "province": listed(
        "one of Canada's ten provinces, by English name or by code of two capitals",
        Listed("PROVINCES", code_lists.provinces),
        "(10 |ten |)canadian province", "province of canada",
    ),
}  # fmt: skip

_POST = "(post code|postal code|zip code)"
_COUNTRIES = {
    "ca": ("a Canadian postcode in capitals (Canada Post), with or without its blank",
           "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]",
           "(canadian|canada)"),
    "de": ("a German postcode: five digits, 01 to 99 first", "(0[1-9]|[1-9][0-9])[0-9]{3}",
           "(german|germany|de)"),
    "at": ("an Austrian postcode: four digits from 1000", "[1-9][0-9]{3}", "(austrian|austria)"),
    "ch": ("a Swiss postcode: four digits from 1000", "[1-9][0-9]{3}", "(swiss|switzerland)"),
    "fr": ("a French postcode: five digits, 01 to 98 first",
           "(0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}", "(french|france)"),
    "it": ("an Italian postcode: five digits", "[0-9]{5}", "(italian|italy)"),
    "es": ("a Spanish postcode: five digits, 01 to 52 first",
           "(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "(spanish|spain)"),
    "nl": ("a Dutch postcode: four digits from 1000, two capitals, a blank between or none",
           "[1-9][0-9]{3} ?[A-Z]{2}", "(dutch|netherlands)"),
    "au": ("an Australian postcode: four digits from 0200", "(0[2-9]|[1-9][0-9])[0-9]{2}",
           "(australian|australia)"),
    "jp": ("a Japanese postcode: three digits, four digits, a hyphen between or none",
           "[0-9]{3}-?[0-9]{4}", "(japanese|japan)"),
    "br": ("a Brazilian postcode (CEP): five digits, three digits, a hyphen between or none",
           "[0-9]{5}-?[0-9]{3}", "(brazilian|brazil)"),
    "se": ("a Swedish postcode: five digits, not 0 first, a blank after three or none",
           "[1-9][0-9]{2} ?[0-9]{2}", "(swedish|sweden)"),
    "pl": ("a Polish postcode: two digits, a hyphen, three digits", "[0-9]{2}-[0-9]{3}",
           "(polish|poland)"),
    "pt": ("a Portuguese postcode: four digits from 1000, a hyphen, three digits",
           "[1-9][0-9]{3}-[0-9]{3}", "(portuguese|portugal)"),
    "no": ("a Norwegian postcode: four digits", "[0-9]{4}", "(norwegian|norway)"),
    "dk": ("a Danish postcode: four digits", "[0-9]{4}", "(danish|denmark)"),
    "fi": ("a Finnish postcode: five digits", "[0-9]{5}", "(finnish|finland)"),
    "be": ("a Belgian postcode: four digits from 1000", "[1-9][0-9]{3}", "(belgian|belgium)"),
    "cz": ("a Czech postcode: five digits from 1, a blank after three or none",
           "[1-7][0-9]{2} ?[0-9]{2}", "(czech|czechia)"),
    "cn": ("a Chinese postcode: six digits", "[0-9]{6}", "(chinese|china)"),
    "mx": ("a Mexican postcode: five digits", "[0-9]{5}", "(mexican|mexico)"),
    "kr": ("a South Korean postcode: five digits", "[0-9]{5}", "(korean|south korean)"),
    "nz": ("a New Zealand postcode: four digits", "[0-9]{4}", "(new zealand|nz)"),
    "za": ("a South African postcode: four digits", "[0-9]{4}", "(south african|south africa)"),
    "sg": ("a Singaporean postcode: six digits", "[0-9]{6}", "(singaporean|singapore)"),
    "tr": ("a Turkish postcode: five digits, 01 to 81 first",
           "(0[1-9]|[1-7][0-9]|8[01])[0-9]{3}", "(turkish|turkey)"),
}  # fmt: skip

POSTCODES: dict[str, Format] = {
    "us_zip": shape(
        "a US ZIP code: five digits, or ZIP+4 with its hyphen",
        "[0-9]{5}(-[0-9]{4})?",
        f"({_US[1:-1]}|us postal) zip( code|)", f"{_US} (post|postal) code", "zip( code|)",
        "5 or 9 digit (us |)zip code", "zip code (5 or 9 digit)",
    ),
    "us_zip_5": shape(
        "a US ZIP code of five digits",
        "[0-9]{5}",
        "(5|five) digit (us |)zip( code|)", "(us |)zip 5( code|)",
    ),
    "us_zip_9": shape(
        "a US ZIP+4 code: five digits, hyphen, four digits",
        "[0-9]{5}-[0-9]{4}",
        "(9|nine) digit (us |)zip( code|)", "(us |)zip (plus |)(4|four)( code|)",
        "(us |)zip 9( code|)",
    ),
    "uk_postcode": tested(
        "a UK postcode in capitals (BS 7666), with or without its blank; none is looked up",
        places.is_uk_postcode,
        f"(uk|u k|gb|british|united kingdom) {_POST}",
    ),
    **{
        f"{country}_postcode": shape(label, expression, f"{adjective} {_POST}")
        for country, (label, expression, adjective) in _COUNTRIES.items()
    },
    "eircode": shape(
        "an Irish Eircode in capitals: a routing key of three, a blank or none, four characters",
        "([AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}",
        "(irish |)eircode", f"(irish|ireland) {_POST}",
    ),
    "in_postcode": shape(
        "an Indian PIN code: six digits, not 0 first",
        "[1-9][0-9]{5}",
        f"(indian|india) {_POST}", "(indian |postal )(pin|pin code)",
    ),
    "eu_vat": tested(
        "an EU VAT number: its country's two letters, shape and check digits (VIES); no register "
        "is asked",
        vat_numbers.is_eu_vat_number,
        "(eu |european |european union |)vat (number|id|no|code|reg no|registration number)",
        "(eu |european |)vat (identification number|identifier|registration|id number)", "vatin",
        "(eu |european |)vat (number|id) with (correct |valid |right |its |)check (digit|number)",
        "(eu |european |)vat (number|id) with (correct |valid |right |its |)check sum",
    ),
}  # fmt: skip
