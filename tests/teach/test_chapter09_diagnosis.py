"""Page 9.3's numbers: the dial, bias and variance, optimism, patients and cures."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore.teach import chapter03, chapter05_mnist
from dlcore.teach import chapter09_misfit as misfit
from dlcore.teach import chapter09_obstacles as obstacles
from dlcore.teach import chapter09_penalties as penalties
from dlcore.teach import chapter09_recipe as recipe
from dlcore.teach.checks import chapter09_diagnosis as checks
from dlcore.teach.restarts import train_many

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "mnist.npz"


def test_c9_22_fresh_error_falls_and_rises_while_training_error_falls():
    found = {units: misfit.dialed(units, 16)[1:] for units in (0, 3, 30)}
    assert found[0][0] > found[3][0] > found[30][0]
    assert found[3][1] < 0.5 * min(found[0][1], found[30][1])


def test_c9_23_linear_network_underfits_the_hotels():
    linear = train_many(chapter03.X, chapter03.Y, [4], activation="linear")
    assert linear.train_loss[0] * chapter03.SQUARE == pytest.approx(923.8, abs=0.1)


@pytest.mark.parametrize("degree", misfit.DEGREES)
@pytest.mark.parametrize("rows", misfit.ROWS)
def test_c9_24_error_is_bias_variance_and_noise(degree, rows):
    said, _, x, _ = misfit.fits(degree, rows)
    bias, variance, _ = misfit.parts(degree, rows)
    noise = misfit.NOISE * np.random.default_rng(9).normal(size=(misfit.SETS, rows))
    fresh = np.mean((misfit.truth(x) + noise - said) ** 2)
    assert fresh == pytest.approx(bias + variance + misfit.NOISE**2, abs=0.012)
    assert variance == pytest.approx(0.09 * (degree + 1) / rows, abs=0.012)


@pytest.mark.parametrize("degree", [0, 3, 7])
def test_c9_24_optimism_of_a_linear_model(degree):
    for rows in misfit.ROWS:
        bias, variance, seen = misfit.parts(degree, rows)
        optimism = bias + variance + misfit.NOISE**2 - seen
        wanted = 2 * misfit.NOISE**2 * (degree + 1) / rows
        assert optimism == pytest.approx(wanted, abs=0.012)
        said, y, x, _ = misfit.fits(degree, rows)
        by_noise = checks.optimism(y, misfit.truth(x), said)
        assert by_noise == pytest.approx(wanted, abs=0.012)


def test_c9_24_rule_that_ignores_the_data_can_be_better():
    pairs = np.array([[12, 12], [12, 8], [8, 12], [8, 8]], dtype=float)
    errors = {}
    for name, rule in {
        "A": pairs.mean(axis=1), "B": np.full(4, 9.0), "C": 0.9 * pairs.mean(axis=1)
    }.items():  # fmt: skip
        bias, variance = misfit.bias_and_variance(rule[:, None], np.array([10.0]))
        errors[name] = bias + variance + 4
    assert errors == pytest.approx({"A": 6, "B": 5, "C": 6.62})


def test_c9_24_networks_trade_bias_for_variance():
    one, thirty = (misfit.network_parts(units, 0.0) for units in (1, 30))
    priced, dear = (misfit.network_parts(30, strength) for strength in (0.003, 0.03))
    assert one[0] > 10 * thirty[0]
    assert thirty[1] > 2 * one[1]
    assert priced[1] < 0.6 * thirty[1]
    assert sum(priced[:2]) < sum(thirty[:2]) < sum(dear[:2])
    assert 9 < misfit.effective(*thirty) < 12


def test_c9_30_as_many_parameters_as_points_reproduce_any_targets():
    bias, variance, seen = misfit.parts(7, 8)
    assert seen < 1e-20
    total = bias + variance + misfit.NOISE**2
    assert total == pytest.approx(2 * misfit.NOISE**2, abs=0.01)
    columns = np.vander(np.linspace(-1, 1, 8), 8)
    dice = np.random.default_rng(0).integers(1, 7, 8)
    weights = np.linalg.solve(columns, dice)
    np.testing.assert_allclose(columns @ weights, dice, atol=1e-9)


def test_c9_25_cures_for_the_overfitter():
    ill = recipe.cured("nothing")
    assert ill[1] > 5 * ill[0]
    for cure in (
        "more data: 64 points",
        "simpler model: 3 units",
        "penalty: L2, 0.001",
    ):
        seen, fresh = recipe.cured(cure)
        assert seen > ill[0]
        assert fresh < ill[1] - 0.03
    assert recipe.jittered()[1] < ill[1] - 0.03
    assert recipe.cured("dropout 0.3")[1] > ill[1]
    epoch, (_, fresh) = recipe.stopped()
    assert epoch < 300
    assert fresh < ill[1] - 0.03


@pytest.mark.parametrize("name", recipe.UNDERFITTERS)
def test_c9_26_cures_for_underfitters(name):
    seen, _, cured, fresh = recipe.mended(name)
    assert cured < 0.65 * seen
    assert fresh < 0.11


def test_c9_27_recipe_finds_what_was_done_to_each_patient():
    found = {name: recipe.path_of(name)[-1] for name in recipe.PATIENTS}
    assert "".join(found) == "ABCDEF"
    assert list(found.values()) == [
        "flat", "overfits", "falls", "healthy", "jumps", "flat"
    ]  # fmt: skip
    for name, verdict in found.items():
        code = {"overfits": 2, "healthy": 0}.get(verdict, 1)
        training, validation = (
            np.array([np.median(errors[-30:])]) for errors in recipe.curves(name)
        )
        assert checks.diagnose(training, validation, recipe.WANTED) == code


def test_c9_27_dropout_makes_an_underfitter_worse():
    points = penalties.measurements(48)
    plan = recipe.PATIENTS["C"]
    before = recipe.final(plan, *points)
    after = recipe.final(plan._replace(dropout=0.5), *points)
    assert min(np.subtract(after, before)) > 0.03


def test_c9_28_obstacles_take_more_epochs():
    epochs = [obstacles.reached(name) for name in obstacles.OBSTACLES]
    assert epochs[0] < min(epochs[1:])
    assert epochs[3] > 3 * epochs[0]
    assert obstacles.ending("shifted pictures") > obstacles.ending("none") + 0.03
    assert obstacles.deep().count_params() == 648_010


@pytest.mark.skipif(not FILE.exists(), reason="MNIST is not at hand")
def test_c9_28_record_can_be_made_again():
    found = obstacles.course(chapter05_mnist.load(FILE), epochs=2)
    kept = obstacles.record()["none"]
    for part in ("training", "test"):
        np.testing.assert_allclose(found[part], kept[part][:2], atol=0.02)


def test_c9_29_signal_is_learned_before_noise():
    found = misfit.course(30)
    best = found[:, 1].argmin()
    assert misfit.COURSE[best] == 200
    assert found[best, 2] < 0.05 * found[0, 2]
    assert found[-1, 3] > 1.8 * found[best, 3]
    assert found[-1, 1] > found[best, 1]
    gap = found[-1, 1] - found[-1, 0]
    assert gap == pytest.approx(2 * misfit.NOISE**2 * found[-1, 3], abs=0.03)
