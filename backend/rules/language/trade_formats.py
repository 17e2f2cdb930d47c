"""Formats of goods, devices, works, securities and papers of trade."""

from __future__ import annotations

from backend.rules.language import trade_numbers
from backend.rules.language.form import Format, shape, tested

_GS1 = "with its check digit (GS1 General Specifications)"
_ID = "(id|identifier|code|number)"

TRADE: dict[str, Format] = {
    "gln": tested(
        f"a global location number of 13 digits {_GS1}",
        trade_numbers.is_gln,
        "gln( code| number|)", "global location number", "international location number",
    ),
    "sscc": tested(
        f"a serial shipping container code of 18 digits {_GS1}",
        trade_numbers.is_sscc,
        "sscc( 18|)( code| number|)", "serial shipping container code",
    ),
    "container_number": tested(
        "a freight container's number with its check digit (ISO 6346): owner, U, J or Z, six "
        "digits, the check digit; in one piece or as ABCU 123456 7",
        trade_numbers.is_container_number,
        "(iso 6346|bic|freight|shipping|intermodal) container (number|code|id)",
        "iso 6346( code| number|)",
    ),
    "imo_number": tested(
        "an IMO ship number of seven digits with its check digit (IMO A.1117), IMO before it or "
        "not",
        trade_numbers.is_imo_number,
        "imo (ship |vessel |)(number|code)", "imo (ship |vessel |)identification number",
    ),
    "figi": tested(
        "a FIGI of twelve characters with its check digit (OMG, ANSI X9.145)",
        trade_numbers.is_figi,
        "figi( code| number| id|)", "financial instrument global identifier",
        "bloomberg global (id|identifier)",
    ),
    "wkn": shape(
        "the shape of a German WKN: six digits or capitals without I and O; none is looked up",
        "[0-9A-HJ-NP-Z]{6}",
        "wkn( code| number|)", "wertpapier kenn nummer", "german security (number|identifier)",
    ),
    "mic": shape(
        "the shape of a market identifier code (ISO 10383): four capitals or digits; none is "
        "looked up",
        "[0-9A-Z]{4}",
        "mic code", "valid mic", "iso 10383( code| mic|)",
        "market (identifier|identification) code",
    ),
    "ticker": shape(
        "the shape of a US stock ticker symbol: one to five capitals, a class of one or two behind "
        "a dot or hyphen or none; none is looked up",
        "[A-Z]{1,5}([.-][A-Z]{1,2})?",
        "(stock |exchange |)ticker symbol", "(stock|stock market) (ticker|symbol)",
        "ticker code",
    ),
    "creditor_reference": tested(
        "a creditor reference with its check digits (ISO 11649): RF, two digits, up to 21 "
        "capitals or digits, in one piece or in groups of four",
        trade_numbers.is_creditor_reference,
        "(structured |rf |structured rf |)creditor reference( number|)",
        "iso 11649( reference| code| number|)",
    ),
    "asin": shape(
        "the shape of an ASIN: B and nine capitals or digits, or an ISBN of ten; none is looked up",
        "B[0-9A-Z]{9}|[0-9]{9}[0-9X]",
        "asin( code| number|)", "amazon standard identification number",
    ),
    "iccid": tested(
        "an ICCID of a SIM card: 89 first, 19 or 20 digits with the Luhn check digit "
        "(ITU-T E.118)",
        trade_numbers.is_iccid,
        "iccid( code| number|)", "sim card (number|serial number|id)",
        "integrated circuit card (id|identifier)",
    ),
    "imsi": shape(
        "the shape of an IMSI: 14 or 15 digits, 2 to 7 or 9 first (ITU-T E.212); no network is "
        "looked up",
        "[2-79][0-9]{13,14}",
        "imsi( code| number|)", "international mobile subscriber identity",
    ),
    "meid": tested(
        "a MEID of 14 hexadecimal digits from A0, or 15 with its check digit (3GPP2 S.R0048)",
        trade_numbers.is_meid,
        "meid( code| number|)", "mobile equipment identifier",
    ),
    "msisdn": shape(
        "an MSISDN: 7 to 15 digits, not 0 first (ITU-T E.164), + before them or not",
        r"\+?[1-9][0-9]{6,14}",
        "msisdn( number| code|)", "mobile subscriber (isdn|integrated services) number",
    ),
    "isni": tested(
        "an ISNI of 16 digits with its check digit (ISO 27729), in one piece or in groups of four",
        trade_numbers.is_isni,
        "isni( code| number| id|)", "international standard name identifier",
    ),
    "iswc": tested(
        "an ISWC of a musical work with its check digit (ISO 15707): T, nine digits, the check "
        "digit, with hyphens and dots or without",
        trade_numbers.is_iswc,
        "iswc( code| number|)", "international standard musical work code",
    ),
    "isan": tested(
        "an ISAN of an audiovisual work with its check characters (ISO 15706), with or without a "
        "version, with all hyphens or none",
        trade_numbers.is_isan,
        "isan( code| number|)", "v isan", "international standard audiovisual number",
    ),
    "isil": shape(
        "the shape of an ISIL of a library (ISO 15511): a prefix, a hyphen, up to eleven letters, "
        "digits or marks; none is looked up",
        "([A-Z]{2}|[0-9A-Za-z]|[0-9A-Za-z]{3,4})-[0-9A-Za-z:/-]{1,11}",
        "isil( code| number|)", "international standard identifier for library",
    ),
    "imdb_title": shape(
        "the shape of an IMDb title id: tt and seven or eight digits",
        "tt[0-9]{7,8}",
        f"imdb (title |movie |film |){_ID}",
    ),
    "youtube_video": shape(
        "the shape of a YouTube video id: eleven letters, digits, hyphens or underscores",
        "[0-9A-Za-z_-]{11}",
        f"(youtube|you tube) (video |){_ID}",
    ),
}  # fmt: skip
