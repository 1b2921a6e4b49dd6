"""Numbers in captions and drawings: a true minus, powers of ten in one piece."""

import pytest

from dlcore.teach import chapter06_noise, chapter07_signals, chapter11_gates
from dlcore.teach._labels import compact, powered, ten_to
from dlcore.teach.quiz import quiz_number_html


@pytest.mark.parametrize(
    ("number", "seen"),
    [(-4.63e-6, "−4.6 · 10⁻⁶"), (1.1e20, "1.1 · 10²⁰"), (0.0, "0.0 · 10⁰")],
)
def test_a_number_with_its_power_of_ten_is_in_one_piece(number, seen):
    assert powered(number) == seen.replace(" ", "\u00a0")


def test_a_power_of_ten_has_raised_digits():
    assert ten_to(-11) == "10⁻¹¹"
    assert powered(2.6e13, 0) == "3\u00a0·\u00a010¹³"


@pytest.mark.parametrize(
    ("number", "seen"),
    [(-12.345, "−12.3"), (145, "145"), (1.2e6, "1.2e6"), (-0.00001, "−1e−5")],
)
def test_a_short_number_has_three_digits_at_most(number, seen):
    assert compact(number) == seen


@pytest.mark.parametrize("tidy", [chapter07_signals.short, chapter11_gates.tidy])
def test_a_number_of_three_places_is_not_written_with_an_e(tidy):
    assert tidy(123.4) == "120"
    assert tidy(12.34) == "12"
    assert tidy(1.234e-05) == "1.2\u00a0·\u00a010⁻⁵"


def test_a_small_tolerance_is_told_as_a_power_of_ten():
    shown = quiz_number_html("How much?", 2.0, 1e-9, "", "Two.", "Add.", {})
    assert "within ± 10⁻⁹<" in shown


def test_a_description_writes_powers_of_ten_as_the_text_does(monkeypatch):
    told = []
    monkeypatch.setattr(chapter06_noise, "show", lambda fig, **said: told.append(said))
    chapter06_noise.show_rates()
    assert " 8\u00a0·\u00a010⁻⁵ after 3000" in told[0]["alt"]
