"""Explorable figures: what they refuse, and what the recorded form carries."""

import base64
import gzip
import json
import os
import re
import subprocess
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore import teach
from dlcore.teach import recorded as form
from tests.teach import explorable


@pytest.fixture(autouse=True)
def record(monkeypatch):
    monkeypatch.setenv("DLCORE_RECORD", "1")
    plt.close("all")  # those that the tests of other files left open
    yield
    assert not plt.get_fignums(), "a figure was left open"


def states(html):
    packed = re.search(r'class="dl-states">([^<]*)<', html)[1]
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def captions(html):
    return json.loads(re.search(r'class="dl-captions">([^<]*)<', html)[1])


# -- what is recorded ------------------------------------------------------------------


def test_every_state_has_a_drawing_and_a_plain_caption():
    html = explorable.recorded(explorable.options())
    assert len(captions(html)) == len(states(html)["index"]) == 15
    assert captions(html)[14].startswith("After 4 epochs at a rate of 1.1")
    assert all("<svg" in drawing for drawing in states(html)["drawings"])


def test_equal_drawings_are_kept_once():
    html = explorable.recorded(explorable.options())
    assert states(html)["index"][0] == states(html)["index"][5]  # epochs=0, two rates
    assert len(states(html)["drawings"]) == 13


def test_first_state_is_a_drawing_in_the_page():
    html = explorable.recorded(explorable.options())
    assert html.count("<svg") == 1
    label = re.search(r'role="img" aria-label="([^"]*)"', html)[1]
    assert label == "Which rate? After 2 epochs at a rate of 0.8 the loss is 0.640."


def test_claim_is_apart_in_the_caption_but_a_legend_is_not():
    figure = explorable.options()
    figure.number = "1.1"
    claim = '<span class="dlx-claim">The rate decides.</span> Dots: epochs.'
    assert form.caption(figure).endswith(claim)
    for text in ("The rate decides.", "Dots: epochs. The rate decides."):
        figure.caption = text
        assert form.caption(figure).endswith(f"</span> {text}")


def test_controls_say_their_value():
    html = explorable.recorded(explorable.number())
    assert '<label for="factor-rate">rate η</label>' in html
    assert 'value="1" autocomplete="off" aria-valuetext="0.8"' in html
    assert re.search(r'data-step="1" aria-label="Next"', html)


def test_words_make_a_menu():
    def draw(side, flag):
        teach.figure()
        return f"{side} {flag}"

    figure = (
        teach.explore(draw, side=["left", "a < b"], flag=[True, False])
        .start(side="a < b")
        .ask("Which?", {"a": "A.", "b": "B."}, answer="b")
        .attempt("1", side="left")
        .attempt("2", side="left", flag=False)
        .attempt("3", flag=False)
        .notice("N.")
        .why("W.")
    )
    html = explorable.recorded(explorable.finish(figure))
    assert "<option>left</option><option selected>a &lt; b</option>" in html
    assert "<option selected>True</option>" in html
    assert 'data-setting=\'{"side": "a &lt; b", "flag": "False"}\'' in html


def test_numbers_of_numpy_are_taken_as_plain_ones():
    figure = teach.explore(len, a=np.arange(2), b=np.array([0.25, 0.5]))
    assert figure.choices == {"a": (0, 1), "b": (0.25, 0.5)}
    assert {type(value) for value in figure.choices["a"]} == {int}


def test_texts_are_marked_up_and_escaped():
    html = explorable.recorded(explorable.options())
    assert "Set the rate to <code>0.5</code>." in html
    assert 'See <a href="#equation-eq-rate">equation (4)</a>.' in html


def test_equation_of_another_page_and_none():
    assert form._equation(("02-2-learning#eq-x", 4)).startswith(
        ' See <a href="02-2-learning.html#equation-eq-x">'
    )
    assert form._equation(None) == ""


def test_answer_is_seen_at_the_first_attempt_that_leaves_the_start():
    assert explorable.options(at={}).answered_at() == {"rate": 0.5}
    assert explorable.options().answered_at() == {"rate": 1.1}


def test_right_option_comes_first_in_the_outcome():
    lines = form.outcome(explorable.options().question)
    assert list(lines) == [1, 0]
    assert lines[1].startswith("<strong>The loss grows</strong>: Each step")


def test_praise_is_dropped_where_the_heading_judges():
    options = explorable.OPTIONS | {"The loss grows": "Right: each step lands higher."}
    figure = explorable.unfinished().ask("Q?", options, "The loss grows")
    assert form.outcome(figure.question)[1].endswith(": Each step lands higher.")


def test_figures_are_numbered_with_the_others(monkeypatch):
    monkeypatch.setattr(teach.page._page, "number", "2.1")
    monkeypatch.setattr(teach.page._page, "figures", 2)
    number = '<figcaption><span class="dl-number">Figure 2.1.3</span> '
    assert number in explorable.recorded(explorable.options())
    assert teach.next_number() == "2.1.4"


def test_plain_text_beside_it_is_stable():
    bundle = explorable.options()._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/plain"] == "explore(rates; rate: 3, epochs: 5)"


def test_same_bytes_in_two_processes():
    code = "from tests.teach.explorable import *; print(recorded(options()))"
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 5000


# -- what is refused, and how it is said -----------------------------------------------

COMPLETE = {"notice": "N.", "why": "W."}


def refused(call, *parts, error=ValueError):
    """Assert that a call is refused with an error of three parts."""
    with pytest.raises(error) as caught:
        call()
    text = str(caught.value)
    assert re.fullmatch(r"[^\n]+\n  came: .+\n  change: .+", text, re.S), text
    for part in parts:
        assert part in text
    return caught.value


def test_more_than_three_controls():
    refused(
        lambda: teach.explore(len, a=[1, 2], b=[1, 2], c=[1, 2], d=[1, 2]),
        "1 to 3 choices",
        "came: 4",
    )


def test_no_controls():
    refused(lambda: teach.explore(len), "came: 0")


def test_too_many_states():
    refused(
        lambda: teach.explore(len, a=range(20), b=range(16)),
        "at most 300 states",
        "20 x 16 = 320",
    )


@pytest.mark.parametrize("values", [[], [1], [1, 1], [0.12345671, 0.12345672]])
def test_values_that_do_not_read_apart(values):
    refused(lambda: teach.explore(len, a=values), "two or more values")


def test_value_that_is_not_listed():
    figure = explorable.unfinished()
    refused(lambda: figure.start(rate=0.7), "0.5, 0.8, 1.1", "came: 0.7")
    refused(lambda: figure.attempt("x", epochs=9), "attempt expects epochs")


def test_choice_that_does_not_exist():
    figure = explorable.unfinished()
    refused(lambda: figure.start(speed=1), "rate, epochs", "came: 'speed'")
    refused(lambda: figure.labels(speed="v"), "labels expects")
    refused(lambda: figure.stepper("speed"), "stepper expects")
    refused(lambda: figure.only_listed("speed"), "only_listed expects")
    refused(
        lambda: figure.ask("Q", explorable.OPTIONS, "The loss grows", at={"x": 1}),
        "ask(at=...) expects",
    )


def test_question_without_explanations_or_answer():
    figure = explorable.unfinished()
    refused(lambda: figure.ask("Q?", {"a": "A", "b": ""}, "a"), "each explained")
    refused(lambda: figure.ask("Q?", {"a": "A"}, "a"), "two or more options")
    refused(lambda: figure.ask("", explorable.OPTIONS, "c"), "expects a question")
    refused(lambda: figure.ask("Q?", explorable.OPTIONS, "c"), "answer to be one of")


def test_number_without_texts_or_tolerance():
    ask = explorable.unfinished().ask_number
    refused(lambda: ask("Q?", 1, 1), "a text for right and for wrong")
    refused(lambda: ask("Q?", "1", 1, right="R", wrong="W"), "answer='1'")
    refused(lambda: ask("Q?", 1, -1, right="R", wrong="W"), "tolerance=-1")


def test_missing_question():
    figure = explorable.unfinished()
    refused(lambda: explorable.finish(figure), "lacks ask() or ask_number()")


@pytest.mark.parametrize("part", ["title", "caption"])
def test_missing_title_or_caption(part):
    figure = explorable.unfinished().ask("Q?", explorable.OPTIONS, "The loss grows")
    given = {"title": "T", "caption": "C"} | {part: " "}
    refused(lambda: figure.named("x", **given), f"lacks a {part} in named()")


@pytest.mark.parametrize("name", ["", "Rates", "two words", "1st"])
def test_name_that_no_address_can_hold(name):
    refused(lambda: explorable.options(name=name), "small letters", repr(name))


def test_figure_that_was_not_named():
    refused(lambda: explorable.unfinished()._repr_mimebundle_(), ".named(")


def test_other_than_three_attempts():
    figure = explorable.unfinished().attempt("Once more.", rate=1.1, epochs=4)
    figure.ask("Q?", explorable.OPTIONS, "The loss grows")
    refused(lambda: explorable.finish(figure), "3 attempts", "has 4")


def test_attempts_that_are_the_same():
    figure = explorable.unfinished().ask("Q?", explorable.OPTIONS, "The loss grows")
    figure.attempts[2] = figure.attempts[0]
    refused(lambda: explorable.finish(figure), "differ from each other")


def test_answer_that_the_start_shows_already():
    refused(lambda: explorable.options(at={"rate": 0.8}), "the start already shows")


def test_draw_without_figure_or_caption():
    def figureless(rate, epochs):
        return "no figure"

    def silent(rate, epochs):
        teach.figure()

    refused(lambda: explorable.options(figureless), "one figure", "0 open")
    error = refused(lambda: explorable.options(silent), "came: None", error=TypeError)
    assert error.__notes__ == ["while drawing 'rates' at rate η 0.5, epochs 0"]


def test_error_in_draw_names_the_setting():
    def draw(rate, epochs):
        teach.figure()
        return f"{1 / (epochs - 3)}"

    with pytest.raises(ZeroDivisionError) as caught:
        explorable.options(draw)
    assert "rate η 0.5, epochs 3" in caught.value.__notes__[0]


def test_figure_that_is_too_large(monkeypatch):
    monkeypatch.setattr(form, "MAX_HTML", 5000)
    refused(explorable.options, "fit into 5 kB", "for the 15 states of 'rates'")


def test_a_drawing_that_is_too_dense():
    def draw(rate, epochs):
        _, ax = teach.figure()
        ax.scatter(*np.random.default_rng(1).normal(size=(2, 2000)))
        return "A cloud."

    refused(lambda: explorable.options(draw), "fit into 60 kB", "at rate η 0.5, epochs")


def kept_only(rate):
    """Draw what was kept for the listed rates, as a page with few runs would."""
    kept = {0.5: 1.0, 0.8: 2.0, 1.1: 3.0}
    _, ax = teach.figure()
    ax.plot([0, kept[rate]])
    return f"Kept for {rate:g}."


def slider(only_listed):
    figure = (
        teach.explore(kept_only, rate=[0.5, 0.8, 1.1])
        .start(rate=0.8)
        .ask(
            explorable.QUESTION,
            explorable.OPTIONS,
            answer="The loss grows",
            at={"rate": 1.1},
        )
        .attempt("Half.", rate=0.5)
        .attempt("As it was.", rate=0.8)
        .attempt("Too much.", rate=1.1)
        .notice("Three.")
        .why("Kept.", equation=("eq-rate", 4))
    )
    return explorable.finish(figure.only_listed("rate") if only_listed else figure)


def test_draw_that_fails_between_the_listed_values_is_refused():
    with pytest.raises(KeyError) as caught:
        slider(only_listed=False)
    assert ".only_listed('rate')" in " ".join(caught.value.__notes__)


def test_a_slider_may_stay_on_the_listed_values():
    assert slider(only_listed=True)._bundle
