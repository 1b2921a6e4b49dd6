"""Page 5.5's fourteen losses: values on paper, slopes, and what is said of them."""

import numpy as np
import pytest

from dlcore import losses
from dlcore.teach import chapter05_curves as curves
from dlcore.teach import chapter05_losses as plain

ON_PAPER = {  # C5.40 to C5.53
    "mean_squared_error": 1.4167,
    "mean_absolute_error": 0.8333,
    "mean_absolute_percentage_error": 38.89,
    "mean_squared_logarithmic_error": 0.0929,
    "squared_hinge": 0.9267,
    "hinge": 0.8,
    "categorical_hinge": 1.2,
    "log_cosh": 0.4817,
    "categorical_crossentropy": 1.2040,
    "sparse_categorical_crossentropy": 1.2040,
    "kl_divergence": 0.0851,
    "poisson": -0.6896,
    "cosine_similarity": -0.9558,
}


def test_there_are_fourteen():
    names = [entry.name for entry in plain.CATALOGUE]
    assert len(names) == len(set(names)) == 14
    assert set(ON_PAPER) | {"binary_crossentropy"} == set(names)


@pytest.mark.parametrize("name", ON_PAPER)
def test_value_on_paper(name):
    entry = plain.entry(name)
    digits = 2 if name == "mean_absolute_percentage_error" else 4
    value = float(entry.value(*plain.DATA[entry.data]))
    assert round(value, digits) == ON_PAPER[name]
    assert plain.tape(entry)[0] == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize(("p", "value"), [(0.45, 0.799), (0.10, 2.303)])
def test_binary_cross_entropy_on_paper(p, value):
    assert plain.binary(np.array([p]), np.ones(1)) == pytest.approx(value, abs=5e-4)


def test_numbers_of_the_divergence():
    q, p = plain.DATA["D"]
    assert plain.cross_entropy(q, p) == pytest.approx(0.8869, abs=5e-5)
    assert plain.entropy(p) == pytest.approx(0.8018, abs=5e-5)
    assert plain.divergence(q, p) == pytest.approx(
        plain.cross_entropy(q, p) - plain.entropy(p), abs=1e-12
    )
    parts = p * np.log(p / q)
    assert parts == pytest.approx([0.2355, -0.0811, -0.0693], abs=5e-5)


@pytest.mark.parametrize("entry", plain.CATALOGUE, ids=lambda entry: entry.name)
def test_slopes_are_those_of_the_tape(entry):
    assert plain.tape(entry)[1] < 1e-5


WITH_SLOPE = [entry for entry in plain.CATALOGUE if entry.slope]


@pytest.mark.parametrize("entry", WITH_SLOPE, ids=lambda entry: entry.name)
def test_slopes_by_finite_differences(entry):
    guess, truth = plain.DATA[entry.data]
    guess = guess + 0.001  # away from corners
    slope, step = entry.slope(guess, truth), 1e-6
    for k in range(len(guess)):
        up, down = (
            entry.value(guess + sign * step * np.eye(len(guess))[k], truth)
            for sign in (1, -1)
        )
        assert (up - down) / (2 * step) == pytest.approx(slope[k], abs=1e-6)


def test_terms_that_the_page_prints():
    p, y = plain.DATA["A"]
    terms = (np.log1p(p) - np.log1p(y)) ** 2
    assert terms == pytest.approx([0.0178, 0, 0.2609], abs=5e-5)
    terms = [float(plain.log_cosh(a, b)) for a, b in zip(p, y, strict=True)]
    assert terms == pytest.approx([0.1201, 0, 1.3250], abs=5e-5)
    assert [float(y @ p), float(y @ y), float(p @ p)] == [40.5, 38, 47.25]
    assert plain.poisson(y, y) == pytest.approx(-0.910, abs=5e-4)
    low, high = (plain.squared_logarithmic(np.array([q]), np.array([100.0]))
                 for q in (50.0, 200.0))  # fmt: skip
    assert low == pytest.approx(high, rel=0.03)


def test_cosine_slope_stands_at_a_right_angle():
    entry = plain.entry("cosine_similarity")
    p, y = plain.DATA["A"]
    assert entry.slope(p, y) @ p == pytest.approx(0, abs=1e-12)


def test_percentage_error_of_a_prediction_of_0_is_100():
    y = np.array([3.0, 700.0])
    assert plain.percentage(0 * y, y) == pytest.approx(100)
    assert plain.percentage(5 * y, y) > 100


# -- the best single guess -------------------------------------------------------------


@pytest.mark.parametrize("last", curves.LAST)
def test_best_guesses(last):
    prices = np.array([*curves.PRICES, last], dtype=float)
    best = {name: curves.best_guess(name, last) for name in curves.NUMBERS}
    assert best["squared error"] == best["Poisson"] == prices.mean()
    assert best["absolute error"] == np.median(prices) == 120
    logs = np.expm1(np.log1p(prices).mean())
    assert best["squared logarithmic error"] == pytest.approx(logs, abs=0.13)
    assert best["percentage error"] == (115 if last == 1300 else 120)


@pytest.mark.parametrize(
    ("loss", "slope"), [("squared error", 12.0), ("absolute error", 1.0),
                        ("log cosh", 1.0)]
)  # fmt: skip
def test_slopes_at_9(loss, slope):
    assert curves.number_loss(loss, 9)[1] == pytest.approx(slope, abs=1e-4)
    assert abs(curves.number_loss("Poisson", 9)[1]) < 1
    assert abs(curves.number_loss("squared logarithmic error", 9)[1]) < 0.2


def test_too_low_costs_more_than_too_high():
    for loss in ("Poisson", "squared logarithmic error"):
        low, truth, high = (curves.number_loss(loss, p)[0] for p in (1, 3, 5))
        assert low - truth > high - truth > 0, loss


# -- margins and shares ----------------------------------------------------------------


@pytest.mark.parametrize("loss", curves.MARGIN_LOSSES)
def test_margin_slopes(loss):
    m, step = np.array([-1.4, -0.3, 0.2, 0.9, 1.6, 2.5]), 1e-6
    up, down = (curves.margin_loss(loss, m + s)[0] for s in (step, -step))
    slope = curves.margin_loss(loss, m)[1]
    np.testing.assert_allclose((up - down) / (2 * step), slope, atol=1e-8)
    assert (slope[-1] == 0) == (loss != "cross-entropy")


def test_margin_losses_are_those_of_the_library():
    m = np.array([[-1.5], [0.5], [2.0]])
    for loss, name in (("hinge", "hinge"), ("squared hinge", "squared_hinge")):
        theirs = getattr(losses, name)(np.ones((3, 1)), m).data
        np.testing.assert_allclose(curves.margin_loss(loss, m[:, 0])[0], theirs)
    theirs = losses.binary_crossentropy(np.ones((3, 1)), m, from_logits=True).data
    ours = curves.margin_loss("cross-entropy", m[:, 0])[0]
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)


def test_cross_entropy_is_lowest_at_the_true_shares():
    gaps = [plain.divergence(curves.shares(f), curves.TRUE_SHARES)
            for f in curves.FIRST]  # fmt: skip
    assert np.argmin(gaps) == curves.FIRST.index(0.7)
    assert min(gaps) == pytest.approx(0, abs=1e-12)
    assert curves.shares(0.5) == pytest.approx(plain.DATA["D"][0])
    assert all(curves.shares(f).sum() == pytest.approx(1) for f in curves.FIRST)
    assert all((curves.shares(f) > 0).all() for f in curves.FIRST)


# -- softmax twice ---------------------------------------------------------------------


@pytest.mark.parametrize(("classes", "floor"), [(3, 0.551), (10, 1.461)])
def test_floor_of_two_softmaxes(classes, floor):
    perfect = np.eye(classes)
    loss = losses.sparse_categorical_crossentropy(
        np.arange(classes), perfect, from_logits=True
    )
    assert loss.data == pytest.approx(plain.floor_of_two_softmaxes(classes), abs=1e-6)
    assert plain.floor_of_two_softmaxes(classes) == pytest.approx(floor, abs=5e-4)


def test_softmax_twice_sticks_and_looks_almost_right():
    right, twice = curves.digit_runs()
    assert right["loss"][-1] < 0.1
    assert plain.floor_of_two_softmaxes(10) < twice["loss"][-1] < 1.6
    assert abs(right["accuracy"][-1] - twice["accuracy"][-1]) < 0.02


@pytest.mark.parametrize("loss", curves.NUMBERS)
def test_drawings_work_between_the_listed_values(loss):
    import matplotlib.pyplot as plt

    drawn = [
        curves.draw_error(loss, 0.64),
        curves.draw_margin("squared hinge", 0.05),
        curves.draw_shares(0.877),
    ]
    plt.close("all")
    assert drawn[0].startswith("Truth 3, prediction 0.64.")
    assert drawn[1].startswith("Margin 0.05. Squared hinge: loss 0.902, slope −1.900")
    assert "entropy 0.8018" in drawn[2]
