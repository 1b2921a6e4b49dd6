"""Names and arguments that do not exist, and what is suggested instead."""

import numpy as np

from dlcore import (
    Input,
    Sequential,
    callbacks,
    initializers,
    layers,
    losses,
    metrics,
    optimizers,
    regularizers,
)

X, Y = np.ones((4, 2)), np.ones((4, 1))


def model(loss="mse"):
    made = Sequential([Input((2,)), layers.Dense(1)])
    made.compile("sgd", loss)
    return made


# what is done, the type of error, what came, what to change
UNKNOWN = {
    "unknown activation": (
        lambda: layers.Dense(1, "rleu"),
        ValueError,
        "'rleu'",
        "did you mean 'relu'?",
    ),
    "unknown loss": (
        lambda: model(loss="mean_sqared_error"),
        ValueError,
        "'mean_sqared_error'",
        "did you mean 'mean_squared_error'?",
    ),
    "unknown optimizer": (
        lambda: model().compile("sdg", "mse"),
        ValueError,
        "'sdg'",
        "did you mean 'sgd'?",
    ),
    "unknown metric": (
        lambda: model().compile("sgd", "mse", ["rsme"]),
        ValueError,
        "'rsme'",
        "did you mean 'rmse'?",
    ),
    "a metric that is not in a list": (
        lambda: model().compile("sgd", "mse", "mae"),
        TypeError,
        "'mae'",
        "put it into a list: metrics=[...]",
    ),
    "unknown initializer": (
        lambda: layers.Dense(1, kernel_initializer="glorot_unifrom")(X),
        ValueError,
        "'glorot_unifrom'",
        "did you mean 'glorot_uniform'?",
    ),
    "unknown regularizer": (
        lambda: regularizers.get("lasso"),
        ValueError,
        "'lasso'",
        "use one of l1, l2, l1_l2",
    ),
    "a number for an activation": (
        lambda: layers.Dense(3, 5),
        TypeError,
        "5 (int)",
        "pass a string such as 'linear'",
    ),
    "unknown argument of a layer": (
        lambda: layers.Dense(3, activaton="relu"),
        TypeError,
        "activaton='relu'",
        "did you mean 'activation'?",
    ),
    "unknown setting of a layer": (
        lambda: layers.Dense(3, nmae="hidden"),
        TypeError,
        "nmae='hidden'",
        "did you mean 'name'?",
    ),
    "a dtype of whole numbers": (
        lambda: layers.Dense(3, dtype="int32"),
        ValueError,
        "'int32'",
        'leave dtype out for "float32"',
    ),
    "a dtype of few digits": (
        lambda: Sequential([layers.Dense(3)], dtype="float16"),
        ValueError,
        "'float16'",
        'leave dtype out for "float32"',
    ),
    "unknown dtype": (
        lambda: layers.LSTM(3, dtype="nonsense"),
        ValueError,
        "'nonsense'",
        'leave dtype out for "float32"',
    ),
    "argument of Dropout": (
        lambda: layers.SpatialDropout1D(0.5, noise_shape=(1,)),
        TypeError,
        "noise_shape=(1,)",
        "did you mean 'input_shape'?",
    ),
    "argument of RNN": (
        lambda: layers.LSTM(3, cell="lstm"),
        TypeError,
        "cell='lstm'",
        "use one of units, activation",
    ),
    "argument of Attention": (
        lambda: layers.AdditiveAttention(score_mode="dot"),
        TypeError,
        "score_mode='dot'",
        "use one of use_scale, dropout",
    ),
    "argument of what convolutions have in common": (
        lambda: layers.Conv2D(3, 3, of_kernel="ones"),
        TypeError,
        "of_kernel='ones'",
        "did you mean 'kernel_size'?",
    ),
    "argument of Precision and Recall": (
        lambda: metrics.AUC(top_k=3),
        TypeError,
        "top_k=3",
        "use one of num_thresholds, curve",
    ),
    "unknown argument of fit": (
        lambda: model().fit(X, Y, epoch=5),
        TypeError,
        "epoch=5",
        "did you mean 'epochs'?",
    ),
    "unknown argument of compile": (
        lambda: model().compile(optimiser="sgd"),
        TypeError,
        "optimiser='sgd'",
        "did you mean 'optimizer'?",
    ),
    "unknown argument of evaluate": (
        lambda: model().evaluate(X, Y, batchsize=5),
        TypeError,
        "batchsize=5",
        "did you mean 'batch_size'?",
    ),
    "unknown argument of predict": (
        lambda: model().predict(X, batchsize=5),
        TypeError,
        "batchsize=5",
        "did you mean 'batch_size'?",
    ),
    "unknown argument of an optimizer": (
        lambda: optimizers.SGD(lr=0.1),
        TypeError,
        "lr=0.1",
        "did you mean 'learning_rate'?",
    ),
    "name that a layer's argument has elsewhere": (
        lambda: layers.Dense(output_dim=3),
        TypeError,
        "output_dim=3",
        "did you mean 'units'?",
    ),
    "name that another layer's argument has": (
        lambda: layers.Embedding(100, units=16),
        TypeError,
        "units=16",
        "did you mean 'output_dim'?",
    ),
    "argument of a layer that is missing": (
        lambda: layers.Conv2D(filters=3, padding="same"),
        TypeError,
        "filters=3, padding='same'",
        "write Conv2D(kernel_size=...)",
    ),
    "name that an argument of fit has elsewhere": (
        lambda: model().fit(X, Y, batch=5),
        TypeError,
        "batch=5",
        "did you mean 'batch_size'?",
    ),
    "unknown argument of a loss": (
        lambda: losses.MeanSquaredError(reducton="sum"),
        TypeError,
        "reducton='sum'",
        "did you mean 'reduction'?",
    ),
    "unknown argument of a metric": (
        lambda: metrics.MeanSquaredError(nam="x"),
        TypeError,
        "nam='x'",
        "did you mean 'name'?",
    ),
    "unknown argument of an initializer": (
        lambda: initializers.GlorotUniform(sead=1),
        TypeError,
        "sead=1",
        "did you mean 'seed'?",
    ),
    "seed of an initializer that draws nothing": (
        lambda: initializers.Zeros(seed=1),
        TypeError,
        "seed=1",
        "write Zeros()",
    ),
    "argument of another initializer": (
        lambda: initializers.Identity(seed=1),
        TypeError,
        "seed=1",
        "use one of gain",
    ),
    "argument of another regularizer": (
        lambda: regularizers.L1(l1=0.1, l2=0.1),
        TypeError,
        "l2=0.1",
        "use one of l1",
    ),
    "unknown argument of a regularizer": (
        lambda: regularizers.L2(l=0.1),
        TypeError,
        "l=0.1",
        "did you mean 'l2'?",
    ),
    "unknown argument of a callback": (
        lambda: callbacks.EarlyStopping(patients=3),
        TypeError,
        "patients=3",
        "did you mean 'patience'?",
    ),
    "a layer that is not in a list": (
        lambda: Sequential(layers.Dense(1)),
        TypeError,
        "a single Dense",
        "put it into a list: Sequential([...])",
    ),
    "unknown argument of a model": (
        lambda: Sequential([], nme="x"),
        TypeError,
        "nme='x'",
        "did you mean 'name'?",
    ),
}
