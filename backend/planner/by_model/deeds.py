"""What a check cannot be asked to do: deeds as verb and thing, and signs that need no verb.

All patterns are matched against lower case; a deed's verb begins a clause, and its thing follows
within a few words.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Deed(NamedTuple):
    """An order: what it asks for, and how it is worded up to its thing."""

    title: str
    words: re.Pattern[str]


class Sign(NamedTuple):
    """A wording that stands in no rule about rows."""

    title: str
    words: re.Pattern[str]


_LEAD = (
    r"^\W*(?:(?:please|kindly|now|first|next|finally|also|then|just|instead|afterwards|secretly|"
    r"quickly|and|to|you (?:must|should|can|may|have to|need to|will)|(?:can|could|would|will) "
    r"you|i (?:want|need) you to|let us|let's|your task is to)\s+)*"
)
_FEW, _SOME = r"(?:[^\s:]+\s+){0,3}?", r"(?:[^\s:]+\s+){0,6}?"


def _deed(title: str, verbs: str, things: str, between: str = _FEW) -> Deed:
    pattern = rf"{_LEAD}(?:{verbs})\s+{between}(?:{things})(?!\w)"
    return Deed(title, re.compile(pattern))


_FETCH = "fetch something from the network"
_DESTROY = "change or delete files or data"
_ATTACK = "scan or attack a network"
_SEND = "send or publish something"
_RUN = "run a program"
_REVEAL = "reveal secrets or settings of this system"
_MAKE = "make something other than a check"
_IGNORE = "set aside the orders that the compiler has"
_ACT = "play another part"
_TURN = "take a turn of a conversation"

_WEB = (
    r"https?:\S*|www[.]\S+|the (?:inter)?net|the web|web ?pages?|internet|online|"
    r"(?:rest|web|public) api|google(?: \w+)?|linkedin|wikipedia|twitter|facebook"
)
_FILES = (
    r"(?:log |backup |data |source )?files?|folders?|director(?:y|ies)|(?:hard )?dis[ck]s?|"
    r"(?:hard )?drives?|partitions?|backups?|databases?|schemas?|(?:the|this|whole|entire) tables?|"
    r"/\S*|[a-z]:\\\S*|~/\S*|[*][.]\w+|\S+[.](?:csv|xlsx|json|py|txt|db|log|toml)"
)
_MACHINES = (
    r"(?:local |company |whole )?networks?|subnets?|(?:open )?ports?|hosts?|servers?|routers?|"
    r"firewalls?|machines?|ip (?:range|addresses)|localhost|wi-?fi|passwords?|"
    r"\d+[.]\d+[.]\d+[.]\d+\S*"
)
_GOODS = (
    r"e-?mails?|messages?|results?|reports?|rows|records|data|lists?|files?|notifications?|sms|"
    r"alerts?|copy|copies|everything|it|them|contents?"
)
_CHANNEL = (
    r"(?:by|via|on|to|through|over) (?:an? |the )?(?:e-?mail|sms|slack|teams|whatsapp|webhook)"
)
_PEOPLE = r"(?:the |our |my )?(?:owners?|customers?|manager|team|boss|admin(?:istrator)?s?|me|us)"
_PROGRAMS = (
    r"shell|bash|powershell|cmd[.]exe|terminal|command line|(?:shell |system )?commands?|scripts?|"
    r"executables?|binary|subprocess|os[.]system\S*|virus|malware|package|docker|whoami"
)
_SECRETS = (
    r"env(?:ironment)? var(?:iable)?s?|/etc/\w+|~/[.]\w+|[.]env|ssh keys?|system prompt|"
    r"(?:your|initial|hidden|previous|system) (?:instructions|prompt|rules|settings)|os[.]environ|"
    r"(?:the|your|all) api[ _-]?keys?|aws credentials|(?:source code|credentials) of this \w+"
)
_WORKS = (
    r"poems?|songs?|jokes?|essays?|blog posts?|novels?|lyrics|websites?|(?:web ?)?apps?|chatbots?|"
    r"pictures?|logos?|presentations?|slides|cover letters?|bitcoins?|flights?|hotels?|recipes?|"
    r"business plans?|into (?:french|german|spanish|english|chinese|italian)"
)

DEEDS = (
    _deed(
        _FETCH,
        "scrape|crawl|download|fetch|harvest|browse|visit|google|curl|wget",
        rf"{_WEB}|(?:web)?sites?",
        _SOME,
    ),
    _deed(
        _FETCH,
        "get|pull|read|query|call|request|open|retrieve|grab|look up|search|check|compare",
        _WEB,
        _SOME,
    ),
    _deed(
        _DESTROY,
        "delete|remove|erase|wipe|shred|rm|unlink|destroy|format|encrypt|overwrite|truncate|drop|"
        "rename|move|chmod|purge",
        _FILES,
    ),
    _deed(
        _ATTACK,
        "scan|ping|probe|sniff|attack|ddos|flood|hack|nmap|port-?scan|traceroute|brute-?force|"
        "exploit|connect to|ssh (?:in)?to|telnet|crack|spoof|hijack|enumerate",
        _MACHINES,
    ),
    _deed(
        _SEND,
        "send|e-?mail|mail|forward|post|publish|upload|tweet|text|share|push|transfer|leak",
        rf"(?:{_GOODS}) (?:to|via|by|through|on|into)|an? (?:e-?mail|message|letter)|{_CHANNEL}",
    ),
    _deed(_SEND, "e-?mail|mail|message|text", rf"{_PEOPLE} (?:the|a|an|about|when|if|every)", ""),
    _deed(_SEND, "notify|alert|tell|warn|inform", _CHANNEL),
    _deed(
        _RUN,
        "run|execute|launch|invoke|start|spawn|call|eval|install|pip install",
        _PROGRAMS,
    ),
    _deed(
        _REVEAL,
        "read|print|show|reveal|output|return|list|dump|display|include|leak|tell|give|repeat|"
        "write out|access|steal|expose|disclose|cat",
        _SECRETS,
        _SOME,
    ),
    _deed(
        _MAKE,
        "write|compose|draft|generate|create|make|draw|paint|build|design|translate|tell|sing|book|"
        "order|buy|sell|mine|recommend",
        _WORKS,
    ),
)

SIGNS = (
    Sign(
        _IGNORE,
        re.compile(
            r"\b(?:ignore|disregard|forget|override|bypass|skip)\s+(?:(?:all|any|every|the|your|my|"
            r"of|these|those|previous|prior|above|earlier|preceding|system|other|safety|and)\s+)*"
            r"(?:instructions?|prompts?|guidelines|directions|directives|system messages?|commands)"
            r"\b(?!\s+(?:column|field|cells?|text|table|values?)\b)"
        ),
    ),
    Sign(
        _ACT,
        re.compile(
            r"\b(?:you are now|from now on,? you|pretend (?:to be|that you|you are)|"
            r"act as (?:if|an? )|developer mode|jailbreak|do anything now|new instructions?\s*:)"
        ),
    ),
    Sign(
        _TURN,
        re.compile(
            r"<\|?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|\[/?inst\]|<</?sys>>|"
            r"</?(?:check|workspace|problem)>|^\s*(?:system|assistant)\s*:"
        ),
    ),
    Sign(
        _RUN,
        re.compile(
            r"\brm -rf\b|\bos[.]system\(|\bsubprocess[.]|\b__import__\b|\bsudo \w|/bin/(?:ba)?sh\b|"
            r"\b(?:curl|wget) (?:-\w+ )*https?:|\beval\(|\bexec\("
        ),
    ),
    Sign(
        _DESTROY,
        re.compile(
            r"(?:^\W*|;\s*)(?:drop table|drop database|delete from|truncate table|insert into|"
            r"alter table|update \w+ set)\s+\w"
        ),
    ),
)
