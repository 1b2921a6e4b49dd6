"""Checks for page 12.3: the losses of two players, and points with noise."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

REAL = np.array([2.0, -0.5, 0.3])
FAKE = np.array([-1.0, 0.7, 0.1])


def player_losses(on_real, on_fake):
    """Return the losses of critic and generator from the critic's sums, (2,)."""
    below = np.logaddexp(0, -on_real).mean()
    above = np.logaddexp(0, on_fake).mean()
    return np.array([below + above, np.logaddexp(0, -on_fake).mean()])


def _with_sigmoid(on_real, on_fake):
    with np.errstate(all="ignore"):
        real, fake = 1 / (1 + np.exp(-on_real)), 1 / (1 + np.exp(-on_fake))
        critic = -np.log(real).mean() - np.log(1 - fake).mean()
        return np.array([critic, -np.log(fake).mean()])


def _game(on_real, on_fake):
    critic, _ = player_losses(on_real, on_fake)
    return np.array([critic, -np.logaddexp(0, on_fake).mean()])


PLAYER_LOSSES = Check(
    reference=player_losses,
    names=("my_player_losses",),
    cases=(
        Case("three real and three made points", (REAL, FAKE)),
        Case("one of each", (REAL[:1], FAKE[:1])),
        Case("more made than real points", (REAL[:2], FAKE)),
        Case("a critic that is very sure", (REAL * 1000, FAKE * 1000), "edge"),
    ),
    mistakes=(
        Mistake(_game, "the generator's loss is that of the game, which is flat where "
                "it is most needed"),
        Mistake(lambda r, f: player_losses(f, r), "real and made points are swapped"),
        Mistake(lambda r, f: -player_losses(r, f), "these are to be maximized; a loss "
                "is minimized"),
        Mistake(lambda r, f: player_losses(r, f)[::-1], "the critic's loss is "
                "the first of the two"),
        Mistake(lambda r, f: player_losses(r, f) / [2, 1], "the critic's loss is the "
                "sum of two means, not their mean"),
        Mistake(_with_sigmoid, "for large sums the sigmoid "
                "is exactly 0 or 1, and its logarithm infinite"),
    ),
)  # fmt: skip

X = np.array([[1.0, -0.5], [0.2, 2.0]])
NOISE = np.array([[0.3, -1.0], [1.5, 0.1]])
BETA = np.array([0.1, 0.2, 0.4])


def noisy_points(x, t, noise, beta):
    """Return the points x after t steps of noise; beta[0] belongs to step 1."""
    kept = np.prod(1 - beta[:t])
    return np.sqrt(kept) * x + np.sqrt(1 - kept) * noise


def _mixed(x, t, noise, signal, rest):
    return signal * x + rest * noise


NOISY_POINTS = Check(
    reference=noisy_points,
    names=("my_noisy_points",),
    cases=(
        Case("two steps", (X, 2, NOISE, BETA)),
        Case("all three steps", (X, 3, NOISE, BETA)),
        Case("one step", (X, 1, NOISE, BETA)),
        Case("no step at all", (X, 0, NOISE, BETA), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, t, n, b: _mixed(x, t, n, np.prod(1 - b[:t]),
                                          1 - np.prod(1 - b[:t])),
                "the roots are missing: it is the variances that add up to 1"),
        Mistake(lambda x, t, n, b: _mixed(x, t, n, np.sqrt(1 - b[t - 1]),
                                          np.sqrt(b[t - 1])),
                "that is one step alone; the shares of all steps up to t multiply"),
        Mistake(lambda x, t, n, b: _mixed(x, t, n, np.sqrt(np.prod(b[:t])),
                                          np.sqrt(1 - np.prod(b[:t]))),
                "beta is the share of noise; what is kept is 1 − beta"),
        Mistake(lambda x, t, n, b: _mixed(x, t, n, np.sqrt(1 - np.prod(1 - b[:t])),
                                          np.sqrt(np.prod(1 - b[:t]))),
                "signal and noise have changed places"),
        Mistake(lambda x, t, n, b: noisy_points(x, t + 1, n, b), "one step too many: "
                "beta[0] belongs to step 1"),
        Mistake(lambda x, t, n, b: noisy_points(x, t, 0 * n, b), "there is no noise"),
    ),
)  # fmt: skip

CHECKS = (PLAYER_LOSSES, NOISY_POINTS)
"""All checks of page 12.3."""
