"""Models: layers in a row, and the cycle by which they learn."""

from dlcore import backend, batches, callbacks, losses, metrics, optimizers
from dlcore.cycle import Phase
from dlcore.errors import explain, refuse_unknown
from dlcore.layers.base import Layer
from dlcore.layers.core import Input
from dlcore.summary import summarize
from dlcore.tensor import no_grad


class Model(Layer):
    """A network of layers that learns by predict, measure, feedback, adjust.

    Subclass it, make layers in `__init__`, and say in `call(self, x)` or
    `call(self, x, training=False)` how they work together; or use `Sequential`.

    Args:
        name: the name that `summary()` shows.
        dtype: "float32" or "float64", of all weights and results.
    """

    optimizer = loss = None
    stop_training = False

    def compile(self, optimizer="rmsprop", loss=None, metrics=None, **unknown):
        """Choose how to learn.

        Args:
            optimizer: name or object, such as "sgd" or SGD(learning_rate=0.08).
            loss: name, object or function, such as "mse".
            metrics: list of names or objects, reported beside the loss.
        """
        refuse_unknown(Model.compile, unknown)
        self.optimizer = optimizers.get(optimizer)
        self.loss = None if loss is None else losses.get(loss)
        self.metrics = [metric_of(metric) for metric in metrics or []]

    def cycle(self, x, y, sample_weight=None):
        """Train on one batch, and pause after each of the four phases.

        Args:
            x: inputs (batch, ...); y: targets, of the output's shape.
            sample_weight: weight of each row, (batch,).

        Yields:
            Phase: four times, each with what is known by then.
        """
        x, y, sample_weight, weights = self.begin("cycle", x, y, sample_weight)

        prediction = self(x, training=True)
        known = {"prediction": backend.to_numpy(prediction.data)}
        yield Phase("predict", **known)

        loss = self.measure(y, prediction, sample_weight)
        known["loss"] = float(loss)
        yield Phase("measure", **known)

        gradients = loss.gradients(weights)
        known["gradients"] = by_name(weights, gradients)
        yield Phase("feedback", **known)

        self.optimizer.apply(gradients, weights)
        known["weights"] = by_name(weights, [W.data for W in weights])
        yield Phase("adjust", **known)

    def train(self, x, y, sample_weight, weights):
        """`cycle` without the pauses, on tensors: what `fit` does with each batch."""
        prediction = self(x, training=True)
        loss = self.measure(y, prediction, sample_weight)
        gradients = loss.gradients(weights)
        self.optimizer.apply(gradients, weights)
        return prediction, loss

    def measure(self, y, prediction, sample_weight=None):
        """The loss of a prediction, with the penalties of all regularizers."""
        loss = self.loss(y, prediction, sample_weight)
        for layer in self.regularized:
            for penalty in layer.penalties():
                loss = loss + penalty
        return loss

    def fit(
        self, x=None, y=None, batch_size=None, epochs=1, verbose="auto",
        callbacks=None, validation_split=0.0, validation_data=None, shuffle=True,
        class_weight=None, sample_weight=None, initial_epoch=0, **unknown,
    ):  # fmt: skip
        """Train for some epochs: predict, measure, feedback, adjust, batch by batch.

        Args:
            x: inputs (rows, ...); y: targets, of the output's shape.
            batch_size: rows a batch, 32 by default.
            epochs: how often all rows are seen.
            verbose: 0 silent, 1 a bar, 2 one line an epoch; "auto" is 1 in a
                terminal or notebook.
            callbacks: list of callbacks.
            validation_split: share of the rows, the last ones, kept for validation.
            validation_data: (x, y) or (x, y, sample_weight) for validation.
            shuffle: take the rows in a new random order in each epoch.
            class_weight: dict of classes to weights.
            sample_weight: weight of each row, (rows,).
            initial_epoch: number of the first epoch.

        Returns:
            History: `history["loss"]` holds, for each epoch, the mean of the
            batches' losses, each measured before its update.
        """
        refuse_unknown(Model.fit, unknown)
        sample_weight = batches.weights_of_classes(y, class_weight, sample_weight)
        columns = self.columns("fit", x, y, sample_weight)
        columns, validation = batches.split(columns, validation_split)
        if validation_data is not None:
            validation = self.columns("validation_data", *validation_data)
        data = batches.Batches(*columns, batch_size or 32, shuffle, self.home)
        weights = self.ready("fit", columns[0])

        history, listeners = listen(self, callbacks, verbose, epochs, len(data))
        self.stop_training = False
        logs = {}
        for hear in listeners.on_train_begin:
            hear({})
        for epoch in range(initial_epoch, epochs):
            for hear in listeners.on_epoch_begin:
                hear(epoch, {})
            logs = self.epoch(data, weights, listeners)
            if validation:
                logs |= self.validate(validation, batch_size)
            for hear in listeners.on_epoch_end:
                hear(epoch, logs)
            if self.stop_training:
                break
        for hear in listeners.on_train_end:
            hear(logs)
        return history

    def epoch(self, data, weights, listeners):
        """Train on each batch of `data`; the mean loss and the metrics as a dict."""
        total = rows = 0
        for metric in self.metrics:
            metric.reset_state()
        for number, (x, y, sample_weight) in enumerate(data):
            for hear in listeners.on_train_batch_begin:
                hear(number, {})
            prediction, loss = self.train(x, y, sample_weight, weights)
            n = x.data.shape[0]
            total += n * float(loss.data)
            rows += n
            for metric in self.metrics:
                metric.update_state(y, prediction, sample_weight)
            for hear in listeners.on_train_batch_end:
                hear(number, self.logs(total / rows))
            if self.stop_training:
                break
        return self.logs(total / rows)

    def logs(self, loss):
        """The loss and the results of all metrics as a dict."""
        return {"loss": loss} | {
            metric.name: metric.result() for metric in self.metrics
        }

    def validate(self, columns, batch_size=None):
        """Loss and metrics for x, y, sample_weight, without training."""
        data = batches.Batches(*columns, batch_size or 32, False, self.home)
        total = rows = 0
        for metric in self.metrics:
            metric.reset_state()
        with no_grad():
            for x, y, sample_weight in data:
                prediction = self(x)
                n = x.data.shape[0]
                total += n * float(self.measure(y, prediction, sample_weight))
                rows += n
                for metric in self.metrics:
                    metric.update_state(y, prediction, sample_weight)
        logs = self.logs(total / rows)
        return {f"val_{name}": value for name, value in logs.items()}

    def evaluate(
        self, x=None, y=None, batch_size=None, verbose="auto", sample_weight=None,
        return_dict=False, **unknown,
    ):  # fmt: skip
        """Loss and metrics for inputs x (rows, ...) and targets y.

        Returns:
            The loss, or [loss, *metrics], or a dict with `return_dict=True`.
        """
        refuse_unknown(Model.evaluate, unknown)
        columns = self.columns("evaluate", x, y, sample_weight)
        self.ready("evaluate", columns[0])
        logs = self.validate(columns, batch_size)
        return result({k.removeprefix("val_"): v for k, v in logs.items()}, return_dict)

    def predict(self, x, batch_size=None, verbose="auto", **unknown):
        """Outputs for inputs x (rows, ...): a NumPy array (rows, ...)."""
        refuse_unknown(Model.predict, unknown)
        columns = [batches.checked("x", x), None, None]
        data = batches.Batches(*columns, batch_size or 32, False, self.home)
        with no_grad():
            return batches.join([backend.to_numpy(self(x).data) for x, _, _ in data])

    def train_on_batch(
        self, x, y=None, sample_weight=None, class_weight=None, return_dict=False
    ):
        """Train on one batch; return its loss before the update, and the metrics."""
        sample_weight = batches.weights_of_classes(y, class_weight, sample_weight)
        x, y, sample_weight, weights = self.begin("train_on_batch", x, y, sample_weight)
        prediction, loss = self.train(x, y, sample_weight, weights)
        for metric in self.metrics:
            metric.reset_state()
            metric.update_state(y, prediction, sample_weight)
        return result(self.logs(float(loss)), return_dict)

    def test_on_batch(self, x, y=None, sample_weight=None, return_dict=False):
        """Loss and metrics of one batch, without training."""
        rows = batches.checked("x", x).shape[0]
        return self.evaluate(x, y, rows, 0, sample_weight, return_dict)

    def predict_on_batch(self, x):
        """Outputs for one batch of inputs (batch, ...): a NumPy array."""
        return self.predict(x, batch_size=batches.checked("x", x).shape[0])

    def columns(self, where, x, y=None, sample_weight=None):
        """x, y and sample_weight as arrays, checked against each other."""
        if y is None:
            raise ValueError(
                f"{where} needs targets beside the inputs."
                + explain("x and y", "x alone", "pass the targets as y")
            )
        x = batches.checked("x", x)
        y = batches.checked("y", y, x.shape[0])
        if sample_weight is not None:
            sample_weight = batches.checked("sample_weight", sample_weight, x.shape[0])
        return [x, y, sample_weight]

    def begin(self, where, x, y, sample_weight):
        """One batch as tensors, and the weights to train."""
        columns = self.columns(where, x, y, sample_weight)
        weights = self.ready(where, columns[0])
        (batch,) = batches.Batches(*columns, columns[0].shape[0], False, self.home)
        return *batch, weights

    def ready(self, where, x):
        """Check that the model is compiled, build it, and return what to train."""
        if self.loss is None:
            raise ValueError(
                f"{self.name}: {where} needs to know what to make small."
                + explain(
                    "a compiled model with a loss",
                    "a model without a loss",
                    'first call compile(optimizer="sgd", loss="mse")',
                )
            )
        if not self.is_built():
            with no_grad():
                self(x[:1, ...])
        self.regularized = [
            layer
            for layer in self.all_layers()
            if layer.activity_regularizer or any(p for _, _, p in layer.own_weights)
        ]
        return self.trainable_weights

    def is_built(self):
        """Whether all layers have made their weights."""
        return all(layer.built for layer in self.all_layers())

    @property
    def layers(self):
        """The layers of the model, in order."""
        return list(self.sublayers())

    def build(self, input_shape):
        """Give the layers names of their own and the model's dtype."""
        self.settle(dtype=self.dtype)
        name_apart(self.layers)

    def to(self, device):
        """Move the model to the device "cpu" or "gpu"; return the model."""
        self.settle(device=device)
        return self

    def summary(self, line_length=None, print_fn=None, show_trainable=False):
        """Print a table of the layers, their output shapes and parameters."""
        (print_fn or print)(summarize(self, line_length, show_trainable))


class Sequential(Model):
    """Layers in a row: each one's output is the next one's input.

    Args:
        layers: list of layers; the first entry may be an `Input`, and the model
            is then built at once, else when it first sees data.
        name: the name that `summary()` shows.
        dtype: "float32" or "float64", of all weights and results.

    Example:
        >>> from dlcore.layers import Dense
        >>> model = Sequential([Input((2,)), Dense(3, "relu"), Dense(1)])
        >>> model.predict([[1.0, 2.0]]).shape
        (1, 1)
    """

    def __init__(self, layers=None, name=None, dtype=None, **unknown):
        super().__init__(name=name, dtype=dtype, **unknown)
        self.stack = []
        self.row_shape = None
        for layer in layers or []:
            self.add(layer)

    def add(self, layer):
        """Put a layer, or an `Input`, behind the others."""
        if isinstance(layer, Input):
            self.row_shape = layer.shape
            return
        if not isinstance(layer, Layer):
            raise TypeError(
                f"{self.name} is made of layers."
                + explain(
                    "a layer such as Dense(3)",
                    f"{layer!r} ({type(layer).__name__})",
                    "call the class: Dense(3), not Dense",
                )
            )
        if not self.stack and layer.input_shape is not None:
            self.row_shape = tuple(layer.input_shape)
        layer.settle(dtype=self.dtype)
        self.stack.append(layer)
        name_apart(self.stack)
        if self.row_shape is not None:
            with no_grad():
                self(backend.zeros((1, *self.row_shape), like=self.home))

    def pop(self):
        """Take the last layer away and return it."""
        return self.stack.pop()

    @property
    def layers(self):
        """The layers, in order."""
        return self.stack

    def build(self, input_shape):
        """Nothing to do: each layer is built at its first call."""

    def call(self, x, training=False):
        """The last layer's output for the input x."""
        for layer in self.stack:
            x = layer(x, training)
        return x


def metric_of(metric):
    """The metric for a name, object, class or function."""
    return metrics.get(metric)


def by_name(weights, arrays):
    """A dict of the weights' names to NumPy copies of the arrays."""
    return {
        W.name: None if array is None else backend.to_numpy(array).copy()
        for W, array in zip(weights, arrays, strict=True)
    }


def result(logs, return_dict):
    """Logs as Keras returns them: a dict, a list, or the loss alone."""
    if return_dict:
        return logs
    return list(logs.values()) if len(logs) > 1 else logs["loss"]


def listen(model, given, verbose, epochs, steps):
    """A new History, and the listeners: it, the display and the given callbacks."""
    history = callbacks.History()
    everyone = [history, *(given or []), *callbacks.display(verbose)]
    params = {"epochs": epochs, "steps": steps, "verbose": verbose}
    return history, callbacks.Listeners(everyone, model, params)


def name_apart(layers):
    """Number the names of unnamed layers, so that all are different."""
    taken = set()
    for layer in layers:
        name, number = layer.name, 0
        if layer.named and name in taken:
            raise ValueError(
                "Two layers have the same name."
                + explain("different names", f"name={name!r} twice", "rename one")
            )
        stem = name.rstrip("0123456789").rstrip("_") if not layer.named else name
        while name in taken or (not layer.named and number == 0 and name != stem):
            name = f"{stem}_{number}" if number else stem
            number += 1
        taken.add(name)
        if name != layer.name:
            layer.name = name
