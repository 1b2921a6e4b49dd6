"""Errors by their text: what was expected, what came, what to change."""

import numpy as np
import pytest

from dlcore import (
    Input,
    Model,
    Sequential,
    Tensor,
    backend,
    callbacks,
    initializers,
    layers,
    losses,
    metrics,
    no_grad,
    optimizers,
    utils,
)
from dlcore.errors import did_you_mean
from tests.dlcore import errors_files, errors_fit, errors_images, errors_sequences
from tests.dlcore.errors_losses import LOSSES
from tests.dlcore.unknown_names import UNKNOWN

X, Y = np.ones((4, 2)), np.ones((4, 1))


def model(loss="mse", built=True):
    first = [Input((2,))] if built else []
    made = Sequential([*first, layers.Dense(3, "relu"), layers.Dense(1)])
    made.compile("sgd", loss)
    return made


def frozen():
    made = model()
    for layer in made.layers:
        layer.trainable = False
    return made.fit(X, Y)


def used_optimizer():
    optimizer = optimizers.SGD(momentum=0.9)
    for _ in range(2):
        made = model()
        made.compile(optimizer, "mse")
        made.train_on_batch(X, Y)


class Forgetful(Model):
    def __init__(self):
        self.dense = layers.Dense(1)

    def call(self, x):
        return self.dense(x)


def forgetful():
    made = Forgetful()
    made.compile("sgd", "mse")
    made.fit(X, Y)


class Hiding(Model):
    """A model of one's own, with a layer where dlcore has a method."""

    def __init__(self):
        super().__init__()
        self.parts = layers.Dense(1)

    def call(self, x):
        """Return the output for the input x."""
        return self.parts(x)


def without_tape():
    with no_grad():
        return (leaf(1.0) * 2.0).backward()


def leaf(data):
    return Tensor(data, requires_grad=True, name="w")


def assign():
    leaf([1.0, 2.0])[0] = 3.0


# what is done, the type of error, what came, what to change
ERRORS = {
    "backward on a leaf": (
        lambda: leaf(1.0).backward(),
        ValueError,
        "a leaf w of shape ()",
        "call backward() on what you calculated from it",
    ),
    "backward on a vector": (
        lambda: (leaf([1.0, 2.0]) * 2.0).backward(),
        ValueError,
        "a tensor of shape (2,)",
        "take a sum or mean first, or pass grad= of that shape",
    ),
    "backward with another shape": (
        lambda: (leaf([1.0, 2.0]) * 2.0).backward([1.0]),
        ValueError,
        "shape (1,)",
        "pass one number for each element",
    ),
    "backward of a constant": (
        lambda: (Tensor(1.0) * 2.0).backward(),
        ValueError,
        "a tensor of shape () that needs no gradient",
        "make the inputs with Tensor(..., requires_grad=True)",
    ),
    "backward without a tape": (
        without_tape,
        ValueError,
        "a tensor of shape () that needs no gradient",
        "make the inputs with Tensor(..., requires_grad=True)",
    ),
    "assignment": (
        assign,
        TypeError,
        "an assignment to [0] of a tensor of shape (2,)",
        "use ops.where(condition, new, old), or write into tensor.data",
    ),
    "gradient of whole numbers": (
        lambda: Tensor(np.array([1, 2]), requires_grad=True),
        TypeError,
        "int64",
        "write 1.0 instead of 1, or use array.astype(float)",
    ),
    "width of the input": (
        lambda: model().predict(np.ones((4, 3))),
        ValueError,
        "shape (4, 3)",
        "pass 2 features, or make a new model for 3",
    ),
    "input without rows": (
        lambda: model().predict(np.ones(2)),
        ValueError,
        "shape (2,)",
        "give one row for each example: x.reshape(-1, 1) for one feature",
    ),
    "targets as a row": (
        lambda: model().fit(X, np.ones(4)),
        ValueError,
        "y_true of shape (4,)",
        "make y a column: y.reshape(-1, 1)",
    ),
    "targets of another width": (
        lambda: model().fit(X, np.ones((4, 2))),
        ValueError,
        "y_true of shape (4, 2)",
        "give the last layer 2 units, or choose other targets",
    ),
    "a loss of other rows": (
        lambda: losses.MeanAbsoluteError()(np.ones((3, 1)), np.ones((4, 1))),
        ValueError,
        "y_true of shape (3, 1)",
        "give one target for each row",
    ),
    "a metric of other rows": (
        lambda: metrics.R2Score()(np.ones(4), np.ones((4, 1))),
        ValueError,
        "y_true of shape (4,)",
        "make y a column: y.reshape(-1, 1)",
    ),
    "rows of x and y": (
        lambda: model().fit(X, Y[:3]),
        ValueError,
        "y with 3 rows",
        "give one entry of y for each row of x",
    ),
    "words in x": (
        lambda: model().fit([["near", "good"]], [[1.0]]),
        ValueError,
        "an array of dtype <U4",
        "fill what is missing and turn words into numbers first",
    ),
    "no rows": (
        lambda: model().predict(np.ones((0, 2))),
        ValueError,
        "shape (0, 2)",
        "pass rows",
    ),
    "no targets": (
        lambda: model().fit(X),
        ValueError,
        "x alone",
        "pass the targets as y",
    ),
    "sample weights": (
        lambda: losses.MeanSquaredError()(Y, Y, sample_weight=np.ones((4, 2))),
        ValueError,
        "shape (4, 2)",
        "pass sample_weight of shape (batch,)",
    ),
    "not compiled": (
        lambda: Sequential([layers.Dense(1)]).fit(X, Y),
        ValueError,
        "a model without a loss",
        'call compile(optimizer="sgd", loss="mse") first',
    ),
    "nothing to train": (
        frozen,
        ValueError,
        "4 weights, none of them trainable",
        "set layer.trainable = True, or add a layer with weights",
    ),
    "all rows for validation": (
        lambda: model().fit(X, Y, validation_split=0.9),
        ValueError,
        "0.9 of all",
        "choose a smaller share",
    ),
    "a share above one": (
        lambda: model().fit(X, Y, validation_split=20),
        ValueError,
        "20",
        "for example 0.2",
    ),
    "verbose": (
        lambda: model().fit(X, Y, verbose=7),
        ValueError,
        "7",
        "take 0 for nothing, 1 for a bar",
    ),
    "weights of other shapes": (
        lambda: model().set_weights([np.ones((2, 3))]),
        ValueError,
        "1 arrays of shapes [(2, 3)]",
        "get_weights() shows what is wanted",
    ),
    "weights before building": (
        lambda: model(built=False).set_weights([np.ones((2, 3))]),
        ValueError,
        "1 arrays of shapes [(2, 3)]",
        "build it first: call it on data, or use Input",
    ),
    "a class for a layer": (
        lambda: Sequential([layers.Dense]),
        TypeError,
        "<class 'dlcore.layers.core.Dense'> (type) at place 0",
        "call the class: Dense(3)",
    ),
    "an Input behind a layer": (
        lambda: Sequential([layers.Dense(1), Input((2,))]),
        TypeError,
        "Input((2,)) (Input) at place 1",
        "put the Input first",
    ),
    "two layers of one name": (
        lambda: Sequential([layers.Dense(1, name="a"), layers.Dense(1, name="a")]),
        ValueError,
        "'a' twice",
        "rename one",
    ),
    "no super().__init__()": (
        forgetful,
        TypeError,
        "an __init__ without it",
        "make super().__init__() its first line",
    ),
    "a layer that hides a method": (
        lambda: Hiding().predict(X),
        ValueError,
        "self.parts = ... (Dense)",
        "call it otherwise, such as self.parts_layer",
    ),
    "units": (
        lambda: layers.Dense(2.5),
        ValueError,
        "2.5",
        "for example units=3",
    ),
    "shape of the input": (
        lambda: Input(2),
        ValueError,
        "2",
        "Input(shape=(2,))",
    ),
    "learning rate": (
        lambda: optimizers.SGD(learning_rate=-1),
        ValueError,
        "-1",
        "start with 0.01",
    ),
    "two ways of clipping": (
        lambda: optimizers.SGD(clipnorm=1.0, clipvalue=1.0),
        ValueError,
        "clipnorm=1.0, clipvalue=1.0",
        "leave out all but one",
    ),
    "an optimizer for two models": (
        used_optimizer,
        ValueError,
        "one that has already trained other weights",
        "compile each model with a new SGD(...)",
    ),
    "reduction": (
        lambda: losses.Huber(reduction="total"),
        ValueError,
        "'total'",
        'leave it out for the mean, "sum_over_batch_size"',
    ),
    "a device that is not there": (
        lambda: backend.to_device(X, "tpu"),
        ValueError,
        "tpu",
        "a GPU needs CuPy: pip install 'dlcore[gpu]'",
    ),
    "no array": (
        lambda: backend.xp_of("text"),
        TypeError,
        "<class 'str'>",
        "use numpy.asarray",
    ),
    "a vector for Orthogonal": (
        lambda: initializers.Orthogonal()((3,)),
        ValueError,
        "shape (3,)",
        "use another initializer for vectors",
    ),
    "a stack for Identity": (
        lambda: initializers.Identity()((3, 3, 3)),
        ValueError,
        "shape (3, 3, 3)",
        "use another initializer for this weight",
    ),
    "class numbers": (
        lambda: utils.to_categorical([0, 3], num_classes=3),
        ValueError,
        "numbers from 0 to 3",
        "number the classes 0, 1, 2, ... or raise num_classes",
    ),
    "half a class": (
        lambda: utils.to_categorical([0, 0.5]),
        ValueError,
        "numbers from 0.0 to 0.5",
        "number the classes 0, 1, 2, ... or raise num_classes",
    ),
    "what early stopping watches": (
        lambda: model().fit(X, Y, verbose=0, callbacks=[callbacks.EarlyStopping()]),
        ValueError,
        "'val_loss'",
        "pass validation_data to fit",
    ),
    "mode of early stopping": (
        lambda: callbacks.EarlyStopping(mode="less"),
        ValueError,
        "'less'",
        'leave it out for "auto"',
    ),
}


ALL = ERRORS | UNKNOWN | LOSSES
for module in (errors_files, errors_fit, errors_images, errors_sequences):
    ALL |= module.MISTAKES


@pytest.mark.parametrize("name", ALL)
def test_error(name):
    act, kind, got, change = ALL[name]
    with pytest.raises(kind) as caught:
        act()
    assert type(caught.value) is kind
    head, *parts = str(caught.value).split("\n  ")
    assert head.endswith(".")
    assert [part.partition(":")[0] for part in parts] == ["expected", "got", "change"]
    expected, came, mend = [part.partition(":")[2].strip() for part in parts]
    assert expected
    assert came == got
    assert mend.startswith(change)


def test_a_layer_is_named_as_the_summary_names_it():
    made = model()
    lines = []
    made.summary(print_fn=lines.append)
    last = made.layers[-1]
    with pytest.raises(ValueError, match="dense_1: this input does not fit"):
        last(np.ones((4, 5)))
    assert f"{last.name} (Dense)" in lines[0]


def test_nothing_near_lists_all():
    assert did_you_mean("xyz", ["relu", "tanh"]) == "use one of relu, tanh"
