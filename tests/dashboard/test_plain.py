"""Foreign text stays text, whatever it holds."""

from __future__ import annotations

import pytest

from backend.dashboard.plain import escape, table
from backend.dashboard.views.check_reading import colour, kind_of
from tests.dashboard.full_workspace import word


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"'", "&quot;&#x27;"),
        ("![x](http://x.test/p.png) **b** [l](u)", "![x](http://x.test/p.png) **b** [l](u)"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb\ufeff", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\ud800", "⟨U+D800⟩"),
        ("שלום \U0001f600", "שלום \U0001f600"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("x" * 10_000, "x" * 10_000),
    ],
    ids=[
        "signs",
        "script",
        "quotes",
        "markdown",
        "override",
        "zero-width",
        "nul",
        "half",
        "right-to-left",
        "layout",
        "long",
    ],
)
def test_text_is_shown_character_by_character(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_cells_show_what_is_easily_overlooked() -> None:
    drawn = table(("<b>",), [(None,), (" x ",), ("",), (1_234,), (True,)], marked={1})

    assert "&lt;b&gt;" in drawn
    assert "pa-empty'>empty<" in drawn
    assert ">␣x␣<" in drawn
    assert ">&#x27;&#x27;<" in drawn
    assert ">1,234<" in drawn
    assert ">True<" in drawn
    assert drawn.count("●") == 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("column price", "column"),
        ("table orders", "table"),
        ("format: an e-mail address", "value"),
        ("number", "value"),
        ("taboo", "duty"),
        ("every row", "shape"),
        ("changes nothing", "nothing"),
        ("remark", "remark"),
    ],
)
def test_part_of_a_rule_has_a_kind(part: str, kind: str) -> None:
    assert kind_of(part) == kind


def test_neighbours_of_one_part_are_one_word_and_stops_are_plain() -> None:
    words = [
        word(0, 2, "rule"),
        word(3, 6, "rule"),
        word(7, 12, "column price"),
        word(12, 13, "rule"),
    ]

    drawn = colour("No two price.", words)

    assert drawn == (
        '<span class="pa-word pa-w-shape" title="rule">No two</span> '
        '<span class="pa-word pa-w-column" title="column price">price</span>.'
    )


@pytest.mark.parametrize(
    "words",
    [
        [word(0, 99, "rule")],
        [word(4, 2, "rule")],
        [word(-3, 2, "rule")],
    ],
    ids=["beyond", "backwards", "before"],
)
def test_offsets_that_do_not_fit_leave_the_sentence_whole(words: list[object]) -> None:
    assert colour("a < b", words) == "a &lt; b"  # type: ignore[arg-type]


def test_parts_that_overlap_show_every_character_once() -> None:
    drawn = colour("abcdef", [word(0, 4, "rule"), word(2, 6, "duty")])

    assert drawn == '<span class="pa-word pa-w-shape" title="rule">abcd</span>ef'
