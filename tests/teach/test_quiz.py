"""Self-checks as markup: complete, stable, and not readable at a glance."""

import base64
import html
import json
import re
import sys

import pytest

from dlcore.teach import quiz as public_quiz
from dlcore.teach.quiz import (
    answer_box_html,
    element_name,
    in_order,
    markup,
    quiz_html,
    quiz_number_html,
    veil,
)

OPTIONS = {
    "$16.4": "This is the loss on the *training* rows.",
    "`mse(...)` & more": "Right: the four unseen rows decide.",
    "0": "Only a line through every point reaches 0.",
}
QUESTION = "Which number is the test loss?"


def choice():
    return quiz_html(QUESTION, OPTIONS, "`mse(...)` & more")


def number(**changes):
    values = {
        "question": "Which error does a prediction of 150 make at 146 dollars?",
        "answer": 4.0,
        "tolerance": 0.01,
        "unit": "dollars",
        "right": "Predicted minus actual.",
        "wrong": "Subtract the actual price.",
        "mistakes": {-4.0: "The other way round.", 16.0: "Not squared yet."},
    }
    return quiz_number_html(**(values | changes))


def key(text):
    return json.loads(base64.b64decode(re.search('data-key="(.+?)"', text)[1]))


def test_the_answer_is_where_the_author_said():
    assert key(choice()) == {"kind": "choice", "answer": 1}
    assert key(number())["answer"] == 4.0
    assert key(number())["mistakes"] == [-4.0, 16.0]


def test_explanations_are_there_for_every_option_but_not_at_a_glance():
    text = choice()
    for explanation in OPTIONS.values():
        assert explanation not in text
    shown = html.unescape(text)
    assert "This is the loss on the *training* rows." in shown
    assert "The four unseen rows decide." in shown  # "Right:" is said by the verdict
    assert shown.count("✗ Not this.") == 2
    assert shown.count("✓ Right.") == 1
    assert "Right" not in text


def test_an_explanation_that_is_praise_alone_is_left_to_the_verdict():
    shown = html.unescape(number(right="Right."))
    assert (
        '✓ Right.</b> <span class="dl-quiz-lead"><b>4 dollars</b></span></li>' in shown
    )


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Right: a table.", "A table."),
        ("Right: a 2 by 2 table.", "A 2 by 2 table."),
        ("Right: the mean.", "The mean."),
        ("Right: a, the slopes.", "a, the slopes."),
        ("Right: a is rounded.", "a is rounded."),
        ("Right: g = 2n.", "g = 2n."),
        ("Right: η/m is.", "η/m is."),
        ("Right: dW is.", "dW is."),
        ("No: g falls.", "No: g falls."),
    ],
)
def test_behind_praise_a_sentence_begins_but_a_symbol_stays(written, seen):
    assert f"<b>4 dollars</b>: </span>{seen}<" in html.unescape(number(right=written))


def test_text_is_escaped_and_code_is_marked():
    assert markup("`a < b` & c") == "<code>a &lt; b</code> &amp; c"
    assert html.unescape(veil("<b>a &amp; b</b>")) == "<b>a & b</b>"
    assert "<script>" not in quiz_html("<script>?", {"<script>": "a", "b": "c"}, "b")


def test_the_same_text_gives_the_same_bytes_and_ids():
    assert choice() == choice()
    assert element_name(QUESTION) == element_name(QUESTION)
    assert element_name(QUESTION) != element_name(QUESTION + " ")
    assert element_name("Was \\(\\hat y\\) größer?").startswith("quiz-")
    assert re.fullmatch("[a-z0-9-]+", element_name("…?"))


def test_tolerance_and_unit_are_told():
    assert "within ± 0.01" in number()
    assert "dollars</span>" in number()
    assert "aria-describedby" not in number(unit="")


def test_controls_have_names_and_feedback_is_announced():
    text = choice() + number() + answer_box_html("Say it in your words.")
    assert text.count("<legend>") == 2
    assert text.count('role="status"') == 3
    for target in re.findall(r'<label for="(.+?)"', text):
        assert text.count(f'id="{target}"') == 1


@pytest.mark.parametrize(
    ("question", "options", "answer", "message"),
    [
        (" ", {"a": "b", "c": "d"}, "a", "needs a question"),
        ("Q?", {"a": "b"}, "a", "at least two options but got 1"),
        ("Q?", {"a": "b", "c": " "}, "a", "an explanation for every option, and 'c'"),
        ("Q?", {"a": "Right.", "c": "d"}, "a", "for every option, and 'a'"),
        ("Q?", {"a": "b", "c": "d"}, "e", "the answer 'e', which is not one of"),
    ],
)
def test_an_incomplete_question_is_refused(question, options, answer, message):
    with pytest.raises(ValueError, match=message):
        quiz_html(question, options, answer)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"question": ""}, "needs a question"),
        ({"tolerance": 0}, "a tolerance above 0"),
        ({"answer": float("nan")}, "a finite answer"),
        ({"right": ""}, "needs an explanation"),
        ({"wrong": " "}, "needs an explanation"),
        ({"mistakes": {1.0: ""}}, "needs an explanation"),
        ({"mistakes": {4.005: "close"}}, "lies within"),
        ({"mistakes": {5.0: "one", 5.009: "never shown"}}, "of another mistake"),
    ],
)
def test_an_incomplete_number_question_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        number(**changes)


def test_an_empty_prompt_is_refused():
    with pytest.raises(ValueError, match="needs a prompt"):
        answer_box_html("  ")


def test_a_cell_shows_html_and_plain_text(monkeypatch):
    shown = []
    module = sys.modules["dlcore.teach.quiz"]  # the package binds the function
    monkeypatch.setattr(module, "publish", lambda *output: shown.append(output))
    public_quiz(QUESTION, OPTIONS, answer="0")
    ((text, plain),) = shown
    assert text.startswith("<dl-quiz ")
    lines = [QUESTION, *(f"( ) {option}" for option in in_order(QUESTION, OPTIONS))]
    assert plain.splitlines() == lines


def test_the_place_of_the_right_option_says_nothing():
    words = ["red", "green", "blue"]
    places = [
        list(in_order(f"{n}?", dict.fromkeys(words))).index("red") for n in range(300)
    ]
    assert all(70 < places.count(place) < 130 for place in range(3))


def test_the_order_does_not_depend_on_how_it_was_written():
    words = {"red": 1, "green": 2, "blue": 3}
    turned = dict(reversed(words.items()))
    assert list(in_order("Which?", words)) == list(in_order("Which?", turned))
    assert in_order("Which?", words) == words  # each keeps its explanation


def test_numbers_come_by_size_and_what_speaks_of_the_others_comes_last():
    written = dict.fromkeys(["1 dollar", "$1,000", "(3, 4)", "−2 dollars"])
    by_size = ["−2 dollars", "1 dollar", "(3, 4)", "$1,000"]
    assert list(in_order("How many?", written)) == by_size
    within = dict.fromkeys(["`Dropout(0.8)`", "`Dropout(0.2)`", "`Dropout(1.25)`"])
    assert next(iter(in_order("Which?", within))) == "`Dropout(0.2)`"
    twice = dict.fromkeys(["4 sigmoids", "4 softmax", "1 number"])
    assert list(in_order("b", twice)) != list(in_order("e", twice))
    words = dict.fromkeys(["Nothing", "red", "Both alike", "blue"])
    for question in "abcdef":
        first = list(in_order(question, words))[:2]
        assert set(first) == {"red", "blue"}
