"""Let Keras 3 open every model in a folder, predict, and write the model anew.

    python open_in_keras.py FOLDER

The folder holds models of `keras_models.py` as dlcore saved them; `FOLDER/again` gets
them as Keras saves them, and `predictions.npz`.
"""

import importlib.util
import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "numpy" if importlib.util.find_spec("scipy") else "torch"

import keras
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from tests.dlcore import keras_models


def main(folder):
    again, predictions = folder / "again", {}
    again.mkdir()
    for path in sorted(folder.glob("*.keras")):
        model = keras.models.load_model(path)
        name = path.stem if path.stem in keras_models.MODELS else None
        x = keras_models.rows(name)[0] if name else keras_models.trainable_rows()[0]
        predictions[path.stem] = np.asarray(model.predict(x, verbose=0))
        if name is None:
            predictions[f"{path.stem} steps"] = int(model.optimizer.iterations)
            slots = [np.ravel(v) for v in model.optimizer.variables[2:]]
            predictions[f"{path.stem} slots"] = np.concatenate(slots)
        model.save(again / path.name)
        if name is None and keras.backend.backend() == "torch":  # NumPy's cannot train
            model.train_on_batch(*keras_models.trainable_rows())
            for place, weight in enumerate(model.get_weights()):
                predictions[f"{path.stem} {place}"] = weight
    model = keras_models.attentive(keras)
    model(keras_models.ATTENTIVE_ROWS)
    model.load_weights(folder / "attentive.weights.h5")
    x = keras_models.ATTENTIVE_ROWS
    predictions["attentive"] = np.asarray(model.predict(x, verbose=0))
    model.save_weights(again / "attentive.weights.h5")
    np.savez(again / "predictions.npz", **predictions)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
