"""A sentence is tried with nothing saved, and every kind of rule is shown with its examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace
from backend.dashboard.trying import try_sentence
from backend.rules.catalog import kinds
from tests.dashboard.drawing import HOSTILE, draw_view, said
from tests.dashboard.test_data import look

ORDERS = "order_id,price\n1,5\n2,-3\n3,\n"


@pytest.fixture
def shop(workspace: Workspace) -> Workspace:
    look(workspace, orders=ORDERS)
    return workspace


def files(workspace: Workspace) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in workspace.base.rglob("*") if path.is_file()}


def test_a_sentence_is_read_and_run_and_leaves_nothing(shop: Workspace) -> None:
    before = files(shop)

    tried = try_sentence(shop, "price must be at least 0", ["orders"], runs=True)

    assert tried.plan is not None and tried.flags is not None, tried
    assert (tried.flags.execution.tested, tried.flags.execution.flagged) == (2, 1)
    assert [(row["where"], row["price"]) for row in tried.flags.first] == [("orders.csv:3", "-3")]
    assert files(shop) == before


def test_a_sentence_may_be_read_alone(shop: Workspace) -> None:
    tried = try_sentence(shop, "price must be at least 0", ["orders"], runs=False)

    assert tried.plan is not None
    assert (tried.flags, tried.not_run) == (None, "")


@pytest.mark.parametrize("sentence", ["price should look reasonable", *HOSTILE.values()])
def test_what_is_not_understood_is_declined_with_a_reason(shop: Workspace, sentence: str) -> None:
    tried = try_sentence(shop, sentence[:2000], ["orders"], runs=True)

    assert tried.plan is None
    assert tried.code
    assert tried.declined


def ask(page: AppTest, sentence: str) -> AppTest:
    page.text_area(key="try_sentence").input(sentence)
    page.multiselect(key="try_tables").select("orders")
    return page.button[0].click().run()


def test_the_page_shows_the_reading(shop: Workspace) -> None:
    page = ask(draw_view("help", shop.base), "price must be at least 0")

    assert not page.exception
    text = said(page)
    assert "In every orders row, price is at least 0." in text
    assert 'class="pa-word' in text
    assert "def check(" in text
    assert "orders.csv:3" in text
    assert "Nothing was saved" in text


def test_hostile_sentences_stay_text(shop: Workspace) -> None:
    page = ask(draw_view("help", shop.base), HOSTILE["html"])

    assert not page.exception
    assert "Not understood" in said(page)
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))


def test_who_may_not_run_sees_the_reading_alone(shop: Workspace) -> None:
    shop.settings_file.write_text("[dashboard]\nread_only = true\n")
    page = ask(draw_view("help", shop.base), "price must be at least 0")

    assert not page.exception
    assert not page.checkbox
    assert "In every orders row, price is at least 0." in said(page)
    assert "orders.csv:3" not in said(page)


def test_every_kind_is_shown_with_every_example(workspace: Workspace) -> None:
    page = draw_view("help", workspace.base)

    assert not page.exception
    assert len(page.expander) == len(kinds())
    html = "".join(element.proto.body for element in page.get("html"))
    tables = sum(len(example.tables) for kind in kinds().values() for example in kind.examples)
    assert html.count("pa-table") == tables


def test_kinds_are_searched(workspace: Workspace) -> None:
    page = draw_view("help", workspace.base)
    page.text_input(key="help_search").input("gap number").run()

    assert [each.label.partition(":")[0] for each in page.expander] == ["Sequence gaps"]
