"""Page 13.1's programs, for Keras and dlcore alike, and what Keras answered.

Each function takes the library as an argument: `keras`, or `dlcore`. What Keras 3 said
is kept in `chapter13_same.json`. In an environment with Keras, and with the folder of
dlcore on its path,

    python dlcore/teach/chapter13_same.py

writes it anew in a minute.
"""

import importlib
import importlib.util
import json
from pathlib import Path

import numpy as np

import dlcore
from dlcore.datasets import hotels

PLACE = Path(__file__).with_suffix(".json")
SEED = 13
ROWS = 4
"""Rows of the batch on which predictions are compared."""
STEPS = 60
"""Steps of the race, each with all 24 hotels."""
STARTS = {"the same weights": SEED, "a draw of its own": SEED + 7}
"""From which weights Keras starts; dlcore always starts from the first ones."""
GROUPS = {"losses": "loss", "optimizers": "optimizer", "metrics": "metric"}

# -- the programs of the page ----------------------------------------------------------


def two_three_two(keras):
    """Return the network 2-3-2 of page 1.3."""
    Dense = keras.layers.Dense
    return [keras.Input((2,)), Dense(3, "relu"), Dense(2, "softmax")]


def eight_six_six_four(keras):
    """Return the network 8-6-6-4 of page 1.3."""
    Dense = keras.layers.Dense
    hidden = [Dense(6, "relu"), Dense(6, "relu")]
    return [keras.Input((8,)), *hidden, Dense(4, "softmax")]


def ages(keras):
    """Return the network 1-16-32-2 of page 4.3."""
    Dense = keras.layers.Dense
    hidden = [Dense(16, "relu"), Dense(32, "relu")]
    return [keras.Input((1,)), *hidden, Dense(2, "softmax")]


def large_digits(keras):
    """Return the network 784-512-10 of page 5.4."""
    Dense = keras.layers.Dense
    return [keras.Input((784,)), Dense(512, "relu"), Dense(10, "softmax")]


def players(keras):
    """Return the network for the players' salaries of page 9.7."""
    Dense, Dropout = keras.layers.Dense, keras.layers.Dropout
    return [keras.Input((20,)), Dense(50, "relu"), Dropout(0.4), Dense(1)]


def dropout_digits(keras):
    """Return the network with two layers of dropout of page 9.5."""
    Dense, Dropout = keras.layers.Dense, keras.layers.Dropout
    first = [keras.Input((784,)), Dense(500, "relu"), Dropout(0.5)]
    return [*first, Dense(500, "relu"), Dropout(0.5), Dense(10, "softmax")]


def convolutional(keras):
    """Return the convolutional network of page 10.3."""
    layers = keras.layers
    return [
        keras.Input((28, 28, 1)),
        layers.Conv2D(25, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(50, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(100, "relu"),
        layers.Dense(10, "softmax"),
    ]


PROGRAMS = {
    "2-3-2": two_three_two,
    "8-6-6-4": eight_six_six_four,
    "ages": ages,
    "digits 512-10": large_digits,
    "players' salaries": players,
    "dropout 500-500": dropout_digits,
    "convolutions": convolutional,
}


def build(name, keras=dlcore):
    """Return the model of a program, built by the library that is given."""
    return keras.Sequential(PROGRAMS[name](keras))


def fixed_weights(shapes, seed=SEED):
    """Return weights for the shapes, small and the same in every library."""
    rng = np.random.default_rng(seed)
    inputs = [np.prod(shape[:-1]) if len(shape) > 1 else shape[0] for shape in shapes]
    pairs = zip(shapes, inputs, strict=True)
    return [rng.normal(size=shape) / np.sqrt(n) for shape, n in pairs]


def answers(name, keras=dlcore):
    """Return shapes of the weights and predictions for four fixed rows of numbers."""
    model = build(name, keras)
    shapes = [list(W.shape) for W in model.get_weights()]
    model.set_weights(fixed_weights(shapes))
    x = np.random.default_rng(SEED + 1).normal(size=(ROWS, *build(name).input_shape))
    return shapes, model.predict(x, verbose=0).tolist()


# -- the race: the same start, the same hotels, the same rule --------------------------

OPTIMIZERS = {
    "SGD": lambda keras: keras.optimizers.SGD(learning_rate=0.08),
    "SGD, momentum 0.9": lambda keras: keras.optimizers.SGD(0.08, momentum=0.9),
    "RMSprop": lambda keras: keras.optimizers.RMSprop(0.01),
    "Adam": lambda keras: keras.optimizers.Adam(0.01),
}


def race(optimizer, seed=SEED, keras=dlcore):
    """Return the losses of 60 steps with three kinds of hotels, from drawn weights."""
    (x, y), _ = hotels.load_data("category")
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    Dense = keras.layers.Dense
    layers = [keras.Input((x.shape[1],)), Dense(3, "relu"), Dense(3, "softmax")]
    model = keras.Sequential(layers)
    model.set_weights(fixed_weights([W.shape for W in model.get_weights()], seed))
    model.compile(OPTIMIZERS[optimizer](keras), "sparse_categorical_crossentropy")
    settings = {"batch_size": len(x), "epochs": STEPS, "shuffle": False, "verbose": 0}
    return model.fit(x, np.ravel(y), **settings).history["loss"]


# -- Keras, asked or remembered --------------------------------------------------------


def names_known(keras):
    """Return which of dlcore's losses, optimizers and metrics a library has."""
    return {
        group: [
            kind.__name__
            for kind in getattr(dlcore, group).CLASSES
            if hasattr(getattr(keras, group), kind.__name__)
        ]
        for group in GROUPS
    }


def installed():
    """Return Keras 3 where it can be imported, else None."""
    if importlib.util.find_spec("keras") is None:
        return None
    try:
        keras = importlib.import_module("keras")
    except Exception:  # Keras is there, but nothing that it could compute with
        return None
    return keras if keras.__version__.startswith("3") else None


def kept():
    """Return what Keras answered when the record was made."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def of_keras(name, keras=None):
    """Return shapes and predictions of a program: from Keras, or from the record."""
    return answers(name, keras) if keras else kept()["answers"][name]


def measure(keras):
    """Return all that the record holds."""
    return {
        "version": keras.__version__,
        "names": names_known(keras),
        "answers": {name: answers(name, keras) for name in PROGRAMS},
        "race": {
            optimizer: {
                start: race(optimizer, seed, keras) for start, seed in STARTS.items()
            }
            for optimizer in OPTIMIZERS
        },
    }


def main():
    """Write what Keras says into the file."""
    found = measure(importlib.import_module("keras"))
    PLACE.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
