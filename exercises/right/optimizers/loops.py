"""All tasks number by number, with lists."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% batches
def batches(rows, size, seed):
    """Return a list of arrays of row numbers, together a shuffled epoch."""
    order = list(np.random.default_rng(seed).permutation(rows))
    parts = []
    while order:
        part, order = order[:size], order[size:]
        parts.append(np.array(part))
    return parts


# %% momentum
def momentum_step(theta, g, v, rate, momentum):
    """Return theta and v after one step."""
    new_v = [momentum * old - rate * slope for old, slope in zip(v, g, strict=True)]
    return [place + step for place, step in zip(theta, new_v, strict=True)], new_v


# %% adam
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return theta after one step of Adam for each gradient, in order."""
    theta = [float(place) for place in theta]
    m, s = [0.0] * len(theta), [0.0] * len(theta)
    for t, g in enumerate(gradients, start=1):
        for i, slope in enumerate(g):
            m[i] = beta_1 * m[i] + (1 - beta_1) * slope
            s[i] = beta_2 * s[i] + (1 - beta_2) * slope**2
            m_hat, s_hat = m[i] / (1 - beta_1**t), s[i] / (1 - beta_2**t)
            theta[i] -= rate * m_hat / (np.sqrt(s_hat) + epsilon)
    return theta


# %% clip
def clip(gradients, limit):
    """Return a list of arrays, shortened together to at most `limit`."""
    length = np.sqrt(sum(float(number) ** 2 for g in gradients for number in g.flat))
    if length <= limit:
        return [np.array(g) for g in gradients]
    return [np.array(g) / length * limit for g in gradients]


# %% own-valley
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
curvature, start, rate, momentum = own_valley(student)
plain, heavy, v = list(start), list(start), [0.0, 0.0]
for _ in range(3):
    plain = [p - rate * c * p for p, c in zip(plain, curvature, strict=True)]
    v = [momentum * v[i] - rate * curvature[i] * heavy[i] for i in range(2)]
    heavy = [heavy[i] + v[i] for i in range(2)]
largest_rate = 2 / max(curvature)

# %% own-steps
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
theta, gradients, rate, rho, curvature, k, t, variance, rows = own_steps(student)
adagrad, rmsprop, s, v = theta, theta, 0.0, 0.0
for g in gradients:
    s, v = s + g**2, rho * v + (1 - rho) * g**2
    adagrad, rmsprop = adagrad - rate * g / s**0.5, rmsprop - rate * g / v**0.5
adagrad, rmsprop = round(adagrad, 4), round(rmsprop, 4)
newton = theta + gradients[0] / -curvature
stairs = rate
for step in range(1, t + 1):
    if step % k == 0:
        stairs = stairs / 2
noise = [round(float((variance / rows) ** 0.5), 4), rows * 3 * 3]
