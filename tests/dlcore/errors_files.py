"""Mistakes with files, data and preprocessing, and what is said of them."""

import tempfile
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, datasets, interpret, layers
from dlcore import preprocessing as prepare
from dlcore.models import load_model

FOLDER = Path(tempfile.mkdtemp(prefix="dlcore-"))
X, Y = np.ones((4, 2)), np.ones((4, 1))
GAPS = np.array([[1.0, np.nan], [2.0, 3.0]])


def model(units=3, name=None):
    made = Sequential([Input((2,)), layers.Dense(units, name=name)])
    made.compile("sgd", "mse")
    return made


def saved(file="model.npz", cut=None, **settings):
    """Save a model, maybe cut the file short, and return its path."""
    path = FOLDER / file
    model(**settings).save(path)
    if cut is not None:
        path.write_bytes(path.read_bytes()[:cut])
    return path


def weights_alone():
    model().save_weights(FOLDER / "weights.npz")
    return load_model(FOLDER / "weights.npz")


def archive_of_arrays():
    np.savez(FOLDER / "arrays.npz", x=X)
    return load_model(FOLDER / "arrays.npz")


def own_class():
    class Strange(layers.Dense):
        pass

    made = Sequential([Input((2,)), Strange(3)])
    made.save(FOLDER / "strange.npz")
    return load_model(FOLDER / "strange.npz")


# what is done, the type of error, what came, what to change
MISTAKES = {
    "a gap in x": (
        lambda: model().fit(GAPS, np.ones((2, 3))),
        ValueError,
        "1 of 4 numbers are missing (NaN) or infinite",
        "leave those rows out, or see preprocessing.MissingEncoder",
    ),
    "a gap in y": (
        lambda: model().fit(X, np.full((4, 3), np.inf)),
        ValueError,
        "12 of 12 numbers are missing (NaN) or infinite",
        "leave those rows out",
    ),
    "a gap for predict": (
        lambda: model().predict(GAPS),
        ValueError,
        "1 of 4 numbers are missing (NaN) or infinite",
        "leave those rows out",
    ),
    "a file that is not there": (
        lambda: load_model("nowhere/model.npz"),
        FileNotFoundError,
        "nowhere/model.npz",
        "call model.save first",
    ),
    "another ending": (
        lambda: model().save("model.h5"),
        ValueError,
        "'model.h5'",
        "model.npz",
    ),
    "another ending of weights": (
        lambda: model().save_weights("weights.keras"),
        ValueError,
        "'weights.keras'",
        "weights.npz",
    ),
    "no ending": (
        lambda: load_model("model"),
        ValueError,
        "'model'",
        "model.npz",
    ),
    "a folder that is not there": (
        lambda: model().save("nowhere/model.npz"),
        FileNotFoundError,
        "nowhere",
        "make the folder nowhere first",
    ),
    "a file that shall stay": (
        lambda: model().save(saved("kept.npz"), overwrite=False),
        FileExistsError,
        str(FOLDER / "kept.npz"),
        "choose another name, or pass overwrite=True",
    ),
    "a damaged file": (
        lambda: load_model(saved("cut.npz", cut=300)),
        ValueError,
        "a damaged or foreign file (BadZipFile: File is not a zip file)",
        "take a copy that is whole, or save the model again",
    ),
    "an empty file": (
        lambda: model().load_weights(saved("empty.npz", cut=0)),
        ValueError,
        "a damaged or foreign file (BadZipFile: File is not a zip file)",
        "take a copy that is whole, or save the model again",
    ),
    "weights of a wider model": (
        lambda: model().load_weights(saved("wider.npz", units=4)),
        ValueError,
        "2 arrays; weights/dense/kernel: (2, 4)",
        "make the model as it was when it was saved, or pass skip_mismatch=True",
    ),
    "weights of other names": (
        lambda: model().load_weights(saved("named.npz", name="hidden")),
        ValueError,
        "2 arrays; weights/dense/kernel: none",
        "make the model as it was when it was saved, or pass skip_mismatch=True",
    ),
    "weights for a model that is not built": (
        lambda: Sequential([layers.Dense(3)]).load_weights(saved()),
        ValueError,
        "2 arrays; weights/dense/kernel: (2, 3)",
        "build the model first: call it on data, or use Input",
    ),
    "weights for a whole model": (
        weights_alone,
        ValueError,
        "what model.save_weights wrote",
        "make the model first, then call its load_weights",
    ),
    "arrays for a model": (
        archive_of_arrays,
        ValueError,
        "an archive of x.npy",
        "open other files with numpy.load",
    ),
    "a class of one's own": (
        own_class,
        ValueError,
        "'Strange'",
        "pass custom_objects={'Strange': ...} if it is yours",
    ),
    "a config of another class": (
        lambda: layers.Dense.from_config({"units": 3, "filters": 4}),
        ValueError,
        "filters=4",
        "make the model without filters",
    ),
    "a task that the hotels lack": (
        lambda: datasets.hotels.load_data("categories"),
        ValueError,
        "'categories'",
        "did you mean 'category'?",
    ),
    "a path without MNIST": (
        lambda: datasets.mnist.load_data("nowhere"),
        FileNotFoundError,
        "'nowhere'",
        "leave the path out to have the file looked for and fetched",
    ),
    "a scaler that was not fitted": (
        lambda: prepare.MinMaxScaler().transform(X),
        ValueError,
        "no call of fit",
        "call fit(x_train)",
    ),
    "columns in another number": (
        lambda: prepare.PCA().fit(np.eye(3)).transform(X),
        ValueError,
        "(4, 2)",
        "use the columns of the training data, in the same order",
    ),
    "a word that training lacks": (
        lambda: prepare.OneHotEncoder().fit(["pool"]).transform(["garden"]),
        ValueError,
        "garden",
        "name all words: OneHotEncoder(categories=[...])",
    ),
    "a gap that training lacks": (
        lambda: prepare.MissingEncoder().fit([[1.0], [2.0]]).transform([[np.nan]]),
        ValueError,
        "a gap in column 0",
        "training must see gaps if testing does",
    ),
    "nothing left to train on": (
        lambda: prepare.split(X, test=0.9),
        ValueError,
        "validation=0.2 and test=0.9 of 4 rows",
        "choose smaller shares, such as 0.2 and 0.2",
    ),
    "more folds than rows": (
        lambda: list(prepare.k_fold(3, k=10)),
        ValueError,
        "10",
        "choose k=4 or k=5",
    ),
    "one picture for many": (
        lambda: prepare.flip(np.ones((8, 8))),
        ValueError,
        "(8, 8)",
        "give one picture as images[:1]",
    ),
    "a label that is no output": (
        lambda: interpret.relevance(model(), X, label=5),
        ValueError,
        "5",
        "labels count from 0",
    ),
    "a square larger than the picture": (
        lambda: interpret.occlusion(model(), np.ones((1, 4, 5, 1)), size=5),
        ValueError,
        "5",
        "hide less at a time",
    ),
}
