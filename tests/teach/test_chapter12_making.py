"""Page 12.3's numbers: two players, codes with noise, noise taken away."""

import numpy as np
import pytest

from dlcore import Tensor, ops
from dlcore.teach import chapter12_making as making
from dlcore.teach.checks.chapter12_making import noisy_points, player_losses


def test_energy_distance_is_small_for_equals_and_large_for_others():
    a, b = making.arc(500, 1), making.arc(500, 2)
    assert abs(making.energy_distance(a, b)) < 0.01
    assert making.energy_distance(a, a + 5) > 5
    assert making.score(making.bell()) > 0.03


# -- C12.06: the GAN -------------------------------------------------------------------


def test_best_critic_is_the_share_of_real_points():
    p, q, D = 0.3, 0.1, np.linspace(0.001, 0.999, 999)
    value = p * np.log(D) + q * np.log(1 - D)
    assert D[value.argmax()] == pytest.approx(p / (p + q), abs=0.001)


def test_two_gaussians_differ_by_a_parabola():
    x = np.linspace(-1, 3, 9)
    log_ratio = -0.5 * (x - 2) ** 2 / 0.25 + np.log(2) + 0.5 * x**2
    weights = np.linalg.lstsq(making.powers(x), log_ratio, rcond=None)[0]
    np.testing.assert_allclose(making.powers(x) @ weights, log_ratio, atol=1e-9)
    assert weights[2] == pytest.approx(-1.5)


def test_two_numbers_find_the_center_and_the_spread():
    for critic in ("twenty steps a round", "one step, damped"):
        makers, _, losses = making.two_numbers(critic)
        assert makers[-1] == pytest.approx([2, 0.5], abs=0.05)
        assert losses[-200:].mean(axis=0) == pytest.approx(
            [np.log(4), np.log(2)], abs=0.03
        )


def test_an_undamped_critic_of_one_step_loses_the_spread():
    makers, _, _ = making.two_numbers("one step a round")
    assert abs(makers[500, 1]) < 0.1


def test_the_chase_grows_stays_or_ends():
    for rate in (0.1, 0.2):
        at_once, in_turn, damped = (
            making.spread_of(making.chase(rate, 400, rule))
            for rule in ("at once", "in turn", "in turn, damped")
        )
        assert at_once[-1] > 1.2
        assert 0.8 < in_turn[-1] < 1.2
        assert damped[-1] < 0.01


def test_near_rest_a_round_at_once_grows_by_one_plus_a_quarter_of_the_square():
    path = making.chase(0.5, 1, "at once", start=(1e-4, 2e-4))
    first, last = making.spread_of(path)
    assert (last / first) ** 2 == pytest.approx(1 + 0.5**2 / 4, rel=1e-3)


def test_losses_from_sums_are_those_of_the_game():
    generator = np.random.default_rng(0)
    real, fake = generator.normal(size=(2, 6))
    D = making.sigmoid
    expected = -np.log(D(real)).mean() - np.log(1 - D(fake)).mean()
    ours = player_losses(real, fake)
    assert ours == pytest.approx([expected, -np.log(D(fake)).mean()])
    tape = making.gan_losses(lambda z: Tensor(z), real, fake)
    assert [float(part.data) for part in tape] == pytest.approx(ours)


def test_the_gan_comes_nearer_than_a_bell_curve():
    made, losses = making.trained_gan(rounds=500)
    assert making.score(made[0]) > 0.2
    assert making.score(made[500]) < 0.02 < making.score(making.bell())
    assert losses.shape == (500, 2)


# -- C12.09: the VAE -------------------------------------------------------------------


def test_divergence_of_two_bell_curves_by_adding_up():
    mean, var = 0.7, 0.3
    z = np.linspace(-8, 8, 200001)
    q = np.exp(-0.5 * (z - mean) ** 2 / var) / np.sqrt(2 * np.pi * var)
    log_ratio = -0.5 * (z - mean) ** 2 / var - 0.5 * np.log(var) + 0.5 * z**2
    added = float((q * log_ratio).sum() * (z[1] - z[0]))
    assert added == pytest.approx(0.5 * (mean**2 + var - 1 - np.log(var)), abs=1e-6)


def test_parts_of_the_vae():
    out = np.array([[0.7, np.log(0.3)]])
    error, divergence = making.vae_terms(
        lambda _: Tensor(out),
        lambda code: ops.concat([code, code * 2.0], axis=1),
        np.array([[1.0, 1.0]]),
        np.array([[0.5]]),
    )
    code = 0.7 + np.sqrt(0.3) * 0.5
    squares = (code - 1) ** 2 + (2 * code - 1) ** 2
    assert float(error.data) == pytest.approx(squares / 2 / making.SIGMA**2)
    assert float(divergence.data) == pytest.approx(0.5 * (0.49 + 0.3 - 1 - np.log(0.3)))


def test_the_vae_comes_nearer_than_a_bell_curve():
    _, decoder, parts = making.trained_vae()
    assert making.score(making.vae_samples(decoder)) < 0.01
    assert parts[-100:].mean(axis=0) == pytest.approx([0.96, 2.48], abs=0.25)


# -- C12.09: diffusion -----------------------------------------------------------------


def test_many_small_noises_are_one_large_one():
    generator = np.random.default_rng(0)
    x = np.full((20000, 2), 1.5)
    walked = x
    for beta in making.BETA[:20]:
        noise = generator.normal(size=x.shape)
        walked = np.sqrt(1 - beta) * walked + np.sqrt(beta) * noise
    kept = making.KEPT[19]
    assert walked.mean() == pytest.approx(1.5 * np.sqrt(kept), abs=0.02)
    assert walked.var() == pytest.approx(1 - kept, abs=0.02)
    noise = generator.normal(size=x.shape)
    np.testing.assert_allclose(
        making.noised(x, np.full(len(x), 20), noise),
        noisy_points(x, 20, noise, making.BETA),
    )


def test_one_step_back_is_the_product_of_two_bell_curves():
    t, x0, xt = 20, 0.4, 1.1
    alpha, beta = making.ALPHA[t - 1], making.BETA[t - 1]
    before, kept = making.KEPT[t - 2], making.KEPT[t - 1]
    x = np.linspace(-8, 8, 200001)
    log_p = -0.5 * (xt - np.sqrt(alpha) * x) ** 2 / beta
    log_p -= 0.5 * (x - np.sqrt(before) * x0) ** 2 / (1 - before)
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    mean = float(p @ x)
    noise = (xt - np.sqrt(kept) * x0) / np.sqrt(1 - kept)
    ours = (xt - beta / np.sqrt(1 - kept) * noise) / np.sqrt(alpha)
    assert ours == pytest.approx(mean, abs=1e-6)
    spread = float(p @ (x - mean) ** 2)
    assert spread == pytest.approx((1 - before) / (1 - kept) * beta, rel=1e-6)


def test_the_best_rule_for_three_points_gives_them_back():
    data = making.arc(3, 0)
    made = making.denoise(making.by_rule(data), rows=200)[0]
    assert making.nearest(made, data).max() < 1e-6


def test_the_network_comes_nearer_than_a_bell_curve():
    model, losses = making.trained_diffusion()
    made = making.denoise(making.by_network(model))[0]
    assert making.score(made) < 0.01
    assert 0.2 < losses[-200:].mean() < 0.3 < losses[:20].mean()
