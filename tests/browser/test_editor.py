"""The editor of SPARQL in Chromium: by keyboard alone, and under the policy of the workbench, whose breach the console would tell."""

from __future__ import annotations

import pytest

from tests.browser.test_workbench import bench, pocket_folder, shared_bench  # noqa: F401

pytestmark = pytest.mark.browser
EDITOR, OFFERED = "#editor .cm-content", "#editor .cm-tooltip-autocomplete li"


def written(bench) -> str:  # noqa: F811
    return bench.page.input_value("#query")


@pytest.fixture
def editor(bench):  # noqa: F811
    """The question page with the cursor in an empty editor."""
    bench.open("/ask")
    bench.page.locator(EDITOR).focus()
    bench.page.keyboard.press("Control+a")
    bench.page.keyboard.press("Delete")
    return bench


def test_names_of_the_ontology_are_completed_by_their_letters_and_by_their_label(editor):
    editor.page.keyboard.type("SELECT ?x WHERE { ?x kg:holdsP")
    editor.page.locator(OFFERED).first.wait_for()
    editor.page.wait_for_timeout(150)  # CodeMirror takes no Enter in the first 75 ms of a list
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type(" ?post . ?post 总投资")
    editor.page.locator(OFFERED).filter(has_text="kg:totalInvestment").wait_for()
    assert written(editor) == "SELECT ?x WHERE { ?x kg:holdsPost ?post . ?post 总投资}"


def test_variables_of_the_query_are_completed_when_asked_for(editor):
    editor.page.keyboard.type("SELECT ?person WHERE { ?pe")
    editor.page.keyboard.press("Control+Space")
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(editor.page.locator(OFFERED)).to_have_text(["?person"])  # a first list of all that may stand here gives way to the variables


def test_faults_are_marked_where_they_are_and_told_in_chinese(editor):
    editor.page.keyboard.type("SELECT ?x WHERE { ?x kg:holdPost ?y . ?y a ")
    editor.page.keyboard.press("Escape")
    editor.page.locator("#editor .cm-lintRange-error").wait_for()
    assert editor.page.locator("#editor .cm-lintRange-warning").inner_text() == "kg:holdPost"
    editor.page.keyboard.press("F8")
    editor.page.locator("#editor .cm-tooltip-lint .cm-diagnosticText").filter(has_text="不合语法").wait_for()


def test_typing_over_what_is_selected_keeps_brackets_in_pairs(editor):
    editor.page.keyboard.type("ab")
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.type("(")
    assert written(editor) == "(ab)"
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.type("c")
    assert written(editor) == "c"


def test_tab_leaves_the_editor_and_control_enter_asks(editor):
    editor.page.keyboard.type("SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n ")
    editor.page.keyboard.press("Escape")
    editor.page.keyboard.press("Tab")
    assert editor.page.evaluate("document.activeElement.textContent") == "运行"
    editor.page.keyboard.press("Shift+Tab")
    assert editor.page.evaluate("document.activeElement.id") == "editor"
    with editor.page.expect_navigation():
        editor.page.keyboard.press("Control+Enter")
    assert "柳长河" in editor.text("table")


def test_a_saved_question_is_in_the_editor_as_it_is_asked(bench):  # noqa: F811
    bench.open("/ask?name=best-connected")
    assert bench.page.locator(EDITOR).inner_text().split()[:2] == ["#", "title@zh:"]
    assert bench.page.locator(EDITOR).get_attribute("aria-label") == "SPARQL"
    assert bench.page.locator("#query").is_hidden()
