"""A report is shown with its shape, and nothing in it is live."""

from __future__ import annotations

import re

import pytest

from backend.dashboard.report_text import draw_report
from tests.dashboard.drawing import HOSTILE

OURS = "div|p|ul|li|h[3-6]|table|thead|tbody|tr|th|td|code|strong|pre"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("# A\n\nb\nc", "<h3>A</h3><p>b c</p>"),
        ("- **a**: `b|c`\n- d", "<strong>a</strong>: <code>b|c</code>"),
        ("| a | b |\n| --- | --- |\n| 1 \\| 2 | <b> |", "<td>1 | 2</td><td>&lt;b&gt;</td>"),
        ("|  |  |\n| --- | --- |\n| a | b |", "<tbody><tr><td>a</td><td>b</td></tr></tbody>"),
        ("a\\_b &lt;i&gt; &amp;lt;", "<p>a_b &lt;i&gt; &amp;lt;</p>"),
        ("```\n# no heading\n```", "<pre># no heading</pre>"),
        ("![x](figures/a.png)", "<p><code>figures/a.png</code></p>"),
        ("![x](https://evil.example/a.png)", "<p>![x](https://evil.example/a.png)</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("![x](figures/../../a.png)", "<p>![x](figures/../../a.png)</p>"),
    ],
    ids=[
        "heading",
        "list",
        "table",
        "headless",
        "escapes",
        "fence",
        "figure",
        "image",
        "link",
        "up",
    ],
)
def test_a_report_keeps_its_shape(text: str, drawn: str) -> None:
    assert drawn in draw_report(text)


@pytest.mark.parametrize("form", ["{}", "# {}", "- {}", "| {} |", "`{}`", "**{}**", "```\n{}\n```"])
@pytest.mark.parametrize("name", list(HOSTILE))
def test_nothing_of_a_hostile_report_is_an_element(form: str, name: str) -> None:
    drawn = draw_report(form.format(HOSTILE[name]))

    assert not re.sub(rf"</?(?:{OURS})(?: class=\"pa-[a-z]+\"| dir='auto')*>", "", drawn).count("<")
    assert not re.search("[\x00\u200b\u202e\ufeff]", drawn)


def test_a_long_line_of_marks_is_no_trap() -> None:
    assert len(draw_report("**" * 50_000 + "`" * 50_001)) > 100_000
