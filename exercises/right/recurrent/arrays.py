"""All tasks with arrays over all rows, as chapter 11 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% states
def states(x, w_x, w_h, b):
    """Return the state of every row after every step."""
    h, kept = np.zeros((x.shape[0], b.size)), []
    for t in range(x.shape[1]):
        h = np.tanh(np.hstack([x[:, t], h]) @ np.vstack([w_x, w_h]) + b)
        kept.append(h)
    return np.swapaxes(kept, 0, 1)


# %% through-time
def through_time(x, h, dh, w_h):
    """Return the slopes with respect to w_x, w_h and b."""
    deltas = np.array(dh)
    for t in reversed(range(h.shape[1])):
        if t + 1 < h.shape[1]:
            deltas[:, t] += deltas[:, t + 1] @ w_h.T
        deltas[:, t] *= 1 - h[:, t] ** 2
    before = np.concatenate([np.zeros_like(h[:, :1]), h[:, :-1]], axis=1)
    return (
        np.tensordot(x, deltas, ((0, 1), (0, 1))),
        np.tensordot(before, deltas, ((0, 1), (0, 1))),
        deltas.sum(axis=(0, 1)),
    )


# %% lstm
def lstm(x, lengths, w_x, w_h, b):
    """Return the last h and the last c of each row."""
    units = w_h.shape[0]
    h = c = np.zeros((len(x), units))
    hs, cs = [], []
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        c = c / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
        h = np.tanh(c) / (1 + np.exp(-o))
        hs.append(h)
        cs.append(c)
    ends, rows = np.asarray(lengths) - 1, np.arange(len(x))
    return np.array(hs)[ends, rows], np.array(cs)[ends, rows]


# %% gru
def gru(x, w_x, w_h, b):
    """Return the state of every row after every step."""
    n = w_h.shape[0]
    h = np.zeros((len(x), n))
    kept = np.empty((len(x), x.shape[1], n))
    for t in range(x.shape[1]):
        gates = x[:, t] @ w_x[:, : 2 * n] + h @ w_h[:, : 2 * n] + b[: 2 * n]
        r, z = np.split(1 / (1 + np.exp(-gates)), 2, axis=1)
        g = np.tanh(x[:, t] @ w_x[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :] + b[2 * n :])
        h = kept[:, t] = z * h + (1 - z) * g
    return kept


# %% own-network
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
u, w, x, target, inputs, units = own_network(student)
h = np.zeros(4)
for t in range(3):
    h[t + 1] = u * h[t] + w * x[t]
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = 1 + int(np.log(1000) / -np.log(abs(u)))
counts = units * (inputs + units + 1) * np.array([1, 3, 4])

# %% own-reader
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
h, q, (words, d, T, k, filters), (stretch, n), series = own_reader(student)
weights = np.prod(np.exp(q) ** h, axis=1)
context = np.average(h, axis=0, weights=weights)
embedding = np.zeros((words, d)).size
slid = np.array([k * d * filters + filters, np.arange(T)[k - 1 :].size])
bound = np.exp(n * np.log(0.25 * stretch))
last_value = np.dot(series[1:] - series[:-1], series[1:] - series[:-1]) / 5
