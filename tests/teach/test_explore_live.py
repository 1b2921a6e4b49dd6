"""Explorable figures with a kernel, driven through their widgets."""

import re
import sys

import pytest

from dlcore import teach
from dlcore.teach import page
from dlcore.teach.live import stops
from tests.teach import explorable

explore_kit = sys.modules["dlcore.teach.explore"]  # the package's name is the function


@pytest.fixture(autouse=True)
def live(monkeypatch):
    monkeypatch.delenv("DLCORE_RECORD", raising=False)


@pytest.fixture
def widgets():
    return show(explorable.options())


def show(figure):
    bundle = figure._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
    return figure.live


def predict(widgets, value="It learns faster"):
    widgets.prediction.value = value
    widgets.commit.click()


@pytest.fixture
def displayed(monkeypatch):
    """Return the list of what a cell shows, as bundles."""
    found = []
    for module in (explore_kit, page):
        monkeypatch.setattr(module, "display", lambda data, raw: found.append(data))
    return found


def test_a_drawing_stays_in_the_notebook_when_the_widgets_are_gone(displayed):
    explorable.options()._ipython_display_()
    (view, still) = displayed
    assert "application/vnd.jupyter.widget-view+json" in view
    drawn = still["text/html"]
    assert re.match(r'<div class="[^"]*\bdlx-still\b[^"]*" hidden>', drawn)
    for part in ("Which rate?", "<svg", "0.640", "Figure", "choose Run"):
        assert part in drawn
    claim = '<span class="dlx-claim">The rate decides.</span>'
    assert claim in drawn  # hidden by what follows
    assert "dlx-unpredicted" in drawn
    assert "The loss grows" not in drawn


def test_recorded_there_is_no_second_output(displayed, monkeypatch):
    monkeypatch.setenv("DLCORE_RECORD", "1")
    with pytest.raises(NotImplementedError):
        explorable.options()._ipython_display_()
    assert displayed == []


def test_prediction_unlocks_the_controls(widgets):
    assert all(control.disabled for control in widgets.controls.values())
    widgets.commit.click()  # nothing was chosen
    assert widgets.stage == "predict"
    assert "unlock when you have predicted" in widgets.form.children[-1].value
    predict(widgets)
    assert not any(control.disabled for control in widgets.controls.values())
    assert "It learns faster" in widgets.verdict.value
    assert "set rate η to 1.1." in widgets.verdict.value
    assert widgets.form.layout.display == "none"


def test_claim_is_hidden_until_the_prediction(widgets):
    assert "dlx-unpredicted" in widgets.box._dom_classes  # static/explore.css hides it
    predict(widgets)
    assert "dlx-unpredicted" not in widgets.box._dom_classes


def test_first_drawing_is_there_from_the_start(widgets):
    assert 'role="img" aria-label="Which rate? After 2 epochs' in widgets.drawing.value
    assert "<svg" in widgets.drawing.value
    assert "0.640" in widgets.caption.value


def test_any_value_between_is_drawn(widgets):
    predict(widgets)
    widgets.controls["rate"].value = 0.62
    assert "at a rate of 0.62 the loss is 0.384" in widgets.caption.value


def test_answer_comes_at_its_setting_beside_the_prediction(widgets):
    predict(widgets)
    assert "What happens" not in widgets.verdict.value
    widgets.controls["rate"].value = 1.1
    text = widgets.verdict.value
    assert "What happens instead" in text
    assert text.index("The loss grows") < text.rindex("It learns faster")
    assert text.index("It learns faster") < text.index("What happens instead")


def test_answer_on_demand_goes_there(widgets):
    predict(widgets, "The loss grows")
    widgets.show_answer.click()
    assert widgets.setting() == {"rate": 1.1, "epochs": 2}
    assert "What happens, as you predicted" in widgets.verdict.value
    assert "inside the valley" not in widgets.verdict.value


def test_skipping_unlocks_too(widgets):
    widgets.skip.click()
    widgets.show_answer.click()
    assert "nothing; you skipped it." in widgets.verdict.value
    assert "The loss grows" in widgets.verdict.value


def test_notice_opens_after_the_three_attempts(widgets):
    predict(widgets)
    for attempt in widgets.attempts:
        assert " open" not in widgets.notice.value
        attempt.click()
    assert '<details class="dlx-notice" open>' in widgets.notice.value
    assert [attempt.icon for attempt in widgets.attempts] == ["check"] * 3
    assert widgets.attempts[0].description == "Set the rate to 0.5."  # no backticks


def test_reset_returns_to_the_start(widgets):
    predict(widgets)
    widgets.attempts[0].click()
    widgets.reset.click()
    assert widgets.setting() == {"rate": 0.8, "epochs": 2}
    assert "0.640" in widgets.caption.value


def test_number_and_stepper():
    widgets = show(explorable.number())
    predict(widgets, 0.5)
    back, on = widgets.steps
    on.click()
    assert widgets.controls["epochs"].value == 3
    back.click()
    back.click()
    back.click()
    back.click()
    assert widgets.controls["epochs"].value == 0
    widgets.show_answer.click()
    assert "0.5 dollars²" in widgets.verdict.value
    assert "Halve 1 four times." in widgets.verdict.value
    assert "Four halvings." not in widgets.verdict.value


def test_error_in_draw_is_told_and_nothing_is_lost():
    def draw(rate, epochs):
        teach.figure()
        return f"{epochs / (epochs - 3):g} < 3"

    widgets = show(explorable.options(draw))
    predict(widgets)
    drawing = widgets.drawing.value
    widgets.controls["epochs"].value = 3
    assert "ZeroDivisionError: division by zero" in widgets.error.value
    assert "rate η 0.8, epochs 3" in widgets.error.value
    assert widgets.drawing.value == drawing
    assert widgets.stage == "look"
    widgets.controls["epochs"].value = 4
    assert widgets.error.value == ""
    assert "4 &lt; 3" in widgets.caption.value


def test_slider_can_be_kept_to_the_listed_values():
    figure = explorable.unfinished().only_listed("rate")
    figure.ask(explorable.QUESTION, explorable.OPTIONS, "The loss grows")
    controls = show(explorable.finish(figure)).controls
    assert [value for _, value in controls["rate"].options] == [0.5, 0.8, 1.1]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((0, 1, 2, 5), [0, 1, 2, 3, 4, 5]),
        (tuple(range(0, 21, 10)), list(range(21))),
        ((3, 1), [3, 2, 1]),
    ],
)
def test_whole_numbers_stay_whole(values, expected):
    assert stops(values) == expected


def test_decades_are_joined_by_ratios():
    found = stops((0.01, 1.0))
    assert found[:3] == [0.01, 0.0158, 0.0251]
    assert found[-1] == 1.0
    assert len(found) == 11
