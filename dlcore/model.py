"""Models: networks that learn by predict, measure, feedback, adjust."""

from dlcore import backend, batches
from dlcore.callbacks import History, Listeners, display, listed
from dlcore.cycle import Phase, by_name, let_go, try_out
from dlcore.errors import explain, refuse_unknown, whole_number
from dlcore.layers.base import Layer
from dlcore.lookup import name_apart
from dlcore.losses import get as loss_for
from dlcore.metrics import several as metrics_for
from dlcore.optimizers import get as optimizer_for
from dlcore.saving import Savable
from dlcore.summary import summarize
from dlcore.tensor import no_grad


class Model(Savable, Layer):
    """A network of layers that can be trained.

    Subclass it, make layers in `__init__`, and say in `call(self, x)` or
    `call(self, x, training=False)` how they work together; or use `Sequential`.

    Args:
        name: the name that `summary()` shows.
        dtype: "float32" or "float64": of all weights and results.
    """

    optimizer = loss = None
    metrics = ()
    stop_training = False  # set to True by a callback, it ends `fit`
    keeps_outputs = True  # False in all batches of `predict` but the last

    def compile(self, optimizer="rmsprop", loss=None, metrics=None, **unknown):
        """Choose how to learn.

        Args:
            optimizer: name or object, such as "sgd" or SGD(learning_rate=0.08).
            loss: name, object or function, such as "mse".
            metrics: list of names or objects, reported beside the loss.
            unknown: anything else is refused, with a suggestion.
        """
        refuse_unknown(Model.compile, unknown)
        self.optimizer = optimizer_for(optimizer)
        self.loss = None if loss is None else loss_for(loss)
        self.metrics = metrics_for(metrics or ())
        self.compiled_with = loss, metrics

    def cycle(self, x, y, sample_weight=None):
        """Train on one batch, with a pause after each of the four phases.

        Args:
            x: inputs (batch, ...).
            y: targets, of the shape of the output.
            sample_weight: weight of each row, (batch,).

        Yields:
            Phase: what is known after predict, measure, feedback and adjust.
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
        """Do what `cycle` does without its pauses: what `fit` does for each batch.

        Args:
            x: inputs, a Tensor.
            y: targets, a Tensor.
            sample_weight: a Tensor or None.
            weights: the tensors to change.

        Returns:
            The prediction and the loss, both measured before the change.
        """
        let_go(self.members, weights)
        prediction = self(x, training=True)
        loss = self.measure(y, prediction, sample_weight)
        gradients = loss.gradients(weights)
        self.optimizer.apply(gradients, weights)
        return prediction, loss

    def measure(self, y, prediction, sample_weight=None):
        """Return the loss of a prediction, with the penalties of all regularizers."""
        loss = self.loss(y, prediction, sample_weight)
        for penalties in self.penalized:
            for penalty in penalties():
                loss = loss + penalty
        return loss

    def fit(
        self, x=None, y=None, batch_size=None, epochs=1, verbose="auto",
        callbacks=None, validation_split=0.0, validation_data=None, shuffle=True,
        class_weight=None, sample_weight=None, initial_epoch=0, **unknown,
    ):  # fmt: skip
        """Train for some epochs: the cycle, batch by batch.

        Args:
            x: inputs (rows, ...).
            y: targets, of the shape of the output.
            batch_size: rows a batch, 32 by default.
            epochs: how often all rows are seen.
            verbose: 0 silent, 1 a line that moves, 2 a line an epoch, "auto" 0 or 1.
            callbacks: list of callbacks, or one.
            validation_split: share of the rows, the last ones, kept for validation.
            validation_data: (x, y) or (x, y, sample_weight), taken instead of a share.
            shuffle: whether each epoch takes the rows in a new random order.
            class_weight: dict of class numbers to weights, for training alone.
            sample_weight: weight of each row, (rows,).
            initial_epoch: number of the first epoch.
            unknown: anything else is refused, with a suggestion.

        Returns:
            History: `history["loss"]` holds, for each epoch, the mean of the
            batches' losses, each measured before its update.
        """
        refuse_unknown(Model.fit, unknown)
        if epochs != 0:
            whole_number("epochs", epochs)
        columns = batches.columns("fit", x, y, sample_weight)
        if validation_data is not None:
            validation = batches.validation(validation_data)
        else:
            columns, validation = batches.split(columns, validation_split)
        columns[2] = batches.class_weights(columns[1], class_weight, columns[2])
        weights = self.ready("fit", columns[0])
        self.check_trainable(weights)
        data = self.batches(columns, batch_size, shuffle)
        if validation:
            validation = self.batches(validation, batch_size)
        history = History()
        listeners = Listeners(
            [*listed(callbacks), *display(verbose), history],
            self,
            {"epochs": epochs, "steps": len(data), "verbose": verbose},
        )
        self.run(data, weights, range(initial_epoch, epochs), validation, listeners)
        return history

    def run(self, data, weights, epochs, validation, listeners):
        """Train for the given epochs and tell the listeners.

        Args:
            data: batches to train on.
            weights: the tensors to change.
            epochs: numbers of the epochs.
            validation: batches to validate on, or None.
            listeners: who is told.
        """
        self.stop_training = False
        logs = {}
        listeners.tell("on_train_begin", {})
        for epoch in epochs:
            listeners.tell("on_epoch_begin", epoch, {})
            logs = self.epoch(data, weights, listeners)
            if validation:
                valid = self.validate(validation)
                logs |= {f"val_{name}": value for name, value in valid.items()}
            listeners.tell("on_epoch_end", epoch, logs)
            if self.stop_training:
                break
        listeners.tell("on_train_end", logs)

    def epoch(self, data, weights, listeners):
        """Train on each batch once; return the mean loss and the metrics, a dict."""
        total = rows = 0
        for metric in self.metrics:
            metric.reset_state()
        for number, (x, y, sample_weight) in enumerate(data):
            listeners.tell("on_train_batch_begin", number, {})
            prediction, loss = self.train(x, y, sample_weight, weights)
            n = x.data.shape[0]
            total += n * float(loss.data)
            rows += n
            for metric in self.metrics:
                metric.update_state(y, prediction)
            if listeners.hear_batches:
                listeners.tell("on_train_batch_end", number, self.logs(total / rows))
            del prediction, loss  # and with them the graph, before the next one
            if self.stop_training:
                break
        return self.logs(total / rows)

    def validate(self, data):
        """Return loss and metrics of all batches, without training, as a dict."""
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
                    metric.update_state(y, prediction)
        return self.logs(total / rows)

    def logs(self, loss):
        """Return the loss and the results of all metrics as a dict."""
        logs = {"loss": loss}
        for metric in self.metrics:
            logs[metric.name] = metric.result()
        return logs

    def evaluate(
        self, x=None, y=None, batch_size=None, verbose="auto", sample_weight=None,
        return_dict=False, **unknown,
    ):  # fmt: skip
        """Predict and measure, without training.

        Args:
            x: inputs (rows, ...).
            y: targets, of the shape of the output.
            batch_size: rows a batch, 32 by default.
            verbose: accepted for Keras's sake; nothing is printed.
            sample_weight: weight of each row, (rows,).
            return_dict: whether to return a dict of names to floats.
            unknown: anything else is refused, with a suggestion.

        Returns:
            The loss; [loss, *metrics] where there are metrics; or the dict.
        """
        refuse_unknown(Model.evaluate, unknown)
        columns = batches.columns("evaluate", x, y, sample_weight)
        self.ready("evaluate", columns[0])
        return result(self.validate(self.batches(columns, batch_size)), return_dict)

    def predict(self, x, batch_size=None, verbose="auto", **unknown):
        """Return the output for inputs x (rows, ...): a NumPy array (rows, ...).

        Args:
            x: inputs (rows, ...).
            batch_size: rows a batch, 32 by default.
            verbose: accepted for Keras's sake; nothing is printed.
            unknown: anything else is refused, with a suggestion.
        """
        refuse_unknown(Model.predict, unknown)
        data = self.batches([batches.checked("x", x), None, None], batch_size)
        layers, outputs = self.family(), []
        try:
            with no_grad():
                for x, _, _ in data:
                    let_go(layers)
                    self.keeps_outputs = len(outputs) + 1 == len(data)
                    outputs.append(backend.to_numpy(self(x).data))
        finally:
            self.keeps_outputs = True
        return batches.join(outputs)

    def train_on_batch(
        self, x, y=None, sample_weight=None, class_weight=None, return_dict=False
    ):
        """Train on one batch.

        Args:
            x: inputs (batch, ...).
            y: targets, of the shape of the output.
            sample_weight: weight of each row, (batch,).
            class_weight: dict of class numbers to weights.
            return_dict: whether to return a dict of names to floats.

        Returns:
            The loss before the update, or as for `evaluate` with the metrics: those
            of this batch alone, where Keras gives means over the batches so far.
        """
        sample_weight = batches.class_weights(y, class_weight, sample_weight)
        x, y, sample_weight, weights = self.begin("train_on_batch", x, y, sample_weight)
        prediction, loss = self.train(x, y, sample_weight, weights)
        for metric in self.metrics:
            metric.reset_state()
            metric.update_state(y, prediction)
        return result(self.logs(float(loss)), return_dict)

    def test_on_batch(self, x, y=None, sample_weight=None, return_dict=False):
        """Do what `evaluate` does, with all rows in one batch.

        Args:
            x: inputs (batch, ...).
            y: targets, of the shape of the output.
            sample_weight: weight of each row, (batch,).
            return_dict: whether to return a dict of names to floats.
        """
        rows = batches.checked("x", x).shape[0]
        return self.evaluate(x, y, rows, 0, sample_weight, return_dict)

    def predict_on_batch(self, x):
        """Do what `predict` does, with all rows of x (batch, ...) in one batch."""
        return self.predict(x, batch_size=batches.checked("x", x).shape[0])

    def batches(self, columns, batch_size=None, shuffle=False):
        """Return x, y and sample_weight as batches of tensors on the model's device."""
        size = 32 if batch_size is None else batch_size
        return batches.Batches(*columns, size, shuffle, self.home)

    def begin(self, where, x, y, sample_weight):
        """Return one batch as tensors, and the weights to train.

        Args:
            where: name of the caller, for messages.
            x: inputs (batch, ...).
            y: targets (batch, ...).
            sample_weight: (batch,) or None.
        """
        columns = batches.columns(where, x, y, sample_weight)
        weights = self.ready(where, columns[0])
        self.check_trainable(weights)
        ((x, y, sample_weight),) = self.batches(columns, columns[0].shape[0])
        return x, y, sample_weight, weights

    def ready(self, where, x):
        """Check that there is a loss, build the model, return the weights to train."""
        if self.loss is None:
            raise ValueError(
                f"{self.name}: {where} must know what to make small."
                + explain(
                    "a compiled model with a loss",
                    "a model without a loss",
                    'call compile(optimizer="sgd", loss="mse") first',
                )
            )
        if not all(layer.built for layer in self.family()):
            try_out(self, x[:1, ...])
        layers = self.family()
        self.members = dict.fromkeys(layers)  # all layers, as they will be called
        self.penalized = [layer.penalties for layer in layers if layer.has_penalties()]
        weights = [W for layer in layers for W, _, _ in layer.own_weights]
        return [W for W in weights if W.requires_grad]

    def check_trainable(self, weights):
        """Refuse to train where there is nothing to train."""
        if not weights:
            raise ValueError(
                f"{self.name}: there is nothing to train."
                + explain(
                    "at least one weight that is trainable",
                    f"{len(self.weights)} weights, none of them trainable",
                    "set layer.trainable = True, or add a layer with weights",
                )
            )

    @property
    def layers(self):
        """The layers that the model holds, in order, each once."""
        return list(dict.fromkeys(self.parts()))

    def hand_on(self, x, mask):
        """Do nothing: the layers inside have handed the mask on."""

    def build(self, input_shape):
        """Give all layers the model's dtype and names of their own."""
        self.settle(dtype=self.dtype)
        if not self.trainable:
            self.trainable = False  # of all layers
        name_apart(self.family()[1:])

    def to(self, device):
        """Move all weights to the device "cpu" or "gpu"; return the model."""
        self.settle(device=device)
        if self.optimizer:
            self.optimizer.settle()
        return self

    def summary(self, line_length=None, print_fn=None, show_trainable=False):
        """Print the layers, their output shapes and how many numbers they learn.

        Args:
            line_length: width of the table, at least as wide as needed.
            print_fn: function that takes the text, `print` by default.
            show_trainable: whether to tell for each layer if it is trained.
        """
        (print_fn or print)(summarize(self, line_length, show_trainable))


def result(logs, return_dict):
    """Return logs in Keras's way: the loss alone, a list with metrics, or a dict."""
    if return_dict:
        return logs
    return list(logs.values()) if len(logs) > 1 else logs["loss"]
