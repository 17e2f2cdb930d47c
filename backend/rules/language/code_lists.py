"""Lists of codes that standards keep, read while a program is compiled; programs carry the codes.

Rules of this file: codes are spelled as their standard spells them; withdrawn codes are left out;
each function gives its list sorted, so that the same release of ``pycountry`` gives the same bytes.
"""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

import pycountry
from pycountry import SubdivisionHierarchy

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
CONTINENTS = (
    "Africa", "Antarctica", "Asia", "Australia", "Europe", "North America", "Oceania",
    "South America",
)  # fmt: skip
TRUTH_VALUES = (
    "0", "1", "f", "false", "n", "no", "off", "on", "t", "true", "y", "yes",
)  # fmt: skip
HTTP_METHODS = (
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
)  # fmt: skip
"""RFC 9110, section 9.3, and PATCH of RFC 5789."""
HTTP_REASONS = (
    "Accepted", "Already Reported", "Bad Gateway", "Bad Request", "Conflict", "Content Too Large",
    "Continue", "Created", "Early Hints", "Expectation Failed", "Failed Dependency", "Forbidden",
    "Found", "Gateway Timeout", "Gone", "HTTP Version Not Supported", "IM Used",
    "Insufficient Storage", "Internal Server Error", "Length Required", "Locked", "Loop Detected",
    "Method Not Allowed", "Misdirected Request", "Moved Permanently", "Multi-Status",
    "Multiple Choices", "Network Authentication Required", "No Content",
    "Non-Authoritative Information", "Not Acceptable", "Not Extended", "Not Found",
    "Not Implemented", "Not Modified", "OK", "Partial Content", "Payload Too Large",
    "Payment Required", "Permanent Redirect", "Precondition Failed", "Precondition Required",
    "Processing", "Proxy Authentication Required", "Range Not Satisfiable",
    "Request Entity Too Large", "Request Header Fields Too Large", "Request Timeout",
    "Request-URI Too Long", "Requested Range Not Satisfiable", "Reset Content", "See Other",
    "Service Unavailable", "Switching Protocols", "Temporary Redirect", "Too Early",
    "Too Many Requests", "URI Too Long", "Unauthorized", "Unavailable For Legal Reasons",
    "Unprocessable Content", "Unprocessable Entity", "Unsupported Media Type", "Upgrade Required",
    "Use Proxy", "Variant Also Negotiates",
)  # fmt: skip
"""IANA's registry of status codes, and the words of RFC 2616, 4918 and 7231 for 413 to 422."""

_ISO_639_2 = (
    "aar abk ace ach ada ady afa afh afr ain aka akk alb ale alg alt amh ang anp apa ara arc arg "
    "arm arn arp art arw asm ast ath aus ava ave awa aym aze bad bai bak bal bam ban baq bas bat "
    "bej bel bem ben ber bho bih bik bin bis bla bnt bod bos bra bre btk bua bug bul bur byn cad "
    "cai car cat cau ceb cel ces cha chb che chg chi chk chm chn cho chp chr chu chv chy cmc cnr "
    "cop cor cos cpe cpf cpp cre crh crp csb cus cym cze dak dan dar day del den deu dgr din div "
    "doi dra dsb dua dum dut dyu dzo efi egy eka ell elx eng enm epo est eus ewe ewo fan fao fas "
    "fat fij fil fin fiu fon fra fre frm fro frr frs fry ful fur gaa gay gba gem geo ger gez gil "
    "gla gle glg glv gmh goh gon gor got grb grc gre grn gsw guj gwi hai hat hau haw heb her hil "
    "him hin hit hmn hmo hrv hsb hun hup hye iba ibo ice ido iii ijo iku ile ilo ina inc ind ine "
    "inh ipk ira iro isl ita jav jbo jpn jpr jrb kaa kab kac kal kam kan kar kas kat kau kaw kaz "
    "kbd kha khi khm kho kik kin kir kmb kok kom kon kor kos kpe krc krl kro kru kua kum kur kut "
    "lad lah lam lao lat lav lez lim lin lit lol loz ltz lua lub lug lui lun luo lus mac mad mag "
    "mah mai mak mal man mao map mar mas may mdf mdr men mga mic min mis mkd mkh mlg mlt mnc mni "
    "mno moh mon mos mri msa mul mun mus mwl mwr mya myn myv nah nai nap nau nav nbl nde ndo nds "
    "nep new nia nic niu nld nno nob nog non nor nqo nso nub nwc nya nym nyn nyo nzi oci oji ori "
    "orm osa oss ota oto paa pag pal pam pan pap pau peo per phi phn pli pol pon por pra pro pus "
    "que raj rap rar roa roh rom ron rum run rup rus sad sag sah sai sal sam san sas sat scn sco "
    "sel sem sga sgn shn sid sin sio sit sla slk slo slv sma sme smi smj smn smo sms sna snd snk "
    "sog som son sot spa sqi srd srn srp srr ssa ssw suk sun sus sux swa swe syc syr tah tai tam "
    "tat tel tem ter tet tgk tgl tha tib tig tir tiv tkl tlh tli tmh tog ton tpi tsi tsn tso tuk "
    "tum tup tur tut tvl twi tyv udm uga uig ukr umb und urd uzb vai ven vie vol vot wak wal war "
    "was wel wen wln wol xal xho yao yap yid yor ypk zap zbl zen zgh zha zho znd zul zun zxx zza"
)
_WITHDRAWN_LANGUAGES = ("sh",)
"""Codes of ISO 639-1 that pycountry still lists."""


@cache
def country_codes() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2."""
    return tuple(sorted(country.alpha_2 for country in pycountry.countries))


@cache
def country_codes_or_kosovo() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 with XK, which banks use for Kosovo."""
    return tuple(sorted((*country_codes(), "XK")))


@cache
def country_codes_3() -> tuple[str, ...]:
    """ISO 3166-1 alpha-3."""
    return tuple(sorted(country.alpha_3 for country in pycountry.countries))


@cache
def country_letters() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 and alpha-3."""
    return tuple(sorted((*country_codes(), *country_codes_3())))


@cache
def country_numbers() -> tuple[str, ...]:
    """ISO 3166-1 numeric, three digits each."""
    return tuple(sorted(country.numeric for country in pycountry.countries))


@cache
def country_names() -> tuple[str, ...]:
    """Short names of ISO 3166-1 in English, and the common ones where they differ."""
    names = {country.name for country in pycountry.countries}
    common = {getattr(country, "common_name", country.name) for country in pycountry.countries}
    return tuple(sorted(names | common))


@cache
def countries() -> tuple[str, ...]:
    """Names and letter codes of countries."""
    return tuple(sorted((*country_letters(), *country_names())))


@cache
def currency_codes() -> tuple[str, ...]:
    """ISO 4217, current currencies, funds and metals."""
    return tuple(sorted(currency.alpha_3 for currency in pycountry.currencies))


@cache
def language_codes() -> tuple[str, ...]:
    """ISO 639-1."""
    codes = {getattr(language, "alpha_2", "") for language in pycountry.languages}
    return tuple(sorted(codes - {"", *_WITHDRAWN_LANGUAGES}))


def language_codes_3() -> tuple[str, ...]:
    """ISO 639-2, bibliographic and terminological, without qaa to qtz (local use)."""
    return tuple(_ISO_639_2.split())


@cache
def language_codes_of_all() -> tuple[str, ...]:
    """ISO 639-3."""
    return tuple(sorted(language.alpha_3 for language in pycountry.languages))


@cache
def language_letters() -> tuple[str, ...]:
    """ISO 639-1, 639-2 and 639-3."""
    return tuple(sorted({*language_codes(), *language_codes_3(), *language_codes_of_all()}))


@cache
def subdivision_codes() -> tuple[str, ...]:
    """ISO 3166-2."""
    return tuple(sorted(part.code for part in pycountry.subdivisions))


def us_state_codes() -> tuple[str, ...]:
    """The 50 states."""
    return _codes("US", "State")


def us_state_or_dc_codes() -> tuple[str, ...]:
    """The 50 states and the District of Columbia."""
    return _codes("US", "State", "District")


def us_territory_codes() -> tuple[str, ...]:
    """The outlying areas of ISO 3166-2:US."""
    return _codes("US", "Outlying area")


def us_state_or_territory_codes() -> tuple[str, ...]:
    """The 50 states, the District of Columbia and the outlying areas."""
    return _codes("US", "State", "District", "Outlying area")


def us_state_names() -> tuple[str, ...]:
    """The 50 states by name."""
    return _names("US", "State")


def us_states() -> tuple[str, ...]:
    """The 50 states by name and by code."""
    return tuple(sorted((*us_state_codes(), *us_state_names())))


def province_codes() -> tuple[str, ...]:
    """The ten provinces of Canada."""
    return _codes("CA", "Province")


def province_or_territory_codes() -> tuple[str, ...]:
    """The provinces and territories of Canada."""
    return _codes("CA", "Province", "Territory")


def province_names() -> tuple[str, ...]:
    """The ten provinces of Canada by name."""
    return _names("CA", "Province")


def provinces() -> tuple[str, ...]:
    """The ten provinces of Canada by name and by code."""
    return tuple(sorted((*province_codes(), *province_names())))


@cache
def _codes(country: str, *types: str) -> tuple[str, ...]:
    """The codes of a country's subdivisions (ISO 3166-2) without the country's own."""
    return tuple(sorted(part.code[3:] for part in _parts(country) if part.type in types))


@cache
def _names(country: str, *types: str) -> tuple[str, ...]:
    return tuple(sorted(part.name for part in _parts(country) if part.type in types))


def _parts(country: str) -> list[SubdivisionHierarchy]:
    return [part for part in pycountry.subdivisions if part.country_code == country]


@cache
def time_zones() -> tuple[str, ...]:
    """Names of the IANA database, links to older names among them; "Factory" is a stand-in."""
    return tuple(sorted(available_timezones() - {"Factory", "localtime"}))
