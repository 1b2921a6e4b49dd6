"""All tasks with whole arrays, as chapter 6 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% batches
def batches(rows, size, seed):
    """Return a list of arrays of row numbers, together a shuffled epoch."""
    return np.split(
        np.random.default_rng(seed).permutation(rows), range(size, rows, size)
    )


# %% momentum
def momentum_step(theta, g, v, rate, momentum):
    """Return theta and v after one step."""
    v = momentum * np.asarray(v) - rate * np.asarray(g)
    return theta + v, v


# %% adam
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return theta after one step of Adam for each gradient, in order."""
    m = s = np.zeros(np.shape(theta))
    for t, g in enumerate(gradients, start=1):
        m = beta_1 * m + (1 - beta_1) * g
        s = beta_2 * s + (1 - beta_2) * g**2
        # the same step, with both corrections in the rate
        scale = np.sqrt(1 - beta_2**t)
        theta = theta - rate * scale / (1 - beta_1**t) * m / (
            np.sqrt(s) + epsilon * scale
        )
    return theta


# %% clip
def clip(gradients, limit):
    """Return a list of arrays, shortened together to at most `limit`."""
    length = np.sqrt(sum(np.sum(np.square(g)) for g in gradients))
    return [g * min(1.0, limit / max(length, 1e-300)) for g in gradients]


# %% own-valley
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 3
heavy, v = start, 0
for _ in range(3):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.max())

# %% own-steps
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
theta, g, rate, rho, curvature, k, t, variance, rows = own_steps(student)
g = np.array(g)
adagrad = theta - np.sum(rate * g / np.sqrt(np.cumsum(g**2)))
v = (1 - rho) * np.array([g[0] ** 2, rho * g[0] ** 2 + g[1] ** 2])
rmsprop = theta - np.sum(rate * g / np.sqrt(v))
newton = theta - g[0] / curvature
stairs = rate * 0.5 ** np.floor(t / k)
noise = np.array([np.sqrt(variance) / np.sqrt(rows), 9 * rows])
