"""What a drawing of a network needs to know, read from the model object."""

import numpy as np

from dlcore import backend
from dlcore.neuron import Neuron
from dlcore.tensor import Tensor, no_grad

_SHORT = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "elu": "ELU", None: "linear"}


class Column:
    """One column of neurons: the inputs, or one dense layer.

    `W` (in, out) and `b` (out,) are None for the inputs; `a` and `z` (out,) are None
    until a row has run through; `dW` and `db` are None without gradients.
    """

    def __init__(self, units, title, names=(), W=None, b=None):
        self.units, self.title = units, title
        self.names = list(names or ())
        self.W, self.b = W, b
        self.a = self.z = self.dW = self.db = None
        self.layer, self.function, self.at = None, None, {}

    @property
    def is_input(self):
        """Whether this column holds the inputs and not neurons."""
        return self.W is None


def columns_of(model, inputs=None, outputs=None):
    """Return the columns of a Neuron or of a Sequential of dense layers.

    Raises:
        ValueError: there are no dense layers, another kind of layer has weights, or
            the weights do not exist yet.
    """
    if isinstance(model, Neuron):
        columns = _neuron_columns(model)
    else:
        columns = _layer_columns(model)
    columns[0].names, columns[-1].names = list(inputs or ()), list(outputs or ())
    return columns


def _neuron_columns(neuron):
    W = np.reshape(np.asarray(neuron.w, dtype=float), (-1, 1))
    b = np.reshape(np.asarray(neuron.b, dtype=float), (1,))
    inputs = Column(len(W), "input" if len(W) == 1 else "inputs")
    return [inputs, Column(1, "neuron", W=W, b=b)]


def _layer_columns(model):
    columns = []
    for layer in model.layers:
        weights = [backend.to_numpy(w.data) for w in layer.weights]
        if weights and weights[0].ndim == 2 and type(layer).__name__ == "Dense":
            W, b = weights[0], weights[1] if len(weights) > 1 else None
            if not columns:
                columns = [Column(len(W), "input" if len(W) == 1 else "inputs")]
            columns.append(Column(W.shape[1], _activation_name(layer), W=W, b=b))
            columns[-1].layer = layer
        elif weights or type(layer).__name__ == "Dense":
            _refuse(layer)
        elif columns and type(layer).__name__ in ("Activation", "ReLU", "Softmax"):
            columns[-1].title = _activation_name(layer)
            columns[-1].function = layer
    if not columns:
        raise ValueError(
            "Only networks of dense layers can be drawn neuron by neuron.\n"
            f"  came: {type(model).__name__} with no dense layer\n"
            "  change: add a Dense layer, or use summary() for other models."
        )
    return columns


def _refuse(layer):
    if type(layer).__name__ == "Dense":
        raise ValueError(
            "A network can be drawn once its weights exist.\n"
            f"  came: layer {layer.name!r}, which is not built yet\n"
            "  change: start the model with Input(shape=...), or call it on a row."
        )
    raise ValueError(
        "Only networks of dense layers can be drawn neuron by neuron.\n"
        f"  came: layer {layer.name!r} of class {type(layer).__name__}\n"
        "  change: draw its dense part alone, or use summary()."
    )


def _activation_name(layer):
    function = getattr(layer, "activation", None)
    name = getattr(function, "__name__", None) or getattr(function, "name", None)
    if name is None and type(layer).__name__ in ("ReLU", "Softmax"):
        name = type(layer).__name__.lower()
    return _SHORT.get(name, str(name).replace("_", " "))


def run_row(columns, x):
    """Fill in z and a of every column for one row of inputs.

    It calculates beside the model, so that what the layers remember of their last
    batch (and its gradients) stays.
    """
    row = np.asarray(x, dtype=float).reshape(1, -1)
    if row.shape[1] != columns[0].units:
        raise ValueError(
            "The row to show must have one number for each input.\n"
            f"  came: {row.shape[1]} numbers for {columns[0].units} inputs\n"
            "  change: pass one row, for example x[0]."
        )
    columns[0].a = row[0]
    for column in columns[1:]:
        z = row @ column.W + (0 if column.b is None else column.b)
        row = _activated(column, z)
        column.z, column.a = z[0], row[0]


def _activated(column, z):
    if column.layer is None:
        return z
    with no_grad():
        a = Tensor(z)
        if getattr(column.layer, "activation", None) is not None:
            a = column.layer.activation(a)
        if column.function is not None:
            a = column.function(a)
    return backend.to_numpy(getattr(a, "data", a))


def gradients_of(columns, model, gradients):
    """Fill in dW and db from gradients by name, or from the last `backward()`."""
    found = _all_gradients(columns, model, gradients)
    for column, (dW, db) in zip(columns[1:], found, strict=True):
        if dW is None:
            raise ValueError(
                "There are no gradients to draw.\n"
                "  came: weights without gradients\n"
                "  change: run the cycle up to feedback first, or loss.backward()."
            )
        column.dW = np.reshape(np.asarray(dW, dtype=float), column.W.shape)
        if column.b is not None:
            column.db = np.reshape(np.asarray(db, dtype=float), column.b.shape)


def _all_gradients(columns, model, gradients):
    if isinstance(model, Neuron):
        if gradients is True:
            return [(model.dw, model.db)]
        return [(gradients["w"], gradients["b"])]
    pairs = []
    for column in columns[1:]:
        weights = column.layer.weights
        if gradients is True:
            pair = [
                None if w.grad is None else backend.to_numpy(w.grad) for w in weights
            ]
        else:
            pair = [gradients.get(w.name) for w in weights]
        pairs.append([*pair, None][:2])
    return pairs
