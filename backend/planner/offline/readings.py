"""All readings of a sentence: parsed, placed in the schema, typed, and told apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.adjuncts import Adjunct, adjuncts, granted_first
from backend.planner.offline.affirmed import affirmed
from backend.planner.offline.announced import announced, is_loosely
from backend.planner.offline.antecedents import looked_back
from backend.planner.offline.bare_wishes import bare_wish
from backend.planner.offline.by_header import about_headers, affixes
from backend.planner.offline.chart import Chart, Leaf, Node, Passing
from backend.planner.offline.context import Misfit, Unclear
from backend.planner.offline.empties_inserted import moved_behind
from backend.planner.offline.empties_leaves import empties_leaves
from backend.planner.offline.flagged_rows import is_alike, is_plainer
from backend.planner.offline.inflections import inflected
from backend.planner.offline.joined_formulas import taken_apart
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.link import leaves
from backend.planner.offline.norms import is_norm_of
from backend.planner.offline.other_frames import other_frames
from backend.planner.offline.passed_over import may_be_passed
from backend.planner.offline.registers import grammar, grammar_words
from backend.planner.offline.requested import requested
from backend.planner.offline.restated.reading import restated
from backend.planner.offline.row_nouns import is_by_noun, is_half_said
from backend.planner.offline.settled import Reading, settled
from backend.planner.offline.shares_inserted import shares_first
from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.rows_keyed import with_rows_for_keys
from backend.planner.offline.stories.set_aside import covers, quoted, set_aside
from backend.planner.offline.those_told import those_told
from backend.planner.offline.tokens import Token, tokenize
from backend.planner.offline.told_anew import told_anew, with_old_places
from backend.planner.offline.too_long import refuse_unfinished
from backend.planner.offline.turned import answered, contradicts, definite, turned
from backend.planner.offline.unheard_items import unheard_items
from backend.rules.rule import Rule

MARGIN = 0.35
"""How much dearer a rival may be and still count as another reading."""

_MOST_ADJUNCTS = 3
"""How many are left out together."""


class Parsed(NamedTuple):
    """What came of a sentence: its readings, and why others were refused."""

    readings: list[Reading]
    misfits: list[str]
    tokens: list[Token]
    nodes: list[Node]
    background: frozenset[int] = frozenset()
    """The places of the words that only tell why."""


@cache
def chart() -> Chart:
    """The chart of the whole grammar."""
    return Chart(grammar())


def read_sentence(check: Check, tables: dict[str, TableSnapshot]) -> Parsed:
    """Every reading of the check's sentence within the margin of the best, best first."""
    tokens = tokenize(check.calculation_hint)
    if contradicts(tokens):
        raise CannotPlan(
            f"{check.check_id}: its question and what to flag are at odds. Say which rows are to "
            "be flagged, or what every row must be."
        )
    if len(told := restated(check, tables, tokens)) == 1:
        return Parsed([Reading(rule, 0.0, (), node) for rule, node in told], [], tokens, [])
    lexicon = Lexicon.of(tables)
    if wished := bare_wish(tokens):
        again, placed = told_anew(check, wished)
        bare = _read_tokens(again, lexicon, placed)
        if bare.readings:
            return bare._replace(tokens=with_old_places(bare.tokens, placed, wished))
    parsed = _read_tokens(check, lexicon, tokens)
    if parsed.readings:
        return parsed
    framed = () if parsed.misfits else tuple(other_frames(tokens))
    turned_to = _read_turned(check, lexicon, tokens)
    return turned_to or _read_moved(check, lexicon, tokens, framed) or parsed


def _read_moved(
    check: Check, lexicon: Lexicon, tokens: list[Token], framed: Sequence[list[Token]]
) -> Parsed | None:
    """The readings of a sentence with the remark inside it told behind it, or its "it" told."""
    told = (*moved_behind(tokens), *looked_back(tokens, lexicon), *shares_first(tokens))
    for moved in (*told, *framed):
        again, placed = told_anew(check, moved)
        parsed = _read_tokens(again, lexicon, placed)
        if not parsed.readings:
            parsed = _read_turned(again, lexicon, placed) or parsed
        if parsed.readings:
            return parsed._replace(tokens=with_old_places(parsed.tokens, placed, moved))
    return None


def _read_turned(check: Check, lexicon: Lexicon, tokens: list[Token]) -> Parsed | None:
    """The readings of a question that is told as a statement."""
    asked = [*answered(tokens), *affirmed(tokens), *requested(tokens, lexicon)]
    asked += [*turned(tokens, grammar_words()), *those_told(tokens, lexicon)]
    for told in (*asked, *definite(tokens)):
        again, placed = told_anew(check, told)
        parsed = _read_tokens(again, lexicon, placed)
        norms = all(is_norm_of(each.rule, tokens) for each in parsed.readings)
        if parsed.readings and (told in asked or norms):
            return parsed._replace(tokens=with_old_places(parsed.tokens, placed, told))
    return None


def _read_tokens(check: Check, lexicon: Lexicon, tokens: list[Token]) -> Parsed:
    tables, tokens = lexicon.tables, taken_apart(tokens, lexicon)
    found = all_leaves(check.calculation_hint, tokens, lexicon)
    parsed = _parse(check, tables, tokens, found)
    if parsed.readings:
        return parsed
    granted = [*granted_first(tokens, found, lexicon)]
    bare = _without_some(granted, check, tables, tokens, found)
    if bare is not None:
        return bare
    if parsed.misfits:
        bare = _without_announcement(check, lexicon, tokens, found)
        return bare or _without_aside(check, lexicon, tokens, granted) or parsed
    found += inflected(tokens, grammar_words())
    again = _parse(check, tables, tokens, found)
    if again.readings:
        return again
    told = [*adjuncts(tokens, found, lexicon)]
    bare = _without_some(told, check, tables, tokens, found)
    bare = bare or _without_stories(check, tables, parsed, found, lexicon)
    bare = bare or _without_announcement(check, lexicon, tokens, found)
    aside = granted or [each for each in told if tokens[each.start].text == "("]
    return bare or _without_aside(check, lexicon, tokens, aside) or parsed


def _without_aside(
    check: Check, lexicon: Lexicon, tokens: list[Token], aside: list[Adjunct]
) -> Parsed | None:
    """The readings of a sentence with a story before its rule, and what adds nothing behind it."""
    for told in aside[:1]:
        rest = [*tokens[: told.start], *tokens[told.end :]]
        again, placed = told_anew(check, rest)
        bare = _read_tokens(again, lexicon, placed)
        idle = all(told.adds_nothing(each.rule) for each in bare.readings)
        placed = with_old_places(bare.tokens, placed, rest)
        return bare._replace(tokens=placed) if bare.readings and idle else None
    return None


def all_leaves(sentence: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Leaf]:
    """Every lexical reading of every stretch of the sentence."""
    found = list(leaves(sentence, tokens, lexicon, grammar_words()))
    found = [*about_headers(found, tokens), *affixes(tokens, lexicon)]
    found += unheard_items(tokens, lexicon)
    return [*found, *empties_leaves(tokens, found, lexicon)]


def _without_some(
    told: list[Adjunct],
    check: Check,
    tables: dict[str, TableSnapshot],
    tokens: list[Token],
    found: list[Leaf],
) -> Parsed | None:
    """The readings of a sentence without what says once more what its rule says anyway."""
    for number in range(1, min(len(told), _MOST_ADJUNCTS) + 1):
        for some in combinations(told, number):
            places = {at for each in some for at in each.places()}
            skips = [at in places or may_be_passed(tokens, at) for at in range(len(tokens))]
            kept = [leaf for leaf in found if places.isdisjoint(range(leaf.start, leaf.end))]
            again = _parse_past(check, tables, tokens, kept, skips)
            if again.readings:
                rules = [reading.rule for reading in again.readings]
                idle = all(each.adds_nothing(rule) for each in some for rule in rules)
                return again if idle else None
    return None


def _parse(
    check: Check, tables: dict[str, TableSnapshot], tokens: list[Token], found: list[Leaf]
) -> Parsed:
    skips = [may_be_passed(tokens, at) for at in range(len(tokens))]
    return _parse_past(check, tables, tokens, found, skips)


def _without_stories(
    check: Check,
    tables: dict[str, TableSnapshot],
    parsed: Parsed,
    found: list[Leaf],
    lexicon: Lexicon,
) -> Parsed | None:
    """What remains of a sentence that has no reading, once the stories around it are set aside."""
    tokens = parsed.tokens
    nouns = {leaf.start for leaf in found if is_by_noun(leaf, tokens)}
    mentioned = [leaf for leaf in found if not is_half_said(leaf, nouns, tokens)]
    mentioned = list(with_rows_for_keys(mentioned, tokens, lexicon))
    told = set_aside(tokens, mentioned, grammar_words(), lexicon.values)

    def rules_of_their_own() -> list[Clause]:
        tales = [] if told is None else told.tales
        return [each for each, bare in tales if _read_alone(check, tables, tokens, found, bare)]

    if rules := rules_of_their_own():
        told = set_aside(tokens, mentioned, grammar_words(), lexicon.values, rules)
    if told is None or rules_of_their_own():
        return None
    skips = [at in told.places or may_be_passed(tokens, at) for at in range(len(tokens))]
    kept = [leaf for leaf in found if not told.places & set(range(leaf.start, leaf.end))]
    again = _parse_past(check, tables, tokens, kept, skips)
    if not again.readings or not all(covers(each.rule, told) for each in again.readings):
        return None
    unused = tuple(quoted(check.calculation_hint, tokens, clause) for clause in told.clauses)
    readings = [each._replace(assumptions=(*each.assumptions, *unused)) for each in again.readings]
    return again._replace(readings=readings, background=told.places)


def _without_announcement(
    check: Check, lexicon: Lexicon, tokens: list[Token], found: list[Leaf]
) -> Parsed | None:
    """The readings of the command that says in full what the sentences before it announce."""
    announcement = announced(tokens, found, grammar_words(), lexicon)
    if announcement is None:
        return None
    told = announcement.told
    skips = [at in told.places or may_be_passed(tokens, at) for at in range(len(tokens))]
    kept = [leaf for leaf in found if leaf.start not in told.places]
    again = _parse_past(check, lexicon.tables, tokens, kept, skips)
    rules = [reading.rule for reading in again.readings]
    if not rules or not all(map(announcement.suits, rules)):
        return None
    alone = [_read_alone(check, lexicon.tables, tokens, found, each) for each in told.clauses]
    loose = all(is_loosely(own, rule) for each in alone for own in each for rule in rules)
    return again._replace(background=told.places) if loose else None


def _read_alone(
    check: Check,
    tables: dict[str, TableSnapshot],
    tokens: list[Token],
    found: list[Leaf],
    clause: Clause,
) -> list[Rule]:
    """What a clause would be by itself."""
    here = range(clause.body, clause.end)
    skips = [at not in here or may_be_passed(tokens, at) for at in range(len(tokens))]
    kept = [leaf for leaf in found if leaf.start in here and leaf.end <= clause.end]
    return [each.rule for each in _parse_past(check, tables, tokens, kept, skips).readings]


def _parse_past(
    check: Check,
    tables: dict[str, TableSnapshot],
    tokens: list[Token],
    found: list[Leaf],
    skips: list[bool],
) -> Parsed:
    """The readings of these leaves; ``skips`` tells which words may be passed over."""
    of_all = chart()
    parsed = Parsed([], [], tokens, [])
    best: float | None = None
    passing = [Passing(at, at + 1) for at, may_be in enumerate(skips) if may_be]
    for node in of_all.readings(found, len(tokens), "hint", passing, 4.0):
        if best is not None and node.cost > best + MARGIN:
            break
        try:
            reading = settled(node, check, tables, tokens)
        except Misfit as misfit:
            parsed.misfits.append(str(misfit))
            if isinstance(misfit, Unclear) and best is None:
                parsed.nodes.extend(node.walk())
                break
            continue
        best = node.cost if best is None else best
        rules = [other.rule for other in parsed.readings]
        alike = (at for at, other in enumerate(rules) if is_alike(reading.rule, other, tables))
        same = next(alike, None)
        if same is None:
            parsed.readings.append(reading)
        elif is_plainer(reading.rule, rules[same]):
            parsed.readings[same] = reading
    else:
        refuse_unfinished(of_all, check)
    parsed.nodes.extend([] if parsed.readings else of_all.found)
    least = min((reading.cost for reading in parsed.readings), default=0.0)
    parsed.readings[:] = [each for each in parsed.readings if each.cost <= least + MARGIN]
    return parsed
