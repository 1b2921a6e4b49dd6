"""All tasks with matrix products, as chapter 3 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% forward
def forward(x, W, b, v, c):
    """Return z and a, both (rows, hidden), and the predictions, (rows, 1)."""
    z = x @ W + b
    a = np.maximum(0, z)
    return z, a, a @ v + c


# %% dense-backward
def dense_backward(x, W, dz):
    """Return dx, dW, db of a dense layer."""
    return dz @ W.T, x.T @ dz, dz.sum(axis=0)


# %% gradients
def gradients(x, y, W, b, v, c):
    """Return dW, db, dv, dc of the mean squared error."""
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)


# %% collapse
def collapse(layers):
    """Return W and b of the one layer that equals a stack of linear layers."""
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return W, b


# %% own-network
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
x, y, *weights = own_network(student)
prediction = forward(x, *weights)[2].item()
dW, dz, dv, _ = gradients(x, y, *weights)
dv = dv[:, 0]
