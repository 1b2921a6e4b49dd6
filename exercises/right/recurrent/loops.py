"""All tasks row by row."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% states
def states(x, w_x, w_h, b):
    """Return the state of every row after every step."""
    found = []
    for row in x:
        h, kept = np.zeros(len(b)), []
        for now in row:
            h = np.array(
                [
                    np.tanh(sum(now * w_x[:, unit]) + sum(h * w_h[:, unit]) + b[unit])
                    for unit in range(len(b))
                ]
            )
            kept.append(h)
        found.append(kept)
    return found


# %% through-time
def through_time(x, h, dh, w_h):
    """Return the slopes with respect to w_x, w_h and b."""
    n = len(w_h)
    by_x, by_h, by_b = np.zeros((x.shape[2], n)), np.zeros((n, n)), np.zeros(n)
    for row in range(len(x)):
        delta = np.zeros(n)
        for t in reversed(range(x.shape[1])):
            delta = (dh[row, t] + w_h @ delta) * (1 - h[row, t] ** 2)
            by_x += np.outer(x[row, t], delta)
            if t > 0:
                by_h += np.outer(h[row, t - 1], delta)
            by_b += delta
    return [by_x, by_h, by_b]


# %% lstm
def lstm(x, lengths, w_x, w_h, b):
    """Return the last h and the last c of each row."""
    n = len(b) // 4
    all_h, all_c = np.zeros((len(x), n)), np.zeros((len(x), n))
    for row in range(len(x)):
        for t in range(lengths[row]):
            sums = x[row, t] @ w_x + all_h[row] @ w_h + b
            for unit in range(n):
                f, i, g, o = sums[unit::n]
                all_c[row, unit] *= sigmoid(f)
                all_c[row, unit] += sigmoid(i) * np.tanh(g)
                all_h[row, unit] = sigmoid(o) * np.tanh(all_c[row, unit])
    return all_h, all_c


# %% gru
def gru(x, w_x, w_h, b):
    """Return the state of every row after every step."""
    n = len(b) // 3
    w_xs, w_hs, bs = (np.split(w, 3, axis=-1) for w in (w_x, w_h, b))
    found = np.zeros((len(x), x.shape[1], n))
    for row, t in np.ndindex(*found.shape[:2]):
        h = found[row, t - 1] if t else np.zeros(n)
        now = [x[row, t] @ w_xs[k] + bs[k] for k in range(3)]
        r, z = sigmoid(now[0] + h @ w_hs[0]), sigmoid(now[1] + h @ w_hs[1])
        found[row, t] = (1 - z) * np.tanh(now[2] + (r * h) @ w_hs[2]) + z * h
    return found


# %% own-network
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
u, w, x, target, inputs, units = own_network(student)
own_states, h = [], 0.0
for now in x:
    h = u * h + w * now
    own_states.append(round(h, 3))


def loss(u, w):
    """Return the loss, for slopes by small steps."""
    h = 0.0
    for now in x:
        h = u * h + w * now
    return (h - target) ** 2 / 2


own_slopes = [
    (loss(u + 1e-5, w) - loss(u - 1e-5, w)) / 2e-5,
    (loss(u, w + 1e-5) - loss(u, w - 1e-5)) / 2e-5,
]
nudge, reach = 1.0, 0
while abs(nudge) >= 1e-3:
    nudge, reach = nudge * u, reach + 1
plain = units * inputs + units * units + units
counts = [plain, 3 * plain, 4 * plain]

# %% own-reader
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
h, query, text, far, series = own_reader(student)
total, context = 0.0, [0.0, 0.0]
for state in h:
    power = float(np.exp(state[0] * query[0] + state[1] * query[1]))
    total += power
    context = [context[0] + power * state[0], context[1] + power * state[1]]
context = [round(float(part / total), 4) for part in context]
embedding = text[0] * text[1]
slid = [(text[3] * text[1] + 1) * text[4], len(range(text[2] - text[3] + 1))]
bound = 1.0
for _ in range(far[1]):
    bound *= far[0] * 0.25
last_value = 0.0
for t in range(1, 6):
    last_value += float(series[t] - series[t - 1]) ** 2 / 5
