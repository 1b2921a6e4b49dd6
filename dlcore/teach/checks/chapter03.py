"""Checks for chapter 3: ReLU, the forward pass and back-propagation by hand."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

Z = np.array([[-3.0, -0.5, 2.0], [3.0, 1.5, -1.0]])
X = np.array([[0.5, -1.0], [2.0, 0.25], [-1.5, 1.0]])
Y = np.array([[1.0], [-2.0], [0.5]])
W = np.array([[0.4, -0.6, 1.2], [0.3, 0.8, -0.5]])
B = np.array([0.15, -0.2, 0.3])
V = np.array([[1.5], [-0.7], [0.9]])
C = np.array([0.25])
DZ = np.array([[0.2, -1.0, 0.4], [1.1, 0.3, -0.6], [-0.5, 0.9, 0.7]])


# ---- the gate ---------------------------------------------------------------


def relu(z):
    """Return z where it is positive, else 0."""
    return np.maximum(z, 0)


RELU = Check(
    reference=relu,
    cases=(
        Case("numbers of both signs", (Z,)),
        Case("large and small", (np.array([1e6, -1e6, 0.001, -0.001]),)),
        Case("exactly 0", (np.zeros(3),), "edge"),
        Case("all negative", (-abs(Z),), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda z: (z > 0).astype(float),
            "this is the slope, 0 or 1; the gate lets the number itself pass",
        ),
        Mistake(abs, "negative numbers come out positive; they must be stopped"),
        Mistake(lambda z: np.minimum(z, 0), "the gate is the wrong way round"),
        Mistake(lambda z: np.where(z > 0, z, 0.01 * z), "some of the negatives leaks"),
        Mistake(lambda z: z, "negative numbers pass unchanged"),
        Mistake(
            lambda z: np.clip(z, 0, 1), "large numbers are cut off; they must pass"
        ),
        Mistake(
            lambda z: np.max(z), "this is the largest; each number has its own gate"
        ),
    ),
)


def relu_slope(z):
    """Return the slope of ReLU: 1 where z is positive, else 0."""
    return (z > 0).astype(float)


RELU_SLOPE = Check(
    reference=relu_slope,
    names=("relu_gradient", "relu_derivative"),
    cases=(
        Case("numbers of both signs", (Z,)),
        Case(
            "exactly 0",
            (np.array([0.0, 1.0]),),
            "edge",
            "at 0 the slope is a convention; this book and the library take 0",
        ),
        Case("all negative", (-abs(Z),), "edge"),
    ),
    mistakes=(
        Mistake(relu, "this is the value that passes; the slope is asked for"),
        Mistake(lambda z: np.ones_like(z), "a closed gate passes no change"),
        Mistake(np.sign, "below 0 the curve is flat; it does not fall"),
        Mistake(lambda z: (z < 0).astype(float), "the slope is the wrong way round"),
        Mistake(
            lambda z: (z >= 0).astype(float),
            "at 0 the slope is a convention; this book and the library take 0",
        ),
    ),
)


# ---- forward ----------------------------------------------------------------


def dense(x, w, b):
    """Return the weighted sums of a layer, one row per row of x."""
    return x @ w + b


DENSE = Check(
    reference=dense,
    names=("linear", "weighted_sum", "weighted_sums", "dense_forward"),
    cases=(
        Case("three rows, two inputs, three neurons", (X, W, B)),
        Case("one output neuron", (X @ W, V, C)),
        Case("a single row", (X[:1], W, B), "edge"),
        Case("all weights 0", (X, 0 * W, B), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, w, b: x @ w, "the biases have no effect"),
        Mistake(lambda x, w, b: x @ w - b, "the biases are taken away"),
        Mistake(
            lambda x, w, b: relu(x @ w + b),
            "this is after the gate; the weighted sum comes before it",
        ),
        Mistake(
            lambda x, w, b: (w.T @ x.T).T * 1.0 + np.sum(b),
            "every neuron gets the sum of all biases; each has its own",
        ),
        Mistake(
            lambda x, w, b: w.T @ x.T + b[:, None],
            "rows and columns have changed places; one row per hotel is asked for",
        ),
    ),
)


def forward(x, w, b, v, c):
    """Return the predictions of a network with one hidden layer of ReLU neurons."""
    return relu(x @ w + b) @ v + c


FORWARD = Check(
    reference=forward,
    names=("forward_pass",),
    cases=(
        Case("three rows through 2-3-1", (X, W, B, V, C)),
        Case("other weights", (X, -W, B + 0.4, 2 * V, C - 1)),
        Case("a single row", (X[:1], W, B, V, C), "edge"),
        Case("all gates closed", (X, 0 * W, B - 5, V, C), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x, w, b, v, c: (x @ w + b) @ v + c,
            "the gate is missing between the layers: this is still linear",
        ),
        Mistake(
            lambda x, w, b, v, c: relu(relu(x @ w + b) @ v + c),
            "the output goes through a gate as well; for prices it stays linear",
        ),
        Mistake(
            lambda x, w, b, v, c: relu(x @ w) @ v + c,
            "the hidden biases have no effect",
        ),
        Mistake(
            lambda x, w, b, v, c: relu(x @ w + b) @ v,
            "the output bias has no effect",
        ),
        Mistake(
            lambda x, w, b, v, c: (relu(x @ w) + b) @ v + c,
            "the hidden biases are added after the gate; they belong before it",
        ),
    ),
)


# ---- two layers without a bend ----------------------------------------------


def predict_linear(x, w, b, v, c):
    """Return the predictions of a network with one hidden layer of linear neurons."""
    return (x @ w + b) @ v + c


PREDICT_LINEAR = Check(
    reference=predict_linear,
    cases=(
        Case("three rows through 2-3-1", (X, W, B, V, C)),
        Case("other weights", (X, -W, B + 0.4, 2 * V, C - 1)),
        Case("a single row", (X[:1], W, B, V, C), "edge"),
        Case("all weights 0", (X, 0 * W, B, 0 * V, C), "edge"),
    ),
    mistakes=(
        Mistake(forward, "there is a gate between the layers; here all is linear"),
        Mistake(
            lambda x, w, b, v, c: x @ w @ v + c, "the hidden biases have no effect"
        ),
        Mistake(lambda x, w, b, v, c: (x @ w + b) @ v, "the output bias has no effect"),
        Mistake(lambda x, w, b, v, c: x @ w @ v, "the biases have no effect"),
        Mistake(
            lambda x, w, b, v, c: x @ w @ v + b.sum() + c,
            "hidden biases go through the output weights, as all hidden numbers do",
        ),
        Mistake(
            lambda x, w, b, v, c: x @ w + b,
            "these are the hidden numbers; the output neuron comes after them",
        ),
    ),
)


def collapse(w, b, v, c):
    """Return the weights and the bias of the one layer that equals two linear ones."""
    return w @ v, b @ v + c


COLLAPSE = Check(
    reference=collapse,
    cases=(
        Case("2-3-1", (W, B, V, C)),
        Case("other weights", (-2 * W, B + 1, V - 0.3, C - 1)),
        Case("no biases", (W, 0 * B, V, 0 * C), "edge"),
        Case("output weights 0", (W, B, 0 * V, C), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda w, b, v, c: (w @ v, b.sum() + c),
            "hidden biases go through the output weights, as all hidden numbers do",
        ),
        Mistake(lambda w, b, v, c: (w @ v, c), "the hidden biases have no effect"),
        Mistake(
            lambda w, b, v, c: (w @ v, b @ v), "the bias of the output has no effect"
        ),
        Mistake(
            lambda w, b, v, c: ((w @ v).T, b @ v + c),
            "the weights lie on their side; one row for each input is asked for",
        ),
        Mistake(
            lambda w, b, v, c: (w + v.T, b @ v + c),
            "weights that stand one behind the other multiply",
        ),
        Mistake(
            lambda w, b, v, c: (b @ v + c, w @ v),
            "weights and bias have changed places",
        ),
    ),
)


# ---- backward ---------------------------------------------------------------


def dense_backward(x, w, dz):
    """Return (dx, dw, db) of a dense layer from the gradient of its weighted sums."""
    return dz @ w.T, x.T @ dz, dz.sum(axis=0)


DENSE_BACKWARD = Check(
    reference=dense_backward,
    names=("linear_backward",),
    cases=(
        Case("three rows, two inputs, three neurons", (X, W, DZ)),
        Case("other numbers", (X[::-1] + 1, -2 * W, DZ - 0.5)),
        Case("a single row", (X[:1], W, DZ[:1]), "edge"),
        Case("no gradient arrives", (X, W, 0 * DZ), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x, w, dz: (dz @ w.T, x.T @ dz, dz),
            "the bias gradient has one row per hotel; add up over the hotels",
        ),
        Mistake(
            lambda x, w, dz: (dz @ w.T, x.T @ dz, dz.mean(axis=0)),
            "the bias gradient is a mean; the 1/n of the loss is in dz already",
        ),
        Mistake(
            lambda x, w, dz: (dz @ w.T, x.T @ dz / len(x), dz.sum(axis=0) / len(x)),
            "you divide by the number of rows; the 1/n of the loss is in dz already",
        ),
        Mistake(
            lambda x, w, dz: (dz @ w.T, x.T @ dz, dz.sum()),
            "all neurons share one bias gradient; each neuron has its own bias",
        ),
        Mistake(
            lambda x, w, dz: (dz @ w.T, (x.T @ dz).T, dz.sum(axis=0)),
            "the weight gradient lies on its side; it has the shape of the weights",
        ),
        Mistake(
            lambda x, w, dz: (x.T @ dz, dz @ w.T, dz.sum(axis=0)),
            "dx and dw have changed places",
        ),
        Mistake(
            lambda x, w, dz: (dz @ np.sign(w).T, x.T @ dz, dz.sum(axis=0)),
            "on the way back each gradient is multiplied by the weight it passed",
        ),
    ),
)


def relu_backward(da, z):
    """Return dz: the gradient that passes the gates back to the weighted sums."""
    return da * (z > 0)


RELU_BACKWARD = Check(
    reference=relu_backward,
    cases=(
        Case("gates open and closed", (DZ[:2], Z)),
        Case("all gates closed", (DZ[:2], -abs(Z)), "edge"),
        Case("all gates open", (DZ[:2], abs(Z)), "edge"),
    ),
    mistakes=(
        Mistake(lambda da, z: da, "a closed gate lets no gradient back"),
        Mistake(
            lambda da, z: np.maximum(da, 0),
            "the sign of the gradient decides here; the sign of z opens the gate",
        ),
        Mistake(
            lambda da, z: da * np.maximum(z, 0),
            "the gradient is multiplied by the value; it takes the slope",
        ),
        Mistake(lambda da, z: (z > 0).astype(float), "the gradient da has no effect"),
    ),
)


def network_gradients(x, y, w, b, v, c):
    """Return (dw, db, dv, dc) of the mean squared error of a 2-3-1 ReLU network."""
    z = x @ w + b
    a = relu(z)
    dout = 2 * (a @ v + c - y) / len(x)
    da, dv, dc = dense_backward(a, v, dout)
    _, dw, db = dense_backward(x, w, relu_backward(da, z))
    return dw, db, dv, dc


def network_loss(x, y, w, b, v, c):
    """Return the mean squared error of the network."""
    return np.mean((forward(x, w, b, v, c) - y) ** 2)


def _without_gate(x, y, w, b, v, c):
    a = relu(x @ w + b)
    dout = 2 * (a @ v + c - y) / len(x)
    da, dv, dc = dense_backward(a, v, dout)
    _, dw, db = dense_backward(x, w, da)
    return dw, db, dv, dc


def _before_gate(x, y, w, b, v, c):
    dw, db, _, dc = network_gradients(x, y, w, b, v, c)
    dout = 2 * (forward(x, w, b, v, c) - y) / len(x)
    return dw, db, (x @ w + b).T @ dout, dc


NETWORK_GRADIENTS = Check(
    reference=network_gradients,
    names=("backward", "backward_pass"),
    cases=(
        Case("three rows through 2-3-1", (X, Y, W, B, V, C)),
        Case("other weights", (X, Y - 1, -W, B + 0.4, 2 * V, C - 1)),
        Case("all gates closed", (X, Y, 0 * W, B - 5, V, C), "edge"),
    ),
    mistakes=(
        Mistake(_without_gate, "closed gates let gradient back in your pass"),
        Mistake(
            _before_gate,
            "the output weights saw the numbers after the gate, not before it",
        ),
        Mistake(
            lambda *a: tuple(len(a[0]) * part for part in network_gradients(*a)),
            "the loss is a mean over the rows; your gradient is that of the sum",
        ),
        Mistake(
            lambda *a: tuple(part / 2 for part in network_gradients(*a)),
            "the 2 that comes from differentiating the square is missing",
        ),
        Mistake(
            lambda *a: tuple(-part for part in network_gradients(*a)),
            "all signs are reversed; the error is predicted minus actual",
        ),
    ),
    slope_of=(network_loss, (2, 3, 4, 5)),
)

CHECKS = (
    RELU,
    RELU_SLOPE,
    DENSE,
    FORWARD,
    PREDICT_LINEAR,
    COLLAPSE,
    DENSE_BACKWARD,
    RELU_BACKWARD,
    NETWORK_GRADIENTS,
)
