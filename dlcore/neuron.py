"""One neuron in plain arithmetic: the smallest thing that learns."""

import numpy as np

from dlcore.cycle import Phase
from dlcore.errors import explain


class Neuron:
    """A linear neuron, ŷ = w·x + b, trained by gradient descent on the squared error.

    Args:
        w: weight of the input; (features,) where there are several.
        b: bias, in the units of the target.

    Raises ValueError where shapes do not fit or a phase is called before its turn.

    Example:
        >>> neuron = Neuron()
        >>> losses = neuron.fit([0.0, 1.0], [1.0, 3.0], learning_rate=0.5, epochs=50)
        >>> round(neuron.w, 3), round(neuron.b, 3)
        (2.0, 1.0)
    """

    def __init__(self, w=0.0, b=0.0):
        self.w, self.b = w, b
        self.x = self.prediction = self.error = self.dw = self.db = None

    def predict(self, x):
        """Return w·x + b: (n,) for x (n,), and (n, 1) for x (n, features)."""
        self.x, self.error = _rows(x, self.w), None  # the error is not known yet
        self.prediction = _weighted_sum(self.x, self.w) + self.b
        return self.prediction

    def measure(self, y):
        """Return the mean squared error against the targets y, shaped as predicted."""
        self.error = self.prediction - _targets(y, self.prediction)
        return float(np.mean(self.error**2))

    def feedback(self):
        """Return the gradients of the loss for w and for b: input times error."""
        _check_turn(self.error, "feedback()", "measure(y)")
        self.dw = _mean_over_rows(2 * self.error * self.x)
        self.db = _mean_over_rows(2 * self.error)
        return self.dw, self.db

    def adjust(self, learning_rate=0.01):
        """Move w and b one step against their gradients."""
        _check_turn(self.dw, "adjust()", "feedback()")
        self.w = self.w - learning_rate * self.dw
        self.b = self.b - learning_rate * self.db

    def cycle(self, x, y, learning_rate=0.01):
        """Yield a `Phase` after each phase of one training round on x and y."""
        prediction = self.predict(x)
        yield Phase("predict", prediction)
        loss = self.measure(y)
        yield Phase("measure", prediction, loss)
        gradients = dict(zip(("w", "b"), self.feedback(), strict=True))
        yield Phase("feedback", prediction, loss, gradients)
        self.adjust(learning_rate)
        yield Phase("adjust", prediction, loss, gradients, {"w": self.w, "b": self.b})

    def fit(self, x, y, learning_rate=0.01, epochs=1):
        """Repeat the cycle for some epochs of steps of size learning_rate on x and y.

        Returns a list: each epoch's loss, measured before its adjust.
        """
        return [list(self.cycle(x, y, learning_rate))[-1].loss for _ in range(epochs)]

    def evaluate(self, x, y):
        """Test on x and y: predict and measure, without feedback and adjust."""
        self.predict(x)
        return self.measure(y)


def _weighted_sum(x, w):
    """Return each row's weighted sum: (n,) -> (n,), (n, features) -> (n, 1)."""
    return x * w if x.ndim == 1 else (x * w).sum(axis=1, keepdims=True)


def _mean_over_rows(terms):
    """Return the mean over the rows: a number, or (features,) for several features."""
    means = terms.mean(axis=0)
    return means if means.size > 1 else means.item()


def _rows(x, w):
    """Return x as an array of rows whose width fits the weight."""
    x = np.asarray(x, dtype=float)
    if x.ndim not in (1, 2) or len(x) == 0:
        raise ValueError(
            "A neuron cannot read these inputs."
            + explain(
                "(n,) or (n, features), with at least one row",
                x.shape,
                "put each data point into a row of its own",
            )
        )
    features, weights = (1 if x.ndim == 1 else x.shape[1]), np.size(w)
    if weights not in (1, features):
        raise ValueError(
            "The weights of the neuron do not fit its inputs."
            + explain(
                f"{weights} features, one for each weight",
                f"{features} features in each row",
                "give w one weight for each feature",
            )
        )
    return x


def _targets(y, prediction):
    """Return y as an array in the shape of the prediction."""
    _check_turn(prediction, "measure(y)", "predict(x)")
    y = np.asarray(y, dtype=float)
    if y.shape != prediction.shape:
        raise ValueError(
            "The targets do not fit the prediction."
            + explain(
                f"{prediction.shape}, one target for each row",
                y.shape,
                "make x and y both (n,), or x (n, features) and y (n, 1)",
            )
        )
    return y


def _check_turn(needed, phase, before):
    """Refuse a phase that lacks what the one before it finds out."""
    if needed is None:
        raise ValueError(
            f"It is not the turn of {phase}."
            + explain(
                f"{before} first",
                f"{phase} without it",
                "keep the order: predict, measure, feedback, adjust",
            )
        )
