"""Let Keras 3 write models into `keras_files`, for `test_keras_files.py` to open.

Runs where `make_reference.py` does. Beside the files, `numbers.npz` holds what the
models predict, and for each optimizer the weights after one more step.
"""

import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from tests.dlcore import keras_models

FOLDER = Path(__file__).with_name("keras_files")


def moved(model):
    """Give all weights small random values, so that none is at its start."""
    rng = np.random.default_rng(5)
    for weight in model.weights:
        weight.assign(rng.uniform(0.1, 0.9, weight.shape))


def main():
    keras.utils.set_random_seed(1)
    numbers = {}
    for name in keras_models.MODELS:
        x, _ = keras_models.rows(name)
        model = keras_models.sequential(keras, name)
        moved(model)
        model.save(FOLDER / f"{name}.keras")
        numbers[name] = model.predict(x, verbose=0)
    model = keras_models.attentive(keras)
    model(keras_models.ATTENTIVE_ROWS)
    moved(model)
    model.save_weights(FOLDER / "attentive.weights.h5")
    numbers["attentive"] = model.predict(keras_models.ATTENTIVE_ROWS, verbose=0)
    for name, settings in keras_models.OPTIMIZERS.items():
        x, classes = keras_models.trainable_rows()
        model = keras_models.trainable(keras, name, settings)
        for _ in range(2):
            model.train_on_batch(x, classes)
        model.save(FOLDER / f"{name}.keras")
        model.train_on_batch(x, classes)
        numbers[f"{name} loss"] = model.evaluate(x, classes, verbose=0)
        for place, weight in enumerate(model.get_weights()):
            numbers[f"{name} {place}"] = weight
    np.savez(FOLDER / "numbers.npz", **numbers)


if __name__ == "__main__":
    main()
